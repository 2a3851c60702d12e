// What the reader of beginnings makes of a value: claim/beginnings.h.
#ifndef GAINSAY_LIB_CLAIM_BEGINNING_FRAMES_H_
#define GAINSAY_LIB_CLAIM_BEGINNING_FRAMES_H_

#include "claim/frame_reading.h"

namespace gainsay::internal {

struct BeginningFrames {
  Frame first_held =
      ConceptFrame("beginning/first-held", "first_held", "first_held", true);
  Frame runs_since =
      ConceptFrame("beginning/held-since", "first_held", "first_held");
  Frame exists_since =
      ConceptFrame("beginning/in-existence-since", "founded", "founded");
  Frame founded =
      ConceptFrame("beginning/anniversary", "anniversary", "anniversary", true);
  Frame opened =
      ConceptFrame("beginning/anniversary-of-opening", "opening_anniversary",
                   "opening_anniversary", true);
  Frame held_for = ConceptFrame("beginning/held-for", "held_for", "held_for");
  Frame exists_for =
      ConceptFrame("beginning/in-existence-for", "anniversary", "anniversary");
  Frame open_for = ConceptFrame("beginning/open-for", "opening_anniversary",
                                "opening_anniversary");
  Frame began = ConceptFrame("beginning/began", "first_held", "first_held");
  Frame was_founded =
      ConceptFrame("beginning/founded-in", "founded", "founded");
  Frame put_in_use = ConceptFrame("beginning/put-in-use", "opened", "opened");
  Frame act = ConceptFrame("beginning/founding-act", "founding_act",
                           "founding_act", true);
  Frame nth_year =
      ConceptFrame("beginning/in-nth-year", "anniversary", "anniversary", true);
};
inline const BeginningFrames& Begun() {
  static const BeginningFrames frames;
  return frames;
}

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_BEGINNING_FRAMES_H_

// What LapseReader reads values as; rows that hang on concepts, not on paths.
#ifndef GAINSAY_LIB_CLAIM_LAPSE_FRAMES_H_
#define GAINSAY_LIB_CLAIM_LAPSE_FRAMES_H_

#include "claim/frame_reading.h"

namespace gainsay::internal {

inline Frame ShutForFrame() {
  Frame frame = ConceptFrame("lapse/shut-for", "lapse_length", "lapse_length");
  frame.state = true;
  return frame;
}

struct LapseFrames {
  Frame shut = ShutForFrame();
  Frame length = ConceptFrame("lapse/length-of-a-break", "lapse_length",
                              "lapse_length_to_date");
  Frame to_date = ConceptFrame("lapse/length-so-far", "lapse_length_to_date",
                               "lapse_length_to_date");
  Frame first_in = ConceptFrame("lapse/first-one-in", "lapse_first_length",
                                "lapse_first_length", true);
  Frame first_since =
      ConceptFrame("lapse/first-one-since", "lapse_last", "lapse_last", true);
  Frame none_since = ConceptFrame("lapse/none-performed-since", "lapse_last",
                                  "lapse_last", false, true);
  Frame last = ConceptFrame("lapse/last-one", "lapse_last", "lapse_last");
  Frame returned =
      ConceptFrame("lapse/back-on", "lapse_return", "lapse_return");
  Frame begin = ConceptFrame("lapse/stopped-in", "lapse_begin", "lapse_begin");
};
inline const LapseFrames& OfLapses() {
  static const LapseFrames frames;
  return frames;
}

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_LAPSE_FRAMES_H_

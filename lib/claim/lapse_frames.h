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

// Of what was not done: that it was denied is what the predicate says, so the
// claim itself is asserted.
inline Frame OfNoneFrame(std::string_view name, std::string_view predicate,
                         std::string_view planned, bool open_past = false) {
  Frame frame = ConceptFrame(name, predicate, planned, false, open_past);
  frame.steps.front().modifier = "not";
  return frame;
}

struct LapseFrames {
  Frame shut = ShutForFrame();
  Frame length = ConceptFrame("lapse/length-of-a-break", "lapse_length",
                              "lapse_length_to_date");
  Frame to_date = ConceptFrame("lapse/length-so-far", "lapse_length_to_date",
                               "lapse_length_to_date");
  // "Had not met for six years", "have not met in six years".
  Frame none_for = OfNoneFrame("lapse/none-performed-for", "lapse_length",
                               "lapse_length_to_date");
  Frame none_so_far =
      OfNoneFrame("lapse/none-performed-so-far", "lapse_length_to_date",
                  "lapse_length_to_date");
  Frame first_in = ConceptFrame("lapse/first-one-in", "lapse_first_length",
                                "lapse_first_length", true);
  Frame first_since =
      ConceptFrame("lapse/first-one-since", "lapse_last", "lapse_last", true);
  Frame none_since = OfNoneFrame("lapse/none-performed-since", "lapse_last",
                                 "lapse_last", true);
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

// When something that lasts began and ended, told by both ends of a range: "the
// siege lasted from 1941 to 1944", "the war of 1914-1918".
//
// By concepts: the range is of a noun of what lasts (@conflict), or of a clause
// whose verb says that it does (@lasting). "Between 1941 and 1944" of a clause
// is some time between: not read.
#ifndef GAINSAY_LIB_CLAIM_SPANS_H_
#define GAINSAY_LIB_CLAIM_SPANS_H_

#include <optional>

#include "claim/frame_reading.h"
#include "resolve/attach.h"
#include "resolve/discourse.h"

namespace gainsay::internal {

// Which end of a range of two dates an atom is: "from 1941 to 1944", "1941
// until 1944", "1941-1944".
enum class RangeEnd : std::uint8_t { kNone, kBegin, kEnd };
// `to`: the class @range_to. `atom`: of the sentence's atoms.
RangeEnd RangeEndOf(const SentenceView& sentence, std::uint32_t atom,
                    ClassSet to);

class SpanReader {
 public:
  // `lasting`: the class @lasting.
  SpanReader(const SentenceView& sentence, const Discourse& discourse,
             const EntityClasses& classes, ClassSet lasting)
      : s_(sentence),
        discourse_(discourse),
        classes_(classes),
        lasting_(lasting) {}

  // What one end of a range tells. `paths`: how the range's begin hangs.
  std::optional<FrameReading> Read(RangeEnd end, const ValuePaths& paths) const;

 private:
  std::optional<FoundSubject> Subject(const PathStep& step) const;

  const SentenceView& s_;
  const Discourse& discourse_;
  const EntityClasses& classes_;
  ClassSet lasting_;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_SPANS_H_

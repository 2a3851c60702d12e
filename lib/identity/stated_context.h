// Evidence from the words around two values, from what they hang on and from
// what they are. Of stated_evidence.cc.
#ifndef GAINSAY_LIB_IDENTITY_STATED_CONTEXT_H_
#define GAINSAY_LIB_IDENTITY_STATED_CONTEXT_H_

#include <cstdint>

#include "claim/stated_value.h"
#include "identity/stated_align.h"
#include "identity/stated_match.h"

namespace gainsay::internal {

inline constexpr double kSameFrame = 0.8, kLikeFrame = 0.65;

// How many words of `of` have one of their stem in `in`.
std::size_t CommonWords(Words of, Words in);

// 2: the same thing is counted, 1: a shared word, 0: one does not say, -1:
// another.
std::int32_t CommonNouns(const StatedValue& x, const StatedValue& y);

inline void Add(StatedMeeting& m, StatedEvidence evidence, double times = 1) {
  m.counts[static_cast<std::size_t>(evidence)] = static_cast<float>(times);
}

// `frame`: how much of their sentences is common.
void AddContext(const StatedValue& x, const StatedValue& y, double frame,
                StatedMeeting& m);
void AddClauses(const StatedText& a, const StatedValue& x, const StatedText& b,
                const StatedValue& y, StatedMeeting& m);
// Which frames would take them.
void AddFrames(const StatedValue& x, const StatedValue& y, StatedMeeting& m);
void AddKinds(const StatedValue& x, const StatedValue& y, StatedMeeting& m);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_IDENTITY_STATED_CONTEXT_H_

// What the matchers of told amounts and told times share.
#ifndef GAINSAY_LIB_IDENTITY_TOLD_COMMON_H_
#define GAINSAY_LIB_IDENTITY_TOLD_COMMON_H_

#include <algorithm>

#include "base/interner.h"
#include "claim/claim.h"

namespace gainsay::internal {

inline bool Known(DayInterval days) {
  return days.lo > kMinusInfinity && days.hi < kPlusInfinity;
}

// True if two intervals are at most so many days apart.
inline bool Within(DayInterval a, DayInterval b, Day days) {
  return a.lo <= b.hi + days && b.lo <= a.hi + days;
}

// True if two lists of words have one in common.
template <typename List>
bool Share(const List& a, const List& b) {
  return std::ranges::any_of(
      a, [&](StringId x) { return std::ranges::find(b, x) != b.end(); });
}

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_IDENTITY_TOLD_COMMON_H_

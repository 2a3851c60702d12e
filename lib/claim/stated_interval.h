// Intervals of stated values: small helpers of what reads them.
#ifndef GAINSAY_LIB_CLAIM_STATED_INTERVAL_H_
#define GAINSAY_LIB_CLAIM_STATED_INTERVAL_H_

#include <algorithm>
#include <cmath>
#include <limits>

#include "claim/quantity.h"
#include "gainsay/date.h"
#include "gainsay/value.h"

namespace gainsay::internal {

inline QuantityInterval Days(DayInterval days) {
  QuantityInterval out;
  if (days.lo > kMinusInfinity) out.lo = days.lo;
  if (days.hi < kPlusInfinity) out.hi = days.hi;
  return out;
}

inline QuantityInterval Scaled(QuantityInterval q, double factor) {
  q.lo *= factor;
  q.hi *= factor;
  return q;
}

// Widens `all` to hold `one`.
inline void Cover(QuantityInterval& all, const QuantityInterval& one) {
  if (one.empty()) return;
  all = all.empty() ? one
                    : QuantityInterval{std::min(all.lo, one.lo),
                                       std::max(all.hi, one.hi), all.lo_open,
                                       all.hi_open};
}

// What "before", "by" or "after" a date leaves.
inline QuantityInterval Bounded(const QuantityInterval& q, Modifier bound) {
  constexpr double kEver = std::numeric_limits<double>::infinity();
  if (bound == Modifier::kAfter) return {q.hi, kEver, true, false};
  const bool before = bound == Modifier::kBefore;
  return {-kEver, before ? q.lo : q.hi, false, before};
}

// Modifiers that stand before dates only.
inline bool OfDates(Modifier modifier) {
  return modifier == Modifier::kBefore || modifier == Modifier::kAfter ||
         modifier == Modifier::kOnOrBefore || modifier == Modifier::kOnOrAfter;
}

// "120,000" is rounded; "1,347" and 40 are not.
inline double Rounded(double number) {
  if (std::abs(number) < 1000 || number != std::floor(number)) return 0;
  const double unit = LastDigitUnit(number);
  return unit >= 100 ? unit : 0;
}

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_STATED_INTERVAL_H_

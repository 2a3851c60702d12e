// How a clock time told in a text stands in a ValueRow of kind kTime, unlike
// that of a record.
#ifndef GAINSAY_LIB_CLAIM_TOLD_CLOCK_H_
#define GAINSAY_LIB_CLAIM_TOLD_CLOCK_H_

#include <algorithm>
#include <string_view>

#include "base/interner.h"
#include "calendar/clock.h"
#include "claim/claim.h"

namespace gainsay::internal {

// ValueRow::qualifier: which half of the day is meant is known, or is not
// ("half past two").
inline constexpr std::string_view kFullClock = "24h", kHalfClock = "12h";
// ValueRow::text: the zone; kLocalClock where the text says "local time", empty
// where it says nothing, which is the same zone.
inline constexpr std::string_view kLocalClock = "LT";

inline bool IsToldClock(const ValueRow& value, const Interner& strings) {
  if (value.kind != ValueKind::kTime || !value.qualifier.valid()) return false;
  const std::string_view dial = strings.View(value.qualifier);
  return dial == kFullClock || dial == kHalfClock;
}

// True if both are told in one zone, as far as is said.
inline bool SameClockZone(const ValueRow& a, const ValueRow& b,
                          const Interner& strings) {
  const auto zone = [&](const ValueRow& value) {
    const std::string_view text = strings.View(value.text);
    return text == kLocalClock ? std::string_view() : text;
  };
  return zone(a) == zone(b);
}

// How many minutes lie between two of one zone; 0 where they may be one.
inline double ToldClockGap(const ValueRow& a, const ValueRow& b, bool core,
                           const Interner& strings, double* moved = nullptr) {
  const bool full = strings.View(a.qualifier) == kFullClock &&
                    strings.View(b.qualifier) == kFullClock;
  const double period = full ? kMinutesOfDay : kMinutesOfHalf;
  double turns = 0;
  const double gap = core ? ClockGap(a.qcore, b.qcore, period, &turns)
                          : ClockGap(a.qhull, b.qhull, period, &turns);
  if (moved != nullptr) *moved = turns * period;
  return gap;
}

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_TOLD_CLOCK_H_

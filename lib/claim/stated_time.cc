#include "claim/stated_time.h"

#include <algorithm>

namespace gainsay::internal {
namespace {

constexpr double kMonth = 31;
constexpr int kHours = 12, kMinutes = 60;
constexpr double kAFewMinutes = 5, kQuarter = 15;

bool IsPoint(const Sense& sense) {
  return sense.kind == Sense::Kind::kPoint && sense.year == Sense::kNoYear &&
         !sense.shifted && !sense.same && sense.holiday.empty() &&
         sense.part == 0 && sense.week_of == 0;
}

}  // namespace

QuantityInterval PlaceInYear(const Sense& sense) {
  if (sense.kind != Sense::Kind::kPoint || sense.month == 0 || sense.shifted ||
      sense.part != 0)
    return {0, -1, false, false};
  const double month = (sense.month - 1) * kMonth;
  if (sense.day == 0) return {month + 1, month + kMonth, false, false};
  return {month + sense.day, month + sense.day, false, false};
}

bool StateCalendar(const Sense& sense, StatedValue& value) {
  if (!IsPoint(sense)) return false;
  value.place_in_year = PlaceInYear(sense);
  if (!value.place_in_year.empty()) {
    value.kind = StatedValue::Kind::kCalendar;
    value.core = value.hull = value.place_in_year;
    return true;
  }
  if (sense.weekday == 0) return false;
  value.kind = StatedValue::Kind::kWeekday;
  const double day = sense.weekday;
  value.core = value.hull = {day, day, false, false};
  return true;
}

bool StateClock(const Sense& sense, StatedValue& value) {
  if (sense.kind != Sense::Kind::kPoint || sense.hour < 0) return false;
  const int minute = std::max<int>(sense.minute, 0);
  const double at = (sense.hour % kHours) * kMinutes + minute;
  value.kind = StatedValue::Kind::kClock;
  value.number = at;
  value.core = {at, at, false, false};
  // A full hour is often a rounded one.
  const double slack =
      minute % static_cast<int>(kQuarter) == 0 ? kAFewMinutes : 0;
  value.hull = {at - slack, at + slack, false, false};
  return true;
}

void Loosen(StatedValue& clock) {
  clock.core = {clock.number - kQuarter, clock.number + kQuarter, false, false};
  clock.hull = {clock.number - 2 * kQuarter, clock.number + 2 * kQuarter, false,
                false};
}

bool ClocksMeet(const QuantityInterval& x, const QuantityInterval& y) {
  for (const double turn : {-kHalfDay, 0.0, kHalfDay}) {
    QuantityInterval turned = y;
    turned.lo += turn;
    turned.hi += turn;
    if (x.Meets(turned)) return true;
  }
  return false;
}

}  // namespace gainsay::internal

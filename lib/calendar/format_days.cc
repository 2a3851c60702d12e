#include "calendar/format_days.h"

#include <chrono>

namespace gainsay::internal {

DayRun RunOf(DayInterval d) {
  using namespace std::chrono;
  if (d.lo == d.hi) return DayRun::kDay;
  if (d.lo <= kMinusInfinity || d.hi >= kPlusInfinity) return DayRun::kOther;
  const year_month_day lo{sys_days(days(d.lo))}, hi{sys_days(days(d.hi))};
  const year_month_day next{sys_days(days(d.hi + 1))};
  const bool whole_months = lo.day() == day(1) && next.day() == day(1);
  if (!whole_months || lo.year() != hi.year()) return DayRun::kOther;
  if (lo.month() == hi.month()) return DayRun::kMonth;
  return lo.month() == January && hi.month() == December ? DayRun::kYear
                                                         : DayRun::kOther;
}

std::string FormatDays(DayInterval d) {
  const std::string first = FormatDay(d.lo);
  switch (RunOf(d)) {
    case DayRun::kDay:
      return first;
    case DayRun::kMonth:
      return first.substr(0, first.size() - 3);
    case DayRun::kYear:
      return first.substr(0, first.size() - 6);
    case DayRun::kOther:
      break;
  }
  return (d.lo <= kMinusInfinity ? ".." : first) + "/" +
         (d.hi >= kPlusInfinity ? ".." : FormatDay(d.hi));
}

}  // namespace gainsay::internal

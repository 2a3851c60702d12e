// Periods of the calendar: what a date names, from a day to a century.
#ifndef GAINSAY_LIB_RESOLVE_PERIOD_H_
#define GAINSAY_LIB_RESOLVE_PERIOD_H_

#include <cstdint>
#include <string>

#include "calendar/civil.h"
#include "gainsay/date.h"
#include "lang/units.h"

namespace gainsay::internal {

// A stretch of whole days with a name in TIMEX3.
struct Period {
  enum class Kind : std::uint8_t {
    kNone,
    kDay,
    kWeekend,
    kWeek,
    kMonth,
    kSeason,
    kQuarter,
    kHalf,
    kYear,
    kFiscalYear,
    kDecade,
    kCentury,
  };
  Kind kind = Kind::kNone;
  std::int32_t year =
      0;  // of its first day; ISO year of a week; first year of a decade
  std::int32_t index =
      0;             // month, week, season (EDTF), quarter 1-4 or half 1-2
  DayInterval days;  // first and last day

  friend bool operator==(const Period&, const Period&) = default;
};

Period DayPeriod(Day day);
Period WeekPeriod(Day day);     // the ISO week that holds the day
Period WeekendPeriod(Day day);  // the weekend of that week
Period MonthPeriod(std::int32_t year, std::int32_t month);
Period SeasonPeriod(
    std::int32_t year,
    std::int32_t code);  // EDTF 21-24; winter ends in the next year
Period QuarterPeriod(std::int32_t year, std::int32_t quarter);
Period HalfPeriod(std::int32_t year, std::int32_t half);
Period YearPeriod(std::int32_t year);
Period FiscalYearPeriod(std::int32_t year);
Period DecadePeriod(std::int32_t first_year);
Period CenturyPeriod(std::int32_t first_year);  // 1900: [1901, 2000] in core

// The period of a unit that holds the day, and the one `n` units from a period.
Period PeriodOf(Unit unit, Day day);
Period ShiftPeriod(const Period& period, double n, Unit unit);

// TIMEX3 value: "1998-08-08", "1998-W32", "1998-Q3", "199" ...
std::string TimexValue(const Period& period);

// The day of a date, or none if there is no such date (30 February).
bool FindDay(std::int32_t year, std::int32_t month, std::int32_t day, Day* out);
int IsoWeekday(Day day);  // 1 Monday to 7

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_RESOLVE_PERIOD_H_

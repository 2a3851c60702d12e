#include "resolve/period.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>

#include "calendar/cuts.h"

namespace gainsay::internal {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr std::int32_t kLeastYear = -30000, kMostYear = 30000;

std::int32_t ClampYear(std::int64_t year) {
  return static_cast<std::int32_t>(year < kLeastYear  ? kLeastYear
                                   : year > kMostYear ? kMostYear
                                                      : year);
}

Day FirstOf(std::int32_t year, std::int32_t month) {
  using std::chrono::month_day;
  const year_month_day ymd{std::chrono::year(ClampYear(year)),
                           std::chrono::month(static_cast<unsigned>(month)),
                           std::chrono::day(1)};
  return static_cast<Day>(sys_days(ymd).time_since_epoch().count());
}

// `n` months from the first of a month on.
DayInterval Months(std::int64_t year, std::int32_t month, std::int32_t n) {
  const std::int64_t end = year * 12 + month - 1 + n;
  const std::int64_t end_year = end >= 0 ? end / 12 : -((11 - end) / 12);
  return {FirstOf(ClampYear(year), month),
          FirstOf(ClampYear(end_year),
                  static_cast<std::int32_t>(end - end_year * 12) + 1) -
              1};
}

std::int32_t FloorDiv(std::int32_t a, std::int32_t b) {
  return a >= 0 ? a / b : -((b - 1 - a) / b);
}

std::string Format(const char* format, std::int32_t year, std::int32_t index) {
  char buffer[48];
  const int size = std::snprintf(buffer, sizeof buffer, format, year, index);
  return {buffer, static_cast<std::size_t>(size)};
}

}  // namespace

bool FindDay(std::int32_t year, std::int32_t month, std::int32_t day,
             Day* out) {
  if (year < kLeastYear || year > kMostYear || month < 1 || month > 12 ||
      day < 1 || day > 31)
    return false;
  const year_month_day ymd{std::chrono::year(year),
                           std::chrono::month(static_cast<unsigned>(month)),
                           std::chrono::day(static_cast<unsigned>(day))};
  if (!ymd.ok()) return false;
  *out = static_cast<Day>(sys_days(ymd).time_since_epoch().count());
  return true;
}

int IsoWeekday(Day day) {
  return static_cast<int>(
      std::chrono::weekday(sys_days{days{day}}).iso_encoding());
}

Period DayPeriod(Day day) {
  return {Period::Kind::kDay, CivilOf(day).year, 0, {day, day}};
}

Period WeekPeriod(Day day) {
  const Day monday = day - (IsoWeekday(day) - 1);
  const std::int32_t year =
      CivilOf(monday + 3).year;  // the year of its Thursday
  const std::int32_t week = (monday + 3 - FirstOf(year, 1)) / 7 + 1;
  return {Period::Kind::kWeek, year, week, {monday, monday + 6}};
}

Period WeekendPeriod(Day day) {
  Period week = WeekPeriod(day);
  week.kind = Period::Kind::kWeekend;
  week.days.lo += 5;
  return week;
}

Period MonthPeriod(std::int32_t year, std::int32_t month) {
  return {Period::Kind::kMonth, year, month, Months(year, month, 1)};
}
Period SeasonPeriod(std::int32_t year, std::int32_t code) {
  return {Period::Kind::kSeason, year, code, Months(year, (code - 20) * 3, 3)};
}
Period QuarterPeriod(std::int32_t year, std::int32_t quarter) {
  return {Period::Kind::kQuarter, year, quarter,
          Months(year, quarter * 3 - 2, 3)};
}
Period HalfPeriod(std::int32_t year, std::int32_t half) {
  return {Period::Kind::kHalf, year, half, Months(year, half * 6 - 5, 6)};
}
Period YearPeriod(std::int32_t year) {
  return {Period::Kind::kYear, year, 0, Months(year, 1, 12)};
}
Period FiscalYearPeriod(std::int32_t year) {
  return {Period::Kind::kFiscalYear,
          year,
          0,
          {FirstOf(ClampYear(std::int64_t{year} - 1), 4),
           FirstOf(ClampYear(std::int64_t{year} + 1), 4) - 1}};
}
Period DecadePeriod(std::int32_t first_year) {
  return {Period::Kind::kDecade,
          first_year,
          0,
          {FirstOf(first_year, 1), FirstOf(first_year + 10, 1) - 1}};
}
Period CenturyPeriod(std::int32_t first_year) {
  return {Period::Kind::kCentury,
          first_year,
          0,
          {FirstOf(first_year + 1, 1), FirstOf(first_year + 101, 1) - 1}};
}

Period PeriodOf(Unit unit, Day day) {
  const CivilDay date = CivilOf(day);
  switch (unit) {
    case Unit::kWeekend:
      return WeekendPeriod(day);
    case Unit::kWeek:
    case Unit::kFortnight:
      return WeekPeriod(day);
    case Unit::kMonth:
      return MonthPeriod(date.year, static_cast<std::int32_t>(date.month));
    case Unit::kQuarter:
      return QuarterPeriod(date.year,
                           static_cast<std::int32_t>(date.month + 2) / 3);
    case Unit::kHalfYear:
      return HalfPeriod(date.year,
                        static_cast<std::int32_t>(date.month + 5) / 6);
    case Unit::kYear:
      return YearPeriod(date.year);
    case Unit::kFiscalYear:
      return FiscalYearPeriod(date.year);
    case Unit::kDecade:
      return DecadePeriod(FloorDiv(date.year, 10) * 10);
    case Unit::kCentury:
    case Unit::kMillennium:
      return CenturyPeriod(FloorDiv(date.year - 1, 100) * 100);
    default:
      return DayPeriod(day);
  }
}

Period ShiftPeriod(const Period& p, double n, Unit unit) {
  const double step = std::floor(n);
  const auto k = static_cast<std::int32_t>(step < -200000  ? -200000
                                           : step > 200000 ? 200000
                                                           : step);
  const auto by_months = [&](std::int32_t months) {
    switch (p.kind) {
      case Period::Kind::kDay:
        return DayPeriod(AddMonths(p.days.lo, months));
      case Period::Kind::kWeek:
        return WeekPeriod(AddMonths(p.days.lo + 3, months));
      case Period::Kind::kWeekend:
        return WeekendPeriod(AddMonths(p.days.lo, months));
      case Period::Kind::kSeason:
        return SeasonPeriod(p.year + FloorDiv(months, 12), p.index);
      case Period::Kind::kDecade:
        return DecadePeriod(p.year + FloorDiv(months, 120) * 10);
      case Period::Kind::kCentury:
        return CenturyPeriod(p.year + FloorDiv(months, 1200) * 100);
      case Period::Kind::kMonth:
        return PeriodOf(Unit::kMonth, AddMonths(p.days.lo, months));
      case Period::Kind::kQuarter:
        return PeriodOf(Unit::kQuarter, AddMonths(p.days.lo, months));
      case Period::Kind::kHalf:
        return PeriodOf(Unit::kHalfYear, AddMonths(p.days.lo, months));
      case Period::Kind::kFiscalYear:
        return FiscalYearPeriod(p.year + FloorDiv(months, 12));
      default:
        return PeriodOf(Unit::kYear, AddMonths(p.days.lo, months));
    }
  };
  const auto bounded = [](std::int64_t months) {
    return static_cast<std::int32_t>(std::min<std::int64_t>(
        std::max<std::int64_t>(months, -240000), 240000));
  };
  switch (unit) {
    case Unit::kMonth:
      return by_months(bounded(k));
    case Unit::kQuarter:
      return by_months(bounded(std::int64_t{k} * 3));
    case Unit::kHalfYear:
      return by_months(bounded(std::int64_t{k} * 6));
    case Unit::kSeason:
    case Unit::kYear:
    case Unit::kFiscalYear:
      return by_months(bounded(std::int64_t{k} * 12));
    case Unit::kDecade:
      return by_months(bounded(std::int64_t{k} * 120));
    case Unit::kCentury:
    case Unit::kMillennium:
      return by_months(bounded(std::int64_t{k} * 1200));
    default:
      break;
  }
  const Day days = unit == Unit::kWeek || unit == Unit::kWeekend ? k * 7
                   : unit == Unit::kFortnight                    ? k * 14
                   : unit >= Unit::kDay                          ? k
                                                                 : 0;
  if (p.kind == Period::Kind::kWeek) return WeekPeriod(p.days.lo + days);
  if (p.kind == Period::Kind::kWeekend) return WeekendPeriod(p.days.lo + days);
  return DayPeriod(p.days.lo + days);
}

std::string TimexValue(const Period& p) {
  switch (p.kind) {
    case Period::Kind::kDay:
      return FormatDay(p.days.lo);
    case Period::Kind::kWeek:
      return Format("%04d-W%02d", p.year, p.index);
    case Period::Kind::kWeekend:
      return Format("%04d-W%02d-WE", p.year, p.index);
    case Period::Kind::kMonth:
      return Format("%04d-%02d", p.year, p.index);
    case Period::Kind::kQuarter:
      return Format("%04d-Q%d", p.year, p.index);
    case Period::Kind::kHalf:
      return Format("%04d-H%d", p.year, p.index);
    case Period::Kind::kSeason: {
      constexpr const char* kNames[] = {"SP", "SU", "FA", "WI"};
      return Format("%04d-", p.year, 0) + kNames[(p.index - 21) & 3];
    }
    case Period::Kind::kFiscalYear:
    case Period::Kind::kYear:
      return p.year < 0 ? Format("-%04d", -p.year, 0)
                        : Format("%04d", p.year, 0);
    case Period::Kind::kDecade:
      return Format("%03d", FloorDiv(p.year, 10), 0);
    case Period::Kind::kCentury:
      return p.year < 0 ? Format("-%02dXX", -p.year / 100 - 1, 0)
                        : Format("%02d", p.year / 100, 0);
    case Period::Kind::kNone:
      break;
  }
  return {};
}

}  // namespace gainsay::internal

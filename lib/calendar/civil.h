// Civil dates and days of the proleptic Gregorian calendar.
#ifndef GAINSAY_LIB_CALENDAR_CIVIL_H_
#define GAINSAY_LIB_CALENDAR_CIVIL_H_

#include <chrono>
#include <cstdint>

#include "gainsay/date.h"

namespace gainsay::internal {

inline constexpr std::int32_t kMinYear = -32767;
inline constexpr std::int32_t kMaxYear = 32767;

struct CivilDay {
  std::int32_t year = 1970;
  unsigned month = 1, day = 1;
  friend constexpr bool operator==(const CivilDay&, const CivilDay&) = default;
};

// Undefined unless the date exists. Month 1..12, day 1..31.
constexpr Day DayOf(std::int32_t year, unsigned month, unsigned day) {
  const std::chrono::year_month_day ymd{std::chrono::year(year),
                                        std::chrono::month(month),
                                        std::chrono::day(day)};
  return static_cast<Day>(
      std::chrono::sys_days(ymd).time_since_epoch().count());
}

// Undefined for infinities and beyond the years of std::chrono.
constexpr CivilDay CivilOf(Day day) {
  const std::chrono::year_month_day ymd{
      std::chrono::sys_days(std::chrono::days(day))};
  return {static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
          static_cast<unsigned>(ymd.day())};
}

constexpr bool IsLeap(std::int32_t year) {
  return std::chrono::year(year).is_leap();
}

// 28..31; month 1..12.
constexpr unsigned LastDayOf(std::int32_t year, unsigned month) {
  constexpr unsigned kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && IsLeap(year) ? 29 : kDays[month - 1];
}

inline constexpr Day kFirstDay = DayOf(kMinYear, 1, 1);
inline constexpr Day kLastDay = DayOf(kMaxYear, 12, 31);

// Whole days of a year, of a month, and from one month to another (month
// numbers count from year 0: year * 12 + month - 1). Years beyond the range are
// clipped.
constexpr DayInterval DaysOfYears(std::int32_t first, std::int32_t last) {
  first = first < kMinYear ? kMinYear : first > kMaxYear ? kMaxYear : first;
  last = last < kMinYear ? kMinYear : last > kMaxYear ? kMaxYear : last;
  return {DayOf(first, 1, 1), DayOf(last, 12, 31)};
}
constexpr DayInterval DaysOfMonths(std::int32_t first, std::int32_t last) {
  const auto year = [](std::int32_t m) {
    return m >= 0 ? m / 12 : -((11 - m) / 12);
  };
  const auto month = [&](std::int32_t m) {
    return static_cast<unsigned>(m - year(m) * 12 + 1);
  };
  if (year(first) < kMinYear)
    return {kFirstDay, DaysOfMonths(kMinYear * 12, last).hi};
  if (year(last) > kMaxYear)
    return {DayOf(year(first), month(first), 1), kLastDay};
  return {DayOf(year(first), month(first), 1),
          DayOf(year(last), month(last), LastDayOf(year(last), month(last)))};
}

// Makes dates that no EDTF string stands for: windows that extraction resolved.
// They print as an EDTF interval of their core.
Date MakeDate(DayInterval core, DayInterval hull, Grain grain);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CALENDAR_CIVIL_H_

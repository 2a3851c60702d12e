#include "resolve/holidays.h"

#include <boost/date_time/gregorian/gregorian_types.hpp>
#include <charconv>

#include "resolve/period.h"

namespace gainsay::internal {
namespace {

bool ReadInt(std::string_view& text, std::int32_t* out) {
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), *out);
  if (error != std::errc()) return false;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return true;
}

Day ToDay(const boost::gregorian::date& date) {
  return static_cast<Day>((date - boost::gregorian::date(1970, 1, 1)).days());
}

}  // namespace

Day EasterSunday(std::int32_t year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7,
            m = (a + 11 * h + 22 * l) / 451;
  const int month = (h + l - 7 * m + 114) / 31,
            day = (h + l - 7 * m + 114) % 31 + 1;
  Day out = 0;
  FindDay(year, month, day, &out);
  return out;
}

bool HolidayOf(std::string_view rule, std::int32_t year, Day* day) {
  if (year < 1583 || year > 9999 || rule.size() < 3)
    return false;  // the calendar's and Boost's range
  if (rule.front() == 'E') {
    rule.remove_prefix(1);
    std::int32_t offset = 0;
    if (!ReadInt(rule, &offset)) return false;
    return *day = EasterSunday(year) + offset, true;
  }
  std::int32_t month = 0, second = 0, which = 0;
  if (!ReadInt(rule, &month) || rule.empty()) return false;
  rule.remove_prefix(1);
  if (!ReadInt(rule, &second)) return false;
  if (rule.empty()) return FindDay(year, month, second, day);
  rule.remove_prefix(1);
  if (!ReadInt(rule, &which) || month < 1 || month > 12) return false;
  namespace greg = boost::gregorian;
  const greg::greg_weekday weekday(static_cast<unsigned short>(second % 7));
  const greg::greg_month in(static_cast<unsigned short>(month));
  const auto y = static_cast<unsigned short>(year);
  if (which == 9)
    return *day = ToDay(
               greg::last_day_of_the_week_in_month(weekday, in).get_date(y)),
           true;
  using Nth = greg::nth_day_of_the_week_in_month;
  return *day = ToDay(
             Nth(static_cast<Nth::week_num>(which), weekday, in).get_date(y)),
         true;
}

}  // namespace gainsay::internal

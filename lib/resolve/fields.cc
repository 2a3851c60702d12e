#include "resolve/fields.h"

#include "resolve/holidays.h"

namespace gainsay::internal {

using Kind = Period::Kind;

std::int32_t FullYear(const Sense& sense, std::optional<Day> document_day) {
  if (!sense.two_digit_year) return sense.year;
  const std::int32_t now = document_day ? CivilOf(*document_day).year : 2000;
  std::int32_t year = now / 100 * 100 + sense.year;
  const std::int32_t ahead = sense.decade ? 0 : 20;
  if (year > now + ahead) year -= 100;
  return year;
}

Period PeriodInYear(const Sense& sense, std::int32_t year) {
  Day day = 0;
  if (!sense.holiday.empty())
    return HolidayOf(sense.holiday, year, &day) ? DayPeriod(day) : Period();
  if (sense.month != 0 && sense.day != 0)
    return FindDay(year, sense.month, sense.day, &day) ? DayPeriod(day)
                                                       : Period();
  if (sense.month != 0) return MonthPeriod(year, sense.month);
  if (sense.part >= 40) return HalfPeriod(year, sense.part - 39);
  if (sense.part >= 33) return QuarterPeriod(year, sense.part - 32);
  if (sense.part >= 21) return SeasonPeriod(year, sense.part);
  if (sense.fiscal) return FiscalYearPeriod(year);
  if (sense.decade) return DecadePeriod(year);
  if (sense.century) return CenturyPeriod(year);
  return YearPeriod(year);
}

}  // namespace gainsay::internal

#include "resolve/nearest.h"

#include <cmath>
#include <cstdlib>

#include "calendar/cuts.h"

namespace gainsay::internal {
namespace {

constexpr Day kAgainstTense = 90;  // what evidence of tense weighs, in days
constexpr Day kUnsure =
    120;  // beyond this many days from the document, the year is a guess
constexpr Day kWrongWeekday = 4000;

Day Cost(const Period& p, Day day, int tense, int weekday) {
  Day days = std::abs(p.days.lo / 2 + p.days.hi / 2 - day);
  if (tense <= 0 && p.days.lo > day)
    days += days / 2;  // news tells of the past
  if (tense < 0 && p.days.lo > day) days += kAgainstTense;
  if (tense > 0 && p.days.hi < day) days += kAgainstTense;
  if (weekday != 0 && IsoWeekday(p.days.lo) != weekday) days += kWrongWeekday;
  return days;
}

}  // namespace

Period Nearest(const std::array<Period, 3>& around, Day day, int tense,
               int weekday, bool* unsure) {
  const Period* best = &around[1];
  for (const std::size_t i : {std::size_t{0}, std::size_t{2}}) {
    if (Cost(around[i], day, tense, weekday) < Cost(*best, day, tense, weekday))
      best = &around[i];
  }
  *unsure =
      tense == 0 && weekday == 0 && Cost(*best, day, tense, weekday) > kUnsure;
  return *best;
}

Period WeekdayOnDay(int weekday, int day_of_month, Day around) {
  const CivilDay date = CivilOf(around);
  Period best;
  for (std::int32_t n = -24; n <= 24; ++n) {
    const std::int32_t months =
        date.year * 12 + static_cast<std::int32_t>(date.month) - 1 + n;
    Day day = 0;
    if (!FindDay(months / 12, months % 12 + 1, day_of_month, &day) ||
        IsoWeekday(day) != weekday)
      continue;
    if (best.kind == Period::Kind::kNone ||
        std::abs(day - around) < std::abs(best.days.lo - around))
      best = DayPeriod(day);
  }
  return best;
}

bool ShiftClock(std::int32_t second_of_day, Sense& sense, Day* days) {
  constexpr double kSeconds[] = {1, 60, 3600};
  constexpr std::int64_t kDay = 86400;
  const double size = kSeconds[static_cast<std::size_t>(sense.shift_unit)];
  const double total = second_of_day + sense.shift * size;
  if (!(std::abs(total) < 1e9)) return false;
  const auto second = static_cast<std::int64_t>(std::floor(total));
  const std::int64_t off =
      second >= 0 ? second / kDay : -((kDay - 1 - second) / kDay);
  const std::int64_t rest = second - off * kDay;
  *days = static_cast<Day>(off);
  sense.hour = static_cast<std::int8_t>(rest / 3600);
  sense.minute = static_cast<std::int8_t>(rest / 60 % 60);
  if (rest % 60 != 0) sense.second = static_cast<std::int8_t>(rest % 60);
  return true;
}

}  // namespace gainsay::internal

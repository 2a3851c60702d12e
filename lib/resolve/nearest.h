// Which of the days or periods that words may mean lies where they put it.
#ifndef GAINSAY_LIB_RESOLVE_NEAREST_H_
#define GAINSAY_LIB_RESOLVE_NEAREST_H_

#include <array>
#include <cstdint>

#include "gainsay/date.h"
#include "mention/sense.h"
#include "resolve/period.h"

namespace gainsay::internal {

// Of the periods a year before, in and after a document's year, the one nearest
// to its day; against that, tense weighs as half a year, and a weekday (1 to 7,
// 0 none) settles it. `unsure`: nothing but a far distance spoke for it.
Period Nearest(const std::array<Period, 3>& around, Day day, int tense,
               int weekday, bool* unsure);

// "Tuesday the 14th": the nearest day of that weekday and number, within two
// years; none if the number never falls on it.
Period WeekdayOnDay(int weekday, int day_of_month, Day around);

// Shifts a clock by `sense`, a length of seconds, minutes or hours: its hour,
// minute and second, and by how many days it is off. False if out of range.
bool ShiftClock(std::int32_t second_of_day, Sense& sense, Day* days);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_RESOLVE_NEAREST_H_

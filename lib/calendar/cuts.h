// What counted lengths of time mean in days, under each of the five cuts.
//
// A bare count ("six years") is read by completed, rounded or calendar
// counting; the hull is the widest defensible reading, the core what most
// careful readers accept. Every other expression keeps its hull under the three
// conventions. The formulas and the table behind them: docs/denotations.md.
#ifndef GAINSAY_LIB_CALENDAR_CUTS_H_
#define GAINSAY_LIB_CALENDAR_CUTS_H_

#include <array>
#include <cstdint>
#include <string_view>

#include "gainsay/date.h"
#include "gainsay/value.h"

namespace gainsay::internal {

inline constexpr std::array<Cut, kCutCount> kAllCuts = {
    Cut::kHull, Cut::kCompleted, Cut::kRounded, Cut::kCalendar, Cut::kCore};

// True for a count that the three conventions change: a cardinal of years,
// months or weeks, no hedge, not a rounded count, no range.
bool IsBareCount(const Count& count);

// A rounded count by its number: a multiple of ten years from 20 up, or
// flagged.
bool IsRoundCount(const Count& count);

// Least and most days that a count may span, whatever the anchor in 1901-2099
// (`wide`: in any 400-year cycle). For Cut::kCalendar of a bare count this is
// the necessary condition in days; the year-node relation itself is the
// network's.
DayInterval CountDays(const Count& count, Cut cut, bool wide = false);

// The same, for comparing counts of one unit on one ordered pair of points:
// measured from one and the same day, whose units have one nominal length. Six
// completed years against five: [2191, 2556] and [1826, 2190] never meet,
// though as days of any anchor they might. A bare count under kCalendar is
// exactly n units.
DayInterval UnitDays(const Count& count, Cut cut);

// The window of the other end of a count, by exact calendar shift from a
// *given* day: before it (sign -1: "six years ago", "after six years") or after
// it (+1). Under kCalendar a bare count of years gives whole calendar years, of
// months whole calendar months.
DayInterval ShiftByCount(Day given, const Count& count, Cut cut, int sign);

// Add months to a civil day, clipped to the end of the month.
Day AddMonths(Day day, std::int32_t months);

// First and last day of the year or month of a day.
DayInterval YearOf(Day day);
DayInterval MonthOf(Day day);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CALENDAR_CUTS_H_

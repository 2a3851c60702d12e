// What a clock time that a text tells denotes: minutes of a day, with what its
// rounding and its hedge leave open.
//
//   "4:12 a.m."            4:12, a minute or two about it
//   "4 a.m."               also 4:12: a full hour is often a rounded one
//   "shortly before 9 pm"  the last minutes before it
//   "by 7 a.m."            no later; from when on is not said
#ifndef GAINSAY_LIB_CALENDAR_CLOCK_H_
#define GAINSAY_LIB_CALENDAR_CLOCK_H_

#include "calendar/quantity.h"
#include "gainsay/value.h"

namespace gainsay::internal {

inline constexpr double kMinutesOfDay = 24 * 60, kMinutesOfHalf = 12 * 60;

struct ToldClock {
  double minute = 0;  // of the day, [0, 1440]
  Modifier modifier = Modifier::kBare;
  bool close = false;  // kBefore, kAfter: by minutes, "shortly before"
};

// In minutes; an end may lie before 0 or after 1440, which are the day before
// and the day after.
struct ClockCuts {
  QuantityInterval core, hull;
};
ClockCuts DenoteClock(const ToldClock& told);

// "Between 6 and 8 pm": both ends with their rounding. An end before the begin
// is of the next day.
ClockCuts DenoteClockRange(double begin, double end);

// How many minutes lie between two intervals on a dial that comes round every
// `period` minutes; 0 where they meet. `turns`: how many periods `b` was moved
// by to come that near.
double ClockGap(const QuantityInterval& a, const QuantityInterval& b,
                double period, double* turns = nullptr);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CALENDAR_CLOCK_H_

#include "calendar/clock.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gainsay::internal {
namespace {

// How far a clock that names a full hour, a half, a quarter, a multiple of five
// minutes or a minute may be off: in the plain and in the widest reading, and
// if it is called a rough one. Minutes.
struct Rounding {
  double every, plain, widest, about;
};
constexpr Rounding kRoundings[] = {{60, 15, 30, 45},
                                   {30, 5, 15, 30},
                                   {15, 5, 12, 25},
                                   {5, 2, 6, 20},
                                   {1, 1, 2, 12}};

constexpr double kPlainly = 2.0 / 3;  // of what "about" may be off

// "Shortly before 9": so many minutes, plainly and at most.
constexpr double kShortly = 15, kShortlyAtMost = 40;

const Rounding& RoundingOf(double minute) {
  for (const Rounding& r : kRoundings) {
    if (std::fmod(minute, r.every) == 0) return r;
  }
  return kRoundings[4];
}

QuantityInterval Within(double lo, double hi) { return {lo, hi, false, false}; }

// "Before", "after": what may lie between is told or it is half a day.
ClockCuts Before(double at, double slack, bool close) {
  if (close)
    return {Within(at - kShortly, at), Within(at - kShortlyAtMost, at + slack)};
  return {Within(at - kMinutesOfHalf, at),
          Within(at - kMinutesOfHalf, at + slack)};
}
ClockCuts After(double at, double slack, bool close) {
  if (close)
    return {Within(at, at + kShortly), Within(at - slack, at + kShortlyAtMost)};
  return {Within(at, at + kMinutesOfHalf),
          Within(at - slack, at + kMinutesOfHalf)};
}

}  // namespace

ClockCuts DenoteClock(const ToldClock& told) {
  const Rounding& r = RoundingOf(told.minute);
  const double at = told.minute;
  switch (told.modifier) {
    case Modifier::kBefore:
    case Modifier::kOnOrBefore:
    case Modifier::kAtMost:
    case Modifier::kLessThan:
      return Before(at, r.plain, told.close);
    case Modifier::kNearly:
      return Before(at, r.plain, true);
    case Modifier::kAfter:
    case Modifier::kOnOrAfter:
    case Modifier::kAtLeast:
    case Modifier::kMoreThan:
      return After(at, r.plain, told.close);
    case Modifier::kBare:
      return {Within(at - r.plain, at + r.plain),
              Within(at - r.widest, at + r.widest)};
    default:  // about
      return {Within(at - kPlainly * r.about, at + kPlainly * r.about),
              Within(at - r.about, at + r.about)};
  }
}

ClockCuts DenoteClockRange(double begin, double end) {
  if (end < begin) end += kMinutesOfDay;
  const Rounding &first = RoundingOf(begin), &last = RoundingOf(end);
  return {Within(begin, end), Within(begin - first.plain, end + last.plain)};
}

double ClockGap(const QuantityInterval& a, const QuantityInterval& b,
                double period, double* turns) {
  double least = std::numeric_limits<double>::infinity();
  for (double k = -2 * kMinutesOfDay / period; k <= 2 * kMinutesOfDay / period;
       ++k) {
    const double lo = b.lo + k * period, hi = b.hi + k * period;
    const double gap = std::max({0.0, lo - a.hi, a.lo - hi});
    if (gap >= least) continue;
    least = gap;
    if (turns != nullptr) *turns = k;
  }
  return least;
}

}  // namespace gainsay::internal

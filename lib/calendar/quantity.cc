#include "calendar/quantity.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gainsay::internal {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

QuantityInterval Around(double lo, double hi, double slack) {
  return {lo - slack, hi + slack, false, false};
}

// The next rounder number: 120 -> 130 at unit 10; at least a tenth more.
double NextStep(double number, double unit) {
  return number + std::max(unit, std::abs(number) / 10);
}

}  // namespace

double CountStep(double number) {
  number = std::abs(number);
  if (number < 100 || number > 1e15 || number != std::floor(number)) return 1;
  double unit = 1;
  while (std::fmod(number, unit * 10) == 0) unit *= 10;
  return unit;
}

QuantityCuts Denote(const QuantityStated& s) {
  const double lo = std::min(s.number, s.number_max),
               hi = std::max(s.number, s.number_max);
  const bool whole = s.number == std::floor(s.number);
  const double unit =
      std::max({s.step, whole ? CountStep(s.number) : 0.0, 0.0});
  const bool exact = whole && unit <= 1;
  const double u = unit > 0 ? unit : 1;
  const double size = std::max(std::abs(lo), std::abs(hi));
  switch (s.modifier) {
    case Modifier::kAbout:
      return {Around(lo, hi, std::max(u, size / 10)),
              Around(lo, hi, std::max(2 * u, size / 5))};
    case Modifier::kMoreThan:
    case Modifier::kAfter:
      return {{lo, NextStep(lo, u), true, false}, {lo, kInfinity, true, true}};
    case Modifier::kAtLeast:
    case Modifier::kOnOrAfter:
      return {{lo, NextStep(lo, u), false, false},
              {lo, kInfinity, false, true}};
    case Modifier::kNearly:
      return {{hi - u, hi, false, true}, {hi - 2 * u, hi, false, true}};
    case Modifier::kLessThan:
    case Modifier::kBefore:
      return {{0, hi, false, true}, {0, hi, false, true}};
    case Modifier::kAtMost:
    case Modifier::kOnOrBefore:
      return {{0, hi, false, false}, {0, hi, false, false}};
    case Modifier::kVague:
      return {{lo, hi, false, false}, {lo / 2, hi * 2, false, false}};
    case Modifier::kBare:
    case Modifier::kStart:
    case Modifier::kMid:
    case Modifier::kEnd:
      break;
  }
  if (exact && !s.measured)
    return {{lo, hi, false, false}, {lo, hi, false, false}};
  if (!whole && s.step > 0 && s.step < 1)
    return {Around(lo, hi, s.step / 2), Around(lo, hi, s.step / 2)};
  return {Around(lo, hi, u / 2), Around(lo, hi, u)};
}

}  // namespace gainsay::internal

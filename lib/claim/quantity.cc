#include "claim/quantity.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gainsay::internal {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

QuantityInterval Closed(double lo, double hi) { return {lo, hi, false, false}; }

// From n up to the next round step: the next multiple of the unit above the
// last digit's.
QuantityInterval Above(double n, double unit, bool open) {
  const double step = unit * 10;
  return {n, (std::floor(n / step) + 1) * step, open, true};
}

}  // namespace

double LastDigitUnit(double number) {
  number = std::abs(number);
  if (number == 0 || !std::isfinite(number)) return 1;
  constexpr int kSmallest = -9;
  double unit = std::pow(10.0, std::floor(std::log10(number)));
  for (int i = 0; i < 17 && unit > std::pow(10.0, kSmallest); ++i, unit /= 10) {
    const double digits = number / unit;
    if (std::abs(digits - std::round(digits)) <= 1e-9 * std::max(1.0, digits))
      return unit;
  }
  return unit;
}

QuantityWindows WindowsOfQuantity(double lo, double hi, Modifier modifier,
                                  double step) {
  const double unit = step > 0 ? step : LastDigitUnit(lo);
  switch (modifier) {
    case Modifier::kAbout: {
      const double narrow = std::max(unit, std::abs(lo) / 10),
                   wide = std::max(2 * unit, std::abs(lo) / 5);
      return {Closed(lo - narrow, hi + narrow), Closed(lo - wide, hi + wide)};
    }
    case Modifier::kMoreThan:
    case Modifier::kAfter:
      return {Above(lo, unit, true), {lo, kInfinity, true, false}};
    case Modifier::kAtLeast:
    case Modifier::kOnOrAfter:
      return {Above(lo, unit, false), {lo, kInfinity, false, false}};
    case Modifier::kNearly:
      return {{lo - unit, lo, false, true}, {lo - 2 * unit, lo, false, true}};
    case Modifier::kLessThan:
    case Modifier::kBefore:
      return {{std::min(0.0, lo), lo, false, true},
              {-kInfinity, lo, false, true}};
    case Modifier::kAtMost:
    case Modifier::kOnOrBefore:
      return {Closed(std::min(0.0, lo), hi), {-kInfinity, hi, false, false}};
    case Modifier::kBare:
    case Modifier::kVague:
    case Modifier::kStart:
    case Modifier::kMid:
    case Modifier::kEnd:
      break;
  }
  if (step > 0 && step < 1)
    return {Closed(lo - step / 2, hi + step / 2),
            Closed(lo - step / 2, hi + step / 2)};
  return {Closed(lo - step / 2, hi + step / 2), Closed(lo - step, hi + step)};
}

}  // namespace gainsay::internal

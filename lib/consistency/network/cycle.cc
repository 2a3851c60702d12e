#include "consistency/network/cycle.h"

#include <algorithm>
#include <cstdint>

namespace gainsay::internal::stp {
namespace {

std::int64_t Cost(bool forward, DayInterval days) {
  constexpr std::int64_t kNever = std::int64_t{1} << 40;
  if (forward) return days.hi == kPlusInfinity ? kNever : days.hi;
  return days.lo == kMinusInfinity ? kNever : -std::int64_t{days.lo};
}

}  // namespace

std::optional<bool> IsNegative(const Store& store, const Problem& problem,
                               const Cycle& cycle, Cut cut) {
  std::int64_t forth = 0, back = 0;
  for (const LocalHop hop : cycle) {
    const DayInterval days = store.Days(problem.bounds[hop.bound].bound, cut);
    forth += Cost(hop.forward, days);
    back += Cost(!hop.forward, days);
  }
  if (forth < 0) return true;
  if (back < 0) return false;
  return std::nullopt;
}

NetworkWalk WalkOf(const Problem& problem, const Cycle& cycle) {
  NetworkWalk walk;
  walk.cut = problem.cut;
  walk.hops.reserve(cycle.size());
  for (const LocalHop hop : cycle) {
    const LocalBound& b = problem.bounds[hop.bound];
    walk.hops.push_back({b.bound,
                         problem.point[b.from],
                         problem.point[b.to],
                         problem.axis[b.from],
                         problem.axis[b.to],
                         {b.lo, b.hi},
                         hop.forward});
    walk.sum += walk.hops.back().cost();
  }
  return walk;
}

NetworkWalk WalkUnder(const Store& store, const Problem& problem,
                      const Cycle& cycle, Cut cut) {
  NetworkWalk walk = WalkOf(problem, cycle);
  walk.cut = cut;
  if (!IsNegative(store, problem, cycle, cut).value_or(true)) {
    std::reverse(walk.hops.begin(), walk.hops.end());
    for (NetworkHop& hop : walk.hops) hop.forward = !hop.forward;
  }
  walk.sum = 0;
  for (NetworkHop& hop : walk.hops) {
    hop.days = store.Days(hop.bound, cut);
    walk.sum += hop.cost();
  }
  return walk;
}

}  // namespace gainsay::internal::stp

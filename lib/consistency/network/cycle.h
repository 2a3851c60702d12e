// Cycles of one problem, weighed and shown under other cuts.
#ifndef GAINSAY_LIB_CONSISTENCY_NETWORK_CYCLE_H_
#define GAINSAY_LIB_CONSISTENCY_NETWORK_CYCLE_H_

#include <optional>
#include <vector>

#include "consistency/network/search.h"

namespace gainsay::internal::stp {

using Cycle = std::vector<LocalHop>;

// Whether a cycle is negative under a cut: true as it runs, false the other way
// round. (Never both: the ends of a bound are in order.)
std::optional<bool> IsNegative(const Store& store, const Problem& problem,
                               const Cycle& cycle, Cut cut);

// The cycle as it runs, with the problem's own days.
NetworkWalk WalkOf(const Problem& problem, const Cycle& cycle);
// The way round that is negative under a cut, with the days of that cut.
NetworkWalk WalkUnder(const Store& store, const Problem& problem,
                      const Cycle& cycle, Cut cut);

}  // namespace gainsay::internal::stp

#endif  // GAINSAY_LIB_CONSISTENCY_NETWORK_CYCLE_H_

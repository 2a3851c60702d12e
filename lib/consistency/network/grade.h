// The graded conflicts of one component.
#ifndef GAINSAY_LIB_CONSISTENCY_NETWORK_GRADE_H_
#define GAINSAY_LIB_CONSISTENCY_NETWORK_GRADE_H_

#include <cstdint>
#include <span>
#include <vector>

#include "consistency/network/quick.h"
#include "consistency/network/search.h"
#include "gainsay/network.h"

namespace gainsay::internal::stp {

struct ComponentReport {
  std::vector<NetworkConflict> conflicts;
  // Of the statements of each in turn, sorted: the order of ties.
  std::vector<std::uint64_t> hashes;
  std::vector<std::uint32_t> refused_givens;  // in the store
  bool inconsistent = false;  // a definite conflict or a refused given
  std::uint64_t truncated = 0;
  bool over_budget = false, stopped = false;

  bool empty() const {
    return conflicts.empty() && refused_givens.empty() && truncated == 0 &&
           !inconsistent && !over_budget && !stopped;
  }
};

// Definite: inconsistent in the hull. Probable: a minimal conflict of completed
// or rounded counting that is inconsistent in the other and in the calendar cut
// too (where all its bare counts are weeks: completed and rounded only), and
// not in the hull. Tension: inconsistent in core, and neither. Two counts of
// one unit on one ordered pair are compared in that unit.
// Cuts that `need` rules out are not looked at.
ComponentReport GradeComponent(const Store& store,
                               std::span<const std::uint32_t> bounds,
                               const NetworkOptions& options, const Need& need,
                               Scratch& scratch);

// Only whether it has a definite conflict.
bool IsComponentConsistent(const Store& store,
                           std::span<const std::uint32_t> bounds,
                           Scratch& scratch);

// Pairs of counts of one unit on one ordered pair of points that exclude each
// other in that unit, by ranks (problem.h).
std::vector<std::vector<std::uint32_t>> UnitConflicts(
    const Store& store, std::span<const std::uint32_t> bounds, Cut cut,
    Scratch& scratch);

}  // namespace gainsay::internal::stp

#endif  // GAINSAY_LIB_CONSISTENCY_NETWORK_GRADE_H_

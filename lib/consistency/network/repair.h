// Smallest corrections: implicit hitting sets (Karp 2010; Ignatiev et al.
// 2015).
#ifndef GAINSAY_LIB_CONSISTENCY_NETWORK_REPAIR_H_
#define GAINSAY_LIB_CONSISTENCY_NETWORK_REPAIR_H_

#include <cstdint>
#include <span>

#include "consistency/network/store.h"

namespace gainsay::internal::stp {

// A cheapest set of statements that leaves the bounds consistent in the hull.
// Guess a cheapest set that meets all conflicts seen so far, ask for a conflict
// that it misses, repeat; branch and bound with disjoint conflicts as the lower
// bound.
Correction FindCorrection(const Store& store,
                          std::span<const std::uint32_t> bounds,
                          CorrectionCost cost, const NetworkOptions& options);

// Of all inconsistent components, `options.threads` at a time; those that share
// a statement are corrected together.
Correction RepairAll(const Store& store, CorrectionCost cost,
                     const NetworkOptions& options);

}  // namespace gainsay::internal::stp

#endif  // GAINSAY_LIB_CONSISTENCY_NETWORK_REPAIR_H_

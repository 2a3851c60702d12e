// Near misses in time: statements of one family that bound the same point, say
// different things, and agree.
#ifndef GAINSAY_LIB_CONSISTENCY_TEMPORAL_NEAR_MISS_H_
#define GAINSAY_LIB_CONSISTENCY_TEMPORAL_NEAR_MISS_H_

#include <span>
#include <vector>

#include "consistency/conflict.h"
#include "graph/build.h"

namespace gainsay::internal {

// At most one a pair of signatures (see FamilySignatures), at most `cap` in
// all, in the order of their statements. Pairs that stand in one of `conflicts`
// are none. Reasons: same-value, refinement, granularity, tolerance, modality.
std::vector<NearMissRow> TemporalNearMisses(
    const StatementTable& statements, const PointGraph& graph,
    const GraphInput& input, std::span<const std::uint64_t> signatures,
    std::span<const Conflict> conflicts, std::size_t cap);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CONSISTENCY_TEMPORAL_NEAR_MISS_H_

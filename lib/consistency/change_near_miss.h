// Near misses of what changes: another holder later, a toll that grew.
#ifndef GAINSAY_LIB_CONSISTENCY_CHANGE_NEAR_MISS_H_
#define GAINSAY_LIB_CONSISTENCY_CHANGE_NEAR_MISS_H_

#include <span>
#include <vector>

#include "consistency/check.h"

namespace gainsay::internal {

// Of each predicate that changes or grows: neighbours in time whose values
// differ. Reasons: succession (holders, offices, words), revision (quantities).
// At most one a pair of neighbours, `cap` in all; none of a pair that a
// conflict holds. O(n log n).
std::vector<NearMissRow> ChangeNearMisses(const CheckContext& context,
                                          std::span<const Conflict> conflicts,
                                          std::size_t cap);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CONSISTENCY_CHANGE_NEAR_MISS_H_

// Values of one subject and predicate: intervals on a line, or words.
#ifndef GAINSAY_LIB_CONSISTENCY_VALUE_CHECK_H_
#define GAINSAY_LIB_CONSISTENCY_VALUE_CHECK_H_

#include <span>
#include <vector>

#include "consistency/check.h"

namespace gainsay::internal {

// Compares the statements of one subject and predicate of a `single` predicate
// where scope, unit and, if the predicate changes over time, valid time are
// equal. One conflict a scope: its sides are runs of mutually compatible
// statements, its witness is the pair that lies farthest apart; never a list of
// pairs. Dates of one predicate are compared here, even if it binds a time
// point: the network need not look at two statements of one single predicate.
// O(n log n) of the group.
void CheckValues(std::span<const Statement> group, const CheckContext& context,
                 std::vector<Conflict>& out,
                 std::vector<NearMissRow>* near_misses);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CONSISTENCY_VALUE_CHECK_H_

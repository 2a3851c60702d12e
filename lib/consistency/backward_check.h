// What ends before it begins.
#ifndef GAINSAY_LIB_CONSISTENCY_BACKWARD_CHECK_H_
#define GAINSAY_LIB_CONSISTENCY_BACKWARD_CHECK_H_

#include <span>
#include <vector>

#include "consistency/check.h"

namespace gainsay::internal {

// One conflict for each statement of a group (one subject and predicate) whose
// time of validity ends before it begins. Its other side, if there is one: what
// is told besides of the same value from that begin on.
void CheckBackward(std::span<const Statement> group,
                   const CheckContext& context, std::vector<Conflict>& out);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CONSISTENCY_BACKWARD_CHECK_H_

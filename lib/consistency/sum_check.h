// Parts and totals: what the parts of one list add up to, against what another
// document tells of the whole or of its own parts.
#ifndef GAINSAY_LIB_CONSISTENCY_SUM_CHECK_H_
#define GAINSAY_LIB_CONSISTENCY_SUM_CHECK_H_

#include <span>
#include <vector>

#include "consistency/check.h"

namespace gainsay::internal {

// Among the statements of one subject and predicate: for each list of parts
// (claim/parts.h) and each total of another document that its sum does not
// meet, one conflict whose walk adds the parts up. Parts that exceed the total
// are definite; parts that fall short are probable, since a list need not name
// all; a part told alone says only that the whole is no less. A list whose own
// document tells a total is left to CheckValues. O(lists x totals) of the
// group.
void CheckSums(std::span<const Statement> group, const CheckContext& context,
               std::vector<Conflict>& out);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CONSISTENCY_SUM_CHECK_H_

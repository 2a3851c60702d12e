// One lapse, one finding: conflicts that differ only in the document date a
// statement is measured to, or in which of a family's points it binds, are put
// together.
#ifndef GAINSAY_LIB_CONSISTENCY_TEMPORAL_MERGE_H_
#define GAINSAY_LIB_CONSISTENCY_TEMPORAL_MERGE_H_

#include <cstdint>
#include <vector>

#include "consistency/conflict.h"
#include "graph/build.h"

namespace gainsay::internal {

// What a statement says of its family, whatever date it is measured to: equal
// for statements that stand on one side. 0: binds nothing.
std::vector<std::uint64_t> FamilySignatures(const StatementTable& statements,
                                            const GraphInput& input);

// Merges conflicts of equal signature sets. Of each class the one that comes
// first in report order stays and gives the derivation; `sides` gather every
// statement that says the same, also those whose own date is unknown. O(n log
// n).
std::vector<Conflict> MergeFamilies(std::vector<Conflict> conflicts,
                                    const StatementTable& statements,
                                    std::span<const std::uint64_t> signatures);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CONSISTENCY_TEMPORAL_MERGE_H_

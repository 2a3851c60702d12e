// Near misses of identity: claims that a guard kept apart although they look
// alike, and claims that are one under two names.
#ifndef GAINSAY_LIB_CONSISTENCY_IDENTITY_NEAR_MISS_H_
#define GAINSAY_LIB_CONSISTENCY_IDENTITY_NEAR_MISS_H_

#include <cstddef>
#include <vector>

#include "consistency/conflict.h"
#include "graph/build.h"

namespace gainsay::internal {

// One row a note of Subjects::notes whose two sides make claims of one
// predicate: with different values where they are kept apart. At most `cap`.
std::vector<NearMissRow> IdentityNearMisses(const StatementTable& statements,
                                            const GraphInput& graph,
                                            std::size_t cap);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CONSISTENCY_IDENTITY_NEAR_MISS_H_

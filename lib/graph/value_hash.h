// Values as statements tell them apart.
#ifndef GAINSAY_LIB_GRAPH_VALUE_HASH_H_
#define GAINSAY_LIB_GRAPH_VALUE_HASH_H_

#include <cstdint>

#include "base/interner.h"
#include "claim/claim.h"

namespace gainsay::internal {

// What a statement takes of a value: equal where two claims of one subject,
// predicate and scope may be one statement.
std::uint64_t HashOfValue(const ValueRow& value, const Interner& strings);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_GRAPH_VALUE_HASH_H_

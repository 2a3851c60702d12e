// Rules of the schema between predicates and subjects.
#ifndef GAINSAY_LIB_CONSISTENCY_SCHEMA_CHECK_H_
#define GAINSAY_LIB_CONSISTENCY_SCHEMA_CHECK_H_

#include <vector>

#include "consistency/check.h"

namespace gainsay::internal {

// Ranges and allowed values of single statements; functional dependencies
// between subjects; predicates and values that exclude each other; lives that
// hold tenures; contemporaries; inverses. Each is decided on hulls: what it
// reports is definite. O(n log n) of the statements that a rule names; a rule
// that names none costs a pass.
void CheckSchema(const CheckContext& context, std::vector<Conflict>& out);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CONSISTENCY_SCHEMA_CHECK_H_

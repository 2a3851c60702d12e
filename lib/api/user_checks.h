// The checks that a user brings (Options::checks), on the statements of a run.
#ifndef GAINSAY_LIB_API_USER_CHECKS_H_
#define GAINSAY_LIB_API_USER_CHECKS_H_

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "consistency/conflict.h"
#include "gainsay/extractor.h"
#include "graph/build.h"

namespace gainsay::internal {

// Gives each check the asserted statements of one subject and predicate after
// another, and appends what it proposes as findings of kind schema, shrunk to
// minimal sets with the check's own Contradicts() by the deletion filter of
// Chinneck and Dravnieks (1991). Returns how many proposals were withheld: of
// unknown statements, or no contradiction by the check's own word. Equal sets
// are reported once. Each call is one thread.
std::uint64_t RunUserChecks(
    std::span<const std::shared_ptr<const gainsay::Check>> checks,
    const StatementTable& statements, const GraphInput& graph,
    std::vector<Conflict>& out);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_API_USER_CHECKS_H_

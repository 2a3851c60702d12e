// All checks of structured claims in one call, and what puts their findings
// together.
#ifndef GAINSAY_LIB_CONSISTENCY_CLAIM_CHECKS_H_
#define GAINSAY_LIB_CONSISTENCY_CLAIM_CHECKS_H_

#include <cstdint>
#include <vector>

#include "consistency/check.h"

namespace gainsay::internal {

// Values, tenures, holders and rules of the schema, each verified by the
// ClaimOracle, with repeated differences merged. How many candidates the oracle
// withheld.
std::uint64_t CheckClaims(const CheckContext& context,
                          std::vector<Conflict>& out,
                          std::vector<NearMissRow>* near_misses);

// One cause, one finding: differences of one number of days between the same
// two sources, of the same sign, in the same predicate, that repeat at least
// five times, are a convention of a source. The first in the order of their
// hashes stays as the witness; all are its instances. O(n log n).
void MergePatterns(const CheckContext& context,
                   std::vector<Conflict>& conflicts);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CONSISTENCY_CLAIM_CHECKS_H_

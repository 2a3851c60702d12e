// Claims of what documents on one story tell each in its own words.
#ifndef GAINSAY_LIB_API_TOLD_CLAIMS_H_
#define GAINSAY_LIB_API_TOLD_CLAIMS_H_

#include "api/load.h"
#include "consistency/conflict.h"

namespace gainsay::internal {

// Where documents on one story tell different amounts of what is one
// (identity/told_match.h), adds a claim of each, on one subject. After
// AddOpenClaims has filled Loaded::words.
void AddToldClaims(Loaded& loaded);

// Leaves out conflicts of such claims that are found by frames as well.
void DropToldTwice(const StatementTable& statements, const GraphInput& graph,
                   std::vector<Conflict>& conflicts);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_API_TOLD_CLAIMS_H_

// In which role two texts count: see told_match.h.
#ifndef GAINSAY_LIB_IDENTITY_TOLD_ROLE_H_
#define GAINSAY_LIB_IDENTITY_TOLD_ROLE_H_

#include "claim/told.h"

namespace gainsay::internal {

// What happens to what is counted is the same, a number is said to be of all,
// or the sentences have more words in common.
bool InOneRole(const ToldAmount& a, const ToldAmount& b);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_IDENTITY_TOLD_ROLE_H_

// Which claims on how long somebody has been in office speak of one tenure.
//
// Their scopes (claim/tenure_scope.h) hold what each text says: a title, a
// body, whether it is over. Of one person all claims whose scopes fit each
// other are of one tenure, if every two of them do: "has run the firm since
// 2016", "took the helm four years ago". Where somebody held two offices, or
// one document tells of two beginnings, only claims of one title and one body
// meet.
#ifndef GAINSAY_LIB_IDENTITY_TENURES_H_
#define GAINSAY_LIB_IDENTITY_TENURES_H_

#include "claim/claim.h"
#include "identity/identity.h"
#include "schema/schema.h"

namespace gainsay::internal {

// Rewrites the scopes of the claims of the tenure family. O(n) but for the
// claims of one person, of which up to kMostOfOne are compared pairwise and
// more keep what sets them apart.
inline constexpr std::size_t kMostOfOne = 64;
void AlignTenures(const Subjects& subjects, const Schema& schema,
                  Interner& strings, ClaimTable& table);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_IDENTITY_TENURES_H_

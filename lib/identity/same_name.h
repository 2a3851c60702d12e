// One proper name, two kinds of thing: "Volta Air" is a body where nothing says
// what it is, and a carrier where its document does.
#ifndef GAINSAY_LIB_IDENTITY_SAME_NAME_H_
#define GAINSAY_LIB_IDENTITY_SAME_NAME_H_

#include "base/interner.h"
#include "claim/claim.h"
#include "identity/identity.h"
#include "lang/names.h"

namespace gainsay::internal {

// Joins subjects of texts that bear one proper name (words folded, without
// articles) and are not persons, places or offices, at most one of each way of
// resolving: two bridges of one name that were kept apart leave a third mention
// alone. Subjects are those of all resolvers, before they are ordered.
// O(n log n).
void JoinSameNames(const ClaimTable& table, const Interner& strings,
                   const NameLexicon& lexicon, Subjects& subjects);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_IDENTITY_SAME_NAME_H_

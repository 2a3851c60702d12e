// What texts name and what records name: which of them are one.
#ifndef GAINSAY_LIB_IDENTITY_TEXT_RECORDS_H_
#define GAINSAY_LIB_IDENTITY_TEXT_RECORDS_H_

#include "base/interner.h"
#include "claim/aliases.h"
#include "claim/claim.h"
#include "identity/identity.h"

namespace gainsay::internal {

// Joins each subject of texts to the one subject of records that bears its
// proper name, or a name that the alias file makes one with it. Equal folded
// names only; persons need two words of them; two records of the name leave the
// text alone, and so does a never-merge pair. Subjects are those of all
// resolvers, before they are ordered. O(n log n).
void JoinTextsAndRecords(const ClaimTable& table, const Interner& strings,
                         const AliasBook* aliases, Subjects& subjects);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_IDENTITY_TEXT_RECORDS_H_

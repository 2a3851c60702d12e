// Persons of structured records over several sources.
//
// Identifiers win: equal ones are one person, different ones of one scheme
// never are. Beyond them names meet in blocks (a country and the start of a
// word, or a full name) and are joined on evidence: the structure of both
// names, tenures of one country that begin, end or run together, years of birth
// and death. Weights are integer log-odds and are printed with every decision.
// Pairs outside a block are never compared.
#ifndef GAINSAY_LIB_IDENTITY_RECORD_PERSONS_H_
#define GAINSAY_LIB_IDENTITY_RECORD_PERSONS_H_

#include <span>

#include "base/interner.h"
#include "claim/aliases.h"
#include "claim/claim.h"
#include "identity/identity.h"
#include "schema/schema.h"

namespace gainsay::internal {

struct RecordPersonInput {
  const ClaimTable& table;
  const Interner& strings;
  const Schema& schema;
  const AliasBook* aliases = nullptr;
};

// True for a person that records name: what ResolveRecordPersons takes.
bool IsRecordPerson(const Referent& referent);

// Adds one subject a person. `referents` are record persons, with and without
// ids.
void ResolveRecordPersons(const RecordPersonInput& input,
                          std::span<const ReferentIndex> referents,
                          Subjects& out);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_IDENTITY_RECORD_PERSONS_H_

// Identity of all referents of a run: the one entry point.
//
// Events, series and things by structure and evidence (events.h), persons by
// their names, offices by role and body or country, places and organisations by
// name (text_names.h). Deterministic and independent of the order of documents
// where `document_hashes` are given. O(n log n) plus the pairs inside blocks.
#ifndef GAINSAY_LIB_IDENTITY_RESOLVE_H_
#define GAINSAY_LIB_IDENTITY_RESOLVE_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/interner.h"
#include "claim/aliases.h"
#include "claim/claim.h"
#include "identity/document_words.h"
#include "identity/identity.h"
#include "lang/event_words.h"
#include "lang/names.h"

namespace gainsay::internal {

struct IdentityInput {
  const ClaimTable& table;
  const Interner& strings;
  const Schema& schema;      // as claim/claim.h knows it
  const NameLexicon& names;  // Language::names()
  const EventWords& events;  // Language::events()
  std::span<const std::uint64_t>
      document_hashes;  // of the texts, by DocumentIndex; may be empty
  const AliasBook* aliases = nullptr;  // of --aliases
  // By DocumentIndex; may be empty.
  std::span<const DocumentWords> document_words = {};
};

// Every referent gets one subject; subjects are ordered by key.
Subjects ResolveIdentity(const IdentityInput& input);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_IDENTITY_RESOLVE_H_

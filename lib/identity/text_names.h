// Persons, organisations, places and offices named in text: which names are
// one.
//
// Persons by the structure of their names ("Liu" in a run with one Liu
// Jianchao; "J. F. Rowe" and "John Rowe"; family name first or last), bodies by
// words, initials and containment ("Coastal Guard Party of Norway", "Norwegian
// Coastal Guard Party", "CGP"), offices by role and body or country: two
// countries' foreign ministers are two.
#ifndef GAINSAY_LIB_IDENTITY_TEXT_NAMES_H_
#define GAINSAY_LIB_IDENTITY_TEXT_NAMES_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/interner.h"
#include "claim/claim.h"
#include "identity/document_words.h"
#include "identity/identity.h"
#include "lang/names.h"

namespace gainsay::internal {

// A name's words: folded, without marks, articles, honorifics.
std::vector<std::string> WordsOfName(std::string_view name,
                                     const NameLexicon& lexicon);

enum class NameRelation : std::uint8_t {
  kDifferent,
  kSame,
  kShorter,
  kRelated
};

// Two persons' names: the same (whatever the order, middle names and initials),
// one a part of the other, or only related (a family name shared by two given
// names).
NameRelation ComparePersons(const std::vector<std::string>& a,
                            const std::vector<std::string>& b);

// Two bodies' names: the same words, an acronym and its long form, or one
// contained in the other (kShorter).
NameRelation CompareBodies(const std::vector<std::string>& a,
                           const std::vector<std::string>& b,
                           const NameLexicon& lexicon);

struct NameInput {
  const ClaimTable& table;
  const Interner& strings;
  const NameLexicon& lexicon;
  // More than kSmallCorpus documents: a single word is a person of its
  // document, and so is an office that a document without a date, or without
  // its body or country, tells of.
  bool many = false;
  // By document index; may be empty.
  std::span<const DocumentWords> document_words = {};
};

// Each adds one Subject a distinct person, body, place or office.
void ResolvePersons(const NameInput& input,
                    std::span<const ReferentIndex> referents, Subjects& out);
void ResolveBodies(const NameInput& input,
                   std::span<const ReferentIndex> referents, Subjects& out);
void ResolvePlaces(const NameInput& input,
                   std::span<const ReferentIndex> referents, Subjects& out);
// An office's referent: head is the role, name the body ("" if the country is
// all), participants the country, aliases other names of the body.
void ResolveOffices(const NameInput& input,
                    std::span<const ReferentIndex> referents, Subjects& out);

// True if one word is made of a country's name as demonyms are: "Aurelian" of
// "Aurelia", where no row knows the country.
bool IsDemonymOf(std::string_view adjective, std::string_view country);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_IDENTITY_TEXT_NAMES_H_

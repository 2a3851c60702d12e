// A language: tables only. The one seam between the library and words.
//
// All rows of a language live in lib/lang/<tag>/; no code elsewhere names a
// word of it. Immutable; share among threads.
#ifndef GAINSAY_LIB_LANG_LANGUAGE_H_
#define GAINSAY_LIB_LANG_LANGUAGE_H_

#include <span>
#include <string_view>

#include "lang/lexicon.h"
#include "lang/rule.h"
#include "lang/word.h"

namespace gainsay::internal {

class NameLexicon;
class SyntaxIndex;
struct EventWords;
struct OfficeRow;
struct StoryOfficeRow;
struct ValueWords;

// What claims from text need beside words and rules, indexed at the first call.
// A language that makes no claims has none of it.
struct ClaimTables {
  const NameLexicon& (*names)();
  const SyntaxIndex& (*syntax)();
  const EventWords& (*events)();
  const ValueWords& (*values)();
  std::span<const OfficeRow> (*offices)();
  std::span<const StoryOfficeRow> (*story_offices)();
};

// What a language supplies. All of static storage.
struct LanguageTables {
  std::string_view tag;                             // BCP 47: "en"
  std::span<const std::span<const WordRow>> words;  // any number of tables
  std::span<const std::span<const RuleRow>> rules;
  bool nouns_capitalised = false;  // a word in lower case is no noun
  const ClaimTables* claims = nullptr;
};

class Language {
 public:
  explicit Language(const LanguageTables& tables)
      : tables_(tables), lexicon_(tables.words, tables.rules) {}
  std::string_view tag() const { return tables_.tag; }
  const LanguageTables& tables() const { return tables_; }
  const Lexicon& lexicon() const { return lexicon_; }

  // The rest only of a language that makes claims.
  bool MakesClaims() const { return tables_.claims != nullptr; }
  const NameLexicon& names() const { return tables_.claims->names(); }
  const SyntaxIndex& syntax() const { return tables_.claims->syntax(); }
  const EventWords& events() const { return tables_.claims->events(); }
  const ValueWords& values() const { return tables_.claims->values(); }
  std::span<const OfficeRow> offices() const {
    return tables_.claims->offices();
  }
  std::span<const StoryOfficeRow> story_offices() const {
    return tables_.claims->story_offices();
  }

 private:
  LanguageTables tables_;
  Lexicon lexicon_;
};

const Language& English();
const Language& German();

// The language of a BCP 47 tag ("en", "en-GB"), or null if it has no tables.
const Language* FindLanguage(std::string_view tag);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_LANG_LANGUAGE_H_

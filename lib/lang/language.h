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

// What a language supplies. All of static storage.
struct LanguageTables {
  std::string_view tag;                             // BCP 47: "en"
  std::span<const std::span<const WordRow>> words;  // any number of tables
  std::span<const std::span<const RuleRow>> rules;
  bool nouns_capitalised = false;  // a word in lower case is no noun
};

class Language {
 public:
  explicit Language(const LanguageTables& tables)
      : tables_(tables), lexicon_(tables.words, tables.rules) {}
  std::string_view tag() const { return tables_.tag; }
  const LanguageTables& tables() const { return tables_; }
  const Lexicon& lexicon() const { return lexicon_; }

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

// What a language knows of names: places, peoples, titles, given names. Rows
// only.
//
// Surfaces are folded; hyphens count as blanks and full stops of abbreviations
// are left out ("us" for "U.S.", "secretary general" for "Secretary-General"),
// so that one row covers the ways a name is printed. Tables are of static
// storage; a NameLexicon is immutable once built. Share among threads.
#ifndef GAINSAY_LIB_LANG_NAMES_H_
#define GAINSAY_LIB_LANG_NAMES_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"

namespace gainsay::internal {

enum class PlaceKind : std::uint8_t {
  kNone,
  kCountry,
  kCapital,
  kRegion,
  kCity,
  kContinent
};

struct PlaceRow {
  std::string_view surface;
  PlaceKind kind = PlaceKind::kNone;
  std::string_view name;  // canonical
  std::string_view
      country;  // canonical name of its country; empty for continents
  bool abbreviation = false;  // counts only if written as one: "US", "Calif."
};

struct DemonymRow {
  std::string_view surface;
  std::string_view country;
};

enum class TitleKind : std::uint8_t { kHonorific, kRank, kOffice, kOccupation };
// What an office is of: a country, a town or state, any other body.
enum class TitleLevel : std::uint8_t { kNone, kCountry, kPlace, kBody };

struct TitleRow {
  std::string_view surface;
  TitleKind kind = TitleKind::kOccupation;
  TitleLevel level = TitleLevel::kNone;
  bool exclusive = false;  // one holder at a time
  bool generic = false;    // any way to lead a body: "head", "chief"
  std::string_view
      name;  // canonical: "foreign minister" for "minister of foreign affairs"
};

// What a word before a title says of when its holder holds it.
enum class TitleTime : std::uint8_t {
  kCurrent,
  kActing,
  kPast,
  kFuture,
  kLower,
  kOrdinal
};

struct TitleModifierRow {
  std::string_view surface;
  TitleTime time = TitleTime::kCurrent;
};

struct NameTables {
  std::span<const PlaceRow> places;
  std::span<const DemonymRow> demonyms;
  std::span<const TitleRow> titles;
  std::span<const TitleModifierRow> title_modifiers;
  std::span<const std::string_view> given_names, organisation_words,
      geographic_words;
  std::span<const std::string_view>
      function_words;  // never names, though capitalised
  std::span<const std::string_view> particles;  // "van", "bin"
  std::span<const std::string_view>
      lower_case_words;  // no names when in lower case
  // Canonical titles that ships have in their names, behind "the": "the Queen
  // Elizabeth".
  std::span<const std::string_view> ship_titles;
  // Whose a body may be called: "the People's Party", "the Workers' Union".
  std::span<const std::string_view> owning_people;
  std::span<const std::string_view>
      linkers;  // inside names of bodies: "of", "for"
  std::span<const std::string_view> conjunctions;  // "and"
  std::span<const std::string_view> articles;      // "the"
  std::span<const std::string_view>
      small_words;  // in lower case even in headlines
  std::span<const std::string_view>
      leading_verbs;  // "leads": holds the leading office
  std::span<const std::string_view>
      becoming;  // "become", "as": before a title to come
  std::span<const std::string_view> indefinite;  // "a": one of several
  std::string_view of, possessive, who;          // "of", "'s", "who"
};

// What a single word may be in a name; bits.
struct NameWord {
  enum Bit : std::uint16_t {
    kGivenName = 1,
    kOrganisationWord = 2,
    kGeographicWord = 4,
    kFunctionWord = 8,
    kParticle = 16,
    kLowerCaseWord = 32,
    kLinker = 64,
    kConjunction = 128,
    kArticle = 256,
    kPossessive = 512,
    kOf = 1024,
    kWho = 2048,
    kSmallWord = 4096,
    kLeadingVerb = 8192,
    kBecoming = 16384,
    kIndefinite = 32768,
  };
};

class NameLexicon {
 public:
  enum class PhraseKind : std::uint8_t {
    kPlace,
    kDemonym,
    kTitle,
    kTitleModifier
  };
  struct Phrase {
    PhraseKind kind;
    std::uint32_t row;               // of its table
    std::vector<std::string> words;  // one or more
  };

  explicit NameLexicon(const NameTables& tables);
  NameLexicon(const NameLexicon&) = delete;
  NameLexicon& operator=(const NameLexicon&) = delete;

  const NameTables& tables() const { return tables_; }
  std::uint16_t Bits(std::string_view word) const;
  // Phrases that begin with a word, longest first, then places, demonyms,
  // titles.
  std::span<const Phrase> StartingWith(std::string_view word) const;

 private:
  void AddPhrase(PhraseKind kind, std::size_t row, std::string_view surface);
  void AddWords(std::span<const std::string_view> words, NameWord::Bit bit);

  NameTables tables_;
  std::vector<Phrase> phrases_;  // grouped by first word
  absl::flat_hash_map<std::string_view, std::pair<std::uint32_t, std::uint32_t>>
      ranges_;
  absl::flat_hash_map<std::string_view, std::uint16_t> bits_;
};

// A surface as the rows write it: without full stops, hyphens as blanks.
std::string NameSurface(std::string_view folded);

const NameLexicon& EnglishNames();

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_LANG_NAMES_H_

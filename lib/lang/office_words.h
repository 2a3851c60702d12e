// Offices of records and the roles behind them: rows only.
#ifndef GAINSAY_LIB_LANG_OFFICE_WORDS_H_
#define GAINSAY_LIB_LANG_OFFICE_WORDS_H_

#include <cstdint>
#include <span>
#include <string_view>

namespace gainsay::internal {

// kLeader: whoever leads a country in fact, by whatever office.
enum class OfficeRole : std::uint8_t {
  kNone,
  kLeader,
  kHeadOfGovernment,
  kHeadOfState
};

struct OfficeRow {
  std::string_view title;  // folded; an office's text begins with it
  OfficeRole role = OfficeRole::kNone;
  bool one_holder = false;
};

// An office whose body a story may tell instead of the words beside the title.
// Lists are of folded words, separated by blanks.
struct StoryOfficeRow {
  std::string_view title;   // canonical: TitleRow::name
  std::string_view office;  // what it is called where no body is named
  // Nouns of what has one such holder, in names too, those that may mean one
  // body between bars; nouns of a text in which any name is one.
  std::string_view bodies, setting;
  std::string_view several;  // of texts that tell of several bodies or holders
  std::string_view verbs;    // "coached by"; lemmas
  bool told = false;         // the title tells what kind of body it is of
  bool beside = false;       // only where a noun of the body stands beside it
};

// Sorted by title; a title may have several. Static storage.
std::span<const StoryOfficeRow> EnglishStoryOffices();

// Sorted by title. Static storage.
std::span<const OfficeRow> EnglishOffices();
// "of": between a title and what it is of.
std::string_view EnglishOfficeLink();

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_LANG_OFFICE_WORDS_H_

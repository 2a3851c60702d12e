// The rows of months, weekdays, currencies and countries agree with the CLDR of
// the ICU that is linked: scripts/cldr_rows.py wrote them.
#include <gtest/gtest.h>
#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/ucurr.h>

#include <algorithm>
#include <set>
#include <string>

#include "gainsay/tag.h"
#include "lang/language.h"
#include "lang/names.h"

namespace gainsay {
namespace {

std::string Utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

std::string Folded(icu::UnicodeString text) { return Utf8(text.toLower()); }

// The value of the row of a class that is this word, -1 if there is none.
std::int64_t ValueOf(const internal::Language& language,
                     const std::string& word, internal::WordClass word_class) {
  const internal::Lexicon& lexicon = language.lexicon();
  for (const internal::WordRow* row :
       lexicon.Rows(lexicon.Start(lexicon.Find(word)))) {
    if (row->word_class == word_class) return row->value;
  }
  return -1;
}

class Cldr : public testing::TestWithParam<const char*> {};

TEST_P(Cldr, NamesMonthsAndWeekdaysAsTheRowsDo) {
  const internal::Language* language = internal::FindLanguage(GetParam());
  ASSERT_NE(language, nullptr);
  UErrorCode status = U_ZERO_ERROR;
  const icu::DateFormatSymbols symbols(icu::Locale(GetParam()), status);
  ASSERT_TRUE(U_SUCCESS(status));
  int32_t count = 0;
  const icu::UnicodeString* months = symbols.getMonths(
      count, icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::WIDE);
  for (int32_t i = 0; i < 12; ++i) {
    EXPECT_EQ(
        ValueOf(*language, Folded(months[i]), internal::WordClass::kMonth),
        i + 1)
        << Utf8(months[i]);
  }
  const icu::UnicodeString* days = symbols.getWeekdays(
      count, icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::WIDE);
  for (int32_t i = 1; i <= 7; ++i) {  // 1: Sunday
    EXPECT_EQ(
        ValueOf(*language, Folded(days[i]), internal::WordClass::kWeekday),
        i == 1 ? 7 : i - 1)
        << Utf8(days[i]);
  }
}

INSTANTIATE_TEST_SUITE_P(Languages, Cldr, testing::Values("en", "de"));

TEST(CldrCurrencies, AreFoundByTheirNames) {
  const Tagger tagger;
  std::set<std::string> wrong;
  for (const char* const* country = icu::Locale::getISOCountries();
       *country != nullptr; ++country) {
    UErrorCode status = U_ZERO_ERROR;
    UChar code[4] = {};
    const std::string region = std::string("und_") + *country;
    if (ucurr_forLocale(region.c_str(), code, 4, &status) != 3 ||
        U_FAILURE(status))
      continue;
    UBool choice = false;
    int32_t size = 0;
    const UChar* name =
        ucurr_getPluralName(code, "en", &choice, "other", &size, &status);
    const std::string many = Utf8(icu::UnicodeString(name, size)),
                      iso = Utf8(icu::UnicodeString(code, 3));
    if (iso == "XXX") continue;
    const std::string text = "They paid 5 " + many + ".";
    const TagResult result = tagger.Tag(text);
    const bool found = !result.tags().empty() &&
                       result.tags()[0].type == TagType::kMoney &&
                       result.tags()[0].unit == iso;
    if (!found) wrong.insert(iso + " " + many);
  }
  EXPECT_EQ(wrong, std::set<std::string>{});
}

TEST(CldrCountries, AreKnownPlaces) {
  // Territories without a settled population, and names of which the rows hold
  // another form: see NO_COUNTRY in the script.
  const std::set<std::string> kOther = {"DG", "EA", "IC", "UM", "HM", "BV",
                                        "IO", "TF", "CD", "CG", "BQ", "CC",
                                        "CX", "JE", "HK", "MO"};
  std::set<std::string> missing;
  for (const char* const* country = icu::Locale::getISOCountries();
       *country != nullptr; ++country) {
    if (kOther.contains(*country)) continue;
    icu::UnicodeString name;
    icu::Locale("und", *country).getDisplayCountry(icu::Locale("en"), name);
    std::string word = Folded(name);
    if (const std::size_t bracket = word.find(" ("); bracket != word.npos)
      word.resize(bracket);
    std::string surface;
    for (std::size_t i = 0; i < word.size(); ++i) {
      if (word.compare(i, 3, "\u2019") == 0) {
        surface += '\'', i += 2;
      } else if (word[i] == '&') {
        surface += "and";
      } else if (word[i] != '.') {
        surface += word[i];
      }
    }
    const auto places = internal::EnglishNames().tables().places;
    const auto it = std::ranges::lower_bound(places, surface, {},
                                             &internal::PlaceRow::surface);
    if (it == places.end() || it->surface != surface) missing.insert(surface);
  }
  EXPECT_EQ(missing, std::set<std::string>{});
}

}  // namespace
}  // namespace gainsay

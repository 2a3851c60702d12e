#include "gainsay/tag.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <thread>
#include <vector>

#include "lang/language.h"

namespace gainsay {
namespace {

const Date kDate = Date::Parse("2001-03-14").value();

// A salad of the language's own words, digits and marks.
std::string Salad(std::mt19937& random, const internal::Language& language) {
  static constexpr const char* kMarks[] = {
      "-",    ",",  ".",   "/",     ":",   "$",  "%",   "(",      "'",   "\n",
      "1999", "12", "7th", "1,347", "0.5", "30", "90s", "\u00bd", "\xFF"};
  std::string text;
  for (std::size_t n = 1 + random() % 30; n > 0; --n) {
    if (random() % 3 == 0) {
      text += kMarks[random() % std::size(kMarks)];
    } else {
      const auto table =
          language.tables().words[random() % language.tables().words.size()];
      text += table[random() % table.size()].words;
    }
    if (random() % 4 != 0) text += ' ';
  }
  return text;
}

std::string Flat(const TagResult& result) {
  std::string out;
  for (const Tag& tag : result.tags()) {
    out += std::to_string(tag.span.begin) + " " + std::to_string(tag.span.end) +
           " " + std::string(Name(tag.type)) + " " + std::string(tag.value) +
           " " + std::to_string(tag.core.lo) + "\n";
  }
  return out;
}

void CheckSane(const TagResult& result, const std::string& text) {
  std::uint32_t at = 0;
  for (const Tag& tag : result.tags()) {
    ASSERT_LT(tag.span.begin, tag.span.end) << text;
    ASSERT_LE(tag.span.end, text.size()) << text;
    ASSERT_LE(at, tag.span.begin) << text;
    ASSERT_LE(tag.hull.lo, tag.core.lo) << text << "\n"
                                        << tag.rule << " " << tag.value;
    ASSERT_GE(tag.hull.hi, tag.core.hi) << text << "\n"
                                        << tag.rule << " " << tag.value;
    ASSERT_FALSE(tag.value.empty()) << text << "\n" << tag.rule;
    at = tag.span.begin;
  }
}

class Salads : public testing::TestWithParam<const char*> {};

TEST_P(Salads, KeepTheInvariantsAndAreDeterministic) {
  const Tagger tagger = Tagger::Create({.lang = GetParam()}).value();
  const internal::Language& language = *internal::FindLanguage(GetParam());
  std::mt19937 random(5);
  TagScratch scratch;
  for (int round = 0; round < 4000; ++round) {
    const std::string text = Salad(random, language);
    const auto date =
        round % 2 == 0 ? std::optional<Date>(kDate) : std::nullopt;
    const TagResult reused = tagger.Tag(text, date, scratch);
    CheckSane(reused, text);
    if (round % 16 != 0) continue;
    ASSERT_EQ(Flat(reused), Flat(tagger.Tag(text, date))) << text;
  }
}

INSTANTIATE_TEST_SUITE_P(Language, Salads, testing::Values("en", "de"));

TEST(Tagger, IsSharedByThreads) {
  const Tagger tagger;
  const std::string text =
      "It closed on 6 April 1953 after two and a half years; 120 people met on "
      "Friday.";
  const std::string expected = Flat(tagger.Tag(text, kDate));
  std::vector<std::string> got(4);
  {
    std::vector<std::jthread> threads;
    for (std::string& out : got)
      threads.emplace_back([&] { out = Flat(tagger.Tag(text, kDate)); });
  }
  for (const std::string& out : got) EXPECT_EQ(out, expected);
}

TEST(Tagger, GivesAllReadingsOfAnAmbiguousDate) {
  const Tagger tagger;
  const TagResult result = tagger.Tag("They met on 5/4/1999.", kDate);
  ASSERT_EQ(result.tags().size(), 1U);
  ASSERT_EQ(result.tags()[0].readings.size(), 2U);
  EXPECT_EQ(result.tags()[0].readings[0].value, "1999-05-04");
  EXPECT_EQ(result.tags()[0].readings[0].reason, "month before day");
  EXPECT_EQ(result.tags()[0].readings[1].value, "1999-04-05");
  EXPECT_EQ(result.tags()[0].readings[1].reason, "day before month");
}

// Value and reason of each reading of the only tag of a text.
std::string Readings(const Tagger& tagger, const char* text) {
  const TagResult result = tagger.Tag(text, kDate);
  std::string out;
  if (result.tags().size() != 1) return "not one tag";
  for (const TagReading& reading : result.tags()[0].readings) {
    out += std::string(out.empty() ? "" : "; ") + std::string(reading.value) +
           ": " + std::string(reading.reason);
  }
  return out;
}

TEST(Tagger, GivesTheReasonsOfReadingsInTheirOrder) {
  const Tagger tagger;  // of Wednesday 14 March 2001
  EXPECT_EQ(Readings(tagger, "In November rain came down."),
            "2000-11: the words around speak of the past; 2001-11: a year "
            "later");
  EXPECT_EQ(Readings(tagger, "The bridge will open in May."),
            "2001-05: the words around speak of the future; 2000-05: a year "
            "earlier");
  EXPECT_EQ(Readings(tagger, "Rain on Friday."),
            "2001-03-09: last up to the document's date; 2001-03-16: next "
            "after the document's date");
  EXPECT_EQ(Readings(tagger, "They will meet on Friday."),
            "2001-03-16: the words around speak of the future; 2001-03-09: "
            "last up to the document's date");
  EXPECT_EQ(Readings(tagger, "They met on May 29, 1998."), "");
}

TEST(Tagger, OrdersReadingsByWhatIsAskedFor) {
  const Tagger first = Tagger::Create({.day_first = true}).value();
  EXPECT_EQ(Readings(first, "They met on 5/4/1999."),
            "1999-04-05: day before month; 1999-05-04: month before day");
  const Tagger future = Tagger::Create({.prefer_future = true}).value();
  EXPECT_EQ(Readings(future, "Rain on Friday."),
            "2001-03-16: future preferred, as was asked; 2001-03-09: last up "
            "to the document's date");
}

TEST(Tagger, PutsTheDayFirstIfTold) {
  const Tagger tagger = Tagger::Create({.day_first = true}).value();
  const TagResult result = tagger.Tag("They met on 5/4/1999.", kDate);
  ASSERT_EQ(result.tags().size(), 1U);
  EXPECT_EQ(result.tags()[0].value, "1999-04-05");
}

TEST(Tagger, LeavesARelativeDateUnanchoredWithoutADocumentDate) {
  const Tagger tagger;
  const TagResult result = tagger.Tag("They met on May 29.");
  ASSERT_EQ(result.tags().size(), 1U);
  EXPECT_TRUE(result.tags()[0].unanchored);
  EXPECT_EQ(result.tags()[0].value, "XXXX-05-29");
}

TEST(Tagger, RefusesALanguageWithoutTables) {
  const auto tagger = Tagger::Create({.lang = "xx"});
  ASSERT_FALSE(tagger);
  EXPECT_EQ(tagger.error().field, "lang");
}

}  // namespace
}  // namespace gainsay

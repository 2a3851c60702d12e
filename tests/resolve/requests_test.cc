// What users of taggers ask for and one line of
// tests/corpora/<lang>/requests.tsv cannot say: readings, what stays open,
// modifiers, time on long texts.
#include <gtest/gtest.h>

#include <ctime>
#include <string>

#include "gainsay/tag.h"

namespace gainsay {
namespace {

const Date kDate = Date::Parse("2001-03-14").value();

TEST(Requests, AnAmbiguousDayAndMonthIsReportedNotGuessed) {
  const Tagger tagger;
  const TagResult result = tagger.Tag("They met on 5/4/1999.", kDate);
  ASSERT_EQ(result.tags().size(), 1U);
  ASSERT_EQ(result.tags()[0].readings.size(), 2U);
  EXPECT_NE(result.tags()[0].readings[0].value,
            result.tags()[0].readings[1].value);
  const TagResult clear = tagger.Tag("They met on 5/24/1999.", kDate);
  ASSERT_EQ(clear.tags().size(), 1U);
  EXPECT_TRUE(clear.tags()[0].readings.empty());
}

TEST(Requests, NothingIsResolvedWithoutWhatItCountsFrom) {
  const Tagger tagger;
  for (const char* text : {"They met on Friday.", "They met last week.",
                           "They met in November."}) {
    const TagResult result = tagger.Tag(text);
    ASSERT_EQ(result.tags().size(), 1U) << text;
    EXPECT_TRUE(result.tags()[0].unanchored) << text;
  }
}

TEST(Requests, EarlyMidLateAboutAndOverAreKept) {
  const Tagger tagger;
  const auto modifier = [&](const char* text) {
    const TagResult result = tagger.Tag(text, kDate);
    EXPECT_FALSE(result.tags().empty()) << text;
    return result.tags().empty() ? Modifier::kBare : result.tags()[0].modifier;
  };
  EXPECT_EQ(modifier("It opened in early 1948."), Modifier::kStart);
  EXPECT_EQ(modifier("It opened in mid-1948."), Modifier::kMid);
  EXPECT_EQ(modifier("It opened in late 1948."), Modifier::kEnd);
  EXPECT_EQ(modifier("It opened about 1948."), Modifier::kAbout);
  EXPECT_EQ(modifier("It took over six years."), Modifier::kMoreThan);
  EXPECT_EQ(modifier("Dozens came."), Modifier::kVague);
}

TEST(Requests, NoSpanIsGiant) {
  const Tagger tagger;
  std::string text = "On Friday";
  for (int i = 0; i < 500; ++i) text += " or on Friday, 9 June 1948, or in May";
  const TagResult result = tagger.Tag(text, kDate);
  EXPECT_GT(result.tags().size(), 1000U);
  for (const Tag& tag : result.tags()) EXPECT_LE(tag.span.size(), 20U);
}

// Quadratic time would need hours here.
TEST(Requests, LongInputTakesLinearTime) {
  const Tagger tagger;
  for (const char* unit :
       {"7", "12 ", "May ", "-", "six-", "a", ".", "a.", "a'", "1.2", "(",
        "two hundred and ", "more than 5 or ", "$5 to ", "\n|", "a@",
        "the last ", "on Friday "}) {
    std::string text;
    while (text.size() < (std::size_t{1} << 20)) text += unit;
    const std::clock_t start = std::clock();
    const TagResult result = tagger.Tag(text, kDate);
    const double seconds =
        static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    EXPECT_LT(seconds, 60) << unit;
  }
}

}  // namespace
}  // namespace gainsay

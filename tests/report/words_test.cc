// The English of reports.
#include "report/words.h"

#include <gtest/gtest.h>

#include <string>

namespace gainsay::internal {
namespace {

class Words : public ::testing::Test {
 protected:
  static DayInterval Days(const char* edtf) {
    return Date::Parse(edtf).value().core();
  }
  static ValueRow DateRow(const char* edtf,
                          Modifier modifier = Modifier::kBare) {
    ValueRow row;
    row.kind = ValueKind::kDate;
    row.core = row.hull = Days(edtf);
    row.modifier = modifier;
    return row;
  }
  static ValueRow LengthRow(double n, TimeUnit unit, double n_max = 0,
                            Modifier modifier = Modifier::kBare) {
    ValueRow row;
    row.kind = ValueKind::kDuration;
    row.count.n = n;
    row.count.n_max = n_max == 0 ? n : n_max;
    row.count.unit = unit;
    row.modifier = modifier;
    return row;
  }
  std::string Said(const char* predicate, const ValueRow& value,
                   DayInterval as_of = {}) const {
    const Schema& schema = Schema::BuiltIn();
    return StatementWords(schema[schema.Find(predicate)], value, as_of,
                          strings_);
  }
  Interner strings_;
};

TEST_F(Words, Values) {
  EXPECT_EQ(WordsOfValue(DateRow("2025-01-14"), strings_), "14 January 2025");
  EXPECT_EQ(WordsOfValue(DateRow("2018-05"), strings_), "May 2018");
  EXPECT_EQ(WordsOfValue(DateRow("2018"), strings_), "2018");
  EXPECT_EQ(WordsOfValue(DateRow("2018", Modifier::kAbout), strings_),
            "about 2018");
  EXPECT_EQ(WordsOfValue(LengthRow(5, TimeUnit::kYear), strings_),
            "five years");
  EXPECT_EQ(WordsOfValue(LengthRow(1, TimeUnit::kMonth), strings_),
            "one month");
  EXPECT_EQ(WordsOfValue(LengthRow(53, TimeUnit::kDay), strings_), "53 days");
  EXPECT_EQ(WordsOfValue(LengthRow(1.5, TimeUnit::kHour), strings_),
            "1.5 hours");
  EXPECT_EQ(WordsOfValue(LengthRow(5, TimeUnit::kYear, 6), strings_),
            "five to six years");
  EXPECT_EQ(WordsOfValue(LengthRow(2, TimeUnit::kWeek, 0, Modifier::kNearly),
                         strings_),
            "nearly two weeks");
}

TEST_F(Words, Statements) {
  EXPECT_EQ(Said("lapse_return", DateRow("2025-01-14")),
            "return on 14 January 2025");
  EXPECT_EQ(Said("lapse_last", DateRow("2018")), "last time in 2018");
  EXPECT_EQ(Said("lapse_last", DateRow("2018", Modifier::kBefore)),
            "last time before 2018");
  EXPECT_EQ(Said("lapse_length", LengthRow(5, TimeUnit::kYear)),
            "a break of five years");
  EXPECT_EQ(Said("occurs", DateRow("2018-05")), "in May 2018");
  EXPECT_EQ(Said("born", DateRow("1968")), "born in 1968");
  EXPECT_EQ(Said("age", LengthRow(52, TimeUnit::kYear), Days("2024-05-21")),
            "aged 52 on 21 May 2024");
  EXPECT_EQ(Said("age", LengthRow(52, TimeUnit::kYear)), "aged 52");
  EXPECT_EQ(Said("age", LengthRow(9, TimeUnit::kMonth)), "aged nine months");
  EXPECT_EQ(Said("sentence", LengthRow(2, TimeUnit::kYear)),
            "sentence of two years");
  EXPECT_EQ(Said("met", DateRow("2018")), "date of a meeting in 2018");
}

TEST(Listed, SaysOnceWhatAllEndIn) {
  EXPECT_EQ(Listed({}, "and"), "");
  EXPECT_EQ(Listed({"a"}, "and"), "a");
  EXPECT_EQ(Listed({"a", "b", "c"}, "and"), "a, b and c");
  EXPECT_EQ(ListedOnce({"38 people", "41 people"}, "or"), "38 or 41 people");
  EXPECT_EQ(ListedOnce({"23 people", "at least 31 people"}, "or"),
            "23 or at least 31 people");
  EXPECT_EQ(ListedOnce({"5 January 2025", "7 January 2025"}, "or"),
            "5 or 7 January 2025");
  EXPECT_EQ(ListedOnce({"at least 31 people", "31 people"}, "or"),
            "at least 31 or 31 people");
  EXPECT_EQ(ListedOnce({"2 km", "3 mi"}, "or"), "2 km or 3 mi");
  EXPECT_EQ(ListedOnce({"2018", "2018"}, "or"), "2018 or 2018");
}

TEST(DaysWords, SaysYearsBesideManyDays) {
  EXPECT_EQ(DaysWords(1), "1 day");
  EXPECT_EQ(DaysWords(729), "729 days");
  EXPECT_EQ(DaysWords(872), "872 days (2.4 years)");
  EXPECT_EQ(DaysWords(46752), "46752 days (128 years)");
}

TEST(Capitalised, LeavesNamesAsTheyAre) {
  EXPECT_EQ(Capitalised("water talks (Greece)"), "Water talks (Greece)");
  EXPECT_EQ(Capitalised("eBay"), "eBay");
  EXPECT_EQ(Capitalised("\u00e9tude"), "\u00e9tude");
  EXPECT_EQ(Capitalised("3 men"), "3 men");
  EXPECT_EQ(Capitalised(""), "");
}

TEST(RoleWords, NameTimePoints) {
  EXPECT_EQ(RoleWords("return"), "the return");
  EXPECT_EQ(RoleWords("shipped"), "shipped");
}

}  // namespace
}  // namespace gainsay::internal

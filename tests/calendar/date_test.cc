#include "gainsay/date.h"

#include <gtest/gtest.h>

#include <random>

#include "calendar/civil.h"

namespace gainsay::internal {
namespace {

struct EdtfCase {
  const char* edtf;
  const char* core_lo;
  const char* core_hi;
  const char* hull_lo;
  const char* hull_hi;
  const char* grain;
};

constexpr EdtfCase kReads[] = {
    {"2025-01-14", "2025-01-14", "2025-01-14", "2025-01-14", "2025-01-14",
     "day"},
    {"2025-01-14T10:30:00Z", "2025-01-14", "2025-01-14", "2025-01-14",
     "2025-01-14", "day"},
    {"2025-01-14T10:30+05:30", "2025-01-14", "2025-01-14", "2025-01-14",
     "2025-01-14", "day"},
    {"2024-02-29", "2024-02-29", "2024-02-29", "2024-02-29", "2024-02-29",
     "day"},
    {"2025-02", "2025-02-01", "2025-02-28", "2025-02-01", "2025-02-28",
     "month"},
    {"2025-12", "2025-12-01", "2025-12-31", "2025-12-01", "2025-12-31",
     "month"},
    {"2025", "2025-01-01", "2025-12-31", "2025-01-01", "2025-12-31", "year"},
    {"199X", "1990-01-01", "1999-12-31", "1990-01-01", "1999-12-31", "decade"},
    {"18XX", "1800-01-01", "1899-12-31", "1800-01-01", "1899-12-31", "century"},
    {"2018~", "2017-01-01", "2019-12-31", "2016-01-01", "2020-12-31", "year"},
    {"2018?", "2018-01-01", "2018-12-31", "2017-01-01", "2019-12-31", "year"},
    {"2018%", "2017-01-01", "2019-12-31", "2015-01-01", "2021-12-31", "year"},
    {"2018-03~", "2018-02-01", "2018-04-30", "2018-01-01", "2018-05-31",
     "month"},
    {"2018-21", "2018-03-01", "2018-05-31", "2018-02-01", "2018-06-30",
     "season"},
    {"2018-24", "2018-12-01", "2019-02-28", "2017-12-01", "2019-03-31",
     "season"},
    {"2018-29", "2018-09-01", "2018-11-30", "2018-08-01", "2018-12-31",
     "season"},
    {"2018-33", "2018-01-01", "2018-03-31", "2018-01-01", "2018-03-31",
     "quarter"},
    {"2018-41", "2018-07-01", "2018-12-31", "2018-07-01", "2018-12-31", "half"},
    {"2025-W01", "2024-12-30", "2025-01-05", "2024-12-29", "2025-01-05",
     "week"},
    {"2020-W53", "2020-12-28", "2021-01-03", "2020-12-27", "2021-01-03",
     "week"},
    {"-0044-03-15", "-0044-03-15", "-0044-03-15", "-0044-03-15", "-0044-03-15",
     "day"},
    {"0000", "0000-01-01", "0000-12-31", "0000-01-01", "0000-12-31", "year"},
    {"Y32767", "Y32767-01-01", "Y32767-12-31", "Y32767-01-01", "Y32767-12-31",
     "year"},
    {"2004/2005-06", "2004-01-01", "2005-06-30", "2004-01-01", "2005-06-30",
     "unknown"},
    {"../2005", "-inf", "2005-12-31", "-inf", "2005-12-31", "unknown"},
    {"2004/..", "2004-01-01", "+inf", "2004-01-01", "+inf", "unknown"},
};

TEST(Date, ReadsEdtf) {
  for (const EdtfCase& row : kReads) {
    SCOPED_TRACE(row.edtf);
    const Result<Date> date = Date::Parse(row.edtf);
    ASSERT_TRUE(date) << date.error().message();
    EXPECT_EQ(FormatDay(date->core().lo), row.core_lo);
    EXPECT_EQ(FormatDay(date->core().hi), row.core_hi);
    EXPECT_EQ(FormatDay(date->hull().lo), row.hull_lo);
    EXPECT_EQ(FormatDay(date->hull().hi), row.hull_hi);
    EXPECT_EQ(Name(date->grain()), row.grain);
    EXPECT_EQ(Date::Parse(date->ToString()).value(), *date) << date->ToString();
  }
}

TEST(Date, WritesTheShortestForm) {
  for (const char* text :
       {"2025-01-14", "2025-01", "2025", "199X", "18XX", "2018~", "2018-03?",
        "2018-24~", "2018-36", "2018-40%", "2025-W01", "-0044-03-15", "Y20000",
        "1873-11-07~", "../2005-12-31"}) {
    EXPECT_EQ(Date::Parse(text).value().ToString(), text);
  }
  EXPECT_EQ(Date::Parse("2018-XX-XX").value().ToString(), "2018");
  EXPECT_EQ(Date::Parse("2018-05-XX").value().ToString(), "2018-05");
}

TEST(Date, RefusesWhatIsNoDateAndSaysWhatWasExpected) {
  for (const char* text : {"",
                           "x",
                           "20",
                           "2025-",
                           "2025-1",
                           "2025-13",
                           "2025-00",
                           "2025-20",
                           "2025-37",
                           "2025-02-30",
                           "2023-02-29",
                           "1900-02-29",
                           "1960-04-1970",
                           "2025-01-14T25:00",
                           "2025-01-14x",
                           "14.1.2025",
                           "2021-W53",
                           "2025-W00",
                           "Y40000",
                           "Y-40000",
                           "199X-05",
                           "2005/2004",
                           "2018~~",
                           "１９９９",
                           "2025-01-14T10:30:00+5",
                           "--01-01"}) {
    const Result<Date> date = Date::Parse(text);
    ASSERT_FALSE(date) << text;
    EXPECT_TRUE(date.error().what.starts_with("expected "))
        << date.error().what;
  }
  EXPECT_FALSE(Date::Parse(std::string(100000, '1')));
  EXPECT_EQ(Date::Parse("2025-02-30").error().what,
            "expected a day of that month, got \"2025-02-30\"");
}

TEST(Date, ReadsBackWhatItWritesAtEveryGrain) {
  std::mt19937 random(7);
  const char* signs[] = {"", "?", "~", "%"};
  for (int i = 0; i < 20000; ++i) {
    const int year = static_cast<int>(random() % 9999);
    char text[32];
    std::snprintf(text, sizeof text,
                  random() % 3 == 0   ? "%04d"
                  : random() % 2 == 0 ? "%04d-%02d"
                                      : "%04d-%02d-%02d",
                  year, 1 + static_cast<int>(random() % 41),
                  1 + static_cast<int>(random() % 31));
    const Result<Date> date =
        Date::Parse(text + std::string(signs[random() % 4]));
    if (!date) continue;
    EXPECT_EQ(Date::Parse(date->ToString()).value(), *date) << text;
    EXPECT_TRUE(date->hull().Contains(date->core())) << text;
  }
}

TEST(Date, ResolvedWindowsPrintAsAnInterval) {
  const Date early =
      MakeDate({DayOf(2018, 1, 1), DayOf(2018, 4, 30)},
               {DayOf(2018, 1, 1), DayOf(2018, 6, 30)}, Grain::kYear);
  EXPECT_EQ(early.ToString(), "2018-01-01/2018-04-30");
  EXPECT_EQ(Date().ToString(), "/");
}

TEST(Date, OneDay) {
  using namespace std::chrono_literals;
  EXPECT_EQ(Date(2025y / 1 / 14), Date::Parse("2025-01-14").value());
  EXPECT_EQ(DayOf(1970, 1, 1), 0);
  EXPECT_EQ(CivilOf(DayOf(-4, 2, 29)), (CivilDay{-4, 2, 29}));
  EXPECT_EQ(FormatDay(kMinusInfinity), "-inf");
  EXPECT_LE(sizeof(Date), 24U);
}

}  // namespace
}  // namespace gainsay::internal

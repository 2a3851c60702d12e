#include "gainsay/value.h"

#include <gtest/gtest.h>

#include "calendar/duration.h"

namespace gainsay::internal {
namespace {

TEST(Duration, ReadsAndWrites) {
  struct Case {
    const char* iso;
    double n;
    TimeUnit unit;
    const char* written;
  };
  constexpr Case kCases[] = {
      {"P6Y", 6, TimeUnit::kYear, "P6Y"},
      {"P18M", 18, TimeUnit::kMonth, "P18M"},
      {"P1Y6M", 18, TimeUnit::kMonth, "P18M"},
      {"P1.5Y", 18, TimeUnit::kMonth, "P18M"},
      {"P2W", 2, TimeUnit::kWeek, "P2W"},
      {"P1W2D", 9, TimeUnit::kDay, "P9D"},
      {"P53D", 53, TimeUnit::kDay, "P53D"},
      {"PT36H", 36, TimeUnit::kHour, "PT36H"},
      {"P1DT12H", 36, TimeUnit::kHour, "PT36H"},
      {"P1DE", 10, TimeUnit::kYear, "P1DE"},
      {"P2CE", 200, TimeUnit::kYear, "P20DE"},
      {"P5Y/P6Y", 5, TimeUnit::kYear, "P5Y/P6Y"},
      {"P0D", 0, TimeUnit::kDay, "P0D"},
  };
  for (const Case& row : kCases) {
    SCOPED_TRACE(row.iso);
    const Result<Count> count = ParseDuration(row.iso);
    ASSERT_TRUE(count) << count.error().message();
    EXPECT_EQ(count->n, row.n);
    EXPECT_EQ(count->unit, row.unit);
    EXPECT_EQ(FormatDuration(*count), row.written);
  }
  EXPECT_TRUE(ParseDuration("P1DE")->round);
  EXPECT_FALSE(ParseDuration("P10Y")->round);
}

TEST(Duration, RefusesTheRest) {
  for (const char* iso :
       {"", "P", "PT", "6Y", "P6", "PY", "P-6Y", "P6Y ", "three days", "P1M2D",
        "P6YT", "PT6Y", "P1e9Y", "P6Y/P5Y", "P6Y/P6M", "P6Y6Y", "PinfY",
        "P99999999Y"}) {
    EXPECT_FALSE(ParseDuration(iso)) << iso;
  }
  EXPECT_EQ(ParseDuration("three days").error().what,
            "expected an ISO 8601 duration such as P6Y, got \"three days\"");
}

TEST(Value, PrintsAShortCanonicalForm) {
  EXPECT_EQ(Value::OfDate(Date::Parse("2018").value()).ToString(), "2018");
  EXPECT_EQ(
      Value::OfDate(Date::Parse("2018").value(), Modifier::kBefore).ToString(),
      "before 2018");
  EXPECT_EQ(Value::OfDuration({6, 6, TimeUnit::kYear}).ToString(), "P6Y");
  EXPECT_EQ(
      Value::OfDuration({6, 6, TimeUnit::kYear, Modifier::kAbout}).ToString(),
      "about P6Y");
  EXPECT_EQ(Value::OfQuantity(120, "people", Modifier::kAbout).ToString(),
            "about 120 people");
  EXPECT_EQ(Value::OfQuantity(1.3e6).ToString(), "1300000");
  EXPECT_EQ(Value::OfQuantity(2.5, "%").ToString(), "2.5%");
  EXPECT_EQ(Value::OfQuantityRange(20, 30, "people").ToString(),
            "20-30 people");
  EXPECT_EQ(Value::OfOffice("foreign minister", "JP").ToString(),
            "foreign minister (JP)");
  EXPECT_EQ(Value::OfDateTime(895).ToString(), "1970-01-01T14:55");
  EXPECT_EQ(Value::OfDateTime(-1).ToString(), "1969-12-31T23:59");
  EXPECT_EQ(Value::OfTime(1185).ToString(), "T19:45");
  EXPECT_EQ(Value::OfNames({"Knuth", "Graham"}).ToString(), "Knuth; Graham");
  EXPECT_EQ(Value::OfBool(true).ToString(), "true");
  EXPECT_EQ(Value::Bad("1960-04-1970").ToString(),
            "bad value \"1960-04-1970\"");
  EXPECT_EQ(Value(), Value());
}

TEST(Value, ModifiersReadByEitherName) {
  EXPECT_EQ(ParseModifier("about").value(), Modifier::kAbout);
  EXPECT_EQ(ParseModifier("APPROX").value(), Modifier::kAbout);
  EXPECT_EQ(ParseModifier("").value(), Modifier::kBare);
  EXPECT_FALSE(ParseModifier("roughly-ish"));
  EXPECT_EQ(TimexMod(Modifier::kAtLeast), "EQUAL_OR_MORE");
  EXPECT_EQ(Name(ValueKind::kDateTime), "datetime");
}

}  // namespace
}  // namespace gainsay::internal

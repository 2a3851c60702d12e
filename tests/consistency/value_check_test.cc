#include "consistency/value_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "claims_fixture.h"
#include "consistency/interval_sides.h"

namespace gainsay::internal {
namespace {

std::string Number(const std::string& source, double n,
                   const std::string& more = {}) {
  return ClaimLine(source, "Vell", "population",
                   R"({"type":"quantity","value":)" + std::to_string(n) + "}",
                   more);
}
std::string Day(const std::string& source, const std::string& edtf) {
  return ClaimLine(source, "Ada", "born",
                   R"({"type":"date","value":")" + edtf + "\"}");
}
std::string Text(const std::string& source, const std::string& predicate,
                 const std::string& type, const std::string& value) {
  return ClaimLine(source, "x", predicate,
                   R"({"type":")" + type + R"(","value":")" + value + "\"}");
}

TEST(CheckValues, OneFindingWithSidesNeverAListOfPairs) {
  const ClaimsFixture run(Number("a", 100) + Number("b", 100) +
                          Number("c", 200) + Number("d", 300));
  ASSERT_EQ(run.conflicts.size(), 1U);
  EXPECT_EQ(run.conflicts[0].sides.size(), 3U);
  // Figures of no known moment of what changes.
  EXPECT_EQ(run.conflicts[0].severity, Severity::kTension);
  EXPECT_EQ(run.conflicts[0].walks[0].sum, -200);
}

TEST(CheckValues, Tolerance) {
  const std::string lines = Number("a", 1000) + Number("b", 1009);
  EXPECT_EQ(ClaimsFixture(lines).conflicts.size(), 1U);
  EXPECT_TRUE(
      ClaimsFixture(
          lines,
          R"({"predicates":{"population":{"tolerance":{"relative":0.01}}}})")
          .conflicts.empty());
  EXPECT_TRUE(
      ClaimsFixture(
          lines,
          R"({"predicates":{"population":{"tolerance":{"absolute":9}}}})")
          .conflicts.empty());
  EXPECT_EQ(ClaimsFixture(
                lines,
                R"({"predicates":{"population":{"tolerance":{"absolute":8}}}})")
                .conflicts.size(),
            1U);
}

TEST(CheckValues, ScopesOfTimeAreNotCompared) {
  const ClaimsFixture run(Number("a", 100, R"("point_in_time":"1900")") +
                          Number("b", 200, R"("point_in_time":"1910")"));
  EXPECT_TRUE(run.conflicts.empty());
  EXPECT_THAT(run.Reasons(), testing::Contains("scope"));
}

TEST(CheckValues, DatesKeepTheirPrecision) {
  EXPECT_TRUE(ClaimsFixture(Day("a", "1904") + Day("b", "1904-10-19"))
                  .conflicts.empty());
  EXPECT_THAT(
      ClaimsFixture(Day("a", "1904") + Day("b", "1904-10-19")).Reasons(),
      testing::Contains("refinement"));
  EXPECT_EQ(
      ClaimsFixture(Day("a", "1904") + Day("b", "1905-01-01")).conflicts.size(),
      1U);
  EXPECT_EQ(ClaimsFixture(Day("a", "1904") + Day("b", "1905-01-01"))
                .conflicts[0]
                .violation_days,
            1);
  EXPECT_TRUE(ClaimsFixture(Day("a", "1904~") + Day("b", "1906-01-01"))
                  .conflicts.empty() ||
              ClaimsFixture(Day("a", "1904~") + Day("b", "1906-01-01"))
                      .conflicts[0]
                      .severity == Severity::kTension);
}

TEST(CheckValues, WordsPlacesAndNames) {
  EXPECT_TRUE(ClaimsFixture(Text("a", "departure_gate", "text", "B 12") +
                            Text("b", "departure_gate", "text", "b  12"))
                  .conflicts.empty());
  EXPECT_EQ(ClaimsFixture(Text("a", "departure_gate", "text", "B12") +
                          Text("b", "departure_gate", "text", "B14"))
                .conflicts.size(),
            1U);
  EXPECT_TRUE(ClaimsFixture(Text("a", "authors", "names", "Knuth, D.") +
                            Text("b", "authors", "names", "Donald Knuth"))
                  .conflicts.empty());
  EXPECT_EQ(ClaimsFixture(Text("a", "authors", "names", "Knuth, D.") +
                          Text("b", "authors", "names", "Graham, R."))
                .conflicts.size(),
            1U);
  struct Valley : Relations {
    bool Holds(const ValueRow& outer, const ValueRow& inner) const override {
      return outer.text == inner.text || outer.surface == country;
    }
    StringId country;
  };
  const std::string lines = Text("a", "location", "place", "Ruritania") +
                            Text("b", "location", "place", "Port Vell");
  EXPECT_EQ(ClaimsFixture(lines).conflicts.size(), 1U);
  Valley valley;
  ClaimsFixture first(lines);
  valley.country = first.strings.Find("Ruritania");
  EXPECT_TRUE(ClaimsFixture(lines, "{}", &valley).conflicts.empty());
}

// "56A" of "Terminal 2 - 56A" is one gate told less precisely.
TEST(CheckValues, PartsOfATextAgreeWhereTheSchemaSaysSo) {
  const auto finds = [](const char* a, const char* b, const char* schema) {
    const auto text = [](const char* value) {
      return std::string(R"({"type":"text","value":")") + value + "\"}";
    };
    const ClaimsFixture claims(ClaimLine("x", "flight", "gate", text(a)) +
                                   ClaimLine("y", "flight", "gate", text(b)),
                               schema);
    return claims.conflicts.size();
  };
  constexpr char kParts[] =
      R"({"predicates":{"gate":{"single":true,"parts_agree":true,"no_value":["n/a"]}}})";
  constexpr char kWhole[] = R"({"predicates":{"gate":{"single":true}}})";
  for (const auto& [a, b] : {std::pair("56A", "Terminal 2 - 56A"),
                             {"3", "E3"},
                             {"C6", "C06"},
                             {"K15", "K15/T3"},
                             {"N/A", "C6"},
                             {"Dec 9 - N/A", "C6"}}) {
    EXPECT_EQ(finds(a, b, kParts), 0U) << a << " / " << b;
    EXPECT_EQ(finds(a, b, kWhole), 1U) << a << " / " << b;
  }
  for (const auto& [a, b] : {std::pair("56A", "56B"),
                             {"A37", "A24"},
                             {"6", "Terminal 3"},
                             {"C6", "C60"},
                             {"n", "C6"}})
    EXPECT_EQ(finds(a, b, kParts), 1U) << a << " / " << b;
}

TEST(CheckValues, ThreeNestedTextsHaveAWitnessThatIsNotNested) {
  const auto gate = [](const char* source, const char* value) {
    return ClaimLine(
        source, "flight", "gate",
        std::string(R"({"type":"text","value":")") + value + "\"}");
  };
  const ClaimsFixture claims(
      gate("a", "6") + gate("b", "6/3") + gate("c", "Terminal 3"),
      R"({"predicates":{"gate":{"single":true,"parts_agree":true}}})");
  ASSERT_EQ(claims.conflicts.size(), 1U);
  EXPECT_EQ(claims.conflicts.front().sides.size(), 2U);
}

TEST(CheckValues, TimesOfDayBesideFullTimes) {
  const auto time = [](const std::string& source, const std::string& value) {
    return Text(source, "actual_arrival", "datetime", value);
  };
  EXPECT_TRUE(ClaimsFixture(time("a", "2011-12-01T14:55") + time("b", "T14:55"))
                  .conflicts.empty());
  EXPECT_EQ(ClaimsFixture(time("a", "2011-12-01T14:55") + time("b", "T14:56"))
                .conflicts.size(),
            1U);
  const ClaimsFixture days(time("a", "2011-12-01T14:55") +
                           time("b", "2011-12-02T14:55") + time("c", "T14:55"));
  ASSERT_EQ(days.conflicts.size(), 1U);
  EXPECT_EQ(days.conflicts[0].sides.size(), 2U);
}

TEST(CheckValues, ASourceMayDifferFromItselfOnlyIfTheSchemaSaysSo) {
  const std::string lines = Number("a", 100) + Number("a", 200);
  EXPECT_EQ(ClaimsFixture(lines).conflicts.size(), 1U);
  EXPECT_TRUE(
      ClaimsFixture(lines,
                    R"({"predicates":{"population":{"within_source":false}}})")
          .conflicts.empty());
  EXPECT_EQ(
      ClaimsFixture(lines + Number("b", 150),
                    R"({"predicates":{"population":{"within_source":false}}})")
          .conflicts.size(),
      1U);
}

TEST(CheckValues, WhatNoSchemaNamesIsNotCompared) {
  const std::string lines = Text("a", "shoe_size", "text", "41") +
                            Text("b", "shoe_size", "text", "42");
  EXPECT_TRUE(ClaimsFixture(lines).conflicts.empty());
  EXPECT_EQ(
      ClaimsFixture(lines, R"({"defaults":{"single":true}})").conflicts.size(),
      1U);
}

// The slow oracle: some pair of intervals lies apart.
TEST(IntervalSides, AgreeWithAllPairs) {
  std::mt19937 random(11);
  for (int round = 0; round < 2000; ++round) {
    std::vector<LineItem> items;
    const auto n = 2 + random() % 12;
    for (std::uint32_t i = 0; i < n; ++i) {
      const double lo = static_cast<double>(random() % 40);
      items.push_back({lo, lo + 1 + static_cast<double>(random() % 6),
                       random() % 4 == 0, random() % 4 == 0,
                       StatementIndex(i)});
    }
    const Tolerance tolerance{static_cast<double>(random() % 3),
                              random() % 2 == 0 ? 0.0 : 0.1};
    double widest = -1;
    for (const LineItem& a : items) {
      for (const LineItem& b : items) {
        if (Apart(a, b, tolerance)) widest = std::max(widest, b.lo - a.hi);
      }
    }
    const auto pair = WidestPair(
        items, tolerance, [](StatementIndex, StatementIndex) { return true; });
    ASSERT_EQ(pair.has_value(), widest >= 0);
    if (pair) {
      EXPECT_EQ(pair->second.lo - pair->first.hi, widest);
    }
    std::size_t members = 0;
    for (const auto& run : Runs(items, tolerance)) {
      members += run.size();
      for (const LineItem& a : run) {
        for (const LineItem& b : run)
          EXPECT_FALSE(Apart(a, b, {tolerance.absolute, tolerance.relative}));
      }
    }
    EXPECT_EQ(members, items.size());
    if (pair) {
      EXPECT_GE(Runs(items, tolerance).size(), 2U);
    }
  }
}

}  // namespace
}  // namespace gainsay::internal

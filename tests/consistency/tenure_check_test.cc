#include "consistency/tenure_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "claims_fixture.h"

namespace gainsay::internal {
namespace {

using testing::Contains;

std::string Tenure(const std::string& source, const std::string& who,
                   const std::string& office, const std::string& start,
                   const std::string& end, const std::string& as_of = {}) {
  std::string more;
  const auto add = [&](const char* key, const std::string& value) {
    if (!value.empty())
      more += (more.empty() ? "\"" : ",\"") + std::string(key) + "\":\"" +
              value + "\"";
  };
  add("start", start);
  add("end", end);
  add("as_of", as_of);
  return ClaimLine(
      source, who, "holds_office",
      R"({"type":"office","office":")" + office + R"(","country":"Ruritania"})",
      more);
}
std::string Died(const std::string& source, const std::string& who,
                 const std::string& day) {
  return ClaimLine(source, who, "died",
                   R"({"type":"date","value":")" + day + "\"}");
}

// Every office has one holder; leaders are premiers under another name.
struct Offices : Relations {
  bool OneHolder(const ValueRow&) const override { return true; }
};
const Offices kOneHolder;

TEST(CheckTenures, BeginsAndEndsAreTwoFindings) {
  const ClaimsFixture run(
      Tenure("a", "Ada", "premier", "1999-02-02", "2012-03-05") +
      Tenure("b", "Ada", "premier", "1999-02-03", "2013-03"));
  ASSERT_EQ(run.conflicts.size(), 2U);
  EXPECT_EQ(run.conflicts[0].violation_days, 1);
  EXPECT_EQ(run.conflicts[1].violation_days, 361);
  EXPECT_EQ(run.conflicts[1].side_values[0], "until 2012-03-05");
  EXPECT_EQ(run.conflicts[1].side_values[1], "until 2013-03");
  EXPECT_NE(run.conflicts[0].signature, run.conflicts[1].signature);
}

TEST(CheckTenures, PrecisionAndCensoringAgree) {
  const ClaimsFixture refined(
      Tenure("a", "Ada", "premier", "1999", "2012-03-05") +
      Tenure("b", "Ada", "premier", "1999-02-03", "2012-03"));
  EXPECT_TRUE(refined.conflicts.empty());
  EXPECT_THAT(refined.Reasons(), Contains("refinement"));
  const ClaimsFixture censored(
      Tenure("a", "Ada", "premier", "1999", "", "2005") +
      Tenure("b", "Ada", "premier", "1999", "2012-03"));
  EXPECT_TRUE(censored.conflicts.empty());
  EXPECT_THAT(censored.Reasons(), Contains("censored"));
  // Still in office as of 2005 is not gone by 2004.
  EXPECT_EQ(ClaimsFixture(Tenure("a", "Ada", "premier", "1999", "", "2005") +
                          Tenure("b", "Ada", "premier", "1999", "2004"))
                .conflicts.size(),
            1U);
}

TEST(CheckTenures, TermsThatFollowEachOtherAreOneSpell) {
  const ClaimsFixture run(
      Tenure("a", "Ada", "member", "1993-01-05", "1995-01-03") +
      Tenure("a", "Ada", "member", "1995-01-04", "1997-01-03") +
      Tenure("b", "Ada", "member", "1993-01-05", "1997-01-03"));
  // That one source tells it in parts is a tension at most.
  ASSERT_EQ(run.conflicts.size(), 1U);
  EXPECT_EQ(run.conflicts[0].severity, Severity::kTension);
}

TEST(CheckTenures, ASplitTenureIsANearMissItsOuterEndsAndItsGapAreCompared) {
  const ClaimsFixture run(
      Tenure("a", "Ada", "premier", "1960-01-01", "1971-01-13") +
      Tenure("a", "Ada", "premier", "1974-02-08", "1980-11-25") +
      Tenure("b", "Ada", "premier", "1960-01-01", "1980-11-27"));
  ASSERT_EQ(run.conflicts.size(), 3U);
  EXPECT_EQ(run.conflicts[2].severity, Severity::kTension);
  EXPECT_EQ(run.conflicts[0].violation_days, 2);
  EXPECT_EQ(run.conflicts[1].side_values[0],
            "until 1971-01-13, again from 1974-02-08");
  EXPECT_THAT(run.Reasons(), Contains("split"));
}

TEST(CheckTenures, PartsAreComparedOneByOneWhereSourcesHaveAsMany) {
  const ClaimsFixture run(
      Tenure("a", "Ada", "premier", "1948-01-04", "1956-06-12") +
      Tenure("a", "Ada", "premier", "1957-03-01", "1958-10-29") +
      Tenure("b", "Ada", "premier", "1948-01-04", "1956-06") +
      Tenure("b", "Ada", "premier", "1957-02-28", "1958-10"));
  ASSERT_EQ(run.conflicts.size(), 1U);
  EXPECT_EQ(run.conflicts[0].violation_days, 1);
}

TEST(CheckTenures, AnotherDefinitionIsANearMiss) {
  const ClaimsFixture run(
      Tenure("a", "Ada", "premier", "1960-01-01", "1964-01-13") +
      Tenure("b", "Ada", "premier (cabinet start)", "1960-02-01",
             "1964-03-13"));
  EXPECT_TRUE(run.conflicts.empty());
  EXPECT_THAT(run.Reasons(), Contains("definition"));
}

TEST(CheckTenures, OtherOfficesAreNotCompared) {
  const ClaimsFixture run(
      Tenure("a", "Ada", "premier", "1960-01-01", "1964-01-13") +
      Tenure("b", "Ada", "mayor", "1961-02-01", "1964-03-13"));
  EXPECT_TRUE(run.conflicts.empty());
  EXPECT_THAT(run.Reasons(), Contains("other-office"));
}

TEST(CheckTenures, WhereTheDataOfASourceBeginATenureMayHaveBegunBefore) {
  const std::string a =
      Tenure("a", "Old", "premier", "1980", "1990-05-29") +
      Tenure("a", "Ada", "premier", "1990-05-30", "1999-12-10");
  const std::string later =
      Tenure("b", "Young", "premier", "1999-12-10", "2004");
  const ClaimsFixture run(
      a + later + Tenure("b", "Ada", "premier", "1991-06-25", "1999-12-10"));
  EXPECT_TRUE(run.conflicts.empty());
  EXPECT_THAT(run.Reasons(), Contains("window"));
  EXPECT_EQ(ClaimsFixture(
                a + later + Tenure("b", "Elder", "premier", "1970", "1975") +
                Tenure("b", "Ada", "premier", "1991-06-25", "1999-12-10"))
                .conflicts.size(),
            1U);
}

TEST(CheckTenures, ARepeatedDifferenceIsOneFinding) {
  std::string lines;
  for (int i = 0; i < 8; ++i) {
    const std::string who = "Member " + std::to_string(i);
    lines += Tenure("a", who, "member", "2005-05-05", "2010-04-12") +
             Tenure("b", who, "member", "2005-05-06", "2010-04-12");
  }
  lines += Tenure("a", "Other", "member", "2005-05-05", "") +
           Tenure("b", "Other", "member", "2006-05-06", "");
  const ClaimsFixture run(lines);
  ASSERT_EQ(run.conflicts.size(), 2U);
  const auto pattern = std::ranges::find_if(
      run.conflicts, [](const Conflict& c) { return !c.pattern.empty(); });
  ASSERT_NE(pattern, run.conflicts.end());
  EXPECT_EQ(pattern->instances.size(), 8U);
  EXPECT_EQ(
      pattern->pattern,
      "8 times the beginning of the tenure of b is 1 day after that of a");
}

TEST(CheckTenures, TermsOfOtherLengthsAreOtherParts) {
  const ClaimsFixture run(
      Tenure("a", "Ada", "senator", "2019-01-03", "2025-01-03") +
      Tenure("a", "Ada", "senator", "2025-01-03", "2031-01-03") +
      Tenure("b", "Ada", "senator", "2019-01-03", "2021-01-03") +
      Tenure("b", "Ada", "senator", "2021-01-03", "", "2022-08"));
  EXPECT_TRUE(run.conflicts.empty());
}

TEST(CheckTenures, AWholeBesideItsPartsIsATension) {
  const ClaimsFixture run(
      Tenure("a", "Ada", "member", "2010-05-06", "2015-03-30") +
      Tenure("b", "Ada", "member", "2010-05-06", "2012-11-06") +
      Tenure("b", "Ada", "member", "2012-11-06", "2015-03-30"));
  ASSERT_EQ(run.conflicts.size(), 1U);
  EXPECT_EQ(run.conflicts[0].severity, Severity::kTension);
}

TEST(CheckTenures, WhereManyBeginOnOneDayTheDataBegin) {
  std::string lines;
  for (int i = 0; i < 6; ++i) {
    const std::string who = "Member " + std::to_string(i);
    lines += Tenure("a", who, "member", std::to_string(1980 + i), "2004") +
             Tenure("b", who, "member", "1999-01-06", "2004");
  }
  const ClaimsFixture run(lines);
  EXPECT_TRUE(run.conflicts.empty());
  EXPECT_THAT(run.Reasons(), Contains("window"));
}

TEST(CheckTenures, ATenureThatEndsBeforeItBeginsContradictsItself) {
  const ClaimsFixture run(Tenure("a", "Ada", "member", "2011", "2009"));
  ASSERT_EQ(run.conflicts.size(), 1U);
  EXPECT_EQ(run.conflicts[0].kind, FindingKind::kSchema);
  EXPECT_EQ(run.conflicts[0].statements.size(), 1U);
}

TEST(CheckHolders, OneSourcesHoldersMustNotOverlap) {
  const std::string lines =
      Tenure("a", "Ada", "premier", "1970", "1977-06") +
      Tenure("a", "Ben", "premier", "1977-05-06", "1980") +
      Tenure("b", "Cid", "premier", "1977-01", "1979");
  const ClaimsFixture run(lines, "{}", &kOneHolder);
  ASSERT_EQ(run.conflicts.size(), 1U);
  EXPECT_EQ(run.conflicts[0].violation_days, 26);
  EXPECT_TRUE(ClaimsFixture(lines).conflicts.empty());
  // The day of handing over belongs to both.
  EXPECT_TRUE(
      ClaimsFixture(Tenure("a", "Ada", "premier", "1970", "1977-06-01") +
                        Tenure("a", "Ben", "premier", "1977-06-01", "1980"),
                    "{}", &kOneHolder)
          .conflicts.empty());
}

TEST(CheckSchema, TenuresLieWithinLives) {
  const ClaimsFixture run(
      Tenure("a", "Ada", "premier", "1920-01-01", "1922-12-18") +
      Died("a", "Ada", "1922-12-16"));
  ASSERT_EQ(run.conflicts.size(), 1U);
  EXPECT_EQ(run.conflicts[0].kind, FindingKind::kSchema);
  EXPECT_EQ(run.conflicts[0].violation_days, 2);
  EXPECT_TRUE(
      ClaimsFixture(Tenure("a", "Ada", "premier", "1920-01-01", "1922-12") +
                    Died("a", "Ada", "1922-12-16"))
          .conflicts.empty());
  EXPECT_EQ(ClaimsFixture(Tenure("a", "Ada", "premier", "1820", "1822-12") +
                          ClaimLine("a", "Ada", "born",
                                    R"({"type":"date","value":"1890"})"))
                .conflicts.size(),
            1U);
}

std::string Cell(const std::string& row, const std::string& column,
                 const std::string& value) {
  return ClaimLine(row, row, column,
                   R"({"type":"text","value":")" + value + "\"}");
}

TEST(CheckSchema, Dependencies) {
  const char* const schema =
      R"({"defaults":{"compared":true},"dependencies":[{"same":"number","then":"address"}]})";
  const ClaimsFixture run(
      Cell("r1", "number", "7") + Cell("r1", "address", "1 High St") +
          Cell("r2", "number", "7") + Cell("r2", "address", "2 High St") +
          Cell("r3", "number", "8") + Cell("r3", "address", "3 High St") +
          Cell("r4", "number", "7") + Cell("r4", "address", "1 High St"),
      schema);
  ASSERT_EQ(run.conflicts.size(), 1U);
  EXPECT_EQ(run.conflicts[0].sides.size(), 2U);
  EXPECT_EQ(run.conflicts[0].statements.size(), 4U);
}

TEST(CheckSchema, RangesExclusionsAndLists) {
  const char* const schema =
      R"({"predicates":{"colour":{"type":"text","one_of":["red","blue"]},"state":{"type":"text"}},
    "exclusions":[{"predicate":"colour","value":"red","with":"state","with_value":"gone"}]})";
  EXPECT_EQ(
      ClaimsFixture(Cell("a", "colour", "green"), schema).conflicts.size(), 1U);
  EXPECT_TRUE(
      ClaimsFixture(Cell("a", "colour", "Red"), schema).conflicts.empty());
  EXPECT_EQ(ClaimsFixture(
                Cell("a", "colour", "red") + Cell("a", "state", "gone"), schema)
                .conflicts.size(),
            1U);
  EXPECT_TRUE(
      ClaimsFixture(Cell("a", "colour", "blue") + Cell("a", "state", "gone"),
                    schema)
          .conflicts.empty());
  const ClaimsFixture negative(ClaimLine("a", "Vell", "population",
                                         R"({"type":"quantity","value":-5})"));
  ASSERT_EQ(negative.conflicts.size(), 1U);
  EXPECT_EQ(negative.conflicts[0].statements.size(), 1U);
}

TEST(CheckSchema, Contemporaries) {
  const char* const schema =
      R"({"predicates":{"spouse":{"type":"entity"}},"contemporaries":[{"predicate":"spouse","born":"born","died":"died"}]})";
  const std::string lines =
      ClaimLine("a", "Ada", "spouse", R"({"type":"entity","name":"Ben"})") +
      Died("a", "Ada", "1822");
  const auto born = [](const std::string& year) {
    return ClaimLine("a", "Ben", "born",
                     R"({"type":"date","value":")" + year + "\"}");
  };
  EXPECT_EQ(ClaimsFixture(lines + born("1830"), schema).conflicts.size(), 1U);
  EXPECT_TRUE(ClaimsFixture(lines + born("1822"), schema).conflicts.empty());
}

}  // namespace
}  // namespace gainsay::internal

#include <gtest/gtest.h>

#include "../support/story.h"
#include "consistency/verify.h"

namespace gainsay::internal {
namespace {

Day D(std::string_view edtf) { return Date::Parse(edtf)->core().lo; }

// Statements of a predicate, in table order.
std::vector<StatementIndex> All(const StatementTable& table) {
  std::vector<StatementIndex> out;
  for (std::uint32_t i = 0; i < table.statements.size(); ++i)
    out.push_back(StatementIndex(i));
  return out;
}

struct Built {
  GraphInput input;
  StatementTable statements;
  PointGraph graph;
  TemporalOracle oracle;
  explicit Built(Story& story)
      : input(story.Input()),
        statements(BuildStatements(input)),
        graph(BuildPoints(statements, input)),
        oracle(statements, graph) {}
};

TEST(TemporalOracle, SixYearsAgainstFiveIsProbable) {
  Story story;
  story.Source("a", "2024-05-29");
  story.Source("b");
  story.CountClaim("a", "talks", "lapse_length_to_date", 6);
  story.CountClaim("b", "talks", "lapse_length", 5);
  story.DateClaim("b", "talks", "lapse_return", "2025-01-14");
  Built built(story);
  const auto all = All(built.statements);
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(built.oracle.Grade(all), Severity::kProbable);
  EXPECT_TRUE(built.oracle.IsMinimal(all, Severity::kProbable));
  EXPECT_FALSE(built.oracle.Inconsistent(all, Cut::kHull));
}

TEST(TemporalOracle, FiveYearsCannotReachBackInto2018) {
  Story story;
  story.Source("a", "2024-05-29");
  story.Source("b");
  story.DateClaim("a", "talks", "lapse_last", "2018",
                  {kMinusInfinity, D("2018-12-31")});
  story.CountClaim("b", "talks", "lapse_length", 5);
  story.DateClaim("b", "talks", "lapse_return", "2025-01-14");
  Built built(story);
  const auto all = All(built.statements);
  EXPECT_EQ(built.oracle.Grade(all), Severity::kDefinite);
  EXPECT_TRUE(built.oracle.IsMinimal(all, Severity::kDefinite));
}

TEST(TemporalOracle, TheBeginningOfALapseWillDoForItsLastTime) {
  Story story;
  story.Source("a");
  story.Source("b");
  story.DateClaim("a", "talks", "lapse_begin", "2018");
  story.CountClaim("b", "talks", "lapse_length", 5);
  story.DateClaim("b", "talks", "lapse_return", "2025-01-14");
  Built built(story);
  EXPECT_EQ(built.oracle.Grade(All(built.statements)), Severity::kDefinite);
}

TEST(TemporalOracle, FirstSince2019AndFirstInFourYearsAgree) {
  Story story;
  story.Source("a");
  story.Source("b", "2024-05-27");
  story.DateClaim("a", "summit", "lapse_last", "2019",
                  {kMinusInfinity, D("2019-12-31")});
  story.CountClaim("b", "summit", "lapse_length_to_date", 4);
  Built built(story);
  const auto all = All(built.statements);
  for (const Cut cut : {Cut::kHull, Cut::kCompleted, Cut::kRounded, Cut::kCore})
    EXPECT_FALSE(built.oracle.Inconsistent(all, cut)) << Name(cut);
  EXPECT_EQ(built.oracle.Grade(all), std::nullopt);
}

TEST(TemporalOracle, SixYearsAnd2018Agree) {
  Story story;
  story.Source("a", "2024-05-29");
  story.DateClaim("a", "talks", "lapse_last", "2018",
                  {kMinusInfinity, D("2018-12-31")});
  story.CountClaim("a", "talks", "lapse_length_to_date", 6);
  Built built(story);
  for (const Cut cut : kAllCuts)
    EXPECT_FALSE(built.oracle.Inconsistent(All(built.statements), cut))
        << Name(cut);
}

TEST(TemporalOracle, APlanBindsAnotherPointThanTheFact) {
  Story story;
  story.Source("a", "2024-05-20");
  story.Source("b", "2024-06-20");
  story.DateClaim("a", "visit", "occurs", "2024-05-29").modality =
      Modality::kPlanned;
  story.DateClaim("b", "visit", "occurs", "2024-06-12");
  Built built(story);
  EXPECT_EQ(built.oracle.Grade(All(built.statements)), std::nullopt);
}

TEST(TemporalOracle, TwoDaysOfOneEventDoNotAgree) {
  Story story;
  story.Source("a");
  story.Source("b");
  story.DateClaim("a", "visit", "occurs", "2024-05-29");
  story.DateClaim("b", "visit", "occurs", "2024-06");
  Built built(story);
  EXPECT_EQ(built.oracle.Grade(All(built.statements)), Severity::kDefinite);
}

}  // namespace
}  // namespace gainsay::internal

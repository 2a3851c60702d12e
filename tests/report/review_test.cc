// Baselines, suppressions, limits, verdicts.
#include "gainsay/review.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "models.h"

namespace gainsay {
namespace {

using internal::SampleReport;

Date Day(const char* text) { return Date::Parse(text).value(); }

TEST(Suppressions, MarkUntilTheirLastDay) {
  const auto rows = ReadSuppressions(
      "{\"id\":\"00000000000000a1\",\"reason\":\"known\",\"expires\":\"2026-03-"
      "01\"}\n\n"
      "{\"id\":\"00000000000000a3\",\"reason\":\"two fires\"}\r\n"
      "{\"id\":\"ffff\",\"reason\":\"long gone\"}\n");
  ASSERT_TRUE(rows.has_value()) << rows.error().message();
  const Report on_time =
      WithSuppressions(SampleReport(), *rows, Day("2026-03-01"));
  EXPECT_EQ(on_time.findings().size(), 6U);
  EXPECT_EQ(on_time.findings()[0].suppressed_by(), "known");
  EXPECT_EQ(on_time.findings()[1].suppressed_by(), "two fires");
  EXPECT_EQ(on_time.findings()[2].suppressed_by(), "");
  EXPECT_EQ(on_time.model().coverage.counts.at("suppressions unused"), 1U);
  const Report late =
      WithSuppressions(SampleReport(), *rows, Day("2026-03-02"));
  EXPECT_EQ(late.findings()[0].suppressed_by(), "");
  EXPECT_EQ(late.model().coverage.counts.at("suppressions expired"), 1U);
}

TEST(Suppressions, NameTheBadLine) {
  const char* bad[][2] = {
      {"[]", ""},
      {"{\"id\":\"a\"}", "reason"},
      {"{\"reason\":\"a\"}", "id"},
      {"{\"id\":\"a\",\"reason\":\"r\",\"expires\":\"2026-02-30\"}",
       "expires"}};
  for (const auto& [line, field] : bad) {
    const auto rows = ReadSuppressions("\n" + std::string(line));
    ASSERT_FALSE(rows.has_value()) << line;
    EXPECT_EQ(rows.error().line, 2U);
    EXPECT_EQ(rows.error().field, field);
  }
}

TEST(Baseline, TellsNewUnchangedAndGone) {
  internal::ReportModel older = internal::SampleModel(),
                        newer = internal::SampleModel();
  older.findings.erase(older.findings.begin() + 1);
  newer.findings.erase(newer.findings.begin());
  const Report report =
      WithBaseline(Report(std::make_shared<internal::ReportModel>(newer)),
                   Report(std::make_shared<internal::ReportModel>(older)));
  ASSERT_EQ(report.findings().size(), 6U);
  EXPECT_EQ(report.findings()[0].id(), "00000000000000a3");
  EXPECT_EQ(report.findings()[0].baseline_state(), "new");
  EXPECT_EQ(report.findings()[1].baseline_state(), "unchanged");
  EXPECT_EQ(report.findings()[5].id(), "00000000000000a1");
  EXPECT_EQ(report.findings()[5].baseline_state(), "gone");
  // What was gone in the older report is not gone again.
  EXPECT_EQ(WithBaseline(report, report).model().findings.size(), 6U);
}

TEST(Limited, StatesTheCut) {
  const Report report = Limited(SampleReport(), 2);
  EXPECT_EQ(report.findings().size(), 2U);
  EXPECT_EQ(report.model().cut_findings, 4U);
  EXPECT_EQ(Limited(SampleReport(), 0).model().findings.size(), 6U);
}

TEST(Review, MeasuresPrecisionWithWilsonsInterval) {
  const auto verdicts = ReadVerdicts(
      "{\"id\":\"00000000000000a1\",\"verdict\":\"reject\"}\n"
      "{\"id\":\"00000000000000a1\",\"verdict\":\"accept\"}\n"
      "{\"id\":\"00000000000000a2\",\"verdict\":\"accept\"}\n"
      "{\"id\":\"00000000000000a3\",\"verdict\":\"reject\",\"reason\":\"two "
      "\\\"fires\\\"\"}\n"
      "{\"id\":\"00000000000000a4\",\"verdict\":\"unsure\"}\n"
      "{\"id\":\"ffff\",\"verdict\":\"reject\"}\n");
  ASSERT_TRUE(verdicts.has_value()) << verdicts.error().message();
  const Precision precision = Measure(SampleReport(), *verdicts);
  EXPECT_EQ(precision.accepted, 2U);
  EXPECT_EQ(precision.rejected, 1U);
  EXPECT_EQ(precision.unsure, 1U);
  EXPECT_EQ(precision.unknown, 1U);
  EXPECT_EQ(precision.unjudged, 2U);
  EXPECT_NEAR(precision.value, 2.0 / 3, 1e-12);
  EXPECT_NEAR(precision.least, 0.2077, 1e-4);  // Wilson score, 2 of 3
  EXPECT_NEAR(precision.most, 0.9385, 1e-4);
  const auto rows = ReadSuppressions(SuppressionsOf(*verdicts));
  ASSERT_TRUE(rows.has_value());
  ASSERT_EQ(rows->size(), 2U);
  EXPECT_EQ((*rows)[0].reason, "two \"fires\"");
  EXPECT_FALSE(
      ReadVerdicts("{\"id\":\"a\",\"verdict\":\"maybe\"}").has_value());
}

}  // namespace
}  // namespace gainsay

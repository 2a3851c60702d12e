// The text writer: what a reader sees, in any width, of any text.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>

#include "gainsay/write.h"
#include "models.h"
#include "text/width.h"

namespace gainsay::internal {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string Text(const ReportModel& model, TextStyle style = {}) {
  std::ostringstream out;
  WriteText(Report(std::make_shared<ReportModel>(model)), out, style);
  return out.str();
}

std::string TextOf(Finding finding, unsigned width = 80) {
  ReportModel model;
  model.findings = {std::move(finding)};
  TextStyle style;
  style.least = Severity::kTension;
  style.width = width;
  return Text(model, style);
}

TEST(WriteText, PutsCaretsUnderTheValueAndTildesUnderTheEvidence) {
  EXPECT_THAT(
      TextOf(FerryFinding()),
      HasSubstr(
          " 3 | The night ferry has not sailed since 2018, the port said.\n"
          "   |                     ~~~~~~~~~~~~~~~~~^^^^ 2018\n"));
}

TEST(WriteText, ShowsTheArithmeticAsASum) {
  EXPECT_THAT(
      TextOf(FerryFinding()),
      HasSubstr(
          "         2018-12-31  no sailing after 2018  [harbour-post:3]\n"
          "        + 2191 days  a five-year break is at most 2191 days"
          "  [island-news:1]\n"
          "       - 2025-01-14  back on 14 January 2025  [island-news:2]\n"
          "         = -15 days  no dates fit: 2024-12-30 is before "
          "2025-01-14\n"));
}

TEST(WriteText, ShowsAWalkForEachConventionAndEachCase) {
  const std::string probable = TextOf(HiatusFinding());
  for (const char* words :
       {"completed years", "rounded years", "calendar years"})
    EXPECT_THAT(probable, HasSubstr(words));
  const std::string tenure = TextOf(TenureFinding(), 100);
  EXPECT_THAT(tenure, HasSubstr("if Ida Berg came first"));
  EXPECT_THAT(tenure, HasSubstr("if Per Lund came first"));
}

TEST(WriteText, LeavesOutTheSumOfNumberedSides) {
  EXPECT_THAT(TextOf(PolarityFinding()), Not(HasSubstr("sum")));
}

TEST(WriteText, ShowsTensionsOnRequestOnlyAndSaysSo) {
  ReportModel model;
  model.findings = {TenureFinding()};
  EXPECT_EQ(Text(model), "0 contradictions, 1 tension not shown\n");
}

TEST(WriteText, SaysWhenTheSearchWasNotComplete) {
  ReportModel model;
  model.complete = false;
  model.incomplete_reason = "the budget of 1000 steps was spent";
  EXPECT_THAT(
      Text(model),
      HasSubstr(
          "The search was not complete: the budget of 1000 steps was spent\n"));
}

TEST(WriteText, NeverWritesWhatATerminalObeys) {
  const ReportModel model = SampleModel();
  TextStyle style;
  style.least = Severity::kTension;
  const std::string text = Text(model, style);
  for (const char c : text)
    EXPECT_TRUE(c == '\n' || static_cast<unsigned char>(c) >= 0x20);
  for (const char* harmful : {"\u009b", "\u202e", "\u2066", "\u2028", "\x7f"})
    EXPECT_THAT(text, Not(HasSubstr(harmful)));
  EXPECT_THAT(text, HasSubstr("\\u{202e}"));
}

TEST(WriteText, ColoursOnlyOnRequestAndResetsEachTime) {
  TextStyle style;
  EXPECT_THAT(Text(SampleModel(), style), Not(HasSubstr("\x1b")));
  style.colour = true;
  const std::string text = Text(SampleModel(), style);
  EXPECT_THAT(text, HasSubstr("\x1b[1;31mdefinite[00000000000000a1]\x1b[0m"));
  EXPECT_EQ(text.find("\x1b[31mred"), std::string::npos);
}

TEST(WriteText, CutsLongLinesAroundTheMarks) {
  Finding finding = HiatusFinding();
  const std::string before(3000, 'x'), quote = "a break of six years";
  finding.claims[0] =
      MakeClaim("d1", "gazette", before + " " + quote + " " + before, quote,
                "six years", "P6Y");
  for (const unsigned width : {40U, 60U, 120U}) {
    const std::string text = TextOf(finding, width);
    EXPECT_THAT(text, HasSubstr("six years"));
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
      EXPECT_TRUE(line.find("xxx") == std::string::npos ||
                  DisplayWidth(line) <= width)
          << line;
  }
}

TEST(WriteText, AlignsMarksUnderWideAndCombiningCharacters) {
  Finding finding = HiatusFinding();
  const std::string line = "日本の会談は六年ぶりe\u0301 再開";
  finding.claims[0] =
      MakeClaim("d1", "gazette", line, "六年ぶり", "六年", "P6Y");
  const std::string text = TextOf(finding);
  EXPECT_THAT(text, HasSubstr(" 1 | " + line + "\n   | " +
                              std::string(12, ' ') + "^^^^~~~~ P6Y"));
}

TEST(WriteText, GroupsBySourceAndNamesAFindingUnderItsOtherSources) {
  TextStyle style;
  style.group_by = GroupBy::kSource;
  ReportModel model;
  model.findings = {HiatusFinding()};
  const std::string text = Text(model, style);
  EXPECT_THAT(text,
              HasSubstr("## source gazette\n\nprobable[00000000000000a2]: "));
  EXPECT_THAT(text,
              HasSubstr("## source courier\n\nprobable[00000000000000a2]: in "
                        "full under gazette:"));
}

TEST(WriteText, ShowsAClaimWithoutATextByItsRecord) {
  Finding finding = TollFinding();
  ReportClaim& claim = finding.claims[0];
  claim = ReportClaim();
  claim.id = "t1", claim.source = "table", claim.record_file = "toll.csv",
  claim.record_line = 7;
  claim.subject = "mill fire", claim.predicate = "death_toll",
  claim.value = "23 people";
  const std::string text = TextOf(finding);
  EXPECT_THAT(text, HasSubstr("--> toll.csv:7  (table)"));
  EXPECT_THAT(text, HasSubstr(" 7 | mill fire | death_toll | 23 people\n"
                              "   |                          ^^^^^^^^^\n"));
}

TEST(Explain, IsSeveralLinesNoneEmpty) {
  const Report report = SampleReport();
  for (const FindingView finding : report.findings()) {
    const std::string text = finding.Explain();
    EXPECT_FALSE(text.empty());
    EXPECT_NE(text.back(), '\n');
    EXPECT_EQ(text.find("\n\n"), std::string::npos);
  }
}

TEST(Width, CountsColumns) {
  EXPECT_EQ(DisplayWidth("abc"), 3U);
  EXPECT_EQ(DisplayWidth("日本"), 4U);
  EXPECT_EQ(DisplayWidth("e\u0301"), 1U);
  EXPECT_EQ(DisplayWidth("\U0001F468\u200d\U0001F469\u200d\U0001F467"), 2U);
  EXPECT_EQ(DisplayWidth("\U0001F1EF\U0001F1F5"), 2U);
  EXPECT_EQ(DisplayWidth("\u1112\u1161\u11ab"), 2U);
  EXPECT_EQ(Harmless("a\nb\x1b\xff"), "a b\\u{1b}\\x{ff}");
  EXPECT_EQ(HarmlessCut("日本語", 5), "日本…");
  EXPECT_EQ(HarmlessCut("abc", 3), "abc");
  EXPECT_EQ(HarmlessCut("abcd", 3), "ab…");
}

}  // namespace
}  // namespace gainsay::internal

// Structured claims in reports: shown by what they say, not by their JSON.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>

#include "gainsay/write.h"
#include "models.h"
#include "report/axis.h"

namespace gainsay::internal {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

ReportClaim Record(std::string id, std::uint32_t line, std::string value) {
  ReportClaim claim;
  claim.id = std::move(id);
  claim.source = "table-" + claim.id;
  claim.document = claim.record_file = "claims.jsonl";
  claim.line = claim.record_line = line;
  claim.quote = claim.line_text = "{\"source\":\"x\",\"object\":{}}";
  claim.span = {0, static_cast<std::uint32_t>(claim.quote.size())};
  claim.value = std::move(value);
  claim.side = line - 1;
  return claim;
}

Finding Capitals() {
  Finding f;
  f.id = f.evidence_id = "00000000000000c1";
  f.kind = FindingKind::kValue;
  f.subject = "Arland";
  f.predicate = "capital";
  f.claims = {Record("r1", 1, "Ostby"), Record("r2", 2, "Westby")};
  SetSides(f, {"Ostby", "Westby"});
  return f;
}

TEST(Records, AreShownByWhatTheySay) {
  ReportModel model;
  model.findings = {Capitals()};
  const Report report(std::make_shared<ReportModel>(model));
  std::ostringstream text, page;
  WriteText(report, text);
  EXPECT_THAT(text.str(), HasSubstr(" 2 | Arland | capital | Westby\n"
                                    "   |                    ^^^^^^\n"));
  EXPECT_THAT(text.str(), Not(HasSubstr("{\"source\"")));
  WriteHtml(report, page);
  EXPECT_THAT(page.str(),
              HasSubstr("<mark>Arland | capital | <b>Westby</b></mark>"));
}

TEST(CompleteDerivations, NumbersTheSidesOfValuesWithoutOrder) {
  Finding f = Capitals();
  CompleteDerivations(f);
  ASSERT_EQ(f.derivations.size(), 1U);
  EXPECT_EQ(f.derivations[0].unit, "side");
  EXPECT_EQ(f.derivations[0].sum, -1);
  EXPECT_EQ(f.derivations[0].steps[1].by, "r2");
}

TEST(CompleteDerivations, PartsAPointFromItselfAcrossATolerance) {
  Finding f = Capitals();
  f.derivations = {MakeWalk(
      {Step("0", "value", 1, 10, true, "claim", "r1", ""),
       Step("value", "value", -2, 2, true, "schema", "schema", "tolerance"),
       Step("0", "value", 20, 30, false, "claim", "r2", "")},
      "hull", "m")};
  CompleteDerivations(f);
  const Derivation& walk = f.derivations[0];
  EXPECT_EQ(walk.unit, "m");
  EXPECT_EQ(walk.steps[0].from, "origin");
  EXPECT_EQ(walk.steps[1].from, "value");
  EXPECT_EQ(walk.steps[1].to, "value of the other");
  EXPECT_EQ(walk.steps[2].to, "value of the other");
}

TEST(SetAttribution, TellsMisreportsFromAuthoritiesThatDisagree) {
  Finding f = Capitals();
  SetAttribution(f);
  EXPECT_EQ(f.attribution, Attribution::kNone);
  f.sides[0].authorities = {"the mayor"};
  SetAttribution(f);
  EXPECT_EQ(f.attribution, Attribution::kNone);
  f.sides[1].authorities = {"the minister"};
  SetAttribution(f);
  EXPECT_EQ(f.attribution, Attribution::kAuthoritiesDisagree);
  EXPECT_THAT(f.authorities,
              ::testing::ElementsAre("the mayor", "the minister"));
  Finding g = Capitals();
  g.sides[0].authorities = g.sides[1].authorities = {"the mayor"};
  SetAttribution(g);
  EXPECT_EQ(g.attribution, Attribution::kMisreport);
}

}  // namespace
}  // namespace gainsay::internal

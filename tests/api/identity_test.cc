#include "gainsay/identity.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace gainsay {
namespace {

ClaimInput Tenure(std::string source, std::string name, std::string id,
                  const char* start, const char* end) {
  ClaimInput claim;
  claim.source = std::move(source);
  claim.subject.name = std::move(name);
  claim.subject.id = std::move(id);
  claim.predicate = "holds_office";
  claim.object = Value::OfOffice("President", "Norland");
  claim.start = *Date::Parse(start);
  claim.end = *Date::Parse(end);
  return claim;
}

std::vector<IdentityDecision> Explain(const std::string& aliases,
                                      std::string_view name) {
  Options options;
  options.aliases_json = aliases;
  Corpus corpus;
  EXPECT_TRUE(corpus.Add(
      Tenure("almanac", "Ada Vell", "a:1", "1990-01-05", "1994-01-05")));
  EXPECT_TRUE(corpus.Add(
      Tenure("gazette", "VELL, Ada", "g:7", "1990-01-05", "1994-01-05")));
  EXPECT_TRUE(corpus.Add(
      Tenure("gazette", "Tom Orla", "g:8", "1994-01-05", "1998-01-05")));
  EXPECT_TRUE(corpus.Add(
      Tenure("almanac", "Timo Ruud", "a:2", "1994-01-05", "1998-01-05")));
  return ExplainIdentity(Checker::Create(std::move(options)).value(), corpus,
                         name)
      .value();
}

using Verdict = IdentityDecision::Verdict;

TEST(ExplainIdentity, AddsUpTheEvidence) {
  const std::vector<IdentityDecision> decisions = Explain("", "vell");
  ASSERT_EQ(decisions.size(), 1U);
  const IdentityDecision& d = decisions.front();
  EXPECT_EQ(d.verdict, Verdict::kOne);
  EXPECT_GE(d.score, 8);
  EXPECT_EQ(d.a.name, "Ada Vell");
  EXPECT_EQ(d.b.name, "VELL, Ada");
  EXPECT_EQ(d.b.id, "g:7");
  EXPECT_EQ(d.b.source, "gazette");
  std::int32_t sum = 0;
  for (const std::string& evidence : d.evidence)
    sum += std::stoi(evidence.substr(evidence.rfind(' ') + 1));
  EXPECT_EQ(sum, d.score) << "the weights of the waterfall add up";
}

TEST(ExplainIdentity, TellsOfNeverMergeAndOfAliases) {
  const std::vector<IdentityDecision> apart =
      Explain(R"({"never_merge": [["a:1", "g:7"]]})", "vell");
  ASSERT_EQ(apart.size(), 1U);
  EXPECT_EQ(apart.front().verdict, Verdict::kTwo);
  EXPECT_EQ(apart.front().evidence.back(),
            "kept apart by ids or a never-merge pair");

  EXPECT_TRUE(Explain("", "ruud").empty());
  const std::vector<IdentityDecision> joined =
      Explain(R"({"aliases": [["Tom Orla", "Timo Ruud"]]})", "ruud");
  ASSERT_EQ(joined.size(), 1U);
  EXPECT_EQ(joined.front().verdict, Verdict::kOne);
  EXPECT_EQ(joined.front().evidence.front(), "the alias file: tom orla");
}

Document Story(int n, const std::string& text) {
  Document document;
  document.id = "d" + std::to_string(n);
  document.source = "Paper " + std::to_string(n);
  document.published = *Date::Parse("2024-05-29");
  document.text = text;
  return document;
}

std::size_t Findings(const std::vector<std::string>& texts) {
  Corpus corpus;
  int n = 0;
  for (const std::string& text : texts) {
    EXPECT_TRUE(corpus.Add(Story(n, text)));
    ++n;
  }
  const gainsay::Report report =
      Checker::Create({}).value().Check(corpus).value();
  return report.findings().size();
}

TEST(Identity, AmongManyDocumentsADescriptionNamesNothing) {
  std::vector<std::string> texts = {
      "The trial began on May 6, 2024. Marta Kole, 51, was heard in Cork.",
      "The trial began on May 20, 2024. Kole, 27, won the race in Lima."};
  const std::size_t alone = Findings(texts);
  EXPECT_GE(alone, 1U) << "two documents that somebody put side by side";
  for (int i = 0; i < 50; ++i)
    texts.push_back("Town " + std::to_string(i) + " has a new school.");
  EXPECT_EQ(Findings(texts), 0U);
}

TEST(ExplainIdentity, TellsOfIdsAndOfTexts) {
  Corpus corpus;
  ASSERT_TRUE(corpus.Add(
      Tenure("almanac", "Ada Vell", "x:1", "1990-01-05", "1994-01-05")));
  ASSERT_TRUE(corpus.Add(
      Tenure("gazette", "Mrs Vell", "x:1", "1990-01-05", "1994-01-05")));
  ASSERT_TRUE(corpus.Add(Document{
      .id = "d", .source = "wire", .text = "Ada Vell was born in 1950."}));
  const auto decisions = ExplainIdentity(Checker(), corpus, "Vell").value();
  ASSERT_EQ(decisions.size(), 2U);
  EXPECT_EQ(decisions[0].evidence.front(), "one identifier x:1");
  EXPECT_EQ(decisions[1].verdict, Verdict::kOne);
  EXPECT_EQ(decisions[1].a.source, "wire");
}

}  // namespace
}  // namespace gainsay

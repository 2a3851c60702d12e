#include "claim/offices.h"

#include <gtest/gtest.h>

#include <fstream>
#include <ostream>
#include <string>
#include <vector>

#include "text/tag.h"
#include "text/tokenize.h"

namespace gainsay::internal {
namespace {

struct Example {
  int line;
  std::string text, offices;
  friend std::ostream& operator<<(std::ostream& out, const Example& e) {
    return out << e.text;
  }
};

std::vector<Example> Examples() {
  std::vector<Example> examples;
  std::ifstream file(std::string(GAINSAY_TEST_DIR) + "/corpora/en/offices.tsv");
  std::string row;
  for (int line = 1; std::getline(file, row); ++line) {
    const std::size_t tab = row.find('\t');
    if (row.empty() || row[0] == '#' || tab == std::string::npos) continue;
    examples.push_back({line, row.substr(0, tab), row.substr(tab + 1)});
  }
  return examples;
}

struct Found {
  Interner strings;
  TokenizedText text;
  NameTable names;
  std::vector<OfficeMention> offices;

  explicit Found(const std::string& words) {
    Cutter(English(), strings).Cut(words, text);
    NameFinder finder(EnglishNames(), strings);
    finder.Find(text, names);
    WordTable table(EnglishSyntax(), strings);
    TagTokens(text, table);
    offices = FindOffices(text, names, {}, finder, table, English());
  }
  std::string Show() const {
    std::string out;
    for (const OfficeMention& office : offices) {
      if (!out.empty()) out += "; ";
      out.append(strings.View(office.role)).append(" of ");
      out.append(office.body.valid() ? strings.View(office.body) : "-");
      if (office.country.valid())
        out.append(" in ").append(strings.View(office.country));
      out.append(": ").append(
          strings.View(names.names[office.person].canonical));
      if (office.modality != Modality::kAsserted)
        out.append(" (").append(gainsay::Name(office.modality)).append(")");
    }
    return out.empty() ? "-" : out;
  }
};

class OfficesCorpus : public testing::TestWithParam<Example> {};

TEST_P(OfficesCorpus, Finds) {
  EXPECT_EQ(Found(GetParam().text).Show(), GetParam().offices);
}

INSTANTIATE_TEST_SUITE_P(En, OfficesCorpus, testing::ValuesIn(Examples()),
                         [](const auto& row) {
                           return "Line" + std::to_string(row.param.line);
                         });

TEST(Offices, ClaimsQuoteTheHolding) {
  const std::string text =
      "Fishing talks resumed.\nWu Lian, Latvia's Foreign Minister, spoke.";
  Found found(text);
  ClaimTable table;
  AppendOfficeClaims(found.text, found.names, found.offices,
                     {DocumentIndex(0), found.strings.Intern("wire"), {}, {}},
                     Schema::BuiltIn(), found.strings, table);
  ASSERT_EQ(table.claims.size(), 1U);
  const Claim& claim = table.claims[0];
  EXPECT_EQ(text.substr(claim.evidence.begin, claim.evidence.size()),
            "Wu Lian, Latvia's Foreign Minister");
  EXPECT_EQ(text.substr(claim.value_span.begin, claim.value_span.size()),
            "Wu Lian");
  EXPECT_EQ(claim.line, 2U);
  EXPECT_EQ(found.strings.View(table[claim.subject].head), "foreign minister");
}

}  // namespace
}  // namespace gainsay::internal

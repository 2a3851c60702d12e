#include "mention/names.h"

#include <gtest/gtest.h>

#include <fstream>
#include <ostream>
#include <string>
#include <vector>

#include "text/tokenize.h"

namespace gainsay::internal {
namespace {

std::string Kind(NameKind kind) {
  switch (kind) {
    case NameKind::kPerson:
      return "per";
    case NameKind::kOrganisation:
      return "org";
    case NameKind::kPlace:
      return "place";
    case NameKind::kNationality:
      return "nat";
    case NameKind::kTitle:
      return "title";
    case NameKind::kHonorific:
      return "hon";
    case NameKind::kOther:
      return "other";
  }
  return "?";
}

std::string Show(const NameTable& table, const TokenizedText& cut,
                 const Interner& strings) {
  std::string out;
  for (const NameMention& name : table.names) {
    if (!out.empty()) out += "; ";
    out += Kind(name.kind) + "=";
    out +=
        name.canonical.valid()
            ? std::string(strings.View(name.canonical))
            : std::string(cut.text.substr(name.span.begin, name.span.size()));
    const bool names_country = name.kind == NameKind::kPlace ||
                               name.kind == NameKind::kNationality ||
                               name.kind == NameKind::kOrganisation;
    if (names_country && name.country.valid())
      out += "@" + std::string(strings.View(name.country));
  }
  return out.empty() ? "-" : out;
}

struct Example {
  int line;
  std::string text, names;
  friend std::ostream& operator<<(std::ostream& out, const Example& example) {
    return out << example.text;
  }
};

std::vector<Example> Examples() {
  std::vector<Example> examples;
  std::ifstream file(std::string(GAINSAY_TEST_DIR) + "/corpora/en/names.tsv");
  std::string row;
  for (int line = 1; std::getline(file, row); ++line) {
    const std::size_t tab = row.find('\t');
    if (row.empty() || row[0] == '#' || tab == std::string::npos) continue;
    examples.push_back({line, row.substr(0, tab), row.substr(tab + 1)});
  }
  return examples;
}

class NamesCorpus : public testing::TestWithParam<Example> {};

TEST_P(NamesCorpus, Finds) {
  Interner strings;
  Cutter cutter(English(), strings);
  TokenizedText cut;
  cutter.Cut(GetParam().text, cut);
  NameFinder finder(EnglishNames(), strings);
  NameTable table;
  finder.Find(cut, table);
  EXPECT_EQ(Show(table, cut, strings), GetParam().names);
}

INSTANTIATE_TEST_SUITE_P(En, NamesCorpus, testing::ValuesIn(Examples()),
                         [](const auto& row) {
                           return "Line" + std::to_string(row.param.line);
                         });

TEST(Names, FindsTheNameThatCoversAToken) {
  Interner strings;
  Cutter cutter(English(), strings);
  TokenizedText cut;
  cutter.Cut("Talks in Oslo.", cut);
  NameFinder finder(EnglishNames(), strings);
  NameTable table;
  finder.Find(cut, table);
  EXPECT_EQ(table.At(0), nullptr);
  ASSERT_NE(table.At(2), nullptr);
  EXPECT_EQ(strings.View(table.At(2)->canonical), "Oslo");
  EXPECT_EQ(table.At(3), nullptr);
}

}  // namespace
}  // namespace gainsay::internal

#include "gainsay/compare.h"

#include <gtest/gtest.h>

#include <fstream>
#include <ostream>
#include <string>
#include <vector>

#include "identity/stated_match.h"

namespace gainsay {
namespace {

struct Pair {
  int line;
  std::string a, b, verdict;
  friend std::ostream& operator<<(std::ostream& out, const Pair& pair) {
    return out << pair.a << " / " << pair.b;
  }
};

std::vector<Pair> Pairs() {
  std::vector<Pair> pairs;
  std::ifstream file(std::string(GAINSAY_TEST_DIR) + "/corpora/en/compare.tsv");
  std::string row;
  for (int line = 1; std::getline(file, row); ++line) {
    const std::size_t first = row.find('\t'), second = row.rfind('\t');
    if (row.empty() || row[0] == '#' || first == second) continue;
    pairs.push_back({line, row.substr(0, first),
                     row.substr(first + 1, second - first - 1),
                     row.substr(second + 1)});
  }
  return pairs;
}

std::string Verdict(const Comparison& c) {
  if (c.contradiction) return "contradiction";
  return c.reason.empty() ? "-" : c.reason;
}

class ComparePairs : public testing::TestWithParam<Pair> {};

TEST_P(ComparePairs, SaysWhetherTheyContradict) {
  const Comparer comparer;
  Document a, b;
  a.text = GetParam().a;
  b.text = GetParam().b;
  const Comparison c = comparer.Compare(a, b).value();
  EXPECT_EQ(Verdict(c), GetParam().verdict) << c.evidence;
  EXPECT_EQ(a.text.substr(c.a.span.begin, c.a.span.size()), c.a.quote);
}

INSTANTIATE_TEST_SUITE_P(En, ComparePairs, testing::ValuesIn(Pairs()),
                         [](const auto& row) {
                           return "Line" + std::to_string(row.param.line);
                         });

TEST(Compare, IsSilentWithoutValuesAndRefusesBadText) {
  const Comparer comparer;
  Document a, b;
  a.text = "It rained.";
  b.text = "";
  EXPECT_FALSE(comparer.Compare(a, b).value().contradiction);
  b.text = "\xFF\xFE";
  const auto bad = comparer.Compare(a, b);
  ASSERT_FALSE(bad.has_value());
  EXPECT_EQ(bad.error().field, "b");
}

// The last word was once read beyond the end of the text.
TEST(Compare, ReadsATextThatEndsInAGenitive) {
  const Comparer comparer;
  Document a, b;
  a.text = "The June report, the 1st, will be the same as May's";
  b.text = "The report for June, the 1st, will be unchanged from May";
  EXPECT_TRUE(comparer.Compare(a, b).has_value());
}

// Swapping the two texts keeps the verdict where evidence is symmetric: equal
// frames.
TEST(Compare, EqualFramesAreSymmetric) {
  const Comparer comparer;
  Document a, b;
  a.text = "The tower is 310 metres high.";
  b.text = "The tower is 290 metres high.";
  EXPECT_TRUE(comparer.Compare(a, b).value().contradiction);
  EXPECT_TRUE(comparer.Compare(b, a).value().contradiction);
}

TEST(Stem, EndingsDoNotMatterButBeginningsDo) {
  EXPECT_TRUE(internal::SameStem("arrested", "arrests"));
  EXPECT_TRUE(internal::SameStem("game", "games"));
  EXPECT_FALSE(internal::SameStem("car", "cat"));
  EXPECT_FALSE(internal::SameStem("interest", "interior"));
}

TEST(CompareAll, GivesWhatCompareGivesOfEachPair) {
  const Comparer comparer;
  std::vector<Document> passages(3);
  passages[0].text = "The bridge across the sound is 1,340 m long.";
  passages[1].text = "The mill employed 61 weavers.";
  passages[2].text = "The bridge across the sound is 900 m long.";
  const std::vector<Comparer::Pair> found =
      comparer.CompareAll(passages).value();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].a, 0u);
  EXPECT_EQ(found[0].b, 2u);
  const Comparison alone = comparer.Compare(passages[0], passages[2]).value();
  EXPECT_EQ(found[0].comparison.evidence, alone.evidence);
  EXPECT_TRUE(found[0].comparison.contradiction);
}

}  // namespace
}  // namespace gainsay

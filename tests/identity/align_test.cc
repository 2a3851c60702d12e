#include <gtest/gtest.h>

#include <random>
#include <vector>

#include "identity/stated_align.h"

namespace gainsay::internal {
namespace {

using Ids = std::vector<std::uint32_t>;

// The length of the longest common subsequence, by its definition.
std::uint32_t Longest(const Ids& a, const Ids& b, std::size_t i,
                      std::size_t j) {
  if (i == a.size() || j == b.size()) return 0;
  if (a[i] == b[j]) return 1 + Longest(a, b, i + 1, j + 1);
  return std::max(Longest(a, b, i + 1, j), Longest(a, b, i, j + 1));
}

TEST(Align, IsALongestCommonSubsequence) {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    Ids a(random() % 9), b(random() % 9);
    for (auto& x : a) x = static_cast<std::uint32_t>(random() % 4);
    for (auto& x : b) x = static_cast<std::uint32_t>(random() % 4);
    const Alignment aligned = Align(a, b);
    EXPECT_EQ(aligned.common, Longest(a, b, 0, 0));
    std::uint32_t pairs = 0, next = 0;
    for (std::size_t j = 0; j < aligned.of_b.size(); ++j) {
      const std::uint32_t i = aligned.of_b[j];
      if (i == kUnaligned) continue;
      ASSERT_LT(i, a.size());
      EXPECT_EQ(a[i], b[j]);
      EXPECT_GE(i, next);
      next = i + 1;
      ++pairs;
    }
    EXPECT_EQ(pairs, aligned.common);
  }
}

TEST(Align, LeavesLongSentencesOut) {
  const Ids longer(kLongestAligned + 1, 5), shorter(3, 5);
  EXPECT_EQ(Align(longer, shorter).common, 0u);
  EXPECT_EQ(Align(shorter, shorter).common, 3u);
}

}  // namespace
}  // namespace gainsay::internal

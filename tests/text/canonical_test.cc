#include "text/canonical.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "text/fold.h"

namespace gainsay::internal {
namespace {

TEST(CanonicalText, FoldsAndJoinsBlanks) {
  EXPECT_EQ(CanonicalText("  Skerry \t Sound\nBRIDGE "), "skerry sound bridge");
  EXPECT_EQ(CanonicalText("Stra\u00dfe \u00c9tat"), "strasse \u00e9tat");
  EXPECT_EQ(CanonicalText(" \r\n"), "");
  EXPECT_EQ(CanonicalText(""), "");
}

// Texts without letters beyond ASCII go a shorter way to the same result.
TEST(CanonicalText, IsWhatFoldingGives) {
  std::mt19937 random(7);
  std::string reused;
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (unsigned n = random() % 24; n > 0; --n)
      text.push_back(static_cast<char>(1 + random() % 127));
    std::string folded, expected;
    AppendFolded(text, folded);
    for (const char c : folded) {
      const bool blank = c == ' ' || (c >= '\t' && c <= '\r');
      if (!blank)
        expected.push_back(c);
      else if (!expected.empty() && expected.back() != ' ')
        expected.push_back(' ');
    }
    if (!expected.empty() && expected.back() == ' ') expected.pop_back();
    CanonicalText(text, reused);
    EXPECT_EQ(reused, expected);
    EXPECT_EQ(CanonicalText(text), expected);
  }
}

}  // namespace
}  // namespace gainsay::internal

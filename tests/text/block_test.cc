// Texts in blocks: where they are cut, and that tags do not depend on it.
#include "text/block.h"

#include <gtest/gtest.h>

#include <string>

#include "gainsay/tag.h"

namespace gainsay {
namespace {

using internal::EndOfBlock;
using internal::kLongestBlock;
using internal::kShortestBlock;

std::string Repeat(const std::string& unit, std::size_t size) {
  std::string out;
  while (out.size() < size) out += unit;
  return out;
}

TEST(Blocks, KeepShortTextsWhole) {
  EXPECT_EQ(EndOfBlock("", 0), 0U);
  EXPECT_EQ(EndOfBlock("One.\n\nTwo.", 0), 10U);
}

TEST(Blocks, EndWithParagraphs) {
  const std::string text = Repeat("It rained.\n \nIt stopped.\n", 200000);
  std::size_t blocks = 0;
  for (std::size_t at = 0; at < text.size(); ++blocks) {
    const std::size_t end = EndOfBlock(text, at);
    ASSERT_GT(end, at);
    if (end < text.size()) {
      EXPECT_GE(end - at, kShortestBlock);
      EXPECT_EQ(text.substr(end - 3, 3), "\n \n");
    }
    at = end;
  }
  EXPECT_GT(blocks, 3U);
}

TEST(Blocks, EndWithALineABlankOrACharacterWhereAParagraphRunsOn) {
  const std::string lines = Repeat("It rained all day\n", 2 * kLongestBlock);
  EXPECT_EQ(lines[EndOfBlock(lines, 0) - 1], '\n');
  const std::string words = Repeat("rain ", 2 * kLongestBlock);
  EXPECT_EQ(words[EndOfBlock(words, 0) - 1], ' ');
  const std::string letters = "x" + Repeat("\u00e9", 2 * kLongestBlock);
  const std::size_t end = EndOfBlock(letters, 0);
  EXPECT_LE(end, kLongestBlock);
  EXPECT_EQ(letters[end], '\xc3');
  const std::string bad = Repeat("\x80", 2 * kLongestBlock);
  EXPECT_GT(EndOfBlock(bad, 0), kLongestBlock - 8);
}

// Each paragraph says the same as it does in a text by itself, but that
// relative dates count from what was told before.
TEST(Blocks, DoNotChangeWhatIsTagged) {
  const std::string paragraph =
      "The mill closed on 6 April 1953 after two and a half years. A year "
      "later it had 120 workers; on Monday it\nhad none.\n\n";
  const Date date = Date::Parse("2001-03-14").value();
  const Tagger tagger;
  const std::size_t copies = 4 * kLongestBlock / paragraph.size();
  const std::string text = Repeat(paragraph, copies * paragraph.size());
  const TagResult all = tagger.Tag(text, date),
                  one = tagger.Tag(paragraph, date);
  ASSERT_GT(one.tags().size(), 4U);
  ASSERT_EQ(all.tags().size(), copies * one.tags().size());
  for (std::size_t i = 0; i < all.tags().size(); ++i) {
    const Tag &tag = all.tags()[i], &like = one.tags()[i % one.tags().size()];
    const auto offset =
        static_cast<std::uint32_t>(i / one.tags().size() * paragraph.size());
    ASSERT_EQ(tag.span.begin, like.span.begin + offset);
    ASSERT_EQ(tag.span.end, like.span.end + offset);
    ASSERT_EQ(tag.value, like.value);
    ASSERT_EQ(tag.readings.size(), like.readings.size());
    if (!tag.readings.empty())
      ASSERT_EQ(tag.readings[1].value, like.readings[1].value);
    if (like.anchor)
      ASSERT_EQ(*tag.anchor,
                *like.anchor + i / one.tags().size() * one.tags().size());
  }
}

}  // namespace
}  // namespace gainsay

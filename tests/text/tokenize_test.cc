#include "text/tokenize.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace gainsay::internal {
namespace {

using ::testing::ElementsAre;

struct Fixture {
  Interner interner;
  Cutter cutter{English(), interner};
  std::string text;
  TokenizedText cut;

  explicit Fixture(std::string words) : text(std::move(words)) {
    cutter.Cut(text, cut);
  }
  std::vector<std::string> Tokens() const {
    std::vector<std::string> out;
    for (const Token& token : cut.tokens) out.emplace_back(cut.View(token));
    return out;
  }
  std::vector<std::string> Segments() const {
    std::vector<std::string> out;
    for (const Segment& segment : cut.segments) {
      const auto tokens = cut.Tokens(segment);
      out.push_back(text.substr(tokens.front().begin,
                                tokens.back().end - tokens.front().begin));
    }
    return out;
  }
};

std::vector<std::string> Tokens(std::string text) {
  return Fixture(std::move(text)).Tokens();
}
std::vector<std::string> Segments(std::string text) {
  return Fixture(std::move(text)).Segments();
}

TEST(Tokenize, SplitsPossessivesWithEitherApostrophe) {
  EXPECT_THAT(Tokens("Japan's ports"), ElementsAre("Japan", "'s", "ports"));
  EXPECT_THAT(Tokens("Japan\u2019s ports"),
              ElementsAre("Japan", "\u2019s", "ports"));
  EXPECT_THAT(Tokens("the years' end"),
              ElementsAre("the", "years", "'", "end"));
  EXPECT_THAT(Tokens("don't O\u2019Brien"),
              ElementsAre("don't", "O\u2019Brien"));
}

TEST(Tokenize, HyphensAreTokensAndMarkTheNextWord) {
  const Fixture f("a six-year gap");
  EXPECT_THAT(f.Tokens(), ElementsAre("a", "six", "-", "year", "gap"));
  EXPECT_TRUE(f.cut.tokens[3].flags & kHyphenBefore);
  EXPECT_FALSE(f.cut.tokens[1].flags & kHyphenBefore);
  EXPECT_FALSE(f.cut.tokens[4].flags & kHyphenBefore);
}

TEST(Tokenize, ReadsNumbersWithSeparators) {
  EXPECT_THAT(Tokens("1,347 and 6.1 of 2,000,000"),
              ElementsAre("1,347", "and", "6.1", "of", "2,000,000"));
  EXPECT_THAT(Tokens("1,2 and 12,34"),
              ElementsAre("1", ",", "2", "and", "12", ",", "34"));
  EXPECT_THAT(Tokens("14.3.2001"), ElementsAre("14", ".", "3", ".", "2001"));
  EXPECT_THAT(Tokens("1.000.000"), ElementsAre("1.000.000"));
  EXPECT_THAT(Tokens("In 2018."), ElementsAre("In", "2018", "."));
}

TEST(Tokenize, PartsDigitsFromLettersThatAreNoSuffix) {
  EXPECT_THAT(
      Tokens("12th 1990s 5pm 2,000ft B737 3d4f"),
      ElementsAre("12th", "1990s", "5", "pm", "2,000", "ft", "B737", "3d4f"));
}

TEST(Tokenize, KeepsTheStopsOfAcronyms) {
  EXPECT_THAT(
      Tokens("the U.S. at 4 p.m. by J. Doe"),
      ElementsAre("the", "U.S.", "at", "4", "p.m.", "by", "J", ".", "Doe"));
}

TEST(Tokenize, ReadsTokenisedText) {
  const Fixture f("4 : 33 a. m. -LRB- GMT -RRB- ``so ''");
  EXPECT_THAT(f.Tokens(),
              ElementsAre("4", ":", "33", "a", ".", "m", ".", "-LRB-", "GMT",
                          "-RRB-", "``", "so", "''"));
  EXPECT_EQ(f.interner.View(f.cut.tokens[7].folded), "(");
  EXPECT_EQ(f.interner.View(f.cut.tokens[10].folded), "\"");
}

TEST(Tokenize, KeepsAddressesWhole) {
  EXPECT_THAT(
      Tokens("see http://example.org/2016/05/a.html, or a@example.org."),
      ElementsAre("see", "http://example.org/2016/05/a.html", ",", "or",
                  "a@example.org", "."));
}

TEST(Tokenize, SplitsWhereTheBlankIsMissing) {
  EXPECT_THAT(Tokens("exports,including"),
              ElementsAre("exports", ",", "including"));
  EXPECT_THAT(Tokens("$1.3bn, 5%"),
              ElementsAre("$", "1.3", "bn", ",", "5", "%"));
}

TEST(Tokenize, FoldsOtherScripts) {
  const Fixture f(
      "\xEF\xBB\xBFStra\xC3\x9F"
      "E \xEF\xBC\x92\xEF\xBC\x90 \xE5\xB9\xB4\xE6\x9C\x88");
  ASSERT_EQ(f.cut.tokens.size(), 4U);
  EXPECT_EQ(f.interner.View(f.cut.tokens[0].folded), "strasse");
  EXPECT_EQ(f.interner.View(f.cut.tokens[1].folded), "20");
  EXPECT_EQ(f.cut.tokens[0].begin, 3U);
}

TEST(Segment, EndsSentencesButNotAtAbbreviations) {
  EXPECT_THAT(Segments("Mr. Lee met J. Doe in Jan. 2018. The U.S. Army said "
                       "so. No. 5 came."),
              ElementsAre("Mr. Lee met J. Doe in Jan. 2018.",
                          "The U.S. Army said so.", "No. 5 came."));
  EXPECT_THAT(Segments("It left the U.S. The rest stayed. \"Why?\" he asked."),
              ElementsAre("It left the U.S.", "The rest stayed.",
                          "\"Why?\" he asked."));
}

TEST(Segment, EndsSentencesAfterAClock) {
  EXPECT_THAT(
      Segments("He left at 6 p.m. Police came at 7 a.m. Friday."),
      ElementsAre("He left at 6 p.m.", "Police came at 7 a.m. Friday."));
  EXPECT_THAT(Segments("He left at 6 p.m. ET or 6 p.m. Eastern time."),
              ElementsAre("He left at 6 p.m. ET or 6 p.m. Eastern time."));
}
TEST(Segment, EndsSentencesWithoutABlank) {
  EXPECT_THAT(
      Segments("the party (CPC).During the talks, she met him.The group left."),
      ElementsAre("the party (CPC).", "During the talks, she met him.",
                  "The group left."));
}

TEST(Segment, KnowsHeadingsLabelsAndLists) {
  EXPECT_THAT(Segments("Talks resume\n\nIt rained all day, he said.\nNew "
                       "Start:\nMore text follows here."),
              ElementsAre("Talks resume", "It rained all day, he said.",
                          "New Start:", "More text follows here."));
  EXPECT_THAT(Segments("Press Release: The firm grew. It did."),
              ElementsAre("Press Release:", "The firm grew.", "It did."));
  EXPECT_THAT(Segments("# Title here\n- one thing\n- another thing\n1. third"),
              ElementsAre("Title here", "one thing", "another thing", "third"));
}

TEST(Segment, JoinsWrappedLines) {
  EXPECT_THAT(
      Segments("The talks between the two\nparties resumed after a\ngap of "
               "years. They went\nwell."),
      ElementsAre(
          "The talks between the two\nparties resumed after a\ngap of years.",
          "They went\nwell."));
}

TEST(Segment, CutsTablesIntoCells) {
  EXPECT_THAT(Segments("| a b | 2018 |\r\n|---|:--:|\r\n| c | 5 |"),
              ElementsAre("a b", "2018", "c", "5"));
}

TEST(Segment, SeesDatelines) {
  const Fixture f("TOKYO, May 29 (Agency) -- The talks began.");
  EXPECT_THAT(f.Segments(),
              ElementsAre("TOKYO, May 29 (Agency) --", "The talks began."));
  EXPECT_EQ(f.cut.segments[0].kind, Segment::Kind::kDateline);
}

// Tokens lie in order, inside the text, without overlap, and cover all that is
// no white space; segments likewise over tokens.
TEST(Tokenize, KeepsItsInvariantsOnAnyBytes) {
  std::mt19937 random(7);
  const std::string alphabet = "aB1 .,'-\n\r|#:$%\"()\xC3\xA9\xFFs0";
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (std::size_t n = random() % 60; n > 0; --n)
      text.push_back(alphabet[random() % alphabet.size()]);
    const Fixture f(text);
    std::uint32_t at = 0;
    for (const Token& token : f.cut.tokens) {
      ASSERT_LE(at, token.begin);
      ASSERT_LT(token.begin, token.end);
      for (; at < token.begin; ++at)
        ASSERT_LE(static_cast<unsigned char>(text[at]), ' ') << text;
      at = token.end;
    }
    ASSERT_LE(at, text.size());
    std::uint32_t last = 0;
    for (const Segment& segment : f.cut.segments) {
      ASSERT_LE(last, segment.first);
      ASSERT_LT(segment.first, segment.last);
      last = segment.last;
    }
    ASSERT_LE(last, f.cut.tokens.size());
  }
}

}  // namespace
}  // namespace gainsay::internal

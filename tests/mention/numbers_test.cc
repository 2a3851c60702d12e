#include "mention/numbers.h"

#include <gtest/gtest.h>
#include <unicode/locid.h>
#include <unicode/rbnf.h>

#include <cmath>
#include <random>
#include <string>

#include "lang/language.h"
#include "mention/chart.h"
#include "text/tokenize.h"

namespace gainsay::internal {
namespace {

// Reads the number at the start of a text: how many tokens it took, and its
// value.
class Reader {
 public:
  const NumberHit* Read(const std::string& text, bool ordinal = false) {
    text_ = text;
    cutter_.Cut(text_, cut_);
    chart_.Fill(cut_, 0, static_cast<std::uint32_t>(cut_.tokens.size()),
                cutter_.words(), interner_);
    return ordinal ? chart_.ordinal(0) : chart_.cardinal(0);
  }
  bool Whole(const NumberHit* hit) const {
    return hit != nullptr && hit->end == chart_.size();
  }

 private:
  std::string text_;
  Interner interner_;
  Cutter cutter_{English(), interner_};
  TokenizedText cut_;
  Chart chart_;
};

// ICU's spell-out rules are the oracle: what they write, the grammar reads.
class SpellOut {
 public:
  SpellOut() : rules_(icu::URBNF_SPELLOUT, icu::Locale::getUS(), status_) {}
  std::string Write(std::int64_t n, const char* set) {
    icu::UnicodeString out;
    icu::FieldPosition position;
    rules_.format(n, icu::UnicodeString(set), out, position, status_);
    std::string utf8;
    return out.toUTF8String(utf8);
  }

 private:
  UErrorCode status_ = U_ZERO_ERROR;
  icu::RuleBasedNumberFormat rules_;
};

void Check(Reader& reader, SpellOut& oracle, std::int64_t n) {
  for (const char* set : {"%spellout-cardinal", "%spellout-cardinal-verbose"}) {
    std::string words = oracle.Write(n, set);
    // A comma between parts is as often one between two numbers: not read.
    std::erase(words, ',');
    const NumberHit* hit = reader.Read(words);
    ASSERT_TRUE(reader.Whole(hit)) << words;
    ASSERT_EQ(hit->value, static_cast<double>(n)) << words;
  }
  std::string words = oracle.Write(n, "%spellout-ordinal");
  std::erase(words, ',');
  const NumberHit* hit = reader.Read(words, true);
  ASSERT_TRUE(reader.Whole(hit)) << words;
  ASSERT_EQ(hit->value, static_cast<double>(n)) << words;
}

TEST(Numbers, ReadsWhatIcuSpellsOutUpToTenThousand) {
  Reader reader;
  SpellOut oracle;
  for (std::int64_t n = 1; n <= 10'000; ++n) Check(reader, oracle, n);
}

TEST(Numbers, ReadsLargeNumbersThatIcuSpellsOut) {
  Reader reader;
  SpellOut oracle;
  std::mt19937_64 random(11);
  for (int i = 0; i < 3000; ++i)
    Check(reader, oracle,
          static_cast<std::int64_t>(random() >> (14 + random() % 36)) + 1);
}

struct Example {
  const char* text;
  double value, step;
};

TEST(Numbers, ReadsDigitsFractionsAndRoundness) {
  const Example examples[] = {
      {"1,347", 1347, 0},
      {"120,000", 120000, 10000},
      {"1.3 million", 1.3e6, 1e5},
      {"6.1", 6.1, 0.1},
      {"two and a half", 2.5, 0},
      {"5 1/2", 5.5, 0},
      {"3/4", 0.75, 0},
      {"half", 0.5, 0},
      {"a third", 1.0 / 3, 0},
      {"three quarters", 0.75, 0},
      {"a dozen", 12, 0},
      {"two dozen", 24, 0},
      {"three point one four", 3.14, 0.01},
      {"half a million", 500000, 1e5},
      {"five and a half million", 5.5e6, 1e5},
      {"three million and a half", 3.5e6, 0},
      {"100", 100, 100},
      {"23", 23, 0},
      {"10k", 10000, 10000},
  };
  Reader reader;
  for (const Example& example : examples) {
    const NumberHit* hit = reader.Read(example.text);
    ASSERT_TRUE(reader.Whole(hit)) << example.text;
    EXPECT_DOUBLE_EQ(hit->value, example.value) << example.text;
    EXPECT_NEAR(hit->step, example.step, 1e-9) << example.text;
  }
}

TEST(Numbers, KeepsNeighboursApart) {
  Reader reader;
  for (const char* text : {"six seven", "two million and three million",
                           "12 and 13", "ten five", "nineteen ninety-one"}) {
    EXPECT_FALSE(reader.Whole(reader.Read(text))) << text;
  }
}

}  // namespace
}  // namespace gainsay::internal

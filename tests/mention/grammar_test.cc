#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "lang/language.h"
#include "mention/pattern.h"

namespace gainsay::internal {
namespace {

// Compiling reads every pattern; a name that does not exist is an assert.
TEST(Grammar, CompilesEveryRow) {
  const Grammar grammar(English());
  EXPECT_GT(English().tables().rules.size(), 0U);
}

TEST(Grammar, RowsAreNamedByKind) {
  for (const auto& table : English().tables().rules) {
    for (const RuleRow& row : table) {
      EXPECT_NE(row.name.find('.'), std::string_view::npos) << row.name;
      EXPECT_GE(row.level, 1) << row.name;
      EXPECT_LT(row.level, Grammar::kLevels) << row.name;
    }
  }
}

TEST(Lexicon, FindsPhrasesOfEveryRow) {
  const Lexicon& lexicon = English().lexicon();
  for (const auto& table : English().tables().words) {
    for (const WordRow& row : table) {
      Lexicon::Node node = 0;
      std::string_view rest = row.words;
      for (bool first = true; !rest.empty(); first = false) {
        const std::size_t blank = std::min(rest.find(' '), rest.size());
        const Lexicon::Word word = lexicon.Find(rest.substr(0, blank));
        node = first ? lexicon.Start(word) : lexicon.Step(node, word);
        ASSERT_NE(node, 0U) << row.words;
        rest.remove_prefix(std::min(blank + 1, rest.size()));
      }
      const auto rows = lexicon.Rows(node);
      EXPECT_NE(std::find(rows.begin(), rows.end(), &row), rows.end())
          << row.words;
    }
  }
}

}  // namespace
}  // namespace gainsay::internal

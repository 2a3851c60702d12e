#include "resolve/tense.h"

#include <algorithm>

namespace gainsay::internal {
namespace {

constexpr std::uint32_t kReach = 14;  // tokens each way

}  // namespace

int TenseEvidence::At(std::uint32_t token) {
  const Lexicon& lexicon = words_->lexicon();
  Lexicon::Node node = lexicon.Start(words_->Of(text_->tokens[token].folded));
  for (std::uint32_t at = token + 1; node != 0; ++at) {
    for (const WordRow* row : lexicon.Rows(node)) {
      if (row->word_class == WordClass::kTense)
        return static_cast<int>(row->value);
    }
    if (at >= text_->tokens.size()) break;
    node = lexicon.Step(node, words_->Of(text_->tokens[at].folded));
  }
  return 0;
}

int TenseEvidence::Around(std::uint32_t first, std::uint32_t last) {
  const auto& tokens = text_->tokens;
  std::uint32_t before = first, after = last;
  int evidence = 0, found = -1;
  for (std::uint32_t n = 1;
       n <= kReach && before > 0 && !(tokens[before].flags & kSegmentStart);
       ++n) {
    if ((evidence = At(--before)) != 0) {
      found = static_cast<int>(n);
      break;
    }
  }
  for (std::uint32_t n = 1; n <= kReach && after < tokens.size() &&
                            !(tokens[after].flags & kSegmentStart);
       ++n) {
    if (found >= 0 && static_cast<int>(n) * 2 > found) break;
    if (const int here = At(after++); here != 0) return here;
  }
  return evidence;
}

}  // namespace gainsay::internal

#include "resolve/tense.h"

#include <algorithm>

namespace gainsay::internal {
namespace {

constexpr std::uint32_t kReach = 14;       // tokens each way
constexpr std::uint32_t kEndingReach = 8;  // after a date, of endings of verbs

}  // namespace

// The evidence of the words that begin at a token, and where they end. `near`:
// words that speak only of what follows them count too.
int TenseEvidence::At(std::uint32_t token, bool near, std::uint32_t* end) {
  const Lexicon& lexicon = words_->lexicon();
  Lexicon::Node node = lexicon.Start(words_->Of(text_->tokens[token].folded));
  int found = 0;
  for (std::uint32_t at = token + 1; node != 0; ++at) {
    for (const WordRow* row : lexicon.Rows(node)) {
      if (row->word_class != WordClass::kTense) continue;
      if (!row->text.empty() && !(near && row->text == "near")) continue;
      found = static_cast<int>(row->value);
      *end = at;
    }
    if (at >= text_->tokens.size()) break;
    node = lexicon.Step(node, words_->Of(text_->tokens[at].folded));
  }
  return found;
}

// Of words that hold a token, the evidence of the longest: "had been due" of
// "due".
int TenseEvidence::Over(std::uint32_t token, bool near) {
  constexpr std::uint32_t kLongest = 3;
  std::uint32_t end = 0;
  for (std::uint32_t n = std::min(kLongest - 1, token); n > 0; --n) {
    const int evidence = At(token - n, near, &end);
    if (evidence != 0 && end > token) return evidence;
  }
  return At(token, near, &end);
}

// The evidence of how a verb beside the date ends: "issued".
int TenseEvidence::Ending(std::uint32_t at) const {
  const Token& token = text_->tokens[at];
  const std::string_view word = text_->View(token);
  constexpr std::size_t kShortest = 5, kSuffix = 2;
  if (token.shape != TokenShape::kWord || (token.flags & kCapitalised) ||
      word.size() < kShortest)
    return 0;
  const Lexicon& lexicon = words_->lexicon();
  const Lexicon::Word ending = lexicon.Find(word.substr(word.size() - kSuffix));
  for (const WordRow* row : lexicon.Rows(lexicon.Start(ending))) {
    if (row->word_class == WordClass::kTense && row->text == "ending")
      return static_cast<int>(row->value);
  }
  return 0;
}

int TenseEvidence::Around(std::uint32_t first, std::uint32_t last) {
  const auto& tokens = text_->tokens;
  std::uint32_t before = first, after = last;
  int evidence = 0, found = -1;
  bool near = true;  // no mark stands between
  for (std::uint32_t n = 1;
       n <= kReach && before > 0 && !(tokens[before].flags & kSegmentStart);
       ++n) {
    --before;
    near = near && tokens[before].shape != TokenShape::kPunct;
    if ((evidence = Over(before, near)) != 0) {
      found = static_cast<int>(n);
      break;
    }
  }
  // "On Sunday rejected it", but not "is due on Sunday escorted by".
  const bool foretold =
      evidence > 0 && static_cast<std::uint32_t>(found) <= kEndingReach;
  if (!foretold && last < tokens.size() &&
      !(tokens[last].flags & kSegmentStart)) {
    if (const int ending = Ending(last); ending != 0) return ending;
  }
  for (std::uint32_t n = 1; n <= kReach && after < tokens.size() &&
                            !(tokens[after].flags & kSegmentStart);
       ++n) {
    if (found >= 0 && static_cast<int>(n) * 2 > found) break;
    std::uint32_t end = 0;
    int here = At(after, false, &end);
    if (here == 0 && !foretold && n <= kEndingReach) here = Ending(after);
    ++after;
    if (here != 0) return here;
  }
  return evidence;
}

}  // namespace gainsay::internal

// Words of a stated text: small helpers of what reads values and clauses.
#ifndef GAINSAY_LIB_CLAIM_STATED_WORDS_H_
#define GAINSAY_LIB_CLAIM_STATED_WORDS_H_

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>

#include "claim/stated_value.h"

namespace gainsay::internal {

inline void SortUnique(WordList& words) {
  std::ranges::sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

inline void Cap(WordList& words, std::size_t most) {
  if (words.size() > most) words.resize(most);
}

inline bool Contains(std::span<const std::string_view> list,
                     std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

inline bool IsAlpha(std::string_view word) {
  const auto c = static_cast<unsigned char>(word.empty() ? '0' : word[0]);
  return (c >= 'a' && c <= 'z') || c >= 0x80;
}

inline bool IsDigit(std::string_view word) {
  return !word.empty() && word[0] >= '0' && word[0] <= '9';
}

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_STATED_WORDS_H_

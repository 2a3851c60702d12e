// Rows of words: what a language says of a word or phrase.
#ifndef GAINSAY_LIB_LANG_WORD_H_
#define GAINSAY_LIB_LANG_WORD_H_

#include <cstdint>
#include <string_view>

namespace gainsay::internal {

enum class WordClass : std::uint8_t {
  // For cutting text (text/segment.h, text/tokenize.h).
  kTitleAbbreviation,  // "mr", "gen": a full stop after it never ends a
                       // sentence
  kAbbreviation,  // "inc", "u.s.", "jan": it may, before a sentence starter
  kNumberAbbreviation,  // "no", "nos", "art": it does not, before a number
  kSentenceStarter,     // "the", "he": capitalised after an abbreviation, a
                        // sentence begins
  kGluedSuffix,  // "th", "s": letters that stay with the digits before them
};

// One phrase and what it means. Phrases may have several rows.
struct WordRow {
  std::string_view words;  // folded, blanks between tokens
  WordClass word_class{};
  std::int64_t value =
      0;  // what the class says: a month's number, a power of ten ...
  std::string_view text{};  // a canonical name, where the class has one
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_LANG_WORD_H_

// Values as a sentence states them, with the words around them: open claims,
// where no frame says which attribute a value is of. Used to compare two texts
// about one topic.
#ifndef GAINSAY_LIB_CLAIM_STATED_VALUE_H_
#define GAINSAY_LIB_CLAIM_STATED_VALUE_H_

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/interner.h"
#include "gainsay/document.h"
#include "gainsay/value.h"
#include "lang/value_words.h"
#include "mention/mention.h"
#include "text/token.h"

namespace gainsay::internal {

using WordList = std::vector<std::string_view>;

struct StatedValue {
  enum class Kind : std::uint8_t { kNumber, kOrdinal, kDuration, kDate };
  Kind kind = Kind::kNumber;
  ByteSpan span;               // the value with its hedge, bytes of the text
  std::string_view dimension;  // "length", "percent", "money"; "" for a count;
                               // TIMEX3 unit of a length of time
  double number = 0;           // as stated
  double size = 1;             // of its unit
  bool hedged = false, aged = false;
  bool rate = false;  // "per day", "on average"
  QuantityInterval core,
      hull;  // numbers in the base unit; dates and lengths of time in days
  QuantityInterval count_core, count_hull;  // kDuration: in its own unit
  WordList left, right;                  // folded, nearest first, up to a mark
  WordList left_content, right_content;  // without stop words
  WordList nouns;              // words right behind it: what is counted
  WordList names_right;        // capitalised words to its right
  std::uint32_t sentence = 0;  // StatedText::sentences
};

struct StatedSentence {
  WordList tokens;   // all, folded
  WordList content;  // distinct, without stop words, sorted
  WordList names;    // distinct capitalised words but the first, folded, sorted
  QuantityInterval dates;  // hull of the full dates in it; empty interval: none
  bool negated = false, dated = false;
};

struct StatedText {
  std::vector<StatedValue> values;
  std::vector<StatedSentence> sentences;
  WordList content, names;  // of the whole text, sorted
};

// Views are of the interner's strings.
StatedText StateValues(const TokenizedText& text, const MentionTable& mentions,
                       const ValueWords& words, const Interner& strings);

// Equal, or of a long common beginning: "arrested", "arrest". Languages with
// endings only.
inline bool SameStem(std::string_view a, std::string_view b) {
  if (a == b) return true;
  std::size_t n = 0;
  while (n < a.size() && n < b.size() && a[n] == b[n]) ++n;
  return n >= 4 && 10 * n >= 7 * std::max(a.size(), b.size());
}

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_STATED_VALUE_H_

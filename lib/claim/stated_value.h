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

inline constexpr std::uint32_t kNoClause = 0xffffffff;
inline constexpr std::uint32_t kNoSlot = 0xffffffff;

struct StatedValue {
  enum class Kind : std::uint8_t {
    kNumber,
    kOrdinal,
    kDuration,
    kDate,
    kCalendar,  // a date that leaves out its year
    kWeekday,
    kClock,
  };
  Kind kind = Kind::kNumber;
  ByteSpan span;               // the value with its hedge, bytes of the text
  std::string_view dimension;  // "length", "percent", "money"; "" for a count;
                               // TIMEX3 unit of a length of time
  double number = 0;           // as stated
  double size = 1;             // of its unit
  bool hedged = false, aged = false;
  bool relative = false;  // a date counted from the day of writing
  bool rate = false;      // "per day", "on average"
  bool since = false;     // a date from which on it is told
  bool paired = false;    // of a score: "65 - 53"
  bool negated = false;   // a negation before it or of its clause
  QuantityInterval core,
      hull;  // numbers in the base unit; dates and lengths of time in days
  QuantityInterval count_core, count_hull;  // kDuration: in its own unit
  QuantityInterval place_in_year{0, -1, false, false};  // of dates, if known
  WordList left, right;                  // folded, nearest first, up to a mark
  WordList left_content, right_content;  // without stop words
  WordList nouns;                     // words right behind it: what is counted
  WordList names_right;               // capitalised words to its right
  std::uint32_t sentence = 0;         // StatedText::sentences
  std::uint32_t first = 0, last = 0;  // tokens, with the hedge
  std::uint32_t clause = kNoClause;   // StatedText::clauses
  std::uint32_t slot = kNoSlot;       // its mark: StatedSentence::tokens
  WordList predicates;  // of the frames that would take it, sorted
};

inline bool IsDate(const StatedValue& value) {
  return value.kind == StatedValue::Kind::kDate ||
         value.kind == StatedValue::Kind::kCalendar;
}

// What a word of a sentence is. Bits of StatedSentence::kinds.
enum StatedWordKind : std::uint8_t {
  kNameWord = 1,  // capitalised inside a sentence
  kStopWord = 2,
  kNotWord = 4,  // "not", "never"
  kValueMark = 8,
  kOtherMark = 16,  // punctuation
  kJoinWord = 32,   // "and", "or"
};

struct StatedSentence {
  std::uint32_t first = 0, last = 0;  // tokens
  ByteSpan span;                      // bytes of the text
  WordList tokens;  // folded; a mark for each value (StateFrames)
  WordList lemmas;  // of them
  std::vector<std::uint32_t> token_ids, lemma_ids;  // equal for equal words
  std::vector<std::uint8_t> kinds;  // of them: StatedWordKind bits
  std::vector<ByteSpan> spans;      // of them: bytes of the text
  WordList content;                 // distinct, without stop words, sorted
  WordList names;  // distinct capitalised words but the first, folded, sorted
  QuantityInterval dates;  // hull of the full dates in it; empty interval: none
  QuantityInterval in_year{0, -1, false, false};  // of their places in the year
  bool negated = false, dated = false;
};

// What a value's clause says of whom, as far as the grammar sees.
struct StatedClause {
  std::string_view verb;          // lemma; empty: none, a copula or auxiliary
  WordList subject, names;        // content words of the subject; its names
  std::string_view subject_head;  // lemma; empty: no subject
  WordList words;                 // content words of the clause, sorted
  bool passive = false;
  bool negated = false;
  bool open = false;     // planned, possible, asked: not told as a fact
  bool reports = false;  // "said", "announced"
  bool since = false;    // "since May" stands in it
};

// "Ukrainian President Volodymyr Zelenskyy"
struct StatedHolder {
  std::string_view office;     // canonical
  WordList of;                 // countries by their names, else words, folded
  std::string_view family;     // the last word of the name, folded
  ByteSpan span;               // of the name, bytes of the text
  std::uint32_t words = 0;     // of the name
  std::uint32_t sentence = 0;  // StatedText::sentences
};

// "The managers of Vela United in 2017 were Karel Bos and Nils Berg": a whole
// sentence.
struct StatedTerm {
  std::string_view office;           // canonical
  WordList of;                       // folded words of what it is of, sorted
  std::int32_t first = 0, last = 0;  // years, as stated
  bool all = false;                  // "the managers were": there are no others
  std::vector<WordList> holders;     // the folded words of each name
  ByteSpan span;                     // of the names, bytes of the text
  std::uint32_t sentence = 0;        // StatedText::sentences
};

// "Departing for Hawaii on 10 August"
struct StatedMove {
  WordList place;           // folded
  bool to = false;          // towards it
  std::uint32_t value = 0;  // the date: StatedText::values
};

struct StatedText {
  std::vector<StatedValue> values;
  std::vector<StatedClause> clauses;
  std::vector<StatedSentence> sentences;
  std::vector<StatedHolder> holders;  // of offices that one person holds
  std::vector<StatedTerm> terms;      // and when
  std::vector<StatedMove> moves;      // that are dated
  WordList content, names;            // of the whole text, sorted
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

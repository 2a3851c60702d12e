// Contradictions without two values: a sentence of one text stands in the other
// but for a name in its place, a word and its antonym, or a negation; or they
// tell of two holders of an office, of leaving and reaching a place on one day.
#ifndef GAINSAY_LIB_IDENTITY_STATED_WORDING_H_
#define GAINSAY_LIB_IDENTITY_STATED_WORDING_H_

#include <cstdint>
#include <string>
#include <vector>

#include "claim/stated_value.h"
#include "lang/value_words.h"

namespace gainsay::internal {

struct WordingConflict {
  enum class Kind : std::uint8_t {
    kName,
    kAntonym,
    kNegation,
    kHolder,
    kMove,
    kOpposite
  } kind = {};
  ByteSpan a, b;              // the words that differ; empty: left out
  std::uint32_t content = 0;  // content words of b's sentence besides
  std::uint32_t aligned = 0;  // ... that stand in one order in a's
  std::uint32_t moved = 0;    // ... elsewhere in a's sentence
  std::uint32_t beside = 0;   // aligned words right beside those that differ
  double frame = 0;           // how much of the two sentences is common
};

// All of them, whatever little else the sentences share: the caller judges.
// Each sentence of b is held against the one of a that shares most words with
// it; sentences of more than kLongestAligned words are left out.
std::vector<WordingConflict> ConflictsOfWording(const StatedText& a,
                                                const StatedText& b,
                                                const ValueWords& words);

// Whether so much of the sentence stands in the other text that what differs
// contradicts it.
bool Gainsays(const WordingConflict& conflict);

// "another name in its place; 5 of 6 words in one order"
std::string EvidenceOf(const WordingConflict& conflict);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_IDENTITY_STATED_WORDING_H_

// Values that no frame takes and that still speak of one thing: sentences of
// two documents that are worded alike but for the value.
//
// Sentences meet by a hash-join on the words they share with the kind of the
// value; never all pairs. Each pair of sentences is then weighed as `gainsay
// compare` weighs two texts (stated_match.h), with a higher bar: nobody vouches
// that two documents speak of one thing.
#ifndef GAINSAY_LIB_IDENTITY_OPEN_MATCH_H_
#define GAINSAY_LIB_IDENTITY_OPEN_MATCH_H_

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "claim/stated_value.h"

namespace gainsay::internal {

// A document as the sentences of it that hold values, each a text of its own.
using OpenDocument = std::vector<StatedText>;
OpenDocument SplitSentences(const StatedText& text);

struct OpenValue {
  std::uint32_t document = 0, sentence = 0, value = 0;
  friend auto operator<=>(const OpenValue&, const OpenValue&) = default;
};

struct OpenPair {
  OpenValue a, b;
  std::int32_t score = 0;  // tenths
  bool apart = false;      // the hulls do not meet
  std::string evidence;
};

// Pairs from kOpenThreshold on, ordered by (a, b); equal values are among them.
// The words around both values stand in one order (kOpenAround of them), the
// sentences are alike or of one verb, and nothing tells the values apart: no
// guard of stated_match.h, no other subject, thing, name or value beside.
inline constexpr double kOpenAround = 0.7;
inline constexpr std::int32_t kOpenThreshold = 9;
std::vector<OpenPair> MatchOpen(std::span<const OpenDocument> documents);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_IDENTITY_OPEN_MATCH_H_

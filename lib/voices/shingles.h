// Shingles: hashes of eight folded words in a row, and the sentences of a text.
#ifndef GAINSAY_LIB_VOICES_SHINGLES_H_
#define GAINSAY_LIB_VOICES_SHINGLES_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "gainsay/document.h"

namespace gainsay::internal {

inline constexpr std::uint32_t kShingleWords = 8;

// Distinct shingles of a text, sorted. A text of fewer words has none. Letters
// and digits only; ASCII letters are folded.
std::vector<std::uint64_t> ShinglesOf(std::string_view text);

// The hash of the sentence around a span: from the mark or line end before it
// to the one behind. 0 if it has fewer than kShingleWords words.
std::uint64_t SentenceHash(std::string_view text, ByteSpan span);

// How many of two sorted sets are in both.
std::uint32_t CountCommon(const std::vector<std::uint64_t>& a,
                          const std::vector<std::uint64_t>& b);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_VOICES_SHINGLES_H_

// Which words of two sentences stand for each other: their longest common
// subsequence.
#ifndef GAINSAY_LIB_IDENTITY_STATED_ALIGN_H_
#define GAINSAY_LIB_IDENTITY_STATED_ALIGN_H_

#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

namespace gainsay::internal {

using Words = std::span<const std::string_view>;

inline constexpr std::uint32_t kUnaligned =
    std::numeric_limits<std::uint32_t>::max();
inline constexpr std::size_t kLongestAligned = 160;  // tokens of a sentence

// Of words as ids: equal for equal words.
struct Alignment {
  std::uint32_t common = 0;         // words of the subsequence
  std::vector<std::uint32_t> of_b;  // for each word of b that of a, or
                                    // kUnaligned; empty: nothing in common
  // Twice the common words over both lengths.
  double Ratio(std::size_t a, std::size_t b) const;
};

// Time and memory in the product of the lengths; nothing is aligned where one
// has more than kLongestAligned words. Of several subsequences the one whose
// words of a stand latest.
Alignment Align(std::span<const std::uint32_t> a,
                std::span<const std::uint32_t> b);

// Alignment::Ratio without the alignment: memory in the length of b.
double CommonRatio(Words a, Words b);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_IDENTITY_STATED_ALIGN_H_

// Counting and cutting UTF-8 at code points, without decoding it.
#ifndef GAINSAY_LIB_BASE_CODE_POINTS_H_
#define GAINSAY_LIB_BASE_CODE_POINTS_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gainsay::internal {

// True of a byte that continues a code point; all others begin one.
constexpr bool ContinuesCodePoint(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

// Code points that begin in the text. O(length).
constexpr std::uint64_t CountCodePoints(std::string_view text) {
  return static_cast<std::uint64_t>(std::ranges::count_if(
      text, [](char c) { return !ContinuesCodePoint(c); }));
}

// The last end at or before `at` that cuts no code point; `at` may be beyond
// the text.
constexpr std::size_t FloorCodePoint(std::string_view text, std::size_t at) {
  at = std::min(at, text.size());
  while (at > 0 && at < text.size() && ContinuesCodePoint(text[at])) --at;
  return at;
}

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_BASE_CODE_POINTS_H_

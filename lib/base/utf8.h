// Decoding UTF-8 by hand, one code point at a time. Malformed bytes decode to
// U+FFFD of one byte, so that every byte string can be walked in linear time.
#ifndef GAINSAY_LIB_BASE_UTF8_H_
#define GAINSAY_LIB_BASE_UTF8_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace gainsay::internal {

struct CodePoint {
  char32_t value = 0;
  std::uint8_t size = 0;  // bytes it took; 0 only at the end of the text
};

inline constexpr char32_t kReplacement = 0xFFFD;

// The code point at `text[at]`. Overlong forms, surrogates and values beyond
// U+10FFFF are malformed: U+FFFD, one byte.
CodePoint DecodeUtf8(std::string_view text, std::size_t at);

// Appends a code point as UTF-8; surrogates and values out of range as U+FFFD.
void AppendUtf8(char32_t value, std::string& out);

inline constexpr std::string_view kUtf8Bom = "\xEF\xBB\xBF";

// The offset of the first byte that no well-formed sequence covers, or npos.
// O(length); eight bytes a step where they are ASCII.
std::size_t FirstInvalidUtf8(std::string_view text);

// True if the whole text is well-formed UTF-8.
bool IsUtf8(std::string_view text);

// How far a byte offset is in code points or UTF-16 units: for writing spans in
// another unit. Offsets must be asked for in ascending order; all of them
// together cost one pass over the text.
class OffsetCounter {
 public:
  enum class Unit : std::uint8_t { kBytes, kCodePoints, kUtf16 };
  OffsetCounter(std::string_view text, Unit unit) : text_(text), unit_(unit) {}
  std::uint64_t At(std::size_t byte_offset);

 private:
  std::string_view text_;
  Unit unit_;
  std::size_t byte_ = 0;
  std::uint64_t count_ = 0;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_BASE_UTF8_H_

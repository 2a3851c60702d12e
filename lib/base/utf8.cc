#include "base/utf8.h"

#include <algorithm>
#include <cstring>

namespace gainsay::internal {
namespace {

// Continuation bits of text[at], or -1.
int Continuation(std::string_view text, std::size_t at) {
  if (at >= text.size()) return -1;
  const unsigned char byte = static_cast<unsigned char>(text[at]);
  return (byte & 0xC0) == 0x80 ? byte & 0x3F : -1;
}

}  // namespace

CodePoint DecodeUtf8(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const unsigned char first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return {first, 1};
  const int size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4) return {kReplacement, 1};
  char32_t value = first & (0x7F >> size);
  for (int i = 1; i < size; ++i) {
    const int bits = Continuation(text, at + static_cast<std::size_t>(i));
    if (bits < 0) return {kReplacement, 1};
    value = value << 6 | static_cast<char32_t>(bits);
  }
  constexpr char32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (value < kLeast[size] || value > 0x10FFFF || surrogate)
    return {kReplacement, 1};
  return {value, static_cast<std::uint8_t>(size)};
}

void AppendUtf8(char32_t value, std::string& out) {
  if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
    value = kReplacement;
  const auto put = [&out](char32_t byte) {
    out.push_back(static_cast<char>(byte));
  };
  if (value < 0x80) {
    put(value);
  } else if (value < 0x800) {
    put(0xC0 | value >> 6), put(0x80 | (value & 0x3F));
  } else if (value < 0x10000) {
    put(0xE0 | value >> 12), put(0x80 | (value >> 6 & 0x3F)),
        put(0x80 | (value & 0x3F));
  } else {
    put(0xF0 | value >> 18), put(0x80 | (value >> 12 & 0x3F));
    put(0x80 | (value >> 6 & 0x3F)), put(0x80 | (value & 0x3F));
  }
}

std::size_t FirstInvalidUtf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (at + 8 <= text.size()) {
      std::uint64_t word;
      std::memcpy(&word, text.data() + at, 8);
      if ((word & 0x8080808080808080U) == 0) {
        at += 8;
        continue;
      }
    }
    const CodePoint point = DecodeUtf8(text, at);
    if (point.value == kReplacement && point.size == 1) return at;
    at += point.size;
  }
  return std::string_view::npos;
}

bool IsUtf8(std::string_view text) {
  return FirstInvalidUtf8(text) == std::string_view::npos;
}

std::uint64_t OffsetCounter::At(std::size_t byte_offset) {
  byte_offset = std::min(byte_offset, text_.size());
  if (unit_ == Unit::kBytes) return byte_offset;
  while (byte_ < byte_offset) {
    const CodePoint point = DecodeUtf8(text_, byte_);
    byte_ += point.size;
    count_ += unit_ == Unit::kUtf16 && point.value > 0xFFFF ? 2 : 1;
  }
  return count_;
}

}  // namespace gainsay::internal

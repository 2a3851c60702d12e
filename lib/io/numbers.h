// Decimal numbers, read exactly and fast.
#ifndef GAINSAY_LIB_IO_NUMBERS_H_
#define GAINSAY_LIB_IO_NUMBERS_H_

#include <array>
#include <bit>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>

namespace gainsay::internal {

// Bytes that must be readable after a number that is given to the readers
// below.
inline constexpr std::size_t kNumberPadding = 16;

// Up to eight digits at `at`, without a branch a digit: the digits become a
// word, its pairs are added in three multiplications (Lemire's
// parse_eight_digits). False, and `value` is anything, if one of them is no
// digit.
inline bool ParseDigits(const char* at, std::size_t size,
                        std::uint64_t& value) {
  static_assert(std::endian::native == std::endian::little);
  std::uint64_t word;
  std::memcpy(&word, at, sizeof word);
  const std::size_t shift = 8 * (8 - size);
  word = size == 0 ? 0 : (word - 0x3030303030303030U) << shift;
  // A borrow of a byte below '0' runs into the next, which only makes it fail
  // as well.
  const bool digits =
      (((word + 0x7676767676767676U) | word) & 0x8080808080808080U) == 0;
  word = word * 10 + (word >> 8);
  value = ((word & 0x000000FF000000FFU) * 0x000F424000000064U +
           ((word >> 16) & 0x000000FF000000FFU) * 0x0000271000000001U) >>
          32;
  return digits;
}

// A number as std::from_chars reads it, all of `text`; none for anything else,
// "inf" and "nan" included. The nearest double: numbers of up to 15 digits by
// one exact division (Clinger 1990), the rest by the standard library.
// kNumberPadding bytes must follow.
inline std::optional<double> ParseNumber(std::string_view text) {
  constexpr std::array<double, 9> kPowers = {1e0, 1e1, 1e2, 1e3, 1e4,
                                             1e5, 1e6, 1e7, 1e8};
  constexpr std::array<std::uint64_t, 9> kScales = {
      1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000};
  const bool negative = !text.empty() && text[0] == '-';
  const std::string_view digits = text.substr(negative ? 1 : 0);
  const void* const found =
      digits.empty() ? nullptr : std::memchr(digits.data(), '.', digits.size());
  const char* const point = found == nullptr ? digits.data() + digits.size()
                                             : static_cast<const char*>(found);
  const auto whole_size = static_cast<std::size_t>(point - digits.data());
  const std::size_t fraction_size =
      found == nullptr ? 0 : digits.size() - whole_size - 1;
  const std::size_t count = whole_size + fraction_size;
  if (count != 0 && count <= 15 && whole_size <= 8 && fraction_size <= 8) {
    std::uint64_t whole, fraction;
    const bool valid = ParseDigits(digits.data(), whole_size, whole) &
                       ParseDigits(point + 1, fraction_size, fraction);
    const double magnitude =
        static_cast<double>(whole * kScales[fraction_size] + fraction) /
        kPowers[fraction_size];
    if (valid) return negative ? -magnitude : magnitude;
  }
  double value = 0;
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || rest != end || !(value - value == 0))
    return std::nullopt;
  return value;
}

// An unsigned 32-bit integer, all of `text`. kNumberPadding bytes must follow.
inline std::optional<std::uint32_t> ParseUint32(std::string_view text) {
  if (text.empty() || text.size() > 10) return std::nullopt;
  std::uint64_t head = 0, tail = 0;
  const std::size_t tail_size = text.size() > 8 ? text.size() - 8 : 0;
  const std::size_t head_size = text.size() - tail_size;
  if (!ParseDigits(text.data(), head_size, head)) return std::nullopt;
  if (tail_size != 0) {
    if (!ParseDigits(text.data() + head_size, tail_size, tail))
      return std::nullopt;
    head = head * (tail_size == 1 ? 10 : 100) + tail;
  }
  if (head > UINT32_MAX) return std::nullopt;
  return static_cast<std::uint32_t>(head);
}

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_IO_NUMBERS_H_

// Decimal numbers, read exactly and fast.
#ifndef GAINSAY_LIB_IO_NUMBERS_H_
#define GAINSAY_LIB_IO_NUMBERS_H_

#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>

namespace gainsay::internal {

// A number as std::from_chars reads it, all of `text`; none for anything else,
// "inf" and "nan" included. The nearest double: numbers of up to 15 digits by
// one exact division (Clinger 1990), the rest by the standard library.
inline std::optional<double> ParseNumber(std::string_view text) {
  constexpr std::array<double, 16> kPowers = {1e0,  1e1,  1e2,  1e3, 1e4,  1e5,
                                              1e6,  1e7,  1e8,  1e9, 1e10, 1e11,
                                              1e12, 1e13, 1e14, 1e15};
  const char* at = text.data();
  const char* const end = at + text.size();
  const bool negative = at != end && *at == '-';
  at += negative ? 1 : 0;
  const char* const digits = at;
  std::uint64_t mantissa = 0;
  while (at != end && static_cast<unsigned char>(*at - '0') < 10)
    mantissa = mantissa * 10 + static_cast<unsigned char>(*at++ - '0');
  std::size_t count = static_cast<std::size_t>(at - digits), fraction = 0;
  if (at != end && *at == '.') {
    const char* const point = ++at;
    while (at != end && static_cast<unsigned char>(*at - '0') < 10)
      mantissa = mantissa * 10 + static_cast<unsigned char>(*at++ - '0');
    fraction = static_cast<std::size_t>(at - point);
    count += fraction;
  }
  if (at == end && count != 0 && count <= 15) {
    const double magnitude = static_cast<double>(mantissa) / kPowers[fraction];
    return negative ? -magnitude : magnitude;
  }
  double value = 0;
  const auto [rest, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || rest != end || !(value - value == 0))
    return std::nullopt;
  return value;
}

// An unsigned 32-bit integer, all of `text`.
inline std::optional<std::uint32_t> ParseUint32(std::string_view text) {
  if (text.empty() || text.size() > 10) return std::nullopt;
  std::uint64_t value = 0;
  for (const char c : text) {
    const unsigned digit = static_cast<unsigned char>(c - '0');
    if (digit > 9) return std::nullopt;
    value = value * 10 + digit;
  }
  if (value > UINT32_MAX) return std::nullopt;
  return static_cast<std::uint32_t>(value);
}

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_IO_NUMBERS_H_

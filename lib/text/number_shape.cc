#include "text/number_shape.h"

#include <algorithm>

namespace gainsay::internal {
namespace {

constexpr std::size_t kLongestExponent = 3;

bool IsDigit(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

bool IsLetter(std::string_view text, std::size_t at) {
  return at < text.size() &&
         ((text[at] | 0x20) >= 'a' && (text[at] | 0x20) <= 'z');
}

// How many digits stand at `at`, at most five.
std::size_t Run(std::string_view text, std::size_t at) {
  std::size_t n = 0;
  while (n < 5 && IsDigit(text, at + n)) ++n;
  return n;
}

bool Is(std::string_view text, std::size_t at, char c) {
  return at < text.size() && text[at] == c;
}

// "12,34,567": one or two digits, groups of two, a group of three.
std::size_t GroupsOfTwo(std::string_view text, std::size_t begin) {
  std::size_t at = begin + Run(text, begin);
  if (at == begin || at - begin > 2) return begin;
  std::size_t twos = 0;
  while (twos < 6 && Is(text, at, ',') && Run(text, at + 1) == 2)
    at += 3, ++twos;
  if (twos == 0 || !Is(text, at, ',') || Run(text, at + 1) != 3) return begin;
  at += 4;
  if (Is(text, at, ',') && IsDigit(text, at + 1)) return begin;
  if (Is(text, at, '.') && IsDigit(text, at + 1)) {
    for (++at; IsDigit(text, at);) ++at;
  }
  return at;
}

// "1.111,11": groups of three behind full stops, then a decimal comma.
std::size_t DecimalComma(std::string_view text, std::size_t begin) {
  std::size_t at = begin + Run(text, begin);
  if (at == begin || at - begin > 3) return begin;
  std::size_t groups = 0;
  while (groups < 6 && Is(text, at, '.') && Run(text, at + 1) == 3)
    at += 4, ++groups;
  if (groups == 0 || !Is(text, at, ',')) return begin;
  const std::size_t decimals = Run(text, at + 1);
  if (decimals == 0 || decimals == 3 || decimals > 4) return begin;
  const std::size_t end = at + 1 + decimals;
  return Is(text, end, ',') && IsDigit(text, end + 1) ? begin : end;
}

// Past an exponent at `at`, else `at`.
std::size_t Exponent(std::string_view text, std::size_t at) {
  if (!Is(text, at, 'e') && !Is(text, at, 'E')) return at;
  const bool sign = Is(text, at + 1, '+') || Is(text, at + 1, '-');
  const std::size_t digits = at + 1 + (sign ? 1 : 0);
  const std::size_t n = Run(text, digits);
  const std::size_t end = digits + n;
  const bool ends = !IsLetter(text, end) && !IsDigit(text, end);
  return n == 0 || n > kLongestExponent || !ends ? at : end;
}

}  // namespace

std::size_t EndOfNumber(std::string_view text, std::size_t begin,
                        std::size_t end) {
  const std::size_t longer =
      std::max({end, GroupsOfTwo(text, begin), DecimalComma(text, begin)});
  return Exponent(text, longer);
}

}  // namespace gainsay::internal

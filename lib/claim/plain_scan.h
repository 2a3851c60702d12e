// What the quick readers of records share: finding the end of a string, and
// reading a number.
#ifndef GAINSAY_LIB_CLAIM_PLAIN_SCAN_H_
#define GAINSAY_LIB_CLAIM_PLAIN_SCAN_H_

#include <array>
#include <bit>
#include <cstdint>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace gainsay::internal {

inline constexpr int kMostDigits = 15;  // exact in a double, whatever the point

inline bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// The next quote, escape or control byte; 16 bytes after it are read too.
// `wide` becomes true if a byte beyond ASCII stands before it.
#if defined(__SSE2__)
inline const char* FindStop(const char* at, bool& wide) {
  const __m128i quote = _mm_set1_epi8('"'), escape = _mm_set1_epi8('\\'),
                control = _mm_set1_epi8(0x1F);
  for (;; at += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    const __m128i stop =
        _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(bytes, quote),
                                  _mm_cmpeq_epi8(bytes, escape)),
                     _mm_cmpeq_epi8(_mm_max_epu8(bytes, control), control));
    const auto found = static_cast<unsigned>(_mm_movemask_epi8(stop));
    const auto high = static_cast<unsigned>(_mm_movemask_epi8(bytes));
    if (found == 0) {
      wide |= high != 0;
      continue;
    }
    const int n = std::countr_zero(found);
    wide |= (high & ((1U << n) - 1)) != 0;
    return at + n;
  }
}
#else
inline const char* FindStop(const char* at, bool& wide) {
  for (;; ++at) {
    const auto byte = static_cast<unsigned char>(*at);
    if (byte == '"' || byte == '\\' || byte < 0x20) return at;
    wide |= byte >= 0x80;
  }
}
#endif

// A number of JSON of at most kMostDigits digits and without an exponent; `at`
// becomes its end. False: none.
inline bool ScanNumber(const char*& at, double& number) {
  static constexpr std::array<double, kMostDigits + 1> kPowers = {
      1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
      1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
  const bool negative = *at == '-';
  if (negative) ++at;
  if (!IsDigit(*at) || (*at == '0' && IsDigit(at[1]))) return false;
  std::int64_t digits = 0;
  int count = 0, places = 0;
  for (; IsDigit(*at) && count <= kMostDigits; ++at, ++count)
    digits = digits * 10 + (*at - '0');
  if (*at == '.') {
    ++at;
    if (!IsDigit(*at)) return false;
    for (; IsDigit(*at) && count <= kMostDigits; ++at, ++count, ++places)
      digits = digits * 10 + (*at - '0');
  }
  if (count > kMostDigits || *at == 'e' || *at == 'E') return false;
  number =
      static_cast<double>(digits) / kPowers[static_cast<std::size_t>(places)];
  if (negative) number = -number;
  return true;
}

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_PLAIN_SCAN_H_

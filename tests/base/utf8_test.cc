#include "base/utf8.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace gainsay::internal {
namespace {

TEST(Utf8, RoundTripsEveryCodePoint) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string bytes;
    AppendUtf8(c, bytes);
    const CodePoint point = DecodeUtf8(bytes, 0);
    ASSERT_EQ(point.value, c);
    ASSERT_EQ(point.size, bytes.size());
  }
}

TEST(Utf8, RejectsMalformedBytesOneByOne) {
  for (const char* bad : {"\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80",
                          "\xE2\x82", "\x80", "\xFF"}) {
    EXPECT_FALSE(IsUtf8(bad));
    EXPECT_EQ(DecodeUtf8(bad, 0).size, 1);
  }
  EXPECT_TRUE(IsUtf8("caf\u00e9 \U0001F600"));
}

TEST(Utf8, FindsTheFirstInvalidByte) {
  constexpr std::size_t kNone = std::string_view::npos;
  const std::pair<std::string_view, std::size_t> rows[] = {
      {"", kNone},
      {"plain words, more than eight", kNone},
      {"\xC3\xA9\xE2\x82\xAC\xF0\x9F\x9A\x80", kNone},
      {"\xED\x9F\xBF\xEE\x80\x80\xF4\x8F\xBF\xBF", kNone},  // the edges
      {"abc\xC0\xAF", 3},                                   // overlong
      {"12345678\xE0\x80\x80", 8},                          // overlong
      {"a\xE2\x82", 1},                                     // cut short
      {"a\x80", 1},  // a stray continuation
      {"\xFF", 0},
  };
  for (const auto& [bytes, first] : rows) {
    // An exact copy, so that a sanitizer sees a read past its end.
    const std::vector<char> exact(bytes.begin(), bytes.end());
    EXPECT_EQ(FirstInvalidUtf8({exact.data(), exact.size()}), first)
        << testing::PrintToString(std::string(bytes));
  }
}

TEST(Utf8, CountsOffsetsInEveryUnit) {
  const std::string text = "a\u00e9\U0001F600b";
  OffsetCounter points(text, OffsetCounter::Unit::kCodePoints);
  OffsetCounter utf16(text, OffsetCounter::Unit::kUtf16);
  EXPECT_EQ(points.At(3), 2U);
  EXPECT_EQ(points.At(8), 4U);
  EXPECT_EQ(utf16.At(7), 4U);
  EXPECT_EQ(utf16.At(99), 5U);
}

}  // namespace
}  // namespace gainsay::internal

#include "base/number.h"

#include <gtest/gtest.h>

#include <limits>

#include "base/code_points.h"

namespace gainsay::internal {
namespace {

TEST(ExactNumber, WritesNoExponentWhereDigitsAreReadable) {
  EXPECT_EQ(ExactNumber(15), "15");
  EXPECT_EQ(ExactNumber(-3), "-3");
  EXPECT_EQ(ExactNumber(100000), "100000");
  EXPECT_EQ(ExactNumber(1e14), "100000000000000");
  EXPECT_EQ(ExactNumber(0.1), "0.1");
  EXPECT_EQ(ExactNumber(1.0 / 3), "0.3333333333333333");
  EXPECT_EQ(ExactNumber(1.3e20), "1.3e+20");
  EXPECT_EQ(ExactNumber(-0.0), "0");
  EXPECT_EQ(ExactNumber(std::numeric_limits<double>::infinity()), "inf");
  EXPECT_EQ(ExactNumber(std::numeric_limits<double>::quiet_NaN()), "nan");
}

TEST(ShortNumber, HidesTheNoiseOfASum) {
  EXPECT_NE(ExactNumber(6.45 - 6.75), "-0.3");
  EXPECT_EQ(ShortNumber(6.45 - 6.75), "-0.3");
  EXPECT_EQ(ShortNumber(2191), "2191");
}

TEST(CodePoints, AreCountedAndCutWhole) {
  const std::string_view text = "a\u00e9\u65e5\U0001F600z";  // 1 2 3 4 1 bytes
  EXPECT_EQ(CountCodePoints(text), 5U);
  EXPECT_EQ(CountCodePoints(""), 0U);
  EXPECT_EQ(FloorCodePoint(text, 0), 0U);
  EXPECT_EQ(FloorCodePoint(text, 2), 1U);
  EXPECT_EQ(FloorCodePoint(text, 5), 3U);
  EXPECT_EQ(FloorCodePoint(text, 9), 6U);
  EXPECT_EQ(FloorCodePoint(text, 10), 10U);
  EXPECT_EQ(FloorCodePoint(text, 99), text.size());
  EXPECT_EQ(FloorCodePoint("\x80\x80", 1), 0U);
}

}  // namespace
}  // namespace gainsay::internal

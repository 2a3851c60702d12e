#include "calendar/format_days.h"

#include <gtest/gtest.h>

namespace gainsay::internal {
namespace {

// Days that an EDTF expression allows.
DayInterval Of(const char* edtf) { return Date::Parse(edtf).value().core(); }

TEST(FormatDays, IsTheShortestFormThatSaysTheSame) {
  for (const char* text : {"2018", "2018-05", "2024-02", "2018-05-03", "0044"})
    EXPECT_EQ(FormatDays(Of(text)), text);
  EXPECT_EQ(FormatDays({Of("2018-05-03").lo, Of("2018-06-01").lo}),
            "2018-05-03/2018-06-01");
  EXPECT_EQ(FormatDays({Of("2018").lo, Of("2019").hi}),
            "2018-01-01/2019-12-31");
  EXPECT_EQ(FormatDays({Of("2018-02-01").lo, Of("2018-03").hi}),
            "2018-02-01/2018-03-31");
  EXPECT_EQ(FormatDays({kMinusInfinity, Of("2018").hi}), "../2018-12-31");
  EXPECT_EQ(FormatDays({Of("2018").lo, kPlusInfinity}), "2018-01-01/..");
}

}  // namespace
}  // namespace gainsay::internal

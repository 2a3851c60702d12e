#include "calendar/clock.h"

#include <gtest/gtest.h>

namespace gainsay::internal {
namespace {

constexpr double kAm4 = 4 * 60, kPm9 = 21 * 60;

double Gap(ToldClock a, ToldClock b, double period = kMinutesOfDay) {
  return ClockGap(DenoteClock(a).hull, DenoteClock(b).hull, period);
}

TEST(DenoteClock, CoreLiesInHull) {
  for (int minute = 0; minute <= 1440; ++minute) {
    for (const Modifier modifier :
         {Modifier::kBare, Modifier::kAbout, Modifier::kBefore,
          Modifier::kAfter, Modifier::kOnOrBefore, Modifier::kNearly}) {
      for (const bool close : {false, true}) {
        const ClockCuts cuts =
            DenoteClock({static_cast<double>(minute), modifier, close});
        EXPECT_LE(cuts.hull.lo, cuts.core.lo) << minute;
        EXPECT_GE(cuts.hull.hi, cuts.core.hi) << minute;
        EXPECT_LE(cuts.core.lo, cuts.core.hi) << minute;
      }
    }
  }
}

TEST(DenoteClock, RoundedClocksAgreeWithThoseTheyRound) {
  EXPECT_EQ(Gap({kAm4}, {kAm4 + 12}), 0);
  EXPECT_GT(Gap({kAm4 + 12}, {kAm4 + 21}), 0);
  EXPECT_EQ(Gap({kAm4, Modifier::kAbout}, {kAm4 + 20}), 0);
  EXPECT_GT(Gap({kAm4}, {kAm4 + 55}), 0);
  EXPECT_EQ(Gap({kAm4 + 30}, {kAm4 + 33}), 0);
}

TEST(DenoteClock, HedgesBoundOneSide) {
  EXPECT_EQ(Gap({kPm9, Modifier::kBefore, true}, {kPm9 - 11}), 0);
  EXPECT_GT(Gap({kPm9, Modifier::kBefore, true}, {kPm9 + 22}), 0);
  EXPECT_GT(Gap({kPm9, Modifier::kAfter, true}, {kPm9 - 22}), 0);
  EXPECT_EQ(Gap({kPm9, Modifier::kOnOrBefore}, {kPm9 - 200}), 0);
  EXPECT_GT(Gap({kPm9, Modifier::kOnOrBefore}, {kPm9 + 31}), 0);
}

TEST(DenoteClock, RangesRunOverMidnight) {
  const ClockCuts night = DenoteClockRange(22 * 60, 2 * 60);
  EXPECT_EQ(ClockGap(night.hull, DenoteClock({61}).hull, kMinutesOfDay), 0);
  EXPECT_GT(ClockGap(night.hull, DenoteClock({kAm4}).hull, kMinutesOfDay), 0);
}

TEST(ClockGap, GoesRound) {
  EXPECT_EQ(Gap({0}, {1437}), 0);
  EXPECT_EQ(Gap({1440}, {0}), 0);
  EXPECT_EQ(Gap({kAm4 + 7}, {16 * 60 + 7}, kMinutesOfHalf), 0);
  double turns = 0;
  const QuantityInterval late{1430, 1435, false, false},
      early{5, 10, false, false};
  EXPECT_EQ(ClockGap(late, early, kMinutesOfDay, &turns), 10);
  EXPECT_EQ(turns, 1);
}

}  // namespace
}  // namespace gainsay::internal

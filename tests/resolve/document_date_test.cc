#include "resolve/document_date.h"

#include <gtest/gtest.h>

namespace gainsay::internal {
namespace {

constexpr DayInterval kMay5{100, 100}, kApril5{70, 70}, kMay6{101, 101},
    kJune5{131, 131};

TEST(OrderOf, IsOpenUnlessAFigureIsNoMonth) {
  EXPECT_EQ(OrderOf("29/05/2024"), DateOrder::kDayFirst);
  EXPECT_EQ(OrderOf("29.5.2024"), DateOrder::kDayFirst);
  EXPECT_EQ(OrderOf("05/29/2024"), DateOrder::kMonthFirst);
  EXPECT_EQ(OrderOf("05/04/2024"), DateOrder::kOpen);
  EXPECT_EQ(OrderOf("2024-05-29"), DateOrder::kOpen);  // the year first
  EXPECT_EQ(OrderOf("32/05/2024"), DateOrder::kOpen);
  EXPECT_EQ(OrderOf("29 May 2024"), DateOrder::kOpen);
  EXPECT_EQ(OrderOf("05/2024"), DateOrder::kOpen);
  EXPECT_EQ(OrderOf(""), DateOrder::kOpen);
}

TEST(DatelineOrder, FollowsDatelinesThatLeaveNoChoice) {
  DatelineOrder order;
  EXPECT_EQ(order.DayFirst(), std::nullopt);
  order.Note(DateOrder::kOpen, kMay5, kApril5);
  EXPECT_EQ(order.DayFirst(), std::nullopt);
  order.Note(DateOrder::kMonthFirst, kMay6, kMay6);
  EXPECT_EQ(order.DayFirst(), false);
  order.Note(DateOrder::kDayFirst, kMay6, kMay6);
  EXPECT_EQ(order.DayFirst(), std::nullopt) << "they disagree";
}

TEST(DatelineOrder, ElseTakesTheReadingThatPutsThemTogether) {
  DatelineOrder near;
  near.Note(DateOrder::kOpen, kMay5, kMay5);
  near.Note(DateOrder::kOpen, kMay6, kJune5);
  EXPECT_EQ(near.DayFirst(), true);
  DatelineOrder other;
  other.Note(DateOrder::kOpen, kMay5, kMay5);
  other.Note(DateOrder::kOpen, kJune5, kMay6);
  EXPECT_EQ(other.DayFirst(), false);
  DatelineOrder far;  // neither reading puts them near each other
  far.Note(DateOrder::kOpen, kMay5, kMay5);
  far.Note(DateOrder::kOpen, kApril5, kJune5);
  EXPECT_EQ(far.DayFirst(), std::nullopt);
}

}  // namespace
}  // namespace gainsay::internal

#include "base/interner.h"

#include <gtest/gtest.h>

namespace gainsay::internal {
namespace {

TEST(Interner, EqualStringsShareAnIdAndViewsStay) {
  Interner interner;
  const StringId a = interner.Intern("six");
  const std::string_view view = interner.View(a);
  for (int i = 0; i < 100000; ++i) interner.Intern(std::to_string(i));
  EXPECT_EQ(interner.Intern("six"), a);
  EXPECT_EQ(view, "six");
  EXPECT_EQ(interner.View(a).data(), view.data());
  EXPECT_FALSE(interner.Find("seven").valid());
  EXPECT_EQ(interner.Intern("").index, 0U);
}

}  // namespace
}  // namespace gainsay::internal

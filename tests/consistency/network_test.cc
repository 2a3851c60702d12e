#include "gainsay/network.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <vector>

namespace gainsay {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

Day On(int y, unsigned m, unsigned d) {
  return static_cast<Day>(std::chrono::sys_days{
      std::chrono::year{y} / static_cast<int>(m) / static_cast<int>(d)}
                              .time_since_epoch()
                              .count());
}

Count Years(double n) {
  return {n, n, TimeUnit::kYear, Modifier::kBare, false};
}

// The siege of network.h: began on day 19000, lasted 53 days, ended on day
// 19044.
Network Siege() {
  Network network;
  network.Add({.from = 0, .to = 1, .days = {19000, 19000}, .statement = 0})
      .value();
  network.Add({.from = 1, .to = 2, .days = {53, 53}, .statement = 1}).value();
  network.Add({.from = 0, .to = 2, .days = {19044, 19044}, .statement = 2})
      .value();
  return network;
}

TEST(NetworkTest, FindsTheConflictOfThree) {
  const NetworkReport report = Siege().Conflicts();
  ASSERT_THAT(report.conflicts, SizeIs(1));
  EXPECT_EQ(report.conflicts[0].severity, Severity::kDefinite);
  EXPECT_THAT(report.conflicts[0].statements, ElementsAre(0, 1, 2));
  ASSERT_THAT(report.conflicts[0].walks, SizeIs(1));
  EXPECT_EQ(report.conflicts[0].walks[0].sum, -9);
  EXPECT_THAT(report.conflicts[0].walks[0].hops, SizeIs(3));
  EXPECT_TRUE(report.complete());
  EXPECT_EQ(report.components, 1U);
  EXPECT_EQ(report.inconsistent, 1U);
  EXPECT_EQ(Siege().Check().inconsistent, 1U);
}

TEST(NetworkTest, WalksAreClosed) {
  for (const NetworkConflict& conflict : Siege().Conflicts().conflicts) {
    for (const NetworkWalk& walk : conflict.walks) {
      std::int64_t sum = 0;
      for (std::size_t i = 0; i < walk.hops.size(); ++i) {
        const NetworkHop& hop = walk.hops[i];
        const NetworkHop& next = walk.hops[(i + 1) % walk.hops.size()];
        EXPECT_EQ(hop.forward ? hop.to : hop.from,
                  next.forward ? next.from : next.to);
        sum += hop.cost();
      }
      EXPECT_EQ(sum, walk.sum);
      EXPECT_LT(sum, 0);
    }
  }
}

TEST(NetworkTest, GivensDoNotCount) {
  Network network;
  network.Add({.from = 0, .to = 1, .days = {19000, 19000}}).value();
  network.Add({.from = 1, .to = 2, .days = {53, 53}, .statement = 7}).value();
  network.Add({.from = 0, .to = 2, .days = {19044, 19044}, .statement = 5})
      .value();
  network.Add({.from = 0, .to = 2, .days = {18000, 18010}, .statement = 9})
      .value();
  const NetworkReport report = network.Conflicts();
  ASSERT_THAT(report.conflicts, SizeIs(3));
  for (const NetworkConflict& conflict : report.conflicts)
    EXPECT_THAT(conflict.statements, SizeIs(2));
}

TEST(NetworkTest, AStatementMayContradictGivensAlone) {
  Network network;
  network.Add({.from = 0, .to = 1, .days = {10, 20}}).value();
  network.Add({.from = 0, .to = 1, .days = {30, 40}, .statement = 3}).value();
  const NetworkReport report = network.Conflicts();
  ASSERT_THAT(report.conflicts, SizeIs(1));
  EXPECT_THAT(report.conflicts[0].statements, ElementsAre(3));
}

TEST(NetworkTest, GivensThatContradictEachOtherAreLeftOut) {
  Network network;
  network.Add({.from = 0, .to = 1, .days = {10, 20}}).value();
  network.Add({.from = 0, .to = 1, .days = {30, 40}}).value();
  const NetworkReport report = network.Conflicts();
  EXPECT_THAT(report.conflicts, IsEmpty());
  EXPECT_THAT(report.refused_givens, SizeIs(1));
}

TEST(NetworkTest, OneStatementMayMakeTwoBounds) {
  Network network;
  network.Add({.from = 0, .to = 1, .days = {100, 100}, .statement = 0}).value();
  network.Add({.from = 0, .to = 2, .days = {200, 200}, .statement = 0}).value();
  network.Add({.from = 1, .to = 2, .days = {50, 60}, .statement = 1}).value();
  const NetworkReport report = network.Conflicts();
  ASSERT_THAT(report.conflicts, SizeIs(1));
  EXPECT_THAT(report.conflicts[0].statements, ElementsAre(0, 1));
}

// Talks held last at point 1 and again at point 2. Six years before a given day
// of 2024; five years before the day of 2025 on which another text says that
// they were held.
Network Talks() {
  Network network;
  const Day document = On(2024, 5, 29);
  BoundForm six;
  six.count = Years(6);
  six.days = {{{On(2017, 5, 30), On(2019, 5, 28)},
               {On(2017, 5, 30), On(2018, 5, 29)},
               {On(2017, 11, 30), On(2018, 11, 29)},
               {On(2018, 1, 1), On(2018, 12, 31)},
               {On(2017, 5, 30), On(2018, 11, 29)}}};
  static_cast<void>(document);
  network
      .Add({.from = 0, .to = 1, .statement = 0, .form = network.AddForm(six)})
      .value();
  network
      .Add({.from = 1,
            .to = 2,
            .statement = 1,
            .form = network.AddForm(BoundForm::Of(Years(5)))})
      .value();
  network
      .Add({.from = 0,
            .to = 2,
            .days = {On(2025, 1, 14), On(2025, 1, 14)},
            .statement = 2})
      .value();
  return network;
}

TEST(NetworkTest, SixAgainstFiveYearsIsProbableWithAWalkAConvention) {
  const NetworkReport report = Talks().Conflicts();
  ASSERT_THAT(report.conflicts, SizeIs(1));
  EXPECT_EQ(report.conflicts[0].severity, Severity::kProbable);
  EXPECT_THAT(report.conflicts[0].statements, ElementsAre(0, 1, 2));
  ASSERT_THAT(report.conflicts[0].walks, SizeIs(3));
  EXPECT_EQ(report.conflicts[0].walks[0].cut, Cut::kCompleted);
  EXPECT_EQ(report.conflicts[0].walks[1].cut, Cut::kRounded);
  EXPECT_EQ(report.conflicts[0].walks[2].cut, Cut::kCalendar);
  for (const NetworkWalk& walk : report.conflicts[0].walks)
    EXPECT_LT(walk.sum, 0);
}

TEST(NetworkTest, CountsOfOneUnitAreComparedInThatUnit) {
  Network network;
  network
      .Add({.from = 1,
            .to = 2,
            .statement = 0,
            .form = network.AddForm(BoundForm::Of(Years(5)))})
      .value();
  network
      .Add({.from = 1,
            .to = 2,
            .statement = 1,
            .form = network.AddForm(BoundForm::Of(Years(6)))})
      .value();
  const NetworkReport report = network.Conflicts();
  ASSERT_THAT(report.conflicts, SizeIs(1));
  EXPECT_EQ(report.conflicts[0].severity, Severity::kProbable);
  for (const NetworkWalk& walk : report.conflicts[0].walks) {
    EXPECT_TRUE(walk.in_unit);
    EXPECT_LT(walk.sum, 0);
  }
}

TEST(NetworkTest, VagueBoundsAndCoresMakeTensions) {
  Network network;
  BoundForm vague;
  vague.days.fill({365, 3000});
  vague.vague = true;
  network
      .Add({.from = 1, .to = 2, .statement = 0, .form = network.AddForm(vague)})
      .value();
  network.Add({.from = 1, .to = 2, .days = {10, 20}, .statement = 1}).value();
  const NetworkReport report = network.Conflicts();
  ASSERT_THAT(report.conflicts, SizeIs(1));
  EXPECT_EQ(report.conflicts[0].severity, Severity::kTension);
  EXPECT_EQ(report.conflicts[0].walks[0].cut, Cut::kCore);
  EXPECT_EQ(report.inconsistent, 0U);
}

TEST(NetworkTest, InsertSaysAtOnceAndShowsACycle) {
  Network network;
  EXPECT_TRUE(
      network
          .Insert({.from = 0, .to = 1, .days = {19000, 19000}, .statement = 0})
          ->consistent);
  EXPECT_TRUE(
      network.Insert({.from = 1, .to = 2, .days = {53, 53}, .statement = 1})
          ->consistent);
  const Insertion third =
      network
          .Insert({.from = 0, .to = 2, .days = {19044, 19044}, .statement = 2})
          .value();
  EXPECT_FALSE(third.consistent);
  EXPECT_EQ(third.conflict.sum, -9);
  EXPECT_THAT(third.conflict.hops, SizeIs(3));
  EXPECT_EQ(network.Conflicts().conflicts, Siege().Conflicts().conflicts);
  ASSERT_TRUE(network.Retract(1));
  EXPECT_THAT(network.Conflicts().conflicts, IsEmpty());
  EXPECT_FALSE(network.Retract(1));
}

TEST(NetworkTest, WindowsComeWithTheirReasons) {
  Network network;
  network.Add({.from = 0, .to = 1, .days = {100, 110}, .statement = 0}).value();
  network.Add({.from = 1, .to = 2, .days = {10, 20}, .statement = 1}).value();
  network.Add({.from = 3, .to = 2, .days = {5, kPlusInfinity}, .statement = 2})
      .value();
  const NetworkWindow window = network.WindowOf(2);
  EXPECT_EQ(window.days, (DayInterval{110, 130}));
  EXPECT_THAT(window.lo_reason, SizeIs(2));
  EXPECT_THAT(window.hi_reason, SizeIs(2));
  EXPECT_EQ(network.WindowOf(3).days, (DayInterval{kMinusInfinity, 125}));
  EXPECT_EQ(network.Implied(3, 1).days, (DayInterval{-15, kPlusInfinity}));
  EXPECT_EQ(network.WindowOf(17).days, DayInterval{});
}

TEST(NetworkTest, RepairNamesAFewestOrCheapestSet) {
  Network network;
  for (std::uint32_t s = 0; s < 3; ++s) {
    network.Add({.from = 0, .to = 1, .days = {100, 100}, .statement = s})
        .value();
  }
  network.Add({.from = 0, .to = 1, .days = {200, 200}, .statement = 3}).value();
  const Correction few = network.Repair();
  EXPECT_THAT(few.statements, ElementsAre(3));
  EXPECT_TRUE(few.optimal);
  network.Describe(3, {.weight = 10});
  const Correction cheap = network.Repair(CorrectionCost::kWeight);
  EXPECT_THAT(cheap.statements, ElementsAre(0, 1, 2));
  EXPECT_EQ(cheap.cost, 3);
  EXPECT_EQ(cheap.lower_bound, 3);
}

TEST(NetworkTest, RefusesWhatIsOutOfRange) {
  Network network;
  EXPECT_FALSE(network.Add({.from = 1, .to = 1, .days = {0, 0}}));
  EXPECT_FALSE(network.Add({.from = 1, .to = 2, .days = {5, 4}}));
  EXPECT_FALSE(network.Add({.from = 1, .to = 2, .days = {0, (1 << 24) + 1}}));
  EXPECT_FALSE(network.Add({.from = 1, .to = 2, .days = {0, 1}, .form = 1}));
  EXPECT_TRUE(network.Add({.from = 1, .to = 2, .days = {-(1 << 24), 1 << 24}}));
  EXPECT_TRUE(network.Add({.from = 1, .to = 2, .days = {}}));
}

TEST(NetworkTest, StopsWhenAsked) {
  std::stop_source source;
  source.request_stop();
  NetworkOptions options;
  options.stop = source.get_token();
  const NetworkReport report = Siege().Conflicts(options);
  EXPECT_TRUE(report.stopped);
  EXPECT_FALSE(report.complete());
}

TEST(NetworkTest, SaysThatABudgetEndedTheSearch) {
  NetworkOptions options;
  options.budget = 1;
  EXPECT_FALSE(Siege().Conflicts(options).complete());
}

}  // namespace
}  // namespace gainsay

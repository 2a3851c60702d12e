// The answer depends on the set of statements only: not on the order in which
// they came, on what was there in between, or on the number of threads.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <utility>
#include <vector>

#include "gainsay/network.h"
#include "network_oracle.h"

namespace gainsay {
namespace {

using oracle::Case;
using oracle::Set;

// What a report says, without the bounds' numbers, which are the order of
// arrival.
struct Said {
  std::vector<std::pair<Severity, Set>> conflicts;
  std::vector<std::int64_t> sums;
  std::uint64_t inconsistent, truncated;
  friend bool operator==(const Said&, const Said&) = default;
};

Said Of(const NetworkReport& report) {
  Said said{{}, {}, report.inconsistent, report.truncated};
  for (const NetworkConflict& conflict : report.conflicts) {
    said.conflicts.emplace_back(conflict.severity, conflict.statements);
    for (const NetworkWalk& walk : conflict.walks)
      said.sums.push_back(walk.sum);
  }
  return said;
}

Network Empty(const Case& c) {
  Network network;
  for (std::size_t f = 1; f < c.forms.size(); ++f) network.AddForm(c.forms[f]);
  return network;
}

TEST(NetworkLiveTest, AnyOrderOfArrivalGivesTheBatchAnswer) {
  for (std::uint64_t seed = 1; seed <= 1500; ++seed) {
    Case c = oracle::RandomCase(seed, seed % 3 == 0);
    const Said batch = Of(oracle::NetworkOf(c).Conflicts());
    std::mt19937_64 random(seed);
    std::shuffle(c.bounds.begin(), c.bounds.end(), random);
    Network network = Empty(c);
    for (const Bound& bound : c.bounds) network.Insert(bound).value();
    ASSERT_EQ(Of(network.Conflicts()), batch) << seed;
  }
}

TEST(NetworkLiveTest, WhatWasTakenBackLeavesNoTrace) {
  for (std::uint64_t seed = 1; seed <= 1500; ++seed) {
    const Case c = oracle::RandomCase(seed, seed % 3 == 0);
    std::mt19937_64 random(seed + 1);
    Network network = Empty(c), fresh = Empty(c);
    for (const Bound& bound : c.bounds) network.Insert(bound).value();
    std::vector<bool> gone(c.statements);
    for (std::uint32_t s = 0; s < c.statements; ++s) {
      gone[s] = random() % 3 == 0;
      if (gone[s]) network.Retract(s).value();
    }
    for (const Bound& bound : c.bounds) {
      if (bound.statement == kGiven || !gone[bound.statement])
        fresh.Add(bound).value();
    }
    ASSERT_EQ(Of(network.Conflicts()), Of(fresh.Conflicts())) << seed;
    // And what comes back is as if it had never left.
    for (const Bound& bound : c.bounds) {
      if (bound.statement != kGiven && gone[bound.statement])
        network.Insert(bound).value();
    }
    ASSERT_EQ(Of(network.Conflicts()), Of(oracle::NetworkOf(c).Conflicts()))
        << seed;
  }
}

// Some small stories side by side; a few claims tie them together.
Case Several(std::uint64_t seed) {
  Case all;
  for (std::uint64_t k = 0; k < 4; ++k) {
    const Case one = oracle::RandomCase(4 * seed + k, (seed + k) % 3 == 0);
    const auto forms = static_cast<std::uint32_t>(all.forms.size() - 1);
    all.forms.insert(all.forms.end(), one.forms.begin() + 1, one.forms.end());
    for (Bound bound : one.bounds) {
      if (bound.from != 0) bound.from += all.points - 1;
      if (bound.to != 0) bound.to += all.points - 1;
      if (bound.form != 0) bound.form += forms;
      if (bound.statement != kGiven) bound.statement += all.statements;
      all.bounds.push_back(bound);
    }
    all.points += one.points - 1;
    all.statements += one.statements;
  }
  std::mt19937_64 random(seed);
  for (int k = 0; k < 2; ++k) {
    const auto from =
        static_cast<std::uint32_t>(1 + random() % (all.points - 1));
    const auto to = static_cast<std::uint32_t>(1 + random() % (all.points - 1));
    if (from == to) continue;
    all.bounds.push_back({.from = from,
                          .to = to,
                          .days = {0, 90},
                          .statement = all.statements++});
  }
  return all;
}

TEST(NetworkLiveTest, AskingAfterEachStepIsAskingAfresh) {
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    const Case c = Several(seed);
    std::mt19937_64 random(seed);
    std::vector<std::vector<Bound>> claims(c.statements + 1);
    for (const Bound& bound : c.bounds)
      claims[std::min(bound.statement, c.statements)].push_back(bound);
    Network network = Empty(c);
    network.Index();
    for (const Bound& given : claims[c.statements])
      network.Insert(given).value();
    std::vector<bool> in(c.statements);
    for (int step = 0; step < 60; ++step) {
      const std::uint64_t s = random() % c.statements;
      if (in[s]) {
        network.Retract(static_cast<std::uint32_t>(s)).value();
      } else {
        for (const Bound& bound : claims[s]) network.Insert(bound).value();
      }
      in[s] = !in[s] && !claims[s].empty();
      if (random() % 3 == 0) continue;  // several steps at once
      Network fresh = Empty(c);
      fresh.Add(claims[c.statements]).value();
      for (std::uint32_t k = 0; k < c.statements; ++k) {
        if (in[k]) fresh.Add(claims[k]).value();
      }
      const NetworkReport live = network.Conflicts(), batch = fresh.Conflicts();
      ASSERT_EQ(Of(live), Of(batch)) << seed << ' ' << step;
      ASSERT_EQ(live.components, batch.components) << seed << ' ' << step;
      ASSERT_EQ(live.refused_givens.size(), batch.refused_givens.size());
      ASSERT_EQ(live.complete(), batch.complete());
    }
  }
}

TEST(NetworkLiveTest, WhatIsDescribedAnewIsAskedAnew) {
  Network network;
  for (std::uint32_t s = 0; s < 3; ++s)
    network
        .Insert({.from = 0,
                 .to = 1,
                 .days = {Day(100 * s), Day(100 * s)},
                 .statement = s})
        .value();
  NetworkOptions options;
  options.per_statement = 1;  // so that the order of statements shows
  EXPECT_FALSE(network.Conflicts(options).conflicts.empty());
  Network fresh;
  for (const double weight : {5.0, 1.0, 9.0}) {
    network.Describe(1, {.weight = weight, .hash = 7});
    fresh = Network();
    fresh.Describe(1, {.weight = weight, .hash = 7});
    for (std::uint32_t s = 0; s < 3; ++s)
      fresh
          .Add(Bound{.from = 0,
                     .to = 1,
                     .days = {Day(100 * s), Day(100 * s)},
                     .statement = s})
          .value();
    EXPECT_EQ(Of(network.Conflicts(options)), Of(fresh.Conflicts(options)));
  }
}

TEST(NetworkLiveTest, AnInsertIsRefusedJustIfItClosesANegativeCycle) {
  for (std::uint64_t seed = 1; seed <= 1500; ++seed) {
    const Case c = oracle::RandomCase(seed, /*plain=*/true);
    Network network;
    Case accepted = c;
    accepted.bounds.clear();
    for (const Bound& bound : c.bounds) {
      Case with = accepted;
      with.bounds.push_back(bound);
      const bool consistent = oracle::NetworkOf(with).Check().inconsistent == 0;
      const Insertion insertion = network.Insert(bound).value();
      ASSERT_EQ(insertion.consistent, consistent) << seed;
      if (consistent) {
        accepted = with;
        continue;
      }
      ASSERT_LT(insertion.conflict.sum, 0) << seed;
      std::int64_t sum = 0;
      bool through = false;
      for (const NetworkHop& hop : insertion.conflict.hops) {
        sum += hop.cost();
        through |= hop.bound == insertion.bound;
      }
      ASSERT_EQ(sum, insertion.conflict.sum) << seed;
      ASSERT_TRUE(through) << seed;
    }
  }
}

// Many small stories side by side, every other with givens and statements of
// several bounds.
Network Many(std::uint32_t stories) {
  Network network;
  std::uint32_t points = 1, statements = 0;
  for (std::uint32_t k = 0; k < stories; ++k) {
    const Case c = oracle::RandomCase(k + 1, /*plain=*/k % 2 == 0);
    std::vector<std::uint32_t> forms = {0};
    for (std::size_t f = 1; f < c.forms.size(); ++f)
      forms.push_back(network.AddForm(c.forms[f]));
    for (Bound bound : c.bounds) {
      if (bound.from != 0) bound.from += points;
      if (bound.to != 0) bound.to += points;
      if (bound.statement != kGiven) bound.statement += statements;
      bound.form = forms[bound.form];
      network.Add(bound).value();
    }
    points += c.points;
    statements += c.statements;
  }
  return network;
}

TEST(NetworkLiveTest, ThreadsChangeNothing) {
  const Network network = Many(4000);
  const NetworkReport one = network.Conflicts(), check = network.Check();
  const Correction repair = network.Repair();
  EXPECT_GT(one.conflicts.size(), 2000U);  // so many are ranked by threads too
  EXPECT_GT(one.refused_givens.size(), 10U);
  EXPECT_GT(repair.statements.size(), 500U);
  for (const std::uint32_t threads : {2U, 5U}) {
    NetworkOptions options;
    options.threads = threads;
    const NetworkReport many = network.Conflicts(options);
    EXPECT_EQ(many.conflicts, one.conflicts);
    EXPECT_EQ(many.components, one.components);
    EXPECT_EQ(many.inconsistent, one.inconsistent);
    EXPECT_EQ(many.refused_givens, one.refused_givens);
    EXPECT_EQ(network.Check(options).inconsistent, check.inconsistent);
    const Correction again = network.Repair(CorrectionCost::kCount, options);
    EXPECT_EQ(again.statements, repair.statements);
    EXPECT_EQ(again.cost, repair.cost);
    EXPECT_EQ(again.lower_bound, repair.lower_bound);
  }
}

// One story of many events, so that conflicts share points and lists are cut.
Network Dense(std::uint64_t seed, std::uint32_t statements = 120) {
  std::mt19937_64 random(seed);
  Network network;
  const std::uint32_t forms[] = {
      network.AddForm(BoundForm::Of({2, 2, TimeUnit::kYear})),
      network.AddForm(BoundForm::Of({7, 7, TimeUnit::kMonth})),
      network.AddForm(
          BoundForm::Of({3, 3, TimeUnit::kYear, Modifier::kAbout}))};
  for (std::uint32_t s = 0; s < statements; ++s) {
    Bound b{.from = static_cast<std::uint32_t>(random() % 12),
            .to = 0,
            .statement = s};
    b.to = (b.from + 1 + static_cast<std::uint32_t>(random() % 11)) % 12;
    if (b.from > b.to) std::swap(b.from, b.to);
    const auto gap = static_cast<Day>(200 * (b.to - b.from));
    const auto slip = static_cast<Day>(random() % 400) - 200;
    if (b.from == 0)
      b.days = {18000 + gap + slip, 18030 + gap + slip};
    else if (s % 3 == 0)
      b.form = forms[random() % 3];
    else
      b.days = {gap + slip, gap + slip + 60};
    network.Add(b).value();
  }
  return network;
}

TEST(NetworkLiveTest, GradesLeaveWhatIsDefiniteAsItIs) {
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    const Network network = Dense(seed);
    NetworkOptions options;
    options.max_statements = 4;
    options.per_statement = seed % 2 == 0 ? 5 : 64;
    NetworkReport graded = network.Conflicts(options);
    options.grades = false;
    const NetworkReport hull = network.Conflicts(options);
    EXPECT_FALSE(hull.conflicts.empty());
    EXPECT_EQ(graded.inconsistent, hull.inconsistent);
    std::erase_if(graded.conflicts, [](const NetworkConflict& conflict) {
      return conflict.severity != Severity::kDefinite;
    });
    EXPECT_EQ(graded.conflicts, hull.conflicts) << seed;
  }
}

TEST(NetworkLiveTest, CorrectionsRestoreConsistency) {
  for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
    const Case c = oracle::RandomCase(seed, seed % 3 == 0);
    oracle::Oracle truth(c);
    if (truth.Inconsistent({}, Cut::kHull)) continue;
    const Correction correction = oracle::NetworkOf(c).Repair();
    // The least number of statements whose removal leaves the hull consistent.
    std::size_t least = c.statements;
    for (std::uint32_t kept = 0; kept < 1U << c.statements; ++kept) {
      Set set;
      for (std::uint32_t s = 0; s < c.statements; ++s) {
        if ((kept >> s & 1) != 0) set.push_back(s);
      }
      if (c.statements - set.size() < least &&
          !truth.Inconsistent(set, Cut::kHull))
        least = c.statements - set.size();
    }
    ASSERT_EQ(correction.statements.size(), least) << seed;
    ASSERT_TRUE(correction.optimal) << seed;
    ASSERT_EQ(correction.lower_bound, static_cast<double>(least)) << seed;
  }
}

TEST(NetworkLiveTest, ASpentBudgetGivesACorrectionAllTheSame) {
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    Network network = Dense(seed, 20);
    NetworkOptions options;
    options.budget = 20;
    const Correction quick = network.Repair(CorrectionCost::kCount, options);
    const Correction best = network.Repair();
    EXPECT_TRUE(best.optimal);
    EXPECT_LE(best.cost, quick.cost);
    EXPECT_LE(quick.lower_bound, best.cost);
    EXPECT_EQ(quick.optimal, quick.cost <= quick.lower_bound);
    EXPECT_EQ(quick.cost, static_cast<double>(quick.statements.size()));
    for (const std::uint32_t s : quick.statements) network.Retract(s).value();
    EXPECT_EQ(network.Check().inconsistent, 0U) << seed;
  }
}

}  // namespace
}  // namespace gainsay

#include "consistency/groups.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <set>
#include <tuple>
#include <vector>

namespace gainsay::internal {
namespace {

struct Row {
  std::uint32_t subject, predicate;
  std::uint8_t axis;
  double lo, hi;
};

constexpr std::array<AxisRule, 4> kRules = {
    {{.relative = 0.01}, {}, {.absolute = 3}, {.compared = false}}};

std::vector<Row> RandomRows(std::uint32_t seed, std::size_t count,
                            std::uint32_t subjects, bool points) {
  std::mt19937 random(seed);
  std::vector<Row> rows;
  for (std::size_t i = 0; i < count; ++i) {
    const double lo = static_cast<double>(random() % 40) +
                      (random() % 4 == 0 ? 1000 : 0) - 20;
    rows.push_back({static_cast<std::uint32_t>(random() % subjects),
                    static_cast<std::uint32_t>(random() % 3),
                    static_cast<std::uint8_t>(random() % 4), lo,
                    points ? lo : lo + static_cast<double>(random() % 5)});
  }
  return rows;
}

// Columns of rows, in chunks of uneven size.
struct Columns {
  explicit Columns(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
      subject.push_back(row.subject), predicate.push_back(row.predicate);
      lo.push_back(row.lo), hi.push_back(row.hi), axis.push_back(row.axis);
    }
  }
  std::vector<GroupChunk> Chunks(bool points) const {
    std::vector<GroupChunk> chunks;
    for (std::size_t begin = 0, size = 1; begin < subject.size();
         begin += size, size = size * 2 + 1) {
      chunks.push_back({std::min(size, subject.size() - begin), &subject[begin],
                        &predicate[begin], &lo[begin],
                        points ? nullptr : &hi[begin], &axis[begin]});
    }
    return chunks;
  }
  std::vector<std::uint32_t> subject, predicate;
  std::vector<double> lo, hi;
  std::vector<std::uint8_t> axis;
};

bool Conflict(const Row& a, const Row& b) {
  const AxisRule& rule = kRules[a.axis];
  return rule.compared && (rule.Apart(a.hi, b.lo) || rule.Apart(b.hi, a.lo));
}

// Every group by comparing every pair.
void ExpectRight(const std::vector<Row>& rows, const ConflictGroups& found) {
  std::map<std::tuple<std::uint32_t, std::uint32_t, int>,
           std::vector<std::uint32_t>>
      groups;
  for (std::uint32_t i = 0; i < rows.size(); ++i)
    groups[{rows[i].subject, rows[i].predicate, rows[i].axis}].push_back(i);
  std::map<std::uint32_t, std::pair<std::vector<std::uint32_t>, std::uint64_t>>
      expected;  // by first row
  for (const auto& [key, members] : groups) {
    std::uint64_t pairs = 0;
    for (std::size_t i = 0; i < members.size(); ++i) {
      for (std::size_t k = 0; k < i; ++k)
        pairs += Conflict(rows[members[i]], rows[members[k]]) ? 1 : 0;
    }
    if (pairs != 0) expected[members[0]] = {members, pairs};
  }
  ASSERT_EQ(found.groups.size(), expected.size());
  std::size_t index = 0;
  for (const auto& [first, group] : expected) {
    const ConflictGroup& got = found.groups[index++];
    EXPECT_EQ(got.subject, rows[first].subject);
    EXPECT_EQ(got.predicate, rows[first].predicate);
    EXPECT_EQ(got.axis, rows[first].axis);
    EXPECT_EQ(got.pairs, group.second);
    ASSERT_EQ(std::vector(found.rows.begin() + got.begin,
                          found.rows.begin() + got.end),
              group.first);
    std::set<std::uint32_t> sides;
    for (std::uint32_t i = got.begin; i < got.end; ++i) {
      sides.insert(found.sides[i]);
      for (std::uint32_t k = got.begin; k < i; ++k) {
        const bool together = found.sides[i] == found.sides[k];
        EXPECT_FALSE(together &&
                     Conflict(rows[found.rows[i]], rows[found.rows[k]]));
      }
    }
    EXPECT_EQ(sides.size(), got.sides);
    EXPECT_EQ(*sides.rbegin() + 1, got.sides);
    EXPECT_EQ(found.sides[got.begin], 0U);
  }
}

TEST(FindConflictGroups, FindsWhatComparingAllPairsFinds) {
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    const bool points = seed % 2 == 0;
    const std::vector<Row> rows =
        RandomRows(seed, seed * 17, 1 + seed % 13 * 5, points);
    const Columns columns(rows);
    const std::vector<GroupChunk> chunks = columns.Chunks(points);
    ExpectRight(rows, FindConflictGroups(chunks, {.rules = kRules}));
    if (::testing::Test::HasFailure()) FAIL() << "seed " << seed;
  }
}

TEST(FindConflictGroups, GivesTheSameWhateverTheJobsAndTheScratchMemory) {
  for (const bool points : {true, false}) {
    const std::vector<Row> rows = RandomRows(7, 60000, 5000, points);
    const Columns columns(rows);
    const std::vector<GroupChunk> chunks = columns.Chunks(points);
    const ConflictGroups one = FindConflictGroups(chunks, {.rules = kRules});
    EXPECT_GT(one.groups.size(), 1000U);
    for (const std::uint32_t jobs : {1, 2, 5}) {
      for (const std::size_t scratch : {0, 100000}) {
        const ConflictGroups other = FindConflictGroups(
            chunks, {.rules = kRules, .jobs = jobs, .scratch_bytes = scratch});
        EXPECT_EQ(one.rows, other.rows);
        EXPECT_EQ(one.sides, other.sides);
        EXPECT_EQ(one.pairs, other.pairs);
        EXPECT_EQ(one.groups.size(), other.groups.size());
      }
    }
  }
}

TEST(FindConflictGroups, KeysBeyond32BitsStayApart) {
  std::vector<Row> rows;
  for (std::uint32_t i = 0; i < 3000; ++i) {
    rows.push_back({i * 1431655U, (i * 7919U) % (1U << 24), 1,
                    static_cast<double>(i), static_cast<double>(i)});
  }
  rows.push_back({rows[5].subject, rows[5].predicate, 1, -1, -1});
  const Columns columns(rows);
  const std::vector<GroupChunk> chunks = columns.Chunks(true);
  const ConflictGroups found = FindConflictGroups(chunks, {.rules = kRules});
  ASSERT_EQ(found.groups.size(), 1U);
  EXPECT_EQ(found.rows, (std::vector<std::uint32_t>{5, 3000}));
}

TEST(FindConflictGroups, AHubIsCountedWithoutItsPairs) {
  std::vector<Row> rows;
  for (std::uint32_t i = 0; i < 200000; ++i) {
    const double value = (i * 7919U) % 200000;
    rows.push_back({3, 1, 1, value, value});
  }
  const Columns columns(rows);
  const std::vector<GroupChunk> chunks = columns.Chunks(true);
  const ConflictGroups found = FindConflictGroups(chunks, {.rules = kRules});
  ASSERT_EQ(found.groups.size(), 1U);
  EXPECT_EQ(found.pairs, std::uint64_t{200000} * 199999 / 2);
  EXPECT_EQ(found.groups[0].sides, 200000U);
}

TEST(AxisRule, ToleratesTheLargerOfBothTolerances) {
  const AxisRule rule{.absolute = 2, .relative = 0.01};
  EXPECT_FALSE(rule.Apart(10, 12));
  EXPECT_TRUE(rule.Apart(10, 12.5));
  EXPECT_FALSE(rule.Apart(990, 1000));
  EXPECT_TRUE(rule.Apart(989, 1000));
  EXPECT_FALSE(rule.Apart(12.5, 10));
  EXPECT_TRUE(rule.Apart(-1000, -989));
}

}  // namespace
}  // namespace gainsay::internal

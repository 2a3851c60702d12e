// Random small networks against brute force. GAINSAY_RANDOM_NETWORKS says how
// many; the slow test of CMakeLists.txt asks for a million.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <ostream>
#include <set>
#include <utility>

#include "gainsay/network.h"
#include "network_oracle.h"

namespace gainsay {
namespace {

using oracle::Case;
using oracle::Oracle;
using oracle::Set;

std::uint64_t Networks() {
  const char* asked = std::getenv("GAINSAY_RANDOM_NETWORKS");
  return asked == nullptr ? 2000 : std::strtoull(asked, nullptr, 10);
}

std::set<std::pair<Severity, Set>> Found(const NetworkReport& report) {
  std::set<std::pair<Severity, Set>> result;
  for (const NetworkConflict& conflict : report.conflicts)
    result.emplace(conflict.severity, conflict.statements);
  return result;
}

void Print(const Case& c, std::ostream& out) {
  for (const Bound& b : c.bounds) {
    out << static_cast<std::int32_t>(b.statement) << ": " << b.from << " -> "
        << b.to << " [" << b.days.lo << ", " << b.days.hi << "] form "
        << b.form;
    if (c.forms[b.form].count) {
      const Count& n = *c.forms[b.form].count;
      out << " n " << n.n << " unit " << static_cast<int>(n.unit) << " mod "
          << static_cast<int>(n.modifier);
    }
    out << '\n';
  }
}

TEST(NetworkRandomTest, AgreesWithBruteForceInAllCuts) {
  std::uint64_t conflicts = 0, seen[3] = {};
  for (std::uint64_t seed = 1; seed <= Networks(); ++seed) {
    const Case c = oracle::RandomCase(seed, seed % 4 == 0);
    Oracle truth(c);
    // Givens that contradict each other are left out by the engine.
    if (std::ranges::any_of(internal::kAllCuts, [&](Cut cut) {
          return truth.Inconsistent({}, cut);
        }))
      continue;
    const NetworkReport report = oracle::NetworkOf(c).Conflicts();
    const auto expected = truth.Conflicts(4);
    auto found = Found(report);
    std::erase_if(
        found, [](const auto& conflict) { return conflict.second.size() > 4; });
    ASSERT_TRUE(report.complete());
    if (found != expected) {
      Print(c, std::cerr);
      for (const auto& [severity, set] : expected) {
        if (found.count({severity, set}) == 0)
          std::cerr << "missing " << static_cast<int>(severity) << ' '
                    << ::testing::PrintToString(set) << '\n';
      }
      for (const auto& [severity, set] : found) {
        if (expected.count({severity, set}) == 0)
          std::cerr << "wrong " << static_cast<int>(severity) << ' '
                    << ::testing::PrintToString(set) << '\n';
      }
      FAIL() << "seed " << seed;
    }
    for (const auto& conflict : expected)
      ++seen[static_cast<int>(conflict.first)];
    conflicts += expected.size();
    for (const NetworkConflict& conflict : report.conflicts) {
      for (const NetworkWalk& walk : conflict.walks)
        ASSERT_LT(walk.sum, 0) << seed;
    }
  }
  EXPECT_GT(seen[0], Networks() / 10);
  EXPECT_GT(seen[1], Networks() / 100);
  EXPECT_GT(seen[2], Networks() / 20);
  RecordProperty("conflicts", static_cast<int>(conflicts));
}

}  // namespace
}  // namespace gainsay

// The oracle confirms what the checks find, and nothing that was tampered with.
#include <gtest/gtest.h>

#include <random>

#include "claims_fixture.h"
#include "consistency/verify_claims.h"

namespace gainsay::internal {
namespace {

constexpr char kSchema[] = R"({
  "predicates": {
    "span": {"type": "quantity", "single": true, "tolerance": {"absolute": 2}},
    "height": {"type": "quantity", "range": [0, 100]},
    "opened": {"type": "date", "single": true},
    "motto": {"type": "text", "single": true},
    "colour": {"type": "text", "one_of": ["red", "blue"]},
    "number": {"type": "text"}, "street": {"type": "text"},
    "status": {"type": "text"}, "use": {"type": "text"}
  },
  "dependencies": [{"same": ["number"], "then": "street"}],
  "exclusions": [{"predicate": "status", "value": "gone", "with": "use"}]
})";

std::string Lines() {
  const auto text = [](const char* value) {
    return std::string(R"({"type":"text","value":")") + value + "\"}";
  };
  const auto number = [](double value) {
    return R"({"type":"quantity","value":)" + std::to_string(value) + "}";
  };
  return ClaimLine("a", "x", "span", number(10)) +
         ClaimLine("b", "x", "span", number(15)) +
         ClaimLine("c", "x", "span", number(11)) +
         ClaimLine("a", "x", "height", number(120)) +
         ClaimLine("a", "x", "opened", R"({"type":"date","value":"1931"})") +
         ClaimLine("b", "x", "opened",
                   R"({"type":"date","value":"1940-05-04"})") +
         ClaimLine("a", "x", "motto", text("onward")) +
         ClaimLine("b", "x", "motto", text("steady")) +
         ClaimLine("a", "x", "colour", text("green")) +
         ClaimLine("a", "p", "number", text("7")) +
         ClaimLine("a", "p", "street", text("Quay")) +
         ClaimLine("b", "q", "number", text("7")) +
         ClaimLine("b", "q", "street", text("Hill")) +
         ClaimLine("a", "x", "status", text("gone")) +
         ClaimLine("b", "x", "use", text("ferry")) +
         ClaimLine("a", "Ada Vell", "holds_office",
                   R"({"type":"office","office":"mayor","country":"N"})",
                   R"("start":"1990-01-05","end":"1994-01-05")") +
         ClaimLine("b", "Ada Vell", "holds_office",
                   R"({"type":"office","office":"mayor","country":"N"})",
                   R"("start":"1991-01-05","end":"1994-01-05")");
}

class ClaimOracleTest : public testing::Test {
 protected:
  ClaimsFixture run_{Lines(), kSchema};
  Relations relations_;
  CheckContext context_{run_.statements, *run_.input, relations_};
  ClaimOracle oracle_{context_};
};

TEST_F(ClaimOracleTest, ConfirmsWhatTheChecksFind) {
  std::map<FindingKind, int> kinds;
  for (const Conflict& conflict : run_.conflicts) {
    EXPECT_TRUE(oracle_.Contradicts(conflict));
    ++kinds[conflict.kind];
  }
  EXPECT_EQ(kinds[FindingKind::kValue], 3);
  EXPECT_EQ(kinds[FindingKind::kTenure], 1);
  EXPECT_EQ(kinds[FindingKind::kSchema], 4);
}

// A bound that its claim does not make, in a walk that still closes below zero.
TEST_F(ClaimOracleTest, RefusesBoundsThatNoClaimMakes) {
  for (Conflict conflict : run_.conflicts) {
    if (conflict.walks.empty()) continue;
    for (WalkStep& step : conflict.walks.front().steps) {
      if (!step.statement.valid() || !step.forward) continue;
      step.hi -= 1e6;
      conflict.walks.front().sum -= 1e6;
      EXPECT_FALSE(oracle_.Contradicts(conflict));
    }
  }
}

TEST_F(ClaimOracleTest, RefusesWalksThatDoNotAddUp) {
  for (Conflict conflict : run_.conflicts) {
    if (conflict.walks.empty()) continue;
    conflict.walks.front().sum -= 1;
    EXPECT_FALSE(oracle_.Contradicts(conflict));
  }
}

// Any other pair of statements in the place of the true one.
TEST_F(ClaimOracleTest, RefusesStatementsThatAgree) {
  std::mt19937 random(20010314);
  const auto n = static_cast<std::uint32_t>(run_.statements.statements.size());
  int refused = 0;
  for (int i = 0; i < 2000; ++i) {
    Conflict conflict;
    conflict.kind = FindingKind::kValue;
    const StatementIndex a(random() % n), b(random() % n);
    conflict.statements = {a, b};
    const Statement &x = run_.statements[a], &y = run_.statements[b];
    const bool text = run_.schema[x.predicate].single &&
                      context_.value(x).kind == ValueKind::kText &&
                      x.subject == y.subject && x.predicate == y.predicate &&
                      a != b;
    if (context_.value(x).kind != ValueKind::kText) continue;
    EXPECT_EQ(oracle_.Contradicts(conflict), text);
    refused += text ? 0 : 1;
    conflict.kind = FindingKind::kPolarity;
    EXPECT_FALSE(oracle_.Contradicts(conflict)) << "nothing is denied";
  }
  EXPECT_GT(refused, 500);
}

TEST_F(ClaimOracleTest, CountsWhatItWithholds) {
  std::vector<Conflict> conflicts = run_.conflicts;
  const std::size_t n = conflicts.size();
  conflicts.front().statements = {};
  EXPECT_EQ(Withhold(context_, conflicts), 1U);
  EXPECT_EQ(conflicts.size(), n - 1);
}

}  // namespace
}  // namespace gainsay::internal

// All minimal conflicts of one component under one cut.
#ifndef GAINSAY_LIB_CONSISTENCY_NETWORK_SEARCH_H_
#define GAINSAY_LIB_CONSISTENCY_NETWORK_SEARCH_H_

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

#include "consistency/network/graph.h"
#include "consistency/network/problem.h"

namespace gainsay::internal::stp {

// A hop: problem.bounds[bound] walked forward (with hi) or back (with -lo).
struct LocalHop {
  std::uint32_t bound = 0;
  bool forward = true;
};

// Severities as numbers, and one more for what is no conflict after all.
inline constexpr std::uint8_t kGrades = 3;

// Ranks ascending, and a negative cycle over them and the givens.
struct LocalConflict {
  std::vector<std::uint32_t> statements;
  std::vector<LocalHop> cycle;
  std::uint8_t grade = 0;
};

// Fewest statements first, then by ranks.
bool BySize(const LocalConflict& a, const LocalConflict& b);

// Says what a cycle of the strictest reading is in the cuts.
class Judge {
 public:
  virtual ~Judge() = default;
  virtual std::uint8_t Grade(const LocalConflict& conflict) = 0;
  virtual bool definite() const = 0;  // can anything be?
};

struct SearchLimits {
  std::uint32_t max_statements = 8;
  std::uint32_t per_statement = 64;
  std::uint64_t steps = std::uint64_t{1} << 26;
  std::stop_token stop;
};

struct SearchResult {
  std::vector<LocalConflict> conflicts;  // by size, then ranks
  std::vector<std::uint32_t>
      refused_givens;  // problem.bounds: contradict other givens
  std::vector<std::uint32_t> quarantined;  // statements, by rank
  std::uint64_t truncated = 0;             // of them, cut at per_statement
  bool over_budget = false, stopped = false;
};

// No negative cycle in the whole problem?
bool IsConsistent(const Problem& problem);

// Inserts givens and statements by rank and quarantines what is refused (the
// preferred subtheory of Brewka 1989); each conflict contains a quarantined
// statement.
struct Quarantine {
  std::vector<bool> allowed;              // problem.bounds that hold together
  std::vector<std::uint32_t> statements;  // refused, by rank
  std::vector<std::uint32_t> givens;      // refused, problem.bounds
  std::vector<Distance> latest;           // potential of each point
};
Quarantine FindQuarantine(const Problem& problem);
// The same for a stricter reading of a plain problem: what the hull accepts is
// tightened by rank. Statements: first those that only the reading refuses,
// then those that the hull refuses, so that what is definite is found as in the
// hull alone.
class StrictQuarantine {
 public:
  // The hull must outlive this.
  explicit StrictQuarantine(const Problem& hull);
  Quarantine Tighten(const Problem& strict) const;
  std::size_t refused() const { return hull_.statements.size(); }

 private:
  const Problem& problem_;
  Graph graph_;
  Quarantine hull_;
  std::vector<bool> refused_;  // by rank
};

// Lists the simple negative cycles through each quarantined statement, fewest
// statements first.
SearchResult FindConflicts(const Problem& problem, Quarantine quarantine,
                           const SearchLimits& limits, Judge* judge = nullptr);

// Givens that can take part in a cycle with some statements (problem.bounds).
std::vector<std::uint32_t> GivensAround(
    const Problem& problem, std::span<const std::uint32_t> statements);

// Is a set of statements inconsistent with the givens? Then, if wanted, by
// which cycle.
bool IsInconsistent(const Problem& problem,
                    std::span<const std::uint32_t> statements,
                    std::vector<LocalHop>* cycle = nullptr);

}  // namespace gainsay::internal::stp

#endif  // GAINSAY_LIB_CONSISTENCY_NETWORK_SEARCH_H_

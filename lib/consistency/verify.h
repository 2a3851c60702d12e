// The oracle: decides whether a set of statements is inconsistent under one
// cut.
//
// It shares no code with the finders of candidates. Temporal sets are decided
// by Bellman and Ford's algorithm over the bounds of the statements and the
// givens between their points (Dechter, Meiri and Pearl 1991).
#ifndef GAINSAY_LIB_CONSISTENCY_VERIFY_H_
#define GAINSAY_LIB_CONSISTENCY_VERIFY_H_

#include <optional>
#include <span>
#include <vector>

#include "consistency/conflict.h"
#include "graph/build.h"
#include "graph/graph.h"

namespace gainsay::internal {

// Immutable after construction; share freely. Views what it was made from.
class TemporalOracle {
 public:
  TemporalOracle(const StatementTable& statements, const PointGraph& graph);

  // True if the statements cannot all hold under the cut. Vague bounds take
  // part in Cut::kCore only. O(points * bounds) of the statements.
  bool Inconsistent(std::span<const StatementIndex> statements, Cut cut) const;

  // The severity that the set has, or nothing if it is consistent in every
  // sense: definite (hull), probable (all conventions), tension (core).
  std::optional<Severity> Grade(
      std::span<const StatementIndex> statements) const;

  // True if the set is inconsistent in the sense of `severity` and no statement
  // of it can be spared.
  bool IsMinimal(std::span<const StatementIndex> statements,
                 Severity severity) const;

 private:
  bool OnlyWeeks(std::span<const StatementIndex> statements) const;
  bool InconsistentAs(std::span<const StatementIndex> statements,
                      Severity severity) const;

  const PointGraph& graph_;
  std::vector<std::vector<std::uint32_t>> bounds_of_;  // by statement
  std::vector<std::vector<std::uint32_t>> givens_of_;  // by point
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CONSISTENCY_VERIFY_H_

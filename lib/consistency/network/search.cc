#include "consistency/network/search.h"

#include <algorithm>
#include <limits>

#include "consistency/network/graph.h"
#include "consistency/network/walker.h"

namespace gainsay::internal::stp {
namespace {

void Cut(SearchResult& result, std::vector<LocalConflict>& found,
         std::uint32_t keep) {
  std::sort(found.begin(), found.end(),
            [](const LocalConflict& a, const LocalConflict& b) {
              if (a.statements.size() != b.statements.size())
                return a.statements.size() < b.statements.size();
              return a.statements < b.statements;
            });
  const auto same = [](const LocalConflict& a, const LocalConflict& b) {
    return a.statements == b.statements;
  };
  found.erase(std::unique(found.begin(), found.end(), same), found.end());
  if (found.size() > keep) {
    found.resize(keep);
    ++result.truncated;
  }
  std::move(found.begin(), found.end(), std::back_inserter(result.conflicts));
  found.clear();
}

}  // namespace

bool IsConsistent(const Problem& problem) {
  Graph graph(problem.points);
  for (const LocalBound& bound : problem.bounds) {
    if (!graph.Insert(bound.from, bound.to, bound.lo, bound.hi)) return false;
  }
  return true;
}

Quarantine FindQuarantine(const Problem& problem) {
  Quarantine result;
  Graph graph(problem.points);
  result.allowed.assign(problem.bounds.size(), true);
  for (std::uint32_t i = 0; i < problem.givens; ++i) {
    const LocalBound& bound = problem.bounds[i];
    if (graph.Insert(bound.from, bound.to, bound.lo, bound.hi)) continue;
    result.allowed[i] = false;
    result.givens.push_back(i);
  }
  for (std::uint32_t s = 0; s < problem.statements; ++s) {
    bool refused = false;
    for (const LocalBound& bound : problem.of(s)) {
      refused |= !graph.Insert(bound.from, bound.to, bound.lo, bound.hi);
    }
    if (!refused) continue;
    // A statement of several bounds may leave some in `graph`: that only
    // quarantines more.
    result.statements.push_back(s);
    for (std::uint32_t i = problem.first[s]; i < problem.first[s + 1]; ++i)
      result.allowed[i] = false;
  }
  result.latest.resize(problem.points);
  for (std::uint32_t p = 0; p < problem.points; ++p)
    result.latest[p] = graph.latest(p);
  return result;
}

SearchResult FindConflicts(const Problem& problem, const SearchLimits& limits) {
  SearchResult result;
  Quarantine quarantine = FindQuarantine(problem);
  result.refused_givens = std::move(quarantine.givens);
  result.quarantined = std::move(quarantine.statements);
  if (result.quarantined.empty()) return result;
  Walker walker(problem, limits, std::move(quarantine.allowed),
                std::move(quarantine.latest));
  std::vector<LocalConflict> found;
  for (const std::uint32_t s : result.quarantined) {
    walker.Find(s, found);
    Cut(result, found, limits.per_statement);
    if (walker.over_budget() || walker.stopped()) break;
  }
  result.over_budget = walker.over_budget();
  result.stopped = walker.stopped();
  std::sort(result.conflicts.begin(), result.conflicts.end(),
            [](const LocalConflict& a, const LocalConflict& b) {
              if (a.statements.size() != b.statements.size())
                return a.statements.size() < b.statements.size();
              return a.statements < b.statements;
            });
  return result;
}

bool IsInconsistent(const Problem& problem,
                    std::span<const std::uint32_t> statements,
                    std::vector<LocalHop>* cycle) {
  std::vector<std::uint32_t> bounds;
  for (std::uint32_t i = 0; i < problem.givens; ++i) bounds.push_back(i);
  for (const std::uint32_t s : statements) {
    for (std::uint32_t i = problem.first[s]; i < problem.first[s + 1]; ++i)
      bounds.push_back(i);
  }
  // Local names for the points that occur.
  std::vector<std::uint32_t> points = {0};
  for (const std::uint32_t i : bounds) {
    points.push_back(problem.bounds[i].from);
    points.push_back(problem.bounds[i].to);
  }
  std::sort(points.begin(), points.end());
  points.erase(std::unique(points.begin(), points.end()), points.end());
  const auto local = [&](std::uint32_t p) {
    return static_cast<std::uint32_t>(
        std::lower_bound(points.begin(), points.end(), p) - points.begin());
  };
  Graph graph(static_cast<std::uint32_t>(points.size()));
  for (std::size_t k = 0; k < bounds.size(); ++k) {
    const LocalBound& bound = problem.bounds[bounds[k]];
    if (graph.Insert(local(bound.from), local(bound.to), bound.lo, bound.hi))
      continue;
    if (bound.statement == kNone)
      continue;  // givens that contradict givens are left out
    if (cycle == nullptr) return true;
    cycle->clear();
    for (const Edge& edge : graph.cycle()) {
      // The bound behind an edge: the first of those inserted that has its
      // weight.
      for (std::size_t i = 0; i <= k; ++i) {
        const LocalBound& b = problem.bounds[bounds[i]];
        const std::uint32_t from = points[edge.from], to = points[edge.to];
        const bool forward =
            b.from == from && b.to == to && b.has_hi() && b.hi == edge.weight;
        const bool back =
            b.from == to && b.to == from && b.has_lo() && -b.lo == edge.weight;
        if (!forward && !back) continue;
        cycle->push_back({bounds[i], forward});
        break;
      }
    }
    return true;
  }
  return false;
}

}  // namespace gainsay::internal::stp

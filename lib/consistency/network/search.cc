#include "consistency/network/search.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>

#include "consistency/network/graph.h"
#include "consistency/network/walker.h"

namespace gainsay::internal::stp {
namespace {

// Moves what was found through one statement to the result, `keep` of a grade.
void Cut(SearchResult& result, std::vector<LocalConflict>& found,
         std::uint32_t keep, bool full) {
  std::sort(found.begin(), found.end(), BySize);
  const auto same = [](const LocalConflict& a, const LocalConflict& b) {
    return a.statements == b.statements;
  };
  found.erase(std::unique(found.begin(), found.end(), same), found.end());
  std::array<std::uint32_t, kGrades> count = {};
  bool cut = full;
  for (LocalConflict& conflict : found) {
    if (++count[conflict.grade] <= keep)
      result.conflicts.push_back(std::move(conflict));
    else
      cut = true;
  }
  result.truncated += cut;
  found.clear();
}

}  // namespace

bool BySize(const LocalConflict& a, const LocalConflict& b) {
  if (a.statements.size() != b.statements.size())
    return a.statements.size() < b.statements.size();
  return a.statements < b.statements;
}

bool IsConsistent(const Problem& problem) {
  Graph graph(problem.points, Graph::Cycles::kNotAsked);
  for (const LocalBound& bound : problem.bounds) {
    if (!graph.Insert(bound.from, bound.to, bound.lo, bound.hi)) return false;
  }
  return true;
}

namespace {

Quarantine FindQuarantine(const Problem& problem, Graph& graph) {
  Quarantine result;
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
  return result;
}

std::vector<Distance> Potential(const Graph& graph) {
  std::vector<Distance> latest(graph.points());
  for (std::uint32_t p = 0; p < graph.points(); ++p)
    latest[p] = graph.latest(p);
  return latest;
}

}  // namespace

Quarantine FindQuarantine(const Problem& problem) {
  Graph graph(problem.points, Graph::Cycles::kNotAsked);
  Quarantine result = FindQuarantine(problem, graph);
  result.latest = Potential(graph);
  return result;
}

StrictQuarantine::StrictQuarantine(const Problem& hull)
    : problem_(hull),
      graph_(hull.points, Graph::Cycles::kNotAsked),
      hull_(FindQuarantine(hull, graph_)) {
  refused_.resize(hull.statements);
  for (const std::uint32_t s : hull_.statements) refused_[s] = true;
}

Quarantine StrictQuarantine::Tighten(const Problem& strict) const {
  Graph graph = graph_;
  Quarantine result;
  result.allowed.assign(strict.bounds.size(), true);
  for (std::uint32_t s = 0; s < strict.statements; ++s) {
    if (strict.first[s] == strict.first[s + 1]) continue;
    const LocalBound& bound = strict.bounds[strict.first[s]];
    if (!refused_[s]) {
      const auto hull = problem_.of(s);
      if (!hull.empty() && hull[0].lo == bound.lo && hull[0].hi == bound.hi)
        continue;  // in the graph already
      if (graph.Insert(bound.from, bound.to, bound.lo, bound.hi)) continue;
      result.statements.push_back(s);
    }
    result.allowed[strict.first[s]] = false;
  }
  result.statements.insert(result.statements.end(), hull_.statements.begin(),
                           hull_.statements.end());
  result.latest = Potential(graph);
  return result;
}

SearchResult FindConflicts(const Problem& problem, Quarantine quarantine,
                           const SearchLimits& limits, Judge* judge) {
  SearchResult result;
  result.refused_givens = std::move(quarantine.givens);
  result.quarantined = std::move(quarantine.statements);
  if (result.quarantined.empty()) return result;
  Walker walker(problem, limits, std::move(quarantine.allowed),
                std::move(quarantine.latest), judge);
  std::vector<LocalConflict> found;
  for (const std::uint32_t s : result.quarantined) {
    walker.Find(s, found);
    Cut(result, found, limits.per_statement, walker.full());
    if (walker.over_budget() || walker.stopped()) break;
  }
  result.over_budget = walker.over_budget();
  result.stopped = walker.stopped();
  std::sort(result.conflicts.begin(), result.conflicts.end(), BySize);
  return result;
}

// Givens that can take part in a cycle with statements: those that hang
// together with their points, the origin left out. Ascending.
std::vector<std::uint32_t> GivensAround(
    const Problem& problem, std::span<const std::uint32_t> statements) {
  std::vector<std::uint32_t> givens;
  if (problem.givens == 0) return givens;
  std::set<std::uint32_t> seen = {0};
  std::vector<std::uint32_t> queue;
  const auto visit = [&](std::uint32_t p) {
    if (seen.insert(p).second) queue.push_back(p);
  };
  for (const std::uint32_t s : statements) {
    for (const LocalBound& b : problem.of(s)) visit(b.from), visit(b.to);
  }
  while (!queue.empty()) {
    const std::uint32_t p = queue.back();
    queue.pop_back();
    for (const std::uint32_t i : problem.givens_at(p)) {
      givens.push_back(i);
      visit(problem.bounds[i].from), visit(problem.bounds[i].to);
    }
  }
  std::sort(givens.begin(), givens.end());
  givens.erase(std::unique(givens.begin(), givens.end()), givens.end());
  return givens;
}

bool IsInconsistent(const Problem& problem,
                    std::span<const std::uint32_t> statements,
                    std::vector<LocalHop>* cycle) {
  std::vector<std::uint32_t> bounds = GivensAround(problem, statements);
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
  Graph graph(
      static_cast<std::uint32_t>(points.size()),
      cycle == nullptr ? Graph::Cycles::kNotAsked : Graph::Cycles::kKept);
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

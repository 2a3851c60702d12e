#include "consistency/network/window.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "consistency/network/graph.h"
#include "consistency/network/search.h"

namespace gainsay::internal::stp {
namespace {

constexpr Distance kFar = kFree;

// A shortest path over the allowed bounds, by Bellman-Ford; none if there is
// none.
std::optional<std::vector<LocalHop>> ShortestPath(
    const Problem& problem, const std::vector<bool>& allowed,
    std::uint32_t from, std::uint32_t to) {
  struct Label {
    Distance distance = kFar;
    LocalHop by;
    std::uint32_t previous = kNone;
  };
  std::vector<Label> labels(problem.points);
  labels[from].distance = 0;
  bool changed = true;
  const auto relax = [&](std::uint32_t u, std::uint32_t v, Day weight,
                         LocalHop hop) {
    if (labels[u].distance == kFar ||
        labels[u].distance + weight >= labels[v].distance)
      return;
    labels[v] = {labels[u].distance + weight, hop, u};
    changed = true;
  };
  while (changed) {
    changed = false;
    for (std::uint32_t i = 0; i < problem.bounds.size(); ++i) {
      if (!allowed[i]) continue;
      const LocalBound& b = problem.bounds[i];
      if (b.has_hi()) relax(b.from, b.to, b.hi, {i, true});
      if (b.has_lo()) relax(b.to, b.from, -b.lo, {i, false});
    }
  }
  if (labels[to].distance == kFar) return std::nullopt;
  std::vector<LocalHop> path;
  for (std::uint32_t p = to; p != from; p = labels[p].previous)
    path.push_back(labels[p].by);
  std::reverse(path.begin(), path.end());
  return path;
}

std::vector<NetworkHop> HopsOf(const Problem& problem,
                               const std::vector<LocalHop>& path,
                               std::int64_t& sum) {
  std::vector<NetworkHop> hops;
  sum = 0;
  for (const LocalHop hop : path) {
    const LocalBound& b = problem.bounds[hop.bound];
    hops.push_back({b.bound,
                    problem.point[b.from],
                    problem.point[b.to],
                    Axis::kDay,
                    Axis::kDay,
                    {b.lo, b.hi},
                    hop.forward});
    sum += hops.back().cost();
  }
  return hops;
}

}  // namespace

NetworkWindow FindWindow(const Store& store,
                         std::span<const std::uint32_t> bounds,
                         std::uint32_t from, std::uint32_t to) {
  NetworkWindow window;
  if (from == to) window.days = {0, 0};
  if (from == to || bounds.empty()) return window;
  Scratch scratch;
  const Problem problem =
      MakeProblem(store, MakeComponent(store, bounds, scratch), Cut::kHull);
  const auto local = [&](std::uint32_t p) -> std::uint32_t {
    const auto it =
        std::lower_bound(problem.point.begin(), problem.point.end(), p);
    return it == problem.point.end() || *it != p
               ? kNone
               : static_cast<std::uint32_t>(it - problem.point.begin());
  };
  const std::uint32_t a = local(from), b = local(to);
  if (a == kNone || b == kNone) return window;
  const Quarantine quarantine = FindQuarantine(problem);
  window.without_quarantined =
      !quarantine.statements.empty() || !quarantine.givens.empty();
  std::int64_t sum = 0;
  if (const auto path = ShortestPath(problem, quarantine.allowed, a, b)) {
    window.hi_reason = HopsOf(problem, *path, sum);
    window.days.hi =
        static_cast<Day>(std::min<std::int64_t>(sum, kPlusInfinity));
  }
  if (const auto path = ShortestPath(problem, quarantine.allowed, b, a)) {
    window.lo_reason = HopsOf(problem, *path, sum);
    window.days.lo =
        static_cast<Day>(std::max<std::int64_t>(-sum, kMinusInfinity));
  }
  return window;
}

}  // namespace gainsay::internal::stp

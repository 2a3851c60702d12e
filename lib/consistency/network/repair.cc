#include "consistency/network/repair.h"

#include <algorithm>
#include <map>
#include <vector>

#include "consistency/network/components.h"
#include "consistency/network/grade.h"
#include "consistency/network/graph.h"
#include "consistency/network/search.h"

namespace gainsay::internal::stp {
namespace {

using Sets = std::vector<std::vector<std::uint32_t>>;

// Cheapest sets that meet every given one.
class HittingSet {
 public:
  HittingSet(const Sets& sets, const std::vector<double>& costs,
             std::uint64_t steps)
      : sets_(sets), costs_(costs), steps_(steps) {
    chosen_.resize(costs.size());
    barred_.resize(costs.size());
  }

  std::vector<std::uint32_t> Solve() {
    Greedy();
    lower_bound_ = Disjoint(0);
    Branch(0);
    if (steps_ > 0) lower_bound_ = best_cost_;
    std::sort(best_.begin(), best_.end());
    return best_;
  }
  double lower_bound() const { return lower_bound_; }

 private:
  bool IsMet(const std::vector<std::uint32_t>& set) const {
    return std::any_of(set.begin(), set.end(),
                       [this](std::uint32_t s) { return chosen_[s]; });
  }

  // Takes what meets most for its cost until nothing is left.
  void Greedy() {
    for (;;) {
      std::map<std::uint32_t, double> gain;
      for (const auto& set : sets_) {
        if (IsMet(set)) continue;
        for (const std::uint32_t s : set) gain[s] += 1 / costs_[s];
      }
      if (gain.empty()) break;
      const auto top = std::max_element(
          gain.begin(), gain.end(),
          [](const auto& a, const auto& b) { return a.second < b.second; });
      chosen_[top->first] = true;
      best_.push_back(top->first);
      best_cost_ += costs_[top->first];
    }
    std::fill(chosen_.begin(), chosen_.end(), false);
  }

  // Unmet sets that share no statement each cost their cheapest one.
  double Disjoint(double cost) {
    std::vector<std::uint32_t> used;
    for (const auto& set : sets_) {
      if (IsMet(set) ||
          std::any_of(set.begin(), set.end(), [&](std::uint32_t s) {
            return in_use_.size() > s && in_use_[s];
          }))
        continue;
      double least = kNever;
      in_use_.resize(costs_.size());
      for (const std::uint32_t s : set) {
        if (!barred_[s]) least = std::min(least, costs_[s]);
        in_use_[s] = true;
        used.push_back(s);
      }
      cost += least;
    }
    for (const std::uint32_t s : used) in_use_[s] = false;
    return cost;
  }

  void Branch(double cost) {
    if (steps_ == 0 || --steps_ == 0) return;
    if (Disjoint(cost) >= best_cost_ - 1e-9) return;
    const std::vector<std::uint32_t>* smallest = nullptr;
    std::size_t size = 0;
    for (const auto& set : sets_) {
      if (IsMet(set)) continue;
      const auto open = static_cast<std::size_t>(
          std::count_if(set.begin(), set.end(),
                        [this](std::uint32_t s) { return !barred_[s]; }));
      if (smallest == nullptr || open < size) smallest = &set, size = open;
    }
    if (smallest == nullptr) {
      best_ = taken_;
      best_cost_ = cost;
      return;
    }
    std::vector<std::uint32_t> barred;
    for (const std::uint32_t s : *smallest) {
      if (barred_[s]) continue;
      chosen_[s] = true;
      taken_.push_back(s);
      Branch(cost + costs_[s]);
      taken_.pop_back();
      chosen_[s] = false;
      barred_[s] = true;  // from here on without it
      barred.push_back(s);
    }
    for (const std::uint32_t s : barred) barred_[s] = false;
  }

  static constexpr double kNever = 1e300;
  const Sets& sets_;
  const std::vector<double>& costs_;
  std::uint64_t steps_;
  std::vector<bool> chosen_, barred_, in_use_;
  std::vector<std::uint32_t> taken_, best_;
  double best_cost_ = 0, lower_bound_ = 0;
};

// The statements of a negative cycle; the lowest-ranked bound of equal weight
// stands for an edge.
std::vector<std::uint32_t> StatementsOf(
    const Problem& problem, const std::vector<Edge>& cycle,
    const std::map<std::pair<std::uint32_t, std::uint32_t>,
                   std::vector<std::uint32_t>>& by_pair,
    const std::vector<bool>& removed) {
  std::vector<std::uint32_t> set;
  for (const Edge& edge : cycle) {
    for (const std::uint32_t i : by_pair.at(std::minmax(edge.from, edge.to))) {
      const LocalBound& b = problem.bounds[i];
      if (b.statement != kNone && removed[b.statement]) continue;
      const bool forward =
          b.from == edge.from && b.has_hi() && b.hi == edge.weight;
      const bool back = b.to == edge.from && b.has_lo() && -b.lo == edge.weight;
      if (!forward && !back) continue;
      if (b.statement != kNone) set.push_back(b.statement);
      break;
    }
  }
  std::sort(set.begin(), set.end());
  set.erase(std::unique(set.begin(), set.end()), set.end());
  return set;
}

}  // namespace

Correction FindCorrection(const Store& store,
                          std::span<const std::uint32_t> bounds,
                          CorrectionCost cost, const NetworkOptions& options) {
  Scratch scratch;
  const Component component = MakeComponent(store, bounds, scratch);
  const Problem problem = MakeProblem(store, component, Cut::kHull);
  std::vector<double> costs(problem.statements, 1);
  for (std::uint32_t s = 0;
       s < problem.statements && cost == CorrectionCost::kWeight; ++s) {
    costs[s] = std::max(component.weights[s], 1e-6);
  }
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::uint32_t>>
      by_pair;
  for (std::uint32_t i = 0; i < problem.bounds.size(); ++i) {
    by_pair[std::minmax(problem.bounds[i].from, problem.bounds[i].to)]
        .push_back(i);
  }
  const std::uint64_t steps =
      options.budget == 0 ? std::uint64_t{1} << 16 : options.budget;
  Correction result;
  result.optimal = true;
  Sets sets = UnitConflicts(store, bounds, Cut::kHull, scratch);
  std::vector<std::uint32_t> chosen;
  const auto choose = [&] {
    HittingSet hitting(sets, costs, steps);
    chosen = hitting.Solve();
    result.lower_bound = hitting.lower_bound();
  };
  if (!sets.empty()) choose();
  for (;;) {
    std::vector<bool> removed(problem.statements);
    for (const std::uint32_t s : chosen) removed[s] = true;
    Graph graph(problem.points);
    const std::size_t before = sets.size();
    std::vector<std::uint32_t> refused;
    for (const LocalBound& b : problem.bounds) {
      if (b.statement != kNone && removed[b.statement]) continue;
      if (graph.Insert(b.from, b.to, b.lo, b.hi) || b.statement == kNone)
        continue;
      sets.push_back(StatementsOf(problem, graph.cycle(), by_pair, removed));
      refused.push_back(b.statement);
    }
    if (sets.size() == before) break;
    if (options.stop.stop_requested()) {  // what is left out besides makes it a
                                          // correction
      chosen.insert(chosen.end(), refused.begin(), refused.end());
      result.optimal = false;
      break;
    }
    choose();
  }
  std::sort(chosen.begin(), chosen.end());
  chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
  for (const std::uint32_t s : chosen) {
    result.cost += costs[s];
    result.statements.push_back(component.statements[s]);
  }
  result.optimal = result.optimal && result.cost <= result.lower_bound + 1e-9;
  return result;
}

Correction RepairAll(const Store& store, CorrectionCost cost,
                     const NetworkOptions& options) {
  const Components components = FindComponents(store);
  Latest latest(store.points());
  Quick quick(store, latest);
  Scratch scratch;
  Correction result;
  result.optimal = true;
  for (std::size_t c = 0; c < components.size(); ++c) {
    if (components[c].empty() ||
        quick.Check(components[c]) == Answer::kConsistent ||
        IsComponentConsistent(store, components[c], scratch))
      continue;
    const Correction part = FindCorrection(store, components[c], cost, options);
    result.statements.insert(result.statements.end(), part.statements.begin(),
                             part.statements.end());
    result.cost += part.cost;
    result.lower_bound += part.lower_bound;
    result.optimal &= part.optimal;
  }
  std::sort(result.statements.begin(), result.statements.end());
  return result;
}

}  // namespace gainsay::internal::stp

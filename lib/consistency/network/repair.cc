#include "consistency/network/repair.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <stop_token>
#include <utility>
#include <vector>

#include "base/workers.h"
#include "consistency/network/components.h"
#include "consistency/network/grade.h"
#include "consistency/network/graph.h"
#include "consistency/network/queue.h"
#include "consistency/network/search.h"

namespace gainsay::internal::stp {
namespace {

using Sets = std::vector<std::vector<std::uint32_t>>;
// Bounds of each pair of points.
using ByPair = std::map<std::pair<std::uint32_t, std::uint32_t>,
                        std::vector<std::uint32_t>>;

// Cheapest sets that meet every given one.
class HittingSet {
 public:
  // `left`: visits of sets that may still be spent; ends at nought.
  HittingSet(const Sets& sets, const std::vector<double>& costs,
             const std::stop_token& stop, std::uint64_t& left)
      : sets_(sets), costs_(costs), stop_(stop), left_(left) {
    chosen_.resize(costs.size());
    barred_.resize(costs.size());
  }

  std::vector<std::uint32_t> Solve() {
    Greedy();
    lower_bound_ = Disjoint(0);
    Branch(0);
    if (left_ > 0) lower_bound_ = best_cost_;
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
    left_ -= std::min<std::uint64_t>(left_, sets_.size() + 1);
    if (stop_.stop_requested()) left_ = 0;
    if (left_ == 0) return;
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
  const std::stop_token& stop_;
  std::uint64_t& left_;
  std::vector<bool> chosen_, barred_, in_use_;
  std::vector<std::uint32_t> taken_, best_;
  double best_cost_ = 0, lower_bound_ = 0;
};

// The statements of a negative cycle; the lowest-ranked bound of equal weight
// stands for an edge.
std::vector<std::uint32_t> StatementsOf(const Problem& problem,
                                        const std::vector<Edge>& cycle,
                                        const ByPair& by_pair,
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

// The search for one component's correction.
class Corrector {
 public:
  Corrector(const Store& store, std::span<const std::uint32_t> bounds,
            CorrectionCost cost, const NetworkOptions& options)
      : options_(options),
        component_(MakeComponent(store, bounds, scratch_)),
        problem_(MakeProblem(store, component_, Cut::kHull)),
        costs_(problem_.statements, 1),
        sets_(UnitConflicts(store, bounds, Cut::kHull, scratch_)),
        unit_sets_(sets_.size()) {
    if (cost == CorrectionCost::kWeight) {
      for (std::uint32_t s = 0; s < problem_.statements; ++s)
        costs_[s] = std::max(component_.weights[s], 1e-6);
    }
    for (std::uint32_t i = 0; i < problem_.bounds.size(); ++i) {
      by_pair_[std::minmax(problem_.bounds[i].from, problem_.bounds[i].to)]
          .push_back(i);
    }
  }

  Correction Find() {
    std::uint64_t left =
        options_.budget == 0 ? std::uint64_t{1} << 24 : options_.budget;
    Correction result;
    std::vector<std::uint32_t> chosen;
    for (;;) {
      if (!sets_.empty()) {
        HittingSet hitting(sets_, costs_, options_.stop, left);
        chosen = hitting.Solve();
        result.lower_bound =
            std::max(result.lower_bound, hitting.lower_bound());
      }
      std::vector<bool> removed(problem_.statements);
      for (const std::uint32_t s : chosen) removed[s] = true;
      Graph graph(problem_.points);
      if (!Refuse(graph, removed)) break;
      left -= std::min<std::uint64_t>(left, problem_.bounds.size());
      if (left == 0 || options_.stop.stop_requested()) {
        chosen = PutBack(graph, removed);
        break;
      }
    }
    for (const std::uint32_t s : chosen) {
      result.cost += costs_[s];
      result.statements.push_back(component_.statements[s]);
    }
    result.optimal = result.cost <= result.lower_bound + 1e-9;
    return result;
  }

 private:
  // Adds what is not removed; what is refused is removed too, and its cycle is
  // one more set. Was anything?
  bool Refuse(Graph& graph, std::vector<bool>& removed) {
    const std::vector<bool> before = removed;
    bool any = false;
    for (const LocalBound& b : problem_.bounds) {
      if (b.statement != kNone && before[b.statement]) continue;
      if (graph.Insert(b.from, b.to, b.lo, b.hi) || b.statement == kNone)
        continue;
      sets_.push_back(StatementsOf(problem_, graph.cycle(), by_pair_, before));
      removed[b.statement] = any = true;
    }
    return any;
  }

  // All that is removed makes a correction; without what fits in after all it
  // is a smaller one. The dearest are tried first.
  std::vector<std::uint32_t> PutBack(Graph& graph, std::vector<bool>& removed) {
    std::vector<bool> in_unit_set(problem_.statements);
    for (std::size_t k = 0; k < unit_sets_; ++k) {
      for (const std::uint32_t s : sets_[k]) in_unit_set[s] = true;
    }
    std::vector<std::uint32_t> chosen;
    for (std::uint32_t s = 0; s < problem_.statements; ++s) {
      if (removed[s]) chosen.push_back(s);
    }
    std::stable_sort(chosen.begin(), chosen.end(),
                     [&](std::uint32_t a, std::uint32_t b) {
                       return costs_[a] > costs_[b];
                     });
    std::erase_if(chosen, [&](std::uint32_t s) {
      if (in_unit_set[s] || problem_.of(s).size() != 1) return false;
      const LocalBound& b = problem_.of(s)[0];
      return graph.Insert(b.from, b.to, b.lo, b.hi);
    });
    std::sort(chosen.begin(), chosen.end());
    return chosen;
  }

  const NetworkOptions& options_;
  Scratch scratch_;
  Component component_;
  Problem problem_;
  std::vector<double> costs_;
  Sets sets_;
  std::size_t unit_sets_;  // the first of sets_
  ByPair by_pair_;
};

}  // namespace

Correction FindCorrection(const Store& store,
                          std::span<const std::uint32_t> bounds,
                          CorrectionCost cost, const NetworkOptions& options) {
  return Corrector(store, bounds, cost, options).Find();
}

Correction RepairAll(const Store& store, CorrectionCost cost,
                     const NetworkOptions& options) {
  const std::uint32_t threads = ThreadsOf(options);
  const Components components = FindComponents(store, threads);
  Latest latest(store.points());
  ComponentQueue queue(components);
  // By a bound of the component, so that costs are summed in one order.
  using Part = std::pair<std::uint32_t, Correction>;
  std::vector<std::vector<Part>> found(threads);
  RunWorkers(threads, [&](std::uint32_t t) {
    Quick quick(store, latest);
    Scratch scratch;
    std::vector<Part> parts;
    while (queue.Next([&](std::span<const std::uint32_t> bounds) {
      if (quick.Check(bounds) == Answer::kConsistent ||
          IsComponentConsistent(store, bounds, scratch))
        return;
      parts.emplace_back(bounds.front(),
                         FindCorrection(store, bounds, cost, options));
    })) {
    }
    found[t] = std::move(parts);
  });
  std::vector<Part> parts;
  for (std::vector<Part>& more : found)
    std::move(more.begin(), more.end(), std::back_inserter(parts));
  std::sort(parts.begin(), parts.end(),
            [](const Part& a, const Part& b) { return a.first < b.first; });
  Correction result;
  result.optimal = true;
  for (const auto& [bound, part] : parts) {
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

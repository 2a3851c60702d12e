#include "consistency/network/grade.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "calendar/cuts.h"

namespace gainsay::internal::stp {
namespace {

using Ranks = std::vector<std::uint32_t>;

// Two counts of one unit on one ordered pair that exclude each other in that
// unit.
struct UnitPair {
  std::uint32_t
      a = 0,
      b = 0;  // positions in Component::bounds; a's hi is below b's lo
  DayInterval a_days, b_days;
};

class Grader {
 public:
  Grader(const Store& store, std::span<const std::uint32_t> bounds,
         const NetworkOptions& options, Scratch& scratch)
      : store_(store),
        options_(options),
        component_(MakeComponent(store, bounds, scratch)) {
    limits_.max_statements =
        std::clamp<std::uint32_t>(options.max_statements, 1, 16);
    limits_.per_statement = options.per_statement;
    if (options.budget != 0) limits_.steps = options.budget;
    limits_.stop = options.stop;
    if (component_.counts) FindUnitPairs();
  }

  ComponentReport Run(const Need& need) {
    if (need.hull) GradeHull();
    if (options_.grades && need.conventions && !report_.stopped)
      GradeConventions();
    if (options_.grades && need.core && !report_.stopped) GradeCore();
    return std::move(report_);
  }

  bool IsConsistent() {
    return UnitPairs(Cut::kHull).empty() && stp::IsConsistent(In(Cut::kHull));
  }

  // Pairs that exclude each other in their unit, by ranks.
  std::vector<Ranks> UnitConflicts(Cut cut) {
    std::vector<Ranks> sets;
    for (const auto& [set, pair] : UnitPairs(cut)) sets.push_back(set);
    return sets;
  }

 private:
  const Problem& In(Cut cut) {
    auto& problem = problems_[static_cast<std::size_t>(cut)];
    if (!problem) problem = MakeProblem(store_, component_, cut);
    return *problem;
  }

  // Counted bounds by (pair, unit), from lower to higher point.
  void FindUnitPairs() {
    std::map<std::pair<std::pair<std::uint32_t, std::uint32_t>, TimeUnit>,
             std::vector<std::uint32_t>>
        groups;
    for (std::uint32_t i = 0; i < component_.members.size(); ++i) {
      const BoundForm& form =
          store_.form(store_.form_of(component_.members[i].bound));
      if (!form.count || component_.members[i].rank == kNone) continue;
      const Row& row = store_.row(component_.members[i].bound);
      if (row.from == 0 || row.to == 0) continue;
      const TimeUnit unit = form.count->unit;
      if (unit == TimeUnit::kYear || unit == TimeUnit::kMonth)
        groups[{{row.from, row.to}, unit}].push_back(i);
    }
    for (auto& [key, group] : groups) {
      if (group.size() > 1) groups_.push_back(std::move(group));
    }
  }

  std::optional<DayInterval> UnitOf(std::uint32_t position, Cut cut,
                                    bool both_bare) const {
    const BoundForm& form =
        store_.form(store_.form_of(component_.members[position].bound));
    if (form.vague && cut != Cut::kCore) return std::nullopt;
    return UnitDays(*form.count,
                    cut == Cut::kCalendar && !both_bare ? Cut::kHull : cut);
  }

  std::optional<UnitPair> ClashInUnit(std::uint32_t a, std::uint32_t b,
                                      Cut cut) const {
    const auto bare = [&](std::uint32_t i) {
      return IsBareCount(
          *store_.form(store_.form_of(component_.members[i].bound)).count);
    };
    const bool both = bare(a) && bare(b);
    const auto x = UnitOf(a, cut, both), y = UnitOf(b, cut, both);
    if (!x || !y || component_.members[a].rank == component_.members[b].rank)
      return std::nullopt;
    if (x->hi < y->lo) return UnitPair{a, b, *x, *y};
    if (y->hi < x->lo) return UnitPair{b, a, *y, *x};
    return std::nullopt;
  }

  // All pairs under a cut, by ranks.
  std::map<Ranks, UnitPair> UnitPairs(Cut cut) {
    std::map<Ranks, UnitPair> pairs;
    std::size_t left = std::size_t{limits_.per_statement} * 1024;
    for (const std::vector<std::uint32_t>& group : groups_) {
      for (std::size_t i = 0; i < group.size() && left > 0; ++i) {
        for (std::size_t k = i + 1; k < group.size() && left > 0; ++k, --left) {
          const auto pair = ClashInUnit(group[i], group[k], cut);
          if (pair) pairs.try_emplace(Set(*pair), *pair);
        }
      }
    }
    report_.over_budget |= left == 0;
    return pairs;
  }
  Ranks Set(const UnitPair& pair) const {
    Ranks set = {component_.members[pair.a].rank,
                 component_.members[pair.b].rank};
    std::sort(set.begin(), set.end());
    return set;
  }

  // Minimal conflicts under a cut, with a walk each.
  std::map<Ranks, NetworkWalk> Find(Cut cut) {
    SearchResult found = FindConflicts(In(cut), limits_);
    report_.truncated += found.truncated;
    report_.over_budget |= found.over_budget;
    report_.stopped |= found.stopped;
    if (cut == Cut::kHull) {
      for (const std::uint32_t i : found.refused_givens)
        report_.refused_givens.push_back(In(cut).bounds[i].bound);
    }
    std::map<Ranks, NetworkWalk> result;
    for (LocalConflict& conflict : found.conflicts) {
      result.try_emplace(std::move(conflict.statements),
                         WalkOf(In(cut), conflict.cycle));
    }
    if (!groups_.empty()) AddUnitPairs(cut, result);
    return result;
  }

  void AddUnitPairs(Cut cut, std::map<Ranks, NetworkWalk>& conflicts) {
    const std::map<Ranks, UnitPair> pairs = UnitPairs(cut);
    for (const auto& [set, pair] : pairs) {
      if (conflicts.count(Ranks{set[0]}) != 0 ||
          conflicts.count(Ranks{set[1]}) != 0)
        continue;
      conflicts.try_emplace(set, WalkOf(pair, cut));
    }
    // A pair may be inside a longer conflict of days; only where statements
    // make several bounds.
    if (In(cut).plain) return;
    for (auto it = conflicts.begin(); it != conflicts.end();) {
      const bool covers =
          it->first.size() > 2 &&
          std::any_of(pairs.begin(), pairs.end(), [&](const auto& pair) {
            return std::includes(it->first.begin(), it->first.end(),
                                 pair.first.begin(), pair.first.end());
          });
      it = covers ? conflicts.erase(it) : std::next(it);
    }
  }

  // A walk that shows a set inconsistent under a cut, if it is.
  std::optional<NetworkWalk> Refute(const Ranks& set, Cut cut) {
    for (const std::vector<std::uint32_t>& group : groups_) {
      for (std::size_t i = 0; i < group.size(); ++i) {
        if (!std::binary_search(set.begin(), set.end(),
                                component_.members[group[i]].rank))
          continue;
        for (std::size_t k = i + 1; k < group.size(); ++k) {
          if (!std::binary_search(set.begin(), set.end(),
                                  component_.members[group[k]].rank))
            continue;
          if (const auto pair = ClashInUnit(group[i], group[k], cut))
            return WalkOf(*pair, cut);
        }
      }
    }
    std::vector<LocalHop> cycle;
    if (!IsInconsistent(In(cut), set, &cycle)) return std::nullopt;
    return WalkOf(In(cut), cycle);
  }

  NetworkWalk WalkOf(const Problem& problem,
                     const std::vector<LocalHop>& cycle) const {
    NetworkWalk walk;
    walk.cut = problem.cut;
    for (const LocalHop hop : cycle) {
      const LocalBound& b = problem.bounds[hop.bound];
      walk.hops.push_back({b.bound,
                           problem.point[b.from],
                           problem.point[b.to],
                           problem.axis[b.from],
                           problem.axis[b.to],
                           {b.lo, b.hi},
                           hop.forward});
      walk.sum += walk.hops.back().cost();
    }
    return walk;
  }
  NetworkWalk WalkOf(const UnitPair& pair, Cut cut) const {
    NetworkWalk walk;
    walk.cut = cut;
    walk.in_unit = true;
    const std::uint32_t a = component_.members[pair.a].bound,
                        b = component_.members[pair.b].bound;
    const Row& row = store_.row(a);
    walk.hops = {
        {a, row.from, row.to, Axis::kDay, Axis::kDay, pair.a_days, true},
        {b, row.from, row.to, Axis::kDay, Axis::kDay, pair.b_days, false}};
    walk.sum = walk.hops[0].cost() + walk.hops[1].cost();
    return walk;
  }

  void Emit(Severity severity, const Ranks& set,
            std::vector<NetworkWalk> walks) {
    GradedConflict graded;
    graded.conflict.severity = severity;
    for (const std::uint32_t rank : set) {
      graded.conflict.statements.push_back(component_.statements[rank]);
      graded.hashes.push_back(component_.hashes[rank]);
    }
    std::sort(graded.conflict.statements.begin(),
              graded.conflict.statements.end());
    std::sort(graded.hashes.begin(), graded.hashes.end());
    if (options_.walks) graded.conflict.walks = std::move(walks);
    report_.conflicts.push_back(std::move(graded));
    graded_.insert(set);
  }

  void GradeHull() {
    std::map<Ranks, NetworkWalk> found = Find(Cut::kHull);
    report_.inconsistent = !found.empty() || !report_.refused_givens.empty();
    for (auto& [set, walk] : found)
      Emit(Severity::kDefinite, set, {std::move(walk)});
  }

  // Has a set a bare count of years or months, so that the calendar cut can
  // tell?
  bool NeedsCalendar(const Ranks& set) {
    const Problem& hull = In(Cut::kHull);
    for (const std::uint32_t rank : set) {
      for (const LocalBound& b : hull.of(rank)) {
        const BoundForm& form = store_.form(store_.form_of(b.bound));
        if (form.count && IsBareCount(*form.count) &&
            form.count->unit != TimeUnit::kWeek)
          return true;
      }
    }
    return false;
  }

  void GradeConventions() {
    if (groups_.empty() && (stp::IsConsistent(In(Cut::kCompleted)) ||
                            stp::IsConsistent(In(Cut::kRounded))))
      return;
    std::map<Ranks, NetworkWalk> completed = Find(Cut::kCompleted),
                                 rounded = Find(Cut::kRounded);
    for (auto& [set, walk] : completed) {
      if (graded_.count(set) != 0) continue;
      const auto same = rounded.find(set);
      auto other = same != rounded.end() ? std::optional(same->second)
                                         : Refute(set, Cut::kRounded);
      if (other) Confirm(set, std::move(walk), *std::move(other));
    }
    for (auto& [set, walk] : rounded) {
      if (graded_.count(set) != 0 || completed.count(set) != 0) continue;
      auto other = Refute(set, Cut::kCompleted);
      if (other) Confirm(set, *std::move(other), std::move(walk));
    }
  }

  // A cut list of the hull may lack a set that is definite all the same.
  bool IsDefinite(const Ranks& set) {
    return report_.truncated != 0 && Refute(set, Cut::kHull).has_value();
  }

  void Confirm(const Ranks& set, NetworkWalk completed, NetworkWalk rounded) {
    if (IsDefinite(set)) return;
    std::vector<NetworkWalk> walks = {std::move(completed), std::move(rounded)};
    if (NeedsCalendar(set)) {
      auto calendar = Refute(set, Cut::kCalendar);
      if (!calendar) return;
      walks.push_back(*std::move(calendar));
    }
    Emit(Severity::kProbable, set, std::move(walks));
  }

  void GradeCore() {
    std::map<Ranks, NetworkWalk> found = Find(Cut::kCore);
    for (auto& [set, walk] : found) {
      if (graded_.count(set) == 0 && !IsDefinite(set))
        Emit(Severity::kTension, set, {std::move(walk)});
    }
  }

  const Store& store_;
  const NetworkOptions options_;
  SearchLimits limits_;
  Component component_;
  std::optional<Problem> problems_[kCutCount];
  std::vector<std::vector<std::uint32_t>>
      groups_;  // positions in Component::bounds
  std::set<Ranks> graded_;
  ComponentReport report_;
};

}  // namespace

bool IsComponentConsistent(const Store& store,
                           std::span<const std::uint32_t> bounds,
                           Scratch& scratch) {
  return Grader(store, bounds, NetworkOptions(), scratch).IsConsistent();
}

std::vector<std::vector<std::uint32_t>> UnitConflicts(
    const Store& store, std::span<const std::uint32_t> bounds, Cut cut,
    Scratch& scratch) {
  return Grader(store, bounds, NetworkOptions(), scratch).UnitConflicts(cut);
}

ComponentReport GradeComponent(const Store& store,
                               std::span<const std::uint32_t> bounds,
                               const NetworkOptions& options, const Need& need,
                               Scratch& scratch) {
  return Grader(store, bounds, options, scratch).Run(need);
}

}  // namespace gainsay::internal::stp

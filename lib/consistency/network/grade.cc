#include "consistency/network/grade.h"

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <utility>

#include "calendar/cuts.h"
#include "consistency/network/cycle.h"
#include "consistency/network/units.h"

namespace gainsay::internal::stp {
namespace {

class Grader final : public Judge {
 public:
  Grader(const Store& store, std::span<const std::uint32_t> bounds,
         const NetworkOptions& options, Scratch& scratch)
      : store_(store),
        options_(options),
        scratch_(scratch),
        component_(MakeComponent(store, bounds, scratch)),
        units_(store, component_) {
    limits_.max_statements =
        std::clamp<std::uint32_t>(options.max_statements, 1, 16);
    limits_.per_statement = options.per_statement;
    if (options.budget != 0) limits_.steps = options.budget;
    limits_.stop = options.stop;
    most_pairs_ = std::size_t{limits_.per_statement} * 1024;
  }

  ComponentReport Run(Need need) {
    if (!options_.grades) need.conventions = need.core = false;
    need_ = need;
    if (!need.any()) return std::move(report_);
    strict_ = MakeProblem(store_, component_, ReadingOf(true));
    strict_->plain ? GradeTogether() : GradeEach();
    return std::move(report_);
  }

  bool IsConsistent() {
    return UnitConflicts(Cut::kHull).empty() &&
           stp::IsConsistent(In(Cut::kHull));
  }

  // Pairs that exclude each other in their unit, by ranks.
  std::vector<Ranks> UnitConflicts(Cut cut) {
    std::vector<Ranks> sets;
    for (const auto& [set, pair] : Pairs(cut)) sets.push_back(set);
    return sets;
  }

 private:
  const Problem& In(Cut cut) {
    auto& problem = problems_[static_cast<std::size_t>(cut)];
    if (!problem) problem = MakeProblem(store_, component_, cut);
    return *problem;
  }
  std::map<Ranks, UnitPair> Pairs(Cut cut) {
    return units_.Find(cut, most_pairs_, &report_.over_budget);
  }

  // A walk that shows a set inconsistent under a cut, if it is.
  std::optional<NetworkWalk> Refute(const Ranks& set, Cut cut) {
    if (const auto pair = units_.Among(set, cut))
      return units_.WalkOf(*pair, cut);
    // A component of its own: what else is there takes no part.
    std::vector<std::uint32_t> bounds;
    const auto first = component_.members.begin() + component_.givens;
    for (const std::uint32_t rank : set) {
      auto it = std::lower_bound(first, component_.members.end(), rank,
                                 [](const Component::Member& m,
                                    std::uint32_t r) { return m.rank < r; });
      for (; it != component_.members.end() && it->rank == rank; ++it)
        bounds.push_back(it->bound);
    }
    const Problem* around = component_.givens == 0 ? nullptr : &In(Cut::kCore);
    if (around != nullptr) {
      for (const std::uint32_t i : GivensAround(*around, set))
        bounds.push_back(around->bounds[i].bound);
    }
    const Component part = MakeComponent(store_, bounds, scratch_);
    const Problem problem = MakeProblem(store_, part, cut);
    Ranks all(problem.statements);
    std::iota(all.begin(), all.end(), 0U);
    std::vector<LocalHop> cycle;
    if (!IsInconsistent(problem, all, &cycle)) return std::nullopt;
    return WalkOf(problem, cycle);
  }

  void Emit(Severity severity, const Ranks& set,
            std::vector<NetworkWalk> walks) {
    NetworkConflict& conflict = report_.conflicts.emplace_back();
    conflict.severity = severity;
    conflict.statements.reserve(set.size());
    std::vector<std::uint64_t>& hashes = report_.hashes;
    const auto begin = static_cast<std::ptrdiff_t>(hashes.size());
    for (const std::uint32_t rank : set) {
      conflict.statements.push_back(component_.statements[rank]);
      hashes.push_back(component_.hashes[rank]);
    }
    std::sort(conflict.statements.begin(), conflict.statements.end());
    std::sort(hashes.begin() + begin, hashes.end());
    if (options_.walks) conflict.walks = std::move(walks);
  }
  void Note(const SearchResult& found) {
    report_.truncated += found.truncated;
    report_.over_budget |= found.over_budget;
    report_.stopped |= found.stopped;
  }
  // One walk in a list, moved and not copied.
  static std::vector<NetworkWalk> Only(NetworkWalk walk) {
    std::vector<NetworkWalk> walks;
    walks.push_back(std::move(walk));
    return walks;
  }

  // Has a set a bare count of years or months, so that the calendar cut can
  // tell?
  bool NeedsCalendar(const Ranks& set) {
    const Problem& hull = In(Cut::kHull);
    return std::any_of(set.begin(), set.end(), [&](std::uint32_t rank) {
      return std::any_of(
          hull.of(rank).begin(), hull.of(rank).end(), [&](const LocalBound& b) {
            const auto& count = store_.form(store_.form_of(b.bound)).count;
            return count && IsBareCount(*count) &&
                   count->unit != TimeUnit::kWeek;
          });
    });
  }

  // --- All cuts in one search -------------------------------------------

  // Where each statement bounds one pair, a cycle is negative in a cut or not,
  // and minimal. One search in a reading that is stricter than the cuts asked
  // for meets the negative cycles of each; the judge weighs them.
  Store::Reading ReadingOf(bool completed) const {
    if (!need_.conventions)
      return need_.core ? Store::kCoreOnly : Store::kHullOnly;
    if (need_.core)
      return completed ? Store::kCompletedAndCore : Store::kRoundedAndCore;
    return completed ? Store::kCompletedOnly : Store::kRoundedOnly;
  }

  void GradeTogether() {
    const bool graded = need_.conventions || need_.core;
    Quarantine quarantine =
        graded ? TightQuarantine() : FindQuarantine(*strict_);
    FindUnitSets();
    SearchResult found = FindConflicts(*strict_, std::move(quarantine), limits_,
                                       graded ? this : nullptr);
    Note(found);
    report_.conflicts.reserve(found.conflicts.size());
    for (const LocalConflict& conflict : found.conflicts) EmitGraded(conflict);
    for (const Ranks& set : unit_sets_) EmitUnitSet(set);
  }

  Quarantine TightQuarantine() {
    const StrictQuarantine hull(In(Cut::kHull));
    Quarantine quarantine = hull.Tighten(*strict_);
    // What is probable is negative by completed and by rounded counting: the
    // one that refuses less finds it sooner.
    if (need_.conventions && quarantine.statements.size() > hull.refused()) {
      Problem other = MakeProblem(store_, component_, ReadingOf(false));
      Quarantine rounded = hull.Tighten(other);
      if (rounded.statements.size() < quarantine.statements.size()) {
        quarantine = std::move(rounded);
        strict_ = std::move(other);
      }
    }
    return quarantine;
  }

  // Pairs of counts that clash in their unit under a cut that is asked for.
  void FindUnitSets() {
    if (units_.empty()) return;
    const auto find = [&](bool needed, std::initializer_list<Cut> cuts) {
      for (const Cut cut : cuts) {
        if (!needed) break;
        for (const Ranks& set : UnitConflicts(cut)) unit_sets_.insert(set);
      }
    };
    find(need_.hull, {Cut::kHull});
    find(need_.conventions, {Cut::kCompleted, Cut::kRounded});
    find(need_.core, {Cut::kCore});
  }

  std::uint8_t Grade(const LocalConflict& conflict) override {
    const auto hull = Sign(conflict.cycle, Cut::kHull);
    if (hull) return *hull ? 0 : kGrades;  // the other way it is found too
    if (unit_sets_.count(conflict.statements) != 0) return kGrades;  // later
    if (need_.conventions && Sign(conflict.cycle, Cut::kCompleted) &&
        Sign(conflict.cycle, Cut::kRounded) &&
        (!NeedsCalendar(conflict.statements) || InCalendar(conflict)))
      return 1;
    return need_.core && Sign(conflict.cycle, Cut::kCore) ? 2 : kGrades;
  }
  bool definite() const override { return need_.hull; }
  // A walk that shows a conflict in the calendar cut, if it is one there: by
  // the days alone, which are at hand, or with the years of its points.
  std::optional<NetworkWalk> InCalendar(const LocalConflict& conflict) {
    if (Sign(conflict.cycle, Cut::kCalendar))
      return WalkUnder(store_, *strict_, conflict.cycle, Cut::kCalendar);
    return Refute(conflict.statements, Cut::kCalendar);
  }
  std::optional<bool> Sign(const std::vector<LocalHop>& cycle, Cut cut) const {
    return IsNegative(store_, *strict_, cycle, cut);
  }

  void EmitGraded(const LocalConflict& conflict) {
    const auto walk = [&](Cut cut) {
      return WalkUnder(store_, *strict_, conflict.cycle, cut);
    };
    if (conflict.grade == 0) {
      report_.inconsistent = true;
      unit_sets_.erase(conflict.statements);
      Emit(Severity::kDefinite, conflict.statements, Only(walk(Cut::kHull)));
    } else if (conflict.grade == 1) {
      std::vector<NetworkWalk> walks = {walk(Cut::kCompleted),
                                        walk(Cut::kRounded)};
      if (NeedsCalendar(conflict.statements))
        walks.push_back(*InCalendar(conflict));
      Emit(Severity::kProbable, conflict.statements, std::move(walks));
    } else {
      Emit(Severity::kTension, conflict.statements, Only(walk(Cut::kCore)));
    }
  }

  void EmitUnitSet(const Ranks& set) {
    const auto emit = [&](Severity severity, std::initializer_list<Cut> cuts) {
      std::vector<NetworkWalk> walks;
      for (const Cut cut : cuts) {
        auto walk = Refute(set, cut);
        if (!walk) return false;
        walks.push_back(*std::move(walk));
      }
      Emit(severity, set, std::move(walks));
      return true;
    };
    if (need_.hull && emit(Severity::kDefinite, {Cut::kHull})) {
      report_.inconsistent = true;
      return;
    }
    if (need_.conventions) {
      const bool done =
          NeedsCalendar(set)
              ? emit(Severity::kProbable,
                     {Cut::kCompleted, Cut::kRounded, Cut::kCalendar})
              : emit(Severity::kProbable, {Cut::kCompleted, Cut::kRounded});
      if (done) return;
    }
    if (need_.core) emit(Severity::kTension, {Cut::kCore});
  }

  // --- Cut by cut: statements of several bounds, givens -------------------

  void GradeEach() {
    if (need_.hull) GradeHull();
    if (need_.conventions && !report_.stopped) GradeConventions();
    if (need_.core && !report_.stopped) GradeCore();
  }

  void GradeHull() {
    std::map<Ranks, NetworkWalk> found = Find(Cut::kHull);
    report_.inconsistent = !found.empty() || !report_.refused_givens.empty();
    for (auto& [set, walk] : found)
      EmitOnce(Severity::kDefinite, set, Only(std::move(walk)));
  }

  void EmitOnce(Severity severity, const Ranks& set,
                std::vector<NetworkWalk> walks) {
    Emit(severity, set, std::move(walks));
    graded_.insert(set);
  }

  // Minimal conflicts under a cut, with a walk each.
  std::map<Ranks, NetworkWalk> Find(Cut cut) {
    SearchResult found =
        FindConflicts(In(cut), FindQuarantine(In(cut)), limits_);
    Note(found);
    if (cut == Cut::kHull) {
      for (const std::uint32_t i : found.refused_givens)
        report_.refused_givens.push_back(In(cut).bounds[i].bound);
    }
    std::map<Ranks, NetworkWalk> result;
    for (LocalConflict& conflict : found.conflicts) {
      result.try_emplace(std::move(conflict.statements),
                         WalkOf(In(cut), conflict.cycle));
    }
    if (!units_.empty()) AddUnitPairs(cut, result);
    return result;
  }

  void AddUnitPairs(Cut cut, std::map<Ranks, NetworkWalk>& conflicts) {
    const std::map<Ranks, UnitPair> pairs = Pairs(cut);
    for (const auto& [set, pair] : pairs) {
      if (conflicts.count(Ranks{set[0]}) != 0 ||
          conflicts.count(Ranks{set[1]}) != 0)
        continue;
      conflicts.try_emplace(set, units_.WalkOf(pair, cut));
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

  void GradeConventions() {
    if (units_.empty() && (stp::IsConsistent(In(Cut::kCompleted)) ||
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
    EmitOnce(Severity::kProbable, set, std::move(walks));
  }

  void GradeCore() {
    std::map<Ranks, NetworkWalk> found = Find(Cut::kCore);
    for (auto& [set, walk] : found) {
      if (graded_.count(set) == 0 && !IsDefinite(set))
        EmitOnce(Severity::kTension, set, Only(std::move(walk)));
    }
  }

  const Store& store_;
  const NetworkOptions options_;
  Scratch& scratch_;
  SearchLimits limits_;
  std::size_t most_pairs_ = 0;
  Need need_;
  Component component_;
  UnitPairs units_;
  std::optional<Problem> problems_[kCutCount];
  std::optional<Problem> strict_;
  std::set<Ranks> unit_sets_, graded_;
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

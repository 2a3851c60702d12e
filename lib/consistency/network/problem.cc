#include "consistency/network/problem.h"

#include <algorithm>
#include <tuple>

#include "base/hash.h"
#include "calendar/cuts.h"

namespace gainsay::internal::stp {
namespace {

std::uint64_t HashOf(const Store& store, std::uint32_t statement,
                     std::uint64_t bounds) {
  const std::uint64_t given = store.hash(statement);
  return given != 0 ? given : Mix64(bounds ^ Mix64(statement));
}

std::uint64_t HashOf(const Row& row) {
  return Hasher()
      .Add(row.from)
      .Add(row.to)
      .Add(static_cast<std::uint32_t>(row.lo))
      .Add(static_cast<std::uint32_t>(row.hi))
      .value();
}

void NoteForms(const Store& store, Component& component) {
  std::size_t counts = 0;
  for (const std::uint32_t b : component.bounds) {
    const std::uint32_t f = store.form_of(b);
    if (f == 0) continue;
    const BoundForm& form = store.form(f);
    component.core |=
        form.vague ||
        form.days[0] != form.days[static_cast<std::size_t>(Cut::kCore)];
    if (!form.count) continue;
    const TimeUnit unit = form.count->unit;
    counts += unit == TimeUnit::kYear || unit == TimeUnit::kMonth;
    if (form.vague || !IsBareCount(*form.count)) continue;
    component.years |= unit == TimeUnit::kYear;
    component.months |= unit == TimeUnit::kMonth;
    component.weeks |= unit == TimeUnit::kWeek;
  }
  component.counts = counts > 1;
}

struct Ranked {
  double weight;
  std::uint64_t hash;
  std::uint32_t statement;
  friend bool operator<(const Ranked& a, const Ranked& b) {
    return std::tie(b.weight, a.hash, a.statement) <
           std::tie(a.weight, b.hash, b.statement);
  }
};

// (statement, bound), by statement; givens (kGiven) last.
using Owned = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

std::vector<Ranked> RankStatements(const Store& store, const Owned& owned) {
  std::vector<Ranked> ranked;
  for (std::size_t i = 0; i < owned.size() && owned[i].first != kGiven;) {
    const std::uint32_t statement = owned[i].first;
    std::uint64_t hash = 0;
    for (; i < owned.size() && owned[i].first == statement; ++i)
      hash += HashOf(store.row(owned[i].second));
    ranked.push_back(
        {store.weight(statement), HashOf(store, statement, hash), statement});
  }
  std::sort(ranked.begin(), ranked.end());
  return ranked;
}

class CalendarNodes {
 public:
  // For the points below `days`, which are days.
  CalendarNodes(Problem& problem, Axis axis, std::uint32_t days)
      : problem_(problem), axis_(axis), base_(problem.points - 1) {
    for (std::uint32_t p = 1; p < days; ++p) {
      problem.point.push_back(problem.point[p]);
      problem.axis.push_back(axis);
      problem.bounds.push_back(
          {base_ + p, p, 0, axis == Axis::kYear ? 365 : 30, kNone, kNoBound});
    }
    problem.points += days - 1;
  }
  // The node of a day point; the origin is its own year and month.
  std::uint32_t Node(std::uint32_t p) const { return p == 0 ? 0 : base_ + p; }

  // What a bound on days says of the years or months.
  void Bind(const LocalBound& day, const std::optional<Count>& count) {
    LocalBound bound = day;
    bound.from = Node(day.from), bound.to = Node(day.to);
    bound.lo = kMinusInfinity, bound.hi = kPlusInfinity;
    if (day.from == 0) {
      if (day.has_lo()) bound.lo = Snap(day.lo);
      if (day.has_hi()) bound.hi = Snap(day.hi);
    } else if (day.to == 0) {
      if (day.has_hi()) bound.hi = -Snap(-day.hi);
      if (day.has_lo()) bound.lo = -Snap(-day.lo);
    } else if (count && IsBareCount(*count) &&
               count->unit == (axis_ == Axis::kYear ? TimeUnit::kYear
                                                    : TimeUnit::kMonth)) {
      Count exact = *count;
      exact.modifier = Modifier::kAtLeast;
      bound.lo = CountDays(exact, Cut::kHull).lo;
      exact.modifier = Modifier::kAtMost;
      bound.hi = CountDays(exact, Cut::kHull).hi;
    } else {
      if (day.has_lo() && day.lo >= 0) bound.lo = 0;
      if (day.has_hi() && day.hi <= 0) bound.hi = 0;
    }
    if (bound.has_lo() || bound.has_hi()) problem_.bounds.push_back(bound);
  }

 private:
  Day Snap(Day day) const {
    return axis_ == Axis::kYear ? YearOf(day).lo : MonthOf(day).lo;
  }

  Problem& problem_;
  Axis axis_;
  std::uint32_t base_;
};

void AddCalendar(const Store& store, const Component& component,
                 Problem& problem) {
  const std::vector<LocalBound> days = problem.bounds;
  const std::uint32_t points = problem.points;
  for (const Axis axis : {Axis::kYear, Axis::kMonth}) {
    if (axis == Axis::kYear ? !component.years : !component.months) continue;
    CalendarNodes nodes(problem, axis, points);
    for (const LocalBound& bound : days)
      nodes.Bind(bound, store.form(store.form_of(bound.bound)).count);
  }
}

// Sorts the bounds (givens first, then by rank) and finds where each statement
// begins.
void Index(Problem& problem) {
  std::stable_sort(problem.bounds.begin(), problem.bounds.end(),
                   [](const LocalBound& a, const LocalBound& b) {
                     return a.statement + 1 <
                            b.statement + 1;  // kNone + 1 is 0: givens first
                   });
  problem.first.assign(problem.statements + 1, 0);
  problem.givens = 0;
  for (const LocalBound& bound : problem.bounds) {
    if (bound.statement == kNone)
      ++problem.givens;
    else
      ++problem.first[bound.statement + 1];
  }
  problem.first[0] = problem.givens;
  for (std::uint32_t s = 0; s < problem.statements; ++s) {
    problem.plain &= problem.first[s + 1] <= 1;
    problem.first[s + 1] += problem.first[s];
  }
  problem.plain &= problem.givens == 0;
}

}  // namespace

Component MakeComponent(const Store& store,
                        std::span<const std::uint32_t> bounds) {
  Owned owned;
  owned.reserve(bounds.size());
  for (const std::uint32_t b : bounds)
    owned.emplace_back(store.statement(b), b);
  // Bounds of one statement by content, so that arrival does not matter.
  std::sort(owned.begin(), owned.end(), [&](const auto& a, const auto& b) {
    const Row &x = store.row(a.second), &y = store.row(b.second);
    return std::tie(a.first, x.from, x.to, x.lo, x.hi, a.second) <
           std::tie(b.first, y.from, y.to, y.lo, y.hi, b.second);
  });
  Component result;
  const std::vector<Ranked> ranked = RankStatements(store, owned);
  std::vector<std::pair<std::uint32_t, std::uint32_t>>
      ranks;  // statement -> rank
  for (std::uint32_t r = 0; r < ranked.size(); ++r) {
    result.statements.push_back(ranked[r].statement);
    result.hashes.push_back(ranked[r].hash);
    result.weights.push_back(ranked[r].weight);
    ranks.emplace_back(ranked[r].statement, r);
  }
  std::sort(ranks.begin(), ranks.end());
  std::vector<std::pair<std::uint32_t, std::uint32_t>>
      sorted;  // (rank + 1, position in owned)
  std::size_t k = 0;
  for (std::uint32_t i = 0; i < owned.size(); ++i) {
    while (k < ranks.size() && ranks[k].first < owned[i].first) ++k;
    sorted.emplace_back(owned[i].first == kGiven ? 0 : ranks[k].second + 1, i);
  }
  std::sort(sorted.begin(), sorted.end());
  for (const auto& [rank, i] : sorted) {
    result.rank.push_back(rank - 1);
    result.bounds.push_back(owned[i].second);
  }
  result.points.push_back(0);
  for (const std::uint32_t b : bounds) {
    for (const std::uint32_t p : {store.row(b).from, store.row(b).to}) {
      if (p != 0) result.points.push_back(p);
    }
  }
  std::sort(result.points.begin(), result.points.end());
  result.points.erase(std::unique(result.points.begin(), result.points.end()),
                      result.points.end());
  if (store.any_form()) NoteForms(store, result);
  return result;
}

Problem MakeProblem(const Store& store, const Component& component, Cut cut) {
  Problem problem;
  problem.cut = cut;
  problem.points = static_cast<std::uint32_t>(component.points.size());
  problem.point = component.points;
  problem.axis.assign(problem.points, Axis::kDay);
  problem.statements = static_cast<std::uint32_t>(component.statements.size());
  const auto local = [&](std::uint32_t p) {
    return static_cast<std::uint32_t>(
        std::lower_bound(component.points.begin(), component.points.end(), p) -
        component.points.begin());
  };
  problem.bounds.reserve(component.bounds.size());
  for (std::size_t i = 0; i < component.bounds.size(); ++i) {
    const std::uint32_t b = component.bounds[i];
    const DayInterval days = store.Days(b, cut);
    if (days.lo == kMinusInfinity && days.hi == kPlusInfinity) continue;
    problem.bounds.push_back({local(store.row(b).from), local(store.row(b).to),
                              days.lo, days.hi, component.rank[i], b});
  }
  if (cut == Cut::kCalendar) AddCalendar(store, component, problem);
  Index(problem);
  return problem;
}

}  // namespace gainsay::internal::stp

#include "consistency/network/problem.h"

#include <algorithm>
#include <bit>
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
  for (const Component::Member& member : component.members) {
    const std::uint32_t f = store.form_of(member.bound);
    if (f == 0) continue;
    const BoundForm& form = store.form(f);
    if (!form.count) continue;
    const TimeUnit unit = form.count->unit;
    counts += unit == TimeUnit::kYear || unit == TimeUnit::kMonth;
    if (form.vague || !IsBareCount(*form.count)) continue;
    component.years |= unit == TimeUnit::kYear;
    component.months |= unit == TimeUnit::kMonth;
  }
  component.counts = counts > 1;
}

// A bound and its statement.
struct Owned {
  std::uint32_t statement, bound;
};

// By statement, its bounds by content, so that arrival does not matter; givens
// last.
std::vector<Owned> SortByStatement(const Store& store,
                                   std::span<const std::uint32_t> bounds) {
  std::vector<Owned> owned(bounds.size());
  bool sorted = true;
  for (std::size_t i = 0; i < bounds.size(); ++i) {
    owned[i] = {store.statement(bounds[i]), bounds[i]};
    sorted &= i == 0 || owned[i - 1].statement < owned[i].statement;
  }
  if (sorted) return owned;
  std::sort(owned.begin(), owned.end(), [&](const Owned& a, const Owned& b) {
    if (a.statement != b.statement) return a.statement < b.statement;
    const Row &x = store.row(a.bound), &y = store.row(b.bound);
    return std::tie(x.from, x.to, x.lo, x.hi, a.bound) <
           std::tie(y.from, y.to, y.lo, y.hi, b.bound);
  });
  return owned;
}

struct Ranked {
  double weight;
  std::uint64_t hash;
  std::uint32_t statement, begin, end;  // owned[begin, end)
  friend bool operator<(const Ranked& a, const Ranked& b) {
    return std::tie(b.weight, a.hash, a.statement) <
           std::tie(a.weight, b.hash, b.statement);
  }
};

// Hashes are spread evenly: where all weights are equal, buckets by their
// highest bits leave next to nothing to sort.
void SortRanked(std::vector<Ranked>& ranked) {
  constexpr std::size_t kFew = 64;
  const bool equal = std::all_of(
      ranked.begin(), ranked.end(),
      [&](const Ranked& r) { return r.weight == ranked.front().weight; });
  if (!equal || ranked.size() < kFew) {
    std::sort(ranked.begin(), ranked.end());
    return;
  }
  const int bits = std::bit_width(ranked.size()) - 1;
  const auto bucket = [bits](const Ranked& r) { return r.hash >> (64 - bits); };
  std::vector<std::uint32_t> at((std::size_t{1} << bits) + 1);
  for (const Ranked& r : ranked) ++at[bucket(r) + 1];
  for (std::size_t b = 1; b < at.size(); ++b) at[b] += at[b - 1];
  std::vector<Ranked> sorted(ranked.size());
  for (const Ranked& r : ranked) sorted[at[bucket(r)]++] = r;
  // at[b] is now the end of bucket b.
  for (std::size_t b = 0, begin = 0; b + 1 < at.size(); begin = at[b++])
    std::sort(sorted.begin() + static_cast<std::ptrdiff_t>(begin),
              sorted.begin() + static_cast<std::ptrdiff_t>(at[b]));
  ranked = std::move(sorted);
}

std::vector<Ranked> RankStatements(const Store& store,
                                   const std::vector<Owned>& owned) {
  std::vector<Ranked> ranked;
  ranked.reserve(owned.size());
  for (std::uint32_t i = 0; i < owned.size() && owned[i].statement != kGiven;) {
    const std::uint32_t statement = owned[i].statement, begin = i;
    std::uint64_t hash = 0;
    for (; i < owned.size() && owned[i].statement == statement; ++i)
      hash += HashOf(store.row(owned[i].bound));
    ranked.push_back({store.weight(statement), HashOf(store, statement, hash),
                      statement, begin, i});
  }
  SortRanked(ranked);
  return ranked;
}

// Names the points of the members locally, in ascending order.
void NamePoints(const Store& store, Component& component, Scratch& scratch) {
  std::vector<std::uint32_t>& local = scratch.OfPoints(store.points());
  component.points.push_back(0);
  local[0] = 0;
  for (const Component::Member& member : component.members) {
    const Row& row = store.row(member.bound);
    for (const std::uint32_t p : {row.from, row.to}) {
      if (local[p] != kNone) continue;
      local[p] = 0;
      component.points.push_back(p);
    }
  }
  std::sort(component.points.begin(), component.points.end());
  for (std::uint32_t i = 0; i < component.points.size(); ++i)
    local[component.points[i]] = i;
  for (Component::Member& member : component.members) {
    member.from = local[store.row(member.bound).from];
    member.to = local[store.row(member.bound).to];
  }
  for (const std::uint32_t p : component.points) local[p] = kNone;
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

void IndexGivens(Problem& problem) {
  problem.given_first.assign(problem.points + 1, 0);
  const auto visit = [&](auto&& each) {
    for (std::uint32_t i = 0; i < problem.givens; ++i) {
      for (const std::uint32_t p :
           {problem.bounds[i].from, problem.bounds[i].to})
        if (p != 0) each(p, i);
    }
  };
  visit([&](std::uint32_t p, std::uint32_t) { ++problem.given_first[p]; });
  std::uint32_t sum = 0;
  for (std::uint32_t& f : problem.given_first) sum += f, f = sum - f;
  problem.given_of.resize(sum);
  std::vector<std::uint32_t> at = problem.given_first;
  visit(
      [&](std::uint32_t p, std::uint32_t i) { problem.given_of[at[p]++] = i; });
}

// Sorts the bounds (givens first, then by rank) and finds where each statement
// begins.
void Index(Problem& problem) {
  const auto by_rank = [](const LocalBound& a, const LocalBound& b) {
    return a.statement + 1 < b.statement + 1;  // kNone + 1 is 0: givens first
  };
  if (problem.cut == Cut::kCalendar)
    std::stable_sort(problem.bounds.begin(), problem.bounds.end(), by_rank);
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
  if (problem.givens != 0) IndexGivens(problem);
}

// A component under days(bound).
template <typename Days>
Problem Fill(const Component& component, Days days) {
  Problem problem;
  problem.points = static_cast<std::uint32_t>(component.points.size());
  problem.point = component.points;
  problem.axis.assign(problem.points, Axis::kDay);
  problem.statements = static_cast<std::uint32_t>(component.statements.size());
  problem.bounds.reserve(component.members.size());
  for (const Component::Member& member : component.members) {
    const DayInterval d = days(member.bound);
    if (d.lo == kMinusInfinity && d.hi == kPlusInfinity) continue;
    problem.bounds.push_back(
        {member.from, member.to, d.lo, d.hi, member.rank, member.bound});
  }
  return problem;
}

}  // namespace

Component MakeComponent(const Store& store,
                        std::span<const std::uint32_t> bounds,
                        Scratch& scratch) {
  Component result;
  const std::vector<Owned> owned = SortByStatement(store, bounds);
  const std::vector<Ranked> ranked = RankStatements(store, owned);
  result.members.reserve(owned.size());
  for (const Owned& given : owned) {
    if (given.statement == kGiven)
      result.members.push_back({given.bound, 0, 0, kNone});
  }
  result.givens = static_cast<std::ptrdiff_t>(result.members.size());
  for (std::uint32_t rank = 0; rank < ranked.size(); ++rank) {
    result.statements.push_back(ranked[rank].statement);
    result.hashes.push_back(ranked[rank].hash);
    result.weights.push_back(ranked[rank].weight);
    for (std::uint32_t i = ranked[rank].begin; i < ranked[rank].end; ++i) {
      result.members.push_back({owned[i].bound, 0, 0, rank});
    }
  }
  NamePoints(store, result, scratch);
  if (store.any_form()) NoteForms(store, result);
  return result;
}

Problem MakeProblem(const Store& store, const Component& component, Cut cut) {
  Problem problem = Fill(
      component, [&](std::uint32_t bound) { return store.Days(bound, cut); });
  problem.cut = cut;
  if (cut == Cut::kCalendar) AddCalendar(store, component, problem);
  Index(problem);
  return problem;
}

Problem MakeProblem(const Store& store, const Component& component,
                    Store::Reading reading) {
  Problem problem = Fill(component, [&](std::uint32_t bound) {
    const std::uint32_t form = store.form_of(bound);
    if (form != 0) return store.reading(form, reading);
    return DayInterval{store.row(bound).lo, store.row(bound).hi};
  });
  problem.cut = Cut::kCore;
  Index(problem);
  return problem;
}

}  // namespace gainsay::internal::stp

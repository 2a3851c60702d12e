#include "consistency/verify.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>

namespace gainsay::internal {
namespace {

struct Edge {  // t(to) - t(from) <= weight
  std::uint32_t from, to;
  std::int64_t weight;
};

using NodeKey = std::pair<std::uint32_t, int>;  // a point, and 0: itself, 1:
                                                // its year, 2: its month

Day FirstDayOf(std::chrono::year_month month) {
  return static_cast<Day>(
      std::chrono::sys_days(month / 1).time_since_epoch().count());
}

std::chrono::year_month MonthContaining(Day day) {
  const std::chrono::year_month_day ymd{
      std::chrono::sys_days(std::chrono::days(day))};
  return ymd.year() / ymd.month();
}

// Least and most days from one year (month) start to the one n later, over a
// whole cycle.
DayInterval StartToStart(int n, bool years) {
  using namespace std::chrono;
  DayInterval days{kPlusInfinity, kMinusInfinity};
  for (int y = 1901; y <= 2099; ++y) {
    for (unsigned m = 1; m <= (years ? 1U : 12U); ++m) {
      const year_month begin = year(y) / month(m);
      const year_month end = begin + months(years ? 12 * n : n);
      const Day span = FirstDayOf(end) - FirstDayOf(begin);
      days = {std::min(days.lo, span), std::max(days.hi, span)};
    }
  }
  return days;
}

// A small distance graph that is built, asked once, and thrown away.
class Distances {
 public:
  std::uint32_t Node(std::uint32_t point, int kind = 0) {
    const auto [it, added] = nodes_.try_emplace(
        NodeKey(point, kind), static_cast<std::uint32_t>(nodes_.size()));
    return it->second;
  }
  void Add(std::uint32_t from, std::uint32_t to, DayInterval days) {
    if (days.hi < kPlusInfinity) edges_.push_back({from, to, days.hi});
    if (days.lo > kMinusInfinity)
      edges_.push_back({to, from, -static_cast<std::int64_t>(days.lo)});
  }
  bool HasNegativeCycle() const {
    std::vector<std::int64_t> distance(nodes_.size(), 0);
    for (std::size_t round = 0; round <= nodes_.size(); ++round) {
      bool changed = false;
      for (const Edge& e : edges_) {
        if (distance[e.from] + e.weight < distance[e.to]) {
          distance[e.to] = distance[e.from] + e.weight;
          changed = true;
        }
      }
      if (!changed) return false;
    }
    return true;
  }

 private:
  std::map<NodeKey, std::uint32_t> nodes_;
  std::vector<Edge> edges_;
};

// The calendar cut: every point has a year node (and a month node), and counts
// of years (months) relate those.
class CalendarDistances {
 public:
  explicit CalendarDistances(Distances& distances) : distances_(distances) {}

  void Add(const PointBound& bound) {
    const bool years = bound.cuts.count.unit == TimeUnit::kYear;
    const bool months = bound.cuts.count.unit == TimeUnit::kMonth;
    const double n = bound.cuts.count.n;
    const DayInterval days =
        bound.cuts.days[static_cast<std::size_t>(Cut::kCalendar)];
    for (const int kind : {1, 2}) Snap(bound, days, kind);
    if (bound.cuts.conventions && (years || months) && n == std::floor(n)) {
      const int kind = years ? 1 : 2;
      distances_.Add(Part(bound.from.index, kind), Part(bound.to.index, kind),
                     StartToStart(static_cast<int>(n), years));
    } else {
      distances_.Add(distances_.Node(bound.from.index),
                     distances_.Node(bound.to.index), days);
    }
  }

 private:
  // The node of a point's year or month; it starts at most 365 or 30 days
  // before the point.
  std::uint32_t Part(std::uint32_t point, int kind) {
    if (point == 0) return distances_.Node(0);
    const std::uint32_t node = distances_.Node(point, kind);
    const auto [it, added] = linked_.try_emplace(NodeKey(point, kind), true);
    if (added)
      distances_.Add(node, distances_.Node(point), {0, kind == 1 ? 365 : 30});
    return node;
  }

  // A date window also holds for the years and months it touches; an order also
  // for theirs.
  void Snap(const PointBound& bound, DayInterval days, int kind) {
    if (bound.from.index == 0) {
      const DayInterval snapped = {
          days.lo <= kMinusInfinity ? days.lo : Floor(days.lo, kind),
          days.hi >= kPlusInfinity ? days.hi : Floor(days.hi, kind)};
      distances_.Add(distances_.Node(0), Part(bound.to.index, kind), snapped);
    } else if (days.lo >= 0) {
      distances_.Add(Part(bound.from.index, kind), Part(bound.to.index, kind),
                     {0, kPlusInfinity});
    }
  }

  static Day Floor(Day day, int kind) {
    const std::chrono::year_month month = MonthContaining(day);
    return kind == 1 ? FirstDayOf(month.year() / 1) : FirstDayOf(month);
  }

  Distances& distances_;
  std::map<NodeKey, bool> linked_;
};

}  // namespace

TemporalOracle::TemporalOracle(const StatementTable& statements,
                               const PointGraph& graph)
    : graph_(graph),
      bounds_of_(statements.statements.size()),
      givens_of_(graph.points.size()) {
  for (std::uint32_t i = 0; i < graph.bounds.size(); ++i) {
    const PointBound& bound = graph.bounds[i];
    if (bound.statement.valid()) {
      bounds_of_[bound.statement.index].push_back(i);
    } else {
      givens_of_[bound.from.index].push_back(i);
      givens_of_[bound.to.index].push_back(i);
    }
  }
}

bool TemporalOracle::Inconsistent(std::span<const StatementIndex> statements,
                                  Cut cut) const {
  std::vector<std::uint32_t> bounds;
  std::vector<std::uint32_t> points;
  for (const StatementIndex s : statements) {
    for (const std::uint32_t b : bounds_of_[s.index]) {
      if (graph_.bounds[b].vague && cut != Cut::kCore) continue;
      bounds.push_back(b);
      points.push_back(graph_.bounds[b].from.index);
      points.push_back(graph_.bounds[b].to.index);
    }
  }
  std::ranges::sort(points);
  points.erase(std::unique(points.begin(), points.end()), points.end());
  const auto stands = [&points](PointIndex p) {
    return std::ranges::binary_search(points, p.index);
  };
  std::vector<std::uint32_t> givens;
  for (const std::uint32_t p : points) {
    if (p == 0) continue;
    for (const std::uint32_t b : givens_of_[p]) {
      const PointBound& bound = graph_.bounds[b];
      if (bound.from.index == 0 || (stands(bound.from) && stands(bound.to)))
        givens.push_back(b);
    }
  }
  std::ranges::sort(givens);
  givens.erase(std::unique(givens.begin(), givens.end()), givens.end());
  bounds.insert(bounds.end(), givens.begin(), givens.end());
  Distances distances;
  CalendarDistances calendar(distances);
  for (const std::uint32_t b : bounds) {
    const PointBound& bound = graph_.bounds[b];
    if (cut == Cut::kCalendar) {
      calendar.Add(bound);
    } else {
      distances.Add(distances.Node(bound.from.index),
                    distances.Node(bound.to.index),
                    bound.cuts.days[static_cast<std::size_t>(cut)]);
    }
  }
  return distances.HasNegativeCycle();
}

// Weeks have no calendar cut: a set whose bare counts are all of weeks does
// without.
bool TemporalOracle::OnlyWeeks(
    std::span<const StatementIndex> statements) const {
  bool weeks = false;
  for (const StatementIndex s : statements) {
    for (const std::uint32_t b : bounds_of_[s.index]) {
      const Count& count = graph_.bounds[b].cuts.count;
      if (!IsBareCount(count)) continue;
      if (count.unit != TimeUnit::kWeek) return false;
      weeks = true;
    }
  }
  return weeks;
}

bool TemporalOracle::InconsistentAs(std::span<const StatementIndex> statements,
                                    Severity severity) const {
  switch (severity) {
    case Severity::kDefinite:
      return Inconsistent(statements, Cut::kHull);
    case Severity::kProbable:
      return Inconsistent(statements, Cut::kCompleted) &&
             Inconsistent(statements, Cut::kRounded) &&
             (OnlyWeeks(statements) ||
              Inconsistent(statements, Cut::kCalendar));
    case Severity::kTension:
      return Inconsistent(statements, Cut::kCore);
  }
  return false;
}

std::optional<Severity> TemporalOracle::Grade(
    std::span<const StatementIndex> statements) const {
  for (const Severity severity :
       {Severity::kDefinite, Severity::kProbable, Severity::kTension})
    if (InconsistentAs(statements, severity)) return severity;
  return std::nullopt;
}

bool TemporalOracle::IsMinimal(std::span<const StatementIndex> statements,
                               Severity severity) const {
  if (!InconsistentAs(statements, severity)) return false;
  std::vector<StatementIndex> rest;
  for (std::size_t leave = 0; leave < statements.size(); ++leave) {
    rest.assign(statements.begin(), statements.end());
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(leave));
    if (InconsistentAs(rest, severity)) return false;
  }
  return true;
}

}  // namespace gainsay::internal

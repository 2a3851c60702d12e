#include "consistency/tenure_edges.h"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>

#include "base/hash.h"
#include "calendar/format_days.h"
#include "consistency/interval_sides.h"

namespace gainsay::internal {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr std::size_t kMostSpells =
    512;  // of one person; more are not compared
constexpr std::size_t kMostNearMiss = 64;  // statements of one near miss
constexpr Day kWindow =
    31;  // days by which a tenure may outlast a source's data

double DayNumber(Day day) {
  if (day <= kMinusInfinity) return -kInfinity;
  return day >= kPlusInfinity ? kInfinity : static_cast<double>(day);
}

// One end of a tenure as a source tells it.
struct EdgeItem {
  const Spell* spell = nullptr;
  StatementIndex statement;
  DayInterval days;
};

class EdgeCompare {
 public:
  explicit EdgeCompare(const TenureSink& sink) : sink_(sink) {}

  void Run(const std::vector<std::vector<const Spell*>>& by_source, Edge edge) {
    std::vector<EdgeItem> items;
    for (const auto& spells : by_source) AddItems(spells, edge, items);
    DropWindows(items, edge);
    if (items.size() < 2) return;
    std::vector<LineItem> line;
    for (const EdgeItem& item : items)
      line.push_back({DayNumber(item.days.lo), DayNumber(item.days.hi), false,
                      false, item.statement});
    const auto may = [](StatementIndex a, StatementIndex b) { return a != b; };
    const Tolerance slack{
        static_cast<double>(
            sink_.context.graph.schema[sink_.predicate].day_slack),
        0};
    if (const auto pair = WidestPair(line, slack, may)) {
      Emit(*pair, Runs(line, slack), edge);
    } else {
      Agreement(items);
    }
  }

 private:
  // The spell of a source that begins first (ends last), and what it tells
  // twice: others that may begin on the same day.
  static void AddItems(const std::vector<const Spell*>& spells, Edge edge,
                       std::vector<EdgeItem>& items) {
    const auto item_of = [edge](const Spell* s) {
      return edge == Edge::kBegin ? EdgeItem{s, s->statements.front(), s->begin}
                                  : EdgeItem{s, s->statements.back(), s->end};
    };
    const Spell* const outer =
        edge == Edge::kBegin
            ? *std::ranges::min_element(
                  spells, {}, [](const Spell* s) { return s->begin.lo; })
            : *std::ranges::max_element(spells, {}, [](const Spell* s) {
                return std::pair(s->end.hi, s->end.lo);
              });
    for (const Spell* spell : spells) {
      const EdgeItem item = item_of(spell);
      const bool known = edge == Edge::kBegin
                             ? spell->begin_known
                             : spell->end_known || spell->censored;
      if (known && item.days.Meets(item_of(outer).days)) items.push_back(item);
    }
  }

  // A tenure that begins (ends) with its source's data may have begun before
  // (ended after).
  void DropWindows(std::vector<EdgeItem>& items, Edge edge) {
    const auto shorter = [&](const EdgeItem& item) {
      const DayInterval data =
          sink_.windows.Of(item.spell->source, sink_.Office(*item.spell));
      // Its data hold more than this tenure, on the other side.
      const bool at_edge =
          edge == Edge::kBegin
              ? item.days.lo <= data.lo && data.hi > item.spell->end.hi
              : item.days.hi >= data.hi && data.lo < item.spell->begin.lo &&
                    !item.spell->censored;
      if (!at_edge) return false;
      return std::ranges::any_of(items, [&](const EdgeItem& other) {
        if (other.spell == item.spell) return false;
        const DayInterval more =
            sink_.windows.Of(other.spell->source, sink_.Office(*other.spell));
        const bool outlasts =
            edge == Edge::kBegin
                ? other.days.hi < item.days.lo - kWindow && more.lo < data.lo
                : other.days.lo > item.days.hi + kWindow &&
                      more.hi > other.days.hi;
        if (outlasts)
          sink_.NearMiss("window",
                         "the data of one source begin or end with this tenure",
                         {item.spell, other.spell});
        return outlasts;
      });
    };
    std::vector<EdgeItem> kept;
    for (const EdgeItem& item : items) {
      if (!shorter(item)) kept.push_back(item);
    }
    items = std::move(kept);
  }

  void Agreement(const std::vector<EdgeItem>& items) {
    if (sink_.near_misses == nullptr) return;
    std::vector<const Spell*> spells;
    bool censored = false, refined = false;
    for (const EdgeItem& item : items) {
      spells.push_back(item.spell);
      censored |= item.spell->censored;
      refined |= item.days != items.front().days;
    }
    if (!refined) return;
    if (censored) {
      sink_.NearMiss("censored", "the data of one source end before the tenure",
                     spells);
    } else {
      sink_.NearMiss("refinement",
                     "one source gives the day, another the month or year",
                     spells);
    }
  }

  void Emit(const std::pair<LineItem, LineItem>& pair,
            const std::vector<std::vector<LineItem>>& runs, Edge edge) {
    const auto& [lower, upper] = pair;
    Conflict conflict;
    conflict.kind = FindingKind::kTenure;
    conflict.subject = sink_.subject;
    conflict.predicate = sink_.predicate;
    conflict.statements = {lower.statement, upper.statement};
    conflict.violation_days = conflict.relative_violation = upper.lo - lower.hi;
    const char* const point = edge == Edge::kBegin ? kTenureBegin : kTenureEnd;
    conflict.walks.push_back(AxisWalk(lower.statement, lower.hi,
                                      upper.statement, upper.lo, 0, Cut::kHull,
                                      point));
    for (const std::vector<LineItem>& run : runs) {
      std::vector<StatementIndex> side;
      for (const LineItem& item : run) side.push_back(item.statement);
      conflict.sides.push_back(std::move(side));
      conflict.side_values.push_back(
          std::string(edge == Edge::kBegin ? "from " : "until ") + Window(run));
    }
    for (const StatementIndex s : conflict.statements) {
      conflict.signature.push_back(
          Hasher().Add(sink_.context.statements[s].hash).Add(point).value());
    }
    sink_.out.push_back(std::move(conflict));
  }

  // The days that all of a side allow: "2012-03-05", or "2013-03".
  static std::string Window(const std::vector<LineItem>& run) {
    double lo = -kInfinity, hi = kInfinity;
    for (const LineItem& item : run)
      lo = std::max(lo, item.lo), hi = std::min(hi, item.hi);
    return FormatDays({lo == -kInfinity ? kMinusInfinity : static_cast<Day>(lo),
                       hi == kInfinity ? kPlusInfinity : static_cast<Day>(hi)});
  }

  const TenureSink& sink_;
};

}  // namespace

void TenureSink::NearMiss(const char* reason, const char* text,
                          const std::vector<const Spell*>& spells) const {
  if (near_misses == nullptr) return;
  NearMissRow row{subject, predicate, reason, text, {}, {}};
  for (const Spell* spell : spells) {
    for (const StatementIndex s : spell->statements) {
      if (row.statements.size() < kMostNearMiss) row.statements.push_back(s);
    }
  }
  near_misses->push_back(std::move(row));
}

void CompareEdges(const std::vector<std::vector<const Spell*>>& by_source,
                  Edge edge, const TenureSink& sink) {
  EdgeCompare(sink).Run(by_source, edge);
}

}  // namespace gainsay::internal

#include "consistency/tenure_check.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <optional>
#include <tuple>

#include "base/hash.h"
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

// Days from the earliest begin to the latest end, with open ends a year long.
Day Length(const Spell& s) {
  constexpr Day kYear = 365;
  const Day hi = s.end.hi >= kPlusInfinity
                     ? std::max(s.end.lo, s.begin.lo) + kYear
                     : s.end.hi;
  const Day lo = s.begin.lo <= kMinusInfinity ? hi - kYear : s.begin.lo;
  return std::max(1, hi - lo);
}

// Spells that cover at least a quarter of the shorter one are the same tenure.
bool Covers(const Spell& a, const Spell& b) {
  const Day lo = std::max(a.begin.lo, b.begin.lo),
            hi = std::min(a.end.hi, b.end.hi);
  if (hi >= kPlusInfinity) return true;
  if (lo <= kMinusInfinity) return true;
  return hi > lo && (hi - lo) >= std::min(Length(a), Length(b)) / 4;
}

enum class Edge : std::uint8_t { kBegin, kEnd };

// One end of a tenure as a source tells it.
struct EdgeItem {
  const Spell* spell = nullptr;
  StatementIndex statement;
  DayInterval days;
};

class TenureGroup {
 public:
  TenureGroup(std::span<const Statement> group, const CheckContext& context,
              const SourceWindows& windows, std::vector<Conflict>& out,
              std::vector<NearMissRow>* near_misses)
      : context_(context),
        windows_(windows),
        out_(out),
        near_misses_(near_misses),
        subject_(group.front().subject),
        predicate_(group.front().predicate),
        spells_(SpellsOf(group, context)) {}

  void Run() {
    if (spells_.size() < 2 || spells_.size() > kMostSpells) return;
    for (const std::vector<const Spell*>& tenure : Tenures()) {
      if (tenure.size() > 1) CheckTenure(tenure);
    }
  }

 private:
  const ValueRow& Office(const Spell& s) const {
    return context_.graph.table[s.office];
  }
  OfficeRelation Relation(const Spell& a, const Spell& b) const {
    return context_.relations.Offices(Office(a), Office(b));
  }

  // Classes of spells that cover each other, of comparable offices and
  // different sources.
  std::vector<std::vector<const Spell*>> Tenures() {
    std::vector<std::size_t> parent(spells_.size());
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    const auto find = [&](std::size_t i) {
      while (parent[i] != i) i = parent[i] = parent[parent[i]];
      return i;
    };
    for (std::size_t i = 0; i < spells_.size(); ++i) {
      for (std::size_t j = i + 1; j < spells_.size(); ++j) {
        if (spells_[i].source == spells_[j].source ||
            !Covers(spells_[i], spells_[j]))
          continue;
        if (Relation(spells_[i], spells_[j]) != OfficeRelation::kOther) {
          parent[find(j)] = find(i);
        } else {
          NearMiss("other-office", "two offices of one person",
                   {&spells_[i], &spells_[j]});
        }
      }
    }
    std::vector<std::vector<const Spell*>> classes(spells_.size());
    for (std::size_t i = 0; i < spells_.size(); ++i)
      classes[find(i)].push_back(&spells_[i]);
    std::erase_if(classes, [](const auto& c) { return c.empty(); });
    return classes;
  }

  // The spells of one tenure by source; sources that mean their dates
  // otherwise, or tell of several related offices, are set aside with the
  // reason.
  void CheckTenure(const std::vector<const Spell*>& tenure) {
    std::vector<std::vector<const Spell*>> by_source;
    for (const Spell* spell : tenure) {
      if (by_source.empty() ||
          by_source.back().front()->source != spell->source)
        by_source.emplace_back();
      by_source.back().push_back(spell);
    }
    SetAsideDefinitions(by_source, tenure);
    SetAsideRelated(by_source, tenure);
    if (by_source.size() < 2) return;
    const bool split = std::ranges::any_of(
        by_source, [](const auto& s) { return s.size() > 1; });
    if (split) NearMiss("split", "one source breaks the tenure in two", tenure);
    CompareEdges(by_source, Edge::kBegin);
    CompareEdges(by_source, Edge::kEnd);
  }

  void SetAsideDefinitions(std::vector<std::vector<const Spell*>>& by_source,
                           const std::vector<const Spell*>& tenure) {
    const StringId scope = by_source.front().front()->scope;
    const bool differ = std::ranges::any_of(
        tenure, [&](const Spell* s) { return s->scope != scope; });
    if (!differ) return;
    NearMiss("definition", "a source means the dates of the office otherwise",
             tenure);
    // Compare what has no note; if all have notes, those of the first.
    const bool plain = std::ranges::any_of(
        tenure, [](const Spell* s) { return s->scope.index == 0; });
    for (auto& spells : by_source) {
      std::erase_if(spells, [&](const Spell* s) {
        return plain ? s->scope.index != 0 : s->scope != scope;
      });
    }
    std::erase_if(by_source, [](const auto& s) { return s.empty(); });
  }

  void SetAsideRelated(std::vector<std::vector<const Spell*>>& by_source,
                       const std::vector<const Spell*>& tenure) {
    if (by_source.size() < 2) return;
    const bool single = std::ranges::all_of(
        by_source, [](const auto& s) { return s.size() == 1; });
    if (single) return;
    // Where one source has several spells, only spells of the same office
    // count.
    const Spell& lead = *by_source.front().front();
    bool dropped = false;
    for (auto& spells : by_source) {
      const std::size_t before = spells.size();
      std::erase_if(spells, [&](const Spell* s) {
        return s != &lead && Relation(lead, *s) != OfficeRelation::kSame;
      });
      dropped |= spells.size() != before;
    }
    std::erase_if(by_source, [](const auto& s) { return s.empty(); });
    if (dropped)
      NearMiss("other-office",
               "related offices of one person, held one after the other",
               tenure);
  }

  EdgeItem ItemOf(const std::vector<const Spell*>& spells, Edge edge) const {
    if (edge == Edge::kBegin) {
      const Spell* const first = *std::ranges::min_element(
          spells, {}, [](const Spell* s) { return s->begin.lo; });
      return {first, first->statements.front(), first->begin};
    }
    const Spell* const last = *std::ranges::max_element(
        spells, {},
        [](const Spell* s) { return std::pair(s->end.hi, s->end.lo); });
    return {last, last->statements.back(), last->end};
  }

  void CompareEdges(const std::vector<std::vector<const Spell*>>& by_source,
                    Edge edge) {
    std::vector<EdgeItem> items;
    for (const auto& spells : by_source) {
      const EdgeItem item = ItemOf(spells, edge);
      const bool known = edge == Edge::kBegin
                             ? item.spell->begin_known
                             : item.spell->end_known || item.spell->censored;
      if (known) items.push_back(item);
    }
    DropWindows(items, edge);
    if (items.size() < 2) return;
    std::vector<LineItem> line;
    for (const EdgeItem& item : items)
      line.push_back({DayNumber(item.days.lo), DayNumber(item.days.hi), false,
                      false, item.statement});
    const auto may = [this](StatementIndex a, StatementIndex b) {
      return a != b;
    };
    const Tolerance slack{
        static_cast<double>(context_.graph.schema[predicate_].day_slack), 0};
    if (const auto pair = WidestPair(line, slack, may)) {
      Emit(*pair, Runs(line, slack), edge);
    } else {
      Agreement(items);
    }
  }

  // A tenure that begins (ends) with its source's data may have begun before
  // (ended after).
  void DropWindows(std::vector<EdgeItem>& items, Edge edge) {
    const auto shorter = [&](const EdgeItem& item) {
      const DayInterval data =
          windows_.Of(item.spell->source, Office(*item.spell));
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
            windows_.Of(other.spell->source, Office(*other.spell));
        const bool outlasts =
            edge == Edge::kBegin
                ? other.days.hi < item.days.lo - kWindow && more.lo < data.lo
                : other.days.lo > item.days.hi + kWindow &&
                      more.hi > other.days.hi;
        if (outlasts)
          NearMiss("window",
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
    if (near_misses_ == nullptr) return;
    std::vector<const Spell*> spells;
    bool censored = false, refined = false;
    for (const EdgeItem& item : items) {
      spells.push_back(item.spell);
      censored |= item.spell->censored;
      refined |= item.days != items.front().days;
    }
    if (!refined) return;
    if (censored) {
      NearMiss("censored", "the data of one source end before the tenure",
               spells);
    } else {
      NearMiss("refinement",
               "one source gives the day, another the month or year", spells);
    }
  }

  void Emit(const std::pair<LineItem, LineItem>& pair,
            const std::vector<std::vector<LineItem>>& runs, Edge edge) {
    const auto& [lower, upper] = pair;
    Conflict conflict;
    conflict.kind = FindingKind::kTenure;
    conflict.subject = subject_;
    conflict.predicate = predicate_;
    conflict.statements = {lower.statement, upper.statement};
    conflict.violation_days = conflict.relative_violation = upper.lo - lower.hi;
    const char* const point =
        edge == Edge::kBegin ? "begin of the tenure" : "end of the tenure";
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
          Hasher().Add(context_.statements[s].hash).Add(point).value());
    }
    out_.push_back(std::move(conflict));
  }

  // The days that all of a side allow: "2012-03-05", or
  // "2013-03-01..2013-03-31".
  static std::string Window(const std::vector<LineItem>& run) {
    double lo = -kInfinity, hi = kInfinity;
    for (const LineItem& item : run)
      lo = std::max(lo, item.lo), hi = std::min(hi, item.hi);
    const auto day = [](double d) {
      return d == -kInfinity  ? std::string("..")
             : d == kInfinity ? std::string("..")
                              : FormatDay(static_cast<Day>(d));
    };
    return lo == hi ? day(lo) : day(lo) + "/" + day(hi);
  }

  void NearMiss(const char* reason, const char* text,
                const std::vector<const Spell*>& spells) {
    if (near_misses_ == nullptr) return;
    NearMissRow row{subject_, predicate_, reason, text, {}, {}};
    for (const Spell* spell : spells) {
      for (const StatementIndex s : spell->statements) {
        if (row.statements.size() < kMostNearMiss) row.statements.push_back(s);
      }
    }
    near_misses_->push_back(std::move(row));
  }

  const CheckContext& context_;
  const SourceWindows& windows_;
  std::vector<Conflict>& out_;
  std::vector<NearMissRow>* near_misses_;
  SubjectIndex subject_;
  PredicateIndex predicate_;
  std::vector<Spell> spells_;
};

}  // namespace

void CheckTenures(std::span<const Statement> group, const CheckContext& context,
                  const SourceWindows& windows, std::vector<Conflict>& out,
                  std::vector<NearMissRow>* near_misses) {
  if (group.size() < 2 || !context.predicate(group.front()).compared) return;
  TenureGroup(group, context, windows, out, near_misses).Run();
}

}  // namespace gainsay::internal

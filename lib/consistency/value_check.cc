#include "consistency/value_check.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <optional>
#include <span>
#include <tuple>

#include "calendar/duration.h"
#include "consistency/clock_pairs.h"
#include "consistency/interval_sides.h"
#include "consistency/name_sides.h"
#include "consistency/nested_sides.h"
#include "consistency/told_once.h"
#include "consistency/value_cells.h"
#include "graph/clock_values.h"

namespace gainsay::internal {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr std::size_t kMostNearMiss = 8;  // statements of one near miss
double DayNumber(Day day) {
  if (day <= kMinusInfinity) return -kInfinity;
  return day >= kPlusInfinity ? kInfinity : static_cast<double>(day);
}

LineItem ItemOf(const Statement& s, const CheckContext& context, bool core) {
  const ValueRow& value = context.value(s);
  const Predicate& predicate = context.predicate(s);
  LineItem item;
  item.statement = context.index(s);
  if (value.kind == ValueKind::kDate) {
    const DayInterval days = core ? value.core : value.hull;
    item.lo = DayNumber(days.lo);
    item.hi = DayNumber(days.hi);
  } else if (value.kind == ValueKind::kDuration) {
    const DayInterval days =
        CountDays(value.count, core ? Cut::kCore : Cut::kHull);
    item.lo = DayNumber(days.lo);
    item.hi = DayNumber(days.hi);
  } else if (value.kind == ValueKind::kBool) {
    item.lo = item.hi = value.number;
  } else {
    const QuantityInterval q = core ? value.qcore : value.qhull;
    item.lo = q.lo;
    item.hi = q.hi;
    item.lo_open = q.lo_open;
    item.hi_open = q.hi_open;
  }
  if (value.kind == ValueKind::kDate && predicate.day_slack > 0 && !core)
    item.hi += predicate.day_slack;
  return item;
}

// The statements of one cell.
class CellCheck {
 public:
  CellCheck(std::vector<const Statement*> cell, const CheckContext& context,
            std::vector<Conflict>& out, std::vector<NearMissRow>* near_misses)
      : cell_(std::move(cell)),
        context_(context),
        out_(out),
        near_misses_(near_misses),
        predicate_(context.predicate(*cell_.front())) {}

  void Run(Axis axis) {
    switch (axis) {
      case Axis::kDays:
        return OnLine({0, 0});
      case Axis::kMinutes:
        return OfMinutes();
      case Axis::kNumber:
        return OnLine(
            {predicate_.absolute_tolerance, predicate_.relative_tolerance});
      case Axis::kWords:
        return OfWords();
      case Axis::kPlace:
        return OfPlaces();
      case Axis::kNone:
        return;
    }
  }

 private:
  using Nests = std::function<bool(StatementIndex, StatementIndex)>;

  const Statement& at(StatementIndex i) const { return context_.statements[i]; }
  bool May(StatementIndex lower, StatementIndex upper) const {
    return MayContradict(at(lower), at(upper), context_) &&
           !(predicate_.monotone && IsBefore(at(lower), at(upper)));
  }
  auto MayFunction() const {
    return [this](StatementIndex a, StatementIndex b) { return May(a, b); };
  }

  std::vector<LineItem> Items(bool core) const {
    std::vector<LineItem> items;
    for (const Statement* s : cell_) {
      if (!core && context_.value(*s).vague) continue;
      items.push_back(ItemOf(*s, context_, core));
    }
    return items;
  }

  void OnLine(Tolerance tolerance) {
    for (const bool core : {false, true}) {
      const std::vector<LineItem> items = Items(core);
      if (const auto pair = WidestPair(items, tolerance, MayFunction())) {
        return Emit(*pair, Runs(items, tolerance), tolerance, core);
      }
    }
    NearMiss(
        predicate_.kind == ValueKind::kQuantity ? "tolerance" : "refinement",
        "the values agree within what each allows");
  }

  // Times of day beside full times: a time of day agrees with every day's.
  void OfMinutes() {
    std::vector<LineItem> full, of_day, all;
    for (const Statement* s : cell_) {
      (context_.value(*s).kind == ValueKind::kTime ? of_day : full)
          .push_back(ItemOf(*s, context_, false));
    }
    const Tolerance tolerance{predicate_.absolute_tolerance, 0};
    if (full.empty() && AreToldClocks(cell_, context_)) return OfToldClocks();
    if (of_day.empty() || full.empty()) return OnLine(tolerance);
    if (const auto pair = WidestPair(full, tolerance, MayFunction())) {
      return Emit(*pair,
                  WithTimesOfDay(Runs(full, tolerance), of_day, tolerance),
                  tolerance, false);
    }
    for (LineItem item : full) {
      const double day = std::floor(item.lo / kMinutesOfDay) * kMinutesOfDay;
      item.lo -= day;
      item.hi -= day;
      all.push_back(item);
    }
    all.insert(all.end(), of_day.begin(), of_day.end());
    if (const auto pair = WidestPair(all, tolerance, MayFunction()))
      Emit(*pair, Runs(all, tolerance), tolerance, false);
  }

  void OfToldClocks() {
    const auto pair = ApartClocks(cell_, context_);
    if (!pair)
      return NearMiss("refinement",
                      "the clock times agree within what each "
                      "allows");
    std::vector<std::vector<LineItem>> runs;
    for (const auto& side : ClockSides(cell_, *pair, context_)) {
      runs.emplace_back();
      for (const StatementIndex s : side)
        runs.back().push_back({.statement = s});
    }
    Emit({pair->lower, pair->upper}, runs, {}, pair->core);
    Severity& severity = out_.back().severity;
    if (pair->zones && severity == Severity::kDefinite)
      severity = Severity::kProbable;
  }

  static std::vector<std::vector<LineItem>> WithTimesOfDay(
      std::vector<std::vector<LineItem>> runs,
      const std::vector<LineItem>& of_day, Tolerance tolerance) {
    std::vector<LineItem> rest;
    for (const LineItem& item : of_day) {
      const auto run =
          std::ranges::find_if(runs, [&](const std::vector<LineItem>& r) {
            return std::abs(std::fmod(r.front().lo, kMinutesOfDay) - item.lo) <=
                   tolerance.absolute;
          });
      if (run != runs.end()) {
        run->push_back(item);
      } else {
        rest.push_back(item);
      }
    }
    for (std::vector<LineItem>& run : Runs(rest, tolerance))
      runs.push_back(std::move(run));
    return runs;
  }

  void OfWords() {
    NameSides sides;
    for (const Statement* s : cell_) {
      const ValueRow& value = context_.value(*s);
      // An id says what a name means; names are compared where there is none.
      const bool by_id = value.kind == ValueKind::kEntity &&
                         value.qualifier.valid() && value.qualifier.index != 0;
      const auto key = by_id ? std::pair(StringId(), value.qualifier)
                             : std::pair(value.text, StringId());
      sides[key].push_back(context_.index(*s));
    }
    const std::size_t values = sides.size();
    Sides people = OnePersonEach(std::move(sides), context_);
    if (people.size() > 1 &&  // one cell, one moment
        MayHaveChanged(*cell_.front(), *cell_.front(), predicate_))
      return NearMiss("succession", "one may have followed the other");
    if (!predicate_.parts_agree) return EmitWords(std::move(people));
    Rank(people);
    const Nests holds = [this](StatementIndex a, StatementIndex b) {
      return OneHoldsWordsOfOther(Words(a), Words(b));
    };
    Sides nested = NestedSides(std::move(people), holds);
    if (nested.size() == 1 && values > 1)
      return NearMiss("refinement", "one text holds the words of the other");
    EmitWords(std::move(nested), holds);
  }

  // Places: one that holds the other is the same place, told less precisely.
  void OfPlaces() {
    std::map<StringId, std::vector<StatementIndex>> by_name;
    for (const Statement* s : cell_)
      by_name[context_.value(*s).text].push_back(context_.index(*s));
    Sides names;
    for (auto& [name, side] : by_name) names.push_back(std::move(side));
    Rank(names);
    const Nests holds = [this](StatementIndex a, StatementIndex b) {
      return Nested(a, b);
    };
    Sides sides = NestedSides(std::move(names), holds);
    if (sides.size() == 1 && by_name.size() > 1)
      return NearMiss("refinement", "one place lies within the other");
    EmitWords(std::move(sides), holds);
  }
  std::string_view Words(StatementIndex s) const {
    return context_.graph.strings.View(context_.value(at(s)).text);
  }
  bool Nested(StatementIndex a, StatementIndex b) const {
    const ValueRow& x = context_.value(at(a));
    const ValueRow& y = context_.value(at(b));
    return context_.relations.Holds(x, y) || context_.relations.Holds(y, x);
  }

  // The most claimed first, whatever the order of names.
  void Rank(Sides& sides) const {
    std::ranges::sort(sides, {}, [this](const auto& side) {
      std::int64_t claims = 0;
      std::uint64_t least = std::numeric_limits<std::uint64_t>::max();
      for (const StatementIndex s : side) {
        claims -= at(s).claims;
        least = std::min(least, at(s).hash);
      }
      return std::pair(claims, least);
    });
  }

  // The first statements of two sides that may contradict each other.
  std::optional<std::pair<StatementIndex, StatementIndex>> WitnessOf(
      std::span<const StatementIndex> a, std::span<const StatementIndex> b,
      const Nests& nested) const {
    constexpr std::size_t kMostLookedAt = 64;
    for (const StatementIndex x : a.first(std::min(a.size(), kMostLookedAt))) {
      for (const StatementIndex y :
           b.first(std::min(b.size(), kMostLookedAt))) {
        if (May(x, y) && !(nested && nested(x, y))) return std::pair(x, y);
      }
    }
    return std::nullopt;
  }

  // The witness: the most claimed side against the next one that may contradict
  // it. `nested`: statements of two sides that agree nevertheless.
  void EmitWords(Sides sides, const Nests& nested = nullptr) {
    if (sides.size() < 2) return;
    Rank(sides);
    for (std::size_t i = 0; i + 1 < sides.size(); ++i) {
      for (std::size_t j = i + 1; j < sides.size(); ++j) {
        const auto witness = WitnessOf(sides[i], sides[j], nested);
        if (!witness) continue;
        Conflict conflict = NewConflict(witness->first, witness->second);
        conflict.relative_violation = 1;
        conflict.sides = std::move(sides);
        out_.push_back(std::move(conflict));
        return;
      }
    }
  }

  void Emit(const std::pair<LineItem, LineItem>& pair,
            const std::vector<std::vector<LineItem>>& runs, Tolerance tolerance,
            bool core) {
    const auto& [lower, upper] = pair;
    Conflict conflict = NewConflict(lower.statement, upper.statement);
    if (core) conflict.severity = Severity::kTension;
    const double gap = upper.lo - lower.hi;
    const double slack = tolerance.Of(lower.hi, upper.lo);
    const ValueKind kind = context_.value(at(lower.statement)).kind;
    if (kind == ValueKind::kDate) {
      conflict.violation_days = gap;
      conflict.relative_violation = gap;
    } else {
      const double scale = std::max(std::abs(lower.hi), std::abs(upper.lo));
      conflict.relative_violation = slack > 0   ? gap / slack
                                    : scale > 0 ? gap / scale
                                                : gap;
    }
    conflict.walks.push_back(AxisWalk(lower.statement, lower.hi,
                                      upper.statement, upper.lo, slack,
                                      core ? Cut::kCore : Cut::kHull, "value"));
    for (const std::vector<LineItem>& run : runs) {
      std::vector<StatementIndex> side;
      for (const LineItem& item : run) side.push_back(item.statement);
      conflict.sides.push_back(std::move(side));
    }
    out_.push_back(std::move(conflict));
  }

  Conflict NewConflict(StatementIndex a, StatementIndex b) const {
    Conflict conflict;
    conflict.kind = FindingKind::kValue;
    conflict.subject = at(a).subject;
    conflict.predicate = at(a).predicate;
    conflict.statements = {a, b};
    conflict.severity =
        MayHaveChanged(at(a), at(b), predicate_) ? Severity::kTension
        : IsFocalDate(predicate_) || IsOfStory(at(a), context_) ||
                IsOfStory(at(b), context_)
            ? Severity::kProbable
            : Severity::kDefinite;
    return conflict;
  }

  void NearMiss(const char* reason, const char* text) {
    if (near_misses_ == nullptr || cell_.size() < 2) return;
    NearMissRow row;
    row.subject = cell_.front()->subject;
    row.predicate = cell_.front()->predicate;
    row.reason = reason;
    row.text = text;
    for (const Statement* s : cell_) {
      if (row.statements.size() < kMostNearMiss)
        row.statements.push_back(context_.index(*s));
    }
    near_misses_->push_back(std::move(row));
  }

  std::vector<const Statement*> cell_;
  const CheckContext& context_;
  std::vector<Conflict>& out_;
  std::vector<NearMissRow>* near_misses_;
  const Predicate& predicate_;
};

using Cells = std::map<Cell, std::vector<const Statement*>>;

// Why two cells of one group are not compared.
void NearMissBetween(const Cells& cells, const CheckContext& context,
                     std::vector<NearMissRow>& out) {
  for (auto it = cells.begin();
       it != cells.end() && std::next(it) != cells.end(); ++it) {
    const auto next = std::next(it);
    const Statement& a = *it->second.front();
    const Statement& b = *next->second.front();
    // Moments of what changes: ChangeNearMisses says it in order of time.
    if (context.predicate(a).changes && !HasValidTime(a) && a.scope == b.scope)
      continue;
    NearMissRow row{a.subject,
                    a.predicate,
                    "scope",
                    "the values hold at different times or in different scopes",
                    {context.index(a), context.index(b)},
                    {}};
    if (it->first.axis != next->first.axis) {
      row.reason = "other-attribute";
      row.text = "the values are of different types";
    } else if (it->first.unit != next->first.unit) {
      row.reason = "unit";
      row.text = "the values are in different units";
    }
    out.push_back(std::move(row));
  }
}

}  // namespace

void CheckValues(std::span<const Statement> group, const CheckContext& context,
                 std::vector<Conflict>& out,
                 std::vector<NearMissRow>* near_misses) {
  if (group.size() < 2) return;
  const Predicate& predicate = context.predicate(group.front());
  if (!predicate.single || !predicate.compared ||
      (IsFocalDate(predicate) && !ToldOnce(group, context)))
    return;
  Cells cells;
  for (const Statement& s : group) {
    if (TakesPart(s, context)) cells[CellOf(s, context)].push_back(&s);
  }
  for (const auto& [cell, statements] : cells) {
    if (statements.size() > 1)
      CellCheck(statements, context, out, near_misses).Run(cell.axis);
  }
  if (near_misses != nullptr) NearMissBetween(cells, context, *near_misses);
}

}  // namespace gainsay::internal

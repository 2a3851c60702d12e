#include "consistency/schema_check.h"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <tuple>

namespace gainsay::internal {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr std::size_t kMostValues =
    4;  // of one predicate of one subject, in a dependency

// Equal for equal values: their words, their number, their days.
using ValueKey = std::tuple<ValueKind, StringId, StringId, double, Day, Day>;

ValueKey KeyOf(const ValueRow& v) {
  return {v.kind, v.text, v.qualifier, v.number, v.hull.lo, v.hull.hi};
}

using StatementList = std::vector<const Statement*>;

class SchemaCheck {
 public:
  SchemaCheck(const CheckContext& context, std::vector<Conflict>& out)
      : context_(context), schema_(context.graph.schema), out_(out) {
    for (const Statement& s : context.statements.statements) {
      if (TakesPart(s, context)) by_predicate_[s.predicate].push_back(&s);
    }
  }

  void Run() {
    for (const auto& [predicate, statements] : by_predicate_) {
      CheckAlone(schema_[predicate], statements);
    }
    for (const DependencyRule& rule : schema_.dependencies())
      CheckDependency(rule);
    for (const ExclusionRule& rule : schema_.exclusions()) CheckExclusion(rule);
    for (const LifetimeRule& rule : schema_.lifetimes()) CheckLifetime(rule);
    for (const ContemporaryRule& rule : schema_.contemporaries())
      CheckContemporary(rule);
    for (const InverseRule& rule : schema_.inverses()) CheckInverse(rule);
  }

 private:
  const StatementList& Of(PredicateIndex predicate) const {
    static const StatementList none;
    const auto it = by_predicate_.find(predicate);
    return it == by_predicate_.end() ? none : it->second;
  }
  // Statements are ordered by subject: those of one.
  StatementList Of(PredicateIndex predicate, SubjectIndex subject) const {
    const StatementList& all = Of(predicate);
    const auto by_subject = [](const Statement* s) { return s->subject; };
    const auto first = std::ranges::lower_bound(all, subject, {}, by_subject);
    const auto last = std::ranges::upper_bound(all, subject, {}, by_subject);
    return {first, last};
  }

  Conflict New(const Statement& s, StatementList statements,
               std::string summary) const {
    Conflict conflict;
    conflict.kind = FindingKind::kSchema;
    conflict.subject = s.subject;
    conflict.predicate = s.predicate;
    for (const Statement* statement : statements)
      conflict.statements.push_back(context_.index(*statement));
    conflict.relative_violation = 1;
    conflict.summary = std::move(summary);
    return conflict;
  }

  std::string Label(const Statement& s) const {
    return context_.graph.subjects[s.subject].label;
  }
  std::string Surface(const Statement& s) const {
    return std::string(context_.graph.strings.View(context_.value(s).surface));
  }

  // Ranges and lists of values: a statement against a given.
  void CheckAlone(const Predicate& p, const StatementList& statements) {
    const bool bounded = p.range_lo > -kInfinity || p.range_hi < kInfinity;
    if (!bounded && p.one_of.empty() && p.none_of.empty()) return;
    for (const Statement* s : statements) {
      const ValueRow& value = context_.value(*s);
      if (bounded && value.kind == ValueKind::kQuantity &&
          (value.qhull.hi < p.range_lo || value.qhull.lo > p.range_hi)) {
        OutOfRange(p, *s, value.qhull.hi < p.range_lo);
      }
      const std::string_view text = context_.graph.strings.View(value.text);
      if (!p.one_of.empty() &&
          std::ranges::find(p.one_of, text) == p.one_of.end()) {
        out_.push_back(
            New(*s, {s},
                p.label + " of " + Label(*s) +
                    " is none of the values allowed: " + Surface(*s)));
      }
      if (std::ranges::find(p.none_of, text) != p.none_of.end()) {
        out_.push_back(
            New(*s, {s},
                p.label + " of " + Label(*s) + " must not be " + Surface(*s)));
      }
    }
  }
  void OutOfRange(const Predicate& p, const Statement& s, bool below) {
    const ValueRow& value = context_.value(s);
    Conflict conflict = New(
        s, {&s},
        p.label + " of " + Label(s) + " is outside its range: " + Surface(s));
    const StatementIndex none;
    const StatementIndex self = context_.index(s);
    Walk walk = below ? AxisWalk(self, value.qhull.hi, none, p.range_lo, 0,
                                 Cut::kHull, "value")
                      : AxisWalk(none, p.range_hi, self, value.qhull.lo, 0,
                                 Cut::kHull, "value");
    for (WalkStep& step : walk.steps) {
      if (!step.statement.valid())
        step.by_kind = step.by = "schema", step.text = "range of the predicate";
    }
    conflict.walks.push_back(std::move(walk));
    out_.push_back(std::move(conflict));
  }

  // Subjects with equal values of `same`, but different ones of `then`.
  void CheckDependency(const DependencyRule& rule) {
    struct Row {
      std::vector<ValueKey> key;
      const Statement* then;
      StatementList same;
    };
    std::vector<Row> rows;
    for (const Statement* then : Of(rule.then)) {
      StatementList same;
      std::vector<ValueKey> key;
      for (const PredicateIndex predicate : rule.same) {
        const StatementList values = Of(predicate, then->subject);
        if (values.empty() || values.size() > kMostValues) break;
        same.push_back(values.front());
        key.push_back(KeyOf(context_.value(*values.front())));
      }
      if (key.size() == rule.same.size())
        rows.push_back({std::move(key), then, std::move(same)});
    }
    std::ranges::stable_sort(rows, {}, &Row::key);
    for (std::size_t i = 0; i < rows.size();) {
      std::size_t j = i + 1;
      while (j < rows.size() && rows[j].key == rows[i].key) ++j;
      std::map<ValueKey, std::vector<const Row*>> sides;
      for (std::size_t k = i; k < j; ++k)
        sides[KeyOf(context_.value(*rows[k].then))].push_back(&rows[k]);
      if (sides.size() > 1) {
        std::vector<std::vector<const Row*>> list;
        for (auto& [value, side] : sides) list.push_back(std::move(side));
        std::ranges::stable_sort(list, std::ranges::greater{},
                                 [](const auto& side) { return side.size(); });
        EmitDependency(rule, list);
      }
      i = j;
    }
  }
  template <typename Row>
  void EmitDependency(const DependencyRule& rule,
                      const std::vector<std::vector<const Row*>>& sides) {
    const Row& a = *sides[0].front();
    const Row& b = *sides[1].front();
    StatementList minimal = {a.then, b.then};
    minimal.insert(minimal.end(), a.same.begin(), a.same.end());
    minimal.insert(minimal.end(), b.same.begin(), b.same.end());
    std::string text = rule.text;
    if (text.empty())
      text = "what agrees on " + schema_[rule.same.front()].label +
             " agrees on " + schema_[rule.then].label;
    Conflict conflict = New(*a.then, minimal,
                            text + ": \"" + Surface(*a.then) + "\" against \"" +
                                Surface(*b.then) + "\"");
    for (const auto& side : sides) {
      std::vector<StatementIndex> statements;
      for (const Row* row : side) {
        statements.push_back(context_.index(*row->then));
        if (row != &a && row != &b) continue;
        for (const Statement* s : row->same)
          statements.push_back(context_.index(*s));
      }
      conflict.sides.push_back(std::move(statements));
    }
    out_.push_back(std::move(conflict));
  }

  bool Matches(const Statement& s, const std::string& value) const {
    return value.empty() ||
           context_.graph.strings.View(context_.value(s).text) == value;
  }
  void CheckExclusion(const ExclusionRule& rule) {
    for (const Statement* a : Of(rule.a)) {
      if (!Matches(*a, rule.a_value)) continue;
      for (const Statement* b : Of(rule.b, a->subject)) {
        if (a == b || !Matches(*b, rule.b_value)) continue;
        if (rule.a == rule.b && rule.a_value == rule.b_value && b < a) continue;
        const std::string text = rule.text.empty()
                                     ? schema_[rule.a].label + " and " +
                                           schema_[rule.b].label +
                                           " exclude each other"
                                     : rule.text;
        out_.push_back(New(*a, {a, b}, text + " (" + Label(*a) + ")"));
        break;
      }
    }
  }

  // The first day a tenure surely lasts to, the last by which it has surely
  // begun.
  static Day SurelyUntil(const Statement& s) {
    if (s.valid.end_known) return s.valid.end.lo;
    return std::max(s.valid.begin_known ? s.valid.begin.lo : kMinusInfinity,
                    s.as_of.lo);
  }
  void CheckLifetime(const LifetimeRule& rule) {
    // Dates that a source means otherwise say nothing of the person.
    StatementList tenures = Of(rule.tenure);
    std::erase_if(tenures,
                  [](const Statement* s) { return s->scope.index != 0; });
    for (auto first = tenures.begin(); first != tenures.end();) {
      const SubjectIndex subject = (*first)->subject;
      const auto last = std::find_if(
          first, tenures.end(),
          [&](const Statement* s) { return s->subject != subject; });
      const StatementList life(first, last);
      if (rule.died.valid()) CheckDied(rule, life, Of(rule.died, subject));
      if (rule.born.valid()) CheckBorn(rule, life, Of(rule.born, subject));
      first = last;
    }
  }
  Day Hi(const Statement* s) const { return context_.value(*s).hull.hi; }
  Day Lo(const Statement* s) const { return context_.value(*s).hull.lo; }

  void CheckDied(const LifetimeRule& rule, const StatementList& tenures,
                 const StatementList& deaths) {
    if (deaths.empty()) return;
    const auto until = [](const Statement* s) { return SurelyUntil(*s); };
    const Statement* const last = *std::ranges::max_element(tenures, {}, until);
    const Statement* const died = *std::ranges::min_element(
        deaths, {}, [this](const Statement* s) { return Hi(s); });
    if (SurelyUntil(*last) <= Hi(died)) return;
    StatementList after;
    for (const Statement* s : tenures)
      if (SurelyUntil(*s) > Hi(died)) after.push_back(s);
    EmitLife(rule, *last, after,
             "until " + FormatDay(SurelyUntil(*last)) + " at least", deaths,
             *died, Hi(died), SurelyUntil(*last));
  }
  void CheckBorn(const LifetimeRule& rule, const StatementList& tenures,
                 const StatementList& births) {
    if (births.empty()) return;
    const auto begin = [](const Statement* s) {
      return s->valid.begin_known ? s->valid.begin.hi : kPlusInfinity;
    };
    const Statement* const first =
        *std::ranges::min_element(tenures, {}, begin);
    const Statement* const born = *std::ranges::max_element(
        births, {}, [this](const Statement* s) { return Lo(s); });
    if (begin(first) >= Lo(born)) return;
    StatementList before;
    for (const Statement* s : tenures)
      if (begin(s) < Lo(born)) before.push_back(s);
    EmitLife(rule, *first, before,
             "from " + FormatDay(begin(first)) + " at the latest", births,
             *born, begin(first), Lo(born));
  }
  void EmitLife(const LifetimeRule& rule, const Statement& tenure,
                const StatementList& tenures, std::string when,
                const StatementList& lives, const Statement& life, Day lower,
                Day upper) {
    Conflict conflict = New(tenure, {&tenure, &life}, {});
    conflict.violation_days = conflict.relative_violation = upper - lower;
    const bool died = rule.died == life.predicate;
    const StatementIndex t = context_.index(tenure), l = context_.index(life);
    conflict.walks.push_back(AxisWalk(died ? l : t, lower, died ? t : l, upper,
                                      0, Cut::kHull, "the day"));
    const std::string limit =
        died ? "died " + FormatDay(lower) + " at the latest"
             : "born " + FormatDay(upper) + " at the earliest";
    conflict.summary =
        Label(tenure) + ": in office " + when + ", " + limit + ", though " +
        (rule.text.empty() ? "a tenure lies within a life" : rule.text);
    conflict.sides.resize(2);
    for (const Statement* s : tenures)
      conflict.sides[0].push_back(context_.index(*s));
    for (const Statement* s : lives)
      conflict.sides[1].push_back(context_.index(*s));
    conflict.side_values = {"in office " + when, limit};
    out_.push_back(std::move(conflict));
  }

  // The subject that an entity or place names: by id, else by its name as
  // written.
  SubjectIndex SubjectOf(const ValueRow& value) {
    if (names_.empty()) {
      const auto& referents = context_.graph.table.referents;
      for (std::size_t i = 0; i < referents.size(); ++i) {
        const SubjectIndex subject = context_.graph.subjects.of_referent[i];
        if (referents[i].external_id.valid() &&
            referents[i].external_id.index != 0)
          names_.emplace(referents[i].external_id, subject);
        if (referents[i].name.valid() && referents[i].name.index != 0)
          names_.emplace(referents[i].name, subject);
      }
    }
    for (const StringId key : {value.qualifier, value.surface}) {
      if (!key.valid() || key.index == 0) continue;
      if (const auto it = names_.find(key); it != names_.end())
        return it->second;
    }
    return {};
  }
  void CheckContemporary(const ContemporaryRule& rule) {
    for (const Statement* s : Of(rule.predicate)) {
      const SubjectIndex object = SubjectOf(context_.value(*s));
      if (!object.valid() || object == s->subject) continue;
      for (const auto& [first, second] :
           {std::pair(s->subject, object), std::pair(object, s->subject)}) {
        const StatementList deaths = Of(rule.died, first),
                            births = Of(rule.born, second);
        if (deaths.empty() || births.empty()) continue;
        const Statement* const died = *std::ranges::max_element(
            deaths, {}, [this](const Statement* x) { return Hi(x); });
        const Statement* const born = *std::ranges::min_element(
            births, {}, [this](const Statement* x) { return Lo(x); });
        if (Hi(died) >= Lo(born)) continue;
        Conflict conflict = New(*s, {s, died, born},
                                Label(*s) + " and " + Surface(*s) +
                                    " did not live at the same time");
        conflict.violation_days = conflict.relative_violation =
            Lo(born) - Hi(died);
        conflict.walks.push_back(AxisWalk(context_.index(*died), Hi(died),
                                          context_.index(*born), Lo(born), 0,
                                          Cut::kHull, "the day"));
        out_.push_back(std::move(conflict));
      }
    }
  }

  // a(x) = y, and b is single: b(y) = z is another than x.
  // What is said to be the other's may be this one's subject, if it is no
  // subject of its own.
  bool MayName(const Statement& other, const Statement& s) {
    const ValueRow& value = context_.value(other);
    return !SubjectOf(value).valid() &&
           context_.relations.Person(value, s.subject) !=
               PersonRelation::kOther;
  }
  void CheckInverse(const InverseRule& rule) {
    for (const auto& [forward, back] :
         {std::pair(rule.a, rule.b), std::pair(rule.b, rule.a)}) {
      if (!schema_[back].single) continue;
      for (const Statement* s : Of(forward)) {
        const SubjectIndex object = SubjectOf(context_.value(*s));
        if (!object.valid()) continue;
        for (const Statement* other : Of(back, object)) {
          const SubjectIndex named = SubjectOf(context_.value(*other));
          if (named == s->subject || MayName(*other, *s)) continue;
          out_.push_back(New(*s, {s, other},
                             schema_[forward].label + " of " + Label(*s) +
                                 " against " + schema_[back].label + " of " +
                                 Label(*other)));
        }
      }
      if (rule.a == rule.b) break;
    }
  }

  const CheckContext& context_;
  const Schema& schema_;
  std::vector<Conflict>& out_;
  std::map<PredicateIndex, StatementList> by_predicate_;
  std::map<StringId, SubjectIndex> names_;
};

}  // namespace

void CheckSchema(const CheckContext& context, std::vector<Conflict>& out) {
  SchemaCheck(context, out).Run();
}

}  // namespace gainsay::internal

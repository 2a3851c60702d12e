#include "consistency/text_tenure_check.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "base/hash.h"
#include "calendar/civil.h"
#include "calendar/cuts.h"
#include "consistency/name_sides.h"
#include "consistency/tenure_spells.h"

namespace gainsay::internal {
namespace {

constexpr Day kTakingOver = 7;    // days after a beginning that tell nothing
constexpr Day kHandingOver = 31;  // days that two tenures may share

// What one document tells of a holder.
struct TextSpell {
  const Statement* holder = nullptr;
  const Statement *since = nullptr, *until = nullptr;  // null: not told
  Day lo = 0, hi = 0;  // between them the office was surely theirs
  std::size_t side = 0;
  bool IsDay() const { return since == nullptr && until == nullptr; }
  const Statement& Begins() const {
    return since != nullptr ? *since : *holder;
  }
  const Statement& Ends() const { return until != nullptr ? *until : *holder; }
};

class TextTenures {
 public:
  TextTenures(const CheckContext& context, std::vector<Conflict>& out)
      : context_(context), out_(out) {}

  void Run() {
    for (const Statement& s : context_.statements.statements) {
      if (IsBeginning(s)) begun_.push_back({context_.value(s).hull.lo, &s});
      if (!TakesPart(s, context_) || !IsOfTenure(s)) continue;
      for (const DocumentIndex document : DocumentsOf(s))
        told_[document].push_back(&s);
    }
    std::ranges::sort(begun_, {}, [](const Begun& b) {
      return std::pair(b.first, b.second->hash);
    });
    if (told_.empty() && begun_.empty()) return;
    std::vector<std::span<const Statement>> offices;
    for (const auto group : GroupsOf(context_.statements)) {
      if (IsOfOffices(group)) offices.push_back(group);
    }
    for (const auto group : offices) Note(group);
    std::erase_if(out_, [&](const Conflict& c) { return IsHandingOver(c); });
    for (const auto group : offices) Check(group);
  }

 private:
  using Begun = std::pair<Day, const Statement*>;

  const Predicate& PredicateOf(const Statement& s) const {
    return context_.predicate(s);
  }
  std::string_view Point(RoleId role) const {
    return role == kNoRole ? std::string_view()
                           : context_.graph.schema.role(role);
  }
  bool IsOfTenure(const Statement& s) const {
    const Predicate& p = PredicateOf(s);
    return BeginOf(s) ||
           (p.kind == ValueKind::kDate && Point(p.to) == "left_office");
  }
  // On a known day; also what is planned ("takes office on Monday"), which is
  // no point of a tenure yet.
  bool IsBeginning(const Statement& s) const {
    const Predicate& p = PredicateOf(s);
    return p.kind == ValueKind::kDate &&
           (p.name == "took_office" || Point(p.to) == "took_office") &&
           context_.value(s).hull.lo > kMinusInfinity;
  }
  // The days of the beginning that a statement tells of.
  std::optional<DayInterval> BeginOf(const Statement& s) const {
    const Predicate& p = PredicateOf(s);
    const ValueRow& value = context_.value(s);
    if (value.vague) return std::nullopt;
    if (p.kind == ValueKind::kDate && Point(p.to) == "took_office")
      return value.hull;
    if (p.kind != ValueKind::kDuration || Point(p.from) != "took_office" ||
        p.to != kDocumentRole || s.as_of.lo <= kMinusInfinity ||
        s.as_of.hi >= kPlusInfinity)
      return std::nullopt;
    return DayInterval{
        ShiftByCount(s.as_of.lo, value.count, Cut::kHull, -1).lo,
        ShiftByCount(s.as_of.hi, value.count, Cut::kHull, -1).hi};
  }

  std::vector<DocumentIndex> DocumentsOf(const Statement& s) const {
    std::vector<DocumentIndex> out;
    for (std::uint32_t i = 0; i < s.claims; ++i) {
      const Claim& claim =
          context_.graph.table[context_.statements.claims[s.first_claim + i]];
      if (claim.document.valid() &&
          std::ranges::find(out, claim.document) == out.end())
        out.push_back(claim.document);
    }
    return out;
  }

  const Referent& OfficeOf(const Statement& s) const {
    const ClaimTable& table = context_.graph.table;
    return table[table[context_.statements.claims[s.first_claim]].subject];
  }

  // "governor, Dovra": what identity/tenures.h makes of the words; "in office"
  // where they name no title.
  bool IsOfOffice(const Statement& tenure, const Statement& holder) const {
    const std::string_view scope = context_.graph.strings.View(tenure.scope),
                           role = context_.graph.strings.View(
                               OfficeOf(holder).head);
    return scope.starts_with("in office") ||
           (scope.starts_with(role) &&
            (scope.size() == role.size() || scope[role.size()] == ',' ||
             scope[role.size()] == ' '));
  }

  // True if the document has this person in another office, too: a tenure may
  // be of that.
  bool HoldsAnother(const Statement& holder, DocumentIndex document) const {
    const auto it = held_.find({document, context_.value(holder).text});
    return it != held_.end() && it->second.size() > 1;
  }

  void Note(std::span<const Statement> group) {
    for (const Statement& s : group) {
      for (const DocumentIndex document : DocumentsOf(s))
        held_[{document, context_.value(s).text}].insert(s.subject);
    }
  }

  std::optional<TextSpell> SpellOf(const Statement& holder,
                                   DocumentIndex document) const {
    TextSpell spell;
    spell.holder = &holder;
    const bool dated =
        holder.as_of.lo > kMinusInfinity && holder.as_of.hi < kPlusInfinity;
    spell.lo = holder.as_of.hi;
    spell.hi = holder.as_of.lo;
    const auto told = told_.find(document);
    if (told != told_.end() && !HoldsAnother(holder, document)) {
      for (const Statement* t : told->second) {
        if (!IsOfOffice(*t, holder) ||
            context_.relations.Person(context_.value(holder), t->subject) !=
                PersonRelation::kSame)
          continue;
        const auto begin = BeginOf(*t);
        const Statement*& end = begin ? spell.since : spell.until;
        if (end != nullptr) return std::nullopt;  // two: of two tenures
        end = t;
        (begin ? spell.lo : spell.hi) =
            begin ? begin->hi : context_.value(*t).hull.lo;
      }
    }
    const bool begins = spell.since != nullptr || dated,
               ends = spell.until != nullptr || dated;
    if (!begins || !ends || spell.lo > spell.hi) return std::nullopt;
    return spell;
  }

  bool IsOfOffices(std::span<const Statement> group) const {
    const Predicate& p = PredicateOf(group.front());
    return p.subject_type == "office" && p.single && p.compared;
  }
  bool IsHolding(const Statement& s) const {
    return TakesPart(s, context_) && !HasValidTime(s) &&
           context_.value(s).kind == ValueKind::kEntity;
  }

  // Two days of two holders, of whom the later says to have begun in between.
  bool IsHandingOver(const Conflict& conflict) const {
    if (conflict.statements.size() != 2 || !conflict.walks.empty())
      return false;
    const Statement* a = &context_.statements[conflict.statements[0]];
    const Statement* b = &context_.statements[conflict.statements[1]];
    if (PredicateOf(*a).subject_type != "office" || !IsHolding(*a) ||
        !IsHolding(*b))
      return false;
    if (a->as_of.lo > b->as_of.lo) std::swap(a, b);
    if (std::ranges::any_of(DocumentsOf(*b), [&](DocumentIndex document) {
          const auto spell = SpellOf(*b, document);
          return spell && spell->since != nullptr && spell->lo > a->as_of.lo;
        }))
      return true;
    // Another text told of it, as planned perhaps: "will be sworn in on
    // Monday".
    auto begun =
        std::ranges::lower_bound(begun_, a->as_of.lo, {}, &Begun::first);
    for (; begun != begun_.end() && begun->first <= b->as_of.hi; ++begun) {
      if (context_.relations.Person(context_.value(*b),
                                    begun->second->subject) ==
          PersonRelation::kSame)
        return true;
    }
    return false;
  }

  void Check(std::span<const Statement> group) {
    NameSides names;
    for (const Statement& s : group) {
      if (IsHolding(s))
        names[{context_.value(s).text, StringId()}].push_back(
            context_.index(s));
    }
    if (names.size() < 2) return;
    std::vector<TextSpell> spells;
    const auto sides = OnePersonEach(std::move(names), context_);
    for (std::size_t side = 0; side < sides.size(); ++side) {
      for (const StatementIndex i : sides[side]) {
        const Statement& s = context_.statements[i];
        for (const DocumentIndex document : DocumentsOf(s)) {
          if (auto spell = SpellOf(s, document)) {
            spell->side = side;
            spells.push_back(*spell);
          }
        }
      }
    }
    if (spells.size() > kMostSpellsOfOffice) return;
    std::ranges::sort(spells, {}, [](const TextSpell& s) {
      return std::tuple(s.lo, s.hi, s.holder->hash);
    });
    for (std::size_t i = 0; i < spells.size(); ++i) {
      for (std::size_t j = i + 1; j < spells.size(); ++j) {
        if (Overlap(spells[i], spells[j])) return Emit(spells[i], spells[j]);
      }
    }
  }

  bool Overlap(const TextSpell& a, const TextSpell& b) const {
    if (a.side == b.side || (a.IsDay() && b.IsDay()) ||
        a.holder->scope != b.holder->scope ||
        !MayContradict(*a.holder, *b.holder, context_))
      return false;
    if (a.IsDay() || b.IsDay()) {
      const TextSpell &day = a.IsDay() ? a : b, &spell = a.IsDay() ? b : a;
      const Day before_end = spell.until != nullptr ? kTakingOver : 0;
      return spell.since != nullptr && day.lo >= spell.lo + kTakingOver &&
             day.hi <= spell.hi - before_end;
    }
    return std::min(a.hi, b.hi) - std::max(a.lo, b.lo) > kHandingOver;
  }

  std::string Said(const TextSpell& s) const {
    std::string said = Name(s);
    if (s.IsDay()) return said + " on " + FormatDay(s.lo);
    said += " from " + FormatDay(s.lo);
    if (s.since != nullptr) said += " at the latest";
    said += " until " + FormatDay(s.hi);
    return said + " at least";
  }

  std::vector<StatementIndex> StatementsOf(const TextSpell& s) const {
    std::vector<StatementIndex> out = {context_.index(*s.holder)};
    if (s.since != nullptr) out.push_back(context_.index(*s.since));
    if (s.until != nullptr) out.push_back(context_.index(*s.until));
    return out;
  }

  std::string Name(const TextSpell& s) const {
    return std::string(
        context_.graph.strings.View(context_.value(*s.holder).surface));
  }

  // That `second` took over after `first` had left: it had begun before.
  Walk Follows(const TextSpell& first, const TextSpell& second) const {
    Walk walk = AxisWalk(context_.index(second.Begins()), second.lo,
                         context_.index(first.Ends()), first.hi, 0, Cut::kHull,
                         kTenureBegin);
    walk.steps[0].text =
        Name(second) + (second.since != nullptr ? " had begun" : " held it");
    walk.steps[1].text = Name(first) + " still held it";
    return walk;
  }

  // Whether CheckMoments or CheckValues says it of these two already.
  bool IsFound(const TextSpell& a, const TextSpell& b) const {
    const auto holds = [](const Conflict& c, StatementIndex s) {
      return std::ranges::find(c.statements, s) != c.statements.end();
    };
    return std::ranges::any_of(out_, [&](const Conflict& c) {
      return holds(c, context_.index(*a.holder)) &&
             holds(c, context_.index(*b.holder));
    });
  }

  void Emit(const TextSpell& a, const TextSpell& b) {
    if (IsFound(a, b)) return;
    Conflict conflict;
    conflict.kind = FindingKind::kTenure;
    conflict.severity = Severity::kProbable;
    conflict.subject = a.holder->subject;
    conflict.predicate = a.holder->predicate;
    conflict.sides = {StatementsOf(a), StatementsOf(b)};
    conflict.side_values = {Said(a), Said(b)};
    for (const auto& side : conflict.sides)
      conflict.statements.insert(conflict.statements.end(), side.begin(),
                                 side.end());
    conflict.walks = {Follows(a, b), Follows(b, a)};
    conflict.violation_days = conflict.relative_violation =
        std::min(-conflict.walks[0].sum, -conflict.walks[1].sum);
    conflict.summary = context_.graph.subjects[a.holder->subject].label + ": " +
                       conflict.side_values[0] + ", and " +
                       conflict.side_values[1];
    for (const StatementIndex s : conflict.statements)
      conflict.signature.push_back(
          Hasher().Add(context_.statements[s].hash).Add("tenures").value());
    out_.push_back(std::move(conflict));
  }

  const CheckContext& context_;
  std::vector<Conflict>& out_;
  std::vector<Begun> begun_;  // who took office, by the first day of it
  std::map<DocumentIndex, std::vector<const Statement*>> told_;
  std::map<std::pair<DocumentIndex, StringId>, std::set<SubjectIndex>> held_;
};

}  // namespace

void CheckTenuresOfTexts(const CheckContext& context,
                         std::vector<Conflict>& out) {
  TextTenures(context, out).Run();
}

}  // namespace gainsay::internal

#include "consistency/text_holder_check.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "base/hash.h"
#include "consistency/tenure_spells.h"

namespace gainsay::internal {
namespace {

constexpr Day kHandingOver = 7;  // days about one on which either may be meant

// A tenure of a table, and how the person that a text names stands to its
// holder.
struct Tenure {
  const Statement* statement = nullptr;
  PersonRelation person = PersonRelation::kOther;

  const TimeScope& valid() const { return statement->valid; }
  // Until when it is known to last: its end, or the day of its data.
  Day SureUntil() const {
    if (valid().end_known) return valid().end.lo;
    return std::max(statement->as_of.lo, kMinusInfinity);
  }
  bool SurelyOn(DayInterval day) const {
    return valid().begin_known && valid().begin.hi <= day.lo - kHandingOver &&
           SureUntil() >= day.hi + kHandingOver;
  }
  bool MaybeOn(DayInterval day) const {
    const bool begun =
        !valid().begin_known || valid().begin.lo <= day.hi + kHandingOver;
    const bool ended =
        valid().end_known && valid().end.hi < day.lo - kHandingOver;
    return begun && !ended;
  }
  bool SurelyOver(DayInterval day) const {
    return valid().end_known && valid().end.hi < day.lo - kHandingOver;
  }
};

class TextHolders {
 public:
  TextHolders(const CheckContext& context, std::vector<Conflict>& out)
      : context_(context), out_(out) {}

  void Run() {
    std::vector<const Statement*> texts;
    for (const Statement& s : context_.statements.statements) {
      if (!TakesPart(s, context_)) continue;
      const ValueRow& value = context_.value(s);
      if (value.kind == ValueKind::kEntity && IsOfText(s)) texts.push_back(&s);
      if (value.kind == ValueKind::kOffice && s.scope.index == 0 &&
          context_.relations.OneHolder(value))
        tenures_[{value.text, value.qualifier}].push_back(&s);
    }
    if (tenures_.empty()) return;
    for (const Statement* text : texts) Check(*text);
  }

 private:
  // Measured on the day of its document, of an office: whoever wrote it.
  bool IsOfText(const Statement& s) const {
    return OfficeOf(s).kind == Referent::Kind::kOffice &&
           s.as_of.lo > kMinusInfinity && s.as_of.hi < kPlusInfinity;
  }
  const Referent& OfficeOf(const Statement& s) const {
    const ClaimTable& table = context_.graph.table;
    return table[table[context_.statements.claims[s.first_claim]].subject];
  }

  // "Premier Li Qiang": the office is that of its holder.
  bool NamesNoCountry(const Statement& text) const {
    const Referent& office = OfficeOf(text);
    return office.participants.empty() ||
           office.participants.front() == context_.value(text).text;
  }

  void Check(const Statement& text) {
    const Referent& office = OfficeOf(text);
    const ValueRow& person = context_.value(text);
    const bool anywhere = NamesNoCountry(text);
    std::vector<std::vector<Tenure>> offices;
    for (const auto& [key, statements] : tenures_) {
      if (!context_.relations.IsOffice(
              office, context_.value(*statements.front()), anywhere))
        continue;
      std::vector<Tenure> list;
      for (const Statement* s : statements)
        list.push_back({s, context_.relations.Person(person, s->subject)});
      offices.push_back(std::move(list));
    }
    for (const std::vector<Tenure>& list : offices) {
      if (std::ranges::any_of(list, [&](const Tenure& t) {
            return t.person != PersonRelation::kOther && t.MaybeOn(text.as_of);
          }))
        return;
    }
    for (const std::vector<Tenure>& list : offices) {
      if (Contradicts(text, list, anywhere)) return;
    }
  }

  bool Contradicts(const Statement& text, const std::vector<Tenure>& list,
                   bool anywhere) {
    const Tenure *holder = nullptr, *own = nullptr;
    for (const Tenure& t : list) {
      if (t.person == PersonRelation::kOther && t.SurelyOn(text.as_of) &&
          holder == nullptr)
        holder = &t;
      if (t.person == PersonRelation::kSame && t.SurelyOver(text.as_of) &&
          (own == nullptr || t.valid().end.hi > own->valid().end.hi))
        own = &t;
    }
    const bool known = std::ranges::any_of(list, [](const Tenure& t) {
      return t.person == PersonRelation::kSame;
    });
    if (holder != nullptr && (known || !anywhere)) {
      Emit(text, *holder, own);
      return true;
    }
    if (own == nullptr) return false;
    for (const Tenure& t : list) {
      if (t.person == PersonRelation::kOther && t.valid().begin_known &&
          t.valid().begin.lo >= own->valid().end.lo - kHandingOver &&
          t.valid().begin.hi <= text.as_of.lo - kHandingOver) {
        Emit(text, *own, &t);
        return true;
      }
    }
    return false;
  }

  std::string Said(const Tenure& t) const {
    std::string said = context_.graph.subjects[t.statement->subject].label;
    if (t.valid().begin_known) said += " from " + FormatDay(t.valid().begin.lo);
    if (t.valid().end_known) said += " until " + FormatDay(t.valid().end.hi);
    return said;
  }

  // `decides`: the tenure that excludes the text; `beside`: one that explains
  // it.
  void Emit(const Statement& text, const Tenure& decides,
            const Tenure* beside) {
    const StatementIndex said = context_.index(text),
                         row = context_.index(*decides.statement);
    const TimeScope& valid = decides.valid();
    Conflict conflict;
    conflict.kind = FindingKind::kTenure;
    conflict.severity = Severity::kProbable;
    conflict.subject = text.subject;
    conflict.predicate = text.predicate;
    conflict.statements = {said, row};
    // The nearer end of the tenure would have to lie on the other side.
    const Day after_begin = text.as_of.lo - valid.begin.hi,
              before_end = decides.SureUntil() - text.as_of.hi;
    if (decides.SurelyOver(text.as_of)) {
      conflict.walks.push_back(AxisWalk(row, valid.end.hi, said, text.as_of.lo,
                                        0, Cut::kHull, kTenureEnd));
    } else if (before_end <= after_begin) {
      conflict.walks.push_back(AxisWalk(said, text.as_of.hi, row,
                                        decides.SureUntil(), 0, Cut::kHull,
                                        kTenureEnd));
    } else {
      conflict.walks.push_back(AxisWalk(row, valid.begin.hi, said,
                                        text.as_of.lo, 0, Cut::kHull,
                                        kTenureBegin));
    }
    conflict.violation_days = conflict.relative_violation =
        -conflict.walks.front().sum;
    const std::string holder(
        context_.graph.strings.View(context_.value(text).surface));
    conflict.sides = {{said}, {row}};
    conflict.side_values = {holder + " on " + FormatDay(text.as_of.lo),
                            Said(decides)};
    if (beside != nullptr) {
      conflict.sides[1].push_back(context_.index(*beside->statement));
      conflict.side_values[1] += ", " + Said(*beside);
    }
    const Referent& office = OfficeOf(text);
    const bool anywhere = NamesNoCountry(text);
    if (anywhere) conflict.subject = decides.statement->subject;
    conflict.summary =
        (anywhere ? std::string(context_.graph.strings.View(office.head))
                  : context_.graph.subjects[text.subject].label) +
        ": " + conflict.side_values[0] + ", but " + conflict.side_values[1];
    for (const StatementIndex s : conflict.statements)
      conflict.signature.push_back(
          Hasher().Add(context_.statements[s].hash).Add("text").value());
    out_.push_back(std::move(conflict));
  }

  const CheckContext& context_;
  std::vector<Conflict>& out_;
  std::map<std::pair<StringId, StringId>, std::vector<const Statement*>>
      tenures_;  // by office
};

}  // namespace

void CheckHoldersOfTexts(const CheckContext& context,
                         std::vector<Conflict>& out) {
  TextHolders(context, out).Run();
}

}  // namespace gainsay::internal

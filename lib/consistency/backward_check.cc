#include "consistency/backward_check.h"

#include <string>
#include <utility>

namespace gainsay::internal {
namespace {

bool IsBackward(const TimeScope& valid) {
  return valid.begin_known && valid.end_known && valid.end.hi < valid.begin.lo;
}

bool SameValue(const Statement& a, const Statement& b,
               const CheckContext& context) {
  const ValueRow &x = context.value(a), &y = context.value(b);
  if (x.kind != y.kind) return false;
  return x.kind == ValueKind::kOffice
             ? context.relations.Offices(x, y) == OfficeRelation::kSame
             : x.text == y.text && x.number == y.number;
}

// What others tell of the same from that begin on.
void AddOtherEnds(const Statement& s, std::span<const Statement> group,
                  const CheckContext& context, Conflict& conflict) {
  std::vector<StatementIndex> others;
  for (const Statement& other : group) {
    const TimeScope& valid = other.valid;
    if (TakesPart(other, context) && valid.begin_known && valid.end_known &&
        !IsBackward(valid) && valid.begin.Meets(s.valid.begin) &&
        SameValue(s, other, context))
      others.push_back(context.index(other));
  }
  if (others.empty()) return;
  const TimeScope& first = context.statements[others.front()].valid;
  conflict.sides = {{context.index(s)}, std::move(others)};
  conflict.side_values = {"until " + FormatDay(s.valid.end.hi),
                          "until " + FormatDay(first.end.hi)};
}

}  // namespace

void CheckBackward(std::span<const Statement> group,
                   const CheckContext& context, std::vector<Conflict>& out) {
  for (const Statement& s : group) {
    const TimeScope& valid = s.valid;
    if (!IsBackward(valid) || !TakesPart(s, context)) continue;
    const StatementIndex self = context.index(s);
    Conflict conflict;
    conflict.kind = FindingKind::kSchema;
    conflict.subject = s.subject;
    conflict.predicate = s.predicate;
    conflict.statements = {self};
    // Its two ends contradict each other: not the finding that its value does.
    conflict.signature = {s.hash, s.hash};
    conflict.summary =
        context.graph.subjects[s.subject].label + ": " +
        context.predicate(s).label + " ends by " + FormatDay(valid.end.hi) +
        ", before it begins on or after " + FormatDay(valid.begin.lo);
    conflict.violation_days = conflict.relative_violation =
        valid.begin.lo - valid.end.hi;
    conflict.walks.push_back(AxisWalk(self, valid.end.hi, self, valid.begin.lo,
                                      0, Cut::kHull, "begin before end"));
    AddOtherEnds(s, group, context, conflict);
    out.push_back(std::move(conflict));
  }
}

}  // namespace gainsay::internal

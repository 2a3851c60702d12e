#include "consistency/change_near_miss.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace gainsay::internal {
namespace {

bool SameValue(const ValueRow& a, const ValueRow& b) {
  return a.kind == b.kind && a.text == b.text && a.qualifier == b.qualifier &&
         a.number == b.number && a.count == b.count && a.hull == b.hull;
}

// Statements of a moment, in order of time.
std::vector<const Statement*> Moments(std::span<const Statement> group,
                                      const CheckContext& context) {
  std::vector<const Statement*> out;
  for (const Statement& s : group)
    if (TakesPart(s, context) && !HasValidTime(s) &&
        s.as_of.lo > kMinusInfinity)
      out.push_back(&s);
  std::ranges::sort(out, {}, [](const Statement* s) {
    return std::tuple(s->as_of.lo, s->as_of.hi, s->hash);
  });
  return out;
}

}  // namespace

std::vector<NearMissRow> ChangeNearMisses(const CheckContext& context,
                                          std::span<const Conflict> conflicts,
                                          std::size_t cap) {
  std::vector<NearMissRow> out;
  std::set<std::pair<StatementIndex, StatementIndex>> clash;
  for (const Conflict& conflict : conflicts) {
    for (const StatementIndex a : conflict.statements) {
      for (const StatementIndex b : conflict.statements) clash.emplace(a, b);
    }
  }
  for (const std::span<const Statement> group : GroupsOf(context.statements)) {
    const Predicate& predicate = context.predicate(group.front());
    if (!predicate.changes && !predicate.monotone) continue;
    const std::vector<const Statement*> moments = Moments(group, context);
    for (std::size_t i = 1; i < moments.size() && out.size() < cap; ++i) {
      const Statement &a = *moments[i - 1], &b = *moments[i];
      if (!IsBefore(a, b) || a.scope != b.scope ||
          SameValue(context.value(a), context.value(b)) ||
          clash.contains({context.index(a), context.index(b)}))
        continue;
      const bool number = context.value(a).kind == ValueKind::kQuantity;
      NearMissRow row;
      row.subject = a.subject;
      row.predicate = a.predicate;
      row.reason = number ? "revision" : "succession";
      row.text = FormatDay(a.as_of.hi) + " and " + FormatDay(b.as_of.lo) +
                 (number ? ": the figure may have changed"
                         : ": one may have followed the other");
      row.statements = {context.index(a), context.index(b)};
      out.push_back(std::move(row));
    }
  }
  return out;
}

}  // namespace gainsay::internal

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include "base/hash.h"
#include "consistency/tenure_check.h"

namespace gainsay::internal {
namespace {

// One tenure in the list of an office's holders.
struct Holder {
  StringId source, office, country, scope;
  Day begin, end;  // latest begin, earliest end
  const Statement* statement;
  auto Key() const { return std::tuple(source, office, country, scope); }
};

std::string Summary(const Statement& before, const Statement& after,
                    const CheckContext& context,
                    const std::vector<std::string>& said) {
  const auto label = [&](const Statement& s) {
    return context.graph.subjects[s.subject].label;
  };
  return "one source has two holders of " +
         std::string(context.graph.strings.View(context.value(after).surface)) +
         " at a time: " + label(before) + " " + said[0] + ", " + label(after) +
         " " + said[1];
}

}  // namespace

void CheckHolders(const CheckContext& context, std::vector<Conflict>& out) {
  std::vector<Holder> holders;
  for (const Statement& s : context.statements.statements) {
    const ValueRow& office = context.value(s);
    if (office.kind != ValueKind::kOffice || !TakesPart(s, context) ||
        !s.valid.begin_known || !s.valid.end_known)
      continue;
    if (!context.predicate(s).exclusive && !context.relations.OneHolder(office))
      continue;
    for (const StringId source : SourcesOf(s, context)) {
      holders.push_back({source, office.text, office.qualifier, s.scope,
                         s.valid.begin.hi, s.valid.end.lo, &s});
    }
  }
  std::ranges::sort(holders, {}, [](const Holder& h) {
    return std::tuple(h.source, h.office, h.country, h.scope, h.begin, h.end,
                      h.statement->hash);
  });
  const Holder* last = nullptr;  // the holder who stays longest so far
  for (const Holder& holder : holders) {
    if (last == nullptr || last->Key() != holder.Key()) {
      last = &holder;
      continue;
    }
    if (last->statement->subject != holder.statement->subject &&
        last->end > holder.begin) {
      Conflict conflict;
      conflict.kind = FindingKind::kTenure;
      conflict.subject = last->statement->subject;
      conflict.predicate = last->statement->predicate;
      conflict.statements = {context.index(*last->statement),
                             context.index(*holder.statement)};
      conflict.violation_days = conflict.relative_violation =
          last->end - holder.begin;
      conflict.walks.push_back(
          AxisWalk(conflict.statements[1], static_cast<double>(holder.begin),
                   conflict.statements[0], static_cast<double>(last->end), 0,
                   Cut::kHull, "handing over"));
      conflict.side_values = {
          "until " + FormatDay(last->end) + " or later",
          "from " + FormatDay(holder.begin) + " or earlier"};
      conflict.summary = Summary(*last->statement, *holder.statement, context,
                                 conflict.side_values);
      for (const StatementIndex s : conflict.statements)
        conflict.signature.push_back(
            Hasher().Add(context.statements[s].hash).Add("holders").value());
      out.push_back(std::move(conflict));
    }
    if (holder.end > last->end) last = &holder;
  }
}

}  // namespace gainsay::internal

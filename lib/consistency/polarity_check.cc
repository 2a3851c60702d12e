#include "consistency/polarity_check.h"

#include <algorithm>
#include <span>
#include <string>

namespace gainsay::internal {
namespace {

constexpr std::size_t kMostOfAGroup = 64;

// Calls visit(group) for each run of statements of one subject and predicate.
template <typename Visit>
void ForEachGroup(const StatementTable& table, Visit visit) {
  const auto& all = table.statements;
  for (std::uint32_t i = 0; i < all.size();) {
    std::uint32_t j = i;
    while (j < all.size() && all[j].subject == all[i].subject &&
           all[j].predicate == all[i].predicate)
      ++j;
    visit(i, j);
    i = j;
  }
}

bool Known(DayInterval days) {
  return days.lo > kMinusInfinity && days.hi < kPlusInfinity;
}

std::optional<Severity> PolaritySeverity(const ValueRow& said,
                                         const ValueRow& denied) {
  if (said.kind == ValueKind::kDate && denied.kind == ValueKind::kDate &&
      Known(said.hull) && Known(denied.hull)) {
    if (denied.hull.Contains(said.hull) && denied.core.Contains(said.core))
      return Severity::kDefinite;
    if (denied.core.Contains(said.core)) return Severity::kTension;
    return std::nullopt;
  }
  if (said.kind == ValueKind::kNone || denied.kind == ValueKind::kNone)
    return Severity::kTension;
  const bool categorical =
      said.kind == denied.kind && said.text == denied.text &&
      said.qualifier == denied.qualifier && said.number == denied.number &&
      said.count == denied.count;
  return categorical ? std::optional(Severity::kTension) : std::nullopt;
}

// The contradiction of "is" and "is not" as a closed walk on the axis of truth:
// asserted means at least 1, denied at most 0.
Walk PolarityWalk(StatementIndex said, StatementIndex denied, Cut cut) {
  Walk walk;
  walk.cut = cut;
  WalkStep no;
  no.from = "false";
  no.to = "truth";
  no.lo = no.hi = 0;
  no.statement = denied;
  no.text = "denied: it did not happen, or is not so";
  WalkStep yes = no;
  yes.lo = yes.hi = 1;
  yes.forward = false;
  yes.statement = said;
  yes.text = "asserted: it happened, or is so";
  walk.steps = {no, yes};
  walk.sum = -1;
  return walk;
}

bool Asserts(const Statement& s) {
  return !s.negated && (s.presupposed || s.modality == Modality::kAsserted);
}
bool Denies(const Statement& s) {
  return (s.negated && s.modality == Modality::kAsserted) ||
         s.modality == Modality::kDenied;
}

}  // namespace

std::vector<Conflict> CheckPolarity(const StatementTable& table,
                                    const GraphInput& in) {
  std::vector<Conflict> out;
  ForEachGroup(table, [&](std::uint32_t first, std::uint32_t last) {
    last = std::min<std::uint32_t>(last, first + kMostOfAGroup);
    for (std::uint32_t a = first; a < last; ++a) {
      for (std::uint32_t b = first; b < last; ++b) {
        const Statement &said = table.statements[a],
                        &denied = table.statements[b];
        if (!Asserts(said) || !Denies(denied) || said.scope != denied.scope)
          continue;
        const auto severity =
            PolaritySeverity(in.table[said.value], in.table[denied.value]);
        if (!severity) continue;
        Conflict conflict;
        conflict.kind = FindingKind::kPolarity;
        conflict.severity = *severity;
        conflict.subject = said.subject;
        conflict.predicate = said.predicate;
        conflict.statements = {StatementIndex(a), StatementIndex(b)};
        conflict.walks = {PolarityWalk(
            StatementIndex(a), StatementIndex(b),
            *severity == Severity::kDefinite ? Cut::kHull : Cut::kCore)};
        conflict.relative_violation = 1;
        out.push_back(std::move(conflict));
      }
    }
  });
  return out;
}

namespace {

// Calls visit(group) for each run of statements of one subject.
template <typename Visit>
void ForEachSubject(const StatementTable& table, Visit visit) {
  const auto& all = table.statements;
  for (std::uint32_t i = 0; i < all.size();) {
    std::uint32_t j = i;
    while (j < all.size() && all[j].subject == all[i].subject) ++j;
    visit(i, j);
    i = j;
  }
}

bool IsOpen(const Statement& s) {
  return !s.presupposed &&
         (s.modality == Modality::kPlanned ||
          s.modality == Modality::kPossible || s.modality == Modality::kAsked);
}

}  // namespace

std::vector<NearMissRow> ModalityNearMisses(const StatementTable& table,
                                            const GraphInput& in,
                                            std::size_t cap) {
  std::vector<NearMissRow> out;
  const auto add = [&](std::uint32_t a, std::uint32_t b) {
    const Statement &fact = table.statements[a], &other = table.statements[b];
    if (!Asserts(fact) || fact.scope != other.scope ||
        !in.schema.SameHappening(fact.predicate, other.predicate))
      return;
    const ValueRow &x = in.table[fact.value], &y = in.table[other.value];
    if (x.kind == ValueKind::kNone || y.kind == ValueKind::kNone) return;
    NearMissRow row;
    row.subject = fact.subject;
    row.predicate = fact.predicate;
    row.reason = "modality";
    row.text = "one is asserted, the other is only " +
               std::string(Name(other.modality));
    row.statements = {StatementIndex(a), StatementIndex(b)};
    out.push_back(std::move(row));
  };
  ForEachSubject(table, [&](std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t b = first; b < last; ++b) {
      if (!IsOpen(table.statements[b])) continue;
      const std::uint32_t end =
          std::min<std::uint32_t>(last, first + kMostOfAGroup);
      for (std::uint32_t a = first; a < end && out.size() < cap; ++a) add(a, b);
    }
  });
  return out;
}

}  // namespace gainsay::internal

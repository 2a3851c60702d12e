#include "consistency/temporal_merge.h"

#include <algorithm>
#include <bit>
#include <map>
#include <tuple>

#include "base/hash.h"

namespace gainsay::internal {
namespace {

std::uint64_t SignatureOf(const Statement& s, const GraphInput& in) {
  const Predicate& predicate = in.schema[s.predicate];
  const bool binds = predicate.from != kNoRole && predicate.to != kNoRole &&
                     !s.negated &&
                     (s.presupposed || s.modality == Modality::kAsserted ||
                      s.modality == Modality::kPlanned);
  if (!binds) return 0;
  const ValueRow& value = in.table[s.value];
  const bool planned = s.modality == Modality::kPlanned && !s.presupposed;
  Hasher hasher;
  hasher.Add(in.subjects[s.subject].key)
      .Add(predicate.family.empty() ? predicate.name : predicate.family)
      .Add(in.strings.View(s.scope))
      .Add(static_cast<std::uint64_t>(value.kind))
      .Add(static_cast<std::uint64_t>(planned));
  if (value.kind == ValueKind::kDuration) {
    hasher.Add(std::bit_cast<std::uint64_t>(value.count.n))
        .Add(std::bit_cast<std::uint64_t>(value.count.n_max))
        .Add(static_cast<std::uint64_t>(value.count.unit))
        .Add(static_cast<std::uint64_t>(value.count.modifier))
        .Add(static_cast<std::uint64_t>(value.count.round));
  } else {
    hasher
        .Add(static_cast<std::uint64_t>(
            static_cast<std::uint32_t>(value.core.lo)))
        .Add(static_cast<std::uint64_t>(
            static_cast<std::uint32_t>(value.core.hi)));
  }
  return hasher.value();
}

// Severity, then fewer statements, then the larger violation, then content.
auto ReportOrder(const Conflict& c, const StatementTable& statements) {
  std::vector<std::uint64_t> hashes;
  for (const StatementIndex s : c.statements)
    hashes.push_back(statements[s].hash);
  std::ranges::sort(hashes);
  return std::tuple(c.severity, c.statements.size(),
                    -c.violation_days.value_or(0), std::move(hashes));
}

}  // namespace

std::vector<std::uint64_t> FamilySignatures(const StatementTable& statements,
                                            const GraphInput& input) {
  std::vector<std::uint64_t> out;
  out.reserve(statements.statements.size());
  for (const Statement& s : statements.statements)
    out.push_back(SignatureOf(s, input));
  return out;
}

std::vector<Conflict> MergeFamilies(std::vector<Conflict> conflicts,
                                    const StatementTable& statements,
                                    std::span<const std::uint64_t> signatures) {
  std::map<std::uint64_t, std::vector<StatementIndex>> by_signature;
  for (std::uint32_t i = 0; i < signatures.size(); ++i)
    if (signatures[i] != 0)
      by_signature[signatures[i]].push_back(StatementIndex(i));
  std::map<std::vector<std::uint64_t>, Conflict> classes;
  for (Conflict& conflict : conflicts) {
    std::vector<std::uint64_t> key;
    for (const StatementIndex s : conflict.statements)
      key.push_back(signatures[s.index]);
    std::ranges::sort(key);
    conflict.signature = key;
    const auto it = classes.find(key);
    if (it == classes.end()) {
      classes.emplace(std::move(key), std::move(conflict));
    } else if (ReportOrder(conflict, statements) <
               ReportOrder(it->second, statements)) {
      it->second = std::move(conflict);
    }
  }
  std::vector<Conflict> merged;
  for (auto& [key, conflict] : classes) {
    conflict.sides.clear();
    for (const StatementIndex s : conflict.statements)
      conflict.sides.push_back(by_signature[signatures[s.index]]);
    merged.push_back(std::move(conflict));
  }
  return merged;
}

}  // namespace gainsay::internal

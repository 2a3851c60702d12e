#include "consistency/claim_checks.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>
#include <tuple>

#include "consistency/backward_check.h"
#include "consistency/moment_check.h"
#include "consistency/schema_check.h"
#include "consistency/share_check.h"
#include "consistency/sum_check.h"
#include "consistency/tenure_check.h"
#include "consistency/text_holder_check.h"
#include "consistency/text_tenure_check.h"
#include "consistency/value_check.h"
#include "consistency/verify_claims.h"

namespace gainsay::internal {
namespace {

constexpr std::size_t kLeastRepeats = 5;

// What repeats: where, between whom, by how much.
struct Pattern {
  PredicateIndex predicate;
  std::string point;
  StringId lower, upper;
  std::int64_t days = 0;
  friend auto operator<=>(const Pattern&, const Pattern&) = default;
};

std::optional<Pattern> PatternOf(const Conflict& conflict,
                                 const CheckContext& context) {
  if (!conflict.violation_days || conflict.sides.size() != 2 ||
      conflict.walks.empty())
    return std::nullopt;
  const bool parts = !conflict.walks.empty() &&
                     conflict.walks.front().steps.front().to == kPartEnd;
  if (conflict.kind == FindingKind::kSchema ||
      (conflict.severity != Severity::kDefinite && !parts))
    return std::nullopt;
  const std::vector<WalkStep>& steps = conflict.walks.front().steps;
  SourceList lower, upper;
  for (const std::vector<StatementIndex>& side : conflict.sides) {
    const bool is_lower =
        std::ranges::find(side, steps.front().statement) != side.end();
    SourceList& sources = is_lower ? lower : upper;
    for (const StatementIndex s : side) {
      for (const StringId source : SourcesOf(context.statements[s], context))
        sources.push_back(source);
    }
    std::ranges::sort(sources);
    sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
  }
  // A source that tells both dates is not the one that differs.
  if (lower.size() == 1 && upper.size() == 2)
    upper.erase(std::remove(upper.begin(), upper.end(), lower.front()),
                upper.end());
  else if (upper.size() == 1 && lower.size() == 2)
    lower.erase(std::remove(lower.begin(), lower.end(), upper.front()),
                lower.end());
  if (lower.size() != 1 || upper.size() != 1 || lower == upper)
    return std::nullopt;
  return Pattern{
      conflict.predicate, steps.front().to, lower.front(), upper.front(),
      parts ? 0 : static_cast<std::int64_t>(*conflict.violation_days)};
}

std::uint64_t ContentOf(const Conflict& conflict, const CheckContext& context) {
  std::uint64_t hash = 0;
  for (const StatementIndex s : conflict.statements)
    hash += context.statements[s].hash;
  return hash;
}

std::string Describe(const Pattern& pattern, std::size_t count,
                     const CheckContext& context) {
  const Interner& strings = context.graph.strings;
  if (pattern.point == kPartEnd) {
    return std::to_string(count) + " times " +
           std::string(strings.View(pattern.lower)) + " tells in parts what " +
           std::string(strings.View(pattern.upper)) + " tells as one";
  }
  return std::to_string(count) + " times the " +
         (pattern.point == "value"
              ? context.graph.schema[pattern.predicate].label
              : pattern.point) +
         " of " + std::string(strings.View(pattern.upper)) + " is " +
         std::to_string(pattern.days) + (pattern.days == 1 ? " day" : " days") +
         " after that of " + std::string(strings.View(pattern.lower));
}

}  // namespace

void MergePatterns(const CheckContext& context,
                   std::vector<Conflict>& conflicts) {
  std::map<Pattern, std::vector<std::size_t>> repeats;
  for (std::size_t i = 0; i < conflicts.size(); ++i) {
    if (const auto pattern = PatternOf(conflicts[i], context))
      repeats[*pattern].push_back(i);
  }
  std::vector<bool> merged(conflicts.size(), false);
  for (auto& [pattern, members] : repeats) {
    if (members.size() < kLeastRepeats) continue;
    std::ranges::sort(members, {}, [&](std::size_t i) {
      return std::pair(ContentOf(conflicts[i], context), i);
    });
    Conflict& witness = conflicts[members.front()];
    witness.pattern = Describe(pattern, members.size(), context);
    witness.summary = witness.pattern + "; " +
                      context.graph.subjects[witness.subject].label +
                      " for one";
    for (const std::size_t i : members) {
      std::vector<StatementIndex> all;
      for (const auto& side : conflicts[i].sides)
        all.insert(all.end(), side.begin(), side.end());
      witness.instances.push_back(std::move(all));
      if (i != members.front()) merged[i] = true;
    }
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < conflicts.size(); ++i) {
    if (merged[i]) continue;
    if (kept != i) conflicts[kept] = std::move(conflicts[i]);
    ++kept;
  }
  conflicts.resize(kept);
}

namespace {

// Where many tenures of one source begin on one day, and each began earlier by
// another source, the data of that source begin there.
void SetAsideWindows(const CheckContext& context,
                     std::vector<Conflict>& conflicts,
                     std::vector<NearMissRow>* near_misses) {
  constexpr double kLeastDays = 31;
  std::map<std::tuple<PredicateIndex, StringId, double>,
           std::vector<std::size_t>>
      begins;
  for (std::size_t i = 0; i < conflicts.size(); ++i) {
    const auto pattern = PatternOf(conflicts[i], context);
    if (!pattern || pattern->point != kTenureBegin ||
        pattern->days <= kLeastDays)
      continue;
    begins[{pattern->predicate, pattern->upper,
            conflicts[i].walks.front().steps.back().lo}]
        .push_back(i);
  }
  std::vector<bool> aside(conflicts.size(), false);
  for (const auto& [key, members] : begins) {
    if (members.size() < kLeastRepeats) continue;
    for (const std::size_t i : members) {
      aside[i] = true;
      if (near_misses == nullptr) continue;
      const Conflict& c = conflicts[i];
      near_misses->push_back({c.subject,
                              c.predicate,
                              "window",
                              "the data of one source begin on that day",
                              c.statements,
                              {}});
    }
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < conflicts.size(); ++i) {
    if (aside[i]) continue;
    if (kept != i) conflicts[kept] = std::move(conflicts[i]);
    ++kept;
  }
  conflicts.resize(kept);
}

// "Ada Vell: prime minister until 1999-03-01 or until 2000-01-07, 312 days
// apart".
void SummarizeTenure(const CheckContext& context, Conflict& conflict) {
  if (conflict.kind != FindingKind::kTenure || !conflict.summary.empty() ||
      !conflict.pattern.empty() || conflict.side_values.size() < 2)
    return;
  const Statement& first = context.statements[conflict.statements.front()];
  const Statement& last = context.statements[conflict.statements.back()];
  const auto office = [&](const Statement& s) {
    return std::string(context.graph.strings.View(context.value(s).surface));
  };
  conflict.summary = context.graph.subjects[first.subject].label + ": " +
                     office(first) + " " + conflict.side_values.front() +
                     ", or " +
                     (office(first) == office(last) ? "" : office(last) + " ") +
                     conflict.side_values.back();
  if (conflict.violation_days && *conflict.violation_days > 0) {
    const auto days = static_cast<std::int64_t>(*conflict.violation_days);
    conflict.summary += ": " + std::to_string(days) +
                        (days == 1 ? " day apart" : " days apart");
  }
}

}  // namespace

std::uint64_t CheckClaims(const CheckContext& context,
                          std::vector<Conflict>& out,
                          std::vector<NearMissRow>* near_misses) {
  const SourceWindows windows(context);
  std::vector<Conflict> found;
  for (const std::span<const Statement> group : GroupsOf(context.statements)) {
    CheckValues(group, context, found, near_misses);
    CheckSums(group, context, found);
    CheckMoments(group, context, found);
    CheckTenures(group, context, windows, found, near_misses);
    CheckBackward(group, context, found);
  }
  CheckHolders(context, found);
  CheckHoldersOfTexts(context, found);
  CheckTenuresOfTexts(context, found);
  CheckSchema(context, found);
  CheckShares(context, found);
  const std::uint64_t withheld = Withhold(context, found);
  MergePatterns(context, found);
  SetAsideWindows(context, found, near_misses);
  for (Conflict& conflict : found) {
    SummarizeTenure(context, conflict);
    out.push_back(std::move(conflict));
  }
  return withheld;
}

}  // namespace gainsay::internal

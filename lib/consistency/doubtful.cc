#include "consistency/doubtful.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace gainsay::internal {
namespace {

bool RestsOnOneText(const Conflict& conflict, const StatementTable& table,
                    const GraphInput& in, const std::vector<bool>& is_text) {
  std::optional<DocumentIndex> only;
  for (const StatementIndex index : conflict.statements) {
    const Statement& s = table[index];
    for (std::uint32_t i = 0; i < s.claims; ++i) {
      const DocumentIndex document =
          in.table[table.claims[s.first_claim + i]].document;
      if (!document.valid() || !is_text[document.index]) return false;
      if (only && *only != document) return false;
      only = document;
    }
  }
  return only.has_value();
}

// What no claim of it gives a name: "the blast", "the accident".
bool IsUnnamed(const Conflict& conflict, const StatementTable& table,
               const GraphInput& in) {
  for (const StatementIndex index : conflict.statements) {
    const Statement& s = table[index];
    for (std::uint32_t i = 0; i < s.claims; ++i) {
      const Referent& subject =
          in.table[in.table[table.claims[s.first_claim + i]].subject];
      if (subject.name.valid() && !in.strings.View(subject.name).empty())
        return false;
    }
  }
  return true;
}

// "A diameter of 20 micrometres", "of 700 kilometres": amounts that texts tell
// and that are so far apart are hardly of one thing, nor misprints.
bool IsOfOtherScale(const Conflict& conflict, const StatementTable& table,
                    const GraphInput& in, const std::vector<bool>& is_text) {
  constexpr double kTimes = 1000;
  double least = std::numeric_limits<double>::infinity(), most = 0;
  for (const StatementIndex index : conflict.statements) {
    const Statement& s = table[index];
    const DocumentIndex document =
        in.table[table.claims[s.first_claim]].document;
    const ValueRow& value = in.table[s.value];
    if (!document.valid() || !is_text[document.index] ||
        value.kind != ValueKind::kQuantity || value.number <= 0)
      return false;
    least = std::min(least, value.number);
    most = std::max(most, value.number);
  }
  return most > kTimes * least;
}

// "Josip Kral, 61" and "Josip Kral, 29": texts that are further apart on one
// age than a generation name two of one family.
bool IsOfGenerations(const Conflict& conflict, const StatementTable& table,
                     const GraphInput& in, const std::vector<bool>& is_text) {
  constexpr double kGeneration = 18 * 365.25;  // days
  if (conflict.violation_days < kGeneration) return false;
  return std::ranges::all_of(conflict.statements, [&](StatementIndex index) {
    const Statement& s = table[index];
    const DocumentIndex document =
        in.table[table.claims[s.first_claim]].document;
    return document.valid() && is_text[document.index] &&
           in.schema[s.predicate].from == in.schema.FindRole("born") &&
           in.table[s.value].kind == ValueKind::kDuration;
  });
}

}  // namespace

void DemoteDoubtful(const StatementTable& statements, const GraphInput& input,
                    const std::vector<bool>& is_text,
                    std::vector<Conflict>& conflicts) {
  std::erase_if(conflicts, [&](Conflict& conflict) {
    if (IsOfOtherScale(conflict, statements, input, is_text) ||
        IsOfGenerations(conflict, statements, input, is_text))
      conflict.severity = Severity::kTension;
    if (!RestsOnOneText(conflict, statements, input, is_text)) return false;
    conflict.severity = Severity::kTension;
    return IsUnnamed(conflict, statements, input);
  });
}

}  // namespace gainsay::internal

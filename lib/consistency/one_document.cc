#include "consistency/one_document.h"

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

}  // namespace

void DemoteWithinOneDocument(const StatementTable& statements,
                             const GraphInput& input,
                             const std::vector<bool>& is_text,
                             std::vector<Conflict>& conflicts) {
  std::erase_if(conflicts, [&](Conflict& conflict) {
    if (!RestsOnOneText(conflict, statements, input, is_text)) return false;
    conflict.severity = Severity::kTension;
    return IsUnnamed(conflict, statements, input);
  });
}

}  // namespace gainsay::internal

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

}  // namespace

void DemoteWithinOneDocument(const StatementTable& statements,
                             const GraphInput& input,
                             const std::vector<bool>& is_text,
                             std::vector<Conflict>& conflicts) {
  for (Conflict& conflict : conflicts)
    if (RestsOnOneText(conflict, statements, input, is_text))
      conflict.severity = Severity::kTension;
}

}  // namespace gainsay::internal

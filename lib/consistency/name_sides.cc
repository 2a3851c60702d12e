#include "consistency/name_sides.h"

#include <algorithm>
#include <string_view>

namespace gainsay::internal {
namespace {

constexpr std::size_t kMostNames = 64;  // of one cell, compared pairwise
constexpr std::string_view kOffice = "office";

}  // namespace

std::vector<std::vector<StatementIndex>> OnePersonEach(
    NameSides sides, const CheckContext& context) {
  struct Side {
    std::vector<StatementIndex> statements;
    std::vector<std::string_view> names;
  };
  std::vector<Side> merged;
  for (auto& [key, statements] : sides) {
    const Statement& first = context.statements[statements.front()];
    Side side{std::move(statements), {}};
    if (context.predicate(first).subject_type == kOffice &&
        key.second == StringId() && sides.size() <= kMostNames) {
      side.names.push_back(
          context.graph.strings.View(context.value(first).text));
    }
    // A name may join sides that were apart: "J. Dunning", "Dunning", "Duning".
    std::erase_if(merged, [&](Side& other) {
      const bool one =
          !side.names.empty() &&
          std::ranges::any_of(other.names, [&](std::string_view name) {
            return context.relations.OnePerson(side.names.front(), name);
          });
      if (!one) return false;
      side.statements.insert(side.statements.end(), other.statements.begin(),
                             other.statements.end());
      side.names.insert(side.names.end(), other.names.begin(),
                        other.names.end());
      return true;
    });
    merged.push_back(std::move(side));
  }
  std::vector<std::vector<StatementIndex>> out;
  for (Side& side : merged) out.push_back(std::move(side.statements));
  return out;
}

}  // namespace gainsay::internal

#include "claim/tenure_scope.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace gainsay::internal {
namespace {

constexpr std::string_view kKinds[] = {"lead", "post", "office"};
constexpr std::string_view kWhens[] = {"open", "now", "then"};
constexpr char kBar = '|', kLeads = '+';

template <typename T, std::size_t N>
std::optional<T> Find(const std::string_view (&words)[N],
                      std::string_view word) {
  const auto* it = std::find(std::begin(words), std::end(words), word);
  if (it == std::end(words)) return std::nullopt;
  return static_cast<T>(it - std::begin(words));
}

}  // namespace

std::string ToText(const TenureScope& scope) {
  std::string text(kKinds[static_cast<std::size_t>(scope.kind)]);
  text += kBar;
  text += kWhens[static_cast<std::size_t>(scope.when)];
  text += kBar + scope.role;
  if (scope.leads) text += kLeads;
  return text + kBar + scope.body;
}

std::optional<TenureScope> ParseTenureScope(std::string_view text) {
  std::array<std::string_view, 3> fields;
  for (std::string_view& field : fields) {
    const std::size_t bar = text.find(kBar);
    if (bar == std::string_view::npos) return std::nullopt;
    field = text.substr(0, bar);
    text.remove_prefix(bar + 1);
  }
  const auto kind = Find<TenureScope::Kind>(kKinds, fields[0]);
  const auto when = Find<TenureScope::When>(kWhens, fields[1]);
  if (!kind || !when) return std::nullopt;
  TenureScope scope{*kind, *when, fields[2].ends_with(kLeads), {}, {}};
  if (scope.leads) fields[2].remove_suffix(1);
  scope.role = fields[2];
  scope.body = text;
  return scope;
}

}  // namespace gainsay::internal

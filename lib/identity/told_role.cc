#include "identity/told_role.h"

#include <algorithm>
#include <cstddef>

namespace gainsay::internal {

bool InOneRole(const ToldAmount& a, const ToldAmount& b) {
  constexpr std::ptrdiff_t kShared = 3;  // the noun among them
  // "Its six studio albums", "the band's four studio albums".
  if (a.owned && b.owned)
    return a.names.empty() == b.names.empty() || !a.narrow.empty();
  if ((a.total && b.total) || (a.verb.valid() && a.verb == b.verb)) return true;
  const auto shared = [](const auto& x, const auto& y) {
    return std::ranges::count_if(
        x, [&](StringId word) { return std::ranges::binary_search(y, word); });
  };
  // Of all on one side: who the others are, "they called 41", is not told.
  if (a.total || b.total) return shared(a.around, b.around) >= 2;
  return shared(a.around_names, b.around_names) > 0 &&
         shared(a.around, b.around) >= kShared;
}

}  // namespace gainsay::internal

#include "identity/office.h"

#include <algorithm>

namespace gainsay::internal {

std::string KeyOf(const Office& office) {
  std::string key = office.role + "|";
  for (const std::string& country : office.countries) key += country + ";";
  if (!office.bodies.empty()) {
    key += "|";
    for (const std::string& word : office.bodies.front()) key += word + " ";
  }
  if (office.described && !office.parents.empty()) {
    key += "|";
    for (const std::string& word : office.parents.front()) key += word + " ";
  }
  return key + office.alone;
}

bool SameHolder(const Office& a, const Office& b) {
  return std::ranges::any_of(a.holders, [&](const std::string& holder) {
    return b.holders.contains(holder);
  });
}

bool OfTwo(const Office& a, const Office& b) {
  return a.described && b.described && !a.parents.empty() &&
         !b.parents.empty() &&
         std::ranges::none_of(a.parents.front(), [&](const auto& word) {
           return std::ranges::find(b.parents.front(), word) !=
                  b.parents.front().end();
         });
}

}  // namespace gainsay::internal

#include "identity/office.h"

#include <algorithm>

#include "lang/syntax_index.h"

namespace gainsay::internal {

bool HasNoun(std::string_view body) {
  constexpr std::size_t kLeast = 4;  // letters
  bool found = false;
  ForEachWord(body, ' ', [&](std::string_view word) {
    found |= word.size() >= kLeast && word[0] >= 'a' && word[0] <= 'z';
  });
  return found;
}

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

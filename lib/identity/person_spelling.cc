#include "identity/person_spelling.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "identity/text_names.h"

namespace gainsay::internal {
namespace {

constexpr std::size_t kLeastLetters = 4;

// Equal but for one letter that is another, missing or added.
bool OneLetterApart(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (a.size() < kLeastLetters || b.size() - a.size() > 1) return false;
  const auto [x, y] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  const auto rest = [](std::string_view s, std::size_t from) {
    return s.substr(std::min(from, s.size()));
  };
  const auto at = static_cast<std::size_t>(x - a.begin());
  if (at == 0) return false;  // "Mary", "Gary"
  return rest(a, at + (a.size() == b.size() ? 1 : 0)) == rest(b, at + 1);
}

bool SpelledAlike(const std::vector<std::string>& a,
                  const std::vector<std::string>& b) {
  return a.size() >= 2 && a.size() == b.size() &&
         std::ranges::equal(a, b, [](const auto& x, const auto& y) {
           return x == y || OneLetterApart(x, y);
         });
}

}  // namespace

bool OnePersonSpelt(const std::vector<std::string>& a,
                    const std::vector<std::string>& b) {
  const NameRelation relation = ComparePersons(a, b);
  return relation == NameRelation::kSame ||
         relation == NameRelation::kShorter || SpelledAlike(a, b);
}

}  // namespace gainsay::internal

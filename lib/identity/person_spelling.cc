#include "identity/person_spelling.h"

#include <algorithm>
#include <numeric>
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

// Letters to add, take out or replace, at most `most`, between words of
// several.
bool LettersApart(std::string_view a, std::string_view b, std::size_t most) {
  constexpr std::size_t kLeast = 7;
  if (std::min(a.size(), b.size()) < kLeast) return false;
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t before = row[0]++;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min(
          {above + 1, row[j - 1] + 1, before + (a[i - 1] == b[j - 1] ? 0 : 1)});
      before = above;
    }
  }
  return row[b.size()] <= most;
}

// One word that is spelt another way, the others equal: "Hosni Hubarak".
bool OneWordApart(const std::vector<std::string>& a,
                  const std::vector<std::string>& b) {
  if (a.size() < 2 || a.size() != b.size()) return false;
  const auto [x, y] = std::mismatch(a.begin(), a.end(), b.begin());
  if (x == a.end() || !std::equal(x + 1, a.end(), y + 1)) return false;
  // One of two words is most of a name.
  return LettersApart(*x, *y, a.size() > 2 ? 2 : 1);
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
         relation == NameRelation::kShorter || SpelledAlike(a, b) ||
         OneWordApart(a, b);
}

}  // namespace gainsay::internal

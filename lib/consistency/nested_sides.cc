#include "consistency/nested_sides.h"

#include <algorithm>

namespace gainsay::internal {
namespace {

constexpr std::size_t kMostValues = 256;

enum class Run : std::uint8_t { kNone, kLetters, kDigits };

Run RunOf(char c) {
  if (c >= '0' && c <= '9') return Run::kDigits;
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                      static_cast<unsigned char>(c) >= 0x80;
  return letter ? Run::kLetters : Run::kNone;
}

std::vector<std::string_view> RunsOf(std::string_view text) {
  std::vector<std::string_view> runs;
  for (std::size_t i = 0; i < text.size();) {
    const Run run = RunOf(text[i]);
    std::size_t end = i + 1;
    while (end < text.size() && RunOf(text[end]) == run) ++end;
    if (run == Run::kDigits)  // "06" is 6
      while (i + 1 < end && text[i] == '0') ++i;
    if (run != Run::kNone) runs.push_back(text.substr(i, end - i));
    i = end;
  }
  std::ranges::sort(runs);
  return runs;
}

}  // namespace

Sides NestedSides(
    Sides values,
    const std::function<bool(StatementIndex, StatementIndex)>& nested) {
  if (values.size() > kMostValues) values.resize(kMostValues);
  Sides sides;
  for (std::vector<StatementIndex>& value : values) {
    const auto fits = [&](const std::vector<StatementIndex>& side) {
      return std::ranges::all_of(
          side, [&](StatementIndex s) { return nested(s, value.front()); });
    };
    const auto side = std::ranges::find_if(sides, fits);
    if (side != sides.end()) {
      side->insert(side->end(), value.begin(), value.end());
    } else {
      sides.push_back(std::move(value));
    }
  }
  return sides;
}

bool HoldsWordsOf(std::string_view whole, std::string_view part) {
  const std::vector<std::string_view> x = RunsOf(whole), y = RunsOf(part);
  return !y.empty() && std::ranges::includes(x, y);
}

}  // namespace gainsay::internal

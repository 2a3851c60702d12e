#include "voices/authorities.h"

#include <algorithm>
#include <map>
#include <set>

namespace gainsay::internal {

AuthorityVerdict JudgeAuthorities(
    std::span<const std::vector<std::string_view>> speakers_by_side) {
  std::map<std::string_view, std::set<std::size_t>> sides_of;
  bool all_quoted = speakers_by_side.size() >= 2;
  for (std::size_t side = 0; side < speakers_by_side.size(); ++side) {
    bool quoted = !speakers_by_side[side].empty();
    for (const std::string_view speaker : speakers_by_side[side]) {
      if (speaker.empty()) {
        quoted = false;
      } else {
        sides_of[speaker].insert(side);
      }
    }
    all_quoted &= quoted;
  }
  const bool twice = std::ranges::any_of(
      sides_of, [](const auto& entry) { return entry.second.size() > 1; });
  if (twice) return AuthorityVerdict::kMisreport;
  return all_quoted ? AuthorityVerdict::kDisagree : AuthorityVerdict::kNone;
}

}  // namespace gainsay::internal

#include "claim/parties.h"

#include <algorithm>

namespace gainsay::internal {

std::vector<StringId> PartiesOf(const SentenceView& s, std::uint32_t group) {
  std::vector<StringId> out;
  const auto add = [&](const NameMention* name) {
    if (name == nullptr || name->kind == NameKind::kPerson ||
        name->kind == NameKind::kTitle || name->kind == NameKind::kHonorific)
      return false;
    const bool country =
        name->country.valid() && (name->kind == NameKind::kPlace ||
                                  name->kind == NameKind::kNationality);
    out.push_back(country ? name->country : name->canonical);
    return true;
  };
  const auto& groups = s.parse.groups.groups;
  for (std::uint32_t i = 0; i < groups.size(); ++i) {
    if (i != group && groups[i].same_as != group) continue;
    if (add(s.names.At(groups[i].head))) continue;
    if (groups[i].name && s.names.At(groups[i].head) == nullptr) {
      out.push_back(s.words.interner().Intern(
          s.text.View(s.text.tokens[groups[i].head])));
      continue;
    }
    // "The Colombian government".
    for (std::uint32_t t = groups[i].first; t < groups[i].head; ++t) {
      if (const NameMention* name = s.names.At(t);
          name != nullptr && name->country.valid() && add(name))
        break;
    }
  }
  std::ranges::sort(out, {},
                    [&](StringId id) { return s.words.interner().View(id); });
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace gainsay::internal

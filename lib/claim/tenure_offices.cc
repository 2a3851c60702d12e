#include "claim/tenure_offices.h"

#include <algorithm>

namespace gainsay::internal {

const TenureMention* TenureOfficeFinder::TenureAt(
    const NameMention& title) const {
  const auto it = std::ranges::find_if(tenures_, [&](const auto& tenure) {
    return tenure.evidence.begin <= title.span.begin &&
           title.span.end <= tenure.evidence.end;
  });
  return it == tenures_.end() ? nullptr : &*it;
}

std::uint32_t TenureOfficeFinder::HolderOf(const TenureMention& tenure,
                                           std::uint32_t title) const {
  for (std::uint32_t n = title; n > 0;) {
    --n;
    if (N(n).first < begin_) break;
    if (MayBePerson(n) && N(n).canonical == tenure.person) return n;
  }
  return NameMention::kNone;
}

std::uint32_t TenureOfficeFinder::HolderNamed(
    const TenureMention& tenure) const {
  for (std::uint32_t n = 0; n < names_.names.size(); ++n) {
    if (MayBePerson(n) && N(n).canonical == tenure.person &&
        tenure.evidence.begin <= N(n).span.begin &&
        N(n).span.end <= tenure.evidence.end)
      return n;
  }
  return NameMention::kNone;
}

StringId TenureOfficeFinder::LeaderOf(const Owner& owner) {
  const bool directed = IsDirected(owner);
  for (const TitleRow& row : finder_.lexicon().tables().titles) {
    if (row.kind == TitleKind::kHonorific) continue;
    if (directed ? (ClassesOf(row.surface) & single_) != 0 : row.generic)
      return finder_.interner().Intern(row.name);
  }
  return {};
}

}  // namespace gainsay::internal

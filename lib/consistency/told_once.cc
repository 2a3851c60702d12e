#include "consistency/told_once.h"

#include <algorithm>
#include <set>
#include <vector>

namespace gainsay::internal {
namespace {

constexpr Day kMonth = 31;
constexpr std::size_t kMost = 32;  // of one person; more are many stories

struct Item {
  DayInterval days;
  std::set<std::uint32_t> documents;
};

bool Meet(const std::set<std::uint32_t>& a, const std::set<std::uint32_t>& b) {
  return std::ranges::any_of(a, [&](std::uint32_t d) { return b.contains(d); });
}

}  // namespace

bool IsFocalDate(const Predicate& predicate) {
  return predicate.focal && predicate.kind == ValueKind::kDate;
}

bool ToldOnce(std::span<const Statement> group, const CheckContext& context) {
  const CheckContext& in = context;
  if (in.graph.subjects[group.front().subject].kind !=
          Referent::Kind::kPerson ||
      group.size() > kMost)
    return false;
  DayInterval written{kPlusInfinity, kMinusInfinity};
  std::vector<Item> items;
  for (const Statement& s : group) {
    Item item{in.value(s).hull, {}};
    for (std::uint32_t c = 0; c < s.claims; ++c) {
      const Claim& claim =
          in.graph.table[in.statements.claims[s.first_claim + c]];
      if (!claim.document.valid() || claim.as_of.lo <= kMinusInfinity ||
          claim.as_of.hi >= kPlusInfinity)
        return false;
      written = {std::min(written.lo, claim.as_of.lo),
                 std::max(written.hi, claim.as_of.hi)};
      item.documents.insert(claim.document.index);
    }
    for (const Item& other : items) {
      if (Meet(item.documents, other.documents) && !item.days.Meets(other.days))
        return false;
    }
    items.push_back(std::move(item));
  }
  return written.hi - written.lo <= kMonth;
}

}  // namespace gainsay::internal

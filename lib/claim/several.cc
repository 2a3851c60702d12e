#include "claim/several.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "claim/told_clock.h"

namespace gainsay::internal {
namespace {

constexpr std::size_t kMostCompared =
    64;  // claims of one predicate; beyond: all are taken out

bool Differ(const ValueRow& a, const ValueRow& b, const Interner& strings) {
  switch (a.kind) {
    case ValueKind::kDate:
      return !a.hull.Meets(b.hull);
    case ValueKind::kDuration:
      return a.count.unit != b.count.unit || a.count.n > b.count.n_max ||
             b.count.n > a.count.n_max;
    case ValueKind::kQuantity:
      return a.text == b.text && !a.qhull.Meets(b.qhull);
    case ValueKind::kTime:
      // "0353 GMT" beside a local time tells nothing.
      return SameClockZone(a, b, strings) &&
             ToldClockGap(a, b, false, strings) > 0;
    default:
      return false;
  }
}

// True unless the words tell two things apart: another name, place or time.
bool MayBeOne(const Referent& a, const Referent& b, WordTable& words) {
  if (a.name.valid() && b.name.valid()) return a.name == b.name;
  if (a.place.valid() && b.place.valid() && a.place != b.place) return false;
  if (!a.time.Meets(b.time)) return false;
  // What a noun without a name takes up has been found: "the viaduct" beside
  // the Marlo Bridge is another thing.
  const auto thing = [](const Referent& r) {
    return r.kind == Referent::Kind::kThing ||
           r.kind == Referent::Kind::kOrganisation;
  };
  if (a.name.valid() != b.name.valid() && thing(a) && thing(b)) return false;
  if (!a.head.valid() || !b.head.valid()) return false;  // a name by itself
  // "The air treaty", "the water treaty".
  const bool charters = (words.Of(a.head).classes & words.Of(b.head).classes &
                         words.index().ClassBit("charter")) != 0;
  if (charters && !a.modifiers.empty() && !b.modifiers.empty() &&
      std::ranges::none_of(a.modifiers, [&](StringId m) {
        return std::ranges::find(b.modifiers, m) != b.modifiers.end();
      }))
    return false;
  // What goes on for a time, or happens once, need not be one kind of thing.
  const ClassSet any = words.index().ClassBit("lasts") |
                       words.index().ClassBit("once") |
                       words.index().ClassBit("series");
  return a.head == b.head ||
         (words.Of(a.head).classes & words.Of(b.head).classes & ~any) != 0;
}

// "The Qing Dynasty (1644-1911)": nobody lived so long.
bool NoLife(const Claim& born, const Claim& died, const ClaimTable& table) {
  constexpr Day kLongestLife = 122 * 366;
  return table[born.subject].name == table[died.subject].name &&
         table[died.value].hull.lo - table[born.value].hull.hi > kLongestLife;
}

// "The market opened on Saturday": as it does each week, or each season; only
// what did so long ago opened for good.
bool OpensAgain(const Claim& claim, const Schema& schema, WordTable& words,
                const ClaimTable& table) {
  constexpr Day kYear = 366;
  const std::string_view name = schema[claim.predicate].name;
  if ((name != "opened" && name != "closed") ||
      table[claim.value].kind != ValueKind::kDate)
    return false;
  const ValueRow& value = table[claim.value];
  const StringId head = table[claim.subject].head;
  return value.grain == Grain::kDay && head.valid() &&
         claim.as_of.hi < kPlusInfinity &&
         value.hull.hi > claim.as_of.lo - kYear &&
         (words.Of(head).classes & words.index().ClassBit("reopens")) != 0;
}

}  // namespace

void RemoveIndistinct(std::size_t first, std::span<const Mentioned> mentioned,
                      const Schema& schema, WordTable& words, ClaimTable& table,
                      ExtractionCoverage& coverage) {
  std::map<std::pair<bool, std::uint32_t>, std::vector<std::size_t>>
      by_predicate;
  for (std::size_t i = first; i < table.claims.size(); ++i) {
    const Predicate& predicate = schema[table.claims[i].predicate];
    if (predicate.family == "lapse") continue;
    const bool point =
        predicate.kind == ValueKind::kDate && predicate.to != kNoRole;
    const std::uint32_t key =
        point ? predicate.to : table.claims[i].predicate.index;
    by_predicate[{point, key}].push_back(i);
  }
  std::vector<bool> remove(table.claims.size() - first, false);
  for (const auto& [predicate, list] : by_predicate) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (list.size() > kMostCompared) remove[list[i] - first] = true;
      for (std::size_t k = i + 1; k < std::min(list.size(), kMostCompared);
           ++k) {
        const Claim& a = table.claims[list[i]];
        const Claim& b = table.claims[list[k]];
        // Of two offices, say.
        if (a.modality != b.modality || a.scope != b.scope) continue;
        if (!Differ(table[a.value], table[b.value], words.interner()) ||
            !MayBeOne(table[a.subject], table[b.subject], words))
          continue;
        remove[list[k] - first] = true;
        // "The 6.1-magnitude quake ... A 6.4-magnitude quake hit Zarand": what
        // is new is another one, and who knows which.
        const bool other = mentioned[list[i] - first] == Mentioned::kDefinite &&
                           mentioned[list[k] - first] == Mentioned::kIndefinite;
        if (!other) remove[list[i] - first] = true;
      }
    }
  }
  const PredicateIndex born = schema.Find("born"), died = schema.Find("died");
  for (std::size_t i = first; i < table.claims.size(); ++i) {
    for (std::size_t k = first;
         k < std::min(table.claims.size(), first + kMostCompared); ++k) {
      if (table.claims[i].predicate == born &&
          table.claims[k].predicate == died &&
          NoLife(table.claims[i], table.claims[k], table))
        remove[i - first] = remove[k - first] = true;
    }
  }
  for (std::size_t i = first; i < table.claims.size(); ++i) {
    if (OpensAgain(table.claims[i], schema, words, table))
      remove[i - first] = true;
  }
  std::size_t kept = first;
  for (std::size_t i = first; i < table.claims.size(); ++i) {
    if (remove[i - first]) {
      coverage.LeaveOut({LeftOutValue::Reason::kAmbiguous,
                         table.claims[i].document, table.claims[i].value_span});
      --coverage.in_claims;
    } else {
      table.claims[kept++] = table.claims[i];
    }
  }
  table.claims.resize(kept);
}

}  // namespace gainsay::internal

#include "consistency/network/units.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "calendar/cuts.h"

namespace gainsay::internal::stp {

// Counted bounds by (pair, unit), from lower to higher point.
UnitPairs::UnitPairs(const Store& store, const Component& component)
    : store_(store), component_(component) {
  if (!component.counts) return;
  std::map<std::tuple<std::uint32_t, std::uint32_t, TimeUnit>,
           std::vector<std::uint32_t>>
      groups;
  for (std::uint32_t i = 0; i < component.members.size(); ++i) {
    const Component::Member& member = component.members[i];
    const BoundForm& form = store.form(store.form_of(member.bound));
    if (!form.count || member.rank == kNone || member.from == 0 ||
        member.to == 0)
      continue;
    const TimeUnit unit = form.count->unit;
    if (unit == TimeUnit::kYear || unit == TimeUnit::kMonth)
      groups[{member.from, member.to, unit}].push_back(i);
  }
  for (auto& [key, group] : groups) {
    if (group.size() > 1) groups_.push_back(std::move(group));
  }
  for (std::uint32_t g = 0; g < groups_.size(); ++g) {
    for (std::uint32_t i = 0; i < groups_[g].size(); ++i)
      places_.push_back({component.members[groups_[g][i]].rank, g, i});
  }
  std::stable_sort(
      places_.begin(), places_.end(),
      [](const Place& a, const Place& b) { return a.rank < b.rank; });
}

const Count& UnitPairs::CountOf(std::uint32_t position) const {
  return *store_.form(store_.form_of(component_.members[position].bound)).count;
}

std::optional<DayInterval> UnitPairs::DaysOf(std::uint32_t position, Cut cut,
                                             bool both_bare) const {
  const BoundForm& form =
      store_.form(store_.form_of(component_.members[position].bound));
  if (form.vague && cut != Cut::kCore) return std::nullopt;
  return UnitDays(*form.count,
                  cut == Cut::kCalendar && !both_bare ? Cut::kHull : cut);
}

std::optional<UnitPair> UnitPairs::Clash(std::uint32_t a, std::uint32_t b,
                                         Cut cut) const {
  const bool both = IsBareCount(CountOf(a)) && IsBareCount(CountOf(b));
  const auto x = DaysOf(a, cut, both), y = DaysOf(b, cut, both);
  if (!x || !y || component_.members[a].rank == component_.members[b].rank)
    return std::nullopt;
  if (x->hi < y->lo) return UnitPair{a, b, *x, *y};
  if (y->hi < x->lo) return UnitPair{b, a, *y, *x};
  return std::nullopt;
}

std::map<Ranks, UnitPair> UnitPairs::Find(Cut cut, std::size_t most,
                                          bool* cut_off) const {
  std::map<Ranks, UnitPair> pairs;
  for (const std::vector<std::uint32_t>& group : groups_) {
    for (std::size_t i = 0; i < group.size(); ++i) {
      for (std::size_t k = i + 1; k < group.size(); ++k) {
        if (most-- == 0) {
          *cut_off = true;
          return pairs;
        }
        const auto pair = Clash(group[i], group[k], cut);
        if (!pair) continue;
        const auto [low, high] = std::minmax(component_.members[pair->a].rank,
                                             component_.members[pair->b].rank);
        pairs.try_emplace(Ranks{low, high}, *pair);
      }
    }
  }
  return pairs;
}

std::optional<UnitPair> UnitPairs::Among(const Ranks& set, Cut cut) const {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> at;  // group, index
  for (const std::uint32_t rank : set) {
    auto place = std::lower_bound(
        places_.begin(), places_.end(), rank,
        [](const Place& p, std::uint32_t r) { return p.rank < r; });
    for (; place != places_.end() && place->rank == rank; ++place)
      at.emplace_back(place->group, place->index);
  }
  std::sort(at.begin(), at.end());
  for (std::size_t i = 0; i < at.size(); ++i) {
    const std::vector<std::uint32_t>& group = groups_[at[i].first];
    for (std::size_t k = i + 1; k < at.size() && at[k].first == at[i].first;
         ++k) {
      if (auto pair = Clash(group[at[i].second], group[at[k].second], cut))
        return pair;
    }
  }
  return std::nullopt;
}

NetworkWalk UnitPairs::WalkOf(const UnitPair& pair, Cut cut) const {
  NetworkWalk walk;
  walk.cut = cut;
  walk.in_unit = true;
  const std::uint32_t a = component_.members[pair.a].bound,
                      b = component_.members[pair.b].bound;
  const Row& row = store_.row(a);
  walk.hops = {
      {a, row.from, row.to, Axis::kDay, Axis::kDay, pair.a_days, true},
      {b, row.from, row.to, Axis::kDay, Axis::kDay, pair.b_days, false}};
  walk.sum = walk.hops[0].cost() + walk.hops[1].cost();
  return walk;
}

}  // namespace gainsay::internal::stp

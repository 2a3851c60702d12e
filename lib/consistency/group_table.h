// The groups of one partition of rows: see groups.h. Only groups.cc includes
// this.
#ifndef GAINSAY_LIB_CONSISTENCY_GROUP_TABLE_H_
#define GAINSAY_LIB_CONSISTENCY_GROUP_TABLE_H_

#include <algorithm>
#include <bit>
#include <cstdint>
#include <span>
#include <vector>

#include "consistency/groups.h"

namespace gainsay::internal {

// Odd: multiplying by it permutes the numbers of k bits.
inline constexpr std::uint64_t kGroupMixer = 0x9e3779b97f4a7c15U;
// Rows of a partition, about: its table stays in the cache.
inline constexpr std::size_t kGroupPartitionRows = 16384;

// A row on its way to its group.
template <typename Key, bool kPoints>
struct GroupEntry;
template <typename Key>
struct GroupEntry<Key, true> {
  double lo;
  std::uint32_t row;
  Key key;
  double hi() const { return lo; }
};
template <typename Key>
struct GroupEntry<Key, false> {
  double lo, top;
  std::uint32_t row;
  Key key;
  double hi() const { return top; }
};

// The groups of one partition: an open table of keys over a dense array.
template <typename E>
class GroupTable {
 public:
  explicit GroupTable(std::span<const AxisRule> rules, std::uint64_t axis_mask)
      : rules_(rules), axis_mask_(axis_mask), slots_(2 * kGroupPartitionRows) {}

  // Conflicted groups of these entries go to `out`, rows in the order of the
  // entries.
  void Find(std::span<const E> entries, std::span<const GroupChunk> chunks,
            std::span<const std::uint32_t> first_row, ConflictGroups& out);

 private:
  static constexpr std::uint32_t kNone = UINT32_MAX;
  struct Slot {
    decltype(E::key) key = 0;
    std::uint32_t group = kNone;
  };
  struct Group {
    decltype(E::key) key;
    std::uint32_t count;
    double highest_lo, lowest_hi;
  };

  std::size_t Home(std::uint64_t key) const {
    return (key * kGroupMixer) >> shift_;
  }
  void Collect(std::span<const E> entries);
  std::uint32_t GroupOf(const E& entry);
  void Grow();
  void Emit(const Group& group, std::span<const GroupValue> values,
            std::span<const GroupChunk> chunks,
            std::span<const std::uint32_t> first_row,
            ConflictGroups& out) const;

  std::span<const AxisRule> rules_;
  std::uint64_t axis_mask_;
  std::vector<Slot> slots_;
  int shift_ = 64 - std::countr_zero(2 * kGroupPartitionRows);
  std::vector<Group> groups_;
  std::vector<std::uint32_t> group_of_, begin_;
  std::vector<GroupValue> values_;
};

template <typename E>
std::uint32_t GroupTable<E>::GroupOf(const E& entry) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = Home(entry.key);
  while (slots_[at].group != kNone && slots_[at].key != entry.key)
    at = (at + 1) & mask;
  if (slots_[at].group != kNone) return slots_[at].group;
  const auto group = static_cast<std::uint32_t>(groups_.size());
  slots_[at] = {entry.key, group};
  groups_.push_back({entry.key, 0, entry.lo, entry.hi()});
  if (groups_.size() * 2 > slots_.size()) Grow();
  return group;
}

template <typename E>
void GroupTable<E>::Grow() {
  slots_.assign(slots_.size() * 2, {});
  --shift_;
  for (std::uint32_t group = 0; group < groups_.size(); ++group) {
    std::size_t at = Home(groups_[group].key);
    while (slots_[at].group != kNone) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = {groups_[group].key, group};
  }
}

template <typename E>
void GroupTable<E>::Collect(std::span<const E> entries) {
  std::fill(slots_.begin(), slots_.end(), Slot{});
  groups_.clear();
  group_of_.resize(entries.size());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const std::uint32_t index = group_of_[i] = GroupOf(entries[i]);
    Group& group = groups_[index];
    ++group.count;
    group.highest_lo = std::max(group.highest_lo, entries[i].lo);
    group.lowest_hi = std::min(group.lowest_hi, entries[i].hi());
  }
}

template <typename E>
void GroupTable<E>::Find(std::span<const E> entries,
                         std::span<const GroupChunk> chunks,
                         std::span<const std::uint32_t> first_row,
                         ConflictGroups& out) {
  Collect(entries);
  begin_.assign(groups_.size(), kNone);
  std::uint32_t total = 0;
  for (std::size_t i = 0; i < groups_.size(); ++i) {
    const Group& group = groups_[i];
    if (group.count < 2 || !rules_[group.key & axis_mask_].Apart(
                               group.lowest_hi, group.highest_lo))
      continue;
    begin_[i] = total;
    total += group.count;
  }
  if (total == 0) return;
  values_.resize(total);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    std::uint32_t& at = begin_[group_of_[i]];
    if (at != kNone)
      values_[at++] = {entries[i].lo, entries[i].hi(), entries[i].row};
  }
  for (std::size_t i = 0; i < groups_.size(); ++i) {
    if (begin_[i] == kNone) continue;
    const std::uint32_t count = groups_[i].count;
    Emit(groups_[i], std::span(values_).subspan(begin_[i] - count, count),
         chunks, first_row, out);
  }
}

template <typename E>
void GroupTable<E>::Emit(const Group& group, std::span<const GroupValue> values,
                         std::span<const GroupChunk> chunks,
                         std::span<const std::uint32_t> first_row,
                         ConflictGroups& out) const {
  const auto axis = static_cast<std::uint8_t>(group.key & axis_mask_);
  const GroupSweep sweep = SweepGroup(values, rules_[axis]);
  const auto chunk = static_cast<std::size_t>(
      std::upper_bound(first_row.begin(), first_row.end(), values[0].row) -
      first_row.begin() - 1);
  const std::uint32_t row = values[0].row - first_row[chunk];
  const auto begin = static_cast<std::uint32_t>(out.rows.size());
  for (const GroupValue& value : values) out.rows.push_back(value.row);
  out.sides.insert(out.sides.end(), sweep.side.begin(), sweep.side.end());
  out.groups.push_back(
      {chunks[chunk].subject[row], chunks[chunk].predicate[row], axis, begin,
       static_cast<std::uint32_t>(out.rows.size()), sweep.sides, sweep.pairs});
  out.pairs += sweep.pairs;
}

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CONSISTENCY_GROUP_TABLE_H_

#include "consistency/groups.h"

#include <array>
#include <atomic>
#include <bit>
#include <cassert>
#include <numeric>

#include "base/pages.h"
#include "base/workers.h"
#include "consistency/group_table.h"

namespace gainsay::internal {
namespace {

// How a (subject, predicate, axis) becomes a partition and a key within it. The
// low `subject_bits` of subject * kGroupMixer are a permutation of the
// subjects: their upper bits choose the partition, so that subjects of many
// claims spread, the rest goes to the key.
struct Scheme {
  int subject_bits = 0, partition_bits = 0, predicate_bits = 0, axis_bits = 0;

  std::uint64_t Mix(std::uint32_t subject) const {
    return (subject * kGroupMixer) & ((std::uint64_t{1} << subject_bits) - 1);
  }
  std::uint32_t Partition(std::uint64_t mixed) const {
    return static_cast<std::uint32_t>(mixed >> (subject_bits - partition_bits));
  }
  std::uint64_t Key(std::uint64_t mixed, std::uint32_t predicate,
                    std::uint8_t axis) const {
    const std::uint64_t rest =
        mixed & ((std::uint64_t{1} << (subject_bits - partition_bits)) - 1);
    return ((rest << predicate_bits | predicate) << axis_bits) | axis;
  }
  int key_bits() const {
    return subject_bits - partition_bits + predicate_bits + axis_bits;
  }
  std::size_t partitions() const { return std::size_t{1} << partition_bits; }
};

// One search: the partitions are filled and read a range at a time, so that
// they never take more than the scratch memory allowed (one partition at
// least).
template <typename E>
class Search {
 public:
  Search(std::span<const GroupChunk> chunks, const GroupOptions& options,
         const Scheme& scheme)
      : chunks_(chunks),
        options_(options),
        scheme_(scheme),
        jobs_(std::max(options.jobs, 1U)) {
    std::uint64_t row = 0;
    for (const GroupChunk& chunk : chunks) {
      first_row_.push_back(static_cast<std::uint32_t>(row));
      row += chunk.rows;
    }
    assert(row < UINT32_MAX);
  }

  ConflictGroups Run(PageBlock& memory) {
    Count();
    std::vector<ConflictGroups> found(jobs_);
    std::vector<GroupTable<E>> tables;
    for (std::uint32_t i = 0; i < jobs_; ++i) {
      tables.emplace_back(options_.rules,
                          (std::uint64_t{1} << scheme_.axis_bits) - 1);
    }
    for (std::size_t begin = 0, end = 0; begin < scheme_.partitions();
         begin = end) {
      std::size_t rows = 0;
      do {
        rows += Rows(end++);
      } while (end < scheme_.partitions() &&
               (rows + Rows(end)) * sizeof(E) <= options_.scratch_bytes);
      if (rows * sizeof(E) > memory.size())
        memory = PageBlock(), memory = PageBlock(rows * sizeof(E));
      scratch_ = std::max(scratch_, memory.size());
      Fill(begin, end, reinterpret_cast<E*>(memory.data()));
      std::atomic<std::size_t> next = begin;
      RunWorkers(jobs_, [&](std::uint32_t worker) {
        for (std::size_t i; (i = next++) < end;) {
          const E* const entries =
              reinterpret_cast<const E*>(memory.data()) + starts_[i];
          tables[worker].Find({entries, Rows(i)}, chunks_, first_row_,
                              found[worker]);
        }
      });
    }
    return Join(found);
  }

 private:
  // Chunks are dealt out in runs, so that each partition receives its rows in
  // order.
  std::pair<std::size_t, std::size_t> Share(std::uint32_t worker) const {
    return {chunks_.size() * worker / jobs_,
            chunks_.size() * (worker + 1) / jobs_};
  }
  std::size_t Rows(std::size_t partition) const {
    std::size_t rows = 0;
    for (const std::vector<std::uint32_t>& counts : counts_)
      rows += counts[partition];
    return rows;
  }
  bool Compared(const GroupChunk& chunk, std::size_t row) const {
    return options_.rules[chunk.axis[row]].compared;
  }

  void Count() {
    counts_.assign(jobs_, std::vector<std::uint32_t>(scheme_.partitions()));
    RunWorkers(jobs_, [&](std::uint32_t worker) {
      const auto [begin, end] = Share(worker);
      for (std::size_t i = begin; i < end; ++i) {
        for (std::size_t row = 0; row < chunks_[i].rows; ++row) {
          counts_[worker]
                 [scheme_.Partition(scheme_.Mix(chunks_[i].subject[row]))] +=
              Compared(chunks_[i], row) ? 1 : 0;
        }
      }
    });
  }

  void Fill(std::size_t begin, std::size_t end, E* entries) {
    starts_.assign(scheme_.partitions() + 1, 0);
    std::vector<std::vector<E*>> cursors(jobs_,
                                         std::vector<E*>(end - begin + 1));
    std::size_t at = 0;
    for (std::size_t i = begin; i < end; ++i) {
      starts_[i] = at;
      for (std::uint32_t worker = 0; worker < jobs_; ++worker) {
        cursors[worker][i - begin] = entries + at;
        at += counts_[worker][i];
      }
    }
    const bool all = begin == 0 && end == scheme_.partitions();
    RunWorkers(jobs_, [&](std::uint32_t worker) {
      const auto [from, to] = Share(worker);
      for (std::size_t i = from; i < to; ++i) {
        all ? FillFrom<true>(i, 0, end, cursors[worker].data())
            : FillFrom<false>(i, begin, end, cursors[worker].data());
      }
    });
  }

  // Rows of other partitions are written to one entry that nobody reads: a
  // branch that can't be foreseen would cost more.
  template <bool kAll>
  void FillFrom(std::size_t index, std::size_t begin, std::size_t end,
                E** cursors) {
    const GroupChunk& chunk = chunks_[index];
    E nobody;
    for (std::size_t row = 0; row < chunk.rows; ++row) {
      const std::uint64_t mixed = scheme_.Mix(chunk.subject[row]);
      const std::size_t partition = scheme_.Partition(mixed) - begin;
      const bool wanted =
          (kAll || partition < end - begin) && Compared(chunk, row);
      E** const cursor = &cursors[wanted ? partition : end - begin];
      E* const entry = wanted ? *cursor : &nobody;
      entry->lo = chunk.lo[row];
      if constexpr (requires { entry->top; })
        entry->top = chunk.hi == nullptr ? chunk.lo[row] : chunk.hi[row];
      entry->row = first_row_[index] + static_cast<std::uint32_t>(row);
      entry->key = static_cast<decltype(E::key)>(
          scheme_.Key(mixed, chunk.predicate[row], chunk.axis[row]));
      *cursor = entry + 1;
    }
  }

  ConflictGroups Join(std::vector<ConflictGroups>& found) const {
    std::vector<std::pair<const ConflictGroups*, const ConflictGroup*>> order;
    ConflictGroups all;
    for (const ConflictGroups& part : found) {
      for (const ConflictGroup& group : part.groups)
        order.emplace_back(&part, &group);
      all.pairs += part.pairs;
    }
    std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
      return a.first->rows[a.second->begin] < b.first->rows[b.second->begin];
    });
    for (const auto& [part, group] : order) {
      ConflictGroup& moved = all.groups.emplace_back(*group);
      moved.begin = static_cast<std::uint32_t>(all.rows.size());
      all.rows.insert(all.rows.end(), part->rows.begin() + group->begin,
                      part->rows.begin() + group->end);
      all.sides.insert(all.sides.end(), part->sides.begin() + group->begin,
                       part->sides.begin() + group->end);
      moved.end = static_cast<std::uint32_t>(all.rows.size());
    }
    for (std::size_t i = 0; i < scheme_.partitions(); ++i)
      all.compared_rows += Rows(i);
    all.scratch_bytes = scratch_;
    return all;
  }

  std::span<const GroupChunk> chunks_;
  const GroupOptions& options_;
  const Scheme scheme_;
  const std::uint32_t jobs_;
  std::vector<std::uint32_t> first_row_;            // of each chunk
  std::vector<std::vector<std::uint32_t>> counts_;  // [worker][partition]
  std::vector<std::size_t> starts_;  // of each partition now filled
  std::size_t scratch_ = 0;
};

}  // namespace

ConflictGroups FindConflictGroups(std::span<const GroupChunk> chunks,
                                  const GroupOptions& options,
                                  PageBlock& scratch) {
  std::uint32_t subjects = 0, predicates = 0;
  std::size_t rows = 0;
  bool points = true;
  for (const GroupChunk& chunk : chunks) {
    rows += chunk.rows;
    points &= chunk.hi == nullptr;
    for (std::size_t i = 0; i < chunk.rows; ++i)
      subjects = std::max(subjects, chunk.subject[i]);
    for (std::size_t i = 0; i < chunk.rows; ++i)
      predicates = std::max(predicates, chunk.predicate[i]);
  }
  assert(predicates < (1U << 24));
  Scheme scheme;
  scheme.subject_bits = std::bit_width(subjects);
  scheme.predicate_bits = std::bit_width(predicates);
  scheme.axis_bits = std::bit_width(options.rules.size() - 1);
  scheme.partition_bits =
      std::min(scheme.subject_bits,
               static_cast<int>(std::bit_width(rows / kGroupPartitionRows)));
  const bool narrow = scheme.key_bits() <= 32;
  if (points && narrow)
    return Search<GroupEntry<std::uint32_t, true>>(chunks, options, scheme)
        .Run(scratch);
  if (points)
    return Search<GroupEntry<std::uint64_t, true>>(chunks, options, scheme)
        .Run(scratch);
  return Search<GroupEntry<std::uint64_t, false>>(chunks, options, scheme)
      .Run(scratch);
}

}  // namespace gainsay::internal

#include "consistency/network/components.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <memory>
#include <numeric>
#include <utility>

#include "base/workers.h"

namespace gainsay::internal::stp {
namespace {

constexpr std::uint32_t kAhead = 16;  // rows whose points are fetched early

// Union by lowest index with path halving: the root is a component's lowest
// point, whatever the order. Threads may unite at once: a root is linked by
// compare-and-swap, and what is no root only ever moves up (Jayanti and Tarjan
// 2016).
class UnionFind {
 public:
  explicit UnionFind(std::size_t size) : parent_(size) {
    std::iota(parent_.begin(), parent_.end(), 0U);
  }
  std::uint32_t Find(std::uint32_t x) {
    for (;;) {
      const std::uint32_t up = Load(x);
      if (up == x) return x;
      const std::uint32_t above = Load(up);
      if (above == up) return up;
      Parent(x).store(above, std::memory_order_relaxed);
      x = above;
    }
  }
  void Union(std::uint32_t a, std::uint32_t b) {
    if (Load(a) == Load(b)) return;
    for (;;) {
      a = Find(a), b = Find(b);
      if (a == b) return;
      if (a > b) std::swap(a, b);
      std::uint32_t expected = b;
      if (Parent(b).compare_exchange_strong(expected, a,
                                            std::memory_order_relaxed))
        return;
    }
  }
  void Fetch(std::uint32_t x) const { __builtin_prefetch(&parent_[x]); }
  std::vector<std::uint32_t>& parents() { return parent_; }

 private:
  std::atomic_ref<std::uint32_t> Parent(std::uint32_t x) {
    return std::atomic_ref(parent_[x]);
  }
  std::uint32_t Load(std::uint32_t x) {
    return Parent(x).load(std::memory_order_relaxed);
  }

  std::vector<std::uint32_t> parent_;
};

// A statement of several bounds joins what it bounds: it stands or falls as a
// whole.
void UniteStatements(const Store& store, UnionFind& sets) {
  std::vector<std::uint32_t> point;  // of a bound of each statement
  for (std::uint32_t i = 0; i < store.size(); ++i) {
    const std::uint32_t statement = store.statement(i);
    if (store.dead(i) || statement == kGiven) continue;
    if (statement >= point.size())
      point.resize(std::max<std::size_t>(statement + 1, 2 * point.size()));
    const Row& row = store.row(i);
    const std::uint32_t p = row.from == 0 ? row.to : row.from;
    if (point[statement] != 0) sets.Union(point[statement], p);
    point[statement] = p;
  }
}

// Runs work(t, begin, end) for `threads` even parts of [0, size).
template <typename Work>
void InParts(std::size_t size, std::uint32_t threads, Work work) {
  const auto begin = [&](std::uint32_t t) {
    return static_cast<std::uint32_t>(size * t / threads);
  };
  RunWorkers(threads,
             [&](std::uint32_t t) { work(t, begin(t), begin(t + 1)); });
}

// Parents become component numbers: a root comes before its members. How many.
std::uint32_t NumberRoots(std::vector<std::uint32_t>& parents) {
  std::uint32_t count = 0;
  for (std::uint32_t p = 1; p < parents.size(); ++p) {
    parents[p] = parents[p] == p ? count++ : parents[parents[p]];
  }
  return count;
}

// Sorts the live bounds by component, stably, in two steps: threads deal their
// parts of the bounds into bins of 256 components, each writing runs of its
// own; then each bin is sorted in the nearest cache.
class Sorter {
 public:
  Sorter(const Store& store, const std::vector<std::uint32_t>& number,
         std::uint32_t count, std::uint32_t threads)
      : store_(store),
        number_(number),
        count_(count),
        threads_(threads),
        bins_((count + kBin - 1) / kBin),
        at_(threads, std::vector<std::uint32_t>(bins_)),
        first_(bins_ + 1) {}

  Components Sort() {
    ForParts([this](std::uint32_t t) {
      return [at = at_[t].data()](std::uint32_t, std::uint32_t c) {
        ++at[c / kBin];
      };
    });
    std::uint32_t sum = 0;
    for (std::uint32_t b = 0; b < bins_; ++b) {
      first_[b] = sum;
      for (std::uint32_t t = 0; t < threads_; ++t)
        sum += std::exchange(at_[t][b], sum);
    }
    first_[bins_] = sum;
    Components result(count_, sum);
    within_ = std::make_unique_for_overwrite<std::uint8_t[]>(sum);
    ForParts([&](std::uint32_t t) {
      return [at = at_[t].data(), order = result.order.get(),
              within = within_.get()](std::uint32_t bound, std::uint32_t c) {
        const std::uint32_t i = at[c / kBin]++;
        order[i] = bound;
        within[i] = static_cast<std::uint8_t>(c % kBin);
      };
    });
    InParts(bins_, threads_,
            [&](std::uint32_t, std::uint32_t begin, std::uint32_t end) {
              std::vector<std::uint32_t> room;
              for (std::uint32_t b = begin; b < end; ++b)
                SortBin(b, result, room);
            });
    return result;
  }

 private:
  static constexpr std::uint32_t kBin = 256;

  // Visits the live bounds, each with its component, in parts: by make(t),
  // which holds what it writes to by value.
  template <typename Make>
  void ForParts(Make make) const {
    const bool dead = store_.any_dead();
    InParts(store_.size(), threads_,
            [&](std::uint32_t t, std::uint32_t begin, std::uint32_t end) {
              const auto visit = make(t);
              const Row* const rows = store_.rows().data();
              const std::uint32_t* const number = number_.data();
              for (std::uint32_t i = begin; i < end; ++i) {
                if (dead && store_.dead(i)) continue;
                visit(i, number[rows[i].from == 0 ? rows[i].to : rows[i].from]);
              }
            });
  }

  void SortBin(std::uint32_t bin, Components& result,
               std::vector<std::uint32_t>& room) const {
    const std::uint32_t begin = first_[bin], end = first_[bin + 1];
    std::array<std::uint32_t, kBin> at = {};
    for (std::uint32_t i = begin; i < end; ++i) ++at[within_[i]];
    std::uint32_t sum = begin;
    for (std::uint32_t c = 0; c < std::min(kBin, count_ - kBin * bin); ++c) {
      result.start[kBin * bin + c] = sum;
      sum += std::exchange(at[c], sum);
    }
    room.assign(result.order.get() + begin, result.order.get() + end);
    for (std::uint32_t i = begin; i < end; ++i)
      result.order[at[within_[i]]++] = room[i - begin];
  }

  const Store& store_;
  const std::vector<std::uint32_t>& number_;  // of each point's component
  std::uint32_t count_, threads_, bins_;
  std::vector<std::vector<std::uint32_t>> at_;  // thread, bin: where to write
  std::vector<std::uint32_t> first_;            // where a bin begins
  std::unique_ptr<std::uint8_t[]> within_;      // component in its bin
};

}  // namespace

Components FindComponents(const Store& store, std::uint32_t threads) {
  const std::vector<Row>& rows = store.rows();
  const bool dead = store.any_dead();
  UnionFind sets(store.points());
  InParts(rows.size(), threads,
          [&](std::uint32_t, std::uint32_t begin, std::uint32_t end) {
            for (std::uint32_t i = begin; i < end; ++i) {
              if (i + kAhead < end) {
                sets.Fetch(rows[i + kAhead].from);
                sets.Fetch(rows[i + kAhead].to);
              }
              if (dead && store.dead(i)) continue;
              if (rows[i].from != 0 && rows[i].to != 0)
                sets.Union(rows[i].from, rows[i].to);
            }
          });
  if (!store.identity()) UniteStatements(store, sets);
  const std::uint32_t count = NumberRoots(sets.parents());
  return Sorter(store, sets.parents(), count, threads).Sort();
}

}  // namespace gainsay::internal::stp

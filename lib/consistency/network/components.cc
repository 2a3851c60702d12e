#include "consistency/network/components.h"

#include <algorithm>
#include <numeric>

namespace gainsay::internal::stp {
namespace {

// Union by lowest index with path halving: the root is a component's lowest
// point.
class UnionFind {
 public:
  explicit UnionFind(std::size_t size) : parent_(size) {
    std::iota(parent_.begin(), parent_.end(), 0U);
  }
  std::uint32_t Find(std::uint32_t x) {
    while (parent_[x] != x) x = parent_[x] = parent_[parent_[x]];
    return x;
  }
  void Union(std::uint32_t a, std::uint32_t b) {
    a = Find(a), b = Find(b);
    if (a < b) parent_[b] = a;
    if (b < a) parent_[a] = b;
  }
  std::vector<std::uint32_t>& parents() { return parent_; }

 private:
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

}  // namespace

Components FindComponents(const Store& store) {
  const std::vector<Row>& rows = store.rows();
  const bool dead = store.any_dead();
  UnionFind sets(store.points());
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    if (dead && store.dead(i)) continue;
    if (rows[i].from != 0 && rows[i].to != 0)
      sets.Union(rows[i].from, rows[i].to);
  }
  if (!store.identity()) UniteStatements(store, sets);
  // Parents become component numbers: a root is seen before its members.
  std::vector<std::uint32_t>& number = sets.parents();
  std::uint32_t count = 0;
  for (std::uint32_t p = 1; p < number.size(); ++p)
    number[p] = number[p] == p ? count++ : number[number[p]];
  Components result;
  result.start.assign(count + 2, 0);
  const auto of = [&](const Row& row) {
    return number[row.from == 0 ? row.to : row.from];
  };
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    if (!(dead && store.dead(i))) ++result.start[of(rows[i]) + 2];
  }
  std::partial_sum(result.start.begin(), result.start.end(),
                   result.start.begin());
  result.order.resize(store.live());
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    if (!(dead && store.dead(i)))
      result.order[result.start[of(rows[i]) + 1]++] = i;
  }
  result.start.pop_back();
  return result;
}

}  // namespace gainsay::internal::stp

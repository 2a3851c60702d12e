// A distance graph that grows by one bound at a time and stays consistent.
//
// The potential of a point is its latest possible day: the shortest distance
// from the origin, or "free" where nothing bounds it from above. It is a valid
// potential in the sense of Cotton and Maler (2006), and the origin is never
// lowered, so that its long list of dates is never scanned; a bound that would
// lower it closes a negative cycle. Parallel bounds form one arc, whose ends
// are the tightest of them.
#ifndef GAINSAY_LIB_CONSISTENCY_NETWORK_GRAPH_H_
#define GAINSAY_LIB_CONSISTENCY_NETWORK_GRAPH_H_

#include <cstdint>
#include <span>
#include <vector>

#include "gainsay/date.h"

namespace gainsay::internal::stp {

using Distance = std::int64_t;
inline constexpr Distance kFree = Distance{1}
                                  << 58;      // beyond any sum of bounds
inline constexpr Day kNoEnd = kPlusInfinity;  // weight of a missing edge

// One edge of the distance graph: t(to) - t(from) <= weight.
struct Edge {
  std::uint32_t from, to;
  Day weight;
};

class Graph {
 public:
  explicit Graph(std::uint32_t points = 1) { Resize(points); }
  void Resize(std::uint32_t points);
  std::uint32_t points() const {
    return static_cast<std::uint32_t>(nodes_.size());
  }

  // Adds lo <= t(to) - t(from) <= hi if all stays consistent: then true. Else
  // nothing changes, and cycle() is a negative cycle through the bound.
  // O(affected * log).
  bool Insert(std::uint32_t from, std::uint32_t to, Day lo, Day hi);
  // The edges of the cycle that refused the last bound, in order; the new one
  // first.
  const std::vector<Edge>& cycle() const { return cycle_; }

  // Sets the tightest bound of a pair anew; potentials must be settled after by
  // Settle().
  void Reset(std::uint32_t from, std::uint32_t to, Day lo, Day hi);
  // Recomputes the potentials of the given points, whose arcs lead to each
  // other and the origin only. The bounds must be consistent.
  void Settle(std::span<const std::uint32_t> points);

  Distance latest(std::uint32_t point) const { return nodes_[point].latest; }
  // The tightest weight of from -> to, or kNoEnd.
  Day weight(std::uint32_t from, std::uint32_t to) const;
  // Points that share an arc with a point, the origin left out.
  template <typename Visit>
  void ForNeighbours(std::uint32_t point, Visit visit) const {
    const Node& node = nodes_[point];
    for (std::uint32_t i = 0; i < node.size; ++i) {
      if (arcs_[node.first + i].to != 0) visit(arcs_[node.first + i].to);
    }
  }
  std::size_t bytes() const;

 private:
  static constexpr std::uint32_t kNobody = 0xffffffffU;
  struct Arc {
    std::uint32_t to;
    Day out, in;  // weight of this -> to, and of to -> this
  };
  // A point: all that inserting a bound touches, in half a cache line.
  struct Node {
    Distance latest = kFree;
    Distance value = 0;               // on its way into `latest`,
    std::uint32_t by = 0, epoch = 0;  // from another point, in this insertion
    std::uint32_t first = 0,
                  size = 0;  // arcs_[first, + size), room for a power of two
  };

  Arc* Find(std::uint32_t at, std::uint32_t to);
  void Put(std::uint32_t at, std::uint32_t to, Day out, Day in);
  void SetWeight(std::uint32_t from, std::uint32_t to, Day weight);
  bool Tighten(std::uint32_t from, std::uint32_t to, Day weight);
  std::uint32_t Propagate(std::uint32_t from, std::uint32_t to, Day weight);
  void Rollback(std::size_t mark);
  void Explain(const Edge& edge, std::uint32_t closed);
  void TightPath(std::uint32_t point, std::vector<Edge>& walk);
  static std::vector<Edge> SimpleCycle(const std::vector<Edge>& walk);
  bool Lower(std::uint32_t point, Distance value, std::uint32_t by);

  struct Undo {
    std::uint32_t point;
    Distance latest;
  };
  std::vector<Node> nodes_;
  std::vector<Arc> arcs_;
  std::uint32_t epoch_ = 0;
  std::vector<std::pair<Distance, std::uint32_t>>
      heap_;  // (value - latest, point)
  std::vector<Undo> undo_;
  std::vector<Edge> cycle_;
};

}  // namespace gainsay::internal::stp

#endif  // GAINSAY_LIB_CONSISTENCY_NETWORK_GRAPH_H_

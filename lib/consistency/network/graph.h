// A distance graph that grows by one bound at a time and stays consistent.
//
// The potential of a point is its latest possible day, the shortest distance
// from the origin. It is a valid potential in the sense of Cotton and Maler
// (2006), and the origin is never lowered, so that its long list of dates is
// never scanned; a bound that would lower it closes a negative cycle.
//
// Points that nothing bounds from above are "free": no latest day, only a
// potential among themselves, far above all days. A bound between two of them
// may lower all that follows or raise all that precedes: both are tried in
// turns and the shorter one is kept, so that a bound that joins two undated
// parts costs at most twice the smaller one, and n of them O(n log n) in all.
//
// Parallel bounds form one arc, whose ends are the tightest of them.
#ifndef GAINSAY_LIB_CONSISTENCY_NETWORK_GRAPH_H_
#define GAINSAY_LIB_CONSISTENCY_NETWORK_GRAPH_H_

#include <array>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "gainsay/date.h"

namespace gainsay::internal::stp {

using Distance = std::int64_t;
// Of free points, give or take 2^57: beyond any sum of 2^31 bounds.
inline constexpr Distance kFree = Distance{1} << 58;
inline constexpr Day kNoEnd = kPlusInfinity;  // weight of a missing edge

// One edge of the distance graph: t(to) - t(from) <= weight.
struct Edge {
  std::uint32_t from, to;
  Day weight;
};

class Graph {
 public:
  enum class Cycles : std::uint8_t { kKept, kNotAsked };
  explicit Graph(std::uint32_t points = 1, Cycles cycles = Cycles::kKept)
      : cycles_(cycles) {
    Resize(points);
  }
  void Resize(std::uint32_t points);
  void Reserve(std::size_t pairs) { arcs_.reserve(2 * pairs); }
  std::uint32_t points() const {
    return static_cast<std::uint32_t>(nodes_.size());
  }

  // Adds lo <= t(to) - t(from) <= hi if all stays consistent: then true. Else
  // nothing changes, and cycle() is a negative cycle through the bound.
  // O(affected * log).
  bool Insert(std::uint32_t from, std::uint32_t to, Day lo, Day hi);
  // The edges of the cycle that refused the last bound, in order; the new one
  // first. Empty if they are not asked for.
  const std::vector<Edge>& cycle() const { return cycle_; }

  // Sets the tightest bound of a pair anew, which must be no tighter than
  // before; Settle() finds the latest days anew.
  void Loosen(std::uint32_t from, std::uint32_t to, Day lo, Day hi);
  // Recomputes the potentials of the given points, whose arcs lead to each
  // other and the origin only. O(arcs * log).
  void Settle(std::span<const std::uint32_t> points);

  Distance latest(std::uint32_t point) const { return nodes_[point].latest; }

  // A pair of points that share an arc has a mark: the caller's, kNoMark at
  // first.
  static constexpr std::uint32_t kNoMark = 0xffffffffU;
  std::uint32_t mark(std::uint32_t from, std::uint32_t to) const;
  // Sets the mark and returns the one before; makes the arc if there is none.
  std::uint32_t Mark(std::uint32_t from, std::uint32_t to, std::uint32_t mark);
  // Visits (other point, mark) of all arcs of a point other than the origin.
  template <typename Visit>
  void ForArcs(std::uint32_t point, Visit visit) const {
    const Node& node = nodes_[point];
    for (std::uint32_t i = 0; i < node.size; ++i) {
      const Arc& arc = arcs_[node.first + i];
      visit(arc.to, Keeps(point, arc.to) ? arc.mark : Mirror(arc).mark);
    }
  }
  std::size_t bytes() const;

 private:
  static constexpr std::uint32_t kNobody = 0xffffffffU;
  struct Arc {
    std::uint32_t to;
    std::uint32_t mirror;  // its place among the arcs of `to`
    Day out, in;           // weight of this -> to, and of to -> this
    std::uint32_t mark;    // at one of both: Keeps()
  };
  // A point: all that inserting a bound touches, in half a cache line.
  struct Node {
    Distance latest = kFree;
    Distance value = 0;               // on its way into `latest`,
    std::uint32_t by = 0, epoch = 0;  // from another point, in this insertion
    // arcs_[first, + size); room for a power of two
    std::uint32_t first = 0, size = 0;
  };
  // The same for raising.
  struct Raise {
    Distance value = 0;
    std::uint32_t by = 0, epoch = 0;
  };
  using Heap = std::vector<std::pair<Distance, std::uint32_t>>;
  // A search that is not yet applied.
  struct Search {
    Heap heap;  // (change, point)
    std::vector<std::pair<std::uint32_t, Distance>> settled;
    std::uint64_t work = 0;  // points and arcs looked at

    void Clear() { heap.clear(), settled.clear(), work = 0; }
  };

  static bool IsFree(Distance latest) { return latest > kFree / 2; }
  // Does the arc at `point` keep the mark, not its mirror?
  static bool Keeps(std::uint32_t point, std::uint32_t to) {
    return to == 0 || point < to;
  }
  const Arc& Mirror(const Arc& arc) const {
    return arcs_[nodes_[arc.to].first + arc.mirror];
  }
  Arc& Mirror(const Arc& arc) {
    return arcs_[nodes_[arc.to].first + arc.mirror];
  }
  Day weight(std::uint32_t from, std::uint32_t to) const;

  std::uint32_t SideOf(std::uint32_t a, std::uint32_t b) const;
  std::uint32_t Find(std::uint32_t at, std::uint32_t to) const;
  std::uint32_t Put(std::uint32_t at, std::uint32_t to);
  std::uint32_t FindOrPut(std::uint32_t at, std::uint32_t to);
  void SetOut(std::uint32_t arc, Day out);
  void SetIn(std::uint32_t arc, Day in);

  bool Tighten(std::uint32_t from, std::uint32_t to, Day weight);
  std::uint32_t Propagate(std::uint32_t from, std::uint32_t to, Day weight);
  bool PropagateFree(std::uint32_t from, std::uint32_t to, Day weight);
  bool StepDown(std::uint32_t goal);
  bool StepUp(std::uint32_t goal);
  void NoteRaise(std::uint32_t point, Distance value, std::uint32_t by);
  void Rollback(std::size_t mark);
  void Explain(const Edge& edge, std::uint32_t closed);
  void ExplainRaise(const Edge& edge);
  void TightPath(std::uint32_t point, std::vector<Edge>& walk);
  static std::vector<Edge> SimpleCycle(const std::vector<Edge>& walk);
  bool Lower(Heap& heap, std::uint32_t point, Distance value, std::uint32_t by);

  struct Undo {
    std::uint32_t point;
    Distance latest;
  };
  std::vector<Node> nodes_;
  std::vector<Arc> arcs_;
  std::array<std::vector<std::uint32_t>, 32> spare_;  // outgrown blocks by size
  std::vector<Raise> raises_;
  std::uint32_t epoch_ = 0;
  Search down_, up_;
  std::vector<Undo> undo_;
  Cycles cycles_;
  std::vector<Edge> cycle_;
};

}  // namespace gainsay::internal::stp

#endif  // GAINSAY_LIB_CONSISTENCY_NETWORK_GRAPH_H_

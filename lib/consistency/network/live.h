// The index of a network that changes: which bounds each point has, and the
// distance graph of all that was accepted in order of arrival.
#ifndef GAINSAY_LIB_CONSISTENCY_NETWORK_LIVE_H_
#define GAINSAY_LIB_CONSISTENCY_NETWORK_LIVE_H_

#include <cstdint>
#include <initializer_list>
#include <vector>

#include "consistency/network/graph.h"
#include "consistency/network/store.h"

namespace gainsay::internal::stp {

class Live {
 public:
  explicit Live(const Store& store);

  // The bound was just added to the store. False: refused, see graph().cycle().
  bool Insert(std::uint32_t bound);
  // The bound was just killed in the store. O(component). Returns the points
  // of its component as it was before, ascending.
  std::vector<std::uint32_t> Remove(std::uint32_t bound);

  // Points that hang together with some by live bounds, ascending.
  std::vector<std::uint32_t> PointsOf(
      std::initializer_list<std::uint32_t> of) const;
  // Live bounds of a point, those with a lower one left out.
  template <typename Visit>
  void ForBounds(std::uint32_t point, Visit visit) const {
    if (point == 0 || point >= graph_.points()) return;
    graph_.ForArcs(point, [&](std::uint32_t other, std::uint32_t last) {
      if (other == 0 || other > point) ForPair(last, visit);
    });
  }
  // Live bounds of the component of a point, ascending.
  std::vector<std::uint32_t> ComponentOf(std::uint32_t point) const;
  const Graph& graph() const { return graph_; }
  // The bound behind an edge: an accepted one, or the one that was just
  // refused.
  std::uint32_t BoundOf(const Edge& edge, std::uint32_t refused) const;
  const std::vector<std::uint32_t>& refused() const { return refused_; }
  std::size_t bytes() const;

 private:
  void Link(std::uint32_t bound);
  void Unlink(std::uint32_t bound);
  bool Accept(std::uint32_t bound);
  bool IsRefused(std::uint32_t bound) const;
  // Live bounds of one pair of points, the last one first.
  template <typename Visit>
  void ForPair(std::uint32_t last, Visit visit) const {
    for (std::uint32_t b = last; b != Graph::kNoMark; b = next_[b]) visit(b);
  }

  const Store& store_;
  Graph graph_;                         // the mark of a pair is its last bound,
  std::vector<std::uint32_t> next_;     // and of a bound the one before it
  std::vector<std::uint32_t> refused_;  // ascending
};

}  // namespace gainsay::internal::stp

#endif  // GAINSAY_LIB_CONSISTENCY_NETWORK_LIVE_H_

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
  // The bound was just killed in the store. O(component).
  void Remove(std::uint32_t bound);

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
  bool Accept(std::uint32_t bound);
  bool IsRefused(std::uint32_t bound) const;
  std::vector<std::uint32_t> PointsOf(
      std::initializer_list<std::uint32_t> of) const;
  template <typename Visit>
  void ForBounds(std::uint32_t point, Visit visit) const;

  const Store& store_;
  Graph graph_;
  std::vector<std::uint32_t> head_;  // of a point: 2 * bound + side, or kNone
  std::vector<std::uint32_t> next_;  // of 2 * bound + side (0: from, 1: to)
  std::vector<std::uint32_t> refused_;  // ascending
};

}  // namespace gainsay::internal::stp

#endif  // GAINSAY_LIB_CONSISTENCY_NETWORK_LIVE_H_

// Exact, independent parts of a network. Dates hang on the origin, which would
// weld everything into one; it is an articulation point, and a minimal conflict
// is a simple cycle, so each lies in one part of the rest (a block, in graph
// words).
#ifndef GAINSAY_LIB_CONSISTENCY_NETWORK_COMPONENTS_H_
#define GAINSAY_LIB_CONSISTENCY_NETWORK_COMPONENTS_H_

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "consistency/network/store.h"

namespace gainsay::internal::stp {

struct Components {
  // Component c: order[start[c], start[c + 1]).
  std::vector<std::uint32_t> start;
  // Live bounds by component, each in order of Add. Threads write it first.
  std::unique_ptr<std::uint32_t[]> order;

  Components(std::uint32_t count, std::uint32_t bounds)
      : start(count + 1, bounds),
        order(std::make_unique_for_overwrite<std::uint32_t[]>(bounds)) {}
  std::size_t size() const { return start.size() - 1; }
  std::span<const std::uint32_t> operator[](std::size_t c) const {
    return {order.get() + start[c], order.get() + start[c + 1]};
  }
};

// Components by their lowest point. O(bounds * inverse Ackermann), shared by
// threads that end before it returns.
Components FindComponents(const Store& store, std::uint32_t threads = 1);

}  // namespace gainsay::internal::stp

#endif  // GAINSAY_LIB_CONSISTENCY_NETWORK_COMPONENTS_H_

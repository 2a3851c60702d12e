// What threads share when they work through the components of a network.
#ifndef GAINSAY_LIB_CONSISTENCY_NETWORK_QUEUE_H_
#define GAINSAY_LIB_CONSISTENCY_NETWORK_QUEUE_H_

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "consistency/network/components.h"
#include "gainsay/network.h"

namespace gainsay::internal::stp {

// How many threads the options ask for.
inline std::uint32_t ThreadsOf(const NetworkOptions& options) {
  return std::clamp<std::uint32_t>(options.threads, 1, 64);
}

// What threads take their components from: the large ones first, one by one,
// the largest first; then the others in chunks.
class ComponentQueue {
 public:
  explicit ComponentQueue(const Components& components)
      : components_(components) {
    for (std::uint32_t c = 0; c < components.size(); ++c) {
      if (components[c].size() >= kLarge) large_.push_back(c);
    }
    std::stable_sort(large_.begin(), large_.end(),
                     [&](std::uint32_t a, std::uint32_t b) {
                       return components[a].size() > components[b].size();
                     });
  }

  // Visits some components; false if none is left.
  template <typename Visit>
  bool Next(Visit visit) {
    const std::size_t turn = next_.fetch_add(1, std::memory_order_relaxed);
    if (turn < large_.size()) {
      visit(components_[large_[turn]]);
      return true;
    }
    const std::size_t begin = kChunk * (turn - large_.size());
    const std::size_t end = std::min(begin + kChunk, components_.size());
    for (std::size_t c = begin; c < end; ++c) {
      const std::span<const std::uint32_t> bounds = components_[c];
      if (!bounds.empty() && bounds.size() < kLarge) visit(bounds);
    }
    return begin < components_.size();
  }

 private:
  static constexpr std::size_t kLarge = 2000, kChunk = 256;
  const Components& components_;
  std::vector<std::uint32_t> large_;
  std::atomic<std::size_t> next_ = 0;
};

}  // namespace gainsay::internal::stp

#endif  // GAINSAY_LIB_CONSISTENCY_NETWORK_QUEUE_H_

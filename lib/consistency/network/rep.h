// What stands behind Network.
#ifndef GAINSAY_LIB_CONSISTENCY_NETWORK_REP_H_
#define GAINSAY_LIB_CONSISTENCY_NETWORK_REP_H_

#include <memory>
#include <mutex>
#include <span>
#include <vector>

#include "consistency/network/live.h"
#include "consistency/network/store.h"
#include "gainsay/network.h"

namespace gainsay::internal::stp {
class Answers;
}

namespace gainsay::inline v0 {

struct Network::Rep {
  internal::stp::Store store;
  std::unique_ptr<internal::stp::Live> live;  // null until Index()
  // Bounds of each statement, where a statement is not its bound's index.
  std::vector<std::vector<std::uint32_t>> bounds_of;
  std::size_t indexed = 0;  // bounds in bounds_of

  std::vector<std::uint32_t> BoundsOf(std::uint32_t statement) const;
  std::vector<std::uint32_t> ComponentOf(std::uint32_t point) const;
  std::vector<std::uint32_t> LiveComponentOf(std::uint32_t point) const;
  std::vector<std::uint32_t> PointsAround(std::uint32_t bound) const;
  // The first bound of a statement that has one, with an index.
  std::uint32_t FirstOf(std::uint32_t statement) const {
    return bounds_of[statement].front();
  }

  // What Conflicts() last said of an indexed network. Asking is const: callers
  // may ask at once.
  mutable std::mutex asking;
  mutable std::unique_ptr<internal::stp::Answers> answers;

  Rep();
  ~Rep();
};

}  // namespace gainsay::inline v0

namespace gainsay::internal::stp {

// Grades all components, `options.threads` at a time; or only counts the
// inconsistent ones.
NetworkReport Run(const Store& store, const NetworkOptions& options,
                  bool check_only);
// Grades one component.
NetworkReport RunOne(const Store& store, std::span<const std::uint32_t> bounds,
                     const NetworkOptions& options);

}  // namespace gainsay::internal::stp

#endif  // GAINSAY_LIB_CONSISTENCY_NETWORK_REP_H_

// Derived windows and implied bounds: shortest paths both ways, with their
// reasons.
#ifndef GAINSAY_LIB_CONSISTENCY_NETWORK_WINDOW_H_
#define GAINSAY_LIB_CONSISTENCY_NETWORK_WINDOW_H_

#include <cstdint>
#include <span>

#include "consistency/network/store.h"

namespace gainsay::internal::stp {

// What the bounds (of one component or several) say of t(to) - t(from) in the
// hull.
NetworkWindow FindWindow(const Store& store,
                         std::span<const std::uint32_t> bounds,
                         std::uint32_t from, std::uint32_t to);

}  // namespace gainsay::internal::stp

#endif  // GAINSAY_LIB_CONSISTENCY_NETWORK_WINDOW_H_

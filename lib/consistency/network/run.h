// Grading of many components, in parts that can be kept.
#ifndef GAINSAY_LIB_CONSISTENCY_NETWORK_RUN_H_
#define GAINSAY_LIB_CONSISTENCY_NETWORK_RUN_H_

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "consistency/network/grade.h"
#include "consistency/network/quick.h"
#include "consistency/network/store.h"

namespace gainsay::internal::stp {

// Reports of components in which something was found, each with one of its
// bounds.
struct Parts {
  std::vector<std::pair<std::uint32_t, ComponentReport>> reports;
  std::uint64_t components = 0;    // with a bound
  std::uint64_t inconsistent = 0;  // of a check that lists nothing
  bool stopped = false;
};

// All components, `options.threads` at a time.
Parts GradeParts(const Store& store, const NetworkOptions& options,
                 bool check_only = false);
// What the options ask of one component.
Need NeedOf(Quick& quick, std::span<const std::uint32_t> bounds,
            const NetworkOptions& options);
// One report of many, conflicts in order; components are not counted.
NetworkReport Merge(std::span<const ComponentReport* const> parts);

}  // namespace gainsay::internal::stp

#endif  // GAINSAY_LIB_CONSISTENCY_NETWORK_RUN_H_

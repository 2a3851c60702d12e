// Contradictions in time: bounds of statements into a Network, its minimal
// conflicts out, each verified by the oracle, one finding a lapse.
#ifndef GAINSAY_LIB_CONSISTENCY_TEMPORAL_CHECK_H_
#define GAINSAY_LIB_CONSISTENCY_TEMPORAL_CHECK_H_

#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

#include "consistency/conflict.h"
#include "graph/build.h"

namespace gainsay::internal {

struct TemporalOptions {
  std::uint32_t max_statements = 8;
  std::uint32_t threads = 1;
  std::uint64_t budget = 0;  // 0: the network's default
  bool near_misses = false;
  std::size_t near_miss_cap = 10000;
  std::stop_token stop;
};

struct TemporalResult {
  std::vector<Conflict> conflicts;
  std::vector<NearMissRow> near_misses;
  std::uint64_t withheld = 0;  // candidates that failed verification
  std::uint64_t out_of_range =
      0;                        // bounds beyond the network's range, left out
  std::uint64_t truncated = 0;  // statements whose conflicts were cut
  bool complete = true;
};

TemporalResult CheckTemporal(const StatementTable& statements,
                             const PointGraph& graph, const GraphInput& input,
                             const TemporalOptions& options);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CONSISTENCY_TEMPORAL_CHECK_H_

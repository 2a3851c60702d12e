// Conflicted groups among millions of values: claims of one subject and
// predicate whose values cannot all hold.
//
// Values are closed intervals on one axis (a number, a day, the id of a text).
// Two conflict if they lie apart by more than the tolerance of their axis.
// Claims are partitioned by subject before any hashing, so that each
// partition's table stays in the cache; a group is conflicted iff its highest
// lower end and its lowest upper end conflict, which one pass finds; only
// conflicted groups are sorted and swept. Pairs are counted, never listed. O(n)
// beside the sorting of conflicted groups.
#ifndef GAINSAY_LIB_CONSISTENCY_GROUPS_H_
#define GAINSAY_LIB_CONSISTENCY_GROUPS_H_

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/pages.h"

namespace gainsay::internal {

// How far apart two values of an axis may lie: the larger of `absolute` and
// `relative` times the larger magnitude. relative is in [0, 1).
struct AxisRule {
  bool compared = true;
  double absolute = 0, relative = 0;

  // Whether `above` lies too far above `below`. Monotone: raising `above` or
  // lowering `below` never makes it false.
  bool Apart(double below, double above) const {
    return above - below >
           std::max(absolute,
                    relative * std::max(std::fabs(below), std::fabs(above)));
  }
};

// Columns of some claims. `hi` may be null: every value is the point `lo`.
struct GroupChunk {
  std::size_t rows = 0;
  const std::uint32_t* subject = nullptr;
  const std::uint32_t* predicate = nullptr;  // below 2^24
  const double* lo = nullptr;
  const double* hi = nullptr;
  const std::uint8_t* axis = nullptr;  // index into GroupOptions::rules
};

struct GroupOptions {
  std::span<const AxisRule> rules;  // by axis
  std::uint32_t jobs = 1;
  // For partitions, all jobs together.
  std::size_t scratch_bytes = std::size_t{96} << 20;
};

// Rows are numbered through all chunks in order.
struct ConflictGroup {
  std::uint32_t subject = 0, predicate = 0;
  std::uint8_t axis = 0;
  std::uint32_t begin = 0, end = 0;  // of ConflictGroups::rows and ::sides
  std::uint32_t sides = 0;           // two or more
  std::uint64_t pairs = 0;           // pairs of claims that conflict
};

struct ConflictGroups {
  std::vector<ConflictGroup> groups;  // by first row
  std::vector<std::uint32_t> rows;    // ascending within a group
  // Side of each row, 0 ... ConflictGroup::sides - 1, numbered by first row. A
  // side is a maximal run of the sweep whose values are mutually compatible; a
  // value that several runs hold counts with the lowest of them.
  std::vector<std::uint32_t> sides;
  std::uint64_t pairs = 0;
  std::uint64_t compared_rows = 0;  // rows of an axis that is compared
  std::size_t scratch_bytes = 0;    // largest scratch memory in use
};

// All conflicted groups of all chunks. At most 2^32 - 1 rows. The result does
// not depend on `jobs` or `scratch_bytes`, nor on how strings were numbered.
// `scratch` is memory to work in, grown as needed; what it holds is lost.
ConflictGroups FindConflictGroups(std::span<const GroupChunk> chunks,
                                  const GroupOptions& options,
                                  PageBlock& scratch);
inline ConflictGroups FindConflictGroups(std::span<const GroupChunk> chunks,
                                         const GroupOptions& options) {
  PageBlock scratch;
  return FindConflictGroups(chunks, options, scratch);
}

// The sweep of one group: side of each value, and how many pairs conflict.
// Exposed for tests.
struct GroupValue {
  double lo = 0, hi = 0;
  std::uint32_t row = 0;
};
struct GroupSweep {
  std::vector<std::uint32_t> side;  // of each value, in the order given
  std::uint32_t sides = 0;
  std::uint64_t pairs = 0;
};
GroupSweep SweepGroup(std::span<const GroupValue> values, const AxisRule& rule);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CONSISTENCY_GROUPS_H_

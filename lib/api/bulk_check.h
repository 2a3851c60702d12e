// Plain claims of a comma-separated file of any size: every claim of every
// conflicted group, with its place in the file.
#ifndef GAINSAY_LIB_API_BULK_CHECK_H_
#define GAINSAY_LIB_API_BULK_CHECK_H_

#include <cstdint>
#include <functional>
#include <ostream>
#include <span>
#include <vector>

#include "claim/bulk.h"
#include "consistency/groups.h"
#include "gainsay/result.h"
#include "io/blocks.h"

namespace gainsay::internal {

struct BulkOptions {
  std::span<const AxisRule> rules;  // one an Axis
  std::uint32_t jobs = 1;
  // Bytes for claims; 0: no limit. A file of more than two thirds of it is
  // dealt out to partitions on disk first. What can't be divided must fit
  // nevertheless: the claims of one subject and predicate, and 16 bytes for
  // each claim of a conflicted group.
  std::uint64_t memory_limit = 0;
  std::function<void(const char*)> stage_done = {};  // "load", "groups"
};

// A claim of a conflicted group. Groups are numbered by their first claim in
// the file, sides by their first claim in the group.
struct BulkConflict {
  BulkPlace place;
  std::uint32_t group = 0, side = 0;
};

struct BulkBlock {
  std::uint64_t file_offset = 0, first_line = 0;
  std::uint32_t size = 0;
  bool plain = false;  // every line is a claim: no record of several lines
};

struct BulkResult {
  std::uint64_t claims = 0, groups = 0, pairs = 0;
  std::vector<BulkConflict> conflicts;  // in the order of the file
  std::vector<BulkBlock> blocks;        // by number
  BulkErrors errors;
  std::uint64_t column_bytes = 0, string_bytes = 0,
                scratch_bytes = 0;  // at their largest
  std::uint32_t partitions = 0;     // on disk; 0: all was in memory
};

// The same result whatever the jobs and the memory (but for the last two lines
// of it).
Result<BulkResult> CheckBulk(BlockReader& reader, const BulkLayout& layout,
                             const BulkOptions& options);

// Writes a line a conflict to a file descriptor: group, side, line in the file,
// and the record as it stands there, separated by commas.
Result<void> WriteBulkConflicts(const BlockReader& reader,
                                const BulkResult& result, std::uint32_t jobs,
                                int fd);

// The listed errors with file and line.
Result<std::vector<Error>> ListErrors(const BlockReader& reader,
                                      const BulkResult& result);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_API_BULK_CHECK_H_

// Records dealt out to partitions on disk, so that each partition fits the
// memory.
#ifndef GAINSAY_LIB_CLAIM_BULK_SPILL_H_
#define GAINSAY_LIB_CLAIM_BULK_SPILL_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "claim/bulk.h"
#include "gainsay/result.h"
#include "io/fields.h"
#include "io/spill.h"

namespace gainsay::internal {

// The claims of one partition and where each came from.
struct BulkPartition {
  ClaimColumns columns;
  std::vector<BulkPlace> origins;  // a row, in the order of the file
};

// Claims of one subject and predicate share a partition. Thread safety: Add and
// Finish from one thread; then Load from several.
class BulkSpill {
 public:
  // Buffers take about `memory` bytes together.
  static Result<BulkSpill> Create(const BulkLayout& layout,
                                  std::uint32_t partitions, std::size_t memory);

  // All good records of a block; bad ones go to `errors`. Rows and lines of it.
  struct Added {
    std::uint32_t rows = 0;
    std::uint64_t lines = 0;
  };
  Result<Added> Add(const Block& block, BulkErrors& errors);
  Result<void> Finish();

  std::uint32_t partitions() const {
    return static_cast<std::uint32_t>(parts_.size());
  }
  // Values that don't parse go to `errors`.
  Result<BulkPartition> Load(std::uint32_t partition, BulkErrors& errors) const;

 private:
  struct Piece {
    std::uint64_t offset = 0;
    std::uint32_t rows = 0, bytes = 0;
    bool quotes = false;
  };
  struct Part {
    std::vector<BulkPlace> places;
    std::string bytes;
    bool quotes = false;
    std::vector<Piece> pieces;
  };

  BulkSpill(const BulkLayout& layout, SpillFile file, std::uint32_t partitions,
            std::size_t piece_size);
  Result<void> Flush(Part& part);

  BulkLayout layout_;
  SpillFile file_;
  std::vector<Part> parts_;
  std::size_t piece_size_;
  FieldTable fields_;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_BULK_SPILL_H_

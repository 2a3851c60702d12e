// Claims of a comma-separated file straight into columns: for files of millions
// of plain claims, where making one Claim a record would cost more than
// checking it.
#ifndef GAINSAY_LIB_CLAIM_BULK_H_
#define GAINSAY_LIB_CLAIM_BULK_H_

#include <array>
#include <compare>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "claim/columns.h"
#include "gainsay/result.h"
#include "io/blocks.h"

namespace gainsay::internal {

// The properties a column can hold. kKind is n (number), d (day since
// 1970-01-01) or t (text).
enum class BulkField : std::uint8_t {
  kSubject,
  kPredicate,
  kKind,
  kNumber,
  kText,
  kSource,
  kDocument,
  kOffset
};
inline constexpr std::size_t kBulkFieldCount = 8;

// Which column of a file holds which property.
struct BulkLayout {
  static constexpr std::uint32_t kAbsent = UINT32_MAX;
  std::uint32_t columns = 0;
  std::array<std::uint32_t, kBulkFieldCount> column{};
  std::uint32_t operator[](BulkField field) const {
    return column[static_cast<std::size_t>(field)];
  }

  // From names of columns: subject, predicate, kind, num, txt, source, doc,
  // off; others are kept for reports only. Errors: subject, predicate, kind,
  // num or txt is missing, a name stands twice.
  static Result<BulkLayout> FromNames(const std::vector<std::string>& names);
};

// Where a record begins: a block of the file and a byte of that block.
struct BulkPlace {
  std::uint32_t block = 0, byte = 0;
  friend auto operator<=>(const BulkPlace&, const BulkPlace&) = default;
};

struct BulkError {
  BulkPlace place;
  std::string what, field;
};

// What was wrong, the first kListed of each block in the order of the file.
struct BulkErrors {
  static constexpr std::size_t kListed = 1000;
  std::vector<BulkError> listed;
  std::uint64_t bad_records = 0;  // left out
  std::uint64_t bad_values = 0;   // kept, compared with nothing

  void AddBadRow(BulkPlace place, std::uint32_t expected, std::uint32_t got);
  void AddListed(BulkError error);
  void Add(BulkErrors&& other);
  // In the order of the file, no more than kListed.
  void Arrange();
};

struct BulkClaims {
  ClaimColumns columns;
  BulkErrors errors;
  // Bytes of parse buffers at their largest, all jobs.
  std::size_t buffer_bytes = 0;
};

// Reads all claims. With several jobs blocks are parsed side by side; the
// claims and their order are the same, the numbers of strings are not. Errors:
// the file's.
Result<BulkClaims> LoadBulkCsv(BlockReader& reader, const BulkLayout& layout,
                               std::uint32_t jobs);

// Parses one block into `columns` (a chunk is appended): the step that
// LoadBulkCsv repeats.
class BulkCsvParser {
 public:
  explicit BulkCsvParser(const BulkLayout& layout);
  ~BulkCsvParser();
  // `origins`, one a line, says where the lines of a block that was put
  // together from others came from; errors name them. Empty: from this block.
  void Parse(const Block& block, ClaimColumns& columns, BulkErrors& errors,
             std::span<const BulkPlace> origins = {});
  std::size_t bytes() const;

 private:
  struct Rep;
  std::unique_ptr<Rep> rep_;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_BULK_H_

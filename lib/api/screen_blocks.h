// One thread's share of screening: blocks of files to rows. See screen.h.
#ifndef GAINSAY_LIB_API_SCREEN_BLOCKS_H_
#define GAINSAY_LIB_API_SCREEN_BLOCKS_H_

#include <atomic>
#include <cstdint>
#include <optional>
#include <vector>

#include "api/screen_record.h"
#include "api/screen_rows.h"
#include "claim/plain_shapes.h"
#include "claim/record_columns.h"
#include "io/blocks.h"
#include "io/fields.h"

namespace gainsay::internal {

// A block whose records have the rows [first, first + records).
struct ScreenedBlock {
  std::uint32_t file = 0, number = 0, first = 0, records = 0;
  std::uint64_t offset = 0;           // of the block in its file
  std::uint32_t size = 0;             // of its bytes there
  std::uint32_t blank = 0;            // records that say nothing
  std::vector<std::uint32_t> begins;  // of records, in the block
};

// What the threads tell each other.
struct ScreenState {
  std::atomic<std::uint64_t> rows = 0;  // numbers given to records
  std::atomic<std::uint64_t> bytes = 0;
  std::atomic<std::uint64_t> records = 0, plain = 0;
  std::atomic<bool> hopeless = false;
};

class ScreenBlocks {
 public:
  ScreenBlocks(ScreenShared& shared, ScreenRows& rows, ScreenState& state)
      : record_(shared), writer_(rows), state_(state) {}

  // One record a line, of JSON.
  void TakeLines(const Block& block, std::uint32_t file);
  // Rows of CSV; the first one of the file names the columns if `header`.
  void TakeRows(const Block& block, std::uint32_t file,
                const RecordColumns& columns, std::uint32_t column_count,
                bool header);
  Result<void> Finish() { return writer_.Finish(); }

  std::vector<ScreenedBlock>& blocks() { return blocks_; }
  std::vector<std::uint32_t>& kept() { return kept_; }
  const ScreenRecord& record() const { return record_; }

 private:
  ScreenedBlock& Begin(const Block& block, std::uint32_t file,
                       std::uint64_t records);
  void Put(ScreenVerdict verdict, std::uint32_t row);
  bool Strict(std::string_view record) const;

  ScreenRecord record_;
  ScreenRows::Writer writer_;
  ScreenState& state_;
  std::vector<ScreenedBlock> blocks_;
  std::vector<std::uint32_t> kept_;
  FieldTable fields_;
  PlainShapes plain_lines_;
  AgreementRow row_;
  std::uint64_t plain_ = 0;  // of this block
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_API_SCREEN_BLOCKS_H_

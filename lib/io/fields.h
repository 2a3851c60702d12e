// The fields of many comma-separated records at once (RFC 4180).
//
// Stage one marks the separators of a block 64 bytes at a time, quoted ones
// left out; stage two is the caller's, who walks one column over all rows.
#ifndef GAINSAY_LIB_IO_FIELDS_H_
#define GAINSAY_LIB_IO_FIELDS_H_

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "io/blocks.h"

namespace gainsay::internal {

// A record that has not as many fields as it should.
struct BadRow {
  std::uint32_t begin = 0;  // byte in the block
  std::uint32_t fields = 0;
};

// Views into a block. Thread safety: as std::vector.
class FieldTable {
 public:
  // Finds the fields of each record of a block. Records of another number of
  // fields are listed in bad_rows() and left out; empty lines are skipped.
  // Linear in the block.
  void Scan(const Block& block, std::uint32_t columns);

  std::uint32_t rows() const { return rows_; }
  const std::vector<BadRow>& bad_rows() const { return bad_; }
  // Newlines in the block, those inside quotes included.
  std::uint64_t lines() const { return lines_; }
  // Memory of the tables.
  std::size_t bytes() const {
    return (ends_.capacity() + row_begin_.capacity()) * sizeof(std::uint32_t);
  }
  std::uint32_t RowBegin(std::uint32_t row) const { return row_begin_[row]; }

  // Where the newline of a row stands.
  std::uint32_t RowEnd(std::uint32_t row) const {
    return ends_[(std::size_t{row} + 1) * columns_ - 1];
  }

  // The bytes of a field without its quotes; "" inside quotes is one ". At
  // least 16 readable bytes follow. Valid until the next Scan and while the
  // block lives.
  std::string_view Field(std::uint32_t row, std::uint32_t column) {
    const std::uint32_t* const ends = &ends_[std::size_t{row} * columns_];
    const std::uint32_t begin =
        column == 0 ? row_begin_[row] : ends[column - 1] + 1;
    std::uint32_t end = ends[column];
    if (column + 1 == columns_ && end > begin && data_[end - 1] == '\r') --end;
    if (quotes_ && begin != end && data_[begin] == '"')
      return Unquote({data_ + begin, end - begin});
    return {data_ + begin, end - begin};
  }

 private:
  void Mark(const Block& block);
  void Arrange();
  std::string_view Unquote(std::string_view quoted);

  const char* data_ = nullptr;
  std::uint32_t size_ = 0, columns_ = 0, rows_ = 0;
  bool quotes_ = false;
  std::uint64_t lines_ = 0, quoted_lines_ = 0;
  std::vector<std::uint32_t>
      ends_;  // positions of separators: `columns_` a row
  std::size_t marks_ = 0;
  std::vector<std::uint32_t> row_begin_;
  std::vector<BadRow> bad_;
  std::deque<std::string> unquoted_;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_IO_FIELDS_H_

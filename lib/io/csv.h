// CSV as RFC 4180 has it, and its tab-separated sister, with line numbers.
#ifndef GAINSAY_LIB_IO_CSV_H_
#define GAINSAY_LIB_IO_CSV_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gainsay/result.h"
#include "io/input.h"
#include "io/lines.h"

namespace gainsay::internal {

struct CsvOptions {
  char delimiter = ',';
  // Names of the columns of a file without a header row; empty: the first row
  // names them.
  std::vector<std::string> columns;
  std::uint64_t max_record = kMaxRecordBytes;
};

struct CsvRecord {
  std::span<const std::string_view>
      fields;                // one a column; valid until the next call
  std::uint64_t line = 0;    // 1-based, of its first line
  std::uint64_t offset = 0;  // of its first byte in the file
};

// Reads records lazily. A quoted field may hold delimiters, line ends and
// doubled quotes. A bad record is an error, and reading goes on with the next
// line: a quote in an unquoted field, text after a closing quote, a quote never
// closed (what follows it is its field, so nothing follows), another number of
// fields than columns, a NUL, bytes that are not UTF-8. Blank lines are
// skipped.
class CsvReader {
 public:
  // Reads the header row, unless the columns are given. Errors: none, or a bad
  // one: an empty or repeated name.
  static Result<CsvReader> Open(Input input, CsvOptions options = {});

  const std::vector<std::string>& columns() const { return options_.columns; }
  // The index of a column, or -1.
  int Column(std::string_view name) const;
  std::optional<Result<CsvRecord>> Next();

  const std::string& name() const { return lines_.name(); }

 private:
  enum class State : std::uint8_t { kFieldStart, kPlain, kQuoted, kQuoteSeen };

  CsvReader(Input input, CsvOptions options)
      : options_(std::move(options)),
        lines_(std::move(input), options_.max_record) {}

  // Reads one record into bytes_ and ends_, of any number of fields.
  std::optional<Result<CsvRecord>> ReadRecord();
  // Takes one line; an error of the record, or whether it goes on with the next
  // line.
  Result<bool> Take(std::string_view line);
  Error Bad(ErrorCode code, std::string what) const;
  void EndField() { ends_.push_back(bytes_.size()); }
  Result<CsvRecord> Finish();

  CsvOptions options_;
  LineReader lines_;
  State state_ = State::kFieldStart;
  std::string bytes_;              // the fields, unquoted, one after another
  std::vector<std::size_t> ends_;  // where each field ends in bytes_
  std::vector<std::string_view> fields_;
  std::uint64_t line_ = 0, offset_ = 0;  // of the record that is read
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_IO_CSV_H_

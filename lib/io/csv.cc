#include "io/csv.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace gainsay::internal {
namespace {
constexpr std::size_t kMaxColumns = 4096;
}

Result<CsvReader> CsvReader::Open(Input input, CsvOptions options) {
  CsvReader reader(std::move(input), std::move(options));
  if (!reader.options_.columns.empty()) return reader;
  const std::optional<Result<CsvRecord>> header = reader.ReadRecord();
  if (!header) {
    return reader.Bad(ErrorCode::kSyntax,
                      "expected a header row, got an empty file");
  }
  if (!*header) return header->error();
  std::vector<std::string>& columns = reader.options_.columns;
  if ((*header)->fields.size() > kMaxColumns) {
    return reader.Bad(
        ErrorCode::kTooLarge,
        "expected at most " + std::to_string(kMaxColumns) + " columns");
  }
  for (const std::string_view name : (*header)->fields) {
    if (name.empty()) {
      return reader.Bad(ErrorCode::kBadRecord,
                        "expected a name for every column");
    }
    if (std::ranges::find(columns, name) != columns.end()) {
      return reader.Bad(
          ErrorCode::kDuplicate,
          "expected each column once, got \"" + std::string(name) + "\" twice");
    }
    columns.emplace_back(name);
  }
  return reader;
}

int CsvReader::Column(std::string_view name) const {
  const auto found = std::ranges::find(options_.columns, name);
  return found == options_.columns.end()
             ? -1
             : static_cast<int>(found - options_.columns.begin());
}

Error CsvReader::Bad(ErrorCode code, std::string what) const {
  return {.code = code, .what = std::move(what), .file = name(), .line = line_};
}

Result<bool> CsvReader::Take(std::string_view line) {
  for (const char c : line) {
    switch (state_) {
      case State::kFieldStart:
        if (c == '"') {
          state_ = State::kQuoted;
          break;
        }
        state_ = State::kPlain;
        [[fallthrough]];
      case State::kPlain:
        if (c == '"') {
          return Bad(ErrorCode::kSyntax,
                     "expected no quote inside an unquoted field");
        }
        if (c == options_.delimiter) {
          EndField();
          state_ = State::kFieldStart;
        } else {
          bytes_ += c;
        }
        break;
      case State::kQuoted:
        if (c == '"')
          state_ = State::kQuoteSeen;
        else
          bytes_ += c;
        break;
      case State::kQuoteSeen:
        if (c == '"') {
          bytes_ += c;
          state_ = State::kQuoted;
        } else if (c == options_.delimiter) {
          EndField();
          state_ = State::kFieldStart;
        } else {
          return Bad(ErrorCode::kSyntax,
                     "expected a delimiter or the end of the line after a "
                     "closing quote");
        }
        break;
    }
  }
  if (state_ == State::kQuoted) return true;
  EndField();
  return false;
}

Result<CsvRecord> CsvReader::Finish() {
  if (bytes_.find('\0') != bytes_.npos) {
    return Bad(ErrorCode::kBadRecord, "expected text, got a NUL byte");
  }
  if (FirstInvalidUtf8(bytes_) != bytes_.npos) {
    return Bad(ErrorCode::kInvalidUtf8,
               "expected UTF-8, got bytes that are not");
  }
  fields_.clear();
  std::size_t begin = 0;
  for (const std::size_t end : ends_) {
    fields_.push_back(std::string_view(bytes_).substr(begin, end - begin));
    begin = end;
  }
  return CsvRecord{fields_, line_, offset_};
}

std::optional<Result<CsvRecord>> CsvReader::ReadRecord() {
  state_ = State::kFieldStart;
  bytes_.clear();
  ends_.clear();
  bool within = false;
  while (std::optional<Result<Line>> line = lines_.Next()) {
    if (!*line) return line->error();
    if (!within) {
      if ((*line)->text.empty()) continue;
      line_ = (*line)->number;
      offset_ = (*line)->offset;
    } else if (bytes_.size() + (*line)->text.size() > options_.max_record) {
      return Bad(ErrorCode::kTooLarge, "expected a record of at most " +
                                           std::to_string(options_.max_record) +
                                           " bytes");
    } else {
      bytes_ += '\n';
    }
    const Result<bool> more = Take((*line)->text);
    if (!more) return more.error();
    if (!*more) return Finish();
    within = true;
  }
  if (!within) return std::nullopt;
  return Bad(ErrorCode::kSyntax,
             "expected a closing quote, got the end of the file");
}

std::optional<Result<CsvRecord>> CsvReader::Next() {
  std::optional<Result<CsvRecord>> record = ReadRecord();
  if (!record || !*record) return record;
  const std::size_t expected = options_.columns.size();
  if ((*record)->fields.size() == expected) return record;
  return Bad(ErrorCode::kBadRecord,
             "expected " + std::to_string(expected) + " fields, got " +
                 std::to_string((*record)->fields.size()));
}

}  // namespace gainsay::internal

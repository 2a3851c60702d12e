// The readers of JSON Lines and CSV.
#include "claim/records.h"

#include <limits>

#include "claim/line_records.h"
#include "claim/record_columns.h"
#include "io/csv.h"
#include "io/lines.h"

namespace gainsay::internal {
namespace {

Result<std::uint64_t> ReadJson(Input input, const ReadOptions& options,
                               const RecordTarget& target) {
  LineReader lines(std::move(input));
  LineRecords records(target);
  std::uint64_t claims = 0;
  const std::size_t errors = target.errors.size();
  while (const auto line = lines.Next()) {
    if (!*line) {
      target.errors.push_back(line->error());
      continue;
    }
    if (IsBlankRecord((*line)->text)) continue;
    if (options.at_byte && !options.at_byte((*line)->offset)) break;
    const RecordPlace place{lines.name(),         options.document,
                            (*line)->number,      (*line)->offset,
                            (*line)->text.size(), "object.value"};
    if (records.Add((*line)->text, place)) ++claims;
  }
  if (claims == 0 && target.errors.size() == errors)
    return NoRecords(lines.name());
  return claims;
}

Result<std::uint64_t> ReadCsv(Input input, const ReadOptions& options,
                              const RecordTarget& target) {
  CsvOptions csv;
  csv.columns = options.columns;
  if (Extension(input.name()) == "tsv") csv.delimiter = '\t';
  Result<CsvReader> reader = CsvReader::Open(std::move(input), csv);
  if (!reader) return reader.error();
  const Result<RecordColumns> layout =
      RecordColumns::Of(reader->columns(), reader->name());
  if (!layout) return layout.error();
  RecordBuilder builder(target);
  std::uint64_t claims = 0;
  while (const auto row = reader->Next()) {
    if (!*row) {
      target.errors.push_back(row->error());
      continue;
    }
    if (options.at_byte && !options.at_byte((*row)->offset)) break;
    if (options.wanted && !options.wanted((*row)->offset)) {
      ++claims;
      continue;
    }
    std::uint64_t size = 0;
    for (const std::string_view field : (*row)->fields)
      size += field.size() + 1;
    const RecordPlace place{
        reader->name(), options.document,         (*row)->line,
        (*row)->offset, size == 0 ? 0 : size - 1, "value"};
    if (builder.Add(layout->Record((*row)->fields), place)) ++claims;
  }
  return claims;
}

}  // namespace

Result<bool> IsCsv(Input& input) {
  const std::string extension = Extension(input.name());
  if (extension == "csv" || extension == "tsv") return true;
  if (extension == "jsonl" || extension == "ndjson" || extension == "json")
    return false;
  const Result<std::string_view> start = input.Peek(1 << 12);
  if (!start) return start.error();
  const std::size_t first = start->find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  return first == std::string_view::npos || (*start)[first] != '{';
}

Result<std::uint64_t> ReadClaims(Input input, const ReadOptions& options,
                                 const RecordTarget& target) {
  const Result<bool> csv = IsCsv(input);
  if (!csv) return csv.error();
  return *csv ? ReadCsv(std::move(input), options, target)
              : ReadJson(std::move(input), options, target);
}

}  // namespace gainsay::internal

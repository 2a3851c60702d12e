#include <filesystem>
#include <utility>

#include "base/utf8.h"
#include "ingest/front_matter.h"
#include "ingest/readers.h"

namespace gainsay::internal {
namespace {

Error TextError(ErrorCode code, const std::string& name, std::uint64_t line,
                std::string what) {
  return {.code = code, .what = std::move(what), .file = name, .line = line};
}

struct Place {
  std::uint64_t line = 1, column = 1;  // column in bytes
};

Place PlaceOf(std::string_view bytes, std::size_t offset) {
  Place place;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < offset; ++i) {
    if (bytes[i] == '\n') ++place.line, begin = i + 1;
  }
  place.column = offset - begin + 1;
  return place;
}

// Marks of encodings that are not read (Unicode 15, section 23.8).
struct BomRow {
  std::string_view bytes, name;
};
constexpr BomRow kOtherBoms[] = {
    {{"\xFF\xFE\x00\x00", 4}, "UTF-32"},
    {{"\x00\x00\xFE\xFF", 4}, "UTF-32"},
    {{"\xFF\xFE", 2}, "UTF-16"},
    {{"\xFE\xFF", 2}, "UTF-16"},
};

// The line that is longer than kMaxRecordBytes, or 0.
std::uint64_t EndlessLine(std::string_view bytes) {
  if (bytes.size() <= kMaxRecordBytes) return 0;
  std::uint64_t number = 1;
  for (std::size_t at = 0; at < bytes.size(); ++number) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    if (end - at > kMaxRecordBytes) return number;
    at = end + 1;
  }
  return 0;
}

}  // namespace

std::optional<Error> CheckText(const std::string& name,
                               std::string_view bytes) {
  for (const BomRow& row : kOtherBoms) {
    if (!bytes.starts_with(row.bytes)) continue;
    return TextError(ErrorCode::kInvalidUtf8, name, 1,
                     "expected UTF-8, got " + std::string(row.name) +
                         " by its byte order mark");
  }
  if (const std::uint64_t line = EndlessLine(bytes); line != 0) {
    return TextError(ErrorCode::kTooLarge, name, line,
                     "expected a line of at most " +
                         std::to_string(kMaxRecordBytes) + " bytes");
  }
  const std::size_t nul = bytes.find('\0');
  if (const std::size_t bad = FirstInvalidUtf8(bytes);
      bad != bytes.npos && bad < nul) {
    const Place place = PlaceOf(bytes, bad);
    return TextError(ErrorCode::kInvalidUtf8, name, place.line,
                     "expected UTF-8, got an invalid byte at byte " +
                         std::to_string(place.column) + " of the line");
  }
  if (nul != bytes.npos) {
    const Place place = PlaceOf(bytes, nul);
    return TextError(ErrorCode::kBadRecord, name, place.line,
                     "expected text, got a NUL at byte " +
                         std::to_string(place.column) + " of the line");
  }
  if (bytes.starts_with(kUtf8Bom)) bytes.remove_prefix(kUtf8Bom.size());
  if (bytes.find_first_not_of(" \t\r\n\f\v") == bytes.npos) {
    return TextError(ErrorCode::kBadRecord, name, 0,
                     bytes.empty() ? "expected text, got an empty file"
                                   : "expected text, got only white space");
  }
  return std::nullopt;
}

void ReadText(const std::string& name, std::string bytes, Ingested& in) {
  IngestedDocument out;
  out.file = name;
  out.document.id = std::filesystem::path(name).lexically_normal().string();
  out.document.source = FileName(name);
  out.document.text = std::move(bytes);
  const Result<FrontMatter> front = ReadFrontMatter(name, out);
  if (!front) {
    in.errors.push_back(front.error());
    return;
  }
  out.reading = BlankUntil(out.document.text, *front);
  in.documents.push_back(std::move(out));
}

}  // namespace gainsay::internal

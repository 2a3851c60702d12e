#include "ingest/ingest.h"

#include <utility>

#include "ingest/readers.h"

namespace gainsay::internal {
namespace {

using Reader = void (*)(const std::string& name, std::string bytes,
                        Ingested& in);

// The reader of a format whose file is one text; null for the others.
Reader ReaderOf(FileFormat format) {
  switch (format) {
    case FileFormat::kText:
      return &ReadText;
    case FileFormat::kMarkdown:
      return &ReadMarkdown;
    case FileFormat::kHtml:
      return &ReadHtml;
    case FileFormat::kFeed:
      return &ReadFeed;
    case FileFormat::kDocuments:
    case FileFormat::kClaims:
    case FileFormat::kClaimsCsv:
    case FileFormat::kClaimsTsv:
    case FileFormat::kUnsupported:
      return nullptr;
  }
  return nullptr;
}

}  // namespace

Result<FileFormat> FormatOf(Input& input) {
  const Result<std::string_view> head = input.Peek(kFormatHead);
  if (!head) return head.error();
  return DetectFormat(input.name(), *head);
}

Ingested ReadDocuments(Input input, FileFormat format) {
  Ingested in;
  if (format == FileFormat::kDocuments) {
    ReadDocumentLines(std::move(input), in);
    return in;
  }
  const std::string name = input.name();
  const Reader reader = ReaderOf(format);
  if (!reader) {
    in.errors.push_back(
        {.code = ErrorCode::kBadRecord,
         .what = "expected documents, got " + std::string(Name(format)),
         .file = name});
    return in;
  }
  Result<std::string> bytes = input.ReadAll();
  std::optional<Error> bad = bytes ? CheckText(name, *bytes) : bytes.error();
  if (bad) {
    in.errors.push_back(std::move(*bad));
  } else {
    reader(name, std::move(*bytes), in);
  }
  return in;
}

}  // namespace gainsay::internal

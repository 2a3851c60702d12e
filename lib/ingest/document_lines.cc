#include <utility>

#include "ingest/readers.h"
#include "io/json_lines.h"

namespace gainsay::internal {
namespace {

struct TextField {
  std::string_view key;
  std::string Document::*member;
  bool required;
};

constexpr TextField kTextFields[] = {
    {"id", &Document::id, true},        {"source", &Document::source, true},
    {"text", &Document::text, true},    {"url", &Document::url, false},
    {"title", &Document::title, false}, {"lang", &Document::lang, false},
};

Result<IngestedDocument> ReadRecord(const JsonRecord& record) {
  const JsonFields fields = record.fields();
  IngestedDocument out;
  out.file = std::string(record.file);
  out.line = record.line.number;
  for (const TextField& field : kTextFields) {
    const Result<std::string_view> value =
        field.required ? fields.String(field.key)
                       : fields.OptionalString(field.key);
    if (!value) return value.error();
    if (value->find('\0') != value->npos) {
      return fields.Bad(ErrorCode::kBadRecord, field.key,
                        "expected text, got a NUL");
    }
    out.document.*field.member = *value;
  }
  const Result<std::string_view> published = fields.OptionalString("published");
  if (!published) return published.error();
  if (published->empty()) return out;
  const Result<Date> date = Date::Parse(*published);
  if (!date) {
    return fields.Bad(date.error().code, "published", date.error().what);
  }
  out.document.published = *date;
  out.date_given = "record";
  return out;
}

}  // namespace

void ReadDocumentLines(Input input, Ingested& in) {
  JsonLinesReader reader(std::move(input));
  const std::size_t before = in.documents.size() + in.errors.size();
  while (const auto record = reader.Next()) {
    Result<IngestedDocument> document =
        *record ? ReadRecord(**record) : record->error();
    if (document) {
      in.documents.push_back(std::move(*document));
    } else {
      in.errors.push_back(document.error());
    }
  }
  if (in.documents.size() + in.errors.size() != before) return;
  in.errors.push_back({.code = ErrorCode::kBadRecord,
                       .what = "expected JSON Lines, got an empty file",
                       .file = reader.name()});
}

}  // namespace gainsay::internal

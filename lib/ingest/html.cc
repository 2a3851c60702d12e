#include <filesystem>
#include <utility>

#include "ingest/html_meta.h"
#include "ingest/html_text.h"
#include "ingest/html_tree.h"
#include "ingest/readers.h"

namespace gainsay::internal {

void ReadHtml(const std::string& name, std::string bytes, Ingested& in) {
  const HtmlTree page = ParseHtml(bytes);
  IngestedDocument out;
  out.file = name;
  out.extracted = true;
  out.document.id = std::filesystem::path(name).lexically_normal().string();
  out.document.source = FileName(name);
  if (page) {
    out.document.text = PageText(*page);
    ReadHtmlMetadata(*page).Apply(out, in);
  }
  if (out.document.text.empty()) {
    in.errors.push_back({.code = ErrorCode::kBadRecord,
                         .what = "expected text, got a page without any",
                         .file = name});
    return;
  }
  in.documents.push_back(std::move(out));
}

}  // namespace gainsay::internal

#include "ingest/format.h"

#include <cstdlib>
#include <string>

#include "base/utf8.h"
#include "io/input.h"

namespace gainsay::internal {
namespace {

struct ExtensionRow {
  std::string_view extension;
  FileFormat format;
};

constexpr ExtensionRow kExtensions[] = {
    {"txt", FileFormat::kText},      {"text", FileFormat::kText},
    {"md", FileFormat::kMarkdown},   {"markdown", FileFormat::kMarkdown},
    {"html", FileFormat::kHtml},     {"htm", FileFormat::kHtml},
    {"xhtml", FileFormat::kHtml},    {"rss", FileFormat::kFeed},
    {"atom", FileFormat::kFeed},     {"csv", FileFormat::kClaimsCsv},
    {"tsv", FileFormat::kClaimsTsv}, {"xml", FileFormat::kFeed},
};

struct MagicRow {
  std::string_view bytes;
  FileFormat format;
};

// Compared without case, after white space.
constexpr MagicRow kMagic[] = {
    {"\x1F\x8B", FileFormat::kUnsupported},    // gzip
    {"PK\x03\x04", FileFormat::kUnsupported},  // zip, office documents
    {"%pdf-", FileFormat::kUnsupported},
    {"bzh", FileFormat::kUnsupported},               // bzip2
    {"\x28\xB5\x2F\xFD", FileFormat::kUnsupported},  // zstd
    {"\xFD"
     "7zxz",
     FileFormat::kUnsupported},  // xz
    {"warc/", FileFormat::kUnsupported},
    {"<!doctype html", FileFormat::kHtml},
    {"<html", FileFormat::kHtml},
    {"<?xml", FileFormat::kFeed},
    {"<rss", FileFormat::kFeed},
    {"<feed", FileFormat::kFeed},
    {"<rdf", FileFormat::kFeed},
};

char Lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool StartsWithoutCase(std::string_view text, std::string_view prefix) {
  if (text.size() < prefix.size()) return false;
  for (std::size_t i = 0; i < prefix.size(); ++i) {
    if (Lower(text[i]) != Lower(prefix[i])) return false;
  }
  return true;
}

// The keys of the outermost objects of JSON Lines, without a parser: the head
// may end in the middle of a record, or hold bad ones.
class KeyScan {
 public:
  explicit KeyScan(std::string_view text) : text_(text) {}

  // The next key; empty at the end.
  std::string_view Next() {
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '\n') depth_ = 0;
      if (c == '{' || c == '[') ++depth_;
      if (c == '}' || c == ']') --depth_;
      if (c != '"') continue;
      const std::string_view string = String();
      if (depth_ == 1 && IsKey()) return ++at_, string;
      if (at_ >= text_.size()) break;
    }
    return {};
  }

 private:
  std::string_view String() {
    const std::size_t begin = ++at_;
    while (at_ < text_.size() && text_[at_] != '"' && text_[at_] != '\n') {
      at_ += text_[at_] == '\\' ? 2 : 1;
    }
    const std::size_t end = at_ < text_.size() ? at_ : text_.size();
    return text_.substr(begin, end - begin);
  }
  bool IsKey() const {
    const std::size_t next = text_.find_first_not_of(" \t", at_ + 1);
    return next != text_.npos && text_[next] == ':';
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

FileFormat JsonLinesOf(std::string_view head) {
  KeyScan scan(head);
  for (auto key = scan.Next(); !key.empty(); key = scan.Next()) {
    if (key == "predicate") return FileFormat::kClaims;
    if (key == "text") return FileFormat::kDocuments;
  }
  return FileFormat::kDocuments;
}

}  // namespace

std::string_view Name(FileFormat format) {
  switch (format) {
    case FileFormat::kText:
      return "plain text";
    case FileFormat::kMarkdown:
      return "Markdown";
    case FileFormat::kHtml:
      return "HTML";
    case FileFormat::kFeed:
      return "a feed";
    case FileFormat::kDocuments:
      return "JSON Lines of documents";
    case FileFormat::kClaims:
      return "JSON Lines of claims";
    case FileFormat::kClaimsCsv:
      return "CSV of claims";
    case FileFormat::kClaimsTsv:
      return "tab-separated claims";
    case FileFormat::kUnsupported:
      return "a compressed file, an archive or PDF";
  }
  std::abort();  // a value outside the enum
}

FileFormat DetectFormat(std::string_view name, std::string_view head) {
  if (head.starts_with(kUtf8Bom)) head.remove_prefix(kUtf8Bom.size());
  const std::string extension = Extension(name);
  if (extension == "json" || extension == "jsonl" || extension == "ndjson") {
    return JsonLinesOf(head);
  }
  for (const ExtensionRow& row : kExtensions) {
    if (row.extension == extension) return row.format;
  }
  const std::size_t start = head.find_first_not_of(" \t\r\n");
  if (start == head.npos) return FileFormat::kText;
  head.remove_prefix(start);
  for (const MagicRow& row : kMagic) {
    if (StartsWithoutCase(head, row.bytes)) return row.format;
  }
  return head[0] == '{' ? JsonLinesOf(head) : FileFormat::kText;
}

}  // namespace gainsay::internal

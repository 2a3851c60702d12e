// What a file holds, from its name and its first bytes.
#ifndef GAINSAY_LIB_INGEST_FORMAT_H_
#define GAINSAY_LIB_INGEST_FORMAT_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gainsay::internal {

enum class FileFormat : std::uint8_t {
  kText,
  kMarkdown,
  kHtml,
  kFeed,       // RSS or Atom
  kDocuments,  // JSON Lines of documents
  kClaims,     // JSON Lines of claims
  kClaimsCsv,
  kClaimsTsv,
  kUnsupported,  // compressed, an archive, a page of a word processor ...
};

// "plain text", "JSON Lines of claims" ...
std::string_view Name(FileFormat format);

// How many first bytes DetectFormat() makes use of.
inline constexpr std::size_t kFormatHead = std::size_t{1} << 16;

// The format of a file. A known extension decides; else the first bytes do.
// JSON Lines hold claims if the first record has the key "predicate", documents
// if it has "text".
FileFormat DetectFormat(std::string_view name, std::string_view head);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_INGEST_FORMAT_H_

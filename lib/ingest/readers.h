// The readers behind ReadDocuments(), one a format.
#ifndef GAINSAY_LIB_INGEST_READERS_H_
#define GAINSAY_LIB_INGEST_READERS_H_

#include <optional>
#include <string>
#include <string_view>

#include "ingest/ingest.h"

namespace gainsay::internal {

// Each appends documents and errors to `in`. `bytes` were checked by
// CheckText().
void ReadText(const std::string& name, std::string bytes, Ingested& in);
void ReadMarkdown(const std::string& name, std::string bytes, Ingested& in);
void ReadHtml(const std::string& name, std::string bytes, Ingested& in);
void ReadFeed(const std::string& name, std::string bytes, Ingested& in);
void ReadDocumentLines(Input input, Ingested& in);

// What is wrong with the bytes of a text, if anything: another encoding, bytes
// that are not UTF-8, a NUL, nothing but white space, an endless line.
std::optional<Error> CheckText(const std::string& name, std::string_view bytes);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_INGEST_READERS_H_

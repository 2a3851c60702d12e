// What must hold of documents, whatever the bytes were.
#ifndef GAINSAY_TESTS_FUZZ_INGEST_H_
#define GAINSAY_TESTS_FUZZ_INGEST_H_

#include <cstdlib>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "ingest/ingest.h"

namespace gainsay::internal {

inline void Demand(bool holds) {
  if (!holds) std::abort();
}

inline int FuzzIngest(const std::uint8_t* data, std::size_t size,
                      FileFormat format) {
  std::string bytes(reinterpret_cast<const char*>(data), size);
  const Ingested in =
      ReadDocuments(Input::OfMemory("input", std::move(bytes)), format);
  Demand(!in.documents.empty() || !in.errors.empty());
  for (const IngestedDocument& read : in.documents) {
    const std::string& text = read.document.text;
    Demand(!text.empty() && IsUtf8(text));
    Demand(text.find('\0') == text.npos);
    Demand(IsUtf8(read.document.title) && IsUtf8(read.document.source));
    Demand(read.reading.empty() || read.reading.size() == text.size());
    for (std::size_t i = 0; i < read.reading.size(); ++i) {
      Demand(read.reading[i] == text[i] || read.reading[i] == ' ');
    }
    Demand(IsUtf8(read.reading));
  }
  for (const Error& error : in.errors) Demand(!error.what.empty());
  return 0;
}

}  // namespace gainsay::internal

#endif  // GAINSAY_TESTS_FUZZ_INGEST_H_

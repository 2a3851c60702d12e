// Documents from files: plain text, Markdown, HTML, feeds, JSON Lines.
//
//   Result<Input> input = Input::Open(path);
//   if (!input) return input.error();
//   Result<FileFormat> format = FormatOf(*input);
//   Ingested in = ReadDocuments(std::move(*input), *format);
#ifndef GAINSAY_LIB_INGEST_INGEST_H_
#define GAINSAY_LIB_INGEST_INGEST_H_

#include <cstdint>
#include <string>
#include <vector>

#include "gainsay/document.h"
#include "gainsay/result.h"
#include "ingest/format.h"
#include "io/input.h"

namespace gainsay::internal {

// A document and where it comes from.
struct IngestedDocument {
  // `text` is what spans are offsets into: all bytes of a plain text or
  // Markdown file, the decoded string of a JSON record, the extracted text of
  // HTML and feeds. `id` is the record's own, the address of a feed's item,
  // else the path as given.
  Document document;
  // What to read instead of the text, if not empty: as long as the text, byte
  // for byte its own, with what is no prose (byte order mark, front matter,
  // Markdown's marks and addresses) replaced by spaces, and line ends within a
  // paragraph too. Offsets into it are offsets into the text.
  std::string reading;
  std::string file;        // as messages cite it
  std::uint64_t line = 0;  // of the record; 0: the document is the file
  // What the date was taken from: "front matter", "metadata", "record"; empty:
  // no date.
  std::string_view date_given;
  bool extracted = false;  // the text is not what the file holds (HTML, feeds)
};

// What a file gave. Bad records are left out and listed, in the order of the
// file.
struct Ingested {
  std::vector<IngestedDocument> documents;
  std::vector<Error> errors;
};

// The format of an input of which nothing was read yet.
Result<FileFormat> FormatOf(Input& input);

// All documents of an input. Formats of claims and unsupported ones are an
// error. Memory and time are linear in the size of the input. Never throws on
// bad input.
Ingested ReadDocuments(Input input, FileFormat format);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_INGEST_INGEST_H_

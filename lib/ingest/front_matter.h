// Front matter: lines of "key: value" at the start of a text, between "---" or
// up to an empty line.
#ifndef GAINSAY_LIB_INGEST_FRONT_MATTER_H_
#define GAINSAY_LIB_INGEST_FRONT_MATTER_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "ingest/ingest.h"

namespace gainsay::internal {

struct FrontMatter {
  std::size_t body = 0;  // offset of what follows it, or of the mark, or 0
  std::size_t date_begin = 0, date_end = 0;  // a date in words, to be read
};

// Reads the front matter of `out.document.text` into the document's fields:
// source, published (EDTF, ISO 8601, RFC 5322), url, title, lang, by these
// names or those that files of news use ("Date", "Headline"), in any case;
// other keys are left to their users. Without "---", two lines and more of such
// keys only, a date or a source among them, up to an empty line are front
// matter too; a date there may be in words. A "---" that is not followed by
// such lines and another "---" is a rule, not front matter. Errors: kBadRecord
// or kOutOfRange with the line, for "published" between "---" that is no date.
Result<FrontMatter> ReadFrontMatter(const std::string& name,
                                    IngestedDocument& out);

// The text with the front matter replaced by spaces, but for line ends and the
// date in words; empty if there is none.
std::string BlankUntil(std::string_view text, const FrontMatter& front);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_INGEST_FRONT_MATTER_H_

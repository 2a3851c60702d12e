// Front matter: lines of "key: value" between "---" at the start of a text.
#ifndef GAINSAY_LIB_INGEST_FRONT_MATTER_H_
#define GAINSAY_LIB_INGEST_FRONT_MATTER_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "ingest/ingest.h"

namespace gainsay::internal {

// Reads the front matter of `out.document.text` into the document's fields:
// source, published (EDTF), url, title, lang; other keys are left to their
// users. Returns the offset of the body: after the closing line, after a byte
// order mark, or 0. A "---" that is not followed by such lines and another
// "---" is a rule, not front matter. Errors: kBadRecord or kOutOfRange with the
// line, for a date that is none.
Result<std::size_t> ReadFrontMatter(const std::string& name,
                                    IngestedDocument& out);

// The text with its first `body` bytes replaced by spaces, line ends kept;
// empty if `body` is 0.
std::string BlankUntil(std::string_view text, std::size_t body);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_INGEST_FRONT_MATTER_H_

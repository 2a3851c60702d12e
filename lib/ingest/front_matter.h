// Front matter: lines of "key: value" at the start of a text, between "---" or
// up to an empty line.
#ifndef GAINSAY_LIB_INGEST_FRONT_MATTER_H_
#define GAINSAY_LIB_INGEST_FRONT_MATTER_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/ingest.h"

namespace gainsay::internal {

struct FrontMatter {
  std::size_t body = 0;  // offset of what follows it, or of the mark, or 0
  // What is read as text: the title, and a date in words. Offsets.
  std::vector<std::pair<std::size_t, std::size_t>> read;
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

// The text with the front matter replaced by spaces, but for line ends and what
// is read of it; empty if there is none.
std::string BlankUntil(std::string_view text, const FrontMatter& front);

// Puts what is read of the front matter back into a reading of equal length.
void KeepRead(std::string_view text, const FrontMatter& front,
              std::string& reading);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_INGEST_FRONT_MATTER_H_

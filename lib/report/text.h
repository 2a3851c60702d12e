// A finding in the shape of a compiler's diagnostic.
#ifndef GAINSAY_LIB_REPORT_TEXT_H_
#define GAINSAY_LIB_REPORT_TEXT_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "gainsay/write.h"
#include "report/model.h"

namespace gainsay::internal {

// Appends the finding, whatever its severity, and a blank line.
void AppendFindingText(std::string& out, const Finding& finding,
                       const TextStyle& style);

// Appends text in lines of at most `width` columns and a line end; the first
// begins at column `first`, the others are indented. `tail` stands behind it
// and is not broken.
void AppendWrapped(std::string& out, std::string_view text, std::size_t first,
                   std::size_t indent, std::size_t width,
                   std::string_view tail = {});

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_REPORT_TEXT_H_

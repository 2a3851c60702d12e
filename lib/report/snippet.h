// A line of a source with carets under the words that a claim rests on.
#ifndef GAINSAY_LIB_REPORT_SNIPPET_H_
#define GAINSAY_LIB_REPORT_SNIPPET_H_

#include <string>
#include <string_view>

#include "report/model.h"

namespace gainsay::internal {

// Terminal sequences around the parts of a report; all empty without colour.
struct Palette {
  std::string_view definite, probable, tension, bold, dim, gutter, off;
  std::string_view Of(Severity severity) const;
};
Palette MakePalette(bool colour);

// Appends the claim's line(s) and under each the marks: '^' under the value,
// '~' under the rest of the evidence, then `label`. At most `width` columns,
// long lines cut around the marks; at most four lines. `gutter` columns are
// kept for line numbers. `marks_only`: the line stands above already; it is
// printed again only if it has to be cut.
void AppendSnippet(std::string& out, const ReportClaim& claim,
                   std::string_view label, std::size_t gutter,
                   std::size_t width, bool marks_only,
                   std::string_view mark_colour, const Palette& palette);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_REPORT_SNIPPET_H_

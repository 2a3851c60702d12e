// The prose of an HTML page: paragraphs in reading order, without what stands
// around.
#ifndef GAINSAY_LIB_INGEST_HTML_TEXT_H_
#define GAINSAY_LIB_INGEST_HTML_TEXT_H_

#include <string>
#include <string_view>

#include "ingest/html_tree.h"

namespace gainsay::internal {

// The text of a page: of its longest <article>, else of <main>, else of the
// body less the blocks that are mostly links. Scripts, styles, navigation,
// forms, asides and footers are left out. Blocks are separated by an empty
// line, list items, table rows and <br> by a line end, table cells by " | ";
// white space is collapsed. Linear.
std::string PageText(const xmlDoc& page);

// Likewise for a piece of HTML, as feeds carry it; nothing but markup is left
// out.
std::string FragmentText(std::string_view html);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_INGEST_HTML_TEXT_H_

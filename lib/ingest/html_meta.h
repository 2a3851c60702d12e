// What an HTML page says of itself: Open Graph, Dublin Core, schema.org, plain
// HTML.
#ifndef GAINSAY_LIB_INGEST_HTML_META_H_
#define GAINSAY_LIB_INGEST_HTML_META_H_

#include "ingest/html_tree.h"
#include "ingest/metadata.h"

namespace gainsay::internal {

// Title, site, address, language and date of publication. Where a page gives
// one of them several times, the first in this order counts: <meta>, JSON-LD,
// <link>, <time>. A date of modification is none of publication.
Metadata ReadHtmlMetadata(const xmlDoc& page);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_INGEST_HTML_META_H_

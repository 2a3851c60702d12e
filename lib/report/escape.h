// Source text made harmless for the medium that it is written to.
#ifndef GAINSAY_LIB_REPORT_ESCAPE_H_
#define GAINSAY_LIB_REPORT_ESCAPE_H_

#include <string>
#include <string_view>

namespace gainsay::internal {

// For HTML text and for attributes in double or single quotes: < > & " ' ` as
// references; controls and bidi controls spelt out as Harmless does, newlines
// and tabs kept.
std::string EscapeHtml(std::string_view text);

// For the inside of a quoted DOT string (graphviz.org/doc/info/lang.html):
// quotes and backslashes escaped, newlines as "\n", the rest as Harmless shows
// it.
std::string EscapeDot(std::string_view text);

// What XML 1.0 cannot hold, even as a reference, spelt out; markup is the
// writer's to escape.
std::string XmlText(std::string_view text);

// For the inside of a "..." literal of Turtle and TriG: reads back to the same
// text, but for U+0000, U+FFFE and U+FFFF, which RDF's readers refuse and which
// become U+FFFD.
std::string EscapeTurtle(std::string_view text);

// For plain text messages of SARIF (3.11.6): brackets and backslashes escaped,
// so that no source text can form a link.
std::string EscapeSarif(std::string_view text);

// RFC 3986: all but unreserved characters and '/' as %XX. Reads back to the
// same bytes.
std::string PercentEncode(std::string_view text);

// A URL of http or https with what an IRI must not hold percent-encoded; empty
// for others.
std::string WebIri(std::string_view url);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_REPORT_ESCAPE_H_

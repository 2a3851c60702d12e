// What every HTML report carries: its style and its script.
#ifndef GAINSAY_LIB_REPORT_HTML_ASSETS_H_
#define GAINSAY_LIB_REPORT_HTML_ASSETS_H_

namespace gainsay::internal {

extern const char kHtmlStyle[];
extern const char kHtmlScript[];
// SHA-256 of kHtmlScript in base64: the page's policy runs no other script. A
// test compares.
extern const char kHtmlScriptHash[];

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_REPORT_HTML_ASSETS_H_

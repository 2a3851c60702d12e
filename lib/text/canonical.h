// Canonical forms of short texts: what is compared where words are values.
#ifndef GAINSAY_LIB_TEXT_CANONICAL_H_
#define GAINSAY_LIB_TEXT_CANONICAL_H_

#include <string>
#include <string_view>

namespace gainsay::internal {

// Folded (text/fold.h), with runs of white space as one blank and none at the
// ends.
std::string CanonicalText(std::string_view text);
// The same into `out`, whose memory is used again.
void CanonicalText(std::string_view text, std::string& out);

// Letters and digits alone, in lower case and without diacritics (NFKD, marks
// dropped; letters that have no decomposition, such as "ø" and "ł", by their
// base letter), everything else as one blank. Linear.
std::string PlainLetters(std::string_view text);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_TEXT_CANONICAL_H_

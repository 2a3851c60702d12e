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

// Whether a text begins or ends with the words of another one, and has more:
// "Norvand Group" begins with "Norvand". False for an empty one.
bool BeginsWithWords(std::string_view text, std::string_view words);
bool EndsWithWords(std::string_view text, std::string_view words);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_TEXT_CANONICAL_H_

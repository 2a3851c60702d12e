// Case folding and normalisation of one token's surface.
#ifndef GAINSAY_LIB_TEXT_FOLD_H_
#define GAINSAY_LIB_TEXT_FOLD_H_

#include <string>
#include <string_view>

namespace gainsay::internal {

// Appends the folded surface: lower case; for other than ASCII also
// NFKC_Casefold, with typographic apostrophes as "'", hyphens and minus as "-".
// Linear.
void AppendFolded(std::string_view surface, std::string& out);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_TEXT_FOLD_H_

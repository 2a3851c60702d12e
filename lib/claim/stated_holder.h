// Who is told to hold an office that one person holds at a time.
#ifndef GAINSAY_LIB_CLAIM_STATED_HOLDER_H_
#define GAINSAY_LIB_CLAIM_STATED_HOLDER_H_

#include "claim/stated_value.h"
#include "lang/language.h"
#include "text/token.h"

namespace gainsay::internal {

// Fills StatedText::holders: a title of an exclusive office with a name right
// behind it and what it is of right before it, as in "Norwegian Foreign
// Minister Espen Lie". Linear.
void StateHolders(const TokenizedText& text, const Language& language,
                  const Interner& strings, StatedText& out);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_STATED_HOLDER_H_

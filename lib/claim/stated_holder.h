// Who is told to hold an office that one person holds at a time.
#ifndef GAINSAY_LIB_CLAIM_STATED_HOLDER_H_
#define GAINSAY_LIB_CLAIM_STATED_HOLDER_H_

#include "claim/stated_value.h"
#include "lang/language.h"
#include "text/token.h"

namespace gainsay::internal {

// Fills StatedText::holders: a title of an exclusive office with what it is of
// and a name, as in "Norwegian Foreign Minister Espen Lie", "the foreign
// minister of Norway is Espen Lie", "Espen Lie is Norway's foreign minister"
// and "Espen Lie, the foreign minister of Norway". Linear.
void StateHolders(const TokenizedText& text, const Language& language,
                  const Interner& strings, StatedText& out);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_STATED_HOLDER_H_

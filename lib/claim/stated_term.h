// Who is told to have held an office in which years.
#ifndef GAINSAY_LIB_CLAIM_STATED_TERM_H_
#define GAINSAY_LIB_CLAIM_STATED_TERM_H_

#include "claim/stated_value.h"
#include "lang/language.h"
#include "text/token.h"
#include "text/words.h"

namespace gainsay::internal {

// Fills StatedText::terms, of sentences that tell nothing else: "the manager of
// Vela United in the period c. 2014 - c. 2018 was Ivo Lenn", "Karel Bos was
// Vela United's manager from 2014 to 2018". A word that no row lists
// (@term_word) leaves a sentence out: "before", "assistant". Linear.
void StateTerms(const TokenizedText& text, const Language& language,
                WordTable& words, StatedText& out);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_STATED_TERM_H_

// Coarse parts of speech: closed words and lexicon first, then contextual rows.
#ifndef GAINSAY_LIB_TEXT_TAG_H_
#define GAINSAY_LIB_TEXT_TAG_H_

#include <span>

#include "text/token.h"
#include "text/words.h"

namespace gainsay::internal {

// Sets Token::tag (a lang Tag) of every token. Linear; deterministic. A segment
// that is mostly capitalised ("Six Die as Ferry Sinks") is read as if in lower
// case, but for words that no lexicon knows.
void TagTokens(TokenizedText& text, WordTable& words);

inline Tag TagOf(const Token& token) { return static_cast<Tag>(token.tag); }

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_TEXT_TAG_H_

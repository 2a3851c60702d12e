// The clauses in which values of a stated text stand.
#ifndef GAINSAY_LIB_CLAIM_STATED_CLAUSE_H_
#define GAINSAY_LIB_CLAIM_STATED_CLAUSE_H_

#include "claim/stated_value.h"
#include "lang/language.h"
#include "mention/mention.h"
#include "text/words.h"

namespace gainsay::internal {

// Parses the sentences of `text` that hold values, sets StatedValue::clause and
// fills StatedText::clauses. `text` is tagged (text/tag.h). Linear.
void StateClauses(const TokenizedText& text, const MentionTable& mentions,
                  const Language& language, WordTable& words, StatedText& out);

// Fills StatedSentence::tokens, the frame of each sentence: its words, with a
// mark for each value, so that "on 14 March 1903" and "on 2 May 1904" stand in
// one frame; and what each of them is.
void StateFrames(const TokenizedText& text, const ValueWords& value_words,
                 WordTable& words, StatedText& out);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_STATED_CLAUSE_H_

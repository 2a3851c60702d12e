// Contradictions between what two clauses tell, however they are worded: two
// holders of an office, a place left and reached, a value told of opposites. Of
// stated_wording.cc.
#ifndef GAINSAY_LIB_IDENTITY_STATED_CLASH_H_
#define GAINSAY_LIB_IDENTITY_STATED_CLASH_H_

#include <string_view>
#include <vector>

#include "claim/stated_value.h"
#include "identity/stated_wording.h"
#include "lang/value_words.h"

namespace gainsay::internal {

// "Kaddafy", "Qaddafi".
bool SpeltAlike(std::string_view x, std::string_view y);

// Two holders of one office of one body, none of whom the other text names.
void ConflictsOfHolders(const StatedText& a, const StatedText& b,
                        std::vector<WordingConflict>& out);

// The same of two terms that have a year between them in common.
void ConflictsOfTerms(const StatedText& a, const StatedText& b,
                      std::vector<WordingConflict>& out);
// Whether two values are years of two terms of one office that do not meet: one
// has followed the other.
bool InTurn(const StatedText& a, ByteSpan x, const StatedText& b, ByteSpan y);

// "Left Hawaii on 10 August", where the other text has somebody leave for it on
// that day, and tells of no leaving.
void ConflictsOfMoves(const StatedText& a, const StatedText& b,
                      std::vector<WordingConflict>& out);

// A value of both texts, of which they tell opposites: "rose 5 %", "fell 5 %";
// "exports rose 5 %", where those were imports, and exports rose otherwise.
void ConflictsOfClauses(const StatedText& a, const StatedText& b,
                        const ValueWords& words,
                        std::vector<WordingConflict>& out);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_IDENTITY_STATED_CLASH_H_

// Places that somebody is told to leave or to reach on a date.
#ifndef GAINSAY_LIB_CLAIM_STATED_MOVE_H_
#define GAINSAY_LIB_CLAIM_STATED_MOVE_H_

#include "claim/stated_value.h"
#include "text/clause.h"

namespace gainsay::internal {

// Adds to `out` what the clause of a parse tells of moves: "departing for
// Hawaii on 10 August". `value` is a date in that clause, by its index in
// out.values.
void StateMoves(const TokenizedText& text, const Parse& parse,
                std::uint32_t clause, const ValueWords& value_words,
                const Interner& strings, std::uint32_t value, StatedText& out);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_STATED_MOVE_H_

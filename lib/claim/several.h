// Values that one document gives to things it does not tell apart.
#ifndef GAINSAY_LIB_CLAIM_SEVERAL_H_
#define GAINSAY_LIB_CLAIM_SEVERAL_H_

#include <cstddef>
#include <cstdint>
#include <span>

#include "claim/claim.h"
#include "text/words.h"

namespace gainsay::internal {

// How the words of a claim name what it is about: "the quake", "a quake".
enum class Mentioned : std::uint8_t { kOther, kDefinite, kIndefinite };

// A document that gives two values to what looks like one thing most likely
// speaks of two ("a 12-year-old girl", "a 15-year-old girl"; a quake and an
// earlier one). Takes its claims out, from index `first` of the table on, and
// counts them as ambiguous. Dates of one
// time point are compared whatever verb gave them. Lapses are kept, and what is
// said of "the quake" where another is introduced later. What opens or closes
// on a day and does so again and again (@reopens) is taken out, too.
// `mentioned` is of the claims from `first` on.
void RemoveIndistinct(std::size_t first, std::span<const Mentioned> mentioned,
                      const Schema& schema, WordTable& words, ClaimTable& table,
                      ExtractionCoverage& coverage);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_SEVERAL_H_

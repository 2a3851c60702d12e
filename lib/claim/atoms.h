// Mentions as the units of a parse.
#ifndef GAINSAY_LIB_CLAIM_ATOMS_H_
#define GAINSAY_LIB_CLAIM_ATOMS_H_

#include <cstdint>
#include <span>
#include <vector>

#include "mention/mention.h"
#include "text/clause.h"

namespace gainsay::internal {

// Fills `out` with the outermost mentions as atoms, by position; Atom::id is
// the index of the mention.
void MakeAtoms(const MentionTable& mentions, std::vector<Atom>& out);

// "Took over three years ago": the word belongs to the verb, and hedges
// nothing. Before the mentions are resolved.
void TrimParticles(const TokenizedText& text, WordTable& words,
                   MentionTable& mentions);

// "More than 1.4 hectares (3.5 acres)": a value told again in another unit has
// the bound of the first. Linear in the mentions.
void RepeatBounds(const TokenizedText& text, MentionTable& mentions);

// "11 March last year": the day of that year; "a century ago this month": when
// it is told adds nothing to how long ago. Of two dates side by side the second
// is dropped. After the mentions are resolved.
void JoinDates(MentionTable& mentions, std::vector<Atom>& atoms);

// True for both halves of "200, 000" in text that was cut apart.
bool IsPieceOfNumber(const TokenizedText& text, const Atom& atom);

// True for "in August or September", "killed 102 and 21": which value belongs
// where, or whether they add up, the words do not say.
bool IsListed(std::span<const Atom> atoms, std::uint32_t atom,
              const Parse& parse);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_ATOMS_H_

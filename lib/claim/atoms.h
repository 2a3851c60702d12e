// Mentions as the units of a parse.
#ifndef GAINSAY_LIB_CLAIM_ATOMS_H_
#define GAINSAY_LIB_CLAIM_ATOMS_H_

#include <vector>

#include "mention/mention.h"
#include "text/chunk.h"

namespace gainsay::internal {

// Fills `out` with the outermost mentions as atoms, by position; Atom::id is
// the index of the mention.
void MakeAtoms(const MentionTable& mentions, std::vector<Atom>& out);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_ATOMS_H_

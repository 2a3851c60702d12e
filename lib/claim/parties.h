// Who meets, negotiates or signs: the sides that a group and its conjuncts
// name.
#ifndef GAINSAY_LIB_CLAIM_PARTIES_H_
#define GAINSAY_LIB_CLAIM_PARTIES_H_

#include <cstdint>
#include <vector>

#include "resolve/entity.h"

namespace gainsay::internal {

// Countries, of places and of nationalities ("the Colombian government"), and
// other names but persons'; sorted by name. Linear in the sentence.
std::vector<StringId> PartiesOf(const SentenceView& sentence,
                                std::uint32_t group);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_PARTIES_H_

// Mentions as values of claims.
#ifndef GAINSAY_LIB_CLAIM_VALUES_H_
#define GAINSAY_LIB_CLAIM_VALUES_H_

#include <cstdint>
#include <string_view>

#include "base/interner.h"
#include "claim/claim.h"
#include "mention/mention.h"

namespace gainsay::internal {

// What a mention can be, for frames: ValueClass bits.
std::uint32_t ClassOf(const Mention& mention);

// The value of a claim from a mention, appended with its readings. `unit`
// replaces an empty unit of a count ("people").
ValueIndex AddValue(const Mention& mention, const MentionTable& mentions,
                    std::string_view text, std::string_view unit,
                    Interner& interner, ClaimTable& out);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_VALUES_H_

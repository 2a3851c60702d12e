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

// What a predicate wants: a bare number is years where it wants a duration (an
// age), and takes the unit of what it counts ("people").
struct ValueWanted {
  ValueKind kind = ValueKind::kNone;
  std::string_view unit;
  bool person = false;  // of a person: no age beyond a life
};

// The value of a claim from a mention, appended with its readings. None if the
// mention is no such value.
ValueIndex AddValue(const Mention& mention, const MentionTable& mentions,
                    std::string_view text, const ValueWanted& wanted,
                    Interner& interner, ClaimTable& out);

// Adds a value that is made already.
inline ValueIndex AddRow(const ValueRow& row, ClaimTable& out) {
  out.values.push_back(row);
  return ValueIndex(out.values.size() - 1);
}

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_VALUES_H_

// Shares: "a third of the 300 workers", "60 percent of the 2,000 ballots", "a
// tenth of the workforce".
//
// Where the whole is told in the same words, the amount is derived from both
// and is a claim as if it had been told; where it is not, the share is a claim
// in percent, which consistency/share_check.h compares with amounts.
#ifndef GAINSAY_LIB_CLAIM_SHARES_H_
#define GAINSAY_LIB_CLAIM_SHARES_H_

#include <optional>

#include "claim/claim.h"
#include "mention/mention.h"
#include "resolve/entity.h"

namespace gainsay::internal {

// "A third", "60 percent": a fraction of one, or a percentage.
inline bool IsShare(const Mention& m) {
  return m.type == MentionType::kPercent || m.type == MentionType::kFraction ||
         (m.type == MentionType::kNumber && m.number > 0 && m.number < 1);
}

// The atom of the share of which `atom` tells the whole: that of "a third" for
// 300. Constant time.
std::optional<std::uint32_t> ShareOf(const SentenceView& sentence,
                                     std::uint32_t atom);

// Whether the share `atom` is followed by a whole that tells its own number.
bool HasWhole(const SentenceView& sentence, std::uint32_t atom);

// What a fraction or percentage allows, of 1: percentages to the unit of their
// last digit, fractions within 8 % of themselves (a third is neither three
// tenths nor two fifths), with a hedge a fifth. The core is half as wide.
QuantityInterval ShareHull(const Mention& share);
QuantityInterval ShareCore(const Mention& share);

// Makes `value`, a number of the whole, the amount that the share comes to.
void TakeShare(const Mention& share, ValueRow& value);

// Makes `value`, read of a fraction, a percentage.
void AsPercent(const Mention& share, StringId percent, ValueRow& value);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_SHARES_H_

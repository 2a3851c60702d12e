// Shares and amounts: "a tenth of the workforce" against 420 of 2,800.
#ifndef GAINSAY_LIB_CONSISTENCY_SHARE_CHECK_H_
#define GAINSAY_LIB_CONSISTENCY_SHARE_CHECK_H_

#include <vector>

#include "consistency/check.h"

namespace gainsay::internal {

// For each ShareRule of the schema: a percentage of its part and a number of
// its part, told of one subject by different documents, where one of the two
// documents tells the whole. A conflict has three statements: the share, the
// whole, the amount, and a walk with their product as a given. Definite: hulls
// are compared. O(shares x amounts) of a subject.
void CheckShares(const CheckContext& context, std::vector<Conflict>& out);

// True if two statements tell one plan: both planned, by documents of one week.
bool SamePlan(const Statement& a, const Statement& b);

// The least and the greatest amount that a percentage of a whole may be.
QuantityInterval AmountOf(const ValueRow& share, const ValueRow& whole);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CONSISTENCY_SHARE_CHECK_H_

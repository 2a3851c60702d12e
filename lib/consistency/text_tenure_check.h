// Two holders of one office, where a text says since when one has held it.
#ifndef GAINSAY_LIB_CONSISTENCY_TEXT_TENURE_CHECK_H_
#define GAINSAY_LIB_CONSISTENCY_TEXT_TENURE_CHECK_H_

#include <vector>

#include "consistency/check.h"

namespace gainsay::internal {

// What one document tells of one holder's time in office is one spell: the
// holding ("Lida Moran, governor of Dovra", of the day of the document) with
// the beginning ("since July", "for six years") and the end ("until March")
// that it tells of that person. From the latest beginning to the earliest end
// the office was surely hers. Two persons' spells that share more than a month,
// or one that holds another's day with a week to spare after its beginning, are
// a probable contradiction: a proof of both orders, each walk says that one
// cannot have followed the other. Two bare days are CheckMoments' matter; of
// what it found, goes what a told beginning explains. At most one conflict an
// office. O(holdings * tenure claims of their documents + spells of an office
// squared, at most kMostSpellsOfOffice of them).
inline constexpr std::size_t kMostSpellsOfOffice = 128;
void CheckTenuresOfTexts(const CheckContext& context,
                         std::vector<Conflict>& out);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CONSISTENCY_TEXT_TENURE_CHECK_H_

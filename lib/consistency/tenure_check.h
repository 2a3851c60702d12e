// Tenures: who held which office from when to when, by several sources.
#ifndef GAINSAY_LIB_CONSISTENCY_TENURE_CHECK_H_
#define GAINSAY_LIB_CONSISTENCY_TENURE_CHECK_H_

#include <span>
#include <vector>

#include "consistency/check.h"
#include "consistency/tenure_spells.h"

namespace gainsay::internal {

// Compares the begins and the ends of the tenures of one person, source against
// source. Spells of different sources that cover each other are one tenure; its
// begins that cannot be one day are one conflict, its ends another. Silent,
// with a near miss: `definition` where a source means its dates otherwise (a
// note on the office), `split` inside a tenure that one source breaks in two,
// `window` where a source's data begin or end, `censored` where a tenure goes
// on beyond the data, `refinement`, `other-office`. Definite: the windows do
// not meet for any completion.
void CheckTenures(std::span<const Statement> group, const CheckContext& context,
                  const SourceWindows& windows, std::vector<Conflict>& out,
                  std::vector<NearMissRow>* near_misses);

// Offices with one holder at a time: within one source, the end of a tenure
// after the begin of the next holder's. Between sources the day of handing over
// is a matter of their conventions. O(n log n) of the statements.
void CheckHolders(const CheckContext& context, std::vector<Conflict>& out);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CONSISTENCY_TENURE_CHECK_H_

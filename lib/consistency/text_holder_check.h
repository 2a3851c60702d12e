// Who holds an office by a text, against the tenures of tables.
#ifndef GAINSAY_LIB_CONSISTENCY_TEXT_HOLDER_CHECK_H_
#define GAINSAY_LIB_CONSISTENCY_TEXT_HOLDER_CHECK_H_

#include <vector>

#include "consistency/check.h"

namespace gainsay::internal {

// A text of day D that calls P the holder of an office contradicts a table
//   - that has somebody else hold it from well before D until well after it,
//   and
//   - by which P does not hold it about D (R1);
//   - or by which P left it well before D, and another has taken it since (R2).
// Where the text names no country, P must be a holder of that office in the
// table. Around a handing over, and after the data end, either may be meant.
// O(texts' claims * (distinct offices + tenures of the office)).
void CheckHoldersOfTexts(const CheckContext& context,
                         std::vector<Conflict>& out);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CONSISTENCY_TEXT_HOLDER_CHECK_H_

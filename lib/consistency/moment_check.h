// Who holds an office by two texts of one week.
#ifndef GAINSAY_LIB_CONSISTENCY_MOMENT_CHECK_H_
#define GAINSAY_LIB_CONSISTENCY_MOMENT_CHECK_H_

#include <span>
#include <vector>

#include "consistency/check.h"
#include "consistency/conflict.h"

namespace gainsay::internal {

// A predicate that changes over time is compared where its moments are equal
// (CheckValues). Two texts of different sources, at most kOneWeek days apart,
// that name two persons as the holder of one office are a probable
// contradiction, too: had one followed the other, one of the texts would say
// so, and then its claim has no moment (claim/offices.h). Silent where later
// texts keep to the later holder: there was a succession that neither told.
// `group`: statements of one subject and predicate. At most one conflict.
// O(n log n).
inline constexpr Day kOneWeek = 7;
void CheckMoments(std::span<const Statement> group, const CheckContext& context,
                  std::vector<Conflict>& out);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CONSISTENCY_MOMENT_CHECK_H_

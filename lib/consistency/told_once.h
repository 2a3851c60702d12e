// What happens to a person more than once, and of which one story tells one: an
// arrest, a charge, a release.
#ifndef GAINSAY_LIB_CONSISTENCY_TOLD_ONCE_H_
#define GAINSAY_LIB_CONSISTENCY_TOLD_ONCE_H_

#include <span>

#include "consistency/check.h"

namespace gainsay::internal {

// True for a date of a focal predicate ("arrested in May").
bool IsFocalDate(const Predicate& predicate);

// True if the statements of one person and such a predicate are of one
// happening: no document tells two that differ ("arrested in 2009 and again in
// May"), and all are written within a month of each other. O(n^2) of few.
bool ToldOnce(std::span<const Statement> group, const CheckContext& context);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CONSISTENCY_TOLD_ONCE_H_

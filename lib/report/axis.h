// Derivations put into the one shape that reports have: docs/formats.md,
// "Derivations".
#ifndef GAINSAY_LIB_REPORT_AXIS_H_
#define GAINSAY_LIB_REPORT_AXIS_H_

#include <string>

#include "report/model.h"

namespace gainsay::internal {

// Names the zero of an axis "origin", parts a point from itself where a
// tolerance stands between two of its values, and sets the unit where the kind
// of the finding says it. Values without an order, for which a check draws no
// walk, get one over their numbered sides.
void CompleteDerivations(Finding& finding);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_REPORT_AXIS_H_

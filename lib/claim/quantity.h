// What stated numbers denote: the windows of docs/denotations.md.
#ifndef GAINSAY_LIB_CLAIM_QUANTITY_H_
#define GAINSAY_LIB_CLAIM_QUANTITY_H_

#include "gainsay/value.h"

namespace gainsay::internal {

struct QuantityWindows {
  QuantityInterval core, hull;
};

// Of a number from `lo` to `hi` (equal unless a range) with its modifier.
// `step` is the unit of the last significant digit where the number was
// rounded, 0 if it is exact; a hedge ("about") takes the last significant digit
// of an exact number as its unit.
QuantityWindows WindowsOfQuantity(double lo, double hi, Modifier modifier,
                                  double step);

// The unit of the last significant decimal digit: 1000 of 12000, 0.1 of 4.7; 1
// of 0.
double LastDigitUnit(double number);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_QUANTITY_H_

// What stated quantities denote: a core that most careful readers accept inside
// a hull, the widest defensible reading. The table: docs/text.md.
#ifndef GAINSAY_LIB_CALENDAR_QUANTITY_H_
#define GAINSAY_LIB_CALENDAR_QUANTITY_H_

#include "gainsay/value.h"

namespace gainsay::internal {

struct QuantityStated {
  double number = 0, number_max = 0;  // number_max: a range's end, else number
  double step = 0;  // unit of the last significant digit; 0: exact
  Modifier modifier = Modifier::kBare;
  bool measured = false;  // has a unit that is no count: 6.1 km, 4.7 %
};

struct QuantityCuts {
  QuantityInterval core, hull;
};

// The unit of the last significant digit of a count that was written in full: 1
// for 1,347 and below 100, 10,000 for 120,000.
double CountStep(double number);

QuantityCuts Denote(const QuantityStated& stated);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CALENDAR_QUANTITY_H_

// TIMEX3 values, and the forms of numbers.
#ifndef GAINSAY_LIB_RESOLVE_TIMEX_VALUE_H_
#define GAINSAY_LIB_RESOLVE_TIMEX_VALUE_H_

#include <string>
#include <string_view>

#include "mention/sense.h"
#include "resolve/period.h"

namespace gainsay::internal {

// "1998-08-08", "1998-08-08T10:35", "1998-08-08TMO".
std::string PointValue(const Sense& sense, const Period& period);

// The value of a point without a document's date: "XXXX-05-29", "XXXX-WXX-5",
// "T10:35".
std::string OpenValue(const Sense& sense);

// "P6Y", "PT2H30M", "P1DE", "PXY"; "XXXX-WXX-1" of every Monday.
std::string LengthValue(const Sense& sense);

// "1300000", "0.25", "[20,30)|Meter".
std::string NumberValue(double number, double number_max, std::string_view unit,
                        bool open_low, bool open_high);
std::string NumberValue(const Sense& sense);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_RESOLVE_TIMEX_VALUE_H_

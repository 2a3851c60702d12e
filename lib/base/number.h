// Numbers as text: no locale, no exponent where digits are readable.
#ifndef GAINSAY_LIB_BASE_NUMBER_H_
#define GAINSAY_LIB_BASE_NUMBER_H_

#include <string>

namespace gainsay::internal {

// The fewest digits that read back equal: "15", "1000000", "0.1", "1.3e+20".
std::string ExactNumber(double x);

// At most twelve significant digits, so that the noise of a sum stays hidden:
// 6.45 - 6.75 is "-0.3".
std::string ShortNumber(double x);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_BASE_NUMBER_H_

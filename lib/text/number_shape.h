// Forms of numbers in digits beyond "1,347,000.5".
#ifndef GAINSAY_LIB_TEXT_NUMBER_SHAPE_H_
#define GAINSAY_LIB_TEXT_NUMBER_SHAPE_H_

#include <cstddef>
#include <string_view>

namespace gainsay::internal {

// The end of the number at `begin` if it goes on past `end` in one of these
// forms, else `end`: "12,34,567.89" (groups of two), "1.111,11" (a decimal
// comma after groups), "127.32e13" (an exponent). Looks at the digits and at
// what follows them, no further.
std::size_t EndOfNumber(std::string_view text, std::size_t begin,
                        std::size_t end);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_TEXT_NUMBER_SHAPE_H_

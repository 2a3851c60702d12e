// Holidays of fixed rule: "12-25", the fourth Thursday of November ("11-4-4":
// month, weekday, which; 9: the last), Easter and days from it ("E-2").
#ifndef GAINSAY_LIB_RESOLVE_HOLIDAYS_H_
#define GAINSAY_LIB_RESOLVE_HOLIDAYS_H_

#include <cstdint>
#include <string_view>

#include "gainsay/date.h"

namespace gainsay::internal {

// Western Easter Sunday of a year (the anonymous Gregorian computus).
Day EasterSunday(std::int32_t year);

// The day of a rule in a year; false if the rule is not well formed.
bool HolidayOf(std::string_view rule, std::int32_t year, Day* day);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_RESOLVE_HOLIDAYS_H_

// ISO 8601 durations and counts of one unit.
#ifndef GAINSAY_LIB_CALENDAR_DURATION_H_
#define GAINSAY_LIB_CALENDAR_DURATION_H_

#include <string>
#include <string_view>

#include "gainsay/result.h"
#include "gainsay/value.h"

namespace gainsay::internal {

// Reads "P6Y", "P18M", "P2W", "P53D", "PT36H", "P1.5Y", a range "P5Y/P6Y",
// TIMEX3's decades and centuries "P1DE", "P2CE" (rounded counts). Years with
// months become months, weeks with days days, days with hours hours; fractions
// of years become months where they are whole ones. A mix of months and days
// has no count of one unit: an error. Signs and zero units are errors, zero
// counts are not.
Result<Count> ParseDuration(std::string_view iso);

// "P6Y", "P5Y/P6Y" of a range; the modifier is left out.
std::string FormatDuration(const Count& count);

// Reads a modifier by its own name ("about") or TIMEX3's ("APPROX"); "" is
// bare.
Result<Modifier> ParseModifier(std::string_view name);

// Shortest decimal digits that read back equal: "120", "1300000", "0.5".
std::string FormatNumber(double number);

std::string_view Name(TimeUnit unit);  // "hour" ... "year"

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CALENDAR_DURATION_H_

// A run of days in its shortest form.
#ifndef GAINSAY_LIB_CALENDAR_FORMAT_DAYS_H_
#define GAINSAY_LIB_CALENDAR_FORMAT_DAYS_H_

#include <cstdint>
#include <string>

#include "gainsay/date.h"

namespace gainsay::internal {

// What calendar unit a run of days is exactly.
enum class DayRun : std::uint8_t { kDay, kMonth, kYear, kOther };
DayRun RunOf(DayInterval days);

// "2018", "2018-05", "2018-05-03", else "2018-05-03/2018-06-01"; an open end is
// "..".
std::string FormatDays(DayInterval days);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CALENDAR_FORMAT_DAYS_H_

// EDTF (ISO 8601-2, levels 0 and 1 and a little of 2): what its expressions
// mean in days.
#ifndef GAINSAY_LIB_CALENDAR_EDTF_H_
#define GAINSAY_LIB_CALENDAR_EDTF_H_

#include <cstdint>

#include "calendar/civil.h"
#include "gainsay/date.h"

namespace gainsay::internal {

// The parts of an EDTF date. `code` is the week (1..53) of Grain::kWeek, and
// the sub-year group of seasons (21..32), quarters (33..36) and halves (40,
// 41).
struct EdtfDate {
  Grain grain = Grain::kUnknown;
  CivilDay first;  // of a decade or century its first year
  std::int16_t code = 0;
  std::uint8_t qualifier =
      0;  // DateAccess::kUncertain | DateAccess::kApproximate
};

// The date an expression stands for: '~' pads core by one unit and hull by two,
// '?' pads the hull by one (docs/denotations.md, rows 15 and 16).
Date MakeEdtf(const EdtfDate& parts);

// The parts of a date that MakeEdtf made; for others parts that make another
// date.
EdtfDate EdtfParts(const Date& date);

// Monday of an ISO 8601 week.
Day MondayOfWeek(std::int32_t year, unsigned week);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CALENDAR_EDTF_H_

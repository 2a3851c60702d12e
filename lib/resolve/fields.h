// Periods from the fields that a date names.
#ifndef GAINSAY_LIB_RESOLVE_FIELDS_H_
#define GAINSAY_LIB_RESOLVE_FIELDS_H_

#include <optional>

#include "mention/sense.h"
#include "resolve/period.h"

namespace gainsay::internal {

// The year meant: of two digits the one nearest to the document's, at most 20
// years ahead.
std::int32_t FullYear(const Sense& sense, std::optional<Day> document_day);

// The period of the sense's fields inside the year; kNone if there is no such
// date.
Period PeriodInYear(const Sense& sense, std::int32_t year);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_RESOLVE_FIELDS_H_

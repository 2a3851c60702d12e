// Core and hull days of resolved dates: the rows of docs/denotations.md.
#ifndef GAINSAY_LIB_RESOLVE_DAYS_H_
#define GAINSAY_LIB_RESOLVE_DAYS_H_

#include <optional>

#include "gainsay/date.h"
#include "gainsay/value.h"
#include "mention/sense.h"
#include "resolve/period.h"

namespace gainsay::internal {

struct PointDays {
  DayInterval core, hull;
};

// What a point that names `period` denotes, given how it was said. `tense`: the
// evidence that it is past (-1) or to come (1). `from`: the days that "six
// years earlier" counts from; empty: known by its period only.
PointDays DaysOf(const Sense& sense, const Period& period,
                 std::optional<Day> document_day, int tense = 0,
                 DayInterval from = {1, 0});

// The count of a length, in the units that cuts are defined for.
Count CountOf(const Sense& sense);

Grain GrainOf(Period::Kind kind);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_RESOLVE_DAYS_H_

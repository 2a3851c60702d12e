// Dates that leave out their year, days of the week and times of day, as values
// of their own: where no date of writing tells which day is meant, "2 March"
// and "5 March" still differ.
#ifndef GAINSAY_LIB_CLAIM_STATED_TIME_H_
#define GAINSAY_LIB_CLAIM_STATED_TIME_H_

#include "claim/stated_value.h"
#include "mention/sense.h"

namespace gainsay::internal {

// The place in the year that a point names: day or whole month, counted in
// months of 31 days; empty if it names none.
QuantityInterval PlaceInYear(const Sense& sense);

// "2 March", "in July", "on Friday": sets kind, core and hull. False if `sense`
// is no such point.
bool StateCalendar(const Sense& sense, StatedValue& value);

// "9:40 p.m.", "21:40": minutes past noon or midnight, for which half of the
// day is meant is often left out.
bool StateClock(const Sense& sense, StatedValue& value);

// "About 8 p.m.": half an hour each way.
void Loosen(StatedValue& clock);

// Whether two times of day can be one, and whether they are exactly. A clock
// runs in a circle.
inline constexpr double kHalfDay = 720;  // minutes
bool ClocksMeet(const QuantityInterval& x, const QuantityInterval& y);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_STATED_TIME_H_

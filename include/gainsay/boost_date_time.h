// Opt-in, header-only: days and intervals as Boost.Date_Time's, and back.
//
// Boost's dates run from 1400-01-01 to 9999-12-31; what lies beyond, and the
// infinities, become its special values. Never use its months and years to
// shift bounds: they snap to the end of the month (docs/denotations.md).
#ifndef GAINSAY_BOOST_DATE_TIME_H_
#define GAINSAY_BOOST_DATE_TIME_H_

#include <boost/date_time/gregorian/gregorian_types.hpp>

#include "gainsay/date.h"

namespace gainsay::inline v0 {

// A day; kMinusInfinity and days before 1400 are neg_infin, kPlusInfinity and
// days after 9999 pos_infin.
inline boost::gregorian::date ToBoost(Day day) {
  using boost::gregorian::date;
  const date epoch(1970, 1, 1);
  if (day < (date(boost::gregorian::min_date_time) - epoch).days())
    return date(boost::gregorian::neg_infin);
  if (day > (date(boost::gregorian::max_date_time) - epoch).days())
    return date(boost::gregorian::pos_infin);
  return epoch + boost::gregorian::days(day);
}

// neg_infin and pos_infin are the infinities; not_a_date_time is kPlusInfinity
// too.
inline Day FromBoost(const boost::gregorian::date& date) {
  if (date.is_neg_infinity()) return kMinusInfinity;
  if (date.is_special()) return kPlusInfinity;
  return static_cast<Day>((date - boost::gregorian::date(1970, 1, 1)).days());
}

// A closed interval of days as a half-open period; an empty one is a null
// period.
inline boost::gregorian::date_period ToBoost(DayInterval days) {
  const boost::gregorian::date begin = ToBoost(days.lo),
                               last = ToBoost(days.hi);
  return {begin, last.is_special() ? last : last + boost::gregorian::days(1)};
}

inline DayInterval FromBoost(const boost::gregorian::date_period& period) {
  return {FromBoost(period.begin()), period.end().is_special()
                                         ? FromBoost(period.end())
                                         : FromBoost(period.last())};
}

}  // namespace gainsay::inline v0

#endif  // GAINSAY_BOOST_DATE_TIME_H_

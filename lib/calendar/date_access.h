// The fields of a Date, for the parser and writer of EDTF alone.
#ifndef GAINSAY_LIB_CALENDAR_DATE_ACCESS_H_
#define GAINSAY_LIB_CALENDAR_DATE_ACCESS_H_

#include "gainsay/date.h"

namespace gainsay::inline v0 {

struct DateAccess {
  static constexpr std::uint8_t kUncertain = 1, kApproximate = 2;

  static Date Make(DayInterval core, DayInterval hull, Grain grain,
                   std::uint8_t qualifier = 0, std::int16_t detail = 0) {
    Date date;
    date.core_ = core;
    date.hull_ = hull;
    date.grain_ = grain;
    date.qualifier_ = qualifier;
    date.detail_ = detail;
    return date;
  }
  static std::uint8_t qualifier(const Date& date) { return date.qualifier_; }
  static std::int16_t detail(const Date& date) { return date.detail_; }
};

}  // namespace gainsay::inline v0

#endif  // GAINSAY_LIB_CALENDAR_DATE_ACCESS_H_

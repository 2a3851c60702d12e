// Units of time as the tables name them, from second to century.
#ifndef GAINSAY_LIB_LANG_UNITS_H_
#define GAINSAY_LIB_LANG_UNITS_H_

#include <cstdint>

namespace gainsay::internal {

enum class Unit : std::uint8_t {
  kSecond,
  kMinute,
  kHour,
  kDay,
  kBusinessDay,
  kWeekend,
  kWeek,
  kFortnight,
  kMonth,
  kQuarter,
  kHalfYear,
  kYear,
  kFiscalYear,
  kDecade,
  kCentury,
  kMillennium,
  kSeason,
  kPeriod,
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_LANG_UNITS_H_

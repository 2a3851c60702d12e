// Days, dates and date intervals: what every temporal value is made of.
//
// A time point is a whole day of the proleptic Gregorian calendar, the local
// civil date of the event, counted from 1970-01-01 (day 0). Years run from
// -32767 to 32767 as in std::chrono; beyond is an error. EDTF is ISO 8601-2.
#ifndef GAINSAY_DATE_H_
#define GAINSAY_DATE_H_

#include <chrono>
#include <compare>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include "gainsay/export.h"
#include "gainsay/result.h"

namespace gainsay::inline v0 {

// Days since 1970-01-01. The infinities mean "no bound".
using Day = std::int32_t;
inline constexpr Day kMinusInfinity = std::numeric_limits<Day>::min() / 2;
inline constexpr Day kPlusInfinity = std::numeric_limits<Day>::max() / 2;

// How precisely a date was given.
enum class Grain : std::uint8_t {
  kDay,
  kWeek,
  kMonth,
  kQuarter,
  kSeason,
  kHalf,
  kYear,
  kDecade,
  kCentury,
  kUnknown
};

GAINSAY_EXPORT std::string_view Name(Grain grain) noexcept;

// A closed interval of days, or of differences of days; empty if lo > hi.
struct DayInterval {
  Day lo = kMinusInfinity;
  Day hi = kPlusInfinity;

  constexpr bool empty() const noexcept { return lo > hi; }
  constexpr bool Contains(DayInterval other) const noexcept {
    return lo <= other.lo && other.hi <= hi;
  }
  constexpr bool Meets(DayInterval other) const noexcept {
    return lo <= other.hi && other.lo <= hi;
  }
  friend constexpr bool operator==(const DayInterval&,
                                   const DayInterval&) = default;
};

// A date as a document or record gives it: an EDTF expression of some grain.
// Regular; 24 bytes; never throws. Thread safety: as int.
class GAINSAY_EXPORT Date {
 public:
  constexpr Date() = default;
  // One day. Undefined unless ymd.ok().
  explicit Date(std::chrono::year_month_day ymd) noexcept;

  // Reads EDTF levels 0 and 1, and of level 2 what design and data need:
  // "2025-01-14", "2025-01", "2025", "199X", "18XX", "2018~", "2018?",
  // "2018-21" (season), "2018-33" (quarter), "2018-40" (half),
  // "2025-01-14T10:30:00Z" (its day). An impossible date (2025-02-30) is an
  // error that says what was expected.
  static Result<Date> Parse(std::string_view edtf);

  constexpr Grain grain() const noexcept { return grain_; }
  // What most careful readers accept, and the widest defensible reading.
  constexpr DayInterval core() const noexcept { return core_; }
  constexpr DayInterval hull() const noexcept { return hull_; }
  // The shortest EDTF string that reads back equal.
  std::string ToString() const;

  friend constexpr bool operator==(const Date&, const Date&) = default;

 private:
  friend struct DateAccess;
  DayInterval core_, hull_;
  Grain grain_ = Grain::kUnknown;
  std::uint8_t qualifier_ = 0;  // bit 0: '?', bit 1: '~'
  std::int16_t detail_ =
      0;  // season, quarter or half code where the grain needs it
};

// "2025-01-14" of a day; "-inf" and "+inf" of the infinities.
GAINSAY_EXPORT std::string FormatDay(Day day);

}  // namespace gainsay::inline v0

#endif  // GAINSAY_DATE_H_

// What a rule understood, before anything is resolved: recognition's half of a
// mention.
#ifndef GAINSAY_LIB_MENTION_SENSE_H_
#define GAINSAY_LIB_MENTION_SENSE_H_

#include <array>
#include <cstdint>
#include <limits>
#include <string_view>

#include "gainsay/value.h"
#include "lang/units.h"

namespace gainsay::internal {

// One part of a length: "2 hours" of "2 hours and 30 minutes".
struct LengthPart {
  double n = 0, n_max = 0;
  Unit unit = Unit::kDay;
};

struct Sense {
  enum class Kind : std::uint8_t {
    kNone,
    kPoint,
    kReference,
    kDuration,
    kSet,
    kRange,
    kNumber
  };
  // From where a shift counts, and where a field left out is looked for.
  enum class From : std::uint8_t { kNothing, kDocument, kMentioned, kDate };
  // Where the missing part of an underspecified date lies.
  enum class Direction : std::uint8_t { kByTense, kLast, kThis, kNext };

  static constexpr std::int32_t kNoYear =
      std::numeric_limits<std::int32_t>::min();
  static constexpr std::uint32_t kNoSense = 0xFFFFFFFF;

  Kind kind = Kind::kNone;
  From from = From::kNothing;
  Direction direction = Direction::kByTense;
  Modifier modifier = Modifier::kBare;

  // A point: fields that are given. `part`: EDTF season 21-24, quarter 33-36,
  // half 40-41.
  std::int32_t year = kNoYear;
  std::int8_t month = 0, day = 0, weekday = 0, part = 0;
  std::int8_t week_of = 0;  // the week that holds the date
  bool fiscal = false, weekend = false, decade = false, century = false;
  bool two_digit_year = false;
  bool day_month_swappable = false;  // 5/4/1999
  std::string_view holiday;
  // A shift: the period of `shift_unit` that lies `shift` units from `from`.
  bool shifted = false;
  double shift = 0;
  Unit shift_unit = Unit::kDay;
  // The period last mentioned, of `same_unit` (kPeriod: any), `shift` years on.
  bool same = false;
  Unit same_unit = Unit::kPeriod;
  bool any_time = false;  // "that quarter": however long ago
  std::uint32_t base =
      kNoSense;  // kDate: the sense counted from; kRange: its start
  std::uint32_t other = kNoSense;  // kRange: its end
  // Time of day; -1 not given. Nothing is shifted by its zone.
  std::int8_t hour = -1, minute = -1, second = -1;
  bool half_told = false;  // "4 a.m.", "9 in the evening"; of 13 to 24 and 0 it
                           // goes without saying
  std::string_view zone;   // "GMT", "LT" of local time; empty: not told
  std::string_view part_of_day;  // "MO", "AF" ...

  std::string_view reference;          // kReference
  std::array<LengthPart, 3> length{};  // kDuration, kSet
  std::uint8_t length_parts = 0;
  bool vague = false;     // "several years", "recent weeks"
  bool round = false;     // "a decade"
  bool definite = false;  // "the nine months"
  std::int8_t span = 0;   // "the past two years" -1, "the next ..." 1

  double number = 0, number_max = 0, step = 0;  // kNumber
  bool open_low = false, open_high = false;     // a number range's ends
  bool no_low = false, no_high = false;
  bool closed = false;  // "equal to 20": a range of one number
  bool age = false;
  bool no_number = false;  // a unit by itself
  std::string_view unit;
};

// Opens the side of a number's range that a bound leaves open ("over" and "at
// least" the upper one); false of what is no bound.
inline bool OpenBound(Modifier bound, Sense& out) {
  switch (bound) {
    case Modifier::kMoreThan:
      out.open_low = true;
      [[fallthrough]];
    case Modifier::kAtLeast:
      return out.no_high = true;
    case Modifier::kLessThan:
      out.open_high = true;
      [[fallthrough]];
    case Modifier::kAtMost:
      return out.no_low = true;
    default:
      return false;
  }
}

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_MENTION_SENSE_H_

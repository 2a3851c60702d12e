// Values: what a claim says of its subject, as an interval that keeps its
// precision, its bound, its unit and the words it was stated in.
#ifndef GAINSAY_VALUE_H_
#define GAINSAY_VALUE_H_

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "gainsay/date.h"
#include "gainsay/export.h"

namespace gainsay::inline v0 {

// What was stated about a value: the union of TIMEX3's MOD values and the
// approximators of numbers. Bounds and hedges are part of a value, never
// dropped.
enum class Modifier : std::uint8_t {
  kBare,        // "six years", "2018", "120"
  kAbout,       // about, around, some, roughly, circa       (APPROX)
  kMoreThan,    // more than, over                            (MORE_THAN)
  kAtLeast,     // at least                                   (EQUAL_OR_MORE)
  kNearly,      // nearly, almost                             (LESS_THAN)
  kLessThan,    // less than, under                           (LESS_THAN)
  kAtMost,      // up to, no more than                        (EQUAL_OR_LESS)
  kVague,       // several, a few, recent
  kStart,       // early                                      (START)
  kMid,         // mid                                        (MID)
  kEnd,         // late, end of                               (END)
  kBefore,      // before                                     (BEFORE)
  kAfter,       // after                                      (AFTER)
  kOnOrBefore,  // by                                         (ON_OR_BEFORE)
  kOnOrAfter,   // from ... on                                (ON_OR_AFTER)
};

GAINSAY_EXPORT std::string_view Name(
    Modifier modifier) noexcept;  // "bare", "about" ...
GAINSAY_EXPORT std::string_view TimexMod(
    Modifier modifier) noexcept;  // "APPROX" ...; "" if bare

// A counted length of time: "six years" is {6, kYear}. Its days depend on the
// cut; see lib/calendar/cuts.h and docs/denotations.md.
enum class TimeUnit : std::uint8_t { kHour, kDay, kWeek, kMonth, kYear };

struct Count {
  double n = 0;      // a fraction of a year is counted in months
  double n_max = 0;  // the upper end of a range "five to six"; else equal to n
  TimeUnit unit = TimeUnit::kDay;
  Modifier modifier = Modifier::kBare;
  bool round = false;  // a rounded count: "a decade", "half a century"
  friend bool operator==(const Count&, const Count&) = default;
};

// The five readings of a length of time. The hull is the widest defensible one,
// the core what most careful readers accept; between them stand three ways to
// count: whole units completed, rounded to the nearest unit, and calendar years
// (or months) apart.
enum class Cut : std::uint8_t { kHull, kCompleted, kRounded, kCalendar, kCore };
inline constexpr std::size_t kCutCount = 5;
GAINSAY_EXPORT std::string_view Name(
    Cut cut) noexcept;  // "hull", "completed" ...

// An interval of numbers, each end open or closed.
struct QuantityInterval {
  double lo = -std::numeric_limits<double>::infinity();
  double hi = std::numeric_limits<double>::infinity();
  bool lo_open = false, hi_open = false;

  constexpr bool empty() const noexcept {
    return lo > hi || (lo == hi && (lo_open || hi_open));
  }
  constexpr bool Meets(const QuantityInterval& other) const noexcept {
    const bool left =
        hi > other.lo || (hi == other.lo && !hi_open && !other.lo_open);
    const bool right =
        other.hi > lo || (other.hi == lo && !other.hi_open && !lo_open);
    return left && right;
  }
  friend constexpr bool operator==(const QuantityInterval&,
                                   const QuantityInterval&) = default;
};

enum class ValueKind : std::uint8_t {
  kDate,
  kDateTime,
  kTime,
  kDuration,
  kQuantity,
  kOffice,
  kEntity,
  kPlace,
  kNames,
  kText,
  kBool,
  kNone,  // an event happened, or did not: polarity says it all
  kBad,   // could not be read: kept with its surface, compared with nothing
};

GAINSAY_EXPORT std::string_view Name(
    ValueKind kind) noexcept;  // as in the "type" of an object

// An owning, regular value. Construct by the factories; what does not belong to
// the kind is empty. Thread safety: as std::string.
class GAINSAY_EXPORT Value {
 public:
  Value() = default;
  static Value OfDate(Date date, Modifier modifier = Modifier::kBare);
  // Minutes since 1970-01-01T00:00 local time; the window is one of the stated
  // precision.
  static Value OfDateTime(std::int64_t minutes,
                          std::int64_t window_minutes = 1);
  // Minutes since midnight of an unknown day, 0 to 1440.
  static Value OfTime(std::int64_t minutes, std::int64_t window_minutes = 1);
  static Value OfDuration(Count count);
  // The number as stated, e.g. ("1.3 million", 1.3e6): `step` is the unit of
  // its last significant digit (1e5 there), 0 if exact. Unit: "" for a bare
  // count, else a canonical unit ("m", "USD", "people", "%").
  static Value OfQuantity(double number, std::string unit = {},
                          Modifier modifier = Modifier::kBare, double step = 0);
  static Value OfQuantityRange(double lo, double hi, std::string unit = {});
  static Value OfOffice(std::string office, std::string country = {},
                        std::string body = {});
  static Value OfEntity(std::string name, std::string id = {});
  static Value OfPlace(std::string name, std::string id = {});
  static Value OfNames(std::vector<std::string> names);
  static Value OfText(std::string text);
  static Value OfBool(bool value);
  static Value Bad(std::string raw);

  ValueKind kind() const noexcept { return kind_; }
  Modifier modifier() const noexcept { return modifier_; }
  // The exact words or raw field it was read from.
  const std::string& surface() const noexcept { return surface_; }
  void set_surface(std::string words) { surface_ = std::move(words); }

  const Date& date() const noexcept { return date_; }  // kDate
  std::int64_t minutes() const noexcept {
    return minutes_;
  }  // kDateTime, kTime (of day)
  std::int64_t window_minutes() const noexcept { return window_; }
  const Count& count() const noexcept { return count_; }  // kDuration
  double number() const noexcept {
    return number_;
  }  // kQuantity, kBool (0 or 1)
  double number_max() const noexcept {
    return number_max_;
  }  // a range's end, else number()
  double step() const noexcept { return step_; }
  const std::string& unit() const noexcept { return unit_; }
  const std::string& text() const noexcept {
    return text_;
  }  // office, name, text
  const std::string& qualifier() const noexcept {
    return qualifier_;
  }  // country of an office; id of an entity
  const std::string& body() const noexcept {
    return body_;
  }  // body of an office
  const std::vector<std::string>& names() const noexcept { return names_; }

  // A short canonical form: "2018", "P6Y", "about 120 people", "foreign
  // minister (JP)".
  std::string ToString() const;

  friend bool operator==(const Value&, const Value&) = default;

 private:
  ValueKind kind_ = ValueKind::kNone;
  Modifier modifier_ = Modifier::kBare;
  Date date_;
  Count count_;
  std::int64_t minutes_ = 0, window_ = 0;
  double number_ = 0, number_max_ = 0, step_ = 0;
  std::string unit_, text_, qualifier_, body_, surface_;
  std::vector<std::string> names_;
};

}  // namespace gainsay::inline v0

#endif  // GAINSAY_VALUE_H_

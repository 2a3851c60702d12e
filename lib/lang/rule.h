// Rules as rows: a name, a pattern over tokens, a production.
//
// A pattern is a sequence of elements separated by blanks:
//   word          the folded token itself
//   $atom         a class of words or a number: the names are in
//   mention/pattern.cc a|b           either; (a b)? an optional sequence; x? an
//   optional element
// There is no repetition: what a pattern can match is bounded by its length.
//
// A rule of level n may use the results of the levels below as $date, $time,
// $duration. A rule is tried only where a token can begin it.
#ifndef GAINSAY_LIB_LANG_RULE_H_
#define GAINSAY_LIB_LANG_RULE_H_

#include <cstdint>
#include <string_view>

namespace gainsay::internal {

// What a rule makes. Slots are the atoms that matched.
enum class Production : std::uint8_t {
  kPoint,       // a date from the slots it has; arg: unused
  kShift,       // $num $unit from the document's day (arg -1 ago, 1 from now)
  kShiftRef,    // the same from the period last mentioned: "a year earlier"
  kShiftDate,   // the same from $date: "two days before Friday"
  kSamePeriod,  // the period last mentioned itself, or its match a year before
                // (arg years)
  kReference,   // PAST_REF, PRESENT_REF, FUTURE_REF by $ref
  kLength,      // $num $unit ...
  kSpan,  // a duration up to or from the document's day; arg -1 past, 1 coming
  kRepeat,      // repeated: a unit, weekday, month or part of a day
  kClock,       // hour, minute ... of an unknown day
  kTimeOnDate,  // $time and $date
  kStage,       // $stage $date: keeps the date, sets its modifier
  kModify,      // $mod before or after $date, $duration, $time
  kRange,       // two dates or a date and what completes it
  kDateUnit,  // part of $date: "the end of", "the third quarter of", "the week
              // of"
  kHoliday,
  kNumeric,          // money, percent, measures, ages, ranges; see category
  kRelativeOrdinal,  // arg 1: $rank from the end
  kUnit,             // a unit named without a number, nothing else
};

// What a result is.
enum class Category : std::uint8_t {
  kPart,  // usable by higher levels, never a mention
  kDate,
  kTime,
  kDuration,
  kSet,
  kMoney,
  kPercent,
  kAge,
  kDimension,
  kTemperature,
  kNumberRange,
  kOrdinal,  // relative: "last"
};

struct RuleRow {
  std::string_view name;
  Category category{};
  std::string_view pattern;
  Production production{};
  std::int8_t arg = 0;
  std::uint8_t level = 1;
  // Conditions, a letter each: see mention/conditions.cc and
  // mention/quantity_conditions.cc.
  std::string_view when{};
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_LANG_RULE_H_

// What lengths of what happened are read as: hours, and the marks of the rows.
// Of told_lengths.cc.
#ifndef GAINSAY_LIB_CLAIM_TOLD_HOURS_H_
#define GAINSAY_LIB_CLAIM_TOLD_HOURS_H_

#include <string_view>

#include "base/interner.h"
#include "claim/claim.h"
#include "lang/syntax.h"

namespace gainsay::internal {

inline constexpr double kHoursOfDay = 24;

// A row's name, and what the marks at its end say.
struct Lasted {
  std::string_view name;
  bool ends = false, person = false, daily = false, itself = false;
};
inline Lasted LastedOf(const LastedRow& row) {
  Lasted out{row.happening};
  const auto take = [&](char mark) {
    const bool is = out.name.ends_with(mark);
    if (is) out.name.remove_suffix(1);
    return is;
  };
  out.daily = take('~');
  out.ends = take('>');
  out.person = take('@');
  out.itself = take('=');
  return out;
}

// The hours that a count of time denotes, as a quantity; false where it gives
// a bound only ("up to"), or none.
bool SetHours(const Count& count, Interner& strings, ValueRow& value);

// From a clock time to the next that shows the other; false where the half of
// the day is not known or a time is hedged.
bool SetHoursBetween(const ValueRow& begin, const ValueRow& end,
                     Interner& strings, ValueRow& value);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_TOLD_HOURS_H_

// Clock times told in texts: on a dial, of which half of the day is not always
// known, not on a line.
#ifndef GAINSAY_LIB_CONSISTENCY_CLOCK_PAIRS_H_
#define GAINSAY_LIB_CONSISTENCY_CLOCK_PAIRS_H_

#include <optional>
#include <span>
#include <vector>

#include "consistency/check.h"
#include "consistency/interval_sides.h"

namespace gainsay::internal {

using StatementCell = std::span<const Statement* const>;

// True if all values of a cell are clock times that a text told.
bool AreToldClocks(StatementCell cell, const CheckContext& context);

struct ClockPair {
  LineItem lower, upper;  // as they come nearest to each other
  bool core = false;      // apart in the plain reading only
  bool zones = false;     // by full hours: the clocks may be of two zones
};

// The two that lie farthest apart: in the widest reading, else in the plain
// one. Clocks that differ by one, two or three full hours and do not say that
// they are local may be of two zones; others go before them. O(n^2) of the
// first 64.
std::optional<ClockPair> ApartClocks(StatementCell cell,
                                     const CheckContext& context);

// Those nearer to the pair's first, and those nearer to its second.
std::vector<std::vector<StatementIndex>> ClockSides(
    StatementCell cell, const ClockPair& pair, const CheckContext& context);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CONSISTENCY_CLOCK_PAIRS_H_

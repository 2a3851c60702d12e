// Sides of statements whose values are intervals on one line.
#ifndef GAINSAY_LIB_CONSISTENCY_INTERVAL_SIDES_H_
#define GAINSAY_LIB_CONSISTENCY_INTERVAL_SIDES_H_

#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "base/ids.h"

namespace gainsay::internal {

// A closed interval of one statement; open ends are told by the flags.
struct LineItem {
  double lo = 0, hi = 0;
  bool lo_open = false, hi_open = false;
  StatementIndex statement;
};

// How far values may lie apart and still agree: the larger of the two.
struct Tolerance {
  double absolute = 0, relative = 0;
  double Of(double a, double b) const;
};

// True if all of `upper` lies above all of `lower`, by more than the tolerance.
bool Apart(const LineItem& lower, const LineItem& upper, Tolerance tolerance);

// Partition into the fewest runs whose members agree with each other, by a
// sweep from low to high (greedy stabbing). O(n log n).
std::vector<std::vector<LineItem>> Runs(std::vector<LineItem> items,
                                        Tolerance tolerance);

// The pair that lies farthest apart, lower first, among those that `may`
// contradict each other; nothing if no pair is apart. O(n log n); looks at the
// 64 lowest and 64 highest where the extremes may not.
std::optional<std::pair<LineItem, LineItem>> WidestPair(
    std::vector<LineItem> items, Tolerance tolerance,
    const std::function<bool(StatementIndex, StatementIndex)>& may);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CONSISTENCY_INTERVAL_SIDES_H_

// Sides of values that tell one thing more or less precisely.
#ifndef GAINSAY_LIB_CONSISTENCY_NESTED_SIDES_H_
#define GAINSAY_LIB_CONSISTENCY_NESTED_SIDES_H_

#include <functional>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "graph/graph.h"

namespace gainsay::internal {

using Sides = std::vector<std::vector<StatementIndex>>;

// `values`: statements of one value each. Those of which one holds the other
// stand on one side, if they do so with all of it; of the first 256 values,
// which are compared pairwise.
Sides NestedSides(
    Sides values,
    const std::function<bool(StatementIndex, StatementIndex)>& nested);

// All words of `part`, runs of letters and runs of digits, are among those of
// `whole`: "56A" of "Terminal 2 - 56A", "C6" of "C06". False for a text without
// any.
bool HoldsWordsOf(std::string_view whole, std::string_view part);
inline bool OneHoldsWordsOfOther(std::string_view a, std::string_view b) {
  return HoldsWordsOf(a, b) || HoldsWordsOf(b, a);
}

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CONSISTENCY_NESTED_SIDES_H_

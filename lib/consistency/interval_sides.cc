#include "consistency/interval_sides.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace gainsay::internal {

double Tolerance::Of(double a, double b) const {
  return std::max(absolute, relative * std::max(std::abs(a), std::abs(b)));
}

bool Apart(const LineItem& lower, const LineItem& upper, Tolerance tolerance) {
  const double slack = tolerance.Of(lower.hi, upper.lo);
  const double gap = upper.lo - lower.hi - slack;
  if (gap != 0) return gap > 0;
  return slack == 0 && (lower.hi_open || upper.lo_open);
}

std::vector<std::vector<LineItem>> Runs(std::vector<LineItem> items,
                                        Tolerance tolerance) {
  std::ranges::sort(items, {}, [](const LineItem& i) {
    return std::tuple(i.lo, i.lo_open, i.hi, i.statement);
  });
  std::vector<std::vector<LineItem>> runs;
  LineItem lowest;  // the member of the run that ends first
  for (const LineItem& item : items) {
    if (runs.empty() || Apart(lowest, item, tolerance)) {
      runs.emplace_back();
      lowest = item;
    } else if (std::tuple(item.hi, !item.hi_open) <
               std::tuple(lowest.hi, !lowest.hi_open)) {
      lowest = item;
    }
    runs.back().push_back(item);
  }
  return runs;
}

std::optional<std::pair<LineItem, LineItem>> WidestPair(
    std::vector<LineItem> items, Tolerance tolerance,
    const std::function<bool(StatementIndex, StatementIndex)>& may) {
  constexpr std::size_t kMost = 64;
  std::vector<LineItem> highest = items;
  const std::size_t n = std::min(items.size(), kMost);
  const auto middle = [n](std::vector<LineItem>& all) {
    return all.begin() + static_cast<std::ptrdiff_t>(n);
  };
  std::ranges::partial_sort(items, middle(items), {}, [](const LineItem& i) {
    return std::tuple(i.hi, !i.hi_open, i.statement);
  });
  std::ranges::partial_sort(highest, middle(highest), {},
                            [](const LineItem& i) {
                              return std::tuple(-i.lo, !i.lo_open, i.statement);
                            });
  std::optional<std::pair<LineItem, LineItem>> best;
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) {
      const LineItem& lower = items[i];
      const LineItem& upper = highest[j];
      if (best && upper.lo - lower.hi <= best->second.lo - best->first.hi)
        break;
      if (!Apart(lower, upper, tolerance)) break;
      if (lower.statement == upper.statement ||
          !may(lower.statement, upper.statement))
        continue;
      best = {lower, upper};
    }
  }
  return best;
}

}  // namespace gainsay::internal

#include <bit>
#include <cstring>
#include <numeric>
#include <utility>

#include "consistency/groups.h"

namespace gainsay::internal {
namespace {

// A number and where it came from.
struct End {
  double at;
  std::uint32_t index;
};

// Bits that order as the numbers do.
std::uint64_t OrderedBits(double x) {
  const auto bits = std::bit_cast<std::uint64_t>(x);
  return (bits >> 63) != 0 ? ~bits : bits | (std::uint64_t{1} << 63);
}

constexpr int kDigitBits = 11;
constexpr std::size_t kDigits = std::size_t{1} << kDigitBits;
constexpr std::size_t kRadixFrom =
    2048;  // below, comparing is faster than counting

// Stable; linear for many values (a hub may hold millions).
void SortEnds(std::vector<End>& ends, std::vector<End>& spare) {
  if (ends.size() < kRadixFrom) {
    std::sort(ends.begin(), ends.end(), [](const End& a, const End& b) {
      return std::pair(a.at, a.index) < std::pair(b.at, b.index);
    });
    return;
  }
  spare.resize(ends.size());
  for (int shift = 0; shift < 64; shift += kDigitBits) {
    std::vector<std::uint32_t> begin(kDigits, 0);
    for (const End& end : ends)
      ++begin[(OrderedBits(end.at) >> shift) % kDigits];
    if (std::find(begin.begin(), begin.end(), ends.size()) != begin.end())
      continue;  // one digit for all
    std::exclusive_scan(begin.begin(), begin.end(), begin.begin(), 0U);
    for (const End& end : ends)
      spare[begin[(OrderedBits(end.at) >> shift) % kDigits]++] = end;
    ends.swap(spare);
  }
}

}  // namespace

// Sorted by lower and by upper ends, a side is found at each upper end h that
// is the lowest of its side: the values that begin no higher than h allows.
// Whatever h newly reaches cannot end below h, else its own upper end would
// have reached it before.
GroupSweep SweepGroup(std::span<const GroupValue> values,
                      const AxisRule& rule) {
  GroupSweep sweep;
  sweep.side.resize(values.size());
  std::vector<End> lows(values.size()), highs, spare;
  bool points = true;
  for (std::uint32_t i = 0; i < values.size(); ++i) {
    lows[i] = {values[i].lo, i};
    points &= values[i].lo == values[i].hi;
  }
  SortEnds(lows, spare);
  if (!points) {
    highs.resize(values.size());
    for (std::uint32_t i = 0; i < values.size(); ++i)
      highs[i] = {values[i].hi, i};
    SortEnds(highs, spare);
  }
  const std::vector<End>& tops = points ? lows : highs;
  std::size_t reached = 0;
  for (const End& top : tops) {
    const std::size_t before = reached;
    while (reached < lows.size() && !rule.Apart(top.at, lows[reached].at))
      sweep.side[lows[reached++].index] = sweep.sides;
    if (reached != before) ++sweep.sides;
    sweep.pairs +=
        lows.size() - reached;  // all that begin too high for this upper end
  }
  // Sides are numbered by their first value.
  std::vector<std::uint32_t> number(sweep.sides, UINT32_MAX);
  std::uint32_t next = 0;
  for (std::uint32_t& side : sweep.side) {
    if (number[side] == UINT32_MAX) number[side] = next++;
    side = number[side];
  }
  return sweep;
}

}  // namespace gainsay::internal

#include "network_story.h"

#include <algorithm>
#include <cmath>

#include "calendar/cuts.h"

namespace gainsay::bench {
namespace {

constexpr std::uint64_t kSalt = 0xc8a56fa46f41a9abU;
constexpr int kLargest = 2000;  // events of a component that is no giant

}  // namespace

Story::Story(const StoryOptions& options)
    : options_(options), stream_(internal::Mix64(options.seed) ^ kSalt) {
  int sum = 0;
  for (int i = 0; i < options.sources; ++i)
    popularity_.push_back(sum += 1000000 / (i + 1));  // Zipf
  const int giant = options.giant_events >= 0
                        ? options.giant_events
                        : std::min(10000, options.claims / 10);
  const int giants = options.giants >= 0 ? options.giants
                                         : std::max(1, options.claims / 250000);
  // Of s events or more with probability (2 / s)^1.5.
  std::vector<std::uint32_t> longer;
  for (int s = 3; s <= kLargest + 1; ++s) {
    longer.push_back(static_cast<std::uint32_t>(4294967295.0 * (2.0 / s) *
                                                std::sqrt(2.0 / s)));
  }
  for (int i = 0; i < giants && giant >= 2; ++i) Component(giant, true);
  while (static_cast<int>(claims_.size()) < options.claims) {
    const auto x = static_cast<std::uint32_t>(stream_.Next() >> 32);
    int size = 2;
    while (size < kLargest && longer[static_cast<std::size_t>(size - 2)] > x)
      ++size;
    Component(size, false);
  }
}

int Story::Source() {
  const auto x = static_cast<int>(
      stream_.Below(static_cast<std::uint32_t>(popularity_.back())));
  return static_cast<int>(
      std::upper_bound(popularity_.begin(), popularity_.end(), x) -
      popularity_.begin());
}

StoryClaim Story::DateOf(int point) {
  StoryClaim claim{0, point, 0, 0, Source(), 'D', {}};
  const int day = Day(point);
  const int grain = stream_.Range(0, 99);
  DayInterval days = {day, day};
  if (grain >= 80)
    claim.kind = 'Y', days = internal::YearOf(day);
  else if (grain >= 55)
    claim.kind = 'M', days = internal::MonthOf(day);
  claim.lo = days.lo, claim.hi = days.hi;
  return claim;
}

// The words for a length of time: days, weeks, months, then years in four ways.
void Story::Lengths(int days, StoryClaim& claim) {
  const auto count = [&](int n, TimeUnit unit,
                         Modifier modifier = Modifier::kBare) {
    claim.count = Count{static_cast<double>(n), static_cast<double>(n), unit,
                        modifier, false};
  };
  if (days < 14) {
    claim.lo = claim.hi = days;
    return;
  }
  if (days < 60) {
    claim.lo = days / 7 * 7, claim.hi = claim.lo + 6;
    count(days / 7, TimeUnit::kWeek);
    return;
  }
  if (days < 700) {
    const int n = days * 100 / 3044;
    claim.lo = n * 30 - 2, claim.hi = (n + 1) * 31 + 2;
    count(n, TimeUnit::kMonth);
  } else {
    const int n = days * 100 / 36525;
    const int way = stream_.Range(0, 3);
    claim.lo = 365 * n, claim.hi = 366 * (n + 1);
    if (way == 1) claim.hi += 183;
    if (way == 2) claim.lo -= 120, claim.hi -= 1;
    if (way == 3) claim.lo += 1 - 365, claim.hi -= 1;
    // "About" is said of the nearest number, the others of completed years.
    if (way == 2)
      count((days * 100 + 18262) / 36525, TimeUnit::kYear, Modifier::kAbout);
    else
      count(n, TimeUnit::kYear,
            way == 1 ? Modifier::kAtLeast : Modifier::kBare);
  }
  claim.lo = std::min(claim.lo, days);
  claim.hi = std::max(claim.hi, days);
}

StoryClaim Story::Duration(int a, int b) {
  if (Day(a) > Day(b)) std::swap(a, b);
  StoryClaim claim{a, b, 0, 0, Source(), 'd', {}};
  Lengths(Day(b) - Day(a), claim);
  if (!options_.counts) claim.count.reset();
  if (claim.count) {
    const DayInterval hull = internal::CountDays(*claim.count, Cut::kHull);
    claim.lo = std::min(hull.lo, Day(b) - Day(a));
    claim.hi = hull.hi == kPlusInfinity ? kUnbounded
                                        : std::max(hull.hi, Day(b) - Day(a));
  }
  return claim;
}

StoryClaim Story::Order(int a, int b) {
  if (Day(a) > Day(b)) std::swap(a, b);
  const int days = Day(b) - Day(a);
  StoryClaim claim{a, b, days > 0 ? 1 : 0, kUnbounded, Source(), 'o', {}};
  if (stream_.Chance(25)) {
    claim.kind = 'w', claim.lo = 0;
    claim.hi = days + stream_.Gap(1 + days / 2);
  }
  return claim;
}

void Story::TellTimes(int size, bool giant) {
  int day = 0;
  if (giant) {
    day = DayNumber(1950, 1, 1);
  } else {
    const int d = stream_.Range(1, 28), m = stream_.Range(1, 12),
              y = stream_.Range(1985, 2022);
    day = DayNumber(y, m, d);
  }
  for (int i = 0; i < size; ++i) {
    days_.push_back(day);
    component_of_.push_back(static_cast<int>(points_of_.size()));
    if (giant)
      day += stream_.Chance(40) ? stream_.Range(0, 8) : 0;
    else
      day += stream_.Chance(50) ? stream_.Gap(10) : stream_.Gap(400);
  }
}

// A tree of relations keeps the component in one piece.
void Story::Relate(int first, int size, bool giant,
                   std::vector<std::pair<int, int>>& pairs) {
  for (int i = 1; i < size; ++i) {
    int j = i - 1 -
            static_cast<int>(
                stream_.Below(static_cast<std::uint32_t>(std::min(i, 8))));
    if (giant && stream_.Chance(10))
      j = static_cast<int>(stream_.Below(static_cast<std::uint32_t>(i)));
    pairs.emplace_back(first + j, first + i);
    const bool duration = stream_.Chance(70);
    claims_.push_back(duration ? Duration(first + j, first + i)
                               : Order(first + j, first + i));
  }
}

// Dates, the same relations told again, and some new ones, up to the
// redundancy.
void Story::Repeat(int first, int size, bool giant,
                   std::vector<std::pair<int, int>>& pairs, std::size_t begin) {
  const int dated = giant ? 25 : stream_.Chance(40) ? 10 : 50;
  const auto any = [&] {
    return first +
           static_cast<int>(stream_.Below(static_cast<std::uint32_t>(size)));
  };
  const auto want = static_cast<std::size_t>(options_.redundancy * size + 0.5);
  while (claims_.size() - begin < want) {
    if (stream_.Chance(dated)) {
      const int point = any();
      claims_.push_back(DateOf(point));
      continue;
    }
    std::pair<int, int> pair;
    if (stream_.Chance(50) || size < 3) {
      pair = pairs[stream_.Below(static_cast<std::uint32_t>(pairs.size()))];
    } else {
      const int a = any();
      const int width = giant && !stream_.Chance(10) ? 12 : size;
      const int b = stream_.Range(std::max(first, a - width),
                                  std::min(first + size - 1, a + width));
      if (a == b) continue;
      pairs.push_back(pair = {a, b});
    }
    const bool duration = stream_.Chance(75);
    claims_.push_back(duration ? Duration(pair.first, pair.second)
                               : Order(pair.first, pair.second));
  }
}

void Story::Component(int size, bool giant) {
  const auto first = static_cast<int>(days_.size());
  const auto component = static_cast<int>(points_of_.size());
  const std::size_t begin = claims_.size();
  TellTimes(size, giant);
  points_of_.emplace_back(first, first + size);
  std::vector<std::pair<int, int>> pairs;
  Relate(first, size, giant, pairs);
  Repeat(first, size, giant, pairs, begin);
  if (options_.natural) {
    Falsify(component, begin);
  } else if (giant) {
    for (int i = 0; i < std::max(1, size / 500); ++i) Plant(component, begin);
  } else if (stream_.Chance(options_.conflict_percent)) {
    Plant(component, begin);
  }
}

}  // namespace gainsay::bench

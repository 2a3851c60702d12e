#include "claim/told_hours.h"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "calendar/clock.h"
#include "calendar/cuts.h"
#include "claim/told_clock.h"
#include "claim/told_times.h"
#include "lang/syntax_index.h"

namespace gainsay::internal {
namespace {

constexpr double kForever = std::numeric_limits<double>::infinity();

// What a count of hours denotes when somebody tells how long a thing took.
QuantityInterval HoursOf(const Count& count, bool core) {
  const double n = count.n, m = std::max(count.n, count.n_max);
  const double slack = core ? 0 : 0.5 + 0.1 * m;
  switch (count.modifier) {
    case Modifier::kBare:
      return {std::max(0.0, n - slack), m + slack};
    case Modifier::kAbout:
      return {std::max(0.0, 0.85 * n - slack), 1.15 * m + slack};
    case Modifier::kNearly:
      return {std::max(0.0, 0.85 * n - slack), m + (core ? 0 : 0.1 * m)};
    case Modifier::kMoreThan:
    case Modifier::kAfter:
      return {core ? n : 0.95 * n, core ? 1.25 * m + 0.5 : 1.5 * m + 1};
    default:
      return {0, kForever};
  }
}

}  // namespace

bool SetHours(const Count& count, Interner& strings, ValueRow& value) {
  const Modifier m = count.modifier;
  const bool told = m == Modifier::kBare || m == Modifier::kAbout ||
                    m == Modifier::kNearly || m == Modifier::kMoreThan ||
                    m == Modifier::kAfter;
  if (!told || !(count.n > 0)) return false;
  value.kind = ValueKind::kQuantity;
  value.text = strings.Intern("hours");
  value.number = value.number_max = count.n;
  if (count.unit == TimeUnit::kHour) {
    value.qcore = HoursOf(count, true);
    value.qhull = HoursOf(count, false);
    value.number_max = std::max(count.n, count.n_max);
    return true;
  }
  for (const bool core : {true, false}) {
    const DayInterval days = CountDays(count, core ? Cut::kCore : Cut::kHull);
    QuantityInterval& q = core ? value.qcore : value.qhull;
    q.lo = kHoursOfDay * std::max(0, days.lo);
    q.hi = days.hi >= kPlusInfinity ? kForever : kHoursOfDay * days.hi;
  }
  constexpr double kDays[] = {1.0 / 24, 1, 7, 365.25 / 12, 365.25};
  value.number = value.number_max =
      count.n * kHoursOfDay * kDays[static_cast<std::size_t>(count.unit)];
  return true;
}

// From a clock time to the next that shows the other.
bool SetHoursBetween(const ValueRow& begin, const ValueRow& end,
                     Interner& strings, ValueRow& value) {
  constexpr double kHour = 60;
  for (const ValueRow* row : {&begin, &end}) {
    if (row->qualifier.valid() && strings.View(row->qualifier) != kFullClock)
      return false;
    if (row->modifier != Modifier::kBare) return false;
  }
  double minutes = end.number - begin.number;
  if (minutes <= 0) minutes += kMinutesOfDay;
  value = {};
  value.count = {
      .n = minutes / kHour, .n_max = minutes / kHour, .unit = TimeUnit::kHour};
  return SetHours(value.count, strings, value);
}

void AddLengthsBetween(std::size_t first, WordTable& words,
                       std::vector<ToldTime>& told) {
  Interner& strings = words.interner();
  constexpr std::uint32_t kLongQuote = 700;  // bytes
  const std::size_t last = told.size();
  const auto only = [&](std::string_view key) -> const ToldTime* {
    const ToldTime* found = nullptr;
    for (std::size_t i = first; i < last; ++i) {
      const ToldTime& t = told[i];
      if (t.of != ToldTime::Of::kTime || !t.clock || t.plan ||
          strings.View(t.key) != key)
        continue;
      if (found != nullptr) return nullptr;
      found = &t;
    }
    return found;
  };
  // "The blaze erupted", "the fire was out".
  const auto one_thing = [&](const ToldTime& a, const ToldTime& b,
                             const LastedRow& row) {
    const auto listed = [&](const ToldTime& t) {
      bool found = false;
      ForEachWord(row.things, ' ', [&](std::string_view thing) {
        found = found || thing == strings.View(t.theme);
      });
      return found;
    };
    return a.theme == b.theme || (listed(a) && listed(b));
  };
  for (const LastedRow& row : words.index().tables().lasted) {
    if (row.begin.empty()) continue;
    const ToldTime *begin = only(row.begin), *end = only(row.end);
    // "Opened at nine and closed at five": not while it was shut.
    if (begin == nullptr || end == nullptr || !one_thing(*begin, *end, row) ||
        end->value_span.begin < begin->value_span.begin)
      continue;
    ToldTime length = *end;
    length.of = ToldTime::Of::kLength;
    length.clock = false;
    length.key = strings.Intern("lasted " + std::string(LastedOf(row).name));
    length.evidence = {std::min(begin->evidence.begin, end->evidence.begin),
                       std::max(begin->evidence.end, end->evidence.end)};
    if (length.evidence.size() > kLongQuote ||
        !SetHoursBetween(begin->value, end->value, strings, length.value))
      continue;
    length.value.surface = end->value.surface;
    if (!row.things.empty())
      length.theme = strings.Intern(row.things.substr(0, row.things.find(' ')));
    told.push_back(std::move(length));
  }
}

}  // namespace gainsay::internal

#include "resolve/days.h"

#include <algorithm>
#include <cmath>

#include "calendar/cuts.h"

namespace gainsay::internal {
namespace {

using Kind = Period::Kind;

// The share [from, to) of an interval, in tenths of a twelfth, whole days.
DayInterval Share(DayInterval days, double from, double to) {
  const double size = days.hi - days.lo + 1;
  const Day lo = days.lo + static_cast<Day>(std::lround(size * from));
  const Day hi = days.lo + static_cast<Day>(std::lround(size * to)) - 1;
  return {lo, std::max(lo, hi)};
}

DayInterval WholeMonths(DayInterval days, std::int32_t from, std::int32_t to) {
  return {AddMonths(days.lo, from), AddMonths(days.lo, to) - 1};
}

// Early, mid and late of a year are counted in months, of a month in days, of
// anything else in shares.
PointDays Staged(const Period& p, Modifier stage) {
  const bool start = stage == Modifier::kStart, mid = stage == Modifier::kMid;
  if (p.kind == Kind::kYear || p.kind == Kind::kFiscalYear) {
    if (start) return {WholeMonths(p.days, 0, 4), WholeMonths(p.days, 0, 6)};
    if (mid) return {WholeMonths(p.days, 4, 8), WholeMonths(p.days, 3, 9)};
    return {WholeMonths(p.days, 8, 12), WholeMonths(p.days, 6, 12)};
  }
  if (p.kind == Kind::kMonth) {
    const Day first = p.days.lo, last = p.days.hi;
    if (start) return {{first, first + 9}, {first, first + 14}};
    if (mid) return {{first + 10, first + 19}, {first + 7, first + 22}};
    return {{first + 20, last}, {first + 15, last}};
  }
  if (p.kind == Kind::kWeek) {
    const Day monday = p.days.lo;
    if (start) return {{monday, monday + 1}, {monday - 1, monday + 2}};
    if (mid) return {{monday + 2, monday + 2}, {monday + 1, monday + 3}};
    return {{monday + 3, monday + 4}, {monday + 2, monday + 6}};
  }
  if (p.kind == Kind::kDay) return {p.days, {p.days.lo - 1, p.days.hi + 1}};
  if (start) return {Share(p.days, 0, 1.0 / 3), Share(p.days, 0, 0.5)};
  if (mid) return {Share(p.days, 1.0 / 3, 2.0 / 3), Share(p.days, 0.25, 0.75)};
  return {Share(p.days, 2.0 / 3, 1), Share(p.days, 0.5, 1)};
}

DayInterval Pad(DayInterval days, Day by) {
  return {days.lo - by, days.hi + by};
}

// "about 2018": one unit each way, two in the hull.
PointDays About(const Period& p) {
  const Day size = p.days.hi - p.days.lo + 1;
  if (p.kind == Kind::kYear)
    return {WholeMonths(p.days, -12, 24), WholeMonths(p.days, -24, 36)};
  return {Pad(p.days, size), Pad(p.days, 2 * size)};
}

// The widest reading of a period named from the document's day.
DayInterval DeicticHull(const Sense& sense, const Period& p, Day document,
                        int tense) {
  if (p.kind == Kind::kDay && sense.weekday != 0) {
    // "On Sunday", told as past, is no other weekday; on a Sunday it may be
    // that of a week ago.
    if (tense < 0 && sense.direction == Sense::Direction::kByTense &&
        p.days.lo < document)
      return Pad(p.days, 1);
    if (p.days.lo <= document && p.days.lo >= document - 7)
      return {document - 7, document};
    if (p.days.lo > document && p.days.lo <= document + 7)
      return {document, document + 7};
    return Pad(p.days, 1);
  }
  if (p.kind == Kind::kDay || p.kind == Kind::kWeek || p.kind == Kind::kWeekend)
    return Pad(p.days, 1);
  if (sense.shift == -1 && p.kind == Kind::kMonth)
    return {document - 62, document - 1};
  if (sense.shift == -1 && p.kind == Kind::kYear)
    return {document - 730, document - 1};
  return p.days;
}

}  // namespace

Grain GrainOf(Kind kind) {
  switch (kind) {
    case Kind::kDay:
      return Grain::kDay;
    case Kind::kWeekend:
    case Kind::kWeek:
      return Grain::kWeek;
    case Kind::kMonth:
      return Grain::kMonth;
    case Kind::kSeason:
      return Grain::kSeason;
    case Kind::kQuarter:
      return Grain::kQuarter;
    case Kind::kHalf:
      return Grain::kHalf;
    case Kind::kYear:
    case Kind::kFiscalYear:
      return Grain::kYear;
    case Kind::kDecade:
      return Grain::kDecade;
    case Kind::kCentury:
      return Grain::kCentury;
    case Kind::kNone:
      break;
  }
  return Grain::kUnknown;
}

PointDays DaysOf(const Sense& sense, const Period& p,
                 std::optional<Day> document, int tense, DayInterval from) {
  if (sense.modifier == Modifier::kStart || sense.modifier == Modifier::kMid ||
      sense.modifier == Modifier::kEnd)
    return Staged(p, sense.modifier);
  if (sense.shifted && sense.length_parts > 0 &&
      sense.from == Sense::From::kDocument && document) {
    Count count = CountOf(sense);
    const int sign = sense.shift < 0 ? -1 : 1;
    return {ShiftByCount(*document, count, Cut::kCore, sign),
            ShiftByCount(*document, count, Cut::kHull, sign)};
  }
  // "Six years earlier": as from the days that were told.
  if (sense.shifted && sense.length_parts > 0 && !from.empty() &&
      sense.from == Sense::From::kMentioned &&
      sense.shift_unit >= Unit::kMonth) {
    const Count count = CountOf(sense);
    const int sign = sense.shift < 0 ? -1 : 1;
    const auto days = [&](Cut cut) {
      return DayInterval{ShiftByCount(from.lo, count, cut, sign).lo,
                         ShiftByCount(from.hi, count, cut, sign).hi};
    };
    return {days(Cut::kCore), days(Cut::kHull)};
  }
  if (sense.modifier == Modifier::kAbout) return About(p);
  PointDays out{p.days, p.days};
  if (p.kind == Kind::kSeason)
    out.hull = WholeMonths(p.days, p.index == 24 ? -12 : -1, 4);
  if (p.kind == Kind::kCentury) out.hull = WholeMonths(p.days, -12, 1200);
  if (p.kind == Kind::kFiscalYear)
    out = {{p.days.lo, WholeMonths(p.days, 0, 24).hi},
           {WholeMonths(p.days, -3, 0).lo, WholeMonths(p.days, 0, 27).hi}};
  // "June of last year" is in that year; "last year" may be the last 12 months.
  const bool month_of_year = sense.shifted && sense.month != 0 &&
                             sense.shift_unit == Unit::kYear &&
                             p.kind == Kind::kMonth;
  const bool deictic = (sense.shifted && sense.from == Sense::From::kDocument &&
                        !month_of_year) ||
                       (sense.weekday != 0 && sense.month == 0);
  if (deictic && document) out.hull = DeicticHull(sense, p, *document, tense);
  if (sense.shifted && sense.from == Sense::From::kMentioned &&
      p.kind == Kind::kDay)
    out.hull = Pad(p.days, 1);
  out.hull = {std::min(out.hull.lo, out.core.lo),
              std::max(out.hull.hi, out.core.hi)};
  return out;
}

Count CountOf(const Sense& sense) {
  struct Scale {
    TimeUnit unit;
    double factor;
  };
  const auto scale = [](Unit unit) -> Scale {
    switch (unit) {
      case Unit::kSecond:
        return {TimeUnit::kHour, 1.0 / 3600};
      case Unit::kMinute:
        return {TimeUnit::kHour, 1.0 / 60};
      case Unit::kHour:
        return {TimeUnit::kHour, 1};
      case Unit::kDay:
      case Unit::kBusinessDay:
        return {TimeUnit::kDay, 1};
      case Unit::kWeekend:
        return {TimeUnit::kDay, 2};
      case Unit::kWeek:
        return {TimeUnit::kWeek, 1};
      case Unit::kFortnight:
        return {TimeUnit::kWeek, 2};
      case Unit::kMonth:
        return {TimeUnit::kMonth, 1};
      case Unit::kQuarter:
      case Unit::kSeason:
        return {TimeUnit::kMonth, 3};
      case Unit::kHalfYear:
        return {TimeUnit::kMonth, 6};
      case Unit::kDecade:
        return {TimeUnit::kYear, 10};
      case Unit::kCentury:
        return {TimeUnit::kYear, 100};
      case Unit::kMillennium:
        return {TimeUnit::kYear, 1000};
      default:
        return {TimeUnit::kYear, 1};
    }
  };
  Count count;
  count.modifier = sense.modifier;
  count.round = sense.round;
  if (sense.length_parts == 0) return count;
  const Scale first = scale(sense.length[0].unit);
  count.unit = first.unit;
  count.n = sense.length[0].n * first.factor;
  count.n_max = sense.length[0].n_max * first.factor;
  for (int i = 1; i < sense.length_parts; ++i) {
    const Scale part = scale(sense.length[static_cast<std::size_t>(i)].unit);
    constexpr double kHours[] = {1, 24, 168, 730.485, 8765.82};
    const double ratio = kHours[static_cast<int>(part.unit)] /
                         kHours[static_cast<int>(first.unit)];
    const bool months =
        part.unit == TimeUnit::kMonth && first.unit == TimeUnit::kYear;
    const double more = sense.length[static_cast<std::size_t>(i)].n *
                        part.factor * (months ? 1.0 / 12 : ratio);
    count.n += more;
    count.n_max += more;
  }
  if (count.unit == TimeUnit::kYear && count.n != std::floor(count.n)) {
    count.unit = TimeUnit::kMonth;
    count.n *= 12;
    count.n_max *= 12;
  }
  return count;
}

}  // namespace gainsay::internal

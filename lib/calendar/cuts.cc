// The formulas of docs/denotations.md. A reading of a count is an interval of
// lengths in its own unit, each end open or closed; it becomes days last.
#include "calendar/cuts.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <limits>

namespace gainsay::inline v0 {

std::string_view Name(Cut cut) noexcept {
  switch (cut) {
    case Cut::kHull:
      return "hull";
    case Cut::kCompleted:
      return "completed";
    case Cut::kRounded:
      return "rounded";
    case Cut::kCalendar:
      return "calendar";
    case Cut::kCore:
      return "core";
  }
  std::abort();
}

}  // namespace gainsay::inline v0

namespace gainsay::internal {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kDaysOfYear = 365.2425;
constexpr double kDaysOfMonth = kDaysOfYear / 12;
constexpr double kMonthsLimit = 12 * 40000.0;  // longer than the calendar
constexpr double kDaysLimit = 40000 * kDaysOfYear;
constexpr double kTiny =
    1e-9;  // of a unit: guards 0.1 * 30 against 2.9999999999999996
constexpr int kCycle =
    48;  // months after which 1901-2099 repeats, as a Julian calendar does
constexpr int kCycleDays = 1461;
constexpr int kWideCycle =
    4800;  // months after which the Gregorian calendar repeats
constexpr int kWideCycleDays = 146097;

// Lengths in units of a count.
struct Lengths {
  double lo = 0, hi = kInfinity;
  bool lo_open = false, hi_open = false;
};

constexpr bool IsLeap(int year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

constexpr int MonthLength(int year, int month) {
  constexpr int kLengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 1 && IsLeap(year) ? 29 : kLengths[month];
}

struct LeastMost {
  int least = 0, most = 0;
};

// Least and most days of `months` whole months from any day of the `anchors`
// months from January of `year` on, month ends clipped.
constexpr LeastMost CountMonths(int months, int anchors, int year) {
  int span = 0;
  for (int m = 0; m < months; ++m) span += MonthLength(year + m / 12, m % 12);
  LeastMost result{span, span};
  for (int m = 0; m < anchors; ++m) {
    const int from = MonthLength(year + m / 12, m % 12);
    const int end = m + months;
    const int to = MonthLength(year + end / 12, end % 12);
    result.least = std::min(result.least, span - std::max(0, from - to));
    result.most = std::max(result.most, span);
    span += to - from;
  }
  return result;
}

constexpr std::array<LeastMost, kCycle> MakeCycle() {
  std::array<LeastMost, kCycle> table;
  for (int m = 0; m < kCycle; ++m) table[m] = CountMonths(m, kCycle, 2000);
  return table;
}
constexpr std::array<LeastMost, kCycle> kMonths = MakeCycle();

LeastMost WholeMonths(std::int64_t months, bool wide) {
  const int cycle = wide ? kWideCycle : kCycle;
  const int days =
      static_cast<int>(months / cycle) * (wide ? kWideCycleDays : kCycleDays);
  const int rest = static_cast<int>(months % cycle);
  const LeastMost part =
      wide ? CountMonths(rest, kWideCycle, 2000) : kMonths[rest];
  return {days + part.least, days + part.most};
}

bool IsWhole(double x) {
  return std::abs(x - std::round(x)) < kTiny * std::max(1.0, std::abs(x));
}

// Reading of a bare number: what the unit's end means in words is in the table
// of docs/denotations.md; `n` is the lower and `m` the upper number of a range.
Lengths BareLengths(const Count& count, Cut cut) {
  const double n = count.n, m = std::max(count.n, count.n_max);
  if (count.unit == TimeUnit::kDay || count.unit == TimeUnit::kHour) {
    return cut == Cut::kCore ? Lengths{n, m} : Lengths{n - 1, m + 1};
  }
  if (IsRoundCount(count)) {
    if (cut == Cut::kCore) return {0.9 * n, 1.1 * m};
    return {n - std::max(1.0, 0.2 * n), m + std::max(1.0, 0.2 * m)};
  }
  if (!IsWhole(n) || !IsWhole(m)) {  // a spoken fraction: "a year and a half"
    if (cut == Cut::kCore) return {n - 1.0 / 6, m + 1.0 / 6};
    return {n - 0.25, m + 0.5, false, true};
  }
  const bool convention = IsBareCount(count);
  if (cut == Cut::kCore) return {n - 0.5, m + 1, false, true};
  if (cut == Cut::kCompleted && convention) return {n, n + 1, false, true};
  if (cut == Cut::kRounded && convention)
    return {n - 0.5, n + 0.5, false, true};
  return {n - 1, m + 1, true, true};  // hull; calendar in days
}

// "several", "a few" (3 to 5), "a couple" (2 to 3); without an upper number a
// bare plural ("years later"). Judgement, tension only.
Lengths VagueLengths(const Count& count, Cut cut) {
  const double n = count.n, m = std::max(count.n, count.n_max);
  if (std::isinf(m)) {
    struct Plural {
      double core_hi, hull_lo, hull_hi;
    };
    static constexpr Plural kPlurals[] = {{48, 1, 96},  // hours
                                          {13, 1, 31},  // days
                                          {62 / 7.0, 1, 183 / 7.0},
                                          {24, 1, 36},          // months
                                          {20, 1, kInfinity}};  // years
    const Plural& row = kPlurals[static_cast<std::size_t>(count.unit)];
    if (cut == Cut::kCore) return {n, row.core_hi};
    const bool open = count.unit == TimeUnit::kYear;
    return {row.hull_lo, row.hull_hi, open, false};
  }
  if (cut == Cut::kCore) return {n, m};
  const double below = n < 3 ? 0.5 : 1, above = m <= 3  ? 1
                                                : m < 8 ? 2
                                                        : kInfinity;
  return {n - below, m + above};
}

Lengths ReadLengths(const Count& count, Cut cut) {
  const double n = count.n, m = std::max(count.n, count.n_max);
  const bool core = cut == Cut::kCore;
  switch (count.modifier) {
    case Modifier::kAbout: {
      const auto width = [core](double x) {
        return core ? std::max(0.5, x / 8) : std::max(1.0, x / 3);
      };
      return {n - width(n), m + width(m)};
    }
    case Modifier::kMoreThan:
    case Modifier::kAfter:
      return {n,
              !core     ? kInfinity
              : n >= 10 ? std::max(1.5 * n, m)
                        : std::max(n + 1, m),
              true, true};
    case Modifier::kAtLeast:
    case Modifier::kOnOrAfter:
      return {n, kInfinity};
    case Modifier::kNearly:
      return {core ? n - 0.5 : n - 1, m, false, true};
    case Modifier::kLessThan:
    case Modifier::kBefore:
      return {core ? n - 1 : 0, m, false, true};
    case Modifier::kAtMost:
    case Modifier::kOnOrBefore:
      return {0, m};
    case Modifier::kVague:
      return VagueLengths(count, cut);
    case Modifier::kBare:
    case Modifier::kStart:
    case Modifier::kMid:
    case Modifier::kEnd:
      return BareLengths(count, cut);
  }
  std::abort();
}

bool IsMonths(TimeUnit unit) {
  return unit == TimeUnit::kMonth || unit == TimeUnit::kYear;
}

// Hours count as the civil days that they may touch; other lengths are rounded
// inwards.
Day DaysUp(double x, TimeUnit unit) {
  return static_cast<Day>(unit == TimeUnit::kHour ? std::floor(x + kTiny)
                                                  : std::ceil(x - kTiny));
}
Day DaysDown(double x, TimeUnit unit) {
  return static_cast<Day>(unit == TimeUnit::kHour ? std::ceil(x - kTiny)
                                                  : std::floor(x + kTiny));
}

double DaysOfUnit(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::kHour:
      return 1.0 / 24;
    case TimeUnit::kDay:
      return 1;
    case TimeUnit::kWeek:
      return 7;
    case TimeUnit::kMonth:
      return kDaysOfMonth;
    case TimeUnit::kYear:
      return kDaysOfYear;
  }
  std::abort();
}

// One end of a length, ready to be measured from a day or from any day.
struct End {
  bool unbounded = false;
  bool whole_months = false;
  std::int64_t months = 0;
  Day days = 0;     // where not in whole months, rounded inwards
  Day inwards = 0;  // 1 if open: the end itself is out
};

End MakeEnd(double length, bool open, TimeUnit unit, bool upper) {
  End end;
  const double months = unit == TimeUnit::kYear ? 12 * length : length;
  const double days = length * DaysOfUnit(unit);
  if (!(days < kDaysLimit)) {
    end.unbounded = upper;
    end.days = static_cast<Day>(kDaysLimit);
    return end;
  }
  if (IsMonths(unit) && IsWhole(months) && months < kMonthsLimit) {
    end.whole_months = true;
    end.months = std::llround(months);
    end.inwards = open ? 1 : 0;
    return end;
  }
  end.days = upper ? DaysDown(days, unit) : DaysUp(days, unit);
  const bool exact = unit != TimeUnit::kHour && IsWhole(days);
  end.inwards = open && exact ? 1 : 0;
  return end;
}

Day DayOf(std::chrono::sys_days day) {
  return static_cast<Day>(day.time_since_epoch().count());
}

bool IsReadable(const Count& count) {
  return std::isfinite(count.n) && count.n >= 0 && !std::isnan(count.n_max);
}

}  // namespace

bool IsRoundCount(const Count& count) {
  if (count.round) return true;
  return count.unit == TimeUnit::kYear && count.n >= 20 &&
         std::fmod(count.n, 10) == 0;
}

bool IsBareCount(const Count& count) {
  const bool unit = IsMonths(count.unit) || count.unit == TimeUnit::kWeek;
  const bool range = count.n_max > count.n;
  return unit && count.modifier == Modifier::kBare && !range &&
         IsWhole(count.n) && IsReadable(count) && !IsRoundCount(count);
}

DayInterval CountDays(const Count& count, Cut cut, bool wide) {
  if (!IsReadable(count)) return {};
  const Lengths lengths = ReadLengths(count, cut);
  const End lo = MakeEnd(std::max(0.0, lengths.lo),
                         lengths.lo_open && lengths.lo >= 0, count.unit, false);
  const End hi = MakeEnd(lengths.hi, lengths.hi_open, count.unit, true);
  DayInterval days;
  days.lo = (lo.whole_months ? WholeMonths(lo.months, wide).least : lo.days) +
            lo.inwards;
  days.hi = hi.unbounded ? kPlusInfinity
                         : (hi.whole_months ? WholeMonths(hi.months, wide).most
                                            : hi.days) -
                               hi.inwards;
  // No whole day inside: "nearly six days" is five, "more than five" is six.
  if (days.empty() && !lengths.lo_open) days.lo = std::max(days.hi, 0);
  if (days.empty() || days.hi < 0) days.hi = days.lo;
  return days;
}

DayInterval UnitDays(const Count& count, Cut cut) {
  if (!IsReadable(count)) return {};
  const double days = DaysOfUnit(count.unit);
  const auto nominal = [days](double length) {
    return static_cast<Day>(std::llround(std::min(length * days, kDaysLimit)));
  };
  if (cut == Cut::kCalendar && IsBareCount(count))
    return {nominal(count.n), nominal(count.n)};
  const Lengths lengths = ReadLengths(count, cut);
  DayInterval result;
  result.lo =
      lengths.lo < 0 ? 0 : nominal(lengths.lo) + (lengths.lo_open ? 1 : 0);
  if (lengths.hi * days < kDaysLimit)
    result.hi = nominal(lengths.hi) - (lengths.hi_open ? 1 : 0);
  if (result.empty()) result.hi = result.lo;
  return result;
}

DayInterval ShiftByCount(Day given, const Count& count, Cut cut, int sign) {
  if (!IsReadable(count)) return {};
  if (cut == Cut::kCalendar && IsBareCount(count) && IsMonths(count.unit)) {
    const double months = count.n * (count.unit == TimeUnit::kYear ? 12 : 1);
    if (months < kMonthsLimit) {
      const Day day =
          AddMonths(given, sign * static_cast<std::int32_t>(months));
      return count.unit == TimeUnit::kYear ? YearOf(day) : MonthOf(day);
    }
  }
  const Lengths lengths = ReadLengths(count, cut);
  const End lo = MakeEnd(std::max(0.0, lengths.lo),
                         lengths.lo_open && lengths.lo >= 0, count.unit, false);
  const End hi = MakeEnd(lengths.hi, lengths.hi_open, count.unit, true);
  const auto shift = [given, sign](const End& end) {
    return end.whole_months
               ? AddMonths(given, sign * static_cast<std::int32_t>(end.months))
               : given + sign * end.days;
  };
  Day near = shift(lo) + sign * lo.inwards;
  Day far = hi.unbounded ? (sign < 0 ? kMinusInfinity : kPlusInfinity)
                         : shift(hi) - sign * hi.inwards;
  if (sign < 0 ? far > near : far < near)
    (lengths.lo_open ? far : near) = lengths.lo_open ? near : far;
  return sign < 0 ? DayInterval{far, near} : DayInterval{near, far};
}

Day AddMonths(Day day, std::int32_t months) {
  using namespace std::chrono;  // NOLINT: its literals and divisions read as
                                // dates
  const year_month_day ymd{sys_days{days{day}}};
  const std::int64_t index =
      static_cast<std::int64_t>(static_cast<int>(ymd.year())) * 12 +
      static_cast<unsigned>(ymd.month()) - 1 + months;
  const std::int64_t y = std::clamp<std::int64_t>(
      index >= 0 ? index / 12 : -((11 - index) / 12), -32767, 32767);
  const auto m =
      static_cast<unsigned>(std::clamp<std::int64_t>(index - y * 12, 0, 11));
  const year_month_day_last last{year{static_cast<int>(y)} / month{m + 1} /
                                 std::chrono::last};
  return DayOf(last.year() / last.month() / std::min(ymd.day(), last.day()));
}

DayInterval YearOf(Day day) {
  using namespace std::chrono;  // NOLINT
  const year y = year_month_day{sys_days{days{day}}}.year();
  return {DayOf(y / January / 1), DayOf(y / December / 31)};
}

DayInterval MonthOf(Day day) {
  using namespace std::chrono;  // NOLINT
  const year_month_day ymd{sys_days{days{day}}};
  return {DayOf(ymd.year() / ymd.month() / 1),
          DayOf(ymd.year() / ymd.month() / last)};
}

}  // namespace gainsay::internal

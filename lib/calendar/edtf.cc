#include "calendar/edtf.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>

#include "calendar/date_access.h"

namespace gainsay::internal {
namespace {

constexpr std::int32_t MonthNumber(CivilDay day) {
  return day.year * 12 + static_cast<std::int32_t>(day.month) - 1;
}

// The unit by which a qualifier pads a grain: months, or days where months is
// 0.
struct Unit {
  std::int32_t months = 0, days = 0;
};

Unit UnitOf(Grain grain) {
  switch (grain) {
    case Grain::kDay:
      return {0, 1};
    case Grain::kWeek:
      return {0, 7};
    case Grain::kMonth:
      return {1, 0};
    case Grain::kQuarter:
    case Grain::kSeason:
      return {3, 0};
    case Grain::kHalf:
      return {6, 0};
    case Grain::kYear:
      return {12, 0};
    case Grain::kDecade:
      return {120, 0};
    case Grain::kCentury:
      return {1200, 0};
    case Grain::kUnknown:
      return {};
  }
  std::abort();  // a value outside the enum
}

// Moves the ends of a window outwards by `units` (inwards if negative). Windows
// of months and longer begin and end with a month.
DayInterval Pad(DayInterval window, Unit unit, std::int32_t units) {
  if (units == 0) return window;
  if (unit.months == 0) {
    return {std::max(kFirstDay, window.lo - unit.days * units),
            std::min(kLastDay, window.hi + unit.days * units)};
  }
  return DaysOfMonths(MonthNumber(CivilOf(window.lo)) - unit.months * units,
                      MonthNumber(CivilOf(window.hi)) + unit.months * units);
}

struct SeasonMonths {
  std::int16_t code;
  std::int32_t first;  // 0: January of the year named
};

// Seasons of no hemisphere (21-24) are those of the north (25-28), as in
// denotations.md, row 10.
constexpr std::array<SeasonMonths, 12> kSeasons = {{{21, 2},
                                                    {22, 5},
                                                    {23, 8},
                                                    {24, 11},
                                                    {25, 2},
                                                    {26, 5},
                                                    {27, 8},
                                                    {28, 11},
                                                    {29, 8},
                                                    {30, 11},
                                                    {31, 2},
                                                    {32, 5}}};

// Core and hull without a qualifier.
struct Windows {
  DayInterval core, hull;
};

Windows SeasonWindows(std::int32_t year, std::int16_t code) {
  const auto row = std::ranges::find(kSeasons, code, &SeasonMonths::code);
  const std::int32_t first = year * 12 + row->first;
  // A season over the turn of the year may be named by either year.
  const std::int32_t hull_first = row->first == 11 ? first - 12 : first - 1;
  return {DaysOfMonths(first, first + 2), DaysOfMonths(hull_first, first + 3)};
}

Windows WindowsOf(const EdtfDate& parts) {
  const std::int32_t year = parts.first.year;
  const auto same = [](DayInterval days) { return Windows{days, days}; };
  switch (parts.grain) {
    case Grain::kDay: {
      const Day day = DayOf(year, parts.first.month, parts.first.day);
      return same({day, day});
    }
    case Grain::kWeek: {
      const Day monday = MondayOfWeek(year, static_cast<unsigned>(parts.code));
      return {{monday, monday + 6},
              {std::max(kFirstDay, monday - 1), monday + 6}};
    }
    case Grain::kMonth:
      return same(
          DaysOfMonths(MonthNumber(parts.first), MonthNumber(parts.first)));
    case Grain::kQuarter: {
      const std::int32_t first = year * 12 + 3 * (parts.code - 33);
      return same(DaysOfMonths(first, first + 2));
    }
    case Grain::kSeason:
      return SeasonWindows(year, parts.code);
    case Grain::kHalf: {
      const std::int32_t first = year * 12 + 6 * (parts.code - 40);
      return same(DaysOfMonths(first, first + 5));
    }
    case Grain::kYear:
      return same(DaysOfYears(year, year));
    case Grain::kDecade:
      return same(DaysOfYears(year, year + 9));
    case Grain::kCentury:
      return same(DaysOfYears(year, year + 99));
    case Grain::kUnknown:
      return {};
  }
  std::abort();  // a value outside the enum
}

}  // namespace

Day MondayOfWeek(std::int32_t year, unsigned week) {
  // ISO 8601: week 1 holds 4 January. 1970-01-01 was a Thursday.
  const Day fourth = DayOf(year, 1, 4);
  const Day weekday = ((fourth + 3) % 7 + 7) % 7;  // 0: Monday
  return fourth - weekday + 7 * (static_cast<Day>(week) - 1);
}

Date MakeEdtf(const EdtfDate& parts) {
  const Windows plain = WindowsOf(parts);
  const Unit unit = UnitOf(parts.grain);
  const bool approximate = (parts.qualifier & DateAccess::kApproximate) != 0;
  const bool uncertain = (parts.qualifier & DateAccess::kUncertain) != 0;
  const DayInterval core = Pad(plain.core, unit, approximate ? 1 : 0);
  const DayInterval hull =
      Pad(plain.hull, unit, (approximate ? 2 : 0) + (uncertain ? 1 : 0));
  return DateAccess::Make(core, hull, parts.grain, parts.qualifier, parts.code);
}

EdtfDate EdtfParts(const Date& date) {
  EdtfDate parts{
      date.grain(), {}, DateAccess::detail(date), DateAccess::qualifier(date)};
  if (date.core().lo < kFirstDay || date.core().lo > kLastDay) return {};
  const bool padded = (parts.qualifier & DateAccess::kApproximate) != 0;
  const Unit unit = UnitOf(parts.grain);
  Day first = date.core().lo;
  if (padded) first = Pad({first, first}, unit, -1).lo;
  // The Thursday of an ISO week lies in the year that names it.
  parts.first = CivilOf(parts.grain == Grain::kWeek ? first + 3 : first);
  return parts;
}

}  // namespace gainsay::internal

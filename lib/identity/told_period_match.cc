#include "identity/told_period_match.h"

#include <algorithm>
#include <string>
#include <vector>

#include "identity/told_common.h"
#include "text/fold.h"

namespace gainsay::internal {
namespace {

std::string Folded(StringId word, const Interner& strings) {
  std::string folded;
  AppendFolded(strings.View(word), folded);
  return folded;
}

// True if a word of one list is one of the other or its name.
bool OneOf(const std::vector<StringId>& a, const std::vector<StringId>& b,
           const Interner& strings) {
  return std::ranges::any_of(a, [&](StringId x) {
    return std::ranges::any_of(
        b, [&](StringId y) { return x == y || Called(x, y, strings); });
  });
}

// Where and of what one tells it the other says or calls by name.
bool InScope(const ToldPeriod& a, const ToldPeriod& b,
             const Interner& strings) {
  return std::ranges::all_of(a.scope, [&](StringId x) {
    return OneOf({x}, b.scope, strings) || OneOf({x}, b.settings, strings);
  });
}

// The week of the report is the report's, and no period of its own.
bool IsOfReport(const ToldAmount& told, std::span<const DayInterval> written) {
  constexpr Day kWeek = 7;
  const DayInterval days = told.period->days,
                    report = written[told.document.index];
  return days.hi - days.lo < kWeek && Known(report) &&
         Within(days, report, kWeek);
}

// "In 2024", told in July: of as much of the year as had gone by.
bool IsOpen(const ToldAmount& told, std::span<const DayInterval> written) {
  const DayInterval report = written[told.document.index];
  return Known(report) && told.period->days.hi > report.lo;
}

bool OneTime(const ToldPeriod& a, const ToldPeriod& b) {
  constexpr Day kHalf = 184;  // "at the end of 2023" is no "in 2023"
  const auto is_short = [](const ToldPeriod& p) {
    return p.days.hi - p.days.lo <= kHalf;
  };
  return a.days == b.days ||
         (a.as_of && a.days.hi == b.days.hi && is_short(a) && is_short(b));
}

}  // namespace

bool HoldsWords(std::string_view whole, std::string_view part) {
  bool all = true;
  ForEachWord(part, ' ', [&](std::string_view p) {
    bool found = false;
    ForEachWord(whole, ' ', [&](std::string_view q) { found |= p == q; });
    all = all && found;
  });
  return all;
}

bool IsName(StringId word, const Interner& strings) {
  return Folded(word, strings) != strings.View(word);
}

namespace {

// "Kelm Choir" is not the Kelm Youth Choir.
bool IsLongerName(std::string_view whole, std::string_view part) {
  return HoldsWords(whole, part) &&
         !HoldsApart(whole, [&](std::string_view word) {
           return HoldsWords(part, word);
         });
}

}  // namespace

bool Called(StringId x, StringId y, const Interner& strings) {
  const std::string a = Folded(x, strings), b = Folded(y, strings);
  return (IsName(y, strings) && IsLongerName(b, a)) ||
         (IsName(x, strings) && IsLongerName(a, b));
}

bool ShareRole(const ToldAmount& a, const ToldAmount& b) {
  return a.period && b.period && a.period->row == b.period->row;
}

bool IsOfOnePeriod(const ToldAmount& a, const ToldAmount& b,
                   std::span<const DayInterval> written,
                   const Interner& strings) {
  if (!ShareRole(a, b) || IsOfReport(a, written) || IsOfReport(b, written))
    return false;
  const ToldPeriod &x = *a.period, &y = *b.period;
  const bool open = IsOpen(a, written) || IsOpen(b, written);
  if (open && !Within(written[a.document.index], written[b.document.index], 1))
    return false;
  if (!OneTime(x, y) || x.kinds != y.kinds || !InScope(x, y, strings) ||
      !InScope(y, x, strings))
    return false;
  const bool acts = OneOf(x.settings, y.settings, strings) ||
                    OneOf(x.settings, y.scope, strings) ||
                    OneOf(x.scope, y.settings, strings);
  if (!acts && !x.settings.empty() && !y.settings.empty()) return false;
  return !x.at || acts || OneOf(x.scope, y.scope, strings);
}

bool ShareName(const ToldPeriod& a, const ToldPeriod& b,
               const Interner& strings) {
  return std::ranges::any_of(a.settings, [&](StringId x) {
    return std::ranges::any_of(
        b.settings, [&](StringId y) { return Called(x, y, strings); });
  });
}

}  // namespace gainsay::internal

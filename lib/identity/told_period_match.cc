#include "identity/told_period_match.h"

#include <algorithm>
#include <string>
#include <vector>

#include "identity/told_common.h"
#include "lang/syntax_index.h"
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

bool Called(StringId x, StringId y, const Interner& strings) {
  const std::string a = Folded(x, strings), b = Folded(y, strings);
  return (IsName(y, strings) && HoldsWords(b, a)) ||
         (IsName(x, strings) && HoldsWords(a, b));
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
  if (x.days.hi != y.days.hi || (!x.as_of && x.days.lo != y.days.lo) ||
      x.kinds != y.kinds || !InScope(x, y, strings) || !InScope(y, x, strings))
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

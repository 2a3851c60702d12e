#include "resolve/mentioned.h"

#include <algorithm>

namespace gainsay::internal {
namespace {

constexpr Day kLongPast = 300, kForecast = 0;

}  // namespace

void ToldPeriods::Remember(const Sense& sense, const Period& told,
                           std::uint32_t end, std::uint32_t index,
                           std::optional<Day> document, int tense) {
  using Kind = Period::Kind;
  mention = mentions_before + index;
  if (told.kind == Kind::kDay) day = told, day_token = end;
  last = told;
  if (sense.year != Sense::kNoYear && !sense.same && told.kind >= Kind::kMonth)
    named = told, named_token = end;
  if (told.kind == Kind::kQuarter) any_quarter = told;
  const bool compared = sense.from == Sense::From::kMentioned ||
                        (sense.shifted && sense.shift < 0);
  const bool far = document && (told.days.hi < *document - kLongPast ||
                                told.days.lo > *document + kForecast);
  // A quarter that still runs is told of as done (a fiscal one), or foretold.
  const bool foretold = document && told.kind == Kind::kQuarter &&
                        told.days.hi > *document && tense > 0;
  if (compared || far || foretold) return;
  if (told.kind >= Kind::kMonth && told.kind <= Kind::kFiscalYear)
    period = told;
  if (told.kind == Kind::kQuarter) quarter = told;
}

void ToldPeriods::RememberMonths(const Sense& sense,
                                 std::optional<Day> document) {
  const double months = sense.length[0].n;
  const bool so_far = sense.definite && sense.length_parts == 1 &&
                      sense.length[0].unit == Unit::kMonth && months > 3 &&
                      months < 12;
  if (!so_far || !document) return;
  const bool known = quarter.kind != Period::Kind::kNone;
  period = YearPeriod(known ? quarter.year : CivilOf(*document).year);
}

void ToldPeriods::Leave(std::size_t tokens, std::size_t mentions) {
  named_token -= static_cast<std::int64_t>(tokens);
  day_token -= static_cast<std::int64_t>(tokens);
  mentions_before += static_cast<std::uint32_t>(mentions);
}

Period ToldPeriods::Same(Unit unit, bool any_time) const {
  using Kind = Period::Kind;
  if (any_time) {
    if (unit == Unit::kQuarter && any_quarter.kind != Kind::kNone)
      return any_quarter;
    const bool holds = unit == Unit::kYear    ? last.kind <= Kind::kYear
                       : unit == Unit::kMonth ? last.kind <= Kind::kMonth
                                              : false;
    // A forecast is not what the text is about, but may be told of last.
    if (unit == Unit::kPeriod && last.kind >= Kind::kMonth &&
        last.days.lo > period.days.hi)
      return last;
    if (last.kind != Kind::kNone && holds) return PeriodOf(unit, last.days.lo);
  }
  switch (unit) {
    case Unit::kPeriod:
    case Unit::kHalfYear:
      return period;
    case Unit::kQuarter:
      return quarter;
    case Unit::kDay:
      return day;
    case Unit::kMonth:
      return period.kind == Kind::kMonth ? period : Period();
    default:
      return {};
  }
}

DayInterval ToldPeriods::DayWithin(const Period& meant) const {
  const bool within =
      last.kind == Period::Kind::kDay && meant.days.Meets(last.days);
  return within ? last.days : DayInterval{1, 0};
}

DayInterval ToldPeriods::AndLast(Day document) const {
  if (last.kind == Period::Kind::kNone) return {document, document};
  return {std::min(document, last.days.lo), std::max(document, last.days.hi)};
}

}  // namespace gainsay::internal

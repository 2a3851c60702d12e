#include "report/words.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

#include "base/number.h"
#include "calendar/format_days.h"
#include "report/build.h"

namespace gainsay::internal {
namespace {

constexpr double kDaysOfAYear = 365.2425;
constexpr double kManyDays = 730;  // from which on years are said beside them

constexpr std::array<std::string_view, 13> kSmallNumbers = {
    "no",    "one",   "two",  "three", "four",   "five",  "six",
    "seven", "eight", "nine", "ten",   "eleven", "twelve"};

constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

struct PredicateName {
  std::string_view predicate, words;
};

constexpr PredicateName kPredicateNames[] = {
#include "report/words.inc"
};

struct RoleName {
  std::string_view role, words;
};

constexpr RoleName kRoleNames[] = {
    {"last", "the last time"},
    {"begin", "the beginning"},
    {"halt", "the interruption"},
    {"return", "the return"},
    {"end", "the end"},
    {"time", "the day"},
    {"born", "the birth"},
    {"died", "the death"},
    {"founded", "the founding"},
    {"opened", "the opening"},
    {"built", "the building"},
    {"closed", "the closing"},
    {"published", "the publication"},
    {"launched", "the launch"},
    {"took_office", "the beginning in office"},
    {"left_office", "the end in office"},
    {"appointed", "the appointment"},
    {"elected", "the election"},
    {"first_with", "the first time"},
    {"joined", "the joining"},
    {"term_end", "the end of the term"},
    {"in_service", "the entry into service"},
    {"released", "the release"},
    {"convicted", "the conviction"},
    {"sentenced", "the sentencing"},
    {"acquitted", "the acquittal"},
    {"signed", "the signing"},
    {"filed", "the filing"},
    {"approved", "the approval"},
};

std::string SmallNumber(double n) {
  const bool small = n == std::trunc(n) && n >= 1 && n < kSmallNumbers.size();
  return small ? std::string(kSmallNumbers[static_cast<std::size_t>(n)])
               : ExactNumber(n);
}

std::string CountWords(const Count& count) {
  constexpr std::array<std::string_view, 5> kUnits = {"hour", "day", "week",
                                                      "month", "year"};
  std::string text = SmallNumber(count.n);
  if (count.n_max > count.n) text += " to " + SmallNumber(count.n_max);
  text += " ";
  text += kUnits[static_cast<std::size_t>(count.unit)];
  if (count.n != 1 || count.n_max > count.n) text += "s";
  return text;
}

// The name of a run of days, and the preposition it takes.
struct RunWords {
  std::string preposition, name;
};

RunWords NameRun(DayInterval days) {
  const DayRun run = RunOf(days);
  if (run == DayRun::kDay) return {"on ", LongDate(days.lo)};
  if (run == DayRun::kYear) return {"in ", FormatDays(days)};
  if (run == DayRun::kMonth) {
    const std::string date = LongDate(days.lo);
    return {"in ", date.substr(date.find(' ') + 1)};
  }
  if (days.lo <= kMinusInfinity) return {"", "by " + LongDate(days.hi)};
  if (days.hi >= kPlusInfinity) return {"", "from " + LongDate(days.lo)};
  return {"from ", LongDate(days.lo) + " to " + LongDate(days.hi)};
}

// "bare" says nothing; what "vague" and the like stand before is said as it is.
std::string Hedge(const ValueRow& value) {
  return value.modifier == Modifier::kBare
             ? std::string()
             : std::string(Name(value.modifier)) + " ";
}

std::string DateWords(const ValueRow& value, bool with_preposition) {
  const RunWords words = NameRun(value.core);
  if (value.modifier == Modifier::kBare)
    return with_preposition ? words.preposition + words.name : words.name;
  return Hedge(value) + words.name;
}

// "number of dead"
std::string WithoutArticle(const Predicate& predicate) {
  std::string_view label =
      predicate.label.empty() ? predicate.name : predicate.label;
  for (const std::string_view article : {"the ", "a ", "an "})
    if (label.starts_with(article)) {
      label.remove_prefix(article.size());
      break;
    }
  return std::string(label);
}

}  // namespace

std::string LongDate(Day day) {
  if (day <= kMinusInfinity || day >= kPlusInfinity) return FormatDay(day);
  const std::chrono::year_month_day date{
      std::chrono::sys_days(std::chrono::days(day))};
  std::string text = std::to_string(static_cast<unsigned>(date.day())) + " ";
  text += kMonths[static_cast<unsigned>(date.month()) - 1];
  const std::string iso = FormatDay(day);
  return text + " " + iso.substr(0, iso.size() - 6);
}

// A date that says too little to bound anything ("May 29" of some year) is
// shown as it is written.
bool IsOpenDate(const ValueRow& value) {
  return value.kind == ValueKind::kDate && value.hull.lo <= kMinusInfinity &&
         value.hull.hi >= kPlusInfinity;
}

std::string WordsOfValue(const ValueRow& value, const Interner& strings) {
  if (IsOpenDate(value)) return std::string(strings.View(value.surface));
  if (value.kind == ValueKind::kDate) return DateWords(value, false);
  if (value.kind == ValueKind::kDuration)
    return Hedge(value) + CountWords(value.count);
  // Names as they are written; the canonical text is folded.
  const bool named =
      value.kind == ValueKind::kEntity || value.kind == ValueKind::kPlace ||
      value.kind == ValueKind::kText || value.kind == ValueKind::kNames;
  const std::string_view surface = strings.View(value.surface);
  if (named && !surface.empty()) return std::string(surface);
  return ValueText(value, strings);
}

std::string StatementWords(const Predicate& predicate, const ValueRow& value,
                           DayInterval as_of, const Interner& strings) {
  const auto row = std::ranges::find(kPredicateNames, predicate.name,
                                     &PredicateName::predicate);
  std::string name = row == std::end(kPredicateNames)
                         ? PredicateWords(predicate)
                         : std::string(row->words);
  if (row == std::end(kPredicateNames) && value.kind == ValueKind::kDuration)
    name += " of";
  if (!name.empty()) name += " ";
  if (IsOpenDate(value)) return name + WordsOfValue(value, strings);
  if (value.kind == ValueKind::kDate) return name + DateWords(value, true);
  const bool age =
      value.kind == ValueKind::kDuration && name.ends_with("aged ");
  if (!age) return name + WordsOfValue(value, strings);
  const bool years =
      value.count.unit == TimeUnit::kYear && value.count.n_max <= value.count.n;
  name += Hedge(value) +
          (years ? ExactNumber(value.count.n) : CountWords(value.count));
  if (as_of.lo == as_of.hi) name += " on " + LongDate(as_of.lo);
  return name;
}

std::string ClaimWords(const Claim& claim, const ValueRow& value,
                       const Interner& strings) {
  std::string words = WordsOfValue(value, strings);
  if (!claim.negated && claim.modality != Modality::kDenied) return words;
  return value.kind == ValueKind::kNone ? "did not happen" : "not " + words;
}

std::string PredicateWords(const Predicate& predicate) {
  std::string words = WithoutArticle(predicate);
  std::ranges::replace(words, '_', ' ');
  return words;
}

std::string DatedWords(const Predicate& predicate) {
  const auto row = std::ranges::find(kPredicateNames, predicate.name,
                                     &PredicateName::predicate);
  return row == std::end(kPredicateNames) ? std::string()
                                          : std::string(row->words);
}

std::string RoleWords(std::string_view role) {
  const auto row = std::ranges::find(kRoleNames, role, &RoleName::role);
  return std::string(row == std::end(kRoleNames) ? role : row->words);
}

std::string DaysWords(double days) {
  std::string text = ShortNumber(days) + (days == 1 ? " day" : " days");
  if (std::abs(days) < kManyDays) return text;
  const double years = std::abs(days) / kDaysOfAYear;
  const double rounded =
      years < 10 ? std::round(years * 10) / 10 : std::round(years);
  return text + " (" + ShortNumber(rounded) + " years)";
}

std::string Listed(const std::vector<std::string>& items,
                   std::string_view last) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0)
      text += i + 1 == items.size() ? " " + std::string(last) + " " : ", ";
    text += items[i];
  }
  return text;
}

std::string ListedOnce(std::vector<std::string> items, std::string_view last) {
  std::string once;
  while (items.size() > 1) {
    const std::size_t blank = items[0].rfind(' ');
    if (blank == std::string::npos || blank == 0) break;
    const std::string tail = items[0].substr(blank);
    const bool shared =
        std::ranges::all_of(items, [&](const std::string& item) {
          return item.size() > tail.size() && item.ends_with(tail);
        });
    if (!shared) break;
    for (std::string& item : items) item.resize(item.size() - tail.size());
    once.insert(0, tail);
  }
  return Listed(items, last) + once;
}

std::string Capitalised(std::string text) {
  const std::string_view word =
      std::string_view(text).substr(0, text.find(' '));
  const bool plain = std::ranges::all_of(
      word, [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
  if (plain && !text.empty() && text[0] != '-')
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::string OfficeWords(const OfficeLabel& office) {
  if (office.bare && !office.home) return office.role + ", country not named";
  return office.of.empty() ? office.role : office.role + " of " + office.of;
}

void NameOffices(Subjects& subjects) {
  for (Subject& subject : subjects.subjects)
    if (subject.office) subject.label = OfficeWords(*subject.office);
  for (Subjects::Note& note : subjects.notes) {
    std::vector<std::string> names;
    for (const OfficeLabel& office : note.offices)
      names.push_back(OfficeWords(office));
    if (!names.empty()) note.text = Listed(names, "and");
  }
}

}  // namespace gainsay::internal

// Values of records: from the words of a field to a row that can be compared.
#include <algorithm>
#include <charconv>
#include <cmath>

#include "calendar/civil.h"
#include "calendar/date_access.h"
#include "calendar/duration.h"
#include "calendar/edtf.h"
#include "claim/name_list.h"
#include "claim/quantity.h"
#include "claim/records.h"
#include "text/canonical.h"

namespace gainsay::internal {
namespace {

constexpr std::int64_t kMinutesOfDay = 24 * 60;

Error Expected(std::string_view expected, std::string_view got) {
  constexpr std::size_t kMostShown = 64;
  return {ErrorCode::kBadRecord,
          "expected " + std::string(expected) + ", got \"" +
              std::string(got.substr(0, kMostShown)) + "\"",
          {},
          0,
          {}};
}

// A stated precision coarser than the digits wins: 1952-01-01 of precision
// "year" is 1952.
Date Coarsened(const Date& date, std::string_view precision) {
  EdtfDate parts = EdtfParts(date);
  if (date.grain() != Grain::kDay && date.grain() != Grain::kMonth) return date;
  if (precision == "month") {
    parts.grain = Grain::kMonth;
  } else if (precision == "year") {
    parts.grain = Grain::kYear;
  } else if (precision == "decade") {
    parts.grain = Grain::kDecade;
    parts.first.year -= (parts.first.year % 10 + 10) % 10;
  } else {
    return date;
  }
  return MakeEdtf(parts);
}

void SetDate(const Date& date, ValueRow& row) {
  row.core = date.core();
  row.hull = date.hull();
  row.grain = date.grain();
}

// "before 2018", "after 2018", "by 2018", "from 2018 on"; halves and thirds of
// a year or month (docs/denotations.md, rows 6 to 9, 36 and 37).
void ApplyModifier(ValueRow& row) {
  const DayInterval days = row.core;
  const Day third = (days.hi - days.lo + 1) / 3,
            half = (days.hi - days.lo + 1) / 2;
  switch (row.modifier) {
    case Modifier::kBefore:
    case Modifier::kLessThan:
      row.core = {kMinusInfinity, days.lo - 1};
      row.hull = {kMinusInfinity, row.hull.lo - 1};
      break;
    case Modifier::kAfter:
    case Modifier::kMoreThan:
      row.core = {days.hi + 1, kPlusInfinity};
      row.hull = {row.hull.lo + 1, kPlusInfinity};
      break;
    case Modifier::kOnOrBefore:
    case Modifier::kAtMost:
      row.core.lo = row.hull.lo = kMinusInfinity;
      break;
    case Modifier::kOnOrAfter:
    case Modifier::kAtLeast:
      row.core.hi = row.hull.hi = kPlusInfinity;
      break;
    case Modifier::kStart:
      row.core.hi = days.lo + third;
      row.hull.hi = days.lo + half;
      break;
    case Modifier::kMid:
      row.core = {days.lo + third, days.hi - third};
      row.hull = {days.lo + half / 2, days.hi - half / 2};
      break;
    case Modifier::kEnd:
      row.core.lo = days.hi - third;
      row.hull.lo = days.hi - half;
      break;
    case Modifier::kAbout:
      row.core = {days.lo - (days.hi - days.lo + 1),
                  days.hi + (days.hi - days.lo + 1)};
      row.hull = {row.core.lo - (days.hi - days.lo + 1),
                  row.core.hi + (days.hi - days.lo + 1)};
      break;
    case Modifier::kBare:
    case Modifier::kNearly:
      break;
    case Modifier::kVague:
      row.vague = true;
      break;
  }
}

Result<ValueRow> DateRow(const ClaimRecord& record, ValueRow row) {
  const Result<Date> date = Date::Parse(record.value);
  if (!date) return date.error();
  SetDate(Coarsened(*date, record.precision), row);
  ApplyModifier(row);
  return row;
}

void SetMinutes(std::int64_t minutes, std::int64_t window, ValueRow& row) {
  row.number = static_cast<double>(minutes);
  row.number_max = static_cast<double>(minutes + window - 1);
  row.qcore = row.qhull = {row.number, row.number_max, false, false};
}

// "hh:mm", "hh:mm:ss" or "hh" as minutes of the day, or less than 0.
std::int64_t MinutesOfDay(std::string_view text) {
  const auto two = [&text](std::size_t at) {
    if (at + 2 > text.size() || text[at] < '0' || text[at] > '9' ||
        text[at + 1] < '0' || text[at + 1] > '9')
      return -1;
    return (text[at] - '0') * 10 + (text[at + 1] - '0');
  };
  const int hour = two(0);
  if (hour < 0 || hour > 24 || text.size() < 2) return -1;
  if (text.size() == 2) return hour * 60;
  const int minute = two(3);
  if (text[2] != ':' || minute < 0 || minute > 59) return -1;
  const std::string_view rest = text.substr(5);
  if (rest.empty() || rest.starts_with('Z') || rest.starts_with('+') ||
      rest.starts_with('-') || rest.starts_with(':')) {
    return hour * 60 + minute;
  }
  return -1;
}

Result<ValueRow> TimeRow(const ClaimRecord& record, ValueRow row) {
  std::string_view text = record.value;
  const std::size_t t = text.find_first_of("T ");
  const std::string_view day =
      t == std::string_view::npos ? std::string_view() : text.substr(0, t);
  if (t != std::string_view::npos) text.remove_prefix(t + 1);
  const std::int64_t minutes = MinutesOfDay(text);
  if (minutes < 0)
    return Expected("a time hh:mm, or a date and a time", record.value);
  const std::int64_t window = record.precision == "hour" ? 60 : 1;
  // A time without its day is compared by time of day alone.
  if (day.empty() || row.kind == ValueKind::kTime) {
    row.kind = ValueKind::kTime;
    SetMinutes(minutes, window, row);
    return row;
  }
  const Result<Date> date = Date::Parse(day);
  if (!date) return date.error();
  if (date->grain() != Grain::kDay)
    return Expected("a day and a time", record.value);
  SetMinutes(date->core().lo * kMinutesOfDay + minutes, window, row);
  return row;
}

Result<ValueRow> DurationRow(const ClaimRecord& record, ValueRow row) {
  const Result<Count> count = ParseDuration(record.value);
  if (!count) return count.error();
  row.count = *count;
  row.count.modifier = row.modifier;
  row.vague = row.modifier == Modifier::kVague;
  return row;
}

Result<ValueRow> QuantityRow(const ClaimRecord& record, ValueRow row,
                             Interner& strings) {
  const std::optional<double> stated = NumberOf(record);
  if (!stated) return Expected("a number", record.value);
  const double number = *stated;
  if (!std::isfinite(number)) return Expected("a finite number", record.value);
  row.number = row.number_max = number;
  row.text = strings.Intern(CanonicalText(record.unit));
  const QuantityWindows windows =
      WindowsOfQuantity(number, number, row.modifier, 0);
  row.qcore = windows.core;
  row.qhull = windows.hull;
  row.vague = row.modifier == Modifier::kVague;
  return row;
}

StringId InternNames(std::string_view list, bool by_family, Interner& strings) {
  if (!by_family) return strings.Intern(CanonicalText(list));
  std::string joined;
  for (const std::string& name : FamilyNames(list)) {
    if (!joined.empty()) joined += ';';
    joined += name;
  }
  return strings.Intern(joined);
}

// "prime minister (cabinet start)": what stands in brackets says how dates are
// meant.
std::string_view WithoutNote(std::string_view office) {
  const std::size_t open = office.find('(');
  if (open == std::string_view::npos || open == 0 || !office.ends_with(')'))
    return office;
  return office.substr(0, open);
}

Result<ValueRow> OfficeRow(const ClaimRecord& record, ValueRow row,
                           Interner& strings) {
  if (record.value.empty())
    return Expected("the name of an office", record.value);
  row.text = strings.Intern(CanonicalText(WithoutNote(record.value)));
  const std::string_view country =
      record.country_id.empty() ? record.country : record.country_id;
  row.qualifier =
      strings.Intern(CanonicalText(country.empty() ? record.body : country));
  return row;
}

Result<ValueRow> BoolRow(const ClaimRecord& record, ValueRow row) {
  if (record.truth || record.value == "true" || record.value == "false") {
    row.number = row.number_max =
        record.truth.value_or(record.value == "true") ? 1 : 0;
    return row;
  }
  return Expected("true or false", record.value);
}

Result<ValueKind> KindOf(std::string_view type, const Predicate& predicate) {
  if (type.empty()) return predicate.kind;
  for (int k = 0; k <= static_cast<int>(ValueKind::kNone); ++k) {
    if (Name(static_cast<ValueKind>(k)) == type)
      return static_cast<ValueKind>(k);
  }
  return Expected("a type of values such as \"date\" or \"quantity\"", type);
}

}  // namespace

std::optional<double> NumberOf(const ClaimRecord& record) {
  if (record.number) return record.number;
  double number = 0;
  const char* const end = record.value.data() + record.value.size();
  const auto [at, failed] = std::from_chars(record.value.data(), end, number);
  if (failed != std::errc() || at != end) return std::nullopt;
  return number;
}

Result<ValueRow> MakeValueRow(const ClaimRecord& record,
                              const Predicate& predicate, Interner& strings) {
  const Result<ValueKind> kind = KindOf(record.type, predicate);
  if (!kind) return kind.error();
  const Result<Modifier> modifier = ParseModifier(record.mod);
  if (!modifier) return modifier.error();
  ValueRow row;
  row.kind = *kind;
  row.modifier = *modifier;
  row.surface = strings.Intern(record.value);
  switch (*kind) {
    case ValueKind::kDate:
      return DateRow(record, row);
    case ValueKind::kDateTime:
    case ValueKind::kTime:
      return TimeRow(record, row);
    case ValueKind::kDuration:
      return DurationRow(record, row);
    case ValueKind::kQuantity:
      return QuantityRow(record, row, strings);
    case ValueKind::kOffice:
      return OfficeRow(record, row, strings);
    case ValueKind::kNames:
      row.text = InternNames(record.value, predicate.names_by_family, strings);
      return row;
    case ValueKind::kBool:
      return BoolRow(record, row);
    case ValueKind::kEntity:
    case ValueKind::kPlace:
      row.qualifier = strings.Intern(record.object_id);
      [[fallthrough]];
    case ValueKind::kText:
      row.text = strings.Intern(CanonicalText(record.value));
      return row;
    case ValueKind::kNone:
      return row;
    case ValueKind::kBad:
      break;
  }
  return Expected("a value", record.value);
}

ValueRow MakeValueRow(const Value& value, const Predicate& predicate,
                      Interner& strings) {
  ValueRow row;
  row.kind = value.kind();
  row.modifier = value.modifier();
  row.surface = strings.Intern(value.surface().empty() ? value.ToString()
                                                       : value.surface());
  row.vague = value.modifier() == Modifier::kVague;
  switch (value.kind()) {
    case ValueKind::kDate:
      SetDate(value.date(), row);
      ApplyModifier(row);
      break;
    case ValueKind::kDateTime:
    case ValueKind::kTime:
      SetMinutes(value.minutes(), value.window_minutes(), row);
      break;
    case ValueKind::kDuration:
      row.count = value.count();
      break;
    case ValueKind::kQuantity: {
      row.number = value.number();
      row.number_max = value.number_max();
      row.text = strings.Intern(CanonicalText(value.unit()));
      const QuantityWindows windows = WindowsOfQuantity(
          row.number, row.number_max, row.modifier, value.step());
      row.qcore = windows.core;
      row.qhull = windows.hull;
      break;
    }
    case ValueKind::kOffice:
      row.text = strings.Intern(CanonicalText(WithoutNote(value.text())));
      row.qualifier = strings.Intern(CanonicalText(
          value.qualifier().empty() ? value.body() : value.qualifier()));
      break;
    case ValueKind::kNames: {
      std::string list;
      for (const std::string& name : value.names()) list += name + ";";
      row.text = InternNames(list, predicate.names_by_family, strings);
      break;
    }
    case ValueKind::kEntity:
    case ValueKind::kPlace:
      row.qualifier = strings.Intern(value.qualifier());
      [[fallthrough]];
    case ValueKind::kText:
      row.text = strings.Intern(CanonicalText(value.text()));
      break;
    case ValueKind::kBool:
      row.number = row.number_max = value.number();
      break;
    case ValueKind::kNone:
    case ValueKind::kBad:
      break;
  }
  return row;
}

}  // namespace gainsay::internal

#include "gainsay/value.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "calendar/civil.h"
#include "calendar/duration.h"
#include "gainsay/claim.h"

namespace gainsay::inline v0 {
namespace {

// One row a modifier, in the order of the enum: its name and TIMEX3's.
struct ModifierRow {
  Modifier modifier;
  std::string_view name, timex;
};

constexpr ModifierRow kModifiers[] = {
    {Modifier::kBare, "bare", ""},
    {Modifier::kAbout, "about", "APPROX"},
    {Modifier::kMoreThan, "more than", "MORE_THAN"},
    {Modifier::kAtLeast, "at least", "EQUAL_OR_MORE"},
    {Modifier::kNearly, "nearly", "LESS_THAN"},
    {Modifier::kLessThan, "less than", "LESS_THAN"},
    {Modifier::kAtMost, "at most", "EQUAL_OR_LESS"},
    {Modifier::kVague, "vague", ""},
    {Modifier::kStart, "start", "START"},
    {Modifier::kMid, "mid", "MID"},
    {Modifier::kEnd, "end", "END"},
    {Modifier::kBefore, "before", "BEFORE"},
    {Modifier::kAfter, "after", "AFTER"},
    {Modifier::kOnOrBefore, "on or before", "ON_OR_BEFORE"},
    {Modifier::kOnOrAfter, "on or after", "ON_OR_AFTER"},
};

static_assert(std::ranges::is_sorted(kModifiers, {}, &ModifierRow::modifier));

const ModifierRow& RowOf(Modifier modifier) {
  return kModifiers[static_cast<std::size_t>(modifier)];
}

std::string TwoDigits(std::int64_t n) {
  return {static_cast<char>('0' + n / 10 % 10),
          static_cast<char>('0' + n % 10)};
}

constexpr std::int64_t kMinutesOfDay = 24 * 60;

std::string FormatMinutes(std::int64_t minutes) {
  return "T" + TwoDigits(minutes / 60) + ":" + TwoDigits(minutes % 60);
}

std::string FormatDateTime(std::int64_t minutes) {
  std::int64_t day = minutes / kMinutesOfDay;
  std::int64_t rest = minutes % kMinutesOfDay;
  if (rest < 0) --day, rest += kMinutesOfDay;
  if (day < internal::kFirstDay || day > internal::kLastDay)
    return std::to_string(minutes) + " min";
  return FormatDay(static_cast<Day>(day)) + FormatMinutes(rest);
}

std::string Parenthesised(const std::string& text, const std::string& note) {
  return note.empty() ? text : text + " (" + note + ")";
}

std::string Join(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) {
    if (!text.empty()) text += "; ";
    text += part;
  }
  return text;
}

}  // namespace

std::string_view Name(Modifier modifier) noexcept {
  return RowOf(modifier).name;
}
std::string_view TimexMod(Modifier modifier) noexcept {
  return RowOf(modifier).timex;
}

std::string_view Name(ValueKind kind) noexcept {
  switch (kind) {
    case ValueKind::kDate:
      return "date";
    case ValueKind::kDateTime:
      return "datetime";
    case ValueKind::kTime:
      return "time";
    case ValueKind::kDuration:
      return "duration";
    case ValueKind::kQuantity:
      return "quantity";
    case ValueKind::kOffice:
      return "office";
    case ValueKind::kEntity:
      return "entity";
    case ValueKind::kPlace:
      return "place";
    case ValueKind::kNames:
      return "names";
    case ValueKind::kText:
      return "text";
    case ValueKind::kBool:
      return "bool";
    case ValueKind::kNone:
      return "none";
    case ValueKind::kBad:
      return "bad";
  }
  std::abort();  // a value outside the enum
}

std::string_view Name(Modality modality) noexcept {
  switch (modality) {
    case Modality::kAsserted:
      return "asserted";
    case Modality::kPlanned:
      return "planned";
    case Modality::kPossible:
      return "possible";
    case Modality::kDenied:
      return "denied";
    case Modality::kAsked:
      return "asked";
  }
  std::abort();  // a value outside the enum
}

Value Value::OfDate(Date date, Modifier modifier) {
  Value value;
  value.kind_ = ValueKind::kDate;
  value.date_ = date;
  value.modifier_ = modifier;
  return value;
}

Value Value::OfDateTime(std::int64_t minutes, std::int64_t window_minutes) {
  Value value;
  value.kind_ = ValueKind::kDateTime;
  value.minutes_ = minutes;
  value.window_ = std::max<std::int64_t>(window_minutes, 1);
  return value;
}

Value Value::OfTime(std::int64_t minutes, std::int64_t window_minutes) {
  Value value = OfDateTime(minutes, window_minutes);
  value.kind_ = ValueKind::kTime;
  return value;
}

Value Value::OfDuration(Count count) {
  Value value;
  value.kind_ = ValueKind::kDuration;
  if (count.n_max < count.n) count.n_max = count.n;
  value.count_ = count;
  value.modifier_ = count.modifier;
  return value;
}

Value Value::OfQuantity(double number, std::string unit, Modifier modifier,
                        double step) {
  Value value;
  value.kind_ = ValueKind::kQuantity;
  value.number_ = value.number_max_ = number;
  value.unit_ = std::move(unit);
  value.modifier_ = modifier;
  value.step_ = step;
  return value;
}

Value Value::OfQuantityRange(double lo, double hi, std::string unit) {
  Value value = OfQuantity(std::min(lo, hi), std::move(unit));
  value.number_max_ = std::max(lo, hi);
  return value;
}

Value Value::OfOffice(std::string office, std::string country,
                      std::string body) {
  Value value;
  value.kind_ = ValueKind::kOffice;
  value.text_ = std::move(office);
  value.qualifier_ = std::move(country);
  value.body_ = std::move(body);
  return value;
}

Value Value::OfEntity(std::string name, std::string id) {
  Value value = OfText(std::move(name));
  value.kind_ = ValueKind::kEntity;
  value.qualifier_ = std::move(id);
  return value;
}

Value Value::OfPlace(std::string name, std::string id) {
  Value value = OfEntity(std::move(name), std::move(id));
  value.kind_ = ValueKind::kPlace;
  return value;
}

Value Value::OfNames(std::vector<std::string> names) {
  Value value;
  value.kind_ = ValueKind::kNames;
  value.names_ = std::move(names);
  return value;
}

Value Value::OfText(std::string text) {
  Value value;
  value.kind_ = ValueKind::kText;
  value.text_ = std::move(text);
  return value;
}

Value Value::OfBool(bool truth) {
  Value value;
  value.kind_ = ValueKind::kBool;
  value.number_ = value.number_max_ = truth ? 1 : 0;
  return value;
}

Value Value::Bad(std::string raw) {
  Value value;
  value.kind_ = ValueKind::kBad;
  value.surface_ = std::move(raw);
  return value;
}

std::string Value::ToString() const {
  const std::string prefix =
      modifier_ == Modifier::kBare ? "" : std::string(Name(modifier_)) + " ";
  switch (kind_) {
    case ValueKind::kDate:
      return prefix + date_.ToString();
    case ValueKind::kDateTime:
      return FormatDateTime(minutes_);
    case ValueKind::kTime:
      return FormatMinutes(minutes_);
    case ValueKind::kDuration:
      return prefix + internal::FormatDuration(count_);
    case ValueKind::kQuantity: {
      std::string text = prefix + internal::FormatNumber(number_);
      if (number_max_ > number_)
        text += "-" + internal::FormatNumber(number_max_);
      return unit_.empty() ? text : text + (unit_ == "%" ? "" : " ") + unit_;
    }
    case ValueKind::kOffice:
      return Parenthesised(Parenthesised(text_, qualifier_), body_);
    case ValueKind::kEntity:
    case ValueKind::kPlace:
      return text_.empty() ? qualifier_ : text_;
    case ValueKind::kNames:
      return Join(names_);
    case ValueKind::kText:
      return text_;
    case ValueKind::kBool:
      return number_ != 0 ? "true" : "false";
    case ValueKind::kNone:
      return "";
    case ValueKind::kBad:
      return "bad value \"" + surface_ + "\"";
  }
  std::abort();  // a value outside the enum
}

}  // namespace gainsay::inline v0

namespace gainsay::internal {

Result<Modifier> ParseModifier(std::string_view name) {
  if (name.empty()) return Modifier::kBare;
  for (const ModifierRow& row : kModifiers) {
    if (name == row.name || name == row.timex) return row.modifier;
  }
  return Error{ErrorCode::kInvalidArgument,
               "expected a modifier such as \"about\" or \"APPROX\", got \"" +
                   std::string(name.substr(0, 64)) + "\"",
               {},
               0,
               {}};
}

}  // namespace gainsay::internal

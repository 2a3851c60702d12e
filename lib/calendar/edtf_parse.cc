// The reader of EDTF: a hand-written cursor over at most 64 bytes.
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "calendar/date_access.h"
#include "calendar/edtf.h"
#include "gainsay/date.h"

namespace gainsay::internal {
namespace {

constexpr std::size_t kLongest = 64;

Error Bad(std::string_view text, std::string_view expected) {
  std::string shown(text.substr(0, kLongest));
  return {ErrorCode::kInvalidArgument,
          "expected " + std::string(expected) + ", got \"" + shown + "\"",
          {},
          0,
          {}};
}

class Cursor {
 public:
  explicit Cursor(std::string_view text) : rest_(text) {}
  bool empty() const { return rest_.empty(); }
  std::string_view rest() const { return rest_; }
  char peek() const { return rest_.empty() ? '\0' : rest_.front(); }

  bool Take(char c) {
    if (peek() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }
  bool Take(std::string_view word) {
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }
  // Exactly n digits.
  std::optional<std::int32_t> Digits(std::size_t n) {
    if (rest_.size() < n) return std::nullopt;
    std::int32_t value = 0;
    for (const char c : rest_.substr(0, n)) {
      if (c < '0' || c > '9') return std::nullopt;
      value = value * 10 + (c - '0');
    }
    rest_.remove_prefix(n);
    return value;
  }

 private:
  std::string_view rest_;
};

// Year: four digits, of which the last one or two may be X; -dddd; Y with more
// digits.
bool TakeYear(Cursor& in, EdtfDate& out) {
  out.grain = Grain::kYear;
  if (in.Take('Y')) {
    const bool negative = in.Take('-');
    const std::size_t digits = std::min<std::size_t>(
        in.rest().find_first_not_of("0123456789"), in.rest().size());
    if (digits < 5 || digits > 6) return false;
    out.first.year = *in.Digits(digits) * (negative ? -1 : 1);
    return true;
  }
  const bool negative = in.Take('-');
  if (const auto year = in.Digits(4)) {
    out.first.year = negative ? -*year : *year;
    return true;
  }
  if (negative) return false;
  const auto century = in.Digits(2);
  if (!century) return false;
  if (in.Take("XX")) {
    out.grain = Grain::kCentury;
    out.first.year = *century * 100;
    return true;
  }
  const auto decade = in.Digits(1);
  if (!decade || !in.Take('X')) return false;
  out.grain = Grain::kDecade;
  out.first.year = *century * 100 + *decade * 10;
  return true;
}

// Time of day after 'T', with an optional zone: checked, then dropped.
bool TakeTime(Cursor& in) {
  const auto hour = in.Digits(2);
  if (!hour || *hour > 24) return false;
  if (in.Take(':')) {
    const auto minute = in.Digits(2);
    if (!minute || *minute > 59) return false;
    if (in.Take(':')) {
      const auto second = in.Digits(2);
      if (!second || *second > 60) return false;
      if (in.Take('.'))
        while (in.Digits(1)) {
        }
    }
  }
  if (in.Take('Z') || (in.peek() != '+' && in.peek() != '-')) return true;
  if (!in.Take('+')) in.Take('-');
  const auto zone = in.Digits(2);
  if (!zone || *zone > 24) return false;
  if (in.Take(':') || !in.empty()) return in.Digits(2).has_value();
  return true;
}

bool SetSubYear(std::int32_t code, EdtfDate& out) {
  out.code = static_cast<std::int16_t>(code);
  if (code >= 21 && code <= 32) return out.grain = Grain::kSeason, true;
  if (code >= 33 && code <= 36) return out.grain = Grain::kQuarter, true;
  if (code == 40 || code == 41) return out.grain = Grain::kHalf, true;
  return false;
}

bool TakeWeek(Cursor& in, EdtfDate& out) {
  const auto week = in.Digits(2);
  if (!week || *week < 1 || *week > 53) return false;
  // Week 53 exists if its Thursday still lies in the year.
  if (*week == 53 &&
      CivilOf(MondayOfWeek(out.first.year, 53) + 3).year != out.first.year)
    return false;
  out.grain = Grain::kWeek;
  out.code = static_cast<std::int16_t>(*week);
  return true;
}

// What follows the year: nothing, month, day, sub-year group or week.
std::string_view TakeRest(Cursor& in, EdtfDate& out) {
  if (out.grain != Grain::kYear || !in.Take('-')) return {};
  if (in.Take('W'))
    return TakeWeek(in, out) ? "" : "a week 01 to 53 of that year";
  if (in.Take("XX"))
    return in.Take("-XX") || in.peek() != '-' ? "" : "an EDTF date";
  const auto month = in.Digits(2);
  if (!month) return "an EDTF date";
  if (*month < 1 || *month > 12)
    return SetSubYear(*month, out) ? "" : "a month 01 to 12 or an EDTF season";
  out.first.month = static_cast<unsigned>(*month);
  out.grain = Grain::kMonth;
  if (!in.Take('-')) return {};
  if (in.Take("XX")) return {};
  const auto day = in.Digits(2);
  if (!day) return "an EDTF date";
  if (*day < 1 ||
      static_cast<unsigned>(*day) > LastDayOf(out.first.year, out.first.month))
    return "a day of that month";
  out.first.day = static_cast<unsigned>(*day);
  out.grain = Grain::kDay;
  if (in.Take('T') || in.Take(' '))
    return TakeTime(in) ? "" : "a time hh:mm:ss";
  return {};
}

Result<Date> ParseOne(std::string_view text) {
  if (text == "XXXX") return Date();
  Cursor in(text);
  EdtfDate parts;
  if (!TakeYear(in, parts)) return Bad(text, "an EDTF date");
  if (parts.first.year < kMinYear || parts.first.year > kMaxYear)
    return Bad(text, "a year from -32767 to 32767");
  if (const std::string_view expected = TakeRest(in, parts); !expected.empty())
    return Bad(text, expected);
  if (in.Take('%'))
    parts.qualifier = DateAccess::kUncertain | DateAccess::kApproximate;
  else if (in.Take('~'))
    parts.qualifier = DateAccess::kApproximate;
  else if (in.Take('?'))
    parts.qualifier = DateAccess::kUncertain;
  if (!in.empty()) return Bad(text, "an EDTF date");
  return MakeEdtf(parts);
}

// An interval: the window from the first day of its start to the last of its
// end;
// "..", or nothing, leaves an end open.
Result<Date> ParseInterval(std::string_view text, std::size_t slash) {
  const std::string_view from = text.substr(0, slash),
                         to = text.substr(slash + 1);
  DayInterval core, hull;
  if (!from.empty() && from != "..") {
    const Result<Date> start = ParseOne(from);
    if (!start) return start.error();
    core.lo = start->core().lo;
    hull.lo = start->hull().lo;
  }
  if (!to.empty() && to != "..") {
    const Result<Date> end = ParseOne(to);
    if (!end) return end.error();
    core.hi = end->core().hi;
    hull.hi = end->hull().hi;
  }
  if (core.empty())
    return Bad(text, "an interval that does not end before it starts");
  return DateAccess::Make(core, hull, Grain::kUnknown);
}

}  // namespace
}  // namespace gainsay::internal

namespace gainsay::inline v0 {

Result<Date> Date::Parse(std::string_view edtf) {
  if (edtf.size() > internal::kLongest)
    return internal::Bad(edtf, "an EDTF date");
  const std::size_t slash = edtf.find('/');
  return slash == std::string_view::npos ? internal::ParseOne(edtf)
                                         : internal::ParseInterval(edtf, slash);
}

}  // namespace gainsay::inline v0

#include "calendar/duration.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <optional>

namespace gainsay::internal {
namespace {

constexpr std::size_t kLongest = 64;
constexpr double kLargest = 1e7;

Error Bad(std::string_view text) {
  return {ErrorCode::kInvalidArgument,
          "expected an ISO 8601 duration such as P6Y, got \"" +
              std::string(text.substr(0, kLongest)) + "\"",
          {},
          0,
          {}};
}

// A designator of ISO 8601 or TIMEX3 and what it counts.
struct Designator {
  std::string_view letter;
  bool time;  // stands after 'T'
  TimeUnit unit;
  double factor;
  bool round;
};

constexpr Designator kDesignators[] = {
    {"DE", false, TimeUnit::kYear, 10, true},
    {"CE", false, TimeUnit::kYear, 100, true},
    {"Y", false, TimeUnit::kYear, 1, false},
    {"M", false, TimeUnit::kMonth, 1, false},
    {"W", false, TimeUnit::kWeek, 1, false},
    {"D", false, TimeUnit::kDay, 1, false},
    {"H", true, TimeUnit::kHour, 1, false},
};

const Designator* FindDesignator(std::string_view text, bool time) {
  for (const Designator& row : kDesignators) {
    if (row.time == time && text.starts_with(row.letter)) return &row;
  }
  return nullptr;
}

// Adds a smaller unit to a count, in the smaller unit; empty if they do not
// fit.
std::optional<Count> Combine(const Count& larger, const Count& smaller) {
  const auto in = [&](double factor) {
    Count sum = smaller;
    sum.n += larger.n * factor;
    sum.round = false;
    return sum;
  };
  if (larger.unit == TimeUnit::kYear && smaller.unit == TimeUnit::kMonth)
    return in(12);
  if (larger.unit == TimeUnit::kWeek && smaller.unit == TimeUnit::kDay)
    return in(7);
  if (larger.unit == TimeUnit::kDay && smaller.unit == TimeUnit::kHour)
    return in(24);
  return std::nullopt;
}

// Takes one "6Y" off the front of `rest`; empty if there is none.
std::optional<Count> TakeComponent(std::string_view& rest, bool time) {
  if (rest.empty() || rest.front() < '0' || rest.front() > '9')
    return std::nullopt;
  double n = 0;
  const auto [end, error] = std::from_chars(
      rest.data(), rest.data() + rest.size(), n, std::chars_format::fixed);
  if (error != std::errc() || n > kLargest) return std::nullopt;
  rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
  const Designator* const row = FindDesignator(rest, time);
  if (row == nullptr) return std::nullopt;
  rest.remove_prefix(row->letter.size());
  Count count{n * row->factor, n * row->factor, row->unit, Modifier::kBare,
              row->round};
  // "A fraction of a year is counted in months."
  if (count.unit == TimeUnit::kYear && n != std::floor(n) && !row->round &&
      n * 12 == std::floor(n * 12)) {
    count.n = n * 12;
    count.unit = TimeUnit::kMonth;
  }
  return count;
}

Result<Count> ParseOne(std::string_view iso) {
  std::string_view rest = iso;
  if (rest.size() < 3 || rest.front() != 'P') return Bad(iso);
  rest.remove_prefix(1);
  bool time = false;
  std::optional<Count> total;
  while (!rest.empty()) {
    if (!time && rest.front() == 'T') {
      time = true;
      rest.remove_prefix(1);
      if (rest.empty()) return Bad(iso);
    }
    const std::optional<Count> next = TakeComponent(rest, time);
    if (!next) return Bad(iso);
    total = total ? Combine(*total, *next) : next;
    if (!total) return Bad(iso);
  }
  total->n_max = total->n;
  return *total;
}

char Letter(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::kHour:
      return 'H';
    case TimeUnit::kDay:
      return 'D';
    case TimeUnit::kWeek:
      return 'W';
    case TimeUnit::kMonth:
      return 'M';
    case TimeUnit::kYear:
      return 'Y';
  }
  std::abort();  // a value outside the enum
}

std::string FormatOne(double n, TimeUnit unit, bool round) {
  const std::string prefix = unit == TimeUnit::kHour ? "PT" : "P";
  if (round && unit == TimeUnit::kYear && n >= 10 && std::fmod(n, 10) == 0)
    return prefix + FormatNumber(n / 10) + "DE";
  return prefix + FormatNumber(n) + Letter(unit);
}

}  // namespace

Result<Count> ParseDuration(std::string_view iso) {
  if (iso.size() > kLongest) return Bad(iso);
  const std::size_t slash = iso.find('/');
  if (slash == std::string_view::npos) return ParseOne(iso);
  Result<Count> from = ParseOne(iso.substr(0, slash));
  const Result<Count> to = ParseOne(iso.substr(slash + 1));
  if (!from || !to || from->unit != to->unit || to->n < from->n)
    return Bad(iso);
  from->n_max = to->n;
  return from;
}

std::string FormatDuration(const Count& count) {
  std::string text = FormatOne(count.n, count.unit, count.round);
  if (count.n_max > count.n)
    text += "/" + FormatOne(count.n_max, count.unit, count.round);
  return text;
}

std::string FormatNumber(double number) {
  if (std::isinf(number)) return number < 0 ? "-inf" : "inf";
  if (number == 0) return "0";
  std::array<char, 32> digits;
  const bool plain = std::abs(number) < 1e15 && std::abs(number) >= 1e-6;
  const auto [end, error] =
      plain
          ? std::to_chars(digits.data(), digits.data() + digits.size(), number,
                          std::chars_format::fixed)
          : std::to_chars(digits.data(), digits.data() + digits.size(), number);
  return error == std::errc() ? std::string(digits.data(), end)
                              : std::string("nan");
}

std::string_view Name(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::kHour:
      return "hour";
    case TimeUnit::kDay:
      return "day";
    case TimeUnit::kWeek:
      return "week";
    case TimeUnit::kMonth:
      return "month";
    case TimeUnit::kYear:
      return "year";
  }
  std::abort();  // a value outside the enum
}

}  // namespace gainsay::internal

#include "resolve/timex_value.h"

#include <charconv>
#include <cmath>
#include <cstdio>

namespace gainsay::internal {
namespace {

// Plain decimals: the shortest that reads back, never with an exponent below
// 1e21.
std::string Plain(double x) {
  if (x == std::floor(x) && std::fabs(x) < 1e15) {
    char buffer[32];
    const auto end =
        std::to_chars(buffer, buffer + sizeof buffer, static_cast<long long>(x))
            .ptr;
    return {buffer, end};
  }
  char buffer[64];
  const bool fixed = std::fabs(x) < 1e21 && std::fabs(x) > 1e-6;
  const auto result = fixed ? std::to_chars(buffer, buffer + sizeof buffer, x,
                                            std::chars_format::fixed)
                            : std::to_chars(buffer, buffer + sizeof buffer, x);
  return {buffer, result.ptr};
}

std::string TwoDigits(int n) {
  return {static_cast<char>('0' + n / 10 % 10),
          static_cast<char>('0' + n % 10)};
}

std::string TimeOfDay(const Sense& sense) {
  if (sense.part_of_day == "MI") return "T24:00";  // the day's end in TIMEX3
  if (sense.hour < 0)
    return sense.part_of_day.empty() ? ""
                                     : "T" + std::string(sense.part_of_day);
  std::string out = "T" + TwoDigits(sense.hour);
  if (sense.minute >= 0) out += ":" + TwoDigits(sense.minute);
  if (sense.second >= 0) out += ":" + TwoDigits(sense.second);
  return out;
}

std::string_view UnitLetter(Unit unit) {
  switch (unit) {
    case Unit::kSecond:
      return "S";
    case Unit::kMinute:
      return "M";
    case Unit::kHour:
      return "H";
    case Unit::kWeekend:
      return "WE";
    case Unit::kWeek:
    case Unit::kFortnight:
      return "W";
    case Unit::kMonth:
      return "M";
    case Unit::kQuarter:
      return "Q";
    case Unit::kYear:
    case Unit::kFiscalYear:
      return "Y";
    case Unit::kDecade:
      return "DE";
    case Unit::kCentury:
      return "CE";
    default:
      return "D";
  }
}

// One part "6Y": the number a letter takes, and the letter.
std::string LengthPartValue(const LengthPart& part, bool vague) {
  double n = part.n;
  Unit unit = part.unit;
  if (unit == Unit::kFortnight) n *= 2;
  if (unit == Unit::kHalfYear) n *= 6, unit = Unit::kMonth;
  if (unit == Unit::kMillennium) n *= 1000, unit = Unit::kYear;
  if (unit == Unit::kQuarter && !vague) n *= 3, unit = Unit::kMonth;
  if (!vague && n != std::floor(n)) {
    if (unit == Unit::kYear && n * 12 == std::floor(n * 12))
      n *= 12, unit = Unit::kMonth;
    if (unit == Unit::kHour && n * 60 == std::floor(n * 60))
      n *= 60, unit = Unit::kMinute;
    if (unit == Unit::kDay && n * 24 == std::floor(n * 24))
      return "T" + Plain(n * 24) + "H";
  }
  return (vague ? "X" : Plain(n)) + std::string(UnitLetter(unit));
}

}  // namespace

std::string PointValue(const Sense& sense, const Period& period) {
  const std::string date = TimexValue(period);
  return date + TimeOfDay(sense);
}

std::string OpenValue(const Sense& sense) {
  std::string date;
  if (sense.month != 0) {
    date = "XXXX-" + TwoDigits(sense.month) +
           (sense.day != 0 ? "-" + TwoDigits(sense.day) : "");
  } else if (sense.weekday != 0) {
    date = "XXXX-WXX-" + std::to_string(sense.weekday);
  } else if (sense.part >= 40) {
    date = "XXXX-H" + std::to_string(sense.part - 39);
  } else if (sense.part >= 33) {
    date = "XXXX-Q" + std::to_string(sense.part - 32);
  } else if (sense.part >= 21) {
    constexpr const char* kNames[] = {"XXXX-SP", "XXXX-SU", "XXXX-FA",
                                      "XXXX-WI"};
    date = kNames[sense.part - 21];
  } else if (sense.hour < 0 && sense.part_of_day.empty()) {
    const bool day = sense.shift_unit < Unit::kWeekend;
    date = day                                    ? "XXXX-XX-XX"
           : sense.shift_unit <= Unit::kFortnight ? "XXXX-WXX"
           : sense.shift_unit <= Unit::kQuarter   ? "XXXX-XX"
                                                  : "XXXX";
  }
  return date + TimeOfDay(sense);
}

std::string LengthValue(const Sense& sense) {
  if (sense.kind == Sense::Kind::kSet && sense.weekday != 0)
    return "XXXX-WXX-" + std::to_string(sense.weekday);
  if (sense.kind == Sense::Kind::kSet && !sense.part_of_day.empty())
    return "XXXX-XX-XXT" + std::string(sense.part_of_day);
  std::string out = "P";
  bool time = false;
  for (std::size_t i = 0; i < sense.length_parts; ++i) {
    const LengthPart& part = sense.length[i];
    const std::string value = LengthPartValue(part, sense.vague);
    if (part.unit <= Unit::kHour && !time && value.front() != 'T') out += "T";
    time = time || part.unit <= Unit::kHour || value.front() == 'T';
    out += value;
  }
  return out;
}

std::string NumberValue(double number, double number_max, std::string_view unit,
                        bool open_low, bool open_high) {
  std::string out = Plain(number);
  if (number_max != number) {
    out = (open_low ? "(" : "[") + out + "," + Plain(number_max) +
          (open_high ? ")" : "]");
  }
  if (!unit.empty()) out += "|" + std::string(unit);
  return out;
}

std::string NumberValue(const Sense& stated) {
  Sense s = stated;
  // An age keeps its bound as a modifier, as a duration does.
  if (!s.unit.empty() && !s.age && s.number == s.number_max)
    OpenBound(s.modifier, s);  // "over 5 km"
  std::string out;
  if (s.no_number) return std::string(1, '|').append(s.unit);
  if (s.closed) {
    out = "[" + Plain(s.number) + "," + Plain(s.number) + "]";
  } else if (s.no_low) {
    out = "(," + Plain(s.number_max) + (s.open_high ? ")" : "]");
  } else if (s.no_high) {
    out = (s.open_low ? "(" : "[") + Plain(s.number) + ",)";
  } else {
    return NumberValue(s.number, s.number_max, s.unit, s.open_low, s.open_high);
  }
  if (!s.unit.empty()) out += "|" + std::string(s.unit);
  return out;
}

}  // namespace gainsay::internal

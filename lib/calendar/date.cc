#include "gainsay/date.h"

#include <array>
#include <cstdlib>

#include "calendar/civil.h"
#include "calendar/date_access.h"
#include "calendar/edtf.h"

namespace gainsay::inline v0 {
namespace {

using internal::CivilDay;
using internal::CivilOf;

// EDTF years have four digits; longer ones are prefixed with Y, earlier than
// year 0 with '-'.
std::string FormatYear(std::int32_t year) {
  const std::string digits = std::to_string(std::abs(year));
  const std::string sign = year < 0 ? "-" : "";
  if (digits.size() > 4) return "Y" + sign + digits;
  return sign + std::string(4 - digits.size(), '0') + digits;
}

std::string TwoDigits(unsigned n) {
  return {static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10)};
}

// "199X": the year without its last digits, which are unspecified.
std::string FormatUnspecified(std::int32_t year, std::size_t digits) {
  std::string text = FormatYear(year);
  text.replace(text.size() - digits, digits, digits, 'X');
  return text;
}

std::string FormatOpen(DayInterval window) {
  if (window.lo <= kMinusInfinity && window.hi >= kPlusInfinity) return "/";
  const std::string lo =
      window.lo <= kMinusInfinity ? ".." : FormatDay(window.lo);
  const std::string hi =
      window.hi >= kPlusInfinity ? ".." : FormatDay(window.hi);
  return lo + "/" + hi;
}

std::string FormatQualifier(std::uint8_t qualifier) {
  constexpr std::array<const char*, 4> kSigns = {"", "?", "~", "%"};
  return kSigns[qualifier & 3];
}

std::string FormatParts(const internal::EdtfDate& parts) {
  const std::string year = FormatYear(parts.first.year);
  const std::string sign = FormatQualifier(parts.qualifier);
  const std::string code = TwoDigits(static_cast<unsigned>(parts.code) % 100);
  const std::string month = TwoDigits(parts.first.month);
  switch (parts.grain) {
    case Grain::kDay:
      return year + "-" + month + "-" + TwoDigits(parts.first.day) + sign;
    case Grain::kWeek:
      return year + "-W" + code + sign;
    case Grain::kMonth:
      return year + "-" + month + sign;
    case Grain::kQuarter:
    case Grain::kSeason:
    case Grain::kHalf:
      return year + "-" + code + sign;
    case Grain::kYear:
      return year + sign;
    case Grain::kDecade:
      return FormatUnspecified(parts.first.year, 1) + sign;
    case Grain::kCentury:
      return FormatUnspecified(parts.first.year, 2) + sign;
    case Grain::kUnknown:
      break;
  }
  std::abort();  // a value outside the enum
}

// True for parts that an EDTF string can name: WindowsOf is defined for them.
bool IsNameable(const internal::EdtfDate& parts) {
  switch (parts.grain) {
    case Grain::kWeek:
      return parts.code >= 1 && parts.code <= 53;
    case Grain::kQuarter:
      return parts.code >= 33 && parts.code <= 36;
    case Grain::kSeason:
      return parts.code >= 21 && parts.code <= 32;
    case Grain::kHalf:
      return parts.code == 40 || parts.code == 41;
    case Grain::kUnknown:
      return false;
    default:
      return true;
  }
}

}  // namespace

std::string_view Name(Grain grain) noexcept {
  switch (grain) {
    case Grain::kDay:
      return "day";
    case Grain::kWeek:
      return "week";
    case Grain::kMonth:
      return "month";
    case Grain::kQuarter:
      return "quarter";
    case Grain::kSeason:
      return "season";
    case Grain::kHalf:
      return "half";
    case Grain::kYear:
      return "year";
    case Grain::kDecade:
      return "decade";
    case Grain::kCentury:
      return "century";
    case Grain::kUnknown:
      return "unknown";
  }
  std::abort();  // a value outside the enum
}

std::string FormatDay(Day day) {
  if (day <= kMinusInfinity) return "-inf";
  if (day >= kPlusInfinity) return "+inf";
  const CivilDay civil = CivilOf(day);
  return FormatYear(civil.year) + "-" + TwoDigits(civil.month) + "-" +
         TwoDigits(civil.day);
}

Date::Date(std::chrono::year_month_day ymd) noexcept {
  const Day day =
      static_cast<Day>(std::chrono::sys_days(ymd).time_since_epoch().count());
  core_ = hull_ = {day, day};
  grain_ = Grain::kDay;
}

std::string Date::ToString() const {
  const internal::EdtfDate parts = internal::EdtfParts(*this);
  if (IsNameable(parts) && internal::MakeEdtf(parts) == *this)
    return FormatParts(parts);
  return FormatOpen(core_);
}

}  // namespace gainsay::inline v0

namespace gainsay::internal {

Date MakeDate(DayInterval core, DayInterval hull, Grain grain) {
  return DateAccess::Make(core, hull, grain);
}

}  // namespace gainsay::internal

// Durations, sets and times of day.
#include <cmath>

#include "mention/productions.h"

namespace gainsay::internal {
namespace {

void AddLength(Sense& out, double n, double n_max, Unit unit) {
  out.length[out.length_parts++] = {n, n_max, unit};
}

bool IsDayLike(const Sense& s) {
  if (s.kind != Sense::Kind::kPoint || s.hour >= 0 || !s.part_of_day.empty())
    return false;
  return s.day != 0 || s.weekday != 0 || !s.holiday.empty() ||
         (s.shifted && s.shift_unit <= Unit::kBusinessDay && s.month == 0 &&
          s.part == 0);
}

}  // namespace

bool Amount(const Match& m, double* n, bool* vague) {
  *vague = false;
  *n = 1;
  if (m.Has(Slot::kNum)) {
    *n = m.At(Slot::kNum).value;
  } else if (m.Has(Slot::kVague)) {
    *n = m.At(Slot::kVague).value;
    *vague = *n == 0;
  }
  return *n >= 0 && *n < 1e7;
}

bool Length(const Match& m, Sense& out) {
  out.kind = Sense::Kind::kDuration;
  double n = 0;
  if (!Amount(m, &n, &out.vague)) return false;
  const Capture& unit = m.At(Slot::kUnit);
  if (m.Has(Slot::kNum)) {
    // "third month" counts nothing, and "twenty second" is an ordinal.
    const NumberHit& number = *m.At(Slot::kNum).number;
    const bool of = m.rule.arg == 6;
    if (number.fraction && n < 1 && n != 0.5 && !number.digits && !of)
      return false;
    // "one half", "three-quarters" are parts of one.
    const NumberHit* whole = m.chart.cardinal(m.At(Slot::kNum).begin);
    const bool part = whole->fraction && whole->end == unit.end;
    const bool hyphen = unit.begin > m.At(Slot::kNum).end;
    if (part && (hyphen || UnitOf(unit) == Unit::kHalfYear)) return false;
    // "one quarter of the land"
    const LexHit* of_it = m.chart.Find(m.end, WordClass::kFractionBar);
    if (part && UnitOf(unit) == Unit::kQuarter && of_it != nullptr &&
        of_it->row->value == 0 && (n == 1 || n == 3))
      return false;
    const bool loose =
        m.chart.Spaced(unit.begin) && unit.begin == m.At(Slot::kNum).end;
    if (UnitOf(unit) == Unit::kSecond && !IsPlural(unit) && n != 1 && loose &&
        !number.digits)
      return false;
  }
  if (UnitOf(unit) == Unit::kPeriod) return false;
  if (m.rule.arg == 1 && !m.Has(Slot::kVague)) out.vague = true, n = 0;
  out.definite = m.rule.arg == 5;
  // "three quarters of an hour", not "two of the years".
  if (m.rule.arg == 6 && !m.At(Slot::kNum).number->fraction) return false;
  if (m.rule.arg == 2) n += 0.5;
  if (m.rule.arg == 3) n = 0.5;
  if (m.Has(Slot::kVague) && !out.vague) out.modifier = Modifier::kAbout;
  double n_max = n;
  if (m.rule.arg == 4) {  // "weeks or months"
    if (!IsPlural(m.At(Slot::kUnit2)) ||
        UnitOf(m.At(Slot::kUnit2)) <= UnitOf(unit))
      return false;
    out.vague = true;
    out.modifier = Modifier::kAbout;
    AddLength(out, 0, 0, UnitOf(unit));
    return true;
  }
  const bool compound = m.Has(Slot::kUnit2);
  if (m.Has(Slot::kNum2) && !compound) n_max = m.At(Slot::kNum2).value;
  if (n_max < n) return false;
  AddLength(out, n, n_max, UnitOf(unit));
  if (compound) {
    if (UnitOf(m.At(Slot::kUnit2)) >= UnitOf(unit)) return false;
    AddLength(out, m.At(Slot::kNum2).value, m.At(Slot::kNum2).value,
              UnitOf(m.At(Slot::kUnit2)));
  }
  if (m.Has(Slot::kUnit3)) {
    if (UnitOf(m.At(Slot::kUnit3)) >= UnitOf(m.At(Slot::kUnit2))) return false;
    AddLength(out, m.At(Slot::kNum3).value, m.At(Slot::kNum3).value,
              UnitOf(m.At(Slot::kUnit3)));
  }
  out.round = UnitOf(unit) >= Unit::kDecade;
  return true;
}

bool Span(const Match& m, Sense& out) {
  out.kind = Sense::Kind::kDuration;
  out.span = m.Has(Slot::kRel) && m.At(Slot::kRel).value > 0 ? 1 : -1;
  if (m.rule.arg == 1) {
    AddLength(out, 1, 1, Unit::kDecade);
    out.round = true;
    return m.At(Slot::kRel).value != 0;
  }
  if (m.rule.arg == 2) {
    out.vague = true;
    AddLength(out, 0, 0, UnitOf(m.At(Slot::kUnit)));
    return UnitOf(m.At(Slot::kUnit)) != Unit::kPeriod;
  }
  double n = 0;
  if (m.At(Slot::kRel).value == 0 || !Amount(m, &n, &out.vague) ||
      UnitOf(m.At(Slot::kUnit)) == Unit::kPeriod)
    return false;
  if (m.Has(Slot::kVague) && !out.vague) out.modifier = Modifier::kAbout;
  AddLength(out, n, n, UnitOf(m.At(Slot::kUnit)));
  out.round = UnitOf(m.At(Slot::kUnit)) >= Unit::kDecade;
  return true;
}

bool Repeat(const Match& m, Sense& out) {
  out.kind = Sense::Kind::kSet;
  if (m.Has(Slot::kWeekday))
    return out.weekday = static_cast<std::int8_t>(m.At(Slot::kWeekday).value),
           true;
  if (m.Has(Slot::kPod))
    return out.part_of_day = m.At(Slot::kPod).row->text, true;
  if (!m.Has(Slot::kUnit) || UnitOf(m.At(Slot::kUnit)) == Unit::kPeriod)
    return false;
  double n = m.rule.arg == 2 ? 2 : 1;
  if (m.Has(Slot::kNum) && m.rule.arg == 0) n = m.At(Slot::kNum).value;
  AddLength(out, n, n, UnitOf(m.At(Slot::kUnit)));
  return n > 0;
}

namespace {

// "half past six", "ten minutes to four in the afternoon".
bool ClockWords(const Match& m, Sense& out) {
  out.half_told = m.Has(Slot::kHalfDay);
  const bool counted = m.rule.arg >= 8;
  const bool before = m.rule.arg == 7 || m.rule.arg == 9;
  const double minutes = counted           ? m.At(Slot::kNum).value
                         : m.rule.arg == 5 ? 30
                                           : 15;
  const Capture& hour = m.At(counted ? Slot::kNum2 : Slot::kNum);
  double h = hour.value;
  if (h < 1 || h > 12 || h != std::floor(h) || minutes < 1 || minutes >= 60)
    return false;
  if (m.Has(Slot::kHalfDay)) {
    const double half = m.At(Slot::kHalfDay).value;
    h = std::fmod(h, 12) + half;
  }
  out.minute = static_cast<std::int8_t>(before ? 60 - minutes : minutes);
  if (before) h = h == 0 ? 23 : h - 1;
  out.hour = static_cast<std::int8_t>(h);
  return true;
}

// The hour of a clock in a part of the day: "at 3" of an afternoon is 15.
double HourIn(std::string_view part_of_day, double h) {
  const bool late =
      part_of_day == "AF" || part_of_day == "EV" || part_of_day == "NI";
  const bool small_hours = part_of_day == "NI" && (h < 5 || h == 12);
  return late && h < 12 && !small_hours ? h + 12 : h;
}

}  // namespace

bool Clock(const Match& m, Sense& out) {
  out.kind = Sense::Kind::kPoint;
  if (m.Has(Slot::kTail)) out.zone = m.At(Slot::kTail).row->text;
  if (m.rule.arg == 1) {
    const LexHit* pod = m.chart.Find(m.begin, WordClass::kPartOfDay);
    if (pod == nullptr) return false;
    return out.part_of_day = pod->row->text, true;
  }
  if (m.rule.arg == 2) {
    const double days =
        m.Has(Slot::kRel) ? m.At(Slot::kRel).value : m.At(Slot::kDeictic).value;
    SetShift(out, days, Unit::kDay, Sense::From::kDocument);
    out.part_of_day = m.At(Slot::kPod).row->text;
    return true;
  }
  if (m.rule.arg == 4) {  // "mid-afternoon yesterday"
    out.part_of_day = m.At(Slot::kPod).row->text;
    out.modifier = static_cast<Modifier>(m.At(Slot::kStage).value);
    if (m.Has(Slot::kDeictic))
      SetShift(out, m.At(Slot::kDeictic).value, Unit::kDay,
               Sense::From::kDocument);
    return true;
  }
  if (m.rule.arg == 3) {  // "the next morning"
    const LexHit* pod = m.chart.Find(m.end - 1, WordClass::kPartOfDay);
    if (pod == nullptr) return false;
    SetShift(out, 1, Unit::kDay, Sense::From::kMentioned);
    out.part_of_day = pod->row->text;
    return true;
  }
  if (m.rule.arg >= 5) return ClockWords(m, out);
  out.half_told = m.Has(Slot::kHalfDay);
  const Capture& hour =
      m.Has(Slot::kHour) ? m.At(Slot::kHour) : m.At(Slot::kNum);
  double h = hour.value;
  if (m.rule.arg == -1) {  // "0735 GMT"
    if (m.chart.token(hour.begin).shape != TokenShape::kNumber ||
        m.chart.folded(hour.begin).size() != 4 || hour.end != hour.begin + 1 ||
        h != std::floor(h) || h < 0 || h >= 2400)
      return false;  // "19e8" has four characters, too
    const double minute = std::fmod(h, 100);
    out.minute = static_cast<std::int8_t>(minute);
    out.hour = static_cast<std::int8_t>(h / 100);
    return minute < 60;
  }
  if (hour.number != nullptr && hour.number->digits && h != std::floor(h)) {
    // "8.30 pm"
    const std::string_view text = m.chart.folded(hour.begin);
    const std::size_t dot = text.find('.');
    const double minute = std::round((h - std::floor(h)) * 100);
    if (dot == std::string_view::npos || dot + 3 != text.size() || minute >= 60)
      return false;
    out.minute = static_cast<std::int8_t>(minute);
    h = std::floor(h);
  }
  if (h < 0 || h > 24 || h != std::floor(h)) return false;
  if (m.Has(Slot::kHalfDay)) {
    if (h > 12 && m.At(Slot::kHalfDay).value == 0) return false;
    // "12 at night" is midnight, "2 at night" two hours later.
    constexpr double kLatest = 5;
    const bool night = m.At(Slot::kHalfDay).row->text == "night";
    if (night && h == 12) {
      h = 24;
    } else if (h < 12 && !(night && h <= kLatest)) {
      h += m.At(Slot::kHalfDay).value;
    }
    if (h == 12 && m.At(Slot::kHalfDay).value == 0) h = 0;
  }
  out.hour = static_cast<std::int8_t>(h);
  if (m.Has(Slot::kMinute))
    out.minute = static_cast<std::int8_t>(m.At(Slot::kMinute).value);
  if (m.Has(Slot::kSecond))
    out.second = static_cast<std::int8_t>(m.At(Slot::kSecond).value);
  return true;
}

bool ClockOnDate(const Match& m, Sense& out) {
  if (m.rule.arg == 2) {  // "this afternoon at 3"
    const Sense& part = m.SenseOf(Slot::kTime);
    const Capture& hour = m.At(Slot::kNum);
    const double h = HourIn(part.part_of_day, hour.value);
    const bool counts = m.end < m.chart.size() &&
                        m.chart.token(m.end).shape == TokenShape::kWord &&
                        !m.chart.Has(m.end, WordClass::kFunctionWord);
    if (part.part_of_day.empty() || counts || h < 0 || h > 24 ||
        h != std::floor(h))
      return false;
    out = part;
    out.part_of_day = {};
    out.hour = static_cast<std::int8_t>(h);
    out.half_told = true;
    return true;
  }
  if (!IsDayLike(m.SenseOf(Slot::kDate))) return false;
  out = m.SenseOf(Slot::kDate);
  if (m.Has(Slot::kTime)) {
    const Sense& time = m.SenseOf(Slot::kTime);
    if (time.shifted || (time.hour < 0 && time.part_of_day.empty()))
      return false;
    out.hour = time.hour, out.minute = time.minute, out.second = time.second;
    out.half_told = time.half_told, out.zone = time.zone;
    out.part_of_day = time.part_of_day;
    // "Half past five on Sunday afternoon".
    if (m.Has(Slot::kPod) && out.hour > 0 && !out.half_told) {
      out.hour = static_cast<std::int8_t>(
          HourIn(m.At(Slot::kPod).row->text, out.hour));
      out.half_told = true;
    }
    return true;
  }
  const LexHit* first = m.chart.Find(m.begin, WordClass::kPartOfDay);
  out.part_of_day = m.rule.arg == 1 && first != nullptr ? first->row->text
                    : m.Has(Slot::kPod) ? m.At(Slot::kPod).row->text
                                        : "";
  return !out.part_of_day.empty();
}

}  // namespace gainsay::internal

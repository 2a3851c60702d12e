#include "mention/produce.h"

#include <cmath>

namespace gainsay::internal {
namespace {

Unit UnitOf(const Capture& capture) {
  return static_cast<Unit>(capture.row->value);
}
bool IsPlural(const Capture& capture) { return capture.row->text == "pl"; }
bool IsAmbiguous(const Capture& capture) { return capture.row->text == "amb"; }

bool IsPeriod(Unit unit) {
  return unit >= Unit::kDay && unit <= Unit::kMillennium;
}

// EDTF code of the ordinal-th quarter or half, 0 if there is none.
std::int8_t PartCode(Unit unit, double ordinal) {
  if (unit == Unit::kQuarter && ordinal >= 1 && ordinal <= 4)
    return static_cast<std::int8_t>(32 + ordinal);
  if (unit == Unit::kHalfYear && ordinal >= 1 && ordinal <= 2)
    return static_cast<std::int8_t>(39 + ordinal);
  return 0;
}

void SetShift(Sense& sense, double n, Unit unit, Sense::From from) {
  sense.kind = Sense::Kind::kPoint;
  sense.shifted = true;
  sense.shift = n;
  sense.shift_unit = unit;
  sense.from = from;
}

// The fields of the calendar that were captured.
bool CalendarFields(const Match& m, Sense& out) {
  if (m.Has(Slot::kMonth)) {
    const Capture& month = m.At(Slot::kMonth);
    out.month = static_cast<std::int8_t>(month.value);
  }
  if (m.Has(Slot::kDay))
    out.day = static_cast<std::int8_t>(m.At(Slot::kDay).value);
  if (m.Has(Slot::kYear)) {
    const Capture& year = m.At(Slot::kYear);
    out.year = static_cast<std::int32_t>(year.value);
    out.two_digit_year = year.value < 100;
    out.decade = (year.row != nullptr &&
                  year.row->word_class == WordClass::kDecadeWord) ||
                 (year.row == nullptr &&
                  m.chart.token(year.begin).shape == TokenShape::kAlnum) ||
                 m.rule.arg == 5;
    if (out.decade && std::fmod(year.value, 10) != 0) return false;
  }
  if (m.Has(Slot::kWeekday))
    out.weekday = static_cast<std::int8_t>(m.At(Slot::kWeekday).value);
  if (m.Has(Slot::kSeason))
    out.part = static_cast<std::int8_t>(m.At(Slot::kSeason).value);
  if (m.Has(Slot::kOrd) && m.Has(Slot::kUnit)) {
    out.part = PartCode(UnitOf(m.At(Slot::kUnit)), m.At(Slot::kOrd).value);
    if (out.part == 0) return false;
  }
  if (m.Has(Slot::kHoliday)) out.holiday = m.At(Slot::kHoliday).row->text;
  constexpr std::int8_t kMostDays[] = {31, 31, 29, 31, 30, 31, 30,
                                       31, 31, 30, 31, 30, 31};
  return out.month <= 12 && out.day <= kMostDays[out.month];
}

// "last July", "next week", "this quarter": which of a row of periods.
bool RelativeFields(const Match& m, Sense& out) {
  if (!m.Has(Slot::kRel)) return true;
  const double rel = m.At(Slot::kRel).value;
  const bool named = out.month != 0 || out.weekday != 0 || out.part != 0 ||
                     !out.holiday.empty();
  const Slot slot = m.Has(Slot::kUnit2) ? Slot::kUnit2 : Slot::kUnit;
  const bool of_unit =
      m.Has(slot) && (slot == Slot::kUnit2 || !m.Has(Slot::kOrd));
  if (of_unit) {
    if (IsPlural(m.At(slot)) || !IsPeriod(UnitOf(m.At(slot)))) return false;
    SetShift(out, rel, UnitOf(m.At(slot)), Sense::From::kDocument);
    return true;
  }
  if (!named) return false;
  out.direction = rel < 0   ? Sense::Direction::kLast
                  : rel > 0 ? Sense::Direction::kNext
                            : Sense::Direction::kThis;
  return true;
}

// "nineteen ninety-one", "twenty eleven", "the year two thousand".
bool SpelledYear(const Match& m, Sense& out) {
  const Capture& head = m.At(Slot::kNum);
  if (head.number->digits || head.number->fraction) return false;
  if (!m.Has(Slot::kNum2)) {
    out.year = static_cast<std::int32_t>(head.value);
    return head.value >= 1000 && head.value < 3000;
  }
  const Capture& tail = m.At(Slot::kNum2);
  if (tail.number->digits || head.value < 10 || head.value > 20 ||
      tail.value < 10 || tail.value > 99)
    return false;
  out.year = static_cast<std::int32_t>(head.value * 100 + tail.value);
  return true;
}

bool Point(const Match& m, Sense& out) {
  out.kind = Sense::Kind::kPoint;
  if (!CalendarFields(m, out)) return false;
  const int arg = m.rule.arg;
  if (arg == 1 || arg == 2) {
    out.day_month_swappable = out.day <= 12 && out.day != out.month;
  } else if (arg == 3) {
    return SpelledYear(m, out);
  } else if (arg == 4) {
    out.fiscal = true;
  } else if (arg == 6) {
    out.century = true;
    out.year = static_cast<std::int32_t>(m.At(Slot::kOrd).value - 1) * 100;
    return m.At(Slot::kOrd).value >= 1 && m.At(Slot::kOrd).value <= 30;
  } else if (arg == 8) {
    out.modifier = Modifier::kEnd;
    if (out.year == Sense::kNoYear)
      SetShift(out, 0, Unit::kYear, Sense::From::kDocument);
    return true;
  }
  if (m.Has(Slot::kEra)) {
    const double year = m.At(Slot::kNum).value;
    if (year < 1 || year > 9999 || m.At(Slot::kNum).number->fraction)
      return false;
    out.year =
        static_cast<std::int32_t>(m.At(Slot::kEra).value == 1 ? -year : year);
  }
  if (m.Has(Slot::kDeictic)) {
    const Capture& deictic = m.At(Slot::kDeictic);
    SetShift(out, deictic.value, Unit::kDay, Sense::From::kDocument);
    out.part_of_day = deictic.row->text;
  }
  return RelativeFields(m, out);
}

// The count that stands before a unit: a number, an article, or a vague word.
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

bool Shift(const Match& m, Sense& out) {
  double n = 0;
  bool vague = false;
  if (!Amount(m, &n, &vague)) return false;
  const Unit unit = UnitOf(m.At(Slot::kUnit));
  if (unit == Unit::kPeriod) return false;
  const bool from_document = m.rule.production == Production::kShift;
  SetShift(out, n * m.rule.arg, unit,
           from_document ? Sense::From::kDocument : Sense::From::kMentioned);
  out.vague = vague;
  if (m.Has(Slot::kVague) && !vague) out.modifier = Modifier::kAbout;
  out.length[0] = {n, n, unit};
  out.length_parts = 1;
  return true;
}

bool ShiftDate(const Match& m, Sense& out) {
  double n = 0;
  bool vague = false;
  const Sense& date = m.SenseOf(Slot::kDate);
  if (!Amount(m, &n, &vague) || vague || date.kind != Sense::Kind::kPoint)
    return false;
  const bool before = m.rule.arg < 0;
  SetShift(out, before ? -n : n, UnitOf(m.At(Slot::kUnit)), Sense::From::kDate);
  out.base = m.chart.result(m.At(Slot::kDate).result).sense;
  return true;
}

bool SamePeriod(const Match& m, Sense& out) {
  out.kind = Sense::Kind::kPoint;
  out.from = Sense::From::kMentioned;
  out.shifted = true;
  out.shift = m.rule.arg;
  out.shift_unit = Unit::kYear;
  if (m.Has(Slot::kUnit)) {
    out.shift_unit = UnitOf(m.At(Slot::kUnit));
    out.shift = 0;
  }
  return true;
}

bool Reference(const Match& m, Sense& out) {
  out.kind = Sense::Kind::kReference;
  out.reference = m.At(Slot::kRef).row->text;
  return true;
}

void AddLength(Sense& out, double n, double n_max, Unit unit) {
  out.length[out.length_parts++] = {n, n_max, unit};
}

bool Length(const Match& m, Sense& out) {
  out.kind = Sense::Kind::kDuration;
  double n = 0;
  if (!Amount(m, &n, &out.vague)) return false;
  const Capture& unit = m.At(Slot::kUnit);
  if (UnitOf(unit) == Unit::kPeriod) return false;
  if (m.rule.arg == 1 && !m.Has(Slot::kVague)) out.vague = true, n = 0;
  if (m.rule.arg == 2) n += 0.5;
  if (m.rule.arg == 3) n = 0.5;
  if (m.Has(Slot::kVague) && !out.vague) out.modifier = Modifier::kAbout;
  double n_max = n;
  const bool compound = m.Has(Slot::kUnit2);
  if (m.Has(Slot::kNum2) && !compound) n_max = m.At(Slot::kNum2).value;
  if (n_max < n) return false;
  AddLength(out, n, n_max, UnitOf(unit));
  if (compound) {
    if (UnitOf(m.At(Slot::kUnit2)) >= UnitOf(unit)) return false;
    AddLength(out, m.At(Slot::kNum2).value, m.At(Slot::kNum2).value,
              UnitOf(m.At(Slot::kUnit2)));
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

bool Clock(const Match& m, Sense& out) {
  out.kind = Sense::Kind::kPoint;
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
  const Capture& hour =
      m.Has(Slot::kHour) ? m.At(Slot::kHour) : m.At(Slot::kNum);
  double h = hour.value;
  if (h < 0 || h > 24 || h != std::floor(h)) return false;
  if (m.Has(Slot::kHalfDay)) {
    if (h > 12 && m.At(Slot::kHalfDay).value == 0) return false;
    if (h < 12) h += m.At(Slot::kHalfDay).value;
    if (h == 12 && m.At(Slot::kHalfDay).value == 0) h = 0;
  }
  out.hour = static_cast<std::int8_t>(h);
  if (m.Has(Slot::kMinute))
    out.minute = static_cast<std::int8_t>(m.At(Slot::kMinute).value);
  if (m.Has(Slot::kSecond))
    out.second = static_cast<std::int8_t>(m.At(Slot::kSecond).value);
  return true;
}

bool IsDayLike(const Sense& s) {
  if (s.kind != Sense::Kind::kPoint || s.hour >= 0 || !s.part_of_day.empty())
    return false;
  return s.day != 0 || s.weekday != 0 || !s.holiday.empty() ||
         (s.shifted && s.shift_unit <= Unit::kBusinessDay && s.month == 0 &&
          s.part == 0);
}

bool ClockOnDate(const Match& m, Sense& out) {
  if (!IsDayLike(m.SenseOf(Slot::kDate))) return false;
  out = m.SenseOf(Slot::kDate);
  if (m.Has(Slot::kTime)) {
    const Sense& time = m.SenseOf(Slot::kTime);
    if (time.shifted || (time.hour < 0 && time.part_of_day.empty()))
      return false;
    out.hour = time.hour, out.minute = time.minute, out.second = time.second;
    out.part_of_day = time.part_of_day;
    return true;
  }
  const LexHit* first = m.chart.Find(m.begin, WordClass::kPartOfDay);
  out.part_of_day = m.rule.arg == 1 && first != nullptr ? first->row->text
                    : m.Has(Slot::kPod) ? m.At(Slot::kPod).row->text
                                        : "";
  return !out.part_of_day.empty();
}

bool Staged(const Match& m, Sense& out) {
  const Slot slot = m.Has(Slot::kTime) ? Slot::kTime : Slot::kDate;
  const Sense& date = m.SenseOf(slot);
  if (date.kind != Sense::Kind::kPoint || date.modifier != Modifier::kBare)
    return false;
  out = date;
  out.modifier = static_cast<Modifier>(m.At(Slot::kStage).value);
  return true;
}

bool Modified(const Match& m, Sense& out) {
  const Slot slot = m.rule.arg == 1 ? Slot::kDate : Slot::kDuration;
  const Sense& value = m.SenseOf(slot);
  const Capture& mod = m.At(Slot::kMod);
  const bool over = static_cast<Modifier>(mod.value) == Modifier::kMoreThan;
  if (value.span != 0 && over) return false;  // "over the past two weeks"
  if (value.modifier != Modifier::kBare ||
      value.kind == Sense::Kind::kReference)
    return false;
  out = value;
  out.modifier = static_cast<Modifier>(m.At(Slot::kMod).value);
  if (slot == Slot::kDate && out.modifier != Modifier::kAbout &&
      !(out.shifted && out.length_parts > 0))
    return false;
  return true;
}

bool IsYear(const Sense& s) {
  if (s.kind != Sense::Kind::kPoint || s.month != 0 || s.part != 0 ||
      s.day != 0 || s.weekday != 0 || s.decade || s.century)
    return false;
  if (!s.holiday.empty() || s.modifier != Modifier::kBare) return false;
  return s.year != Sense::kNoYear
             ? !s.shifted
             : s.shifted && (s.shift_unit == Unit::kYear ||
                             s.shift_unit == Unit::kFiscalYear);
}

bool DateUnit(const Match& m, Sense& out) {
  const Sense& date = m.SenseOf(Slot::kDate);
  if (date.kind != Sense::Kind::kPoint) return false;
  out = date;
  if (m.rule.arg == 3) return out.week_of = 1, date.day != 0;
  if (!IsYear(date)) return false;
  if (m.rule.arg == 2)
    return out.month = static_cast<std::int8_t>(m.At(Slot::kMonth).value), true;
  const Unit unit = UnitOf(m.At(Slot::kUnit));
  out.part = m.rule.arg == 1 ? (unit == Unit::kQuarter    ? 36
                                : unit == Unit::kHalfYear ? 41
                                                          : 0)
                             : PartCode(unit, m.At(Slot::kOrd).value);
  return out.part != 0;
}

// Whether a bare four-digit number is a year, by what stands around it.
bool IsYearHere(const Match& m) {
  const double year = m.At(Slot::kYear).value;
  const Chart& chart = m.chart;
  if (year < 1500 || year >= 2100) return false;
  const std::uint32_t at = m.begin;
  if (at > 0 && !chart.Spaced(at)) {
    const std::string_view mark = chart.folded(at - 1);
    if (mark != "(" && mark != "-" && mark != "\u2013" && mark != "/" &&
        mark != "\"" && mark != "[")
      return false;
  }
  const bool intro = at > 0 && (chart.Has(at - 1, WordClass::kYearIntro) ||
                                chart.Has(at - 1, WordClass::kMonth) ||
                                chart.Has(at - 1, WordClass::kSeason) ||
                                chart.Has(at - 1, WordClass::kStage));
  if (m.end >= chart.size()) return true;
  const Token& next = chart.token(m.end);
  if (next.shape == TokenShape::kSymbol || next.shape == TokenShape::kNumber ||
      next.shape == TokenShape::kAlnum)
    return false;
  if (next.shape != TokenShape::kWord)
    return intro || chart.folded(m.end) != "-";
  if (chart.Has(m.end, WordClass::kMagnitude) ||
      chart.Has(m.end, WordClass::kMeasure) ||
      chart.Has(m.end, WordClass::kCurrency))
    return false;
  if (chart.Has(m.end, WordClass::kFunctionWord)) return true;
  if (chart.Has(m.end, WordClass::kTimeUnit) &&
      chart.Find(m.end, WordClass::kTimeUnit)->row->text == "pl")
    return false;
  const bool plural_noun = chart.folded(m.end).ends_with("s") &&
                           !chart.folded(m.end).starts_with("'");
  if (!intro)
    return !(next.flags & kCapitalised) ? false : at == 0 ? false : true;
  return !(plural_noun && year > 1999 && year < 2001);
}

}  // namespace

bool Holds(const Match& m) {
  const Chart& chart = m.chart;
  for (const char condition : m.rule.when) {
    switch (condition) {
      case 'C':  // an ambiguous month stands capitalised after a word that
                 // introduces dates
        if (m.Has(Slot::kMonth) && IsAmbiguous(m.At(Slot::kMonth)) &&
            (!(chart.token(m.begin).flags & kCapitalised) || m.begin == 0 ||
             !(chart.Has(m.begin - 1, WordClass::kYearIntro) ||
               chart.Has(m.begin - 1, WordClass::kStage)))) {
          return false;
        }
        break;
      case 'I':  // after a word that introduces years
        if (m.begin == 0 || !chart.Has(m.begin - 1, WordClass::kYearIntro))
          return false;
        break;
      case 'P':
        if (!IsPlural(m.At(Slot::kUnit))) return false;
        break;
      case '1':
        if (IsPlural(m.At(Slot::kUnit))) return false;
        break;
      case 'U': {  // a singular unit from a day up; of a quarter only where no
                   // fraction is meant
        const Capture& unit = m.At(Slot::kUnit);
        if (IsPlural(unit) || UnitOf(unit) == Unit::kSecond ||
            UnitOf(unit) == Unit::kPeriod || UnitOf(unit) == Unit::kHalfYear)
          return false;
        if (UnitOf(unit) == Unit::kQuarter && !m.Has(Slot::kRel)) return false;
        break;
      }
      case 'S':  // what comes before is counted: "$5 a year"
        if (m.begin == 0) return false;
        if (!(chart.Has(m.begin - 1, WordClass::kCurrency) ||
              chart.Has(m.begin - 1, WordClass::kMeasure) ||
              chart.Has(m.begin - 1, WordClass::kMagnitude) ||
              chart.Has(m.begin - 1, WordClass::kNumberWord) ||
              chart.token(m.begin - 1).shape == TokenShape::kNumber)) {
          return false;
        }
        break;
      case 'Y':
        if (!IsYearHere(m)) return false;
        break;
      default:
        break;
    }
  }
  return true;
}

bool Produce(const Match& m, Sense& out) {
  switch (m.rule.production) {
    case Production::kPoint:
    case Production::kHoliday:
      return Point(m, out);
    case Production::kShift:
    case Production::kShiftRef:
      return Shift(m, out);
    case Production::kShiftDate:
      return ShiftDate(m, out);
    case Production::kSamePeriod:
      return SamePeriod(m, out);
    case Production::kReference:
      return Reference(m, out);
    case Production::kLength:
      return Length(m, out);
    case Production::kSpan:
      return Span(m, out);
    case Production::kRepeat:
      return Repeat(m, out);
    case Production::kClock:
      return Clock(m, out);
    case Production::kTimeOnDate:
      return ClockOnDate(m, out);
    case Production::kStage:
      return Staged(m, out);
    case Production::kModify:
      return Modified(m, out);
    case Production::kDateUnit:
      return DateUnit(m, out);
    case Production::kRange:
    case Production::kNumeric:
      return false;
  }
  return false;
}

}  // namespace gainsay::internal

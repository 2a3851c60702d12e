#include "mention/produce.h"

#include <cmath>

#include "calendar/civil.h"
#include "mention/productions.h"

namespace gainsay::internal {
namespace {

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
    if (year.value > 9999) return false;  // "48000000000s"
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
  const NumberHit* ordinal = m.chart.ordinal(tail.begin);
  const bool part = m.chart.cardinal(head.begin)->fraction;
  if (part || (ordinal != nullptr && ordinal->end > tail.end)) return false;
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
  } else if (arg == 13) {  // "20. Jahrhundert"
    out.century = true;
    out.year = (out.day - 1) * 100;
    out.day = 0;
    return true;
  } else if (arg == 6) {
    out.century = true;
    out.year = static_cast<std::int32_t>(m.At(Slot::kOrd).value - 1) * 100;
    if (m.Has(Slot::kEra) && m.At(Slot::kEra).value == 1)
      out.year = -out.year - 100;
    return m.At(Slot::kOrd).value >= 1 && m.At(Slot::kOrd).value <= 30;
  } else if (arg == 8) {
    out.modifier = Modifier::kEnd;
    if (out.year == Sense::kNoYear)
      SetShift(out, 0, Unit::kYear, Sense::From::kDocument);
    return true;
  } else if (arg == 15) {  // "the last day of January"
    const std::int32_t year = out.year == Sense::kNoYear ? 1 : out.year;
    out.day = static_cast<std::int8_t>(
        LastDayOf(year, static_cast<unsigned>(out.month)));
    return true;
  }
  if (arg == 11 || arg == 12) {  // "the full year", "the latest fiscal year"
    SetShift(out, arg == 11 ? 0 : -1, Unit::kYear, Sense::From::kDocument);
    return true;
  }
  if (arg == 10) {  // "the year-ago third quarter"
    SetShift(out, -1, Unit::kYear, Sense::From::kDocument);
    return out.part != 0;
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

bool Shift(const Match& m, Sense& out) {
  double n = 0;
  bool vague = false;
  if (!Amount(m, &n, &vague)) return false;
  const Unit unit = m.Has(Slot::kUnit) ? UnitOf(m.At(Slot::kUnit)) : Unit::kDay;
  if (unit == Unit::kPeriod) return false;
  const bool half = !m.Has(Slot::kNum) && !m.Has(Slot::kVague) &&
                    !m.chart.Has(m.begin, WordClass::kNumberOne) &&
                    m.chart.Has(m.begin, WordClass::kDenominator);
  if (half) n = 0.5;  // "half an hour ago"
  const bool from_document = m.rule.production == Production::kShift;
  SetShift(out, n * m.rule.arg, unit,
           from_document ? Sense::From::kDocument : Sense::From::kMentioned);
  out.vague = vague;
  if (m.Has(Slot::kVague) && !vague) out.modifier = Modifier::kAbout;
  if (m.Has(Slot::kMod))
    out.modifier = static_cast<Modifier>(m.At(Slot::kMod).value);
  // "the next decade" is a length.
  if (m.rule.arg > 0 && !m.Has(Slot::kNum) && !m.Has(Slot::kVague) &&
      unit >= Unit::kDecade)
    return false;
  out.length[0] = {n, n, unit};
  out.length_parts = 1;
  // "a decade ago" is a year, ten years back.
  if (unit == Unit::kDecade && from_document && !vague) {
    constexpr double kYears = 10;
    out.shift *= kYears;
    out.shift_unit = Unit::kYear;
  }
  return true;
}

bool ShiftDate(const Match& m, Sense& out) {
  double n = 0;
  bool vague = false;
  const Sense& date = m.SenseOf(Slot::kDate);
  if (!Amount(m, &n, &vague) || vague || date.kind != Sense::Kind::kPoint ||
      n != std::floor(n))
    return false;
  const bool before = m.rule.arg < 0;
  SetShift(out, before ? -n : n, UnitOf(m.At(Slot::kUnit)), Sense::From::kDate);
  out.base = m.chart.result(m.At(Slot::kDate).result).sense;
  return UnitOf(m.At(Slot::kUnit)) != Unit::kPeriod;
}

bool SamePeriod(const Match& m, Sense& out) {
  out.kind = Sense::Kind::kPoint;
  out.from = Sense::From::kMentioned;
  out.shifted = true;
  out.shift = m.rule.arg;
  out.shift_unit = Unit::kYear;
  out.same = true;
  out.any_time = m.rule.arg == 2;
  if (out.any_time) out.shift = 0;
  if (m.Has(Slot::kYear))
    out.year = static_cast<std::int32_t>(m.At(Slot::kYear).value);
  if (m.Has(Slot::kUnit)) out.same_unit = UnitOf(m.At(Slot::kUnit));
  return true;
}

bool Reference(const Match& m, Sense& out) {
  out.kind = Sense::Kind::kReference;
  if (m.rule.arg == 1) {  // "the fourth from the end", "the 3rd last"
    constexpr std::string_view kFromEnd[] = {
        "end+0",  "end-1",  "end-2",  "end-3",  "end-4",  "end-5",  "end-6",
        "end-7",  "end-8",  "end-9",  "end-10", "end-11", "end-12", "end-13",
        "end-14", "end-15", "end-16", "end-17", "end-18", "end-19"};
    const double rank = m.At(Slot::kNum).value;
    if (rank < 1 || rank > 20) return false;
    out.reference = kFromEnd[static_cast<std::size_t>(rank) - 1];
    return true;
  }
  out.reference = m.At(Slot::kRef).row->text;
  return true;
}

bool Staged(const Match& m, Sense& out) {
  if (m.rule.arg >= 3) {  // "1990 and beyond", "post-1959", "pre-1959"
    out.kind = Sense::Kind::kPoint;
    out.year = static_cast<std::int32_t>(m.At(Slot::kYear).value);
    constexpr Modifier kModifiers[] = {Modifier::kOnOrAfter, Modifier::kAfter,
                                       Modifier::kBefore};
    out.modifier = kModifiers[m.rule.arg - 3];
    return true;
  }
  const Slot slot = m.Has(Slot::kTime) ? Slot::kTime : Slot::kDate;
  const Sense& date = m.SenseOf(slot);
  if (date.kind != Sense::Kind::kPoint || date.modifier != Modifier::kBare)
    return false;
  out = date;
  out.modifier = static_cast<Modifier>(m.At(Slot::kStage).value);
  return true;
}

// Whether a longer result than the captured one begins where it begins: "over 6
// years" of "over 6 years old".
bool IsPartOfLonger(const Match& m, Slot slot) {
  const Capture& part = m.At(slot);
  const std::uint32_t first = m.chart.FirstResult(part.begin);
  return first != kNoIndex && m.chart.result(first).end > part.end;
}

bool Modified(const Match& m, Sense& out) {
  const Slot slot = m.rule.arg != 0 ? Slot::kDate : Slot::kDuration;
  if (IsPartOfLonger(m, slot)) return false;
  const Sense& value = m.SenseOf(slot);
  const Capture& mod = m.At(Slot::kMod);
  if (!mod.row->text.empty()) return false;  // of numbers
  const bool over = static_cast<Modifier>(mod.value) == Modifier::kMoreThan;
  if (value.span != 0 && over) return false;  // "over the past two weeks"
  if (value.modifier != Modifier::kBare ||
      value.kind == Sense::Kind::kReference)
    return false;
  out = value;
  out.modifier = static_cast<Modifier>(m.At(Slot::kMod).value);
  if (slot == Slot::kDate && out.modifier != Modifier::kAbout &&
      out.modifier != Modifier::kBare &&
      !(out.shifted && out.length_parts > 0 && out.shift < 0))
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
  const Unit part =
      m.Has(Slot::kUnit) ? UnitOf(m.At(Slot::kUnit)) : Unit::kPeriod;
  if ((date.decade || date.century) && part == Unit::kHalfYear &&
      date.modifier == Modifier::kBare) {  // "the last half of the '80s"
    const bool first = m.rule.arg == 0 && m.At(Slot::kOrd).value == 1;
    out.modifier = first ? Modifier::kStart : Modifier::kEnd;
    return m.rule.arg == 1 || m.At(Slot::kOrd).value <= 2;
  }
  if (!IsYear(date)) return false;
  if (m.rule.arg == 4)
    return out.part = static_cast<std::int8_t>(m.At(Slot::kSeason).value), true;
  if (m.rule.arg == 2)
    return out.month = static_cast<std::int8_t>(m.At(Slot::kMonth).value), true;
  const Unit unit = UnitOf(m.At(Slot::kUnit));
  out.part = m.rule.arg == 1 ? (unit == Unit::kQuarter    ? 36
                                : unit == Unit::kHalfYear ? 41
                                                          : 0)
                             : PartCode(unit, m.At(Slot::kOrd).value);
  return out.part != 0;
}

}  // namespace

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
    case Production::kUnit:
      return UnitAlone(m, out);
    case Production::kNumeric:
      return Numeric(m, out);
    case Production::kRelativeOrdinal:
      return Reference(m, out);
    case Production::kRange:
      return Range(m, out);
  }
  return false;
}

}  // namespace gainsay::internal

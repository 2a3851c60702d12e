// Money, percentages, ages, measures, temperatures and ranges of numbers.
#include <algorithm>
#include <cmath>

#include "mention/productions.h"

namespace gainsay::internal {
namespace {

// What can stand in a row of measures: a unit, its size in the least unit of
// its system, and that unit's size in the metric one. The dimension's letter.
struct Part {
  std::string_view unit;
  double size = 0;
  double metric = 1;
  char dimension = 0;
};

constexpr Part kParts[] = {
    {"km", 1000, 1, 'm'},
    {"m", 1, 1, 'm'},
    {"cm", 0.01, 1, 'm'},
    {"mm", 0.001, 1, 'm'},
    {"mile", 63360, 0.0254, 'm'},
    {"yd", 36, 0.0254, 'm'},
    {"ft", 12, 0.0254, 'm'},
    {"in", 1, 0.0254, 'm'},
    {"kg", 1000, 1, 'g'},
    {"g", 1, 1, 'g'},
    {"lb", 16, 28.349523125, 'g'},
    {"oz", 1, 28.349523125, 'g'},
    {"l", 1000, 1, 'l'},
    {"ml", 1, 1, 'l'},
    {"stone", 224, 28.349523125, 'g'},
    {"gallon", 128, 29.5735295625, 'l'},
    {"quart", 32, 29.5735295625, 'l'},
    {"pint", 16, 29.5735295625, 'l'},
    {"cup", 8, 29.5735295625, 'l'},
    {"fluid ounce", 1, 29.5735295625, 'l'},
};

const Part* FindPart(std::string_view unit) {
  const auto it =
      std::find_if(std::begin(kParts), std::end(kParts),
                   [unit](const Part& p) { return p.unit == unit; });
  return it == std::end(kParts) ? nullptr : it;
}

// Adds "10 inches" to "7 feet": in the smaller unit of one system, in the
// metric one of two.
bool AddMeasure(const Part& more, double n, const Part*& unit, double& number) {
  if (more.dimension != unit->dimension ||
      more.size * more.metric >= unit->size * unit->metric)
    return false;
  if (more.metric == unit->metric) {
    number = number * (unit->size / more.size) + n;
    unit = &more;
    return true;
  }
  const double total =
      number * unit->size * unit->metric + n * more.size * more.metric;
  if (unit->metric != 1) unit = &more;
  number = total / (unit->size * unit->metric);
  return unit->metric == 1;
}

// "7 feet 10 inches", "2 yards, 7 feet and 10 inches".
bool SeveralMeasures(const Match& m, Sense& out) {
  const Part* unit = FindPart(m.At(Slot::kMeasure).row->text);
  const Part* second = FindPart(m.At(Slot::kMeasure2).row->text);
  if (unit == nullptr || second == nullptr) return false;
  double number = m.At(Slot::kNum).value;
  if (!AddMeasure(*second, m.At(Slot::kNum2).value, unit, number)) return false;
  if (m.Has(Slot::kMeasure3)) {
    const Part* third = FindPart(m.At(Slot::kMeasure3).row->text);
    if (third == nullptr ||
        !AddMeasure(*third, m.At(Slot::kNum3).value, unit, number))
      return false;
  }
  out.unit = unit->unit;
  out.number = out.number_max = number;
  return true;
}

// A number with the sign that the pattern matched before it. Before a second
// number a dash may be the range's own: only what `$negative` took is a sign.
double Signed(const Match& m, Slot slot) {
  const Capture& number = m.At(slot);
  bool minus = number.begin > m.begin &&
               m.chart.Has(number.begin - 1, WordClass::kNegative);
  if (slot == Slot::kNum2)
    minus = minus && m.Has(Slot::kTail) &&
            m.At(Slot::kTail).end == number.begin &&
            m.At(Slot::kTail).row->word_class == WordClass::kNegative;
  return minus ? -number.value : number.value;
}

bool NumberRange(const Match& m, Sense& out) {
  out.number = Signed(m, Slot::kNum);
  out.number_max = Signed(m, Slot::kNum2);
  const NumberHit& high = *m.At(Slot::kNum2).number;
  // "7-9 million": the magnitude belongs to both.
  const bool scaled = out.number > 0 && out.number < 1000 &&
                      out.number_max >= 1000 && high.digits &&
                      high.end > m.At(Slot::kNum2).begin + 1;
  if (scaled) {
    double scale = 1;
    while (out.number_max / scale >= 1000) scale *= 1000;
    if (out.number * scale < out.number_max) out.number *= scale;
  }
  out.step = std::max(out.step, high.step);
  return out.number < out.number_max;
}

// Opens or closes the range's sides as a bound says.
bool ApplyBound(const Capture& bound, Sense& out) {
  const auto modifier = static_cast<Modifier>(bound.row->value);
  if (modifier == Modifier::kBare) return out.closed = bound.row->text == "eq";
  return OpenBound(modifier, out);
}

// "thirty" of "thirty years old", "twenty" of "twenty-first".
bool IsPartOfLonger(const Match& m, Slot slot) {
  const NumberHit* ordinal = m.chart.ordinal(m.At(slot).begin);
  if (ordinal != nullptr && ordinal->end > m.At(slot).end) return true;
  const std::uint32_t first = m.chart.FirstResult(m.At(slot).begin);
  return first != kNoIndex && m.chart.result(first).end > m.At(slot).end;
}

// Whether the words after the number begin another bound or count another
// number: "120 or" of "120 or more than 130", "20 at least" of "20 at least 5".
bool IsCutBound(const Match& m) {
  const Capture& bound = m.At(Slot::kMod);
  if (bound.end != m.end) return false;
  if (m.chart.Has(m.end - 1, WordClass::kModifier)) {
    const LexHit* other = m.chart.Find(m.end - 1, WordClass::kModifier);
    if (other->end > m.end) return true;
  }
  return m.end < m.chart.size() && m.chart.cardinal(m.end) != nullptr;
}

// "over 120", "120 or more"; not of "over 120 km", nor "120 or" of "120 or more
// than 130".
bool Bound(const Match& m, Sense& out) {
  if (IsPartOfLonger(m, Slot::kNum) || IsCutBound(m)) return false;
  const Capture& bound = m.At(Slot::kMod);
  if (bound.row->word_class == WordClass::kPostModifier &&
      bound.row->text == "eq")
    return false;
  out.number = out.number_max = Signed(m, Slot::kNum);
  out.modifier = static_cast<Modifier>(bound.value);
  return ApplyBound(bound, out);
}

// "equal to 50 or less", "less than 50 or equal": one word bounds, the other
// says that the bound itself belongs to it.
bool EqualBound(const Match& m, Sense& out) {
  if (IsPartOfLonger(m, Slot::kNum) || IsCutBound(m)) return false;
  const Capture &before = m.At(Slot::kMod2), &after = m.At(Slot::kMod);
  const bool equal = before.row->text == "eq";
  if (equal == (after.row->text == "eq")) return false;
  const Capture& bound = equal ? after : before;
  out.number = out.number_max = Signed(m, Slot::kNum);
  if (!ApplyBound(bound, out) || out.no_low == out.no_high) return false;
  out.open_low = out.open_high = false;
  out.modifier = out.no_high ? Modifier::kAtLeast : Modifier::kAtMost;
  return true;
}

// "more than 10 and less than 40".
bool TwoBounds(const Match& m, Sense& out) {
  if (IsPartOfLonger(m, Slot::kNum2)) return false;
  Sense first, second;
  if (!ApplyBound(m.At(Slot::kMod), first) ||
      !ApplyBound(m.At(Slot::kMod2), second) || first.no_low == second.no_low ||
      first.closed || second.closed)
    return false;
  const double one = m.At(Slot::kNum).value, two = m.At(Slot::kNum2).value;
  out.number = first.no_high ? one : two;
  out.number_max = first.no_high ? two : one;
  out.open_low = first.open_low || second.open_low;
  out.open_high = first.open_high || second.open_high;
  return out.number < out.number_max;
}

// "75 dollars million".
bool Scaled(const Match& m, Sense& out) {
  const double scale = m.At(Slot::kTail).value;
  out.number *= scale;
  out.number_max = out.number;
  return scale >= 1000 && out.number < 1e18;
}

// The hedge that stands before the quantity.
Modifier HedgeBefore(const Match& m) {
  const WordRow* row = nullptr;
  m.chart.EndingAt(m.begin, WordClass::kModifier, &row);
  return row == nullptr ? Modifier::kBare : static_cast<Modifier>(row->value);
}

// The unit of an age, and how many of it one of the unit named is: none of what
// no age is told in.
std::string_view AgeUnit(Unit unit, double* size) {
  *size = 1;
  switch (unit) {
    case Unit::kMinute:
      return "minute";
    case Unit::kHour:
      return "hour";
    case Unit::kDay:
      return "day";
    case Unit::kWeek:
      return "week";
    case Unit::kMonth:
      return "month";
    case Unit::kCentury:
      return *size = 100, "year";
    case Unit::kDecade:
      return *size = 10, "year";
    case Unit::kYear:
      return "year";
    default:
      return "";
  }
}

bool Age(const Match& m, Sense& out) {
  double size = 1;
  const bool counted = m.Has(Slot::kNum);
  if (!counted && m.At(Slot::kUnit).row->text == "pl")
    return false;  // "a decades-old mill"
  out.age = true;
  out.unit = AgeUnit(static_cast<Unit>(m.At(Slot::kUnit).row->value), &size);
  out.number *= size;
  if (m.Has(Slot::kUnit2)) {  // "12 years and 3 months old"
    if (out.unit != "year" ||
        static_cast<Unit>(m.At(Slot::kUnit2).row->value) != Unit::kMonth)
      return false;
    out.number = out.number * 12 + m.At(Slot::kNum2).value;
    out.unit = "month";
  }
  out.number_max = out.number;
  return !out.unit.empty();
}

// A number of hundredths or thousands that the currency's own name scales:
// "MUSD" are millions of dollars.
double ScaleOfCurrency(const Match& m) {
  if (!m.Has(Slot::kCurrency)) return 1;
  const WordRow& row = *m.At(Slot::kCurrency).row;
  if (row.word_class != WordClass::kCurrency) return 1;
  return row.value == 3 ? 1e3 : row.value == 6 ? 1e6 : 1;
}

bool Quantity(const Match& m, Sense& out);

}  // namespace

bool Numeric(const Match& m, Sense& out) {
  if (!Quantity(m, out)) return false;
  const double scale = ScaleOfCurrency(m);
  out.number *= scale, out.number_max *= scale, out.step *= scale;
  return true;
}

bool UnitAlone(const Match& m, Sense& out) {
  out.kind = Sense::Kind::kNumber;
  out.no_number = true;
  if (m.Has(Slot::kCurrency)) out.unit = m.At(Slot::kCurrency).row->text;
  if (m.Has(Slot::kMeasure)) out.unit = m.At(Slot::kMeasure).row->text;
  return !out.unit.empty();
}

namespace {

bool Quantity(const Match& m, Sense& out) {
  out.kind = Sense::Kind::kNumber;
  out.number = out.number_max = 1;
  if (m.Has(Slot::kNum)) {
    out.number = out.number_max = m.At(Slot::kNum).value;
    out.step = m.At(Slot::kNum).number->step;
  }
  if (m.Has(Slot::kCurrency) && m.At(Slot::kCurrency).row->value == 1 &&
      m.chart.Spaced(m.At(Slot::kCurrency).end - 1))
    return false;
  if (m.Has(Slot::kCurrency)) out.unit = m.At(Slot::kCurrency).row->text;
  if (m.Has(Slot::kMeasure)) out.unit = m.At(Slot::kMeasure).row->text;
  out.modifier = HedgeBefore(m);
  switch (m.rule.arg) {
    case 2: {  // with hundredths
      const double cents = m.At(Slot::kNum2).value;
      out.number += cents / 100;
      out.number_max = out.number;
      out.step = 0.01;
      const LexHit* unit = m.chart.Find(m.begin, WordClass::kCurrencySign);
      if (unit == nullptr)
        unit = m.chart.Find(m.At(Slot::kNum).end, WordClass::kCurrency);
      if (unit != nullptr) out.unit = unit->row->text;
      return cents < 100 && m.At(Slot::kNum).value < 1e9;
    }
    case 3:
      return NumberRange(m, out);
    case 4:
      return Age(m, out);
    case 5:
      out.age = true;
      out.unit = "year";
      return out.number < 130;
    case 6:
      return SeveralMeasures(m, out);
    case 7:
      out.number = out.number_max = 0.5;
      return true;
    case 21:  // "a quarter mile"
      out.number = out.number_max = 0.25;
      return true;
    case 22:  // "a year and a half old"
      out.number += 0.5;
      return Age(m, out);
    case 8:
      return Bound(m, out);
    case 9:
      return TwoBounds(m, out);
    case 10:
      return Scaled(m, out);
    case 11:
      out.unit = "degree";
      return true;
    case 12:  // 10"
      out.unit = "in";
      return true;
    case 13:  // "30 degrees below zero"
      out.number = out.number_max = -out.number;
      if (out.unit.empty()) out.unit = "degree";
      return out.number < 0;
    case 14:  // "three quarters of a mile", "half of 1 percent"
      return m.At(Slot::kNum).number->fraction &&
             (!m.Has(Slot::kNum2) || m.At(Slot::kNum2).value == 1);
    case 15:  // 6' 2"
      out.unit = "in";
      out.number = out.number * 12 + m.At(Slot::kNum2).value;
      out.number_max = out.number;
      return m.At(Slot::kNum2).value < 12 && m.At(Slot::kNum).value < 12;
    case 16:  // "$-5"
      out.number = out.number_max = -out.number;
      return true;
    case 17:  // "a mile and a half"
      out.number_max = out.number += 0.5;
      return out.number == std::floor(out.number) + 0.5;
    case 18:  // "40 - 50 years old"
      return Age(m, out) && NumberRange(m, out);
    case 19:  // "aged 5 to 10"
      out.age = true;
      out.unit = "year";
      return NumberRange(m, out) && out.number_max < 130;
    case 20:
      return EqualBound(m, out);
    case 23:  // "30+"
      if (IsPartOfLonger(m, Slot::kNum)) return false;
      out.modifier = Modifier::kAtLeast;
      return out.no_high = true;
    default:
      break;
  }
  const bool minus = m.chart.Has(m.begin, WordClass::kNegative);
  if (minus) {
    const bool dash = m.chart.folded(m.begin) == "-";
    const bool joined = dash && !m.chart.Spaced(m.begin) && m.begin > 0;
    if (joined) return false;
    out.number = -out.number;
    out.number_max = out.number;
  }
  return true;
}

}  // namespace

}  // namespace gainsay::internal

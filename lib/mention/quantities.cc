// Money, percentages, ages, measures, temperatures and ranges of numbers.
#include <algorithm>

#include "mention/productions.h"

namespace gainsay::internal {
namespace {

// Metres of a length, grams of a weight: for "7 feet 10 inches".
struct Part {
  std::string_view unit;
  double size = 0;
  char dimension = 0;
};

constexpr Part kParts[] = {
    {"km", 1000, 'm'},  {"m", 1, 'm'},        {"cm", 0.01, 'm'},
    {"mm", 0.001, 'm'}, {"mile", 63360, 'i'}, {"yd", 36, 'i'},
    {"ft", 12, 'i'},    {"in", 1, 'i'},       {"kg", 1000, 'g'},
    {"g", 1, 'g'},      {"lb", 16, 'o'},      {"oz", 1, 'o'},
    {"l", 1000, 'l'},   {"ml", 1, 'l'},
};

const Part* FindPart(std::string_view unit) {
  const auto it =
      std::find_if(std::begin(kParts), std::end(kParts),
                   [unit](const Part& p) { return p.unit == unit; });
  return it == std::end(kParts) ? nullptr : it;
}

// "7 feet 10 inches" in the smaller unit.
bool TwoMeasures(const Match& m, Sense& out) {
  const Part* large = FindPart(m.At(Slot::kMeasure).row->text);
  const Part* small = FindPart(m.At(Slot::kMeasure2).row->text);
  if (large == nullptr || small == nullptr ||
      large->dimension != small->dimension || small->size >= large->size)
    return false;
  out.unit = small->unit;
  out.number = out.number_max =
      m.At(Slot::kNum).value * (large->size / small->size) +
      m.At(Slot::kNum2).value;
  return true;
}

bool Range(const Match& m, Sense& out) {
  out.number_max = m.At(Slot::kNum2).value;
  const NumberHit& high = *m.At(Slot::kNum2).number;
  // "7-9 million": the magnitude belongs to both.
  const bool scaled = out.number < 1000 && out.number_max >= 1000 &&
                      high.digits && high.end > m.At(Slot::kNum2).begin + 1;
  if (scaled) {
    double scale = 1;
    while (out.number_max / scale >= 1000) scale *= 1000;
    if (out.number * scale < out.number_max) out.number *= scale;
  }
  out.step = std::max(out.step, high.step);
  return out.number < out.number_max;
}

// "over 120", "120 or more"; not of "over 120 km".
bool Bound(const Match& m, Sense& out) {
  const std::uint32_t longer = m.chart.FirstResult(m.At(Slot::kNum).begin);
  if (longer != kNoIndex && m.chart.result(longer).end > m.At(Slot::kNum).end)
    return false;
  out.modifier = static_cast<Modifier>(m.At(Slot::kMod).value);
  switch (out.modifier) {
    case Modifier::kMoreThan:
      out.open_low = out.no_high = true;
      return true;
    case Modifier::kAtLeast:
      out.no_high = true;
      return true;
    case Modifier::kLessThan:
      out.open_high = true;
      [[fallthrough]];
    case Modifier::kAtMost:
      out.no_low = true;
      return true;
    default:
      return false;
  }
}

// The hedge that stands before the quantity.
Modifier HedgeBefore(const Match& m) {
  const WordRow* row = nullptr;
  m.chart.EndingAt(m.begin, WordClass::kModifier, &row);
  return row == nullptr ? Modifier::kBare : static_cast<Modifier>(row->value);
}

std::string_view UnitName(Unit unit) {
  switch (unit) {
    case Unit::kDay:
      return "day";
    case Unit::kWeek:
      return "week";
    case Unit::kMonth:
      return "month";
    case Unit::kYear:
      return "year";
    default:
      return "";
  }
}

}  // namespace

bool Numeric(const Match& m, Sense& out) {
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
      const LexHit* unit =
          m.chart.Find(m.Has(Slot::kCurrency) ? m.At(Slot::kNum).end : m.begin,
                       WordClass::kCurrency);
      if (unit != nullptr) out.unit = unit->row->text;
      return cents < 100 && m.At(Slot::kNum).value < 1e9;
    }
    case 3:
      return Range(m, out);
    case 4:
      out.unit = UnitName(static_cast<Unit>(m.At(Slot::kUnit).row->value));
      return !out.unit.empty();
    case 5:
      out.unit = "year";
      return out.number < 130;
    case 6:
      return TwoMeasures(m, out);
    case 7:
      out.number = out.number_max = 0.5;
      return true;
    case 8:
      return Bound(m, out);
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

}  // namespace gainsay::internal

#include "claim/values.h"

#include <algorithm>
#include <iterator>

#include "calendar/quantity.h"
#include "claim/frames.h"

namespace gainsay::internal {
namespace {

struct UnitRow {
  std::string_view unit;  // canonical, as mentions carry it
  std::string_view base;
  double factor;
  std::uint32_t value_class;
};

// Units that are compared with each other, in one base unit.
constexpr UnitRow kUnits[] = {
    {"nanometer", "m", 1e-09, kLengthValue},
    {"micrometer", "m", 1e-06, kLengthValue},
    {"mm", "m", 0.001, kLengthValue},
    {"cm", "m", 0.01, kLengthValue},
    {"decimeter", "m", 0.1, kLengthValue},
    {"m", "m", 1, kLengthValue},
    {"km", "m", 1000, kLengthValue},
    {"in", "m", 0.0254, kLengthValue},
    {"ft", "m", 0.3048, kLengthValue},
    {"yd", "m", 0.9144, kLengthValue},
    {"mile", "m", 1609.344, kLengthValue},
    {"nautical mile", "m", 1852, kLengthValue},
    {"g", "kg", 0.001, kMassValue},
    {"milligram", "kg", 1e-06, kMassValue},
    {"kg", "kg", 1, kMassValue},
    {"metric ton", "kg", 1000, kMassValue},
    {"ton", "kg", 1000, kMassValue},
    {"short ton", "kg", 907.18474, kMassValue},
    {"lb", "kg", 0.45359237, kMassValue},
    {"oz", "kg", 0.028349523, kMassValue},
    {"square meter", "m2", 1, kAreaValue},
    {"square kilometer", "m2", 1000000.0, kAreaValue},
    {"hectare", "m2", 10000.0, kAreaValue},
    {"acre", "m2", 4046.8564, kAreaValue},
    {"square mile", "m2", 2589988.11, kAreaValue},
    {"square foot", "m2", 0.09290304, kAreaValue},
    {"square yard", "m2", 0.83612736, kAreaValue},
    {"square inch", "m2", 0.00064516, kAreaValue},
    {"kilometer per hour", "km/h", 1, kSpeedValue},
    {"mile per hour", "km/h", 1.609344, kSpeedValue},
    {"knot", "km/h", 1.852, kSpeedValue},
    {"l", "l", 1, kVolumeValue},
    {"ml", "l", 0.001, kVolumeValue},
    {"hectolitre", "l", 100, kVolumeValue},
    {"gallon", "l", 3.785411784, kVolumeValue},
    {"cubic meter", "l", 1000, kVolumeValue},
    {"cubic foot", "l", 28.316846592, kVolumeValue},
    {"barrel", "l", 158.987294928, kVolumeValue},
};

const UnitRow* FindUnit(std::string_view unit) {
  const auto* it =
      std::find_if(std::begin(kUnits), std::end(kUnits),
                   [&](const UnitRow& row) { return row.unit == unit; });
  return it == std::end(kUnits) ? nullptr : it;
}

void Scale(QuantityInterval& interval, double factor) {
  interval.lo *= factor;
  interval.hi *= factor;
}

void FillQuantity(const Mention& m, std::string_view unit, Interner& interner,
                  ValueRow& row) {
  const UnitRow* base = FindUnit(unit);
  const double factor = base != nullptr ? base->factor : 1;
  const QuantityCuts cuts =
      Denote({.number = m.number,
              .number_max = m.number_max,
              .step = m.step,
              .modifier = m.modifier,
              .measured = m.type != MentionType::kNumber &&
                          m.type != MentionType::kNumberRange});
  row.kind = ValueKind::kQuantity;
  row.number = m.number * factor;
  row.number_max = m.number_max * factor;
  row.qcore = cuts.core;
  row.qhull = cuts.hull;
  Scale(row.qcore, factor);
  Scale(row.qhull, factor);
  row.text = interner.Intern(base != nullptr ? base->base : unit);
}

// An age told as a bare number: years.
bool FillAge(const Mention& m, bool person, ValueRow& row) {
  // "300-year-old" and "turns 300" may be said of anything else.
  const double oldest = person && m.type != MentionType::kAge ? 122 : 5000;
  if (m.number < 1 || m.number > oldest || m.number != m.number_max)
    return false;
  row.kind = ValueKind::kDuration;
  row.count = {.n = m.number,
               .n_max = m.number,
               .unit = TimeUnit::kYear,
               .modifier = m.modifier};
  return true;
}

bool FillTemporal(const Mention& m, bool person, ValueRow& row) {
  if (m.type == MentionType::kDate || m.type == MentionType::kTime) {
    row.kind = ValueKind::kDate;
    row.core = m.core;
    row.hull = m.hull;
    row.grain = m.grain;
    return true;
  }
  row.kind = ValueKind::kDuration;
  row.count = m.count;
  if (m.type == MentionType::kAge && m.count.n == 0)
    return FillAge(m, person, row);
  return true;
}

}  // namespace

std::uint32_t ClassOf(const Mention& mention) {
  switch (mention.type) {
    case MentionType::kDate:
    case MentionType::kTime:
      return kDateValue;
    case MentionType::kDuration:
      return kDurationValue;
    case MentionType::kSet:
      return kSetValue;
    case MentionType::kNumber:
    case MentionType::kNumberRange:
    case MentionType::kFraction:
      return kNumberValue;
    case MentionType::kOrdinal:
      return kOrdinalValue;
    case MentionType::kPercent:
      return kPercentValue;
    case MentionType::kMoney:
      return kMoneyValue;
    case MentionType::kAge:
      return kAgeValue;
    case MentionType::kTemperature:
      return kTemperatureValue;
    case MentionType::kDimension: {
      const UnitRow* unit = FindUnit(mention.unit);
      return unit == nullptr ? kOtherUnitValue : unit->value_class;
    }
  }
  return 0;
}

ValueIndex AddValue(const Mention& mention, const MentionTable& mentions,
                    std::string_view text, const ValueWanted& wanted,
                    Interner& interner, ClaimTable& out) {
  ValueRow row;
  row.modifier = mention.modifier;
  row.vague = mention.plural_or_vague;
  row.surface =
      interner.Intern(text.substr(mention.span.begin, mention.span.size()));
  const std::uint32_t value_class = ClassOf(mention);
  if ((value_class & (kDateValue | kDurationValue | kSetValue | kAgeValue)) !=
      0) {
    if (!FillTemporal(mention, wanted.person, row)) return {};
  } else if (wanted.kind == ValueKind::kDuration) {
    if (!FillAge(mention, wanted.person, row)) return {};
  } else {
    const std::string_view stated = mention.unit;
    FillQuantity(mention, stated.empty() ? wanted.unit : stated, interner, row);
  }
  if (row.kind == ValueKind::kDate && mention.readings > 1) {
    row.first_reading = static_cast<std::uint32_t>(out.readings.size());
    for (std::uint32_t i = 1; i < mention.readings; ++i) {
      const Reading& reading = mentions.readings[mention.first_reading + i];
      ValueRow other = row;
      other.core = reading.core;
      other.hull = reading.hull;
      other.readings = 0;
      out.readings.push_back(other);
    }
    row.readings = static_cast<std::uint16_t>(mention.readings - 1);
  }
  out.values.push_back(row);
  return ValueIndex(out.values.size() - 1);
}

}  // namespace gainsay::internal

#include "consistency/value_cells.h"

#include "graph/clock_values.h"

namespace gainsay::internal {
namespace {

Axis AxisOf(ValueKind kind) {
  switch (kind) {
    case ValueKind::kDate:
      return Axis::kDays;
    case ValueKind::kDateTime:
    case ValueKind::kTime:
      return Axis::kMinutes;
    case ValueKind::kQuantity:
    case ValueKind::kBool:
    case ValueKind::kDuration:
      return Axis::kNumber;
    case ValueKind::kPlace:
      return Axis::kPlace;
    case ValueKind::kEntity:
    case ValueKind::kNames:
    case ValueKind::kText:
    case ValueKind::kOffice:
      return Axis::kWords;
    case ValueKind::kNone:
    case ValueKind::kBad:
      return Axis::kNone;
  }
  return Axis::kNone;
}

}  // namespace

Cell CellOf(const Statement& s, const CheckContext& context) {
  const ValueRow& value = context.value(s);
  Cell cell{AxisOf(value.kind), {}, s.scope, {}};
  // Clocks of other zones show other times of one moment.
  if (value.kind == ValueKind::kTime) {
    const std::string_view zone = context.graph.strings.View(value.text);
    if (!zone.empty() && zone != kLocalClock) cell.unit = value.text;
  }
  // "people" of what counts people goes without saying.
  if (value.kind == ValueKind::kQuantity)
    cell.unit = IsOwnUnit(s, context) ? StringId(0) : value.text;
  if (context.predicate(s).changes) {
    cell.valid = {s.valid.begin.lo, s.valid.begin.hi, s.valid.end.lo,
                  s.valid.end.hi};
    if (!HasValidTime(s))  // of a moment: that of its document
      cell.valid = {s.as_of.lo, s.as_of.hi, s.as_of.lo, s.as_of.hi};
  }
  return cell;
}

}  // namespace gainsay::internal

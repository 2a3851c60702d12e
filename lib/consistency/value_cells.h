// Which values of one subject and predicate are compared with each other.
#ifndef GAINSAY_LIB_CONSISTENCY_VALUE_CELLS_H_
#define GAINSAY_LIB_CONSISTENCY_VALUE_CELLS_H_

#include <array>
#include <compare>
#include <cstdint>

#include "consistency/check.h"

namespace gainsay::internal {

// Kinds that are compared with each other.
enum class Axis : std::uint8_t {
  kDays,
  kMinutes,
  kNumber,
  kWords,
  kPlace,
  kNone
};

// What must be equal to be compared.
struct Cell {
  Axis axis = Axis::kNone;
  StringId unit, scope;
  std::array<Day, 4> valid{};
  friend auto operator<=>(const Cell&, const Cell&) = default;
};

Cell CellOf(const Statement& s, const CheckContext& context);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CONSISTENCY_VALUE_CELLS_H_

// Statements about a part of what a predicate counts (claim/parts.h).
#ifndef GAINSAY_LIB_GRAPH_PARTS_H_
#define GAINSAY_LIB_GRAPH_PARTS_H_

#include "base/interner.h"
#include "claim/parts.h"
#include "graph/graph.h"

namespace gainsay::internal {

// True if the value of a statement is told of a part: of the crew, not of all
// who were aboard.
inline bool IsPart(const Statement& statement, const Interner& strings) {
  return IsPartScope(strings.View(statement.scope));
}

// True if nothing restricts a statement.
inline bool IsOfAll(const Statement& statement, const Interner& strings) {
  return strings.View(statement.scope).empty();
}

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_GRAPH_PARTS_H_

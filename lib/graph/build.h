// Builds statements from claims, and time points with their bounds from
// statements.
#ifndef GAINSAY_LIB_GRAPH_BUILD_H_
#define GAINSAY_LIB_GRAPH_BUILD_H_

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/interner.h"
#include "claim/claim.h"
#include "graph/graph.h"
#include "identity/identity.h"
#include "schema/schema.h"

namespace gainsay::internal {

// What the graph knows of a document: its date, and which voice it belongs to.
struct DocumentInfo {
  DayInterval published;    // hull of the day; unbounded if unknown
  bool dated = false;       // a given: metadata or dateline
  std::uint32_t voice = 0;  // documents of one voice copy each other
};

struct GraphInput {
  const ClaimTable& table;
  const Subjects& subjects;
  const Schema& schema;
  const Interner& strings;
  std::span<const DocumentInfo> documents;
  // One a claim: its voice. Claims of one source, or of sources that copy each
  // other, share one.
  std::span<const std::uint32_t> voice_of_claim;
};

// Groups claims into statements, ordered by (subject key, predicate name,
// hash). Claims whose value is bad are left out. O(n log n).
StatementTable BuildStatements(const GraphInput& input);

// The days that a value allows under each cut: of a date, or of a counted
// duration.
BoundCuts CutsOfValue(const ValueRow& value, const Predicate& predicate);

// Time points of all subjects, and the bounds between them.
struct PointGraph {
  std::vector<TimePoint> points;   // 0 is the origin
  std::vector<PointBound> bounds;  // by statement, givens last
  // Where a statement was measured to a given document date: that date; its
  // bound is already a window on the other point.
  std::vector<std::optional<Day>> measured_to;  // one a statement
};

PointGraph BuildPoints(const StatementTable& statements,
                       const GraphInput& input);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_GRAPH_BUILD_H_

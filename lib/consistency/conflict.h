// Candidates and conflicts: what checks emit and the oracle verifies.
#ifndef GAINSAY_LIB_CONSISTENCY_CONFLICT_H_
#define GAINSAY_LIB_CONSISTENCY_CONFLICT_H_

#include <optional>
#include <string>
#include <vector>

#include "base/ids.h"
#include "calendar/cuts.h"
#include "gainsay/report.h"

namespace gainsay::internal {

// One hop of a closed walk over time points (or values): see report/model.h.
struct WalkStep {
  PointIndex from_point, to_point;  // temporal: named by the report
  std::string from, to;             // on a value axis: "0", "side 1" ...
  double lo = 0, hi = 0;            // +-infinity: unbounded
  bool forward = true;  // walked from -> to with hi, or to -> from with -lo
  StatementIndex statement;  // none: a given
  std::string by_kind, by,
      text;  // for givens: "given", "schema", "calendar", "identity"
};

struct Walk {
  Cut cut = Cut::kHull;
  std::vector<WalkStep> steps;
  double sum = 0;    // negative
  std::string unit;  // of the axis; empty: by points or the statements' values
};

// A minimal set of statements that cannot all hold.
struct Conflict {
  FindingKind kind = FindingKind::kValue;
  Severity severity = Severity::kDefinite;
  SubjectIndex subject;
  PredicateIndex predicate;  // of the first statement
  std::vector<StatementIndex>
      statements;           // minimal; two or more (one with a given)
  std::vector<Walk> walks;  // one; for probable one a convention
  // Sides: groups of mutually compatible statements, `statements` among them.
  std::vector<std::vector<StatementIndex>> sides;
  std::vector<std::string>
      side_values;  // what each side says; empty: its first statement's value
  std::optional<double> violation_days;
  double relative_violation = 0;
  std::string pattern;  // one cause, many instances
  std::vector<std::vector<StatementIndex>> instances;
  std::vector<std::vector<StatementIndex>> correction_sets;
  // What ids are made of: one hash a statement, equal for statements that say
  // the same.
  std::vector<std::uint64_t> signature;
  std::string summary;  // empty: made by the report from the sides
};

// Statements that meet and agree, or must not be compared, with the reason.
struct NearMissRow {
  SubjectIndex subject;
  PredicateIndex predicate;
  std::string reason;  // the closed list of docs/formats.md
  std::string text;
  std::vector<StatementIndex> statements;
  std::vector<Walk> walks;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CONSISTENCY_CONFLICT_H_

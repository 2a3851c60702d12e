// Statements and time points: the claim graph that the checks see.
#ifndef GAINSAY_LIB_GRAPH_GRAPH_H_
#define GAINSAY_LIB_GRAPH_GRAPH_H_

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "base/ids.h"
#include "calendar/cuts.h"
#include "claim/claim.h"
#include "gainsay/date.h"
#include "identity/identity.h"
#include "schema/schema.h"

namespace gainsay::internal {

// The class of claims with equal subject, predicate, points, normalised value,
// scope, modality, polarity and as-of date. Its claims are its evidence.
struct Statement {
  SubjectIndex subject;
  PredicateIndex predicate;
  ValueIndex value;         // of its first claim: equal for all
  StringId scope, speaker;  // speaker: if all claims name the same one
  TimeScope valid;
  DayInterval as_of;
  Modality modality = Modality::kAsserted;
  bool negated = false;
  bool presupposed = false;
  float weight = 1;  // sum of confidence over voices: ranks only
  std::uint32_t voices = 1;
  std::uint64_t hash = 0;  // content hash: ids, order and ties
  std::uint32_t first_claim = 0,
                claims = 0;  // [first_claim, +claims) of StatementTable::claims
};

struct StatementTable {
  std::vector<Statement> statements;  // by (subject key, predicate, hash)
  std::vector<ClaimIndex> claims;     // grouped by statement
  const Statement& operator[](StatementIndex i) const {
    return statements[i.index];
  }
};

// A time point: a role of a subject ("return" of the talks), the date of a
// document, or the origin (index 0).
struct TimePoint {
  SubjectIndex subject;
  RoleId role = kOriginRole;
  DocumentIndex document;  // kDocumentRole, or a plan's as-of document
  bool planned = false;    // plan(e, as of D): another point than the fact
};

// lo <= t(to) - t(from) <= hi under each cut.
struct BoundCuts {
  std::array<DayInterval, kCutCount> days;
  bool conventions =
      false;    // a bare count between two points: year or month nodes apply
  Count count;  // the count it was made from; 0 days if from a date
};

// A bound between two time points, made by a statement or given.
struct PointBound {
  PointIndex from, to;
  BoundCuts cuts;
  StatementIndex statement;  // none: a given
  bool vague = false;        // tension only
  std::string text;          // how the derivation says it
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_GRAPH_GRAPH_H_

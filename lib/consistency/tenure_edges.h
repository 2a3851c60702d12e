// The begins, or the ends, of one tenure as several sources tell them.
#ifndef GAINSAY_LIB_CONSISTENCY_TENURE_EDGES_H_
#define GAINSAY_LIB_CONSISTENCY_TENURE_EDGES_H_

#include <vector>

#include "consistency/check.h"
#include "consistency/tenure_spells.h"

namespace gainsay::internal {

// Where the findings and near misses of one person's tenures go.
struct TenureSink {
  const CheckContext& context;
  const SourceWindows& windows;
  std::vector<Conflict>& out;
  std::vector<NearMissRow>* near_misses;  // null: not asked for
  SubjectIndex subject;
  PredicateIndex predicate;

  const ValueRow& Office(const Spell& s) const {
    return context.graph.table[s.office];
  }
  void NearMiss(const char* reason, const char* text,
                const std::vector<const Spell*>& spells) const;
};

enum class Edge : std::uint8_t { kBegin, kEnd };

// Compares one edge of a tenure: a list of spells a source. One conflict with
// sides, or a near miss with its reason where the windows differ and agree.
void CompareEdges(const std::vector<std::vector<const Spell*>>& by_source,
                  Edge edge, const TenureSink& sink);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CONSISTENCY_TENURE_EDGES_H_

// Strong 32-bit ids: dense indices into the tables of one run.
#ifndef GAINSAY_LIB_BASE_IDS_H_
#define GAINSAY_LIB_BASE_IDS_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>

namespace gainsay::internal {

// A dense index of kind Tag. Default: none.
template <typename Tag>
struct Id {
  static constexpr std::uint32_t kNone =
      std::numeric_limits<std::uint32_t>::max();
  std::uint32_t index = kNone;

  constexpr Id() = default;
  constexpr explicit Id(std::size_t i) : index(static_cast<std::uint32_t>(i)) {}
  constexpr bool valid() const { return index != kNone; }
  friend constexpr auto operator<=>(Id, Id) = default;
  template <typename H>
  friend H AbslHashValue(H h, Id id) {
    return H::combine(std::move(h), id.index);
  }
};

using StringId = Id<struct StringTag>;         // Interner
using DocumentIndex = Id<struct DocumentTag>;  // Corpus
using ClaimIndex = Id<struct ClaimTag>;        // ClaimTable
using ReferentIndex = Id<struct ReferentTag>;  // ClaimTable: what a claim
                                               // speaks of, before identity
using SubjectIndex =
    Id<struct SubjectTag>;  // identity: what referents were resolved to
using PredicateIndex = Id<struct PredicateTag>;  // Schema
using StatementIndex = Id<struct StatementTag>;  // graph
using PointIndex = Id<struct PointTag>;          // graph

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_BASE_IDS_H_

// Attachment: how each value hangs on its governors, as short paths of
// relations.
//
//   "a 6.1-magnitude quake killed 10 people"
//      6.1: mod:magnitude mod:quake ...     10: count:person obj:kill
#ifndef GAINSAY_LIB_RESOLVE_ATTACH_H_
#define GAINSAY_LIB_RESOLVE_ATTACH_H_

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "absl/container/inlined_vector.h"
#include "text/clause.h"

namespace gainsay::internal {

// One step from a value towards what governs it.
struct PathStep {
  std::string_view relation;  // mod, count, is, obj, subj, app, adj, time ...
                              // or a preposition
  StringId lemma;             // of the governor
  ClassSet classes = 0;       // of that lemma
  std::uint32_t group = kNowhere;   // the governor's group
  bool verb = false;                // the governor is a verb
  std::uint32_t clause = kNowhere;  // in which the relation holds
};

struct ValuePath {
  static constexpr std::size_t kMaxSteps = 3;
  std::array<PathStep, kMaxSteps> steps;
  std::uint8_t size = 0;
  const PathStep& last() const { return steps[size - 1]; }
};

// The ways a value may hang, by rank: hyphen premodifier and head of its noun
// group first, then copula, apposition, object and prepositional group. At most
// eight.
using ValuePaths = absl::InlinedVector<ValuePath, 4>;

// The group that holds an atom, or kNowhere.
std::uint32_t GroupOfAtom(const Parse& parse, const Atom& atom);

ValuePaths PathsOf(const TokenizedText& text, std::span<const Atom> atoms,
                   const Parse& parse, std::uint32_t atom, WordTable& words);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_RESOLVE_ATTACH_H_

// Noun, verb and value groups of a sentence: finite-state over coarse tags,
// with recognised expressions ("January 14, 2025", "six-year") as units.
#ifndef GAINSAY_LIB_TEXT_CHUNK_H_
#define GAINSAY_LIB_TEXT_CHUNK_H_

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "text/token.h"
#include "text/words.h"

namespace gainsay::internal {

inline constexpr std::uint32_t kNowhere =
    std::numeric_limits<std::uint32_t>::max();

// An expression that later passes recognised: tokens [first, last), never
// split.
struct Atom {
  std::uint32_t first = 0, last = 0;
  enum class Kind : std::uint8_t {
    kDate,
    kDuration,
    kSet,
    kNumber,
    kQuantity,
    kAge,
    kOrdinal
  } kind = Kind::kNumber;
  std::uint32_t id = 0;  // the caller's: index of the mention
  bool share = false;    // a fraction or percentage: "a third of the workers"
  bool now = false;      // "now", "today's": of the day of the text
};

enum class GroupKind : std::uint8_t {
  kNoun,       // "the ruling party talks", "10 people"
  kValue,      // an atom that heads no noun: "in 2018", "$3 million"
  kVerb,       // "have not yet been held"
  kAdjective,  // a predicate: "6 km deep"
  kPreposition,
  kMark,  // subordinators and relative pronouns
  kConjunction,
  kAdverb,
  kPunct,
  kOther,
};

// How a group stands in its clause; set by text/clause.h.
enum class GroupRole : std::uint8_t {
  kNone,
  kSubject,
  kObject,
  kPrepositional,
  kApposition,
  kPossessor,
  kTime,
  kMeasure
};

enum VerbFeature : std::uint16_t {
  kPassive = 1,
  kPerfect = 2,
  kPast = 4,
  kFuture = 8,
  kUnsure = 16,
  kNegated = 32,
  kFinite = 64,
  kToVerb = 128,
  kGerundVerb = 256,
  kBareParticiple = 512,
  kCopula = 1024,
  kPlannedVerb = 2048,  // agreed to, is set to, plans to
  kSayVerb = 4096,
  kDeniedVerb = 8192,
  kHaveMain = 16384,
};

// A verb with one of these tells no fact.
inline constexpr std::uint16_t kNotTold =
    kNegated | kPlannedVerb | kFuture | kUnsure | kDeniedVerb | kToVerb;

struct Group {
  GroupKind kind = GroupKind::kOther;
  GroupRole role = GroupRole::kNone;
  bool plural = false, name = false, coordinated = false;
  bool bracketed = false;             // an apposition in brackets
  std::uint16_t verb = 0;             // VerbFeature bits
  std::uint32_t first = 0, last = 0;  // tokens [first, last)
  std::uint32_t head = 0;             // token
  StringId lemma;  // of the head; of a phrasal verb, its joined lemma
  std::uint32_t features = 0;  // WordFeature bits of its determiner or pronoun
  std::uint32_t atom = kNowhere;  // kValue: which; kNoun: its numeral
  std::uint32_t hedge = 0;  // tokens of a hedge that it begins with: "at least"
  std::uint32_t possessor = kNowhere;  // group
  std::uint32_t governor =
      kNowhere;  // kPrepositional, kApposition: the nominal group it follows
  std::uint32_t preposition = kNowhere;  // token
  std::uint32_t clause = kNowhere;
  std::uint32_t same_as = kNowhere;  // coordination: the first conjunct
  std::uint32_t modifiers_first = 0,
                modifiers_count = 0;  // atoms inside: Groups::inner
};

// The groups of one segment, in order.
struct Groups {
  std::vector<Group> groups;
  std::vector<std::uint32_t> inner;  // atoms inside noun groups

  std::span<const std::uint32_t> Inner(const Group& group) const {
    return std::span(inner).subspan(group.modifiers_first,
                                    group.modifiers_count);
  }
};

// Cuts tokens of a segment into groups. `atoms` are those inside the segment,
// by position, not overlapping. Linear.
void ChunkSegment(const TokenizedText& text, const Segment& segment,
                  std::span<const Atom> atoms, WordTable& words, Groups& out);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_TEXT_CHUNK_H_

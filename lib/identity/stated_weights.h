// Evidence that two values of two texts are of one attribute of one thing, and
// its weights: tenths of log-odds, added up, printed with every decision.
// Fitted by scripts/fit_stated_weights.py on development pairs, judged by
// cross-validation; rounded, and few enough to be read.
#ifndef GAINSAY_LIB_IDENTITY_STATED_WEIGHTS_H_
#define GAINSAY_LIB_IDENTITY_STATED_WEIGHTS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gainsay::internal {

enum class StatedEvidence : std::uint8_t {
  kSameNoun,    // what is counted: its first or last word
  kSharedNoun,  // some word of it
  kOtherNoun,
  kReplacedNoun,  // ... in one frame, or of ages
  kSameWordBefore,
  kOverlap,      // times the share of the words of the shorter sentence
  kSharedName,   // a name of both sentences, up to three
  kMissingName,  // a name of a's sentence that b lacks, up to three
  kOtherNames,   // both name something to the right, nothing in common
  kSameFrame,    // the sentences are the same but for a few words
  kLikeFrame,    // ... for some
  kAround,       // times that of the words around the values
  kSameVerb,
  kOtherSubject,  // both subjects are named, nothing in common
  kOpenClause,    // one is planned, possible or asked
  kEqualBeside,   // another value is equal in both sentences, up to two
  kOtherBeside,   // a value of another kind beside differs
  kFarApart,      // one is more than three times the other
  kClose,         // within a tenth
  kDate,
  kDuration,
  kMeasure,  // a number with a unit
  kHedged,
  kBestSentence,    // no sentence of a shares more words with b's
  kStatedToo,       // a's value stands in b too
  kStatedCloser,    // ... and b's in a, but this pair fits better; a share
  kSameAttribute,   // a frame would take both
  kOtherAttribute,  // frames would take each, none both
  kSameSlot,        // they stand for each other in sentences that are alike
  kOtherSlot,       // one stands for another value there
  kClause,          // times the share of b's clause that a's sentence has
  kLacking,         // times the share of b's sentence that a lacks
  kNearWords,       // times the share of the nearest words, in any order
  kFewDays,         // dates within a month
  kFewYears,        // ... within three years
  kSameUnit,        // lengths of time in one unit
  kNameShare,       // times the share of the names of the sentence with fewer
  kNoNames,         // one of the sentences has none
  kDateAttribute,   // dates that one frame would take: births, openings
  kDateVerb,        // dates of one verb
  kRareKind,        // log2 of a's values for one that might have been meant
  kHedgedDate,      // a date with a bound
  kBoundAtValue,    // a bound where the other value stands: "before 1911"
  // Guards: the first that holds is the reason where it keeps two apart.
  kGuardStated,    // b's value stands in a too: same-value
  kGuardNegated,   // one sentence is negated: modality
  kGuardRate,      // a rate beside a total: scope
  kGuardProgress,  // counts of two dates: progress
  kGuardReports,   // dates of what each text reports: progress
  kGuardSince,     // one is counted since a date: scope
  kGuardDerived,   // b's value is the sum or difference of two of a's
  kAgree,          // values that agree are likelier to be meant for each other
  kCount,
};
inline constexpr std::size_t kStatedEvidences =
    static_cast<std::size_t>(StatedEvidence::kCount);

// Evidence between two values: how often it holds, or its share.
using StatedCounts = std::array<float, kStatedEvidences>;

struct StatedWeight {
  std::string_view name;
  std::int32_t weight;
};

// Rows at nothing weigh nothing here; open_match.h and the advance of "closer
// than the very value" read them.
inline constexpr StatedWeight kStatedWeights[] = {
    {"same thing counted", 1},
    {"shared word of the thing", 10},
    {"other thing counted", -7},
    {"another thing in its place", -7},
    {"same word before", 6},
    {"sentences overlap", 0},
    {"shared name", 2},
    {"missing name", -4},
    {"other names", 0},
    {"same frame", 17},
    {"like frame", 7},
    {"words around in one order", 6},
    {"same verb", 4},
    {"other subject", 0},
    {"not told as a fact", -9},
    {"equal value beside", 2},
    {"other value beside", -6},
    {"far apart", -16},
    {"close", 18},
    {"date", 5},
    {"length of time", 3},
    {"measure", 9},
    {"hedged", 13},
    {"sentence fits best", 0},
    {"value stated too", -12},
    {"closer than the very value", 36},
    {"same attribute", 3},
    {"another attribute", -6},
    {"same place in the sentence", 4},
    {"other place in the sentence", -8},
    {"clause overlaps", 2},
    {"words lacking", -8},
    {"words near", 4},
    {"few days apart", 15},
    {"few years apart", 9},
    {"same unit of time", 3},
    {"names shared", 6},
    {"no names", 0},
    {"dates of one attribute", 8},
    {"dates of one verb", 5},
    {"rare kind of value", 2},
    {"date with a bound", -8},
    {"bound at the value", -14},
    {"very value stated", -60},
    {"negated", -55},
    {"rate", -51},
    {"of other dates", -42},
    {"dates of reports", -42},
    {"since a date", -42},
    {"derived", -40},
    {"values agree", 10},
};
static_assert(sizeof(kStatedWeights) / sizeof(kStatedWeights[0]) ==
              kStatedEvidences);

// Where as many findings are right as wrong, by the fit.
inline constexpr std::int32_t kStatedEven = 15;
// From here on two values that cannot both hold are a contradiction: a tension
// as yet, then a probable one, then a definite one.
inline constexpr std::int32_t kStatedThreshold = kStatedEven + 4;
inline constexpr std::int32_t kStatedProbable = kStatedEven + 10;
inline constexpr std::int32_t kStatedDefinite = kStatedEven + 22;
// From here on two values may be of one thing.
inline constexpr std::int32_t kStatedUndecided = kStatedEven - 15;

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_IDENTITY_STATED_WEIGHTS_H_

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
  kCalendar,  // a date without its year, on either side
  kClock,
  kDuration,
  kOrdinal,
  kMeasure,  // a number with a unit
  kHedged,
  kBestSentence,    // no sentence of a shares more words with b's
  kStatedToo,       // a's value stands in b too
  kStatedCloser,    // ... and b's in a, but this pair fits better; a share
  kSameAttribute,   // a frame would take both
  kOtherAttribute,  // frames would take each, none both
  kSameSlot,        // they stand for each other in sentences that are alike
  kOtherSlot,       // one stands for another value there
  kSameGovernor,    // they hang on one verb or noun
  kOtherGovernor,   // each hangs on some, none in common
  kOtherVerb,       // of their clauses
  kClause,          // times the share of b's clause that a's sentence has
  kLacking,         // times the share of b's sentence that a lacks
  kNewName,         // a name of b's sentence that a lacks, up to three
  kNearWords,       // times the share of the nearest words, in any order
  kChoice,          // log2 of the values of a that might have been meant
  kChoiceHere,      // ... of a's sentence
  kFewDays,         // dates within a month
  kFewYears,        // ... within three years
  kOtherMoment,     // dates of other verbs
  kSubjectShared,   // the subjects share a word
  kSameUnit,        // lengths of time in one unit
  // Guards: the first that holds is the reason where it keeps two apart.
  kGuardStated,    // b's value stands in a too: same-value
  kGuardNegated,   // one sentence is negated: modality
  kGuardRate,      // a rate beside a total: scope
  kGuardProgress,  // counts of two dates: progress
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

inline constexpr StatedWeight kStatedWeights[] = {
    {"same thing counted", 0},
    {"shared word of the thing", 17},
    {"other thing counted", -7},
    {"another thing in its place", -27},
    {"same word before", 12},
    {"sentences overlap", 9},
    {"shared name", 3},
    {"missing name", -5},
    {"other names", -3},
    {"same frame", 18},
    {"like frame", 12},
    {"words around in one order", 13},
    {"same verb", 8},
    {"other subject", -2},
    {"not told as a fact", -13},
    {"equal value beside", -2},
    {"other value beside", -5},
    {"far apart", -19},
    {"close", 24},
    {"date", 14},
    {"date without a year", 6},
    {"time of day", 2},
    {"length of time", 13},
    {"ordinal", 9},
    {"measure", 8},
    {"hedged", 14},
    {"sentence fits best", 13},
    {"value stated too", -10},
    {"closer than the very value", 26},
    {"same attribute", 8},
    {"another attribute", -12},
    {"same place in the sentence", 0},
    {"other place in the sentence", -8},
    {"same governor", 0},
    {"other governor", 0},
    {"other verb", 0},
    {"clause overlaps", 0},
    {"words lacking", 0},
    {"new name", 0},
    {"words near", 0},
    {"values to choose from", 0},
    {"values to choose from beside", 0},
    {"few days apart", 0},
    {"few years apart", 0},
    {"dates of other verbs", 0},
    {"shared subject", 0},
    {"same unit of time", 0},
    {"very value stated", -60},
    {"negated", -55},
    {"rate", -51},
    {"of other dates", -42},
    {"values agree", 20},
};
static_assert(sizeof(kStatedWeights) / sizeof(kStatedWeights[0]) ==
              kStatedEvidences);

// From here on two values that cannot both hold are a contradiction: more
// likely one than not, by the fit.
inline constexpr std::int32_t kStatedThreshold = 35;
// ... and from here on a definite one; below, a probable one.
inline constexpr std::int32_t kStatedDefinite = kStatedThreshold + 22;
inline constexpr std::int32_t kStatedUndecided = 18;

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_IDENTITY_STATED_WEIGHTS_H_

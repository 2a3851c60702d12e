// Which values of two texts about one topic speak of the same thing, by the
// words around them; and whether they contradict each other.
//
// For two texts that a user hands over as one topic (gainsay compare). Guards
// first, then evidence in tenths of log-odds (kStatedWeights); a value meets
// the one value of the other side that is best for both. Everything is linear
// in pairs of values of the two texts.
#ifndef GAINSAY_LIB_IDENTITY_STATED_MATCH_H_
#define GAINSAY_LIB_IDENTITY_STATED_MATCH_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "claim/stated_value.h"

namespace gainsay::internal {

// Evidence that two values are of one attribute of one thing. In tenths.
struct StatedWeight {
  std::string_view name;
  std::int32_t weight;
};

enum class StatedEvidence : std::uint8_t {
  kSameNoun,    // what is counted: its first or last word
  kSharedNoun,  // some word of it
  kOtherNoun,
  kSameNextWord,
  kSameWordBefore,
  kNearWord,         // shared content word within three, each side, up to two
  kContextWord,      // shared content word of the context, up to four
  kSentenceOverlap,  // times the share of the shorter sentence's words
  kCovered,          // times the share of b's sentence that a's sentence covers
  kTextCovered,  // times the share of b's sentence that the text of a covers
  kNewName,      // a name of b's sentence that a lacks, up to three
  kOtherNames,   // both name something to the right, nothing in common
  kSameFrame,    // the sentences are the same but for a few words
  kLikeFrame,    // ... for some
  kDate,
  kBareCount,    // a number of an unknown thing outside a same frame
  kSmallNumber,  // up to three, likewise
  kAgree,        // values that agree are likelier to be meant for each other
  kCount,
};

inline constexpr StatedWeight kStatedWeights[] = {
    {"same thing counted", 30},
    {"shared word of the thing", 10},
    {"other thing counted", -40},
    {"same next word", 10},
    {"same word before", 10},
    {"word nearby", 10},
    {"word of the context", 5},
    {"sentences overlap", 40},
    {"sentence covered", 20},
    {"text covers sentence", 20},
    {"new name", -12},
    {"other names", -50},
    {"same frame", 60},
    {"like frame", 30},
    {"date", -10},
    {"bare count", -30},
    {"small number", -15},
    {"values agree", 15},
};
static_assert(sizeof(kStatedWeights) / sizeof(kStatedWeights[0]) ==
              static_cast<std::size_t>(StatedEvidence::kCount));

// From here on two values that cannot both hold are a contradiction.
inline constexpr std::int32_t kStatedThreshold = 40;
inline constexpr std::int32_t kStatedUndecided = 20;

struct StatedComparison {
  enum class Outcome : std::uint8_t {
    kNothing,        // no value of one meets a value of the other
    kAgree,          // values meet and are compatible
    kUndecided,      // incompatible, but not surely of one thing
    kKeptApart,      // incompatible, and a guard tells why they do not meet
    kTension,        // hulls meet, cores do not
    kContradiction,  // hulls do not meet
  } outcome = Outcome::kNothing;
  std::string_view reason;     // of the closed list; empty for kContradiction
  std::int32_t score = 0;      // tenths
  std::uint32_t a = 0, b = 0;  // values, unless kNothing
  std::string evidence;        // "same thing counted +3.0; ..."
};

StatedComparison CompareStated(const StatedText& a, const StatedText& b);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_IDENTITY_STATED_MATCH_H_

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
#include "identity/stated_weights.h"

namespace gainsay::internal {

// Two values of one kind, one of each text, and what speaks for their being of
// one attribute of one thing.
struct StatedMeeting {
  std::uint32_t a = 0, b = 0;  // StatedText::values
  StatedCounts counts{};       // how often each evidence holds
  std::int32_t score = 0;      // tenths
  bool hulls_meet = false, cores_meet = false;
  bool wide_meet = false;  // the hulls, each number rounded as far as it may
};

// One evidence of a meeting, as it counts.
std::int32_t StatedTenths(const StatedCounts& counts, std::size_t evidence);

// All of them; at most 64 values of each text are read.
std::vector<StatedMeeting> MeetStated(const StatedText& a, const StatedText& b);

// "same thing counted +3.0; ..."
std::string EvidenceOf(const StatedMeeting& meeting);

struct StatedComparison {
  enum class Outcome : std::uint8_t {
    kNothing,        // no value of one meets a value of the other
    kAgree,          // values meet and are compatible
    kUndecided,      // incompatible, but not surely of one thing
    kKeptApart,      // incompatible, and a guard tells why they do not meet
    kTension,        // hulls meet, cores do not
    kContradiction,  // hulls do not meet
  } outcome = Outcome::kNothing;
  std::string_view reason;  // of the closed list; empty for kContradiction
  std::int32_t score = 0;   // tenths
  ByteSpan a, b;            // the values or words that decide, unless kNothing
  std::string evidence;
};

// Values first; where none contradict each other, the wording
// (stated_wording.h).
StatedComparison CompareStated(const StatedText& a, const StatedText& b,
                               const ValueWords& words);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_IDENTITY_STATED_MATCH_H_

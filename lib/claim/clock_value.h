// A clock time in a sentence as a value: the minutes that it and the words
// around it allow, which half of the day, whose clock. Also a part of the day
// ("on Saturday evening") and, for who knows that it is a time, a bare hour
// ("at three", "a few minutes past nine", "ten to two").
#ifndef GAINSAY_LIB_CLAIM_CLOCK_VALUE_H_
#define GAINSAY_LIB_CLAIM_CLOCK_VALUE_H_

#include <cstdint>
#include <optional>
#include <utility>

#include "claim/claim.h"
#include "claim/told_clock.h"
#include "lang/value_words.h"
#include "mention/mention.h"
#include "resolve/entity.h"

namespace gainsay::internal {

struct ClockInText {
  ValueRow row;                 // kTime
  std::optional<ValueRow> end;  // of "from 6 pm to 8 pm"
  std::uint32_t first = 0;      // token: with its hedge
  bool hedged = false;
  bool dated = false;  // it names its day: "at 4 a.m. on Sunday"
  bool bare = false;   // a number: "at three", "ten to two"
};

// True if a time names its day, or says how far it is from another.
bool TellsDay(const Sense& sense);

// Null if the mention of `atom` tells no clock time. `hedged`: with the words
// before it.
std::optional<ClockInText> ReadClock(const SentenceView& sentence,
                                     const Atom& atom,
                                     const MentionTable& mentions,
                                     const ValueWords& words,
                                     bool hedged = true);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_CLOCK_VALUE_H_

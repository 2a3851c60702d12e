// How long what happened lasted: "the trial had lasted six weeks", "a voyage of
// 64 days", "after 19 days on strike", "freed after nine days in custody".
//
// By concepts: the length is of a noun of what lasts (@lasts), told beside it,
// by a verb of lasting or taking, or as the state that somebody was in (rows:
// states.inc). Lengths that are planned are none, nor are those of lapses
// (claim/lapses.h), of several ("talks"), and of what is told apart ("a
// second").
#ifndef GAINSAY_LIB_CLAIM_EVENT_LENGTHS_H_
#define GAINSAY_LIB_CLAIM_EVENT_LENGTHS_H_

#include <optional>
#include <string_view>

#include "claim/frame_reading.h"
#include "resolve/attach.h"
#include "resolve/discourse.h"

namespace gainsay::internal {

struct EventLengthClasses {
  ClassSet lasts = 0, lasting = 0, take = 0, spend = 0, labour = 0, captive = 0,
           after = 0, other_one = 0, crew = 0, no_labour = 0, for_time = 0,
           close_of = 0, ends = 0;
  std::string_view walkout;  // the one noun for strikes of workers
  explicit EventLengthClasses(const SyntaxIndex& index);
};

class EventLengthReader {
 public:
  EventLengthReader(const SentenceView& sentence, const Discourse& discourse,
                    const EntityClasses& classes,
                    const EventLengthClasses& words)
      : s_(sentence), discourse_(discourse), classes_(classes), words_(words) {}

  std::optional<FrameReading> Read(const Atom& atom) const;
  // When it ended: "was convicted on 26 September, at the end of a nine-week
  // trial", which tells two things of one date.
  std::optional<FrameReading> End(const Atom& date) const;

 private:
  std::optional<FrameReading> OfVerb(std::uint32_t value) const;
  std::optional<FrameReading> OfNoun(const Atom& atom,
                                     std::uint32_t value) const;
  std::optional<FrameReading> OfState(std::uint32_t value) const;
  std::optional<FrameReading> OfCaptives(std::uint32_t value) const;
  std::optional<FoundSubject> EventAt(std::uint32_t group) const;
  std::optional<FoundSubject> Captives(std::uint32_t value) const;
  std::optional<FoundSubject> CaptivesAt(std::uint32_t group) const;
  std::uint32_t VerbBefore(std::uint32_t group) const;
  bool Told(std::uint32_t group) const;

  const SentenceView& s_;
  const Discourse& discourse_;
  const EntityClasses& classes_;
  const EventLengthClasses& words_;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_EVENT_LENGTHS_H_

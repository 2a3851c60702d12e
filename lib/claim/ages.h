// Ages told by a bare number: "Wilber Condori, 24, came up first", "he is 52",
// "who is 46", "had turned 76 in November", "At 57, she knows each sleeper",
// "the 71-year-old sat down", "the 51-year-old engineer resigned".
//
// By concepts: the person the number is beside, a copula, the class @turn_age.
// A count ("they are 24") or a number of years past ("he was 19 when") is no
// age of today.
#ifndef GAINSAY_LIB_CLAIM_AGES_H_
#define GAINSAY_LIB_CLAIM_AGES_H_

#include <optional>

#include "claim/claim.h"
#include "claim/frame_reading.h"
#include "mention/mention.h"
#include "resolve/attach.h"
#include "resolve/discourse.h"

namespace gainsay::internal {

class AgeReader {
 public:
  AgeReader(const SentenceView& sentence, const MentionTable& mentions,
            const Discourse& discourse, const EntityClasses& classes)
      : s_(sentence),
        mentions_(mentions),
        discourse_(discourse),
        classes_(classes) {}

  // The age that an atom tells of a person with a name.
  std::optional<FrameReading> Read(const Atom& atom) const;

 private:
  static constexpr double kYoungest = 10, kOldest = 115;  // years
  bool MayBeAge(const Atom& atom) const;
  bool Alone(const Atom& atom) const;
  bool IsEpithet(const Group& group, const Atom& atom) const;
  std::optional<FrameReading> Beside(const Atom& atom) const;
  std::optional<FrameReading> Apposed(const Atom& atom) const;
  std::optional<FrameReading> Epithet(const Atom& atom) const;
  std::optional<FrameReading> AgedAtDeath(const Atom& atom) const;
  std::optional<FrameReading> Told(const Atom& atom) const;
  std::optional<FrameReading> Birthday(const Atom& atom) const;
  std::optional<FoundSubject> Person(std::uint32_t group) const;
  std::optional<FoundSubject> LastPerson(const Clause& clause) const;
  std::optional<FoundSubject> SubjectOf(std::uint32_t clause) const;

  const SentenceView& s_;
  const MentionTable& mentions_;
  const Discourse& discourse_;
  const EntityClasses& classes_;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_AGES_H_

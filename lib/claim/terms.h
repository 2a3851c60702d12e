// Until when somebody's term or contract is to run, and for how long: "her term
// as president ends on 31 October 2030", "has signed a contract until 2029",
// "was elected for six years", "on a contract of four years".
//
// The person has a name; the noun is of the class @term_of_office or
// @contract_noun. What may be extended, renewed or is new beside an older one
// is left out, as is what is over: when somebody left is told by tenures
// (claim/tenures.h). Which claims are of one term: identity/tenures.h.
#ifndef GAINSAY_LIB_CLAIM_TERMS_H_
#define GAINSAY_LIB_CLAIM_TERMS_H_

#include <optional>
#include <string>

#include "claim/frame_reading.h"
#include "claim/office_phrase.h"
#include "mention/mention.h"

namespace gainsay::internal {

class TermReader {
 public:
  TermReader(const SentenceView& sentence, const MentionTable& mentions,
             const Discourse& discourse, const EntityClasses& classes,
             const TenureClasses& tenure, DayInterval written)
      : s_(sentence),
        mentions_(mentions),
        tenure_(tenure),
        phrases_(sentence, discourse, classes, tenure),
        written_(written) {}

  std::optional<FrameReading> Read(const Atom& atom) const;

 private:
  // A noun of a term or a contract, and whose it is.
  struct Term {
    std::uint32_t noun = kNowhere, clause = kNowhere;
    FoundSubject person;
    TenureScope scope;
    bool contract = false;
  };

  bool Is(std::uint32_t group, ClassSet classes) const;
  bool IsTerm(std::uint32_t group) const;
  bool MayChange() const;
  bool IsOfEarlier() const;
  std::optional<Term> OfNoun(std::uint32_t noun, std::uint32_t value) const;
  std::optional<FoundSubject> Whose(std::uint32_t noun) const;
  std::optional<FoundSubject> WhoHas(std::uint32_t noun,
                                     std::uint32_t& clause) const;
  std::optional<Term> Running(std::uint32_t verb, std::uint32_t value) const;
  std::optional<Term> Before(std::uint32_t value) const;
  std::optional<FrameReading> Appointed(std::uint32_t value) const;
  Count Exactly(Count count) const;
  FrameReading Make(const Frame& frame, const Term& term,
                    std::uint32_t value) const;

  const SentenceView& s_;
  const MentionTable& mentions_;
  const TenureClasses& tenure_;
  OfficePhrases phrases_;
  DayInterval written_;  // the day of the document
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_TERMS_H_

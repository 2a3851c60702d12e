// How long somebody has been in an office, and since when: "has run the firm
// since 2016", "who took the helm four years ago", "in her eighth year as
// director", "after six years in the job she resigned".
//
// By concepts (claim/office_phrase.h): the person is whom the clause tells of,
// or who stands before the comma, always one with a name; the office is a
// title, a word for one, or the body that the verb leads. Each claim has the
// scope that its words give it (claim/tenure_scope.h).
#ifndef GAINSAY_LIB_CLAIM_TENURES_H_
#define GAINSAY_LIB_CLAIM_TENURES_H_

#include <optional>

#include "claim/frame_reading.h"
#include "claim/office_phrase.h"
#include "mention/mention.h"

namespace gainsay::internal {

class TenureReader {
 public:
  TenureReader(const SentenceView& sentence, const MentionTable& mentions,
               const Discourse& discourse, const EntityClasses& classes,
               const TenureClasses& tenure)
      : s_(sentence),
        mentions_(mentions),
        tenure_(tenure),
        phrases_(sentence, discourse, classes, tenure) {}

  std::optional<FrameReading> Read(const Atom& atom) const;

 private:
  // What a value is told of: how somebody came to be in an office.
  struct Told {
    enum class How : std::uint8_t {
      kIs,
      kTook,
      kAppointed,
      kElected,
      kLeft,
      kSpent,
      kAfter,  // so long after they took it, something happened
      kBare
    } how;
    TenureScope scope;
    FoundSubject person;
    std::uint32_t clause = kNowhere;
    std::uint16_t verb = 0;  // VerbFeature bits; 0: no verb
  };

  std::optional<FrameReading> Date(Told told, std::uint32_t group) const;
  std::optional<FrameReading> Length(Told told, std::uint32_t group) const;
  std::optional<FrameReading> Until(std::uint32_t group) const;
  std::optional<FrameReading> Ordinal(const Atom& atom,
                                      std::uint32_t group) const;
  std::optional<FrameReading> Term(const Atom& atom, std::uint32_t group) const;
  std::optional<Told> Find(std::uint32_t group) const;
  std::optional<Told> Leading(std::uint32_t verb) const;
  std::optional<TenureScope> Being(std::uint32_t verb,
                                   std::optional<std::uint32_t> noun,
                                   Told::How& how) const;
  std::optional<TenureScope> Taking(std::uint32_t verb,
                                    std::optional<std::uint32_t> noun) const;
  std::optional<TenureScope> Appointing(
      std::uint32_t verb, std::optional<std::uint32_t> noun) const;
  std::optional<Told> Appointment(std::uint32_t noun,
                                  std::uint32_t office) const;
  std::optional<TenureScope> Office(std::optional<std::uint32_t> noun,
                                    bool object) const;
  std::optional<FoundSubject> Whose(std::uint32_t group, std::uint32_t office,
                                    std::uint32_t verb) const;
  std::optional<Told> OfVerb(std::uint32_t verb,
                             std::optional<std::uint32_t> noun) const;
  void OfTitle(Told& told) const;
  std::optional<Told> OfComma(std::uint32_t comma, std::uint32_t noun) const;
  std::optional<Told> Fronted(std::uint32_t group) const;
  std::optional<Told> AfterTaking(std::uint32_t group) const;
  bool Asserts(std::uint32_t verb) const;
  bool EndsBehind(std::uint32_t group) const;
  void InheritOffice(std::uint32_t group, Told& told) const;
  std::string_view Relation(std::uint32_t group) const;
  FrameReading Make(const Frame& frame, const Told& told, std::uint32_t group,
                    TenureScope::When when) const;

  const SentenceView& s_;
  const MentionTable& mentions_;
  const TenureClasses& tenure_;
  OfficePhrases phrases_;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_TENURES_H_

// Counts and amounts in words that no frame lists: "a jet with 104 people on
// board", "its 340 workers", "in front of 4,200".
//
// By concepts, the CountRows of a language: what is counted, a cue that says in
// which role wherever in the clause it stands, and the thing it is told of,
// from the clause or the document. No claim where the number is a part ("three
// of the", "another 12", "including four"), a rate ("40 a day"), of another
// time
// ("in 2011"), or where the clause names two such things.
#ifndef GAINSAY_LIB_CLAIM_COUNTS_H_
#define GAINSAY_LIB_CLAIM_COUNTS_H_

#include <optional>
#include <string_view>
#include <vector>

#include "claim/claim.h"
#include "claim/frame_reading.h"
#include "mention/mention.h"
#include "resolve/attach.h"
#include "resolve/discourse.h"

namespace gainsay::internal {

// Where a CountRow finds its thing.
enum class CountedAt : std::uint8_t {
  kOwner,
  kCue,
  kHost,
  kAgent,
  kClause,
  kEvent,
  kLedEvent,  // of a cue beside the number: "on board"
  kFocus
};

// A CountRow, compiled.
struct CountConcept {
  struct Cue {
    std::string_view relation;
    LemmaSet words;
  };
  Frame frame;  // name, predicate, values, things
  LemmaSet counted;
  bool bare = false, partitive = false;
  std::vector<Cue> cues;
  std::vector<CountedAt> subject;
};

// The concepts of a grammar; compiled at its first use. Rows that could not be
// read: names, for the tests.
struct CountConcepts {
  std::vector<CountConcept> concepts;
  std::vector<std::string_view> errors;
};
const CountConcepts& CountConceptsOf(const SyntaxIndex& index);

class CountReader {
 public:
  CountReader(const SentenceView& sentence, const MentionTable& mentions,
              const Discourse& discourse, const EntityClasses& classes,
              DayInterval written)
      : s_(sentence),
        mentions_(mentions),
        discourse_(discourse),
        classes_(classes),
        written_(written) {}

  // What the number or amount of an atom counts in which role; the first row
  // that fits. A row costs the groups of the sentence.
  std::optional<FrameReading> Read(const Atom& atom) const;

  // In which role by itself, whatever the thing; null: none.
  const CountConcept* RoleOf(const Atom& atom) const;

 private:
  // Of one atom: its group, the group of what is counted (the same, or the one
  // after "of"), and where its cue was found.
  struct Found {
    std::uint32_t group = kNowhere, counted = kNowhere;
    std::uint32_t cue = kNowhere;
    std::uint32_t clause = kNowhere;
    bool led = false;  // by a cue beside it: "on board"
  };

  bool Counts(const CountConcept& row, const Atom& atom, Found& found) const;
  bool Cued(const CountConcept& row, Found& found) const;
  bool CuedBy(const CountConcept::Cue& cue, Found& found) const;
  bool VerbCue(const CountConcept::Cue& cue, Found& found) const;
  bool Governed(const CountConcept::Cue& cue, Found& found) const;
  bool IsOfAll(const Found& found) const;
  bool Passes(const Group& group) const;
  bool IsCue(const CountConcept::Cue& cue, std::uint32_t group,
             Found& found) const;
  bool LeadsTo(const CountConcept::Cue& cue, Found& found) const;
  bool IsPart(const Atom& atom, const Found& found) const;
  bool OtherTime() const;
  std::optional<FoundSubject> Subject(const CountConcept& row,
                                      const Found& found) const;
  std::optional<FoundSubject> Agent(const CountConcept& row,
                                    const Found& found) const;
  std::optional<FoundSubject> Owner(const CountConcept& row,
                                    const Found& found) const;
  std::optional<FoundSubject> At(std::uint32_t group,
                                 const CountConcept& row) const;
  std::optional<FoundSubject> Only(std::uint32_t clause,
                                   const CountConcept& row) const;
  bool Fits(const CountConcept& row, const Entity& entity) const;
  std::string_view Word(std::uint32_t token) const;

  const SentenceView& s_;
  const MentionTable& mentions_;
  const Discourse& discourse_;
  const EntityClasses& classes_;
  DayInterval written_;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_COUNTS_H_

// Discourse: what noun groups speak of, and which earlier thing "the talks",
// "they" or "such a summit" takes up.
#ifndef GAINSAY_LIB_RESOLVE_DISCOURSE_H_
#define GAINSAY_LIB_RESOLVE_DISCOURSE_H_

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "absl/functional/function_ref.h"
#include "resolve/entity.h"
#include "resolve/thing_memory.h"

namespace gainsay::internal {

// The memory of one document.
class Discourse {
 public:
  Discourse(const EntityClasses& classes, const Interner& interner)
      : classes_(&classes), interner_(&interner), things_(classes) {}
  void Clear();

  // Remembers the entities of a sentence, in order of mention.
  void Note(const SentenceView& sentence);
  // Completes an entity by what it takes up: a definite noun by the one entity
  // of its head, meetings without participants by the document's focus.
  void Resolve(Entity& entity) const;
  // What a pronoun, or "its" before a noun, stands for: a person for he and
  // she, if just one fits; what the clause or the sentence before speaks of for
  // it. `group` is the pronoun's, or the one that begins with "its".
  // Things that `fits` does not want are passed over.
  using Fits = absl::FunctionRef<bool(const Entity&)>;
  std::optional<Entity> Pronoun(
      const SentenceView& sentence, std::uint32_t group,
      Fits fits = [](const Entity&) { return true; }) const;
  // The event that a sentence's tolls belong to: named in it, else the
  // document's focus.
  std::optional<Entity> EventOf(const SentenceView& sentence) const;

  // The first event of the title or lead that `fits` wants.
  template <typename Fits>
  std::optional<Entity> FocusEvent(Fits fits) const {
    for (const Entity& event : focus_events_) {
      if (fits(event)) return event;
    }
    return std::nullopt;
  }
  // What the document is about, of the classes or heads that `fits` wants.
  template <typename Fits>
  std::optional<Entity> FocusThing(Fits fits) const {
    const Entity* found = things_.Focus(fits);
    return found == nullptr ? std::nullopt : std::optional(*found);
  }

  // True if the sentence noted last, or the one before it, says that somebody
  // died.
  bool ToldOfDeath(std::uint32_t sentence) const {
    return death_in_ && *death_in_ + 1 >= sentence;
  }

  // The one person of the last sentence that named any, at most two before:
  // "the 71-year-old". Nobody if there are several.
  std::optional<Entity> LastPerson(const SentenceView& sentence) const;

  // The first series of the title or lead, one that is named before others.
  std::optional<Entity> FocusSeries() const;
  // ... what works, moves or is sold: a plant, exports.
  std::optional<Entity> FocusLapsing() const;

  // The series that was said to have come back, and the sentence that said so.
  void NoteResumed(const Entity& series, std::uint32_t sentence);
  // True if an entity, definite and bare, is that return: in the same or the
  // next sentence.
  bool IsResumed(const Entity& entity) const;
  const std::optional<Entity>& resumed() const { return resumed_; }

 private:
  const Entity* LastOf(StringId head, std::uint32_t before) const;
  bool TakesUpFocus(const Entity& entity) const;
  std::optional<Entity> Person(const SentenceView& sentence,
                               std::uint32_t group) const;
  std::optional<Entity> Thing(
      const SentenceView& sentence, std::uint32_t group,
      Fits fits = [](const Entity&) { return true; }) const;
  ClassSet Lasting() const;
  void NoteWords(const Entity& entity);
  void TakeUpWords(Entity& entity) const;
  void NotePronoun(const SentenceView& sentence, std::uint32_t group);
  void NoteAgent(const SentenceView& sentence, std::uint32_t group,
                 const Entity& entity);
  bool IsPredicate(const SentenceView& sentence, std::uint32_t group) const;
  bool TellsOfDeath(const SentenceView& sentence) const;
  bool MayBePerson(const Entity& entity) const;
  bool OfSubject(const SentenceView& sentence, std::uint32_t group) const;
  bool IsCalled(const SentenceView& sentence, std::uint32_t group,
                const Entity& entity) const;
  std::optional<Entity> Accident(const SentenceView& sentence) const;
  std::optional<Entity> Ahead(const SentenceView& sentence,
                              std::uint32_t group) const;
  void NoteThing(const SentenceView& sentence, std::uint32_t group,
                 const Entity& entity);

  void CompleteName(Entity& entity) const;

  const EntityClasses* classes_;
  const Interner* interner_;
  std::deque<Entity> recent_;  // the last eight of each sentence run
  std::optional<Entity> focus_meeting_, focus_disaster_, focus_series_,
      focus_lapsing_, focus_accident_, resumed_;
  // The persons of the sentence before the one noted last; its subject, if a
  // person.
  std::vector<Entity> persons_, noted_persons_;
  std::optional<Entity> subject_person_, noted_subject_;
  // The subject of the sentence noted last, if it is a name of two words of
  // which nothing is known: whom "she" in the next one can only mean.
  std::optional<Entity> unknown_subject_, noted_unknown_;
  // Who did it, told last in a sentence that speaks of nobody else.
  std::optional<Entity> agent_, noted_agent_;
  // A subject of the sentence before that is a pronoun, and nobody knows whose:
  // the next "she" is the same person, not one named beside her.
  struct Someone {
    StringId pronoun;
    std::uint32_t sentence = 0;
  };
  std::optional<Someone> someone_, noted_someone_;
  std::map<std::uint32_t, Entity> told_as_;  // by pronoun: whom it stood for
  StringId first_person_;
  std::uint32_t resumed_in_ = 0;
  std::optional<std::uint32_t> death_in_;  // sentence
  ThingMemory things_;
  std::map<StringId, Entity> first_of_;  // by head
  std::vector<Entity> focus_events_;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_RESOLVE_DISCOURSE_H_

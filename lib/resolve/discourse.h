// Discourse: what noun groups speak of, and which earlier thing "the talks",
// "they" or "such a summit" takes up.
#ifndef GAINSAY_LIB_RESOLVE_DISCOURSE_H_
#define GAINSAY_LIB_RESOLVE_DISCOURSE_H_

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <vector>

#include "mention/names.h"
#include "text/clause.h"

namespace gainsay::internal {

// One parsed sentence with all that stands behind it. Not owning.
struct SentenceView {
  const TokenizedText& text;
  std::span<const Atom> atoms;
  const Parse& parse;
  const NameTable& names;
  WordTable& words;
  std::uint32_t index = 0;  // of the segment

  const Group& G(std::uint32_t i) const { return parse.G(i); }
  const WordInfo& Info(std::uint32_t token) const {
    return words.Of(text.tokens[token].folded);
  }
};

// What a noun group speaks of.
struct Entity {
  enum class Kind : std::uint8_t {
    kThing,
    kPerson,
    kOrganisation,
    kPlace,
    kEvent,
    kSeries
  } kind = Kind::kThing;
  StringId name;         // a proper name, fullest form
  StringId head;         // lemma
  ClassSet classes = 0;  // of the head
  std::vector<StringId>
      modifiers;  // lemmas before the head, and of who it is between
  std::vector<StringId> participants;  // canonical names
  StringId place;
  std::int32_t ordinal = 0;
  ByteSpan span;
  std::uint32_t sentence = 0;
  bool plural = false, definite = false, demonstrative = false, similar = false;
};

// Classes by which entities are told apart; from the grammar's class names.
struct EntityClasses {
  ClassSet meeting = 0, gathering = 0, disaster = 0, conflict = 0, people = 0,
           company = 0, place = 0;
  explicit EntityClasses(const SyntaxIndex& index);
  ClassSet events() const { return gathering | disaster | conflict; }
};

// Reads a noun group; nothing of earlier sentences. Pronouns: no value.
std::optional<Entity> ReadEntity(const SentenceView& sentence,
                                 std::uint32_t group,
                                 const EntityClasses& classes);

// The memory of one document.
class Discourse {
 public:
  explicit Discourse(const EntityClasses& classes) : classes_(&classes) {}
  void Clear();

  // Remembers the entities of a sentence, in order of mention.
  void Note(const SentenceView& sentence);
  // Completes an entity by what it takes up: a definite noun by the one entity
  // of its head, meetings without participants by the document's focus.
  void Resolve(Entity& entity) const;
  // What a pronoun stands for: a person for he and she, if just one fits.
  std::optional<Entity> Pronoun(const SentenceView& sentence,
                                std::uint32_t group) const;
  // The event that a sentence's tolls belong to: named in it, else the
  // document's focus.
  std::optional<Entity> EventOf(const SentenceView& sentence) const;

  // The series that was said to have come back, and the sentence that said so.
  void NoteResumed(const Entity& series, std::uint32_t sentence);
  // True if an entity, definite and bare, is that return: in the same or the
  // next sentence.
  bool IsResumed(const Entity& entity) const;
  const std::optional<Entity>& resumed() const { return resumed_; }

 private:
  const Entity* LastOf(StringId head, std::uint32_t before) const;
  bool TakesUpFocus(const Entity& entity) const;

  const EntityClasses* classes_;
  std::deque<Entity> recent_;  // the last eight of each sentence run
  std::optional<Entity> focus_meeting_, focus_disaster_, resumed_;
  // The persons of the sentence before the one noted last; its subject, if a
  // person.
  std::vector<Entity> persons_, noted_persons_;
  std::optional<Entity> subject_person_, noted_subject_;
  std::uint32_t resumed_in_ = 0;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_RESOLVE_DISCOURSE_H_

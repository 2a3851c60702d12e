// Entities: what noun groups speak of.
#ifndef GAINSAY_LIB_RESOLVE_ENTITY_H_
#define GAINSAY_LIB_RESOLVE_ENTITY_H_

#include <cstdint>
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
  // Whether a word of a group is of the classes.
  bool Holds(std::uint32_t group, ClassSet classes) const {
    if (group == kNowhere) return false;
    for (std::uint32_t t = G(group).first; t < G(group).last; ++t) {
      if ((Info(t).classes & classes) != 0) return true;
    }
    return false;
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
  std::uint32_t sentence = 0, clause = kNowhere;
  bool plural = false, definite = false, demonstrative = false, similar = false;
  bool owned = false;    // "its pylons", "the bridge's pylons"
  bool leading = false;  // not what a preposition leads to
  bool qualified =
      false;  // told apart by what follows it: "the bridge in Ghent"
  bool described =
      false;  // its head is a common noun: "the ferry Maria Lorena"
  // A name of which no noun says what it is: "Bos", "Orrin Nights".
  bool IsOpenName() const {
    return kind == Kind::kThing && name.valid() && classes == 0 && !described &&
           !plural;
  }
  bool passing = false;  // of any kind: what "had not been agreed" since
};

// Classes by which entities are told apart; from the grammar's class names.
struct EntityClasses {
  ClassSet meeting = 0, gathering = 0, disaster = 0, conflict = 0, people = 0,
           company = 0, place = 0, building = 0, structure = 0, vessel = 0,
           vehicle = 0, work = 0, generic = 0, natural = 0, recurring = 0,
           series = 0, lapsing = 0, instance = 0, accident = 0, die = 0,
           he_or_she = 0, by = 0, place_of = 0, body = 0;
  explicit EntityClasses(const SyntaxIndex& index);
  // A town or a country, by its name.
  bool IsTown(const Entity& entity) const {
    return entity.name.valid() && (entity.kind == Entity::Kind::kPlace ||
                                   (entity.classes & place_of) != 0);
  }
  ClassSet events() const { return gathering | disaster | conflict; }
  // Of things that are named once and then go by a common noun.
  ClassSet things() const {
    return company | place | building | structure | vessel | vehicle | work |
           natural | recurring;
  }
};

// Reads a noun group; nothing of earlier sentences. Pronouns: no value.
std::optional<Entity> ReadEntity(const SentenceView& sentence,
                                 std::uint32_t group,
                                 const EntityClasses& classes);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_RESOLVE_ENTITY_H_

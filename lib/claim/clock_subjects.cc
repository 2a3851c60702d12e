// Of what a clock time is told. See clocks.h.
#include <algorithm>
#include <iterator>

#include "claim/clocks.h"

namespace gainsay::internal {

// All mishaps of things go by one word: what one document calls a collision the
// other calls the crash.
Entity ClockReader::AsAccident(Entity entity) const {
  entity.head = words_.accident;
  entity.classes = s_.words.Of(entity.head).classes | classes_.disaster;
  entity.kind = Entity::Kind::kEvent;
  entity.modifiers.clear();
  entity.name = {};
  return entity;
}

// "Another fire", "the second vote", "the women's match"; "a fire" where the
// text has told of one before, or is long past its lead.
bool ClockReader::Another(std::uint32_t group, const Entity& entity) const {
  constexpr std::uint32_t kLead = 2;  // sentences
  const Group& g = s_.G(group);
  for (std::uint32_t t = g.first; t < g.head; ++t) {
    if ((s_.Info(t).classes & words_.other_one) != 0) return true;
  }
  const bool counted = std::ranges::any_of(s_.atoms, [&](const Atom& atom) {
    return atom.kind == Atom::Kind::kOrdinal && atom.first >= g.first &&
           atom.last <= g.last;
  });
  const bool of_some =
      g.possessor != kNowhere &&
      (s_.words.Of(s_.G(g.possessor).lemma).classes & classes_.people) != 0;
  if (counted || of_some) return true;
  if ((g.features & kIndefinite) == 0) return false;
  return s_.index >= kLead ||
         discourse_
             .FocusEvent([&](const Entity& e) {
               return e.head == entity.head && e.sentence < s_.index;
             })
             .has_value();
}

// The event that a group names. `any`: also one that is no event elsewhere,
// "the impact".
std::optional<Entity> ClockReader::EventAt(std::uint32_t group,
                                           bool any) const {
  if (group == kNowhere || s_.G(group).kind != GroupKind::kNoun)
    return std::nullopt;
  std::optional<Entity> entity = ReadEntity(s_, group, classes_);
  if (!entity || entity->kind == Entity::Kind::kPerson ||
      entity->kind == Entity::Kind::kSeries || entity->plural ||
      entity->similar)
    return std::nullopt;
  // "The train", "the gunman": what news tells of with it, no event.
  const ClassSet things =
      classes_.vessel | classes_.vehicle | classes_.people | words_.service;
  if ((entity->classes & things) != 0) return std::nullopt;
  if (Another(group, *entity)) return std::nullopt;
  const bool event = (entity->classes & classes_.events()) != 0;
  const bool mishap =
      (entity->classes & words_.mishap) != 0 && !entity->name.valid();
  if (!event && !(any && mishap && entity->definite)) return std::nullopt;
  discourse_.Resolve(*entity);
  return mishap ? AsAccident(*std::move(entity)) : entity;
}

// "Was struck by a quake".
std::uint32_t ClockReader::ByWhom(const Clause& clause) const {
  const std::uint32_t group = clause.verb + 1;
  const bool by = (s_.G(clause.verb).verb & kPassive) != 0;
  for (std::uint32_t i = group;
       by && i < s_.parse.groups.groups.size() && i <= group + 1; ++i) {
    const Group& g = s_.G(i);
    if (g.kind == GroupKind::kNoun && g.preposition != kNowhere &&
        (s_.Info(g.preposition).classes & words_.by) != 0)
      return i;
  }
  return kNowhere;
}

// "The evacuation began", "the debate ended": any noun of what happens, by its
// first sense, of a clause that acts on nothing.
std::optional<Entity> ClockReader::Happening(const Clause& clause) const {
  const std::uint32_t group = clause.subject;
  if (group == kNowhere || clause.object != kNowhere ||
      s_.G(group).kind != GroupKind::kNoun)
    return std::nullopt;
  std::optional<Entity> entity = ReadEntity(s_, group, classes_);
  if (!entity || entity->plural || entity->similar || entity->name.valid() ||
      entity->kind != Entity::Kind::kThing ||
      (!entity->definite && !entity->owned) ||
      (entity->classes & (classes_.things() | classes_.people |
                          classes_.meeting | words_.service)) != 0)
    return std::nullopt;
  constexpr std::uint8_t kHappenings[] = {kEventFile,      kActFile,
                                          kPhenomenonFile, kProcessFile,
                                          kStateFile,      kCommunicationFile};
  if (std::ranges::find(kHappenings,
                        s_.words.Of(s_.G(group).lemma).noun_file) ==
      std::end(kHappenings))
    return std::nullopt;
  if (Another(group, *entity)) return std::nullopt;
  if ((entity->classes & words_.mishap) != 0)
    return AsAccident(*std::move(entity));
  entity->kind = Entity::Kind::kEvent;
  return entity;
}

// What began or ended: who or what the clause names as an event; "it" of what
// happened is the document's.
std::optional<FoundSubject> ClockReader::Event(const Clause& clause,
                                               bool happens) const {
  for (const std::uint32_t group :
       {s_.parse.Agent(clause), clause.subject, s_.parse.Patient(clause),
        clause.head, ByWhom(clause)}) {
    if (std::optional<Entity> entity = EventAt(group, false))
      return FoundSubject{*std::move(entity), group};
  }
  const std::uint32_t subject = clause.subject;
  if (std::optional<Entity> entity = Happening(clause))
    return FoundSubject{*std::move(entity), subject};
  // "It was rocked by" is said of a place.
  if (subject == kNowhere || !happens ||
      (s_.G(clause.verb).verb & kPassive) != 0 ||
      (s_.Info(s_.G(subject).head).features & kThing) == 0)
    return std::nullopt;
  std::optional<Entity> event =
      discourse_.Pronoun(s_, subject, [&](const Entity& e) {
        return (e.classes & classes_.events()) != 0 &&
               e.kind != Entity::Kind::kSeries && !e.plural;
      });
  const bool found = event && (event->classes & classes_.events()) != 0 &&
                     event->kind != Entity::Kind::kSeries;
  if (!found) event = DocumentsEvent();
  if (!event) return std::nullopt;
  if (found && (event->classes & (words_.mishap | classes_.accident)) != 0)
    event = AsAccident(*std::move(event));
  return FoundSubject{*std::move(event), subject};
}

// "The ferry struck the dock", "the roof fell": of a thing that somebody made.
std::optional<FoundSubject> ClockReader::Mishap(const Clause& clause) const {
  const Group& verb = s_.G(clause.verb);
  const ClassSet of = s_.words.Of(verb.lemma).classes;
  if ((of & words_.befall) == 0) return std::nullopt;
  const bool passive = (verb.verb & kPassive) != 0;
  const std::uint32_t group = passive                 ? s_.parse.Patient(clause)
                              : StruckCarrier(clause) ? clause.object
                                                      : clause.subject;
  if (group == kNowhere || s_.G(group).kind != GroupKind::kNoun)
    return std::nullopt;
  const ClassSet made = classes_.vessel | classes_.vehicle |
                        classes_.structure | classes_.building;
  const bool it = (s_.Info(s_.G(group).head).features & kThing) != 0;
  std::optional<Entity> thing =
      it ? discourse_.Pronoun(
               s_, group,
               [&](const Entity& e) { return (e.classes & made) != 0; })
         : ReadEntity(s_, group, classes_);
  if (!thing || thing->kind == Entity::Kind::kPerson) return std::nullopt;
  if (!it) discourse_.Resolve(*thing);
  const bool artifact =
      (thing->classes & made) != 0 ||
      (!it && !thing->name.valid() && (of & words_.downward) == 0 &&
       s_.words.Of(s_.G(group).lemma).noun_file == kArtifactFile);
  if (!artifact) return std::nullopt;
  Entity event = AsAccident(*thing);
  event.definite = true;
  event.plural = false;  // two trains, one crash
  event.span = {s_.text.tokens[verb.first].begin,
                s_.text.tokens[verb.last - 1].end};
  if (thing->name.valid()) event.participants.push_back(thing->name);
  return FoundSubject{std::move(event), group};
}

// "Parliament voted", "the police raided the house": the vote, the raid.
std::optional<FoundSubject> ClockReader::Deed(const Clause& clause) const {
  const std::uint32_t group = clause.subject;
  if (group == kNowhere || s_.G(group).kind != GroupKind::kNoun)
    return std::nullopt;
  return FoundSubject{
      UnnamedEvent(s_, s_.G(clause.verb).lemma, clause.verb, clause.verb),
      group};
}

bool ClockReader::Named(std::uint32_t group) const {
  for (std::uint32_t t = s_.G(group).first; t < s_.G(group).last; ++t) {
    if (s_.names.At(t) != nullptr) return true;
  }
  return false;
}

// "The first train", "flight 412": one of a day.
std::optional<FoundSubject> ClockReader::Carrier(const Clause& clause) const {
  const std::uint32_t group = clause.subject;
  if (group == kNowhere || s_.G(group).kind != GroupKind::kNoun)
    return std::nullopt;
  // "The bus left the road": a place has a name.
  if (clause.object != kNowhere &&
      s_.G(clause.object).kind == GroupKind::kNoun && !Named(clause.object))
    return std::nullopt;
  std::optional<Entity> thing = ReadEntity(s_, group, classes_);
  // One without an article has a number: "flight 412".
  if (!thing || thing->plural || (s_.G(group).features & kIndefinite) != 0)
    return std::nullopt;
  discourse_.Resolve(*thing);
  // "The Strait Heron cast off": what nothing else is known of.
  if (thing->name.valid() && thing->kind == Entity::Kind::kThing &&
      thing->classes == 0 && !thing->described &&
      (s_.words.Of(s_.G(clause.verb).lemma).classes & words_.nautical) != 0) {
    thing->head = words_.ship;
    thing->classes = s_.words.Of(words_.ship).classes;
    thing->described = true;
  }
  if ((thing->classes &
       (classes_.vessel | classes_.vehicle | words_.service)) == 0)
    return std::nullopt;
  return FoundSubject{*std::move(thing), group};
}

// A person with a name.
std::optional<FoundSubject> ClockReader::Person(std::uint32_t group) const {
  if (group == kNowhere || s_.G(group).kind != GroupKind::kNoun)
    return std::nullopt;
  std::optional<Entity> person =
      s_.Info(s_.G(group).head).first == Tag::kPronoun
          ? discourse_.Pronoun(s_, group)
          : ReadEntity(s_, group, classes_);
  if (!person) return std::nullopt;
  discourse_.Resolve(*person);
  if (person->kind != Entity::Kind::kPerson || !person->name.valid() ||
      person->plural)
    return std::nullopt;
  return FoundSubject{*std::move(person), group};
}

// The event that the sentence names, else the document's; "the train" is what
// it befell.
std::optional<Entity> ClockReader::DocumentsEvent() const {
  const ClassSet things = classes_.vessel | classes_.vehicle | classes_.people;
  std::optional<Entity> event = discourse_.EventOf(s_);
  if (event && (event->classes & things) != 0)
    event = discourse_.FocusEvent([&](const Entity& e) {
      return (e.classes & classes_.disaster) != 0 &&
             (e.classes & things) == 0 && !e.plural;
    });
  if (!event || event->plural) return std::nullopt;
  if ((event->classes & (words_.mishap | classes_.accident)) != 0)
    return AsAccident(*std::move(event));
  return event;
}

}  // namespace gainsay::internal

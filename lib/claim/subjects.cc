#include "claim/subjects.h"

#include <utility>

namespace gainsay::internal {
namespace {

bool Ergative(const SentenceView& s, const Group& verb) {
  return (s.words.Of(verb.lemma).verb_kinds &
          (1U << static_cast<unsigned>(VerbRow::Kind::kErgative))) != 0;
}

class SubjectFinder {
 public:
  SubjectFinder(const SentenceView& sentence, const ValuePath& path,
                std::size_t steps)
      : s_(sentence),
        last_(path.steps[steps - 1]),
        first_(path.steps[0].verb ? kNowhere : path.steps[0].group),
        clause_(ClauseOfPath(sentence, path, steps)),
        history_(sentence.words.index().ClassBit("history")) {}

  // The group, or kNowhere.
  std::uint32_t Group(SubjectAt where) const;
  const Clause* clause() const { return clause_; }

 private:
  std::uint32_t Patient() const;
  std::uint32_t Agent() const;
  std::uint32_t PossessorOf(std::uint32_t group) const;
  std::uint32_t Attached(std::uint32_t group, std::uint32_t features) const;
  std::uint32_t InClause(std::uint32_t features) const;

  const SentenceView& s_;
  const PathStep& last_;
  std::uint32_t first_;  // the first governor, if a noun
  const Clause* clause_;
  ClassSet history_;
};

std::uint32_t SubjectFinder::Patient() const {
  if (clause_ == nullptr || clause_->verb == kNowhere) return kNowhere;
  return s_.parse.Patient(*clause_);
}

std::uint32_t SubjectFinder::Agent() const {
  if (clause_ == nullptr || clause_->verb == kNowhere) return kNowhere;
  return s_.parse.Agent(*clause_);
}

// "the firm's staff": the firm; "its staff": the group itself, which begins
// with who has it.
std::uint32_t SubjectFinder::PossessorOf(std::uint32_t group) const {
  const auto& g = s_.G(group);
  if (g.possessor != kNowhere) return g.possessor;
  const bool its = g.kind == GroupKind::kNoun && g.last > g.first + 1 &&
                   (s_.Info(g.first).features & kPossessive) != 0;
  return its ? group : kNowhere;
}

// A prepositional group right after a group, by a feature of its
// preposition.
std::uint32_t SubjectFinder::Attached(std::uint32_t group,
                                      std::uint32_t features) const {
  for (std::uint32_t i = group + 1; i < s_.parse.groups.groups.size(); ++i) {
    const auto& g = s_.G(i);
    if (g.kind == GroupKind::kVerb) break;
    if (g.role == GroupRole::kPrepositional && g.governor == group &&
        g.preposition != kNowhere &&
        (s_.Info(g.preposition).features & features) != 0) {
      // "in the club's history": the club.
      const bool history = (s_.words.Of(g.lemma).classes & history_) != 0;
      return history && PossessorOf(i) != kNowhere ? PossessorOf(i) : i;
    }
  }
  return kNowhere;
}

// A prepositional group of the clause, by a feature of its preposition.
std::uint32_t SubjectFinder::InClause(std::uint32_t features) const {
  if (clause_ == nullptr || clause_->verb == kNowhere) return kNowhere;
  const std::uint32_t clause = s_.G(clause_->verb).clause;
  const bool place = (features & kPlaceWord) != 0;
  for (std::uint32_t i = place ? 0 : clause_->verb + 1;
       i < s_.parse.groups.groups.size(); ++i) {
    const auto& g = s_.G(i);
    if (g.kind == GroupKind::kNoun && g.role == GroupRole::kPrepositional &&
        g.clause == clause && g.preposition != kNowhere &&
        (s_.Info(g.preposition).features & features) != 0) {
      return i;
    }
  }
  return kNowhere;
}

std::uint32_t SubjectFinder::Group(SubjectAt where) const {
  const auto& last = s_.G(last_.group);
  switch (where) {
    case SubjectAt::kHead:
    case SubjectAt::kHeadName:
      return last_.verb ? kNowhere : last_.group;
    case SubjectAt::kOf:
      return last_.verb && first_ != kNowhere ? Attached(first_, kOfWord)
                                              : Attached(last_.group, kOfWord);
    case SubjectAt::kIn:
      return Attached(last_.group, kPlaceWord);
    case SubjectAt::kPossessor:
      return PossessorOf(last_.group);
    case SubjectAt::kHost:
      return last.role == GroupRole::kPrepositional ? last.governor : kNowhere;
    case SubjectAt::kApposed:
      return last.role == GroupRole::kApposition ? last.governor : kNowhere;
    case SubjectAt::kPatient:
      return Patient();
    case SubjectAt::kAgent:
      return Agent();
    case SubjectAt::kEither: {
      const std::uint32_t patient = Patient();
      if (patient != kNowhere || clause_ == nullptr ||
          clause_->verb == kNowhere)
        return patient;
      const auto& verb = s_.G(clause_->verb);
      const bool alone = (verb.verb & kPassive) == 0;
      return alone && (Ergative(s_, verb) || clause_->object == kNowhere)
                 ? clause_->subject
                 : kNowhere;
    }
    case SubjectAt::kSubjectOf: {
      const std::uint32_t of = clause_ == nullptr ? kNowhere : clause_->subject;
      if (of == kNowhere) return kNowhere;
      const std::uint32_t owner = PossessorOf(of);
      return owner != kNowhere ? owner : Attached(of, kOfWord | kPlaceWord);
    }
    case SubjectAt::kFor:
      return InClause(kForWord);
    case SubjectAt::kCounted:
      return first_;
    case SubjectAt::kPlace:
      return InClause(kPlaceWord);
    case SubjectAt::kFocus:
    case SubjectAt::kEvent:
      return kNowhere;
  }
  return kNowhere;
}

bool Accepts(const Frame& frame, const Entity& entity, WordTable& words) {
  // A name that is known to be a place's is one whatever else its word means.
  if (entity.kind == Entity::Kind::kPlace && entity.name.valid() &&
      (frame.things.classes & words.index().ClassBit("place")) != 0)
    return true;
  // A name of which no noun says what it is: "The Aldis, built in 1998".
  const bool open_name = entity.name.valid() && entity.classes == 0 &&
                         entity.kind == Entity::Kind::kThing &&
                         !entity.described;
  if (open_name && frame.event &&
      (frame.things.classes & words.index().ClassBit("building")) != 0)
    return true;
  return frame.things.Has(words.interner().View(entity.head), entity.classes);
}

// "His deputy, Ana Reyes,": who a noun is, with what it says of the kind.
std::optional<Entity> Apposed(const SentenceView& s, std::uint32_t group,
                              const Entity& entity,
                              const EntityClasses& classes) {
  std::uint32_t other = kNowhere;
  if (s.G(group).role == GroupRole::kApposition) other = s.G(group).governor;
  // "Sorkala is a 31-year-old mine".
  if (const std::uint32_t c = s.G(group).clause; c != kNowhere) {
    const Clause& clause = s.parse.clauses[c];
    if (clause.predicate == group && clause.verb != kNowhere &&
        (s.G(clause.verb).verb & kNegated) == 0)
      other = clause.subject;
  }
  // "The former harbour master of Kelm, Karel Bos,".
  constexpr std::uint32_t kReach = 5;
  const bool person = (entity.classes & classes.people) != 0 ||
                      s.words.Of(entity.head).noun_file == kPersonFile;
  for (std::uint32_t i = group + 1;
       i < s.parse.groups.groups.size() && i <= group + kReach; ++i) {
    const Group& apposed = s.G(i);
    if (apposed.role != GroupRole::kApposition) continue;
    if (apposed.governor == group && i <= group + 2) other = i;
    if (person && apposed.governor != kNowhere &&
        s.G(apposed.governor).role == GroupRole::kPrepositional &&
        s.G(apposed.governor).governor == group)
      other = i;
  }
  if (other == kNowhere || s.G(other).kind != GroupKind::kNoun ||
      s.G(other).plural || entity.plural)
    return std::nullopt;
  std::optional<Entity> named = ReadEntity(s, other, classes);
  if (!named || !named->name.valid()) return std::nullopt;
  const bool open = (named->classes & classes.things()) == 0;
  if (person) {
    if (named->kind == Entity::Kind::kThing)
      named->kind = Entity::Kind::kPerson;
  } else if (open && named->kind != Entity::Kind::kOrganisation) {
    named->head = entity.head;
    if (named->kind == Entity::Kind::kPerson && entity.classes != 0)
      named->kind = entity.kind;
  }
  named->classes |= entity.classes;
  return named;
}

// "at its Hallum station": the place that a group names, wherever in it.
std::optional<Entity> PlaceAt(const SentenceView& s, std::uint32_t group,
                              const EntityClasses& classes) {
  std::optional<Entity> entity = ReadEntity(s, group, classes);
  if (entity && entity->name.valid() && entity->classes == 0 &&
      entity->kind == Entity::Kind::kThing)
    entity->kind = Entity::Kind::kPlace;
  if (!entity || entity->name.valid()) return entity;
  for (std::uint32_t t = s.G(group).first; t < s.G(group).head; ++t) {
    const NameMention* name = s.names.At(t);
    if (name == nullptr || !name->canonical.valid() ||
        (name->kind != NameKind::kPlace && name->kind != NameKind::kOther))
      continue;
    entity->name = name->canonical;
    entity->kind = Entity::Kind::kPlace;
    entity->participants.clear();
    entity->modifiers.clear();
    return entity;
  }
  return entity;
}

// A person, or a name of several words that nothing else is known of: "Karel
// Bos, 67,".
bool MayBePerson(const Entity& entity, const SentenceView& s) {
  if (entity.kind == Entity::Kind::kPerson) return true;
  return entity.kind == Entity::Kind::kThing && entity.name.valid() &&
         entity.classes == 0 &&
         s.words.interner().View(entity.name).find(' ') !=
             std::string_view::npos;
}

// "The extension from A to B, which was opened in", "the agreement between A
// and B, signed at", "the crossing at Tarn, closed since": what a relative
// clause after a comma may modify instead of the last noun; kNowhere: nothing.
std::uint32_t Modified(const SentenceView& s, const SubjectFinder& finder,
                       std::uint32_t group) {
  constexpr int kMostSteps = 4;
  const Clause* clause = finder.clause();
  if (clause == nullptr || clause->kind != Clause::Kind::kRelative ||
      clause->head != group || !clause->comma)
    return kNowhere;
  std::uint32_t above = group;
  for (int i = 0; i < kMostSteps; ++i) {
    if (s.G(above).same_as != kNowhere) above = s.G(above).same_as;
    if (s.G(above).role != GroupRole::kPrepositional ||
        s.G(above).governor == kNowhere)
      break;
    above = s.G(above).governor;
  }
  return above == group ? kNowhere : above;
}

Referent::Kind KindOf(Entity::Kind kind) {
  switch (kind) {
    case Entity::Kind::kThing:
      return Referent::Kind::kThing;
    case Entity::Kind::kPerson:
      return Referent::Kind::kPerson;
    case Entity::Kind::kOrganisation:
      return Referent::Kind::kOrganisation;
    case Entity::Kind::kPlace:
      return Referent::Kind::kPlace;
    case Entity::Kind::kEvent:
      return Referent::Kind::kEvent;
    case Entity::Kind::kSeries:
      return Referent::Kind::kSeries;
  }
  return Referent::Kind::kUnknown;
}

}  // namespace

const Clause* ClauseOfPath(const SentenceView& sentence, const ValuePath& path,
                           std::size_t steps) {
  const std::uint32_t clause = path.steps[steps - 1].clause;
  return clause == kNowhere ? nullptr : &sentence.parse.clauses[clause];
}

std::optional<FoundSubject> FindSubject(const SentenceView& s,
                                        const Frame& frame,
                                        const ValuePath& path,
                                        const Discourse& discourse,
                                        const EntityClasses& classes) {
  const SubjectFinder finder(s, path, frame.steps.size());
  const auto fits = [&](const Entity& entity) {
    return Accepts(frame, entity, s.words);
  };
  for (const SubjectAt where : frame.subject) {
    if (where == SubjectAt::kEvent) {
      std::optional<Entity> event = discourse.EventOf(s);
      if (!event || !fits(*event)) event = std::nullopt;
      if (!event && !frame.things.any) event = discourse.FocusEvent(fits);
      if (event) return FoundSubject{std::move(*event), kNowhere};
      continue;
    }
    if (where == SubjectAt::kFocus) {
      std::optional<Entity> focus =
          discourse.FocusThing([&](const Entity& entity) {
            return Accepts(frame, entity, s.words);
          });
      if (focus) return FoundSubject{std::move(*focus), kNowhere};
      continue;
    }
    const std::uint32_t group = finder.Group(where);
    if (group == kNowhere) continue;
    const bool its =
        (where == SubjectAt::kPossessor || where == SubjectAt::kSubjectOf) &&
        (s.Info(s.G(group).first).features & kPossessive) != 0;
    std::optional<Entity> entity =
        its ? discourse.Pronoun(s, group, fits)
            : EntityAt(s, group, discourse, classes, fits);
    if (const std::uint32_t above = Modified(s, finder, group);
        above != kNowhere && !frame.things.any) {
      // Not taken up: what follows it tells it apart.
      std::optional<Entity> noun = ReadEntity(s, above, classes);
      const bool better = !entity || !fits(*entity) || entity->classes == 0;
      const bool known =
          noun && (noun->name.valid() || !noun->participants.empty() ||
                   (noun->definite && !noun->plural));
      if (better && known && noun->classes != 0 && fits(*noun))
        return FoundSubject{std::move(*noun), above};
    }
    if (where == SubjectAt::kPlace) entity = PlaceAt(s, group, classes);
    if (!entity || !Accepts(frame, *entity, s.words)) continue;
    if (where == SubjectAt::kHeadName && !MayBePerson(*entity, s)) continue;
    return FoundSubject{std::move(*entity), group};
  }
  return std::nullopt;
}

std::optional<Entity> EntityAt(const SentenceView& s, std::uint32_t group,
                               const Discourse& discourse,
                               const EntityClasses& classes,
                               Discourse::Fits fits) {
  if (s.G(group).kind != GroupKind::kNoun) return std::nullopt;
  if (s.Info(s.G(group).head).first == Tag::kPronoun)
    return discourse.Pronoun(s, group, fits);
  std::optional<Entity> entity = ReadEntity(s, group, classes);
  if (!entity) return entity;
  if (!entity->name.valid()) {
    if (std::optional<Entity> named = Apposed(s, group, *entity, classes))
      return named;
  }
  discourse.Resolve(*entity);
  return entity;
}

Referent ToReferent(const Entity& entity, DocumentIndex document) {
  Referent out;
  out.kind = entity.passing ? Referent::Kind::kUnknown : KindOf(entity.kind);
  out.document = document;
  out.span = entity.span;
  out.name = entity.name;
  // A name of which no noun says what it is goes by the name alone.
  const bool bare = entity.name.valid() && entity.classes == 0 &&
                    !entity.described && entity.kind == Entity::Kind::kThing;
  if (!bare) out.head = entity.head;
  out.modifiers.assign(entity.modifiers.begin(), entity.modifiers.end());
  out.participants.assign(entity.participants.begin(),
                          entity.participants.end());
  out.place = entity.place;
  out.ordinal = entity.plural && entity.kind == Entity::Kind::kThing
                    ? kSeveral
                    : entity.ordinal;
  out.definite = entity.definite || entity.owned;
  return out;
}

std::optional<Entity> NounOrPronoun(const SentenceView& s, std::uint32_t group,
                                    const Discourse& discourse,
                                    const EntityClasses& classes,
                                    Discourse::Fits fits) {
  if (group == kNowhere || s.G(group).kind != GroupKind::kNoun)
    return std::nullopt;
  if (s.Info(s.G(group).head).first == Tag::kPronoun)
    return discourse.Pronoun(s, group, fits);
  std::optional<Entity> entity = ReadEntity(s, group, classes);
  if (entity) discourse.Resolve(*entity);
  return entity;
}

std::optional<Entity> Meant(const SentenceView& s, std::uint32_t group,
                            const Discourse& discourse,
                            const EntityClasses& classes) {
  if (group == kNowhere) return std::nullopt;
  const std::uint32_t clause = s.G(group).clause;
  if (s.Info(s.G(group).head).first == Tag::kPronoun && clause != kNowhere &&
      s.parse.clauses[clause].speaker != kNowhere)
    return std::nullopt;
  return NounOrPronoun(s, group, discourse, classes);
}

}  // namespace gainsay::internal

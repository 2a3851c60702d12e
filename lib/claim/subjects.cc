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
        clause_(ClauseOfPath(sentence, path, steps)) {}

  // The group, or kNowhere.
  std::uint32_t Group(SubjectAt where) const;

 private:
  std::uint32_t Patient() const;
  std::uint32_t Agent() const;
  std::uint32_t Attached(std::uint32_t features) const;
  std::uint32_t InClause(std::uint32_t features) const;

  const SentenceView& s_;
  const PathStep& last_;
  const Clause* clause_;
};

std::uint32_t SubjectFinder::Patient() const {
  if (clause_ == nullptr || clause_->verb == kNowhere) return kNowhere;
  return s_.parse.Patient(*clause_);
}

std::uint32_t SubjectFinder::Agent() const {
  if (clause_ == nullptr || clause_->verb == kNowhere) return kNowhere;
  return s_.parse.Agent(*clause_);
}

// A prepositional group right after the governor, by a feature of its
// preposition.
std::uint32_t SubjectFinder::Attached(std::uint32_t features) const {
  for (std::uint32_t i = last_.group + 1; i < s_.parse.groups.groups.size();
       ++i) {
    const auto& g = s_.G(i);
    if (g.kind == GroupKind::kVerb) break;
    if (g.role == GroupRole::kPrepositional && g.governor == last_.group &&
        g.preposition != kNowhere &&
        (s_.Info(g.preposition).features & features) != 0) {
      return i;
    }
  }
  return kNowhere;
}

// A prepositional group of the clause, by a feature of its preposition.
std::uint32_t SubjectFinder::InClause(std::uint32_t features) const {
  if (clause_ == nullptr || clause_->verb == kNowhere) return kNowhere;
  const std::uint32_t clause = s_.G(clause_->verb).clause;
  for (std::uint32_t i = clause_->verb + 1; i < s_.parse.groups.groups.size();
       ++i) {
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
      return Attached(kOfWord);
    case SubjectAt::kIn:
      return Attached(kPlaceWord);
    case SubjectAt::kPossessor:
      return last.possessor;
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
    case SubjectAt::kFor:
      return InClause(kForWord);
    case SubjectAt::kPlace:
    case SubjectAt::kFocus:
    case SubjectAt::kEvent:
      return kNowhere;
  }
  return kNowhere;
}

bool Accepts(const Frame& frame, const Entity& entity,
             const Interner& interner) {
  return frame.things.Has(interner.View(entity.head), entity.classes);
}

std::optional<Entity> EntityAt(const SentenceView& s, std::uint32_t group,
                               const Discourse& discourse,
                               const EntityClasses& classes) {
  if (s.G(group).kind != GroupKind::kNoun) return std::nullopt;
  if (s.Info(s.G(group).head).first == Tag::kPronoun)
    return discourse.Pronoun(s, group);
  std::optional<Entity> entity = ReadEntity(s, group, classes);
  if (entity) discourse.Resolve(*entity);
  return entity;
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
  for (const SubjectAt where : frame.subject) {
    if (where == SubjectAt::kEvent) {
      std::optional<Entity> event = discourse.EventOf(s);
      if (event && Accepts(frame, *event, s.words.interner()))
        return FoundSubject{std::move(*event), kNowhere};
      continue;
    }
    const std::uint32_t group = finder.Group(where);
    if (group == kNowhere) continue;
    std::optional<Entity> entity = EntityAt(s, group, discourse, classes);
    if (!entity || !Accepts(frame, *entity, s.words.interner())) continue;
    if (where == SubjectAt::kHeadName && entity->kind != Entity::Kind::kPerson)
      continue;
    return FoundSubject{std::move(*entity), group};
  }
  return std::nullopt;
}

bool ModifiersFit(const SentenceView& s, const Frame& frame,
                  const ValuePath& path) {
  for (std::size_t i = 0; i < frame.steps.size(); ++i) {
    const std::string_view want = frame.steps[i].modifier;
    if (want.empty()) continue;
    const auto& g = s.G(path.steps[i].group);
    bool found = want == "not" && (g.verb & kNegated) != 0;
    if (path.steps[i].verb && path.steps[i].clause != kNowhere) {
      const std::uint32_t subject =
          s.parse.clauses[path.steps[i].clause].subject;
      found = found || (subject != kNowhere &&
                        s.words.interner().View(s.G(subject).lemma) == want);
    }
    for (std::uint32_t t = g.first; t < g.last && !found; ++t) {
      found = s.words.interner().View(s.text.tokens[t].folded) == want;
    }
    if (!found) return false;
  }
  return true;
}

Referent ToReferent(const Entity& entity, DocumentIndex document) {
  Referent out;
  out.kind = KindOf(entity.kind);
  out.document = document;
  out.span = entity.span;
  out.name = entity.name;
  out.head = entity.head;
  out.modifiers.assign(entity.modifiers.begin(), entity.modifiers.end());
  out.participants.assign(entity.participants.begin(),
                          entity.participants.end());
  out.place = entity.place;
  out.ordinal = entity.ordinal;
  return out;
}

}  // namespace gainsay::internal

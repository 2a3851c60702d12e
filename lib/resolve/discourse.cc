#include "resolve/discourse.h"

#include <algorithm>
#include <utility>

namespace gainsay::internal {
namespace {

constexpr std::size_t kRemembered = 24;
constexpr std::uint32_t kFocusSentences = 4;  // title and lead
constexpr std::size_t kMostFocusEvents = 8;

}  // namespace

void Discourse::Clear() {
  recent_.clear();
  focus_meeting_.reset();
  focus_disaster_.reset();
  focus_series_.reset();
  focus_lapsing_.reset();
  focus_accident_.reset();
  resumed_.reset();
  persons_.clear();
  noted_persons_.clear();
  subject_person_.reset();
  noted_subject_.reset();
  told_as_.clear();
  first_person_ = {};
  someone_.reset();
  noted_someone_.reset();
  unknown_subject_.reset();
  noted_unknown_.reset();
  agent_.reset();
  noted_agent_.reset();
  death_in_.reset();
  things_.Clear();
  first_of_.clear();
  focus_events_.clear();
}

// Things, and what names are told to be: "Maria Lorena, a ferry".
void Discourse::NoteThing(const SentenceView& sentence, std::uint32_t group,
                          const Entity& entity) {
  const Group& g = sentence.G(group);
  if (g.role == GroupRole::kApposition && g.governor != kNowhere &&
      !entity.name.valid() && !entity.plural) {
    const std::optional<Entity> host =
        ReadEntity(sentence, g.governor, *classes_);
    if (host && host->name.valid())
      things_.Describe(host->name, entity.head, entity.classes, sentence.index);
    return;
  }
  Entity resolved = entity;
  Resolve(resolved);
  // A name by itself is a byline.
  // And so is one in a line that has a date and no verb.
  constexpr std::size_t kWithStop = 2;
  const auto& groups = sentence.parse.groups.groups;
  const bool line =
      std::ranges::none_of(
          groups, [](const Group& g) { return g.kind == GroupKind::kVerb; }) &&
      std::ranges::any_of(sentence.atoms, [](const Atom& a) {
        return a.kind == Atom::Kind::kDate;
      });
  if (resolved.name.valid() && (groups.size() <= kWithStop || line)) return;
  things_.Note(resolved, g.role == GroupRole::kSubject, *interner_);
  // "The town of Kelm": what Kelm is.
  if (!resolved.name.valid() || g.role != GroupRole::kPrepositional ||
      g.governor == kNowhere || g.governor + 2 != group)
    return;
  const Group& host = sentence.G(g.governor);
  const ClassSet of = sentence.words.Of(host.lemma).classes;
  if ((of & classes_->place_of) != 0 && !host.plural &&
      (sentence.Info(g.preposition).features & kOfWord) != 0)
    things_.Describe(resolved.name, host.lemma, of, sentence.index);
}

// "The bridge collapsed": what a verb tells as the noun would, of what it
// happened to.
std::optional<Entity> Discourse::Accident(const SentenceView& sentence) const {
  for (const Clause& clause : sentence.parse.clauses) {
    if (clause.verb == kNowhere || clause.conditional) continue;
    const Group& verb = sentence.G(clause.verb);
    constexpr std::uint16_t kNone =
        kNegated | kPlannedVerb | kFuture | kUnsure | kDeniedVerb;
    if ((verb.verb & kNone) != 0 ||
        (sentence.words.Of(verb.lemma).classes & classes_->accident) == 0)
      continue;
    Entity event;
    event.kind = Entity::Kind::kEvent;
    event.head = verb.lemma;
    event.classes = classes_->disaster;
    event.definite = true;
    event.sentence = sentence.index;
    event.span = {sentence.text.tokens[verb.first].begin,
                  sentence.text.tokens[verb.last - 1].end};
    std::uint32_t what = sentence.parse.Patient(clause);
    if (what == kNowhere) what = clause.subject;
    if (what != kNowhere) {
      if (const std::optional<Entity> thing =
              ReadEntity(sentence, what, *classes_);
          thing && thing->name.valid() && thing->kind != Entity::Kind::kPerson)
        event.participants.push_back(thing->name);
    }
    return event;
  }
  return std::nullopt;
}

// "Died on Friday", "has passed away"; not "could die".
bool Discourse::TellsOfDeath(const SentenceView& sentence) const {
  return std::ranges::any_of(sentence.parse.clauses, [&](const Clause& clause) {
    if (clause.verb == kNowhere || clause.conditional) return false;
    const Group& verb = sentence.G(clause.verb);
    return (verb.verb & kNotTold) == 0 &&
           (verb.verb & (kPast | kPerfect)) != 0 &&
           (sentence.words.Of(verb.lemma).classes & classes_->die) != 0;
  });
}

// "The man who signed, Karel Bos, left": the name is the subject's as well.
bool Discourse::OfSubject(const SentenceView& sentence,
                          std::uint32_t group) const {
  const Group& g = sentence.G(group);
  return g.role == GroupRole::kSubject ||
         (g.role == GroupRole::kApposition && g.governor != kNowhere &&
          sentence.G(g.governor).role == GroupRole::kSubject);
}

// "The architect, Karel Bos": a name that stands for somebody.
bool Discourse::IsCalled(const SentenceView& sentence, std::uint32_t group,
                         const Entity& entity) const {
  const Group& g = sentence.G(group);
  return g.role == GroupRole::kApposition && MayBePerson(entity) &&
         (sentence.words.Of(sentence.G(g.governor).lemma).classes &
          classes_->people) != 0;
}

void Discourse::Note(const SentenceView& sentence) {
  if (TellsOfDeath(sentence)) death_in_ = sentence.index;
  // A sentence without persons does not hide those of the one before it.
  if (!noted_persons_.empty()) {
    persons_.swap(noted_persons_);
    subject_person_ = noted_subject_;
  }
  unknown_subject_ = std::move(noted_unknown_);
  noted_unknown_.reset();
  agent_ = std::exchange(noted_agent_, std::nullopt);
  someone_ = std::exchange(noted_someone_, std::nullopt);
  noted_persons_.clear();
  noted_subject_.reset();
  if (sentence.index < kFocusSentences && !focus_accident_)
    focus_accident_ = Accident(sentence);
  for (std::uint32_t i = 0; i < sentence.parse.groups.groups.size(); ++i) {
    if (sentence.G(i).kind != GroupKind::kNoun) continue;
    std::optional<Entity> entity = ReadEntity(sentence, i, *classes_);
    if (!entity) NotePronoun(sentence, i);
    if (!entity && sentence.G(i).role == GroupRole::kSubject &&
        (sentence.Info(sentence.G(i).head).features & kThing) != 0) {
      // "It" keeps what it stands for in mind.
      if (std::optional<Entity> thing = Thing(sentence, i)) {
        thing->sentence = sentence.index;
        things_.Note(*thing, true, *interner_);
      }
    }
    if (!entity) continue;
    CompleteName(*entity);
    const bool subject = OfSubject(sentence, i);
    if (subject && IsCalled(sentence, i, *entity))
      entity->kind = Entity::Kind::kPerson;
    if (entity->kind == Entity::Kind::kPerson) {
      if (!first_person_.valid()) first_person_ = entity->name;
      const bool seen =
          std::any_of(noted_persons_.begin(), noted_persons_.end(),
                      [&](const Entity& p) { return p.name == entity->name; });
      if (!seen) noted_persons_.push_back(*entity);
      if (!noted_subject_ && subject) noted_subject_ = entity;
    }
    if (!noted_unknown_ && MayBePerson(*entity) &&
        (sentence.G(i).role == GroupRole::kSubject || IsPredicate(sentence, i)))
      noted_unknown_ = entity;
    NoteAgent(sentence, i, *entity);
    const bool early = sentence.index < kFocusSentences;
    if (early && !focus_meeting_ &&
        (entity->classes & classes_->meeting) != 0 &&
        entity->participants.size() >= 2) {
      focus_meeting_ = entity;
    }
    if (early && !focus_disaster_ &&
        (entity->classes & classes_->disaster) != 0)
      focus_disaster_ = entity;
    NoteThing(sentence, i, *entity);
    NoteWords(*entity);
    if (early && !focus_series_ && (entity->classes & classes_->series) != 0)
      focus_series_ = entity;
    const bool object = sentence.G(i).role == GroupRole::kObject;
    if (early && !focus_lapsing_ && (subject || object) &&
        (entity->classes & classes_->lapsing) != 0)
      focus_lapsing_ = entity;
    if ((entity->classes & classes_->events()) == 0) continue;
    Resolve(*entity);
    // "After missing fourteen matches": not what the document is about.
    const bool counted = entity->plural && sentence.G(i).atom != kNowhere;
    if (early && !counted && focus_events_.size() < kMostFocusEvents)
      focus_events_.push_back(*entity);
    recent_.push_back(std::move(*entity));
    if (recent_.size() > kRemembered) recent_.pop_front();
  }
}

const Entity* Discourse::LastOf(StringId head, std::uint32_t before) const {
  for (auto it = recent_.rbegin(); it != recent_.rend(); ++it) {
    if (it->head == head && it->sentence < before && !it->participants.empty())
      return &*it;
  }
  return nullptr;
}

// Meetings that name nobody are those the document is about, unless they are
// called new.
bool Discourse::TakesUpFocus(const Entity& entity) const {
  return focus_meeting_ && (entity.classes & classes_->meeting) != 0 &&
         entity.participants.empty() && !entity.similar &&
         entity.ordinal == 0 && (entity.plural || entity.definite);
}

// A name that an earlier, longer one explains: "Bos" of "Karel Bos".
void Discourse::CompleteName(Entity& entity) const {
  if (!entity.name.valid() || entity.kind != Entity::Kind::kThing ||
      (entity.classes & classes_->events()) != 0)
    return;
  if (const Entity* whole =
          things_.Whole(entity.name, interner_->View(entity.name), *interner_);
      whole != nullptr) {
    entity.name = whole->name;
    entity.kind = whole->kind;
    entity.head = whole->head;
    entity.classes |= whole->classes;
  }
}

void Discourse::Resolve(Entity& entity) const {
  CompleteName(entity);
  if (const Entity* named = things_.Definite(entity); named != nullptr) {
    entity.name = named->name;
    entity.kind = named->kind;
    // "Halvers ... the company": the noun says what the name does not.
    if (named->described || (named->classes & classes_->things()) != 0)
      entity.head = named->head;
    entity.classes |= named->classes;
    entity.modifiers = named->modifiers;
    return;
  }
  TakeUpWords(entity);
  if (entity.similar) {
    if (const Entity* last = LastOf(entity.head, entity.sentence);
        last != nullptr && entity.participants.empty()) {
      entity.participants = last->participants;
      for (const StringId word : last->modifiers)
        entity.modifiers.push_back(word);
    }
    return;
  }
  if (TakesUpFocus(entity)) {
    if (entity.demonstrative && !entity.plural && resumed_) {
      // "this renewed engagement": what was said to be resumed.
      entity.head = resumed_->head;
      entity.classes = resumed_->classes;
      entity.kind = resumed_->kind;
      entity.modifiers = resumed_->modifiers;
    }
    entity.participants = focus_meeting_->participants;
  } else if ((entity.classes & classes_->disaster) != 0 && focus_disaster_ &&
             entity.head == focus_disaster_->head && entity.definite &&
             !entity.place.valid() && entity.participants.empty()) {
    entity.place = focus_disaster_->place;
    entity.participants = focus_disaster_->participants;
  }
}

std::optional<Entity> Discourse::Pronoun(const SentenceView& sentence,
                                         std::uint32_t group, Fits fits) const {
  const std::uint32_t features =
      sentence.Info(sentence.G(group).first).features;
  if ((features & kPerson) != 0) {
    if (std::optional<Entity> person = Person(sentence, group)) return person;
    // "She was launched in 1981".
    return Thing(sentence, group, [&](const Entity& e) {
      return (e.classes & classes_->vessel) != 0 && fits(e);
    });
  }
  if ((features & kThing) != 0) return Thing(sentence, group, fits);
  return std::nullopt;
}

// "Since its inauguration in 2022 the dam has ...": what a fronted phrase means
// is the subject that follows it.
std::optional<Entity> Discourse::Ahead(const SentenceView& sentence,
                                       std::uint32_t group) const {
  if (group == 0 || sentence.G(group - 1).kind != GroupKind::kPreposition)
    return std::nullopt;
  for (std::uint32_t i = group + 1; i < sentence.parse.groups.groups.size();
       ++i) {
    const Group& g = sentence.G(i);
    if (g.kind == GroupKind::kVerb) return std::nullopt;
    if (g.kind != GroupKind::kNoun || g.role != GroupRole::kSubject ||
        sentence.Info(g.head).first == Tag::kPronoun)
      continue;
    std::optional<Entity> entity = ReadEntity(sentence, i, *classes_);
    if (!entity || entity->kind == Entity::Kind::kPerson) return std::nullopt;
    Resolve(*entity);
    return entity;
  }
  return std::nullopt;
}

// "It" is what an earlier clause of the sentence speaks of, else what the
// sentence before does. Two that differ leave it open.
std::optional<Entity> Discourse::Thing(const SentenceView& sentence,
                                       std::uint32_t group, Fits fits) const {
  std::optional<Entity> found;
  for (std::uint32_t i = 0; i < group; ++i) {
    const Group& g = sentence.G(i);
    if (g.kind != GroupKind::kNoun || g.role != GroupRole::kSubject ||
        sentence.Info(g.head).first == Tag::kPronoun)
      continue;
    std::optional<Entity> entity = ReadEntity(sentence, i, *classes_);
    if (!entity || entity->plural || entity->kind == Entity::Kind::kPerson ||
        (entity->classes & classes_->people) != 0)
      continue;
    Resolve(*entity);
    if (!fits(*entity)) continue;
    if (found && (found->name != entity->name ||
                  (!found->name.valid() && found->head != entity->head)))
      return std::nullopt;
    found = std::move(entity);
  }
  if (found) return found;
  if (std::optional<Entity> ahead = Ahead(sentence, group);
      ahead && fits(*ahead))
    return ahead;
  const Entity* last =
      things_.LastSubject(sentence.index, [&](const Entity& e) {
        return (e.classes & classes_->people) == 0 && fits(e);
      });
  return last == nullptr ? std::nullopt : std::optional(*last);
}

std::optional<Entity> Discourse::EventOf(const SentenceView& sentence) const {
  std::optional<Entity> found;
  for (std::uint32_t i = 0; i < sentence.parse.groups.groups.size(); ++i) {
    if (sentence.G(i).kind != GroupKind::kNoun ||
        sentence.G(i).role == GroupRole::kPossessor)
      continue;
    std::optional<Entity> entity = ReadEntity(sentence, i, *classes_);
    if (!entity || (entity->classes & classes_->disaster) == 0) continue;
    if (found && found->head != entity->head) return focus_disaster_;
    if (!found) found = std::move(entity);
  }
  if (!found && focus_disaster_) return focus_disaster_;
  if (!found) {
    std::optional<Entity> told = Accident(sentence);
    return told ? told : focus_accident_;
  }
  Resolve(*found);
  return found;
}

}  // namespace gainsay::internal

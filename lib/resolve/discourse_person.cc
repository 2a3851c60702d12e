// Whom "he" and "the 71-year-old" mean.
#include <algorithm>
#include <utility>

#include "resolve/discourse.h"

namespace gainsay::internal {

std::optional<Entity> Discourse::Person(const SentenceView& sentence,
                                        std::uint32_t group) const {
  std::optional<Entity> found;
  for (std::uint32_t i = 0; i < group; ++i) {
    const Group& g = sentence.G(i);
    if (g.kind != GroupKind::kNoun || sentence.names.At(g.head) == nullptr)
      continue;
    std::optional<Entity> entity = ReadEntity(sentence, i, *classes_);
    if (!entity) continue;
    CompleteName(*entity);
    if (entity->kind != Entity::Kind::kPerson) continue;
    if (found && found->name != entity->name) return std::nullopt;
    found = std::move(entity);
  }
  if (found) return found;
  if (someone_ && someone_->pronoun == sentence.G(group).lemma &&
      someone_->sentence + 1 == sentence.index)
    return std::nullopt;
  const auto told_before = [&](const Entity& entity) {
    return entity.sentence + 1 == sentence.index;
  };
  if (unknown_subject_ && told_before(*unknown_subject_) &&
      std::none_of(persons_.begin(), persons_.end(), told_before)) {
    Entity person = *unknown_subject_;
    person.kind = Entity::Kind::kPerson;
    person.classes |= classes_->people;
    return person;
  }
  if (agent_ && told_before(*agent_)) return agent_;
  if (subject_person_ && subject_person_->sentence + 2 >= sentence.index)
    return subject_person_;
  if (persons_.size() != 1 || persons_.front().sentence + 2 < sentence.index)
    return std::nullopt;
  // "Her death was announced by her son, Anand. She ...": not he, where "she"
  // has stood for another, but her, if the document begins with her.
  const auto told = told_as_.find(sentence.G(group).lemma.index);
  if (told == told_as_.end() || told->second.name == persons_.front().name)
    return persons_.front();
  if (told->second.name == first_person_) return told->second;
  return std::nullopt;
}

// "She studied with her husband Karel. She ...": whom a subject stood for.
void Discourse::NotePronoun(const SentenceView& sentence, std::uint32_t group) {
  const Group& g = sentence.G(group);
  if (g.role != GroupRole::kSubject || noted_subject_ ||
      (sentence.Info(g.head).classes & classes_->he_or_she) == 0)
    return;
  if (std::optional<Entity> person = Person(sentence, group)) {
    person->sentence = sentence.index;
    noted_persons_.push_back(*person);
    told_as_[g.lemma.index] = *person;
    noted_subject_ = std::move(person);
  } else if (!noted_someone_) {
    noted_someone_ = Someone{g.lemma, sentence.index};
  }
}

// "The mission will be run by Ana Reis. She": whoever a sentence has kept for
// its end, if it has no other person in it, and none before it in mind ("her").
void Discourse::NoteAgent(const SentenceView& sentence, std::uint32_t group,
                          const Entity& entity) {
  const Group& g = sentence.G(group);
  const bool by = g.preposition != kNowhere &&
                  (sentence.Info(g.preposition).classes & classes_->by) != 0;
  const bool last = group + 2 >= sentence.parse.groups.groups.size() ||
                    (group + 3 >= sentence.parse.groups.groups.size() &&
                     sentence.G(group + 1).kind == GroupKind::kPunct);
  if (!by || !last || !entity.name.valid() ||
      (entity.kind != Entity::Kind::kPerson && !MayBePerson(entity)))
    return;
  for (std::uint32_t t = sentence.G(0).first; t < g.first; ++t) {
    const NameMention* name = sentence.names.At(t);
    if ((sentence.Info(t).features & kPerson) != 0 ||
        (name != nullptr && name->kind == NameKind::kPerson))
      return;
  }
  noted_agent_ = entity;
  noted_agent_->kind = Entity::Kind::kPerson;
  noted_agent_->classes |= classes_->people;
}

// "The driving force is Ana Reis".
bool Discourse::IsPredicate(const SentenceView& sentence,
                            std::uint32_t group) const {
  const std::uint32_t c = sentence.G(group).clause;
  if (c == kNowhere) return false;
  const Clause& clause = sentence.parse.clauses[c];
  return clause.predicate == group && clause.subject != kNowhere &&
         clause.verb != kNowhere && !sentence.G(clause.subject).name &&
         (sentence.G(clause.verb).verb & kNotTold) == 0;
}

std::optional<Entity> Discourse::LastPerson(
    const SentenceView& sentence) const {
  if (persons_.size() == 1 && persons_.front().sentence + 2 >= sentence.index &&
      (!unknown_subject_ || unknown_subject_->name == persons_.front().name ||
       persons_.front().sentence > unknown_subject_->sentence))
    return persons_.front();
  if (unknown_subject_ && unknown_subject_->sentence + 1 == sentence.index &&
      (persons_.empty() ||
       persons_.front().sentence < unknown_subject_->sentence)) {
    Entity person = *unknown_subject_;
    person.kind = Entity::Kind::kPerson;
    person.classes |= classes_->people;
    return person;
  }
  return std::nullopt;
}

// A name of two words and more of which no noun says what it is.
bool Discourse::MayBePerson(const Entity& entity) const {
  return entity.IsOpenName() &&
         interner_->View(entity.name).find(' ') != std::string_view::npos;
}

}  // namespace gainsay::internal

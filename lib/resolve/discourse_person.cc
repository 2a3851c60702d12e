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
  return entity.kind == Entity::Kind::kThing && entity.name.valid() &&
         entity.classes == 0 && !entity.described && !entity.plural &&
         interner_->View(entity.name).find(' ') != std::string_view::npos;
}

}  // namespace gainsay::internal

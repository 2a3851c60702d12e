// What a noun alone takes up: "the festival" of "the Kora festival".
#include "resolve/discourse.h"

namespace gainsay::internal {

ClassSet Discourse::Lasting() const {
  return classes_->recurring | classes_->series | classes_->building |
         classes_->structure | classes_->vessel | classes_->company;
}

// "The Kora festival ... The festival": what the first one of a noun is told
// by, if no other one is told apart.
void Discourse::NoteWords(const Entity& entity) {
  constexpr std::size_t kMost = 64;
  const bool told = entity.participants.size() == 1 || entity.place.valid();
  if (!told || !entity.definite || entity.plural || entity.similar ||
      entity.name.valid() || (entity.classes & Lasting()) == 0 ||
      first_of_.size() >= kMost)
    return;
  Entity& first = first_of_.try_emplace(entity.head, entity).first->second;
  if (first.participants != entity.participants ||
      first.place != entity.place) {
    first.participants.clear();
    first.place = StringId();
  }
}

void Discourse::TakeUpWords(Entity& entity) const {
  if (!entity.definite || entity.plural || entity.similar ||
      entity.name.valid() || !entity.modifiers.empty() ||
      !entity.participants.empty() || entity.place.valid())
    return;
  const auto it = first_of_.find(entity.head);
  if (it == first_of_.end() || it->second.sentence >= entity.sentence) return;
  entity.participants = it->second.participants;
  entity.place = it->second.place;
  entity.modifiers = it->second.modifiers;
}

}  // namespace gainsay::internal

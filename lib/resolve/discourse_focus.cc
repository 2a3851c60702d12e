// What a document is about, where a lapse or a return is told of nothing else.
#include "resolve/discourse.h"

namespace gainsay::internal {

std::optional<Entity> Discourse::FocusSeries() const {
  const Entity* named = things_.Focus([&](const Entity& entity) {
    return (entity.classes & classes_->series) != 0;
  });
  if (named != nullptr) return *named;
  return focus_series_;
}

std::optional<Entity> Discourse::FocusLapsing() const {
  const ClassSet lapsing =
      classes_->lapsing | classes_->building | classes_->structure;
  const Entity* named = things_.Focus([&](const Entity& entity) {
    // "The consulate in Kelm, a port": no town.
    return (entity.classes & lapsing) != 0 &&
           (entity.kind != Entity::Kind::kPlace || !focus_lapsing_) &&
           ((entity.classes & classes_->place_of) == 0 || !focus_lapsing_);
  });
  if (named != nullptr) return *named;
  return focus_lapsing_;
}

void Discourse::NoteResumed(const Entity& series, std::uint32_t sentence) {
  resumed_ = series;
  resumed_in_ = sentence;
}

bool Discourse::IsResumed(const Entity& entity) const {
  return resumed_ && entity.definite && entity.modifiers.empty() &&
         (entity.classes & classes_->meeting) != 0 &&
         entity.sentence >= resumed_in_ && entity.sentence <= resumed_in_ + 1;
}

}  // namespace gainsay::internal

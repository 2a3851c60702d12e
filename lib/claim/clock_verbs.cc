// Events of which only a verb tells. See clocks.h.
#include "claim/clocks.h"

namespace gainsay::internal {

// "A mine went off", "power was cut", "the nurses walked out": the explosion,
// the blackout, the walkout.
std::optional<FoundSubject> ClockReader::AsNoun(const Clause& clause) const {
  Interner& strings = s_.words.interner();
  const Group& verb = s_.G(clause.verb);
  const auto lists = [&](std::string_view list, StringId lemma) {
    bool found = false;
    ForEachWord(list, ' ', [&](std::string_view word) {
      found = found || word == strings.View(lemma);
    });
    return found;
  };
  for (const HappeningRow& row : s_.words.index().tables().happenings) {
    const bool may =
        row.verbs.find(strings.View(verb.lemma)) != std::string_view::npos;
    if (!may || !lists(row.verbs, verb.lemma)) continue;
    for (const std::uint32_t group :
         {clause.subject, s_.parse.Patient(clause)}) {
      if (group == kNowhere || s_.G(group).kind != GroupKind::kNoun) continue;
      const std::optional<Entity> thing = NounOrPronoun(
          s_, group, discourse_, classes_,
          [&](const Entity& e) { return lists(row.things, e.head); });
      const bool listed = row.things.empty() ||
                          (thing && lists(row.things, thing->head)) ||
                          lists(row.things, s_.G(group).lemma);
      if (!listed) continue;
      Entity event =
          UnnamedEvent(s_, strings.Intern(row.event), clause.verb, clause.verb);
      if (Another(group, event)) continue;
      return FoundSubject{std::move(event), group};
    }
  }
  return std::nullopt;
}

// "The verdict was read out".
std::optional<FoundSubject> ClockReader::Ruling(const Clause& clause) const {
  for (const std::uint32_t group : {s_.parse.Patient(clause), clause.head}) {
    if (group == kNowhere ||
        (s_.words.Of(s_.G(group).lemma).classes & words_.ruling) == 0)
      continue;
    std::optional<Entity> entity = ReadEntity(s_, group, classes_);
    if (!entity || entity->plural || !(entity->definite || entity->owned) ||
        Another(group, *entity))
      continue;
    entity->kind = Entity::Kind::kEvent;
    return FoundSubject{*std::move(entity), group};
  }
  return std::nullopt;
}

// "The landslide struck the train": each document's one accident.
bool ClockReader::StruckCarrier(const Clause& clause) const {
  const auto of = [&](std::uint32_t group) {
    return group == kNowhere || s_.G(group).kind != GroupKind::kNoun
               ? ClassSet()
               : s_.words.Of(s_.G(group).lemma).classes;
  };
  const ClassSet carriers = classes_.vessel | classes_.vehicle;
  const ClassSet subject = of(clause.subject);
  return (s_.G(clause.verb).verb & kPassive) == 0 &&
         (s_.words.Of(s_.G(clause.verb).lemma).classes & words_.befall) != 0 &&
         (subject & classes_.disaster) != 0 &&
         (subject & (carriers | classes_.people)) == 0 &&
         (of(clause.object) & carriers) != 0;
}

}  // namespace gainsay::internal

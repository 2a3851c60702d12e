// Who it is that a clause says has lapsed or is back. See lapses.h.
#include <algorithm>
#include <utility>

#include "claim/frame_reading.h"
#include "claim/lapses.h"
#include "claim/parties.h"

namespace gainsay::internal {

namespace {

// "Production stopped": of the plant that the document speaks of.
std::optional<Entity> OfFocus(const SentenceView& s, const Discourse& discourse,
                              std::uint32_t activity) {
  constexpr std::uint32_t kDetermined = kDefinite | kIndefinite | kPossessive;
  if ((s.Info(s.G(activity).first).features & kDetermined) != 0 ||
      s.G(activity).last != s.G(activity).first + 1)
    return std::nullopt;
  for (const Group& g : s.parse.groups.groups) {
    if (g.governor == activity && g.kind == GroupKind::kNoun)
      return std::nullopt;
  }
  return discourse.FocusLapsing();
}

}  // namespace

// "Peru and Bolivia had not met for seven weeks", "the two sides did not
// negotiate": their talks, though no noun names them.
std::optional<FoundSubject> LapseReader::Talks(const Clause& clause) const {
  if (clause.verb == kNowhere || clause.subject == kNowhere ||
      clause.object != kNowhere ||
      (s_.words.Of(s_.G(clause.verb).lemma).classes & lapse_.confer) == 0)
    return std::nullopt;
  const Group& subject = s_.G(clause.subject);
  std::vector<StringId> parties = PartiesOf(s_, clause.subject);
  // "The ruling parties of China and Japan".
  for (std::uint32_t i = clause.subject + 1; i < clause.verb; ++i) {
    if (parties.size() < 2 && s_.G(i).governor == clause.subject &&
        s_.G(i).preposition != kNowhere)
      parties = PartiesOf(s_, i);
  }
  const bool sides = subject.plural && !subject.name &&
                     (s_.words.Of(subject.lemma).classes & lapse_.sides) != 0;
  if (parties.size() < 2 && !sides) return std::nullopt;
  Entity talks = UnnamedEvent(s_, s_.words.interner().Intern(lapse_.talk),
                              clause.subject, clause.verb);
  talks.kind = Entity::Kind::kSeries;
  talks.plural = true;
  if (parties.size() >= 2)
    talks.participants.assign(parties.begin(), parties.end());
  return FoundSubject{std::move(talks), clause.subject};
}

void FitPremises(const SentenceView& s, const Discourse& discourse,
                 const EntityClasses& classes, FoundSubject& told) {
  const Entity& entity = told.entity;
  const Group* g = told.group == kNowhere ? nullptr : &s.G(told.group);
  const bool pronoun = g == nullptr || s.Info(g->head).first == Tag::kPronoun;
  const bool town = pronoun && classes.IsTown(entity);
  const bool premises = g != nullptr && !entity.name.valid() &&
                        !entity.plural && entity.modifiers.empty() &&
                        (g->features & (kDefinite | kPossessive)) != 0 &&
                        (s.words.Of(g->lemma).classes &
                         s.words.index().ClassBit("premises")) != 0;
  if (!town && !premises) return;
  if (auto focus = discourse.FocusLapsing();
      focus && focus->head != entity.head)
    told.entity = *std::move(focus);
}

bool FitLapseSubject(const SentenceView& s, const Discourse& discourse,
                     const EntityClasses& classes, const LapseClasses& lapse,
                     const Clause* clause, FoundSubject& told) {
  if (clause == nullptr || clause->verb == kNowhere || told.group == kNowhere)
    return true;
  // "Only once before had the assembly been suspended, in 2005": not now.
  constexpr std::uint32_t kBefore = 8;  // groups
  const std::uint32_t from = clause->verb - std::min(clause->verb, kBefore);
  for (std::uint32_t t = s.G(from).first; t < s.G(clause->verb).last; ++t) {
    if ((s.Info(t).classes & lapse.once) != 0 && t > 0 &&
        (s.Info(t - 1).classes & lapse.only) != 0)
      return false;
  }
  const std::uint32_t object = clause->object, subject = clause->subject;
  const ClassSet activity = lapse.activity | lapse.output;
  const auto is_activity = [&](std::uint32_t group) {
    return group != kNowhere &&
           (s.words.Of(s.G(group).lemma).classes & activity) != 0;
  };
  const bool active =
      (s.G(clause->verb).verb & (kPassive | kBareParticiple)) == 0 &&
      object != kNowhere && subject != kNowhere;
  // "The commission suspended the licence": it goes on.
  if (active && !is_activity(object)) {
    const ClassSet does = s.words.Of(s.G(clause->verb).lemma).classes;
    return (does & (lapse.stop | lapse.shut)) == 0 || told.group != subject;
  }
  if (!is_activity(told.group) || s.G(told.group).possessor != kNowhere ||
      (s.Info(s.G(told.group).first).features & kPossessive) != 0)
    return true;
  if (!active) {
    if (auto focus = OfFocus(s, discourse, told.group))
      told.entity = *std::move(focus);
    return true;
  }
  // "The steel plant resumed production": the plant's.
  if (told.group != object) return true;
  std::optional<Entity> owner = ReadEntity(s, subject, classes);
  if (!owner || owner->kind == Entity::Kind::kPerson) return true;
  discourse.Resolve(*owner);
  const ClassSet own = lapse.lapsing | lapse.series | classes.building |
                       classes.structure | lapse.standing;
  if ((owner->classes & own) != 0)
    told = FoundSubject{*std::move(owner), subject};
  return true;
}

}  // namespace gainsay::internal

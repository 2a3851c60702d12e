// What a lapse is told of: LapseReader's look for its subject.
#include <utility>

#include "claim/lapses.h"

namespace gainsay::internal {

std::optional<Entity> LapseReader::SeriesAt(std::uint32_t group,
                                            Kinds kinds) const {
  if (group == kNowhere || s_.G(group).kind != GroupKind::kNoun)
    return std::nullopt;
  const auto series = [&](const Entity& entity) {
    ClassSet places = 0;
    if (kinds != Kinds::kSeries) places |= lapse_.lapsing;
    if (kinds == Kinds::kPlacesToo)
      places |= classes_.building | classes_.structure | classes_.company |
                lapse_.standing;
    return (entity.classes & (lapse_.series | places)) != 0 &&
           entity.kind != Entity::Kind::kPerson &&
           // "Cape News Service" is nothing that lapses.
           (entity.kind != Entity::Kind::kOrganisation ||
            kinds == Kinds::kPlacesToo ||
            (entity.classes & lapse_.service) == 0);
  };
  if (s_.Info(s_.G(group).head).first == Tag::kPronoun) {
    std::optional<Entity> meant = discourse_.Pronoun(s_, group, series);
    if (meant && !series(*meant)) meant.reset();
    // "Osland reopened its consulate in Kelm, a port. It had been closed": no
    // country and no town is.
    const bool town = meant && classes_.IsTown(*meant);
    const bool it = (s_.Info(s_.G(group).head).features & kThing) != 0;
    if (!it || kinds != Kinds::kPlacesToo || (meant && !town)) return meant;
    std::optional<Entity> focus = discourse_.FocusLapsing();
    return focus && series(*focus) ? focus : meant;
  }
  std::optional<Entity> entity = ReadEntity(s_, group, classes_);
  if (!entity) return entity;
  // "The previous fair", "the first fair in six years": one of the series.
  std::erase_if(entity->modifiers, [&](StringId modifier) {
    return (s_.words.Of(modifier).classes &
            (lapse_.last | lapse_.first | lapse_.recent)) != 0;
  });
  discourse_.Resolve(*entity);
  // "Its first edition": one of the series, not the series.
  const bool instance =
      (entity->classes & lapse_.instance) != 0 && !entity->name.valid() &&
      entity->participants.empty() &&
      !(entity->plural && (entity->classes & lapse_.lapsing) != 0);
  // "The mission had stood empty": the consulate of the text.
  if (kinds == Kinds::kPlacesToo && entity->definite && !entity->plural &&
      !entity->name.valid() && entity->modifiers.empty() &&
      (s_.words.Of(entity->head).classes &
       s_.words.index().ClassBit("premises")) != 0) {
    if (std::optional<Entity> focus = discourse_.FocusLapsing();
        focus && focus->head != entity->head && series(*focus))
      return focus;
  }
  if (!series(*entity) || instance) return std::nullopt;
  // "Pelagic Shield, a multinational exercise last held in 2018".
  const Group& g = s_.G(group);
  if (!entity->name.valid() && !entity->plural &&
      g.role == GroupRole::kApposition && g.governor != kNowhere &&
      (g.features & kIndefinite) != 0 && !IsPlaced(g.governor)) {
    const std::optional<Entity> host = ReadEntity(s_, g.governor, classes_);
    if (host && host->name.valid() && host->kind != Entity::Kind::kPerson &&
        host->kind != Entity::Kind::kPlace) {
      entity->name = host->name;
      entity->modifiers = host->modifiers;
    }
  }
  return entity;
}

// "An election in Osland".
bool LapseReader::IsPlaced(std::uint32_t group) const {
  const std::uint32_t in = s_.G(group).preposition;
  return in != kNowhere && (s_.Info(in).features & kPlaceWord) != 0;
}

// Another subject's break is its own: "Vell is back at the tournament after a
// six-month break", "Parliament resumed after a two-week break". Not those who
// take part in any series ("delegations", "the organisers"), nor what stands
// for the break or for one of the series.
bool LapseReader::Others(std::uint32_t clause) const {
  if (clause == kNowhere) return false;
  const std::uint32_t subject = s_.parse.clauses[clause].subject;
  if (subject == kNowhere || s_.G(subject).kind != GroupKind::kNoun)
    return false;
  const WordInfo& head = s_.Info(s_.G(subject).head);
  if (head.first == Tag::kPronoun) return (head.features & kPerson) != 0;
  const ClassSet of = s_.words.Of(s_.G(subject).lemma).classes;
  return (of & (lapse_.sides | lapse_.lapse | lapse_.instance | lapse_.series |
                lapse_.occasion)) == 0;
}

// "The dam, whose board last met in December": the board's.
bool LapseReader::IsOfWhose(const Clause& c) const {
  if (c.verb == kNowhere || c.verb == 0) return false;
  const Group& before = s_.G(c.verb - 1);
  constexpr std::uint32_t kWhose = kPossessive | kRelative;
  return before.kind == GroupKind::kNoun &&
         (s_.Info(before.first).features & kWhose) == kWhose &&
         (s_.words.Of(before.lemma).classes &
          (lapse_.series | lapse_.instance)) == 0;
}

// "The Jazz Days had lain dormant": a name of which nothing else is known.
std::optional<Entity> LapseReader::NamedSubject(std::uint32_t clause) const {
  if (clause == kNowhere || s_.parse.clauses[clause].subject == kNowhere)
    return std::nullopt;
  std::optional<Entity> entity =
      ReadEntity(s_, s_.parse.clauses[clause].subject, classes_);
  if (!entity || !entity->name.valid() ||
      entity->kind != Entity::Kind::kThing || entity->classes != 0)
    return std::nullopt;
  std::erase_if(entity->modifiers, [&](StringId modifier) {
    return (s_.words.Of(modifier).classes & lapse_.last) != 0;
  });
  return entity;
}

// "Suspended its work", "the gates of the mill closed": whose it is.
std::optional<Entity> LapseReader::WhoseActivity(std::uint32_t group,
                                                 Kinds kinds) const {
  if (group == kNowhere || s_.G(group).kind != GroupKind::kNoun ||
      (s_.words.Of(s_.G(group).lemma).classes & lapse_.activity) == 0)
    return std::nullopt;
  if (s_.G(group).possessor != kNowhere)
    return SeriesAt(s_.G(group).possessor, kinds);
  const std::uint32_t first = s_.Info(s_.G(group).first).features;
  // "Work at the plant stopped", "work was suspended".
  bool hangs = false;
  for (std::uint32_t i = group + 1; i < s_.parse.groups.groups.size(); ++i) {
    const Group& g = s_.G(i);
    if (g.governor != group || g.preposition == kNowhere) continue;
    hangs = true;
    if ((s_.Info(g.preposition).features & kPlaceWord) == 0) continue;
    if (auto whole = SeriesAt(i, Kinds::kPlacesToo)) return whole;
  }
  constexpr std::uint32_t kDetermined = kDefinite | kIndefinite | kPossessive;
  if (!hangs && (first & kDetermined) == 0) return discourse_.FocusLapsing();
  if ((first & kPossessive) == 0 || (first & kThing) == 0) return std::nullopt;
  std::optional<Entity> meant =
      discourse_.Pronoun(s_, group, [&](const Entity& e) {
        return (e.classes & (lapse_.series | lapse_.lapsing)) != 0;
      });
  if (!meant) meant = discourse_.FocusSeries();
  return meant || kinds != Kinds::kPlacesToo ? meant
                                             : discourse_.FocusLapsing();
}

// What the clause, or the one that it hangs on, says has lapsed: what its verb
// acts on, its subject, or another series in it; else what the document is
// about.
std::optional<FoundSubject> LapseReader::Series(std::uint32_t clause,
                                                Where where,
                                                Kinds kinds) const {
  constexpr int kUp = 3;
  std::optional<FoundSubject> bare_talks;
  bool own = true;  // the clause, or what its participle is of
  for (int up = 0; up < kUp && clause != kNowhere; ++up) {
    const Clause& c = s_.parse.clauses[clause];
    if (IsOfWhose(c)) return std::nullopt;
    for (const std::uint32_t group :
         {s_.parse.Patient(c), c.subject, c.object, c.head}) {
      if (std::optional<Entity> entity = SeriesAt(group, kinds))
        return FoundSubject{std::move(*entity), group};
      if (std::optional<Entity> entity = WhoseActivity(group, kinds))
        return FoundSubject{std::move(*entity), group};
    }
    // "The consultations of ministers for trade, last held in 2022".
    for (std::uint32_t i = c.kind == Clause::Kind::kRelative ? c.head
                                                             : kNowhere,
                       steps = 0;
         i != kNowhere && steps < kUp; ++steps, i = s_.G(i).governor) {
      if (std::optional<Entity> entity = SeriesAt(i, kinds))
        return FoundSubject{std::move(*entity), i};
    }
    // "Negotiations on the river, which were suspended": either may be meant.
    // "The dam, whose board last met in December": the board.
    const bool relative = c.kind == Clause::Kind::kRelative &&
                          (c.subject == kNowhere || c.subject == c.head);
    // "Both revived the commission, ending a five-year hiatus": of what the
    // clause before acts on.
    const bool participle =
        c.verb != kNowhere &&
        (s_.G(c.verb).verb & (kGerundVerb | kBareParticiple)) != 0 &&
        c.parent != kNowhere;
    if (participle && Others(clause)) {
      clause = c.parent;
      continue;
    }
    std::optional<FoundSubject> talks;
    if (own) talks = Talks(c);
    if (talks && talks->entity.participants.size() >= 2) return talks;
    if (!relative && Others(clause)) {
      std::optional<Entity> named;
      if (where != Where::kActors && own) named = NamedSubject(clause);
      if (!named) return std::nullopt;
      return FoundSubject{std::move(*named), c.subject};
    }
    for (std::uint32_t i = 0; i < s_.parse.groups.groups.size(); ++i) {
      if (s_.G(i).clause != clause || where == Where::kActors) continue;
      if (std::optional<Entity> entity = SeriesAt(i, kinds))
        return FoundSubject{std::move(*entity), i};
    }
    // "Sulmark played host, and the two sides met": another's clause.
    if (c.kind == Clause::Kind::kCoordinate && c.parent != kNowhere &&
        c.subject != s_.parse.clauses[c.parent].subject)
      break;
    if (talks) bare_talks = std::move(talks);
    own = false;
    clause = c.parent;
  }
  if (where != Where::kDocument) return std::nullopt;
  std::optional<Entity> found = discourse_.FocusSeries();
  if (!found && kinds != Kinds::kSeries) found = discourse_.FocusLapsing();
  if (!found) return bare_talks;
  return FoundSubject{std::move(*found), kNowhere};
}

}  // namespace gainsay::internal

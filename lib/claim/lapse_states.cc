// What a clause says of a lapse beside the verbs of stopping: LapseReader's
// states, first ones and what was not brought about.
#include <algorithm>

#include "claim/lapse_frames.h"
#include "claim/lapses.h"
#include "text/tag.h"

namespace gainsay::internal {

// "Has been suspended since", "barred since", "had been closed since".
bool LapseReader::StoodStill(const Clause& clause) const {
  const Group& verb = s_.G(clause.verb);
  const ClassSet does = s_.words.Of(verb.lemma).classes;
  const bool passive = (verb.verb & (kPassive | kBareParticiple)) != 0;
  return passive && (verb.verb & (kNegated | kNotTold)) == 0 &&
         (does & (lapse_.stop | lapse_.shut)) != 0 &&
         (clause.subject == kNowhere ||
          !s_.Holds(clause.subject, lapse_.other));
}

// "Has held no tournament", "issued no ruling", "no ruling was possible".
bool LapseReader::BringsNone(const Clause& clause) const {
  const bool copula = (s_.G(clause.verb).verb & kCopula) != 0;
  if (OfNone(clause) && copula) return true;
  return clause.object != kNowhere &&
         (s_.Info(s_.G(clause.object).first).features & kNegation) != 0 &&
         (s_.words.Of(s_.G(clause.verb).lemma).classes & lapse_.bring_about) !=
             0;
}

// "The parties had last agreed on a quota".
bool LapseReader::LastBrought(const Clause& clause) const {
  const Group& verb = s_.G(clause.verb);
  return (s_.words.Of(verb.lemma).classes & lapse_.bring_about) != 0 &&
         (verb.verb & (kNegated | kNotTold)) == 0 && SaysLast(clause);
}

// Whatever was not brought about: a series of its own, of that noun.
std::optional<FrameReading> LapseReader::OfAny(const Frame& frame,
                                               const PathStep& step,
                                               std::uint32_t noun) const {
  if (noun == kNowhere || s_.G(noun).kind != GroupKind::kNoun)
    return std::nullopt;
  if (auto series = SeriesAt(noun, Kinds::kPlacesToo))
    return ReadingAt(frame, step, FoundSubject{*std::move(series), noun});
  std::optional<Entity> entity = ReadEntity(s_, noun, classes_);
  if (!entity || entity->kind == Entity::Kind::kPerson || !entity->head.valid())
    return std::nullopt;
  entity->passing = true;
  return ReadingAt(frame, step, FoundSubject{*std::move(entity), noun});
}

// "The first time the council has met in nine years": what the verb of the
// clause does had not been done.
std::optional<FrameReading> LapseReader::FirstThat(const PathStep& step,
                                                   bool date) const {
  if (!step.verb || step.clause == kNowhere) return std::nullopt;
  const Clause& clause = s_.parse.clauses[step.clause];
  // With and without "that".
  const std::uint32_t first =
      clause.kind == Clause::Kind::kRelative             ? clause.head
      : clause.subject != kNowhere && clause.subject > 0 ? clause.subject - 1
                                                         : kNowhere;
  if (first == kNowhere || s_.G(first).kind != GroupKind::kNoun ||
      !s_.Holds(first, lapse_.first) || clause.verb == kNowhere ||
      (s_.G(clause.verb).verb & kNegated) != 0)
    return std::nullopt;
  const ClassSet head = s_.words.Of(s_.G(first).lemma).classes;
  if ((head & (lapse_.occasion | lapse_.series | lapse_.instance)) == 0 ||
      (!Performs(clause) &&
       (s_.words.Of(s_.G(clause.verb).lemma).classes & lapse_.move) == 0))
    return std::nullopt;
  const Frame& frame = date ? OfLapses().first_since : OfLapses().first_in;
  if (auto of_clause = Make(frame, step, Where::kClause, Kinds::kPlacesToo))
    return of_clause;
  PathStep whole = step;  // "the first time the body has met"
  whole.clause = kNowhere;
  return Make(frame, whole, Where::kDocument, Kinds::kPlacesToo);
}

// "The 2013 race, the last before the break".
bool LapseReader::LastInApposition(const PathStep& step) const {
  const std::uint32_t next = step.group + 2;
  return next < s_.parse.groups.groups.size() &&
         s_.G(step.group + 1).kind == GroupKind::kPunct &&
         s_.G(next).kind == GroupKind::kNoun &&
         s_.G(next).preposition == kNowhere && s_.Holds(next, lapse_.last);
}

// What "the first" alone is one of: the noun of a series before it.
std::uint32_t LapseReader::Before(std::uint32_t first) const {
  constexpr std::uint32_t kNear = 6;
  for (std::uint32_t i = first, steps = 0; i > 0 && steps < kNear; ++steps) {
    const Group& g = s_.G(--i);
    if (g.kind == GroupKind::kNoun && g.governor == kNowhere &&
        (s_.words.Of(g.lemma).classes & (lapse_.series | lapse_.instance)) != 0)
      return i;
  }
  return kNowhere;
}

// "The first session of the council in Port Aure since 2016": of those there.
bool LapseReader::PlacedBetween(std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t group = first + 1; group <= last; ++group) {
    const std::uint32_t in = s_.G(group).preposition;
    if (in != kNowhere && (s_.Info(in).features & kPlaceWord) != 0 &&
        TagOf(s_.text.tokens[s_.G(group).head]) == Tag::kName &&
        !SeriesAt(group))
      return true;
  }
  return false;
}

// Whether a date stands behind this one, in its clause.
bool LapseReader::HasLaterDate(const Atom& atom) const {
  const std::uint32_t group = GroupOfAtom(s_.parse, atom);
  return group != kNowhere &&
         std::ranges::any_of(s_.atoms, [&](const Atom& other) {
           const std::uint32_t of = GroupOfAtom(s_.parse, other);
           return other.kind == Atom::Kind::kDate && other.first > atom.first &&
                  of != kNowhere && s_.G(of).clause == s_.G(group).clause;
         });
}

bool LapseReader::IsTitle(std::uint32_t group) const {
  if (s_.G(group).kind != GroupKind::kNoun) return false;
  const NameMention* name = s_.names.At(s_.G(group).head);
  return name != nullptr && name->kind == NameKind::kTitle &&
         name->title->kind == TitleKind::kOffice;
}

// "Without a president": the post is vacant, whatever it is called.
std::optional<FrameReading> LapseReader::Vacant(const Frame& frame,
                                                const PathStep& step) const {
  return ReadingAt(
      frame, step,
      FoundSubject{UnnamedEvent(s_, s_.words.interner().Intern("post"),
                                step.group, step.group),
                   kNowhere});
}

// "The island was without a ferry", "the court without a president".
std::optional<FrameReading> LapseReader::Without(const Frame& frame,
                                                 const PathStep& step,
                                                 const Clause& clause) const {
  if (IsTitle(clause.verb + 2)) return Vacant(frame, step);
  PathStep whole = step;
  whole.clause = kNowhere;  // who is without it is another thing
  return Make(frame, whole, Where::kDocument);
}

// "Had last met", "last had": beside the verb.
bool LapseReader::SaysLast(const Clause& clause) const {
  const Group& verb = s_.G(clause.verb);
  return s_.Holds(clause.verb, lapse_.last) ||
         (verb.first > 0 &&
          (s_.Info(verb.first - 1).classes & lapse_.last) != 0);
}

}  // namespace gainsay::internal

// What a clause says of a lapse beside the verbs of stopping: LapseReader's
// states, first ones and what was not brought about.
#include <algorithm>

#include "claim/lapse_frames.h"
#include "claim/lapses.h"
#include "text/tag.h"

namespace gainsay::internal {
namespace {

constexpr std::string_view kSince = "since";  // relations go by their word

}  // namespace

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

// "Fell silent", "went dark".
bool LapseReader::FallsIdle(const Clause& clause) const {
  const Group& verb = s_.G(clause.verb);
  const ClassSet does = s_.words.Of(verb.lemma).classes;
  // "Was taken out of service".
  const bool taken = (does & lapse_.taken) != 0 && (verb.verb & kPassive) != 0;
  return ((does & lapse_.become) != 0 || taken) &&
         (verb.verb & (kNegated | kNotTold)) == 0 && Idle(clause);
}

// "The ban was imposed", "lifted the ban".
bool LapseReader::IsOfBarrier(const Clause& clause, ClassSet verbs) const {
  const Group& verb = s_.G(clause.verb);
  const std::uint32_t patient = s_.parse.Patient(clause);
  return patient != kNowhere && (verb.verb & kNegated) == 0 &&
         (s_.words.Of(verb.lemma).classes & verbs) != 0 &&
         (s_.words.Of(s_.G(patient).lemma).classes & lapse_.barrier) != 0;
}

// "Has held no tournament", "issued no ruling", "no ruling was possible".
bool LapseReader::BringsNone(const Clause& clause) const {
  const bool copula = (s_.G(clause.verb).verb & kCopula) != 0;
  const bool brings =
      (s_.words.Of(s_.G(clause.verb).lemma).classes & lapse_.bring_about) != 0;
  // "No ruling was possible", "no ruling had been handed down".
  if (OfNone(clause) &&
      (copula || (brings && (s_.G(clause.verb).verb & kPassive) != 0)))
    return true;
  // "There have been no talks".
  const bool there =
      copula && clause.predicate != kNowhere &&
      s_.Holds(clause.subject, lapse_.there) &&
      (s_.Info(s_.G(clause.predicate).first).features & kNegation) != 0;
  if (there) return true;
  // "Could not hand down a single ruling", "has not held any session".
  const bool not_one = clause.object != kNowhere &&
                       (s_.G(clause.verb).verb & kNegated) != 0 &&
                       s_.Holds(clause.object, lapse_.any);
  return clause.object != kNowhere &&
         (not_one ||
          (s_.Info(s_.G(clause.object).first).features & kNegation) != 0) &&
         brings;
}

// "The parties had last agreed on a quota", "handed down its last ruling".
bool LapseReader::LastBrought(const Clause& clause) const {
  const Group& verb = s_.G(clause.verb);
  return (s_.words.Of(verb.lemma).classes & lapse_.bring_about) != 0 &&
         (verb.verb & (kNegated | kNotTold)) == 0 &&
         (SaysLast(clause) ||
          s_.Holds(s_.parse.Patient(clause), lapse_.the_last));
}

// Whatever was not brought about: a series of its own, of that noun.
std::optional<FrameReading> LapseReader::OfAny(const Frame& frame,
                                               const PathStep& step,
                                               std::uint32_t noun) const {
  if (noun == kNowhere || s_.G(noun).kind != GroupKind::kNoun)
    return std::nullopt;
  // "Has had no director".
  if (IsTitle(noun)) return Vacant(frame, step);
  if (auto series = SeriesAt(noun, Kinds::kPlacesToo))
    return ReadingAt(frame, step, FoundSubject{*std::move(series), noun});
  std::optional<Entity> entity = ReadEntity(s_, noun, classes_);
  if (!entity || entity->kind == Entity::Kind::kPerson || !entity->head.valid())
    return std::nullopt;
  std::erase_if(entity->modifiers, [&](StringId modifier) {
    return (s_.words.Of(modifier).classes & (lapse_.any | lapse_.last)) != 0;
  });
  entity->passing = true;
  return ReadingAt(frame, step, FoundSubject{*std::move(entity), noun});
}

// "Had not met", "no boat had run", "no convoy had reached the town".
bool LapseReader::NothingDone(const Clause& clause) const {
  const bool moves =
      (s_.words.Of(s_.G(clause.verb).lemma).classes & lapse_.move) != 0;
  return (Performs(clause) && None(clause)) || (moves && OfNone(clause));
}

// "The first", "its first": without a noun.
bool LapseReader::IsBareFirst(std::uint32_t group) const {
  const Group& g = s_.G(group);
  return g.kind == GroupKind::kNoun && g.head + 1 == g.last &&
         (s_.Info(g.head).classes & lapse_.first) != 0;
}

// "Has not been open to the public", "was unable to rule".
bool LapseReader::NotOpen(const Clause& clause) const {
  const std::uint16_t verb = s_.G(clause.verb).verb;
  if ((verb & kCopula) == 0) return false;
  return s_.Holds(clause.predicate,
                  (verb & kNegated) != 0 ? lapse_.open : lapse_.unable);
}

// What was not: the negated noun of a clause that BringsNone.
std::uint32_t LapseReader::NoneOf(const Clause& clause) const {
  return OfNone(clause)              ? clause.subject
         : clause.object != kNowhere ? clause.object
                                     : clause.predicate;
}

// "The eighth round, in 2018, was the last".
bool LapseReader::WasTheLast(const Clause& clause, const PathStep& step) const {
  return !step.verb && clause.verb != kNowhere && clause.subject != kNowhere &&
         (clause.subject == step.group ||
          s_.G(step.group).governor == clause.subject) &&
         (s_.G(clause.verb).verb & kCopula) != 0 &&
         (s_.G(clause.verb).verb & (kNegated | kNotTold)) == 0 &&
         (step.classes & (lapse_.series | lapse_.instance)) != 0 &&
         clause.predicate == clause.verb + 1 && IsBareLast(clause.predicate);
}

// "The last round", "the most recent round".
bool LapseReader::HoldsLast(std::uint32_t group) const {
  if (group == kNowhere) return false;
  if (s_.Holds(group, lapse_.last)) return true;
  const Group& g = s_.G(group);
  // "The round preceding this one".
  if (group + 1 < s_.parse.groups.groups.size() &&
      s_.G(group + 1).kind == GroupKind::kVerb &&
      (s_.G(group + 1).verb & kGerundVerb) != 0 &&
      s_.Holds(group + 1, lapse_.last))
    return true;
  for (std::uint32_t t = g.first + 1; t < g.last; ++t) {
    if ((s_.Info(t).classes & lapse_.recent) != 0 &&
        (s_.Info(t - 1).classes & lapse_.most) != 0)
      return true;
  }
  return false;
}

bool LapseReader::IsBareLast(std::uint32_t group) const {
  const Group& g = s_.G(group);
  return g.kind == GroupKind::kNoun && g.head + 1 == g.last &&
         (s_.Info(g.head).classes & lapse_.last) != 0;
}

// "The last time the two sides met was in 2018".
bool LapseReader::TheLastTime(const Clause& clause,
                              const PathStep& step) const {
  if (!step.verb || (s_.G(clause.verb).verb & (kCopula | kNegated)) != kCopula)
    return false;
  bool last = false;
  for (std::uint32_t i = 0; i < clause.verb; ++i) {
    const Group& g = s_.G(i);
    if (g.kind == GroupKind::kNoun)
      last |=
          HoldsLast(i) && (s_.words.Of(g.lemma).classes & lapse_.occasion) != 0;
    if (last && g.kind == GroupKind::kVerb &&
        (s_.words.Of(g.lemma).classes & lapse_.perform) != 0 &&
        (g.verb & kNotTold) == 0)
      return true;
  }
  return false;
}

// "Were held every year until 2018".
bool LapseReader::UntilThen(const Clause& clause, const PathStep& step) const {
  if (!step.verb || step.relation != "until" || !Performs(clause) ||
      None(clause) || (s_.G(clause.verb).verb & kPast) == 0 ||
      (s_.G(clause.verb).verb & kNotTold) != 0)
    return false;
  const std::uint32_t index = s_.G(clause.verb).clause;
  return std::ranges::any_of(s_.atoms, [&](const Atom& other) {
    const std::uint32_t group = GroupOfAtom(s_.parse, other);
    return other.kind == Atom::Kind::kSet && group != kNowhere &&
           s_.G(group).clause == index;
  });
}

// "The first time the council has met in nine years": what the verb of the
// clause does had not been done.
std::optional<FrameReading> LapseReader::FirstThat(const PathStep& step,
                                                   bool date) const {
  if (!step.verb || step.clause == kNowhere) return std::nullopt;
  const Clause& clause = s_.parse.clauses[step.clause];
  // With and without "that".
  // "The first convoy to reach the town in nine weeks".
  const bool infinitive = clause.kind == Clause::Kind::kInfinitive &&
                          clause.verb != kNowhere && clause.verb > 0;
  const std::uint32_t first =
      clause.kind == Clause::Kind::kRelative             ? clause.head
      : infinitive                                       ? clause.verb - 1
      : clause.subject != kNowhere && clause.subject > 0 ? clause.subject - 1
                                                         : kNowhere;
  if (first == kNowhere || s_.G(first).kind != GroupKind::kNoun ||
      !s_.Holds(first, lapse_.first) || clause.verb == kNowhere ||
      (s_.G(clause.verb).verb & kNegated) != 0)
    return std::nullopt;
  const ClassSet head = s_.words.Of(s_.G(first).lemma).classes;
  if ((head & (lapse_.occasion | lapse_.series | lapse_.instance)) == 0 ||
      (!Performs(clause) && (s_.words.Of(s_.G(clause.verb).lemma).classes &
                             (lapse_.move | lapse_.does)) == 0))
    return std::nullopt;
  const Frame& frame = date ? OfLapses().first_since : OfLapses().first_in;
  if (auto of_clause = Make(frame, step, Where::kClause, Kinds::kPlacesToo))
    return of_clause;
  PathStep whole = step;  // "the first time the body has met"
  whole.clause = kNowhere;
  if (auto told = Make(frame, whole, Where::kDocument, Kinds::kPlacesToo))
    return told;
  std::optional<Entity> one;
  if (infinitive) one = SeriesAt(first);
  if (!one) return std::nullopt;
  return ReadingAt(frame, step, FoundSubject{*std::move(one), first});
}

// "The 2013 race, the last before the break".
bool LapseReader::LastInApposition(const PathStep& step) const {
  const std::uint32_t next = step.group + 2;
  return next < s_.parse.groups.groups.size() &&
         s_.G(step.group + 1).kind == GroupKind::kPunct &&
         s_.G(next).kind == GroupKind::kNoun &&
         s_.G(next).preposition == kNowhere && HoldsLast(next);
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
  return HoldsLast(clause.verb) ||
         (verb.first > 0 &&
          (s_.Info(verb.first - 1).classes & lapse_.last) != 0);
}

std::optional<FrameReading> LapseReader::ReadFirst(
    const Atom& atom, const ValuePaths& paths) const {
  const bool date = atom.kind == Atom::Kind::kDate;
  if (paths.empty() || (!date && atom.kind != Atom::Kind::kDuration))
    return std::nullopt;
  const PathStep& step = paths[0].steps[0];
  // "The link has been suspended for four years": none of a person.
  if (!date && step.verb && step.relation == "for" && step.clause != kNowhere) {
    const Clause& clause = s_.parse.clauses[step.clause];
    return clause.verb != kNowhere && Stops(clause) ? ShutFor(clause, step)
                                                    : std::nullopt;
  }
  const std::string_view relation = date ? kSince : "in";
  // "Opened a session on Monday, its first since 2019".
  for (const ValuePath& path : paths) {
    const PathStep& of = path.steps[0];
    if (!of.verb && of.relation == relation && IsBareFirst(of.group))
      return First(of, date);
  }
  if (step.verb || step.relation != relation) return std::nullopt;
  return First(step, date);
}

// The clause that tells what has been so since something: "since the fire of 9
// October 2022", "since Bos left in the summer of 2020".
std::uint32_t LapseReader::HostOfSince(std::uint32_t value) const {
  const auto is_since = [&](std::uint32_t token) {
    return token != kNowhere && s_.text.View(s_.text.tokens[token]) == kSince;
  };
  constexpr int kUp = 3;
  std::uint32_t noun = s_.G(value).governor;
  for (int up = 0; noun != kNowhere && up < kUp; ++up) {
    const Group& g = s_.G(noun);
    if (is_since(g.preposition)) return g.clause;
    noun = g.preposition == kNowhere ? kNowhere : g.governor;
  }
  const std::uint32_t index = s_.G(value).clause;
  if (index == kNowhere) return kNowhere;
  const Clause& clause = s_.parse.clauses[index];
  // "Since its opening sitting on".
  if (clause.kind == Clause::Kind::kRelative && clause.head != kNowhere &&
      clause.subject == clause.head && clause.verb == clause.head + 1 &&
      (s_.G(clause.verb).verb & kGerundVerb) != 0 &&
      is_since(s_.G(clause.head).preposition))
    return clause.parent;
  const bool told = clause.kind == Clause::Kind::kSubordinate &&
                    clause.mark != kNowhere && clause.verb != kNowhere &&
                    is_since(s_.G(clause.mark).first) &&
                    (s_.G(clause.verb).verb & kPast) != 0 &&
                    (s_.G(clause.verb).verb & (kPerfect | kNegated)) == 0;
  return told ? clause.parent : kNowhere;
}

// What has stood still since something that a date is told of: since then.
std::optional<FrameReading> LapseReader::ReadSince(const Atom& atom) const {
  const std::uint32_t group = GroupOfAtom(s_.parse, atom);
  if (atom.kind != Atom::Kind::kDate || group == kNowhere) return std::nullopt;
  const std::uint32_t host = HostOfSince(group);
  if (host == kNowhere) return std::nullopt;
  const std::uint32_t verb = s_.parse.clauses[host].verb;
  // "Has been shut since", "the museum, shut since".
  if (verb == kNowhere || (s_.G(verb).verb & (kPerfect | kBareParticiple)) == 0)
    return std::nullopt;
  const StringId lemma = s_.G(verb).lemma;
  ValuePath path;
  path.steps[path.size++] = {kSince, lemma, s_.words.Of(lemma).classes,
                             verb,   true,  host};
  return Date(atom, {path});
}

}  // namespace gainsay::internal

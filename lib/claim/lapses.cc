#include "claim/lapses.h"

#include <algorithm>

namespace gainsay::internal {
namespace {

constexpr std::uint32_t kReach = 3;  // groups from a length to "after it was"

struct LapseFrames {
  Frame length = ConceptFrame("lapse/length-of-a-break", "lapse_length",
                              "lapse_length_to_date");
  Frame to_date = ConceptFrame("lapse/length-so-far", "lapse_length_to_date",
                               "lapse_length_to_date");
  Frame first_in = ConceptFrame("lapse/first-one-in", "lapse_first_length",
                                "lapse_first_length", true);
  Frame first_since =
      ConceptFrame("lapse/first-one-since", "lapse_last", "lapse_last", true);
  Frame none_since = ConceptFrame("lapse/none-performed-since", "lapse_last",
                                  "lapse_last", false, true);
  Frame last = ConceptFrame("lapse/last-one", "lapse_last", "lapse_last");
  Frame returned =
      ConceptFrame("lapse/back-on", "lapse_return", "lapse_return");
  Frame begin = ConceptFrame("lapse/stopped-in", "lapse_begin", "lapse_begin");
};
const LapseFrames& Frames() {
  static const LapseFrames frames;
  return frames;
}

}  // namespace

LapseClasses::LapseClasses(const SyntaxIndex& index)
    : lapse(index.ClassBit("lapse")),
      stop(index.ClassBit("stop")),
      idle(index.ClassBit("idle")),
      perform(index.ClassBit("perform")),
      first(index.ClassBit("first_one")),
      last(index.ClassBit("last_one")),
      series(index.ClassBit("series")),
      instance(index.ClassBit("instance")),
      after(index.ClassBit("after_it")),
      back(index.ClassBit("back_on")),
      again(index.ClassBit("again")),
      without(index.ClassBit("without")),
      begin(index.ClassBit("begin")),
      service(index.ClassBit("service")),
      occasion(index.ClassBit("occasion")),
      sides(index.ClassBit("sides")) {}

// Whether a word of the group is of the classes.
bool LapseReader::Holds(std::uint32_t group, ClassSet classes) const {
  if (group == kNowhere) return false;
  for (std::uint32_t t = s_.G(group).first; t < s_.G(group).last; ++t) {
    if ((s_.Info(t).classes & classes) != 0) return true;
  }
  return false;
}

// "Was dropped", "dropped the route", "ceased"; not "exports dropped".
bool LapseReader::Stops(const Clause& clause) const {
  if (clause.verb == kNowhere) return false;
  const Group& verb = s_.G(clause.verb);
  const WordInfo& info = s_.words.Of(verb.lemma);
  constexpr std::uint32_t kErgative =
      1U << static_cast<unsigned>(VerbRow::Kind::kErgative);
  const bool of_itself = (info.verb_kinds & kErgative) != 0;
  return (info.classes & lapse_.stop) != 0 && (verb.verb & kNegated) == 0 &&
         (of_itself || (verb.verb & (kPassive | kBareParticiple)) != 0 ||
          clause.object != kNowhere);
}

// "Resumed on Friday", "was back on Friday".
bool LapseReader::Returns(const Clause& clause) const {
  const Group& verb = s_.G(clause.verb);
  if ((verb.verb & kNegated) != 0) return false;
  if ((s_.words.Of(verb.lemma).classes & lapse_.back) != 0) return true;
  const std::uint32_t next = clause.verb + 1;
  const bool performs = (verb.verb & kCopula) != 0 ||
                        (s_.words.Of(verb.lemma).classes & lapse_.perform) != 0;
  return performs && next < s_.parse.groups.groups.size() &&
         s_.G(next).kind != GroupKind::kNoun && Holds(next, lapse_.again);
}

// "Had lain idle", "has been away": outside noun groups, in the clause.
bool LapseReader::Idle(const Clause& clause) const {
  if (clause.verb == kNowhere) return false;
  const std::uint32_t index = s_.G(clause.verb).clause;
  for (std::uint32_t i = clause.verb; i < s_.parse.groups.groups.size(); ++i) {
    const Group& g = s_.G(i);
    if (g.clause != index && g.clause != kNowhere) break;
    if (g.kind != GroupKind::kNoun && Holds(i, lapse_.idle)) return true;
    if (i > clause.verb + kReach) break;
  }
  return false;
}

// "Last met in", "the last edition took place in".
bool LapseReader::ToldLast(const Clause& clause, const PathStep& step) const {
  if (!step.verb) {
    return (step.classes & (lapse_.series | lapse_.instance)) != 0 &&
           Holds(step.group, lapse_.last);
  }
  if (clause.verb == kNowhere) return false;
  const Group& verb = s_.G(clause.verb);
  if ((s_.words.Of(verb.lemma).classes & lapse_.perform) == 0) return false;
  const bool before =
      verb.first > 0 && (s_.Info(verb.first - 1).classes & lapse_.last) != 0;
  return before || Holds(clause.verb, lapse_.last) ||
         Holds(clause.subject, lapse_.last) ||
         Holds(s_.parse.Patient(clause), lapse_.last);
}

std::optional<Entity> LapseReader::SeriesAt(std::uint32_t group) const {
  if (group == kNowhere || s_.G(group).kind != GroupKind::kNoun)
    return std::nullopt;
  const auto series = [&](const Entity& entity) {
    return (entity.classes & lapse_.series) != 0 &&
           entity.kind != Entity::Kind::kPerson &&
           // "Cape News Service" is nothing that lapses.
           (entity.kind != Entity::Kind::kOrganisation ||
            (entity.classes & lapse_.service) == 0);
  };
  if (s_.Info(s_.G(group).head).first == Tag::kPronoun) {
    std::optional<Entity> meant = discourse_.Pronoun(s_, group, series);
    return meant && series(*meant) ? meant : std::nullopt;
  }
  std::optional<Entity> entity = ReadEntity(s_, group, classes_);
  if (!entity) return entity;
  discourse_.Resolve(*entity);
  // "Its first edition": one of the series, not the series.
  const bool instance = (entity->classes & lapse_.instance) != 0 &&
                        !entity->name.valid() && entity->participants.empty();
  if (!series(*entity) || instance) return std::nullopt;
  return entity;
}

// "Energy ministers last met in 2021": who did so says that it was another
// series than the document's, unless it is anyone who takes part in such
// ("delegations", "the organisers").
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

// "The Jazz Days had lain dormant": a name of which nothing else is known.
std::optional<Entity> LapseReader::NamedSubject(std::uint32_t clause) const {
  if (clause == kNowhere || s_.parse.clauses[clause].subject == kNowhere)
    return std::nullopt;
  std::optional<Entity> entity =
      ReadEntity(s_, s_.parse.clauses[clause].subject, classes_);
  if (!entity || !entity->name.valid() ||
      entity->kind != Entity::Kind::kThing || entity->classes != 0)
    return std::nullopt;
  return entity;
}

// What the clause, or the one that it hangs on, says has lapsed: what its verb
// acts on, its subject, or another series in it; else what the document is
// about.
std::optional<FoundSubject> LapseReader::Series(std::uint32_t clause,
                                                Where where) const {
  constexpr int kUp = 3;
  for (int up = 0; up < kUp && clause != kNowhere; ++up) {
    const Clause& c = s_.parse.clauses[clause];
    for (const std::uint32_t group :
         {s_.parse.Patient(c), c.subject, c.object, c.head}) {
      if (std::optional<Entity> entity = SeriesAt(group))
        return FoundSubject{std::move(*entity), group};
    }
    // "Negotiations on the river, which were suspended": either may be meant.
    if (c.kind != Clause::Kind::kRelative && Others(clause)) {
      std::optional<Entity> named;
      if (where == Where::kDocument) named = NamedSubject(clause);
      if (!named) return std::nullopt;
      return FoundSubject{std::move(*named), c.subject};
    }
    for (std::uint32_t i = 0; i < s_.parse.groups.groups.size(); ++i) {
      if (s_.G(i).clause != clause || where == Where::kActors) continue;
      if (std::optional<Entity> entity = SeriesAt(i))
        return FoundSubject{std::move(*entity), i};
    }
    clause = c.parent;
  }
  if (where != Where::kDocument) return std::nullopt;
  std::optional<Entity> found = discourse_.FocusSeries();
  if (!found) return std::nullopt;
  return FoundSubject{std::move(*found), kNowhere};
}

std::optional<FrameReading> LapseReader::Make(const Frame& frame,
                                              const PathStep& step,
                                              Where where) const {
  std::optional<FoundSubject> subject = Series(step.clause, where);
  if (!subject) return std::nullopt;
  FrameReading reading{&frame, {}, std::move(*subject)};
  reading.path.steps[0] = step;
  reading.path.size = 1;
  return reading;
}

// A length of time, then "since the last festival".
std::optional<FrameReading> LapseReader::SinceTheLast(
    const PathStep& step) const {
  for (std::uint32_t i = step.group + 1;
       i < s_.parse.groups.groups.size() && i <= step.group + 2; ++i) {
    const Group& g = s_.G(i);
    if (g.kind != GroupKind::kNoun || g.preposition == kNowhere ||
        (s_.Info(g.preposition).classes & lapse_.after) == 0 ||
        !Holds(i, lapse_.last) ||
        (s_.words.Of(g.lemma).classes & (lapse_.series | lapse_.instance)) == 0)
      continue;
    return Make(Frames().to_date, step, Where::kDocument);
  }
  return std::nullopt;
}

// "For the first time in six years", "the first session since 2018".
std::optional<FrameReading> LapseReader::First(const PathStep& step,
                                               bool date) const {
  if (step.verb || !Holds(step.group, lapse_.first)) return std::nullopt;
  const Frame& frame = date ? Frames().first_since : Frames().first_in;
  const ClassSet head = s_.words.Of(step.lemma).classes;
  const bool of_series = (head & (lapse_.series | lapse_.instance)) != 0;
  // "Its first works programme in ten years" is none of a series.
  if (!of_series && (head & lapse_.occasion) == 0) return std::nullopt;
  return Make(frame, step, of_series ? Where::kDocument : Where::kClause);
}

std::optional<FrameReading> LapseReader::Length(const ValuePaths& paths) const {
  for (const ValuePath& path : paths) {
    const PathStep& step = path.steps[0];
    const Clause* clause =
        step.clause == kNowhere ? nullptr : &s_.parse.clauses[step.clause];
    if (!step.verb && (step.classes & lapse_.lapse) != 0) {
      const bool within = step.relation == "mod" || step.relation == "of" ||
                          step.relation == "count" || step.relation == "amount";
      if (within) return Make(Frames().length, step, Where::kDocument);
    }
    if (step.relation == "in") {
      if (auto first = First(step, false)) return first;
    }
    // "Back after nine years"; but "after nine years of work".
    const bool amount = paths[0].steps[0].relation == "amount";
    if (step.relation == "after" && step.verb && !amount && clause != nullptr &&
        clause->verb != kNowhere && Returns(*clause))
      return Make(Frames().length, step, Where::kActors);
    if (step.relation != "for" || !step.verb || clause == nullptr ||
        clause->verb == kNowhere)
      continue;
    const std::uint16_t verb = s_.G(clause->verb).verb;
    const bool performs =
        (s_.words.Of(s_.G(clause->verb).lemma).classes & lapse_.perform) != 0;
    const bool none = (verb & kNegated) != 0 && performs;
    if (!none && !Idle(*clause)) continue;
    // "Had not met for", "lay dormant for" are over; "has not met for" is not.
    const bool told = (verb & kPast) != 0;
    return Make(told ? Frames().length : Frames().to_date, step,
                Where::kDocument);
  }
  return std::nullopt;
}

// "Four years in which no boat had run", "in which the league stood still".
bool LapseReader::NothingHappens(const Clause& clause) const {
  if (clause.verb == kNowhere) return false;
  if (Idle(clause) || Stops(clause)) return true;
  const bool performs =
      (s_.words.Of(s_.G(clause.verb).lemma).classes & lapse_.perform) != 0;
  const bool none =
      clause.subject != kNowhere &&
      (s_.Info(s_.G(clause.subject).first).features & kNegation) != 0;
  return performs && (none || (s_.G(clause.verb).verb & kNegated) != 0);
}

// "Seven years after they were grounded": the clause tells what stopped. "14
// months without a match".
std::optional<FrameReading> LapseReader::LengthAfter(const Atom& atom) const {
  const std::uint32_t group = GroupOfAtom(s_.parse, atom);
  if (group == kNowhere) return std::nullopt;
  const std::uint32_t next = group + 1;
  PathStep whole;
  whole.relation = "time";
  whole.group = group;
  whole.clause = s_.G(group).clause;
  if (next + 1 < s_.parse.groups.groups.size() && Holds(next, lapse_.without) &&
      s_.G(next + 1).kind == GroupKind::kNoun &&
      (s_.words.Of(s_.G(next + 1).lemma).classes &
       (lapse_.series | lapse_.instance)) != 0)
    return Make(Frames().length, whole, Where::kDocument);
  if (auto since = SinceTheLast(whole)) return since;
  for (const Clause& clause : s_.parse.clauses) {
    if (clause.kind == Clause::Kind::kRelative && clause.head == group &&
        NothingHappens(clause)) {
      whole.clause = s_.G(clause.verb).clause;
      return Make(Frames().length, whole, Where::kDocument);
    }
  }
  for (const Clause& clause : s_.parse.clauses) {
    if (clause.verb == kNowhere || clause.mark == kNowhere ||
        clause.mark != group + 1 || !Stops(clause) ||
        (s_.G(clause.mark).features & kTemporal) == 0)
      continue;
    PathStep step;
    step.relation = "before";
    step.group = clause.verb;
    step.verb = true;
    step.lemma = s_.G(clause.verb).lemma;
    step.clause =
        clause.parent == kNowhere ? s_.G(clause.verb).clause : clause.parent;
    return Make(Frames().length, step, Where::kClause);
  }
  return std::nullopt;
}

std::optional<FrameReading> LapseReader::Date(const ValuePaths& paths) const {
  for (const ValuePath& path : paths) {
    const PathStep& step = path.steps[0];
    const Clause* clause =
        step.clause == kNowhere ? nullptr : &s_.parse.clauses[step.clause];
    if (clause == nullptr || clause->verb == kNowhere) continue;
    const std::uint16_t verb = s_.G(clause->verb).verb;
    const bool performs =
        (s_.words.Of(s_.G(clause->verb).lemma).classes & lapse_.perform) != 0;
    if (step.relation == "since") {
      if (auto first = First(step, true)) return first;
      if (!step.verb) continue;
      if (Holds(clause->predicate, lapse_.first))
        return Make(Frames().first_since, step, Where::kDocument);
      if ((verb & kNegated) != 0 && performs)
        return Make(Frames().none_since, step, Where::kDocument);
      if (Idle(*clause)) return Make(Frames().begin, step, Where::kDocument);
      continue;
    }
    const bool instance =
        !step.verb && step.relation == "mod" &&
        (step.classes & (lapse_.instance | lapse_.series)) != 0;
    if (instance && (Idle(*clause) || Stops(*clause)) &&
        s_.G(step.group).preposition != kNowhere &&
        (s_.Info(s_.G(step.group).preposition).classes & lapse_.after) != 0)
      return Make(Frames().last, step, Where::kDocument);
    // "The interruption, which began in 2021".
    const std::uint32_t begins =
        clause->kind == Clause::Kind::kRelative && clause->head != kNowhere
            ? clause->head
            : clause->subject;
    if (step.verb && begins != kNowhere &&
        (s_.words.Of(s_.G(begins).lemma).classes & lapse_.lapse) != 0 &&
        (s_.words.Of(s_.G(clause->verb).lemma).classes & lapse_.begin) != 0)
      return Make(Frames().begin, step, Where::kDocument);
    if (ToldLast(*clause, step))
      return Make(Frames().last, step, Where::kDocument);
    if (step.verb && Stops(*clause))
      return Make(Frames().begin, step, Where::kClause);
    if (step.verb && Returns(*clause))
      return Make(Frames().returned, step, Where::kActors);
  }
  return std::nullopt;
}

std::optional<FrameReading> LapseReader::Read(const Atom& atom,
                                              const ValuePaths& paths) const {
  if (atom.kind == Atom::Kind::kDate) return Date(paths);
  if (atom.kind != Atom::Kind::kDuration) return std::nullopt;
  if (auto length = Length(paths)) return length;
  return LengthAfter(atom);
}

}  // namespace gainsay::internal

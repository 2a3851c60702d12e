#include "claim/lapses.h"

#include <algorithm>

namespace gainsay::internal {
namespace {

constexpr std::string_view kSince = "since";  // relations go by their word
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
      out(index.ClassBit("out")),
      use(index.ClassBit("use")),
      shut(index.ClassBit("shut")),
      move(index.ClassBit("move")),
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
    // "Out of service".
    const std::uint32_t noun = i + 2;
    if (Holds(i, lapse_.out) && noun < s_.parse.groups.groups.size() &&
        Holds(noun, lapse_.use))
      return true;
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

std::optional<FrameReading> LapseReader::Make(const Frame& frame,
                                              const PathStep& step,
                                              Where where) const {
  std::optional<FoundSubject> subject = Series(step.clause, where);
  if (!subject) return std::nullopt;
  return Told(frame, step, std::move(*subject));
}

FrameReading LapseReader::Told(const Frame& frame, const PathStep& step,
                               FoundSubject subject) const {
  FrameReading reading{&frame, {}, std::move(subject)};
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
  // "In which its doors were shut".
  if ((s_.words.Of(s_.G(clause.verb).lemma).classes & lapse_.shut) != 0 &&
      (s_.G(clause.verb).verb & kNegated) == 0)
    return true;
  const bool performs =
      (s_.words.Of(s_.G(clause.verb).lemma).classes & lapse_.perform) != 0;
  const bool none =
      clause.subject != kNowhere &&
      (s_.Info(s_.G(clause.subject).first).features & kNegation) != 0;
  const bool moves =
      (s_.words.Of(s_.G(clause.verb).lemma).classes & lapse_.move) != 0;
  return (none && (performs || moves)) ||
         (performs && (s_.G(clause.verb).verb & kNegated) != 0);
}

// Who does nothing in the length that a relative clause fills: the series of
// the clause; for "no goods" what the document is about, for "its doors" also
// what was spoken of.
std::optional<FrameReading> LapseReader::Filled(const Clause& clause,
                                                PathStep whole) const {
  whole.clause = s_.G(clause.verb).clause;
  if (clause.subject == kNowhere)
    return Make(Frames().length, whole, Where::kDocument);
  const std::uint32_t of = s_.Info(s_.G(clause.subject).first).features;
  const bool its = (of & kPossessive) != 0 && (of & kThing) != 0;
  if (its) {
    const auto stands = [&](const Entity& e) {
      return e.kind != Entity::Kind::kPerson && e.name.valid() &&
             (e.classes &
              (lapse_.series | classes_.building | classes_.company)) != 0;
    };
    if (auto meant = discourse_.Pronoun(s_, clause.subject, stands))
      return Told(Frames().length, whole,
                  FoundSubject{*std::move(meant), clause.subject});
  }
  if (its || (of & kNegation) != 0) whole.clause = kNowhere;
  return Make(Frames().length, whole, Where::kDocument);
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
       (lapse_.series | lapse_.instance)) != 0) {
    // "For the four years without a train he swept the platform": what the
    // clause tells is another thing.
    const bool apart = whole.clause != kNowhere &&
                       s_.parse.clauses[whole.clause].subject != kNowhere &&
                       s_.parse.clauses[whole.clause].subject > group;
    if (apart) whole.clause = kNowhere;
    return Make(Frames().length, whole, Where::kDocument);
  }
  if (auto since = SinceTheLast(whole)) return since;
  for (const Clause& clause : s_.parse.clauses) {
    if (clause.kind == Clause::Kind::kRelative && clause.head == group &&
        NothingHappens(clause)) {
      return Filled(clause, whole);
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
    // "Since torrential rain on July 25".
    const bool since_event =
        !step.verb && step.relation != "since" &&
        s_.G(step.group).preposition != kNowhere &&
        s_.text.View(s_.text.tokens[s_.G(step.group).preposition]) == kSince &&
        !Holds(step.group, lapse_.last);
    if (since_event && clause->verb < step.group) {
      if ((verb & kNegated) != 0 && performs)
        return Make(Frames().none_since, step, Where::kDocument);
      if (Idle(*clause)) return Make(Frames().begin, step, Where::kDocument);
    }
    if (step.relation == kSince) {
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

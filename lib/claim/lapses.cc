#include "claim/lapses.h"

#include <algorithm>

#include "claim/lapse_frames.h"

namespace gainsay::internal {
namespace {

constexpr std::string_view kSince = "since";  // relations go by their word
constexpr std::uint32_t kReach = 3;  // groups from a length to "after it was"

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
      elapse(index.ClassBit("elapse")),
      begin(index.ClassBit("begin")),
      service(index.ClassBit("service")),
      occasion(index.ClassBit("occasion")),
      sides(index.ClassBit("sides")) {}

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
         s_.G(next).kind != GroupKind::kNoun && s_.Holds(next, lapse_.again);
}

// "Had lain idle", "has been away": outside noun groups, in the clause.
bool LapseReader::Idle(const Clause& clause) const {
  if (clause.verb == kNowhere) return false;
  const std::uint32_t index = s_.G(clause.verb).clause;
  for (std::uint32_t i = clause.verb; i < s_.parse.groups.groups.size(); ++i) {
    const Group& g = s_.G(i);
    if (g.clause != index && g.clause != kNowhere) break;
    if (g.kind != GroupKind::kNoun && s_.Holds(i, lapse_.idle)) return true;
    // "Out of service".
    const std::uint32_t noun = i + 2;
    if (s_.Holds(i, lapse_.out) && noun < s_.parse.groups.groups.size() &&
        s_.Holds(noun, lapse_.use))
      return true;
    if (i > clause.verb + kReach) break;
  }
  return false;
}

// "Last met in", "the last edition took place in".
bool LapseReader::ToldLast(const Clause& clause, const PathStep& step) const {
  if (!step.verb) {
    return (step.classes & (lapse_.series | lapse_.instance)) != 0 &&
           s_.Holds(step.group, lapse_.last);
  }
  if (clause.verb == kNowhere) return false;
  const Group& verb = s_.G(clause.verb);
  // "The last Kora Festival was in 2017".
  if ((verb.verb & kCopula) != 0 && (verb.verb & kPast) != 0 &&
      clause.predicate == kNowhere && clause.subject != kNowhere &&
      clause.verb + 2 < s_.parse.groups.groups.size() &&
      s_.G(clause.verb + 2).kind == GroupKind::kValue &&
      s_.Holds(clause.subject, lapse_.last) &&
      (s_.words.Of(s_.G(clause.subject).lemma).classes &
       (lapse_.series | lapse_.instance)) != 0)
    return true;
  if (!Performs(clause)) return false;
  const bool before =
      verb.first > 0 && (s_.Info(verb.first - 1).classes & lapse_.last) != 0;
  return before || s_.Holds(clause.verb, lapse_.last) ||
         s_.Holds(clause.subject, lapse_.last) ||
         s_.Holds(s_.parse.Patient(clause), lapse_.last);
}

std::optional<FrameReading> LapseReader::Make(const Frame& frame,
                                              const PathStep& step,
                                              Where where) const {
  std::optional<FoundSubject> subject = Series(step.clause, where);
  if (!subject) return std::nullopt;
  return ReadingAt(frame, step, std::move(*subject));
}

// "For the first time in six years", "the first session since 2018".
std::optional<FrameReading> LapseReader::First(const PathStep& step,
                                               bool date) const {
  if (step.verb) return std::nullopt;
  // "The first train on the Kora Line in two years": the value hangs on what
  // it stands next to.
  constexpr int kUp = 3;
  std::uint32_t group = step.group;
  std::optional<FoundSubject> named;
  for (int up = 0; group != kNowhere && !s_.Holds(group, lapse_.first); ++up) {
    if (up == kUp) return std::nullopt;
    std::optional<Entity> entity = SeriesAt(group);
    if (entity && entity->name.valid())
      named = FoundSubject{*std::move(entity), group};
    group = s_.G(group).governor;
  }
  if (group == kNowhere) return std::nullopt;
  const Frame& frame = date ? OfLapses().first_since : OfLapses().first_in;
  const ClassSet head = s_.words.Of(s_.G(group).lemma).classes;
  const bool of_series = (head & (lapse_.series | lapse_.instance)) != 0;
  if (of_series && named) return ReadingAt(frame, step, *std::move(named));
  if (of_series && group != step.group) {
    std::optional<Entity> entity = SeriesAt(group);
    if (!entity || entity->participants.size() < 2) return std::nullopt;
    return ReadingAt(frame, step, FoundSubject{*std::move(entity), group});
  }
  // "Its first works programme in ten years" is none of a series.
  if (!of_series && (head & lapse_.occasion) == 0) return std::nullopt;
  return Make(frame, step, of_series ? Where::kDocument : Where::kClause);
}

bool LapseReader::Performs(const Clause& clause) const {
  return (s_.words.Of(s_.G(clause.verb).lemma).classes & lapse_.perform) != 0;
}

// "Was not held", "no festival was held".
bool LapseReader::None(const Clause& clause) const {
  return (s_.G(clause.verb).verb & kNegated) != 0 || OfNone(clause);
}

bool LapseReader::OfNone(const Clause& clause) const {
  return clause.subject != kNowhere &&
         (s_.Info(s_.G(clause.subject).first).features & kNegation) != 0;
}

std::optional<FrameReading> LapseReader::Date(const Atom& atom,
                                              const ValuePaths& paths) const {
  const std::uint32_t group = GroupOfAtom(s_.parse, atom);
  for (const ValuePath& path : paths) {
    const PathStep& step = path.steps[0];
    const Clause* clause =
        step.clause == kNowhere ? nullptr : &s_.parse.clauses[step.clause];
    if (clause == nullptr || clause->verb == kNowhere) continue;
    // "Bos, manager since 2020, has been suspended": since when he manages.
    const bool beside = step.verb && clause->subject != kNowhere &&
                        group != kNowhere && clause->subject < group &&
                        group < clause->verb;
    if (beside) continue;
    const bool none = Performs(*clause) && None(*clause);
    // "Since torrential rain on July 25".
    const bool since_event =
        !step.verb && step.relation != kSince &&
        s_.G(step.group).preposition != kNowhere &&
        s_.text.View(s_.text.tokens[s_.G(step.group).preposition]) == kSince &&
        !s_.Holds(step.group, lapse_.last);
    if (since_event && clause->verb < step.group) {
      if (none) return Make(OfLapses().none_since, step, Where::kDocument);
      // "For the first time since the coup in 2021".
      const std::uint32_t time = s_.G(step.group).governor;
      if (time != kNowhere && s_.Holds(time, lapse_.first) &&
          (s_.words.Of(s_.G(time).lemma).classes & lapse_.occasion) != 0)
        return Make(OfLapses().first_since, step, Where::kClause);
      if (Idle(*clause)) return Make(OfLapses().begin, step, Where::kDocument);
    }
    if (step.relation == kSince) {
      if (auto first = First(step, true)) return first;
      if (!step.verb) continue;
      if (s_.Holds(clause->predicate, lapse_.first))
        return Make(OfLapses().first_since, step, Where::kDocument);
      if (none) return Make(OfLapses().none_since, step, Where::kDocument);
      if (Idle(*clause)) return Make(OfLapses().begin, step, Where::kDocument);
      if (IsWithout(*clause)) {
        PathStep whole = step;
        whole.clause = kNowhere;  // who is without it is another thing
        return Make(OfLapses().begin, whole, Where::kDocument);
      }
      continue;
    }
    const bool instance =
        !step.verb && step.relation == "mod" &&
        (step.classes & (lapse_.instance | lapse_.series)) != 0;
    if (instance && (Idle(*clause) || Stops(*clause)) &&
        s_.G(step.group).preposition != kNowhere &&
        (s_.Info(s_.G(step.group).preposition).classes & lapse_.after) != 0)
      return Make(OfLapses().last, step, Where::kDocument);
    // "The interruption, which began in 2021".
    const std::uint32_t begins =
        clause->kind == Clause::Kind::kRelative && clause->head != kNowhere
            ? clause->head
            : clause->subject;
    if (step.verb && begins != kNowhere &&
        (s_.words.Of(s_.G(begins).lemma).classes & lapse_.lapse) != 0 &&
        (s_.words.Of(s_.G(clause->verb).lemma).classes & lapse_.begin) != 0)
      return Make(OfLapses().begin, step, Where::kDocument);
    if (ToldLast(*clause, step))
      return Make(OfLapses().last, step, Where::kDocument);
    if (step.verb && Stops(*clause))
      return Make(OfLapses().begin, step, Where::kClause);
    if (step.verb && Returns(*clause))
      return Make(OfLapses().returned, step, Where::kActors);
  }
  return std::nullopt;
}

std::optional<FrameReading> LapseReader::Read(const Atom& atom,
                                              const ValuePaths& paths,
                                              bool hours) const {
  if (atom.kind == Atom::Kind::kDate) return Date(atom, paths);
  if (atom.kind != Atom::Kind::kDuration) return std::nullopt;
  if (auto length = Length(paths, hours); length || hours) return length;
  return LengthAfter(atom);
}

}  // namespace gainsay::internal

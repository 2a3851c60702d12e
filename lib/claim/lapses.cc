#include "claim/lapses.h"

#include <algorithm>

#include "claim/lapse_frames.h"

namespace gainsay::internal {
namespace {

constexpr std::string_view kSince = "since";  // relations go by their word
constexpr std::uint32_t kReach = 3;  // groups from a length to "after it was"

}  // namespace

// "Was dropped", "dropped the route", "ceased"; not "exports dropped".
bool LapseReader::Stops(const Clause& clause) const {
  if (clause.verb == kNowhere) return false;
  const Group& verb = s_.G(clause.verb);
  const WordInfo& info = s_.words.Of(verb.lemma);
  constexpr std::uint32_t kErgative =
      1U << static_cast<unsigned>(VerbRow::Kind::kErgative);
  const bool of_itself = (info.verb_kinds & kErgative) != 0;
  return (info.classes & lapse_.stop) != 0 && (verb.verb & kNegated) == 0 &&
         (clause.subject == kNowhere ||
          !s_.Holds(clause.subject, lapse_.other)) &&
         (of_itself || (verb.verb & (kPassive | kBareParticiple)) != 0 ||
          clause.object != kNowhere);
}

// "Resumed on Friday", "was back on Friday", "is in service again".
bool LapseReader::Returns(const Clause& clause) const {
  const Group& verb = s_.G(clause.verb);
  if ((verb.verb & kNegated) != 0) return false;
  if ((s_.words.Of(verb.lemma).classes & lapse_.back) != 0) return true;
  const bool copula = (verb.verb & kCopula) != 0;
  if (!copula && (s_.words.Of(verb.lemma).classes & lapse_.perform) == 0)
    return false;
  const std::uint32_t last = clause.verb + (copula ? kReach : 1);
  for (std::uint32_t i = clause.verb + 1;
       i <= last && i < s_.parse.groups.groups.size(); ++i) {
    const Group& g = s_.G(i);
    if (g.kind == GroupKind::kVerb || g.kind == GroupKind::kPunct) break;
    if (g.kind == GroupKind::kNoun) {
      if (!s_.Holds(i, lapse_.use)) break;
    } else if ((s_.Info(g.last - 1).classes & lapse_.again) != 0) {
      // Not "is again available to visitors".
      return i + 1 == s_.parse.groups.groups.size() ||
             s_.G(i + 1).kind != GroupKind::kAdjective;
    }
  }
  return false;
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
    // "On hold", "in limbo", "at a standstill".
    if (g.kind == GroupKind::kNoun && g.preposition != kNowhere &&
        (s_.G(clause.verb).verb & kNegated) == 0 &&
        (s_.words.Of(g.lemma).classes & lapse_.limbo) != 0 &&
        (s_.Info(g.preposition).features & kPlaceWord) != 0)
      return true;
    if (i > clause.verb + kReach) break;
  }
  return false;
}

// "Last met in", "the last edition took place in".
bool LapseReader::ToldLast(const Clause& clause, const PathStep& step) const {
  if (!step.verb) {
    return (step.classes & (lapse_.series | lapse_.instance)) != 0 &&
           (HoldsLast(step.group) || LastInApposition(step));
  }
  if (clause.verb == kNowhere) return false;
  const Group& verb = s_.G(clause.verb);
  // "The last Kora Festival was in 2017".
  if ((verb.verb & kCopula) != 0 && (verb.verb & kPast) != 0 &&
      clause.predicate == kNowhere && clause.subject != kNowhere &&
      clause.verb + 2 < s_.parse.groups.groups.size() &&
      s_.G(clause.verb + 2).kind == GroupKind::kValue &&
      HoldsLast(clause.subject) &&
      (s_.words.Of(s_.G(clause.subject).lemma).classes &
       (lapse_.series | lapse_.instance)) != 0)
    return true;
  const bool moves = (s_.words.Of(verb.lemma).classes & lapse_.move) != 0 &&
                     clause.subject != kNowhere && HoldsLast(clause.subject);
  if (!Performs(clause) && !moves) return false;
  const bool before =
      verb.first > 0 && (s_.Info(verb.first - 1).classes & lapse_.last) != 0;
  return before || HoldsLast(clause.verb) || HoldsLast(clause.subject) ||
         HoldsLast(s_.parse.Patient(clause));
}

std::optional<FrameReading> LapseReader::Make(const Frame& frame,
                                              const PathStep& step, Where where,
                                              Kinds kinds) const {
  std::optional<FoundSubject> subject = Series(step.clause, where, kinds);
  if (!subject) return std::nullopt;
  return ReadingAt(frame, step, std::move(*subject));
}

// What a break is one in: "the gap in the service", "its suspension", else what
// is told of a lapse elsewhere.
std::optional<FrameReading> LapseReader::OfBreak(const Frame& frame,
                                                 const PathStep& step) const {
  for (std::uint32_t i = step.group + 1; i < s_.parse.groups.groups.size();
       ++i) {
    if (s_.G(i).clause != s_.G(step.group).clause) break;
    if (s_.G(i).governor != step.group) continue;
    if (std::optional<Entity> entity = SeriesAt(i, Kinds::kPlacesToo))
      return ReadingAt(frame, step, FoundSubject{*std::move(entity), i});
  }
  return Make(frame, step, Where::kDocument);
}

// What is banned, what came first again: named by the clause, else what the
// document is about, else what its noun says.
std::optional<FrameReading> LapseReader::OfWhole(const Frame& frame,
                                                 const PathStep& step,
                                                 std::uint32_t noun) const {
  if (auto named = Make(frame, step, Where::kClause)) return named;
  PathStep whole = step;
  whole.clause = kNowhere;
  if (auto focus = Make(frame, whole, Where::kDocument)) return focus;
  std::optional<Entity> entity = ReadEntity(s_, noun, classes_);
  if (!entity) return std::nullopt;
  return ReadingAt(frame, step, FoundSubject{*std::move(entity), noun});
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
    // "The first session in Port Aure since 2016", "on Estavian soil".
    const std::uint32_t in = s_.G(group).preposition;
    const bool placed =
        in != kNowhere && (s_.Info(in).features & kPlaceWord) != 0;
    if (!entity && placed) return std::nullopt;
    if (entity && entity->name.valid())
      named = FoundSubject{*std::move(entity), group};
    group = s_.G(group).governor;
  }
  if (group == kNowhere || PlacedBetween(group, step.group))
    return std::nullopt;
  // "The 18th meeting of the commission and the first since 2019".
  const bool bare = IsBareFirst(group);
  if (bare) group = Before(group);
  if (group == kNowhere) return std::nullopt;
  const Frame& frame = date ? OfLapses().first_since : OfLapses().first_in;
  const ClassSet head = s_.words.Of(s_.G(group).lemma).classes;
  const bool of_series = (head & (lapse_.series | lapse_.instance)) != 0;
  if (bare) return Make(frame, step, Where::kDocument);
  if (of_series && named) return ReadingAt(frame, step, *std::move(named));
  if ((head & lapse_.instance) != 0 && group != step.group)
    return OfWhole(frame, step, group);
  if (of_series && group != step.group) {
    std::optional<Entity> entity = SeriesAt(group);
    if (!entity || entity->participants.size() < 2) return std::nullopt;
    return ReadingAt(frame, step, FoundSubject{*std::move(entity), group});
  }
  // "Its first works programme in ten years" is none.
  if (!of_series && (head & lapse_.occasion) == 0) return std::nullopt;
  if (of_series) return Make(frame, step, Where::kDocument);
  // "Raised its output for the first time in six years": it had one before.
  const std::uint32_t verb =
      step.clause == kNowhere ? kNowhere : s_.parse.clauses[step.clause].verb;
  const ClassSet does =
      verb == kNowhere ? 0 : s_.words.Of(s_.G(verb).lemma).classes;
  const bool whole =
      (does & (lapse_.perform | lapse_.back | lapse_.move | lapse_.begin)) != 0;
  // "The two sides sat down together for the first time since 2018".
  const std::uint32_t subject = step.clause == kNowhere
                                    ? kNowhere
                                    : s_.parse.clauses[step.clause].subject;
  const bool sides =
      subject != kNowhere && !s_.G(subject).name &&
      (s_.words.Of(s_.G(subject).lemma).classes & lapse_.sides) != 0;
  return Make(frame, step, sides && whole ? Where::kDocument : Where::kClause,
              whole && !sides ? Kinds::kLapsing : Kinds::kSeries);
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
    const bool none = NothingDone(*clause);
    // "Since torrential rain on July 25".
    const bool since_event =
        !step.verb && step.relation != kSince &&
        s_.G(step.group).preposition != kNowhere &&
        s_.text.View(s_.text.tokens[s_.G(step.group).preposition]) == kSince &&
        !HoldsLast(step.group);
    if (since_event && clause->verb < step.group) {
      if (none) return Make(OfLapses().none_since, step, Where::kDocument);
      // "For the first time since the coup in 2021".
      const std::uint32_t time = s_.G(step.group).governor;
      if (time != kNowhere && s_.Holds(time, lapse_.first) &&
          (s_.words.Of(s_.G(time).lemma).classes & lapse_.occasion) != 0)
        return Make(OfLapses().first_since, step, Where::kClause);
      if (Idle(*clause) || StoodStill(*clause))
        return Make(OfLapses().begin, step, Where::kDocument,
                    Kinds::kPlacesToo);
    }
    if (step.relation == kSince) {
      if (auto first = First(step, true)) return first;
      if (auto first = FirstThat(step, true)) return first;
      if (!step.verb) continue;
      if (s_.Holds(clause->predicate, lapse_.first) && group != kNowhere &&
          !PlacedBetween(clause->predicate, group))
        return Make(OfLapses().first_since, step, Where::kDocument);
      if (none) return Make(OfLapses().none_since, step, Where::kDocument);
      if (BringsNone(*clause))
        return OfAny(OfLapses().none_since, step, NoneOf(*clause));
      if (Idle(*clause) || StoodStill(*clause))
        return Make(OfLapses().begin, step, Where::kDocument,
                    Kinds::kPlacesToo);
      if (IsWithout(*clause)) return Without(OfLapses().begin, step, *clause);
      if (NotOpen(*clause))
        return Make(OfLapses().none_since, step, Where::kDocument,
                    Kinds::kPlacesToo);
      continue;
    }
    // "Lay idle from May 2019 to June 2023".
    if (step.verb && (Idle(*clause) || StoodStill(*clause))) {
      if (step.relation == "from")
        return Make(OfLapses().begin, step, Where::kDocument,
                    Kinds::kPlacesToo);
      // "Schools are closed until Thursday" tells of no return yet.
      const bool now =
          (s_.G(clause->verb).verb & (kFinite | kPast | kPerfect)) == kFinite;
      if (!now && (step.relation == "until" || step.relation == "to"))
        return Make(OfLapses().returned, step, Where::kDocument,
                    Kinds::kPlacesToo);
    }
    const bool of_noun =
        !step.verb && (step.relation == "mod" || step.relation == "in" ||
                       step.relation == "on" || step.relation == "of");
    if (of_noun && (step.classes & lapse_.stopping) != 0 &&
        !s_.Holds(step.group, lapse_.first) &&
        (s_.Info(s_.G(step.group).first).features & kIndefinite) == 0)
      return OfBreak(OfLapses().begin, step);
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
    // "The town last hosted the talks in 1996": not when they last were.
    const bool hosted =
        (s_.G(clause->verb).verb & (kPassive | kBareParticiple)) == 0 &&
        (s_.words.Of(s_.G(clause->verb).lemma).classes & lapse_.host) != 0;
    // "Last ran from 2002 to 2003": till then.
    const bool from = step.relation == "from" && HasLaterDate(atom);
    if (!hosted && !from && ToldLast(*clause, step))
      return Make(OfLapses().last, step, Where::kDocument);
    if (WasTheLast(*clause, step) || UntilThen(*clause, step) ||
        TheLastTime(*clause, step))
      return Make(OfLapses().last, step, Where::kDocument);
    if (step.verb && LastBrought(*clause))
      return OfAny(OfLapses().last, step, s_.parse.Patient(*clause));
    if (step.verb && IsOfBarrier(*clause, lapse_.lift))
      return OfWhole(OfLapses().returned, step, s_.parse.Patient(*clause));
    // "Stopped running in 2017".
    if (step.verb && Performs(*clause) &&
        (s_.G(clause->verb).verb & kGerundVerb) != 0 &&
        clause->parent != kNowhere &&
        s_.parse.clauses[clause->parent].verb + 1 == clause->verb &&
        Stops(s_.parse.clauses[clause->parent]))
      return Make(OfLapses().begin, step, Where::kClause, Kinds::kLapsing);
    if (step.verb && Stops(*clause)) {
      // "Cut its output": not to nothing.
      const bool fully =
          (s_.words.Of(s_.G(clause->verb).lemma).classes & lapse_.fully) != 0;
      return Make(OfLapses().begin, step, Where::kClause,
                  fully ? Kinds::kLapsing : Kinds::kSeries);
    }
    if (step.verb && FallsIdle(*clause))
      return Make(OfLapses().begin, step, Where::kDocument, Kinds::kPlacesToo);
    if (step.verb && IsOfBarrier(*clause, lapse_.impose))
      return OfWhole(OfLapses().begin, step, s_.parse.Patient(*clause));
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
  if (auto length = Length(atom, paths, hours); length || hours) return length;
  return LengthAfter(atom);
}

}  // namespace gainsay::internal

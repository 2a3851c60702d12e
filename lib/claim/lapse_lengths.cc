// How long a lapse was: LapseReader on lengths of time.
#include <utility>

#include "claim/lapse_frames.h"
#include "claim/lapses.h"

namespace gainsay::internal {
namespace {

constexpr std::uint32_t kNextVerb = 4;  // groups from a subject to its verb

}  // namespace

// A length of time, then "since the last festival".
std::optional<FrameReading> LapseReader::SinceTheLast(
    const PathStep& step) const {
  // "Two years have passed since".
  std::uint32_t from = step.group + 1;
  if (from < s_.parse.groups.groups.size() &&
      s_.G(from).kind == GroupKind::kVerb &&
      (s_.words.Of(s_.G(from).lemma).classes & lapse_.elapse) != 0)
    ++from;
  // "Holds its session a week after the final round": by how much it follows.
  const bool behind =
      step.clause != kNowhere &&
      s_.parse.clauses[step.clause].verb != kNowhere &&
      s_.parse.clauses[step.clause].verb < step.group &&
      (s_.G(s_.parse.clauses[step.clause].verb).verb & kCopula) == 0;
  if (behind) return std::nullopt;
  for (std::uint32_t i = from;
       i < s_.parse.groups.groups.size() && i <= from + 1; ++i) {
    const Group& g = s_.G(i);
    if (g.kind != GroupKind::kNoun || g.preposition == kNowhere ||
        (s_.Info(g.preposition).classes & lapse_.after) == 0 || !HoldsLast(i) ||
        (s_.words.Of(g.lemma).classes & (lapse_.series | lapse_.instance)) == 0)
      continue;
    return Make(OfLapses().to_date, step, Where::kDocument);
  }
  return std::nullopt;
}

// "Was closed for 18 months", "shut for two years, the line reopened".
std::optional<FrameReading> LapseReader::ShutFor(const Clause& clause,
                                                 const PathStep& step) const {
  const Group& verb = s_.G(clause.verb);
  // "The fire that closed the tunnel for 202 days": what is acted on.
  const bool passive = (verb.verb & kPassive) != 0;
  // "Had been suspended for", "was paralysed for".
  const ClassSet shuts = lapse_.shut | (passive ? lapse_.stop : ClassSet(0));
  if ((s_.words.Of(verb.lemma).classes & shuts) == 0 ||
      (!passive && clause.object == kNowhere) || (verb.verb & kNotTold) != 0)
    return std::nullopt;
  const std::uint32_t group =
      !passive ? clause.object
      : clause.kind == Clause::Kind::kRelative && clause.head != kNowhere
          ? clause.head
          : clause.subject;
  // "Was closed to lorries for three days".
  const ClassSet usual = s_.words.index().ClassBit("shut_to");
  for (std::uint32_t i = clause.verb + 1;
       i < s_.parse.groups.groups.size() &&
       s_.G(i).clause == s_.G(clause.verb).clause;
       ++i) {
    const Group& g = s_.G(i);
    if (g.kind == GroupKind::kNoun && g.preposition != kNowhere &&
        (s_.Info(g.preposition).features & kInfinitive) != 0 &&
        (s_.words.Of(g.lemma).classes & usual) == 0)
      return std::nullopt;
  }
  std::optional<Entity> entity = SeriesAt(group, Kinds::kPlacesToo);
  // "The Lindenhalle had been closed": a name of which nothing else is known.
  const bool named =
      passive && (s_.words.Of(verb.lemma).classes & lapse_.shut) != 0;
  if (!entity && named) entity = NamedSubject(s_.G(clause.verb).clause);
  // "The gate had been shut": of what the document speaks of.
  if (!entity && named && group != kNowhere &&
      s_.G(group).kind == GroupKind::kNoun &&
      (s_.words.Of(s_.G(group).lemma).classes & lapse_.activity) != 0) {
    entity = WhoseActivity(group, Kinds::kPlacesToo);
    if (!entity) entity = discourse_.FocusLapsing();
  }
  if (!entity) return std::nullopt;
  // "Has been closed for" is not over.
  const bool so_far = (verb.verb & kPerfect) != 0 && (verb.verb & kPast) == 0;
  const bool embedded = (verb.verb & kFinite) == 0;
  return ReadingAt(so_far     ? OfLapses().to_date
                   : embedded ? OfLapses().length
                              : OfLapses().shut,
                   step, FoundSubject{*std::move(entity), group});
}

// "The island was without a ferry".
bool LapseReader::IsWithout(const Clause& clause) const {
  const std::uint32_t noun = clause.verb + 2;
  return (s_.G(clause.verb).verb & kCopula) != 0 &&
         (s_.G(clause.verb).verb & kNegated) == 0 &&
         noun < s_.parse.groups.groups.size() &&
         s_.Holds(clause.verb + 1, lapse_.without) &&
         (IsTitle(noun) || (s_.words.Of(s_.G(noun).lemma).classes &
                            (lapse_.series | lapse_.instance)) != 0);
}

// "The three weeks the schools of Kora were shut".
std::optional<FrameReading> LapseReader::WhileShut(
    std::uint32_t group, const PathStep& whole) const {
  const std::uint32_t subject = group + 1;
  if (subject >= s_.parse.groups.groups.size() ||
      s_.G(subject).kind != GroupKind::kNoun ||
      s_.G(subject).role != GroupRole::kSubject ||
      (s_.Info(s_.G(group).first).features & kDefinite) == 0)
    return std::nullopt;
  for (std::uint32_t i = subject + 1;
       i < s_.parse.groups.groups.size() && i <= subject + kNextVerb; ++i) {
    const Group& g = s_.G(i);
    if (g.kind == GroupKind::kPunct) return std::nullopt;
    if (g.kind != GroupKind::kVerb) continue;
    const bool shut =
        (g.verb & kPassive) != 0 && (g.verb & kNegated) == 0 &&
        (s_.words.Of(g.lemma).classes & (lapse_.shut | lapse_.stop)) != 0;
    std::optional<Entity> entity;
    if (shut) entity = SeriesAt(subject, Kinds::kPlacesToo);
    if (!entity) return std::nullopt;
    return ReadingAt(OfLapses().length, whole,
                     FoundSubject{*std::move(entity), subject});
  }
  return std::nullopt;
}

std::optional<FrameReading> LapseReader::Length(const Atom& atom,
                                                const ValuePaths& paths,
                                                bool hours) const {
  for (const ValuePath& path : paths) {
    const PathStep& step = path.steps[0];
    const Clause* clause =
        step.clause == kNowhere ? nullptr : &s_.parse.clauses[step.clause];
    if (hours && (!step.verb || step.relation != "for")) continue;
    if (!step.verb && (step.classes & lapse_.lapse) != 0) {
      const bool within = step.relation == "mod" || step.relation == "of" ||
                          step.relation == "count" || step.relation == "amount";
      if (within) {
        // "After two years of vacancy", "a vacancy of two years".
        if ((step.classes & lapse_.vacancy) != 0)
          return Vacant(OfLapses().length, step);
        auto of_break = OfBreak(OfLapses().length, step);
        const bool barrier =
            (step.classes & (lapse_.barrier | lapse_.deadlock)) != 0;
        if (!of_break && barrier)
          of_break = OfWhole(OfLapses().length, step, step.group);
        return of_break ? of_break : FilledBreak(atom, step);
      }
    }
    // "The gap in the service of four years".
    const std::uint32_t above =
        step.verb ? kNowhere : s_.G(step.group).governor;
    if (step.relation == "of" && above != kNowhere &&
        (s_.words.Of(s_.G(above).lemma).classes & lapse_.lapse) != 0) {
      std::optional<Entity> entity = SeriesAt(step.group, Kinds::kPlacesToo);
      if (entity)
        return ReadingAt(OfLapses().length, step,
                         FoundSubject{*std::move(entity), step.group});
    }
    if (step.relation == "in" || step.relation == "for") {
      if (auto first = First(step, false)) return first;
      if (auto first = FirstThat(step, false)) return first;
    }
    // "Back after nine years"; but "after nine years of work".
    const bool amount = paths[0].steps[0].relation == "amount";
    if (step.relation == "after" && step.verb && !amount && clause != nullptr &&
        clause->verb != kNowhere && Returns(*clause))
      return Make(OfLapses().length, step, Where::kActors);
    if (!step.verb || clause == nullptr || clause->verb == kNowhere) continue;
    const std::uint16_t verb = s_.G(clause->verb).verb;
    // "Fell silent three years and seven months ago".
    const std::uint32_t ago = GroupOfAtom(s_.parse, atom) + 1;
    if (!hours && FallsIdle(*clause) && ago < s_.parse.groups.groups.size() &&
        s_.Holds(ago, lapse_.ago))
      return Make(OfLapses().to_date, step, Where::kDocument,
                  Kinds::kPlacesToo);
    const bool none = Performs(*clause) && None(*clause);
    if (!none && step.relation == "for" && BringsNone(*clause))
      return OfAny((verb & kPast) != 0 || (verb & kPerfect) == 0
                       ? OfLapses().none_for
                       : OfLapses().none_so_far,
                   step, NoneOf(*clause));
    // "Has not sailed in three weeks".
    const bool in = none && step.relation == "in" && (verb & kPerfect) != 0;
    // "A closure that had lasted three years".
    const std::uint32_t lasts = clause->kind == Clause::Kind::kRelative
                                    ? clause->head
                                    : clause->subject;
    if (lasts != kNowhere && !hours &&
        (s_.words.Of(s_.G(clause->verb).lemma).classes & lapse_.endure) != 0 &&
        (s_.words.Of(s_.G(lasts).lemma).classes & lapse_.lapse) != 0) {
      if (s_.Holds(lasts, lapse_.vacancy))
        return Vacant(OfLapses().length, step);
      if (auto made = Make(OfLapses().length, step, Where::kDocument,
                           Kinds::kPlacesToo))
        return made;
      return OfWhole(OfLapses().length, step, lasts);
    }
    if (step.relation != "for" && !in) continue;
    if (auto shut = ShutFor(*clause, step)) return shut;
    if (!hours && IsWithout(*clause))
      return Without(OfLapses().length, step, *clause);
    if (!hours && NotOpen(*clause))
      return Make(
          (verb & kPast) != 0 ? OfLapses().none_for : OfLapses().none_so_far,
          step, Where::kDocument, Kinds::kPlacesToo);
    if (hours || (!none && !Idle(*clause))) continue;
    // "Had not met for", "lay dormant for" are over; "has not met for" is not.
    // "Put it out of use": the present would be "puts".
    const Group& v = s_.G(clause->verb);
    const bool bare =
        v.last == v.first + 1 && s_.text.tokens[v.head].folded == v.lemma &&
        clause->subject != kNowhere && !s_.G(clause->subject).plural;
    const bool told = (verb & kPast) != 0 || bare;
    const Frame& frame = told ? (none ? OfLapses().none_for : OfLapses().length)
                         : none ? OfLapses().none_so_far
                                : OfLapses().to_date;
    return Make(frame, step, Where::kDocument,
                none ? Kinds::kLapsing : Kinds::kPlacesToo);
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
  return NothingDone(clause);
}

// Who does nothing in the length that a relative clause fills: the series of
// the clause; for "no goods" what the document is about, for "its doors" also
// what was spoken of.
std::optional<FrameReading> LapseReader::Filled(const Clause& clause,
                                                PathStep whole) const {
  whole.clause = s_.G(clause.verb).clause;
  if (clause.subject == kNowhere)
    return Make(OfLapses().length, whole, Where::kDocument);
  const std::uint32_t of = s_.Info(s_.G(clause.subject).first).features;
  const bool its = (of & kPossessive) != 0 && (of & kThing) != 0;
  if (its) {
    const auto stands = [&](const Entity& e) {
      return e.kind != Entity::Kind::kPerson && e.name.valid() &&
             (e.classes &
              (lapse_.series | classes_.building | classes_.company)) != 0;
    };
    if (auto meant = discourse_.Pronoun(s_, clause.subject, stands))
      return ReadingAt(OfLapses().length, whole,
                       FoundSubject{*std::move(meant), clause.subject});
  }
  if (its || (of & kNegation) != 0) whole.clause = kNowhere;
  return Make(OfLapses().length, whole, Where::kDocument);
}

// "A hiatus of three years in which no summit took place".
std::optional<FrameReading> LapseReader::FilledBreak(
    const Atom& atom, const PathStep& step) const {
  const std::uint32_t group = GroupOfAtom(s_.parse, atom);
  for (const Clause& clause : s_.parse.clauses) {
    if (clause.kind != Clause::Kind::kRelative || !NothingHappens(clause) ||
        (clause.head != group && clause.head != step.group))
      continue;
    PathStep whole;
    whole.relation = "time";
    whole.group = group;
    return Filled(clause, whole);
  }
  return std::nullopt;
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
  if (next + 1 < s_.parse.groups.groups.size() &&
      s_.Holds(next, lapse_.without) && IsTitle(next + 1))
    return Vacant(OfLapses().length, whole);
  if (next + 1 < s_.parse.groups.groups.size() &&
      s_.Holds(next, lapse_.without) &&
      s_.G(next + 1).kind == GroupKind::kNoun &&
      (s_.words.Of(s_.G(next + 1).lemma).classes &
       (lapse_.series | lapse_.instance)) != 0) {
    // "For the four years without a train he swept the platform": what the
    // clause tells is another thing.
    const bool apart = whole.clause != kNowhere &&
                       s_.parse.clauses[whole.clause].subject != kNowhere &&
                       s_.parse.clauses[whole.clause].subject > group;
    if (apart) whole.clause = kNowhere;
    if (auto told = Make(OfLapses().length, whole, Where::kDocument))
      return told;
    if (auto series = SeriesAt(next + 1))
      return ReadingAt(OfLapses().length, whole,
                       FoundSubject{*std::move(series), next + 1});
    return std::nullopt;
  }
  // "After five years without a ruling"; but "may stay for 30 days without a
  // visa".
  const std::uint32_t told =
      whole.clause == kNowhere ? kNowhere : s_.parse.clauses[whole.clause].verb;
  const bool may = told != kNowhere && (s_.G(told).verb & kUnsure) != 0;
  if (!may && next + 1 < s_.parse.groups.groups.size() &&
      s_.Holds(next, lapse_.without) &&
      s_.G(next + 1).kind == GroupKind::kNoun && !s_.G(next + 1).plural &&
      (s_.Info(s_.G(group).first).features & kDefinite) == 0 &&  // "the years"
      (s_.Info(s_.G(next + 1).first).features & kIndefinite) != 0)
    return OfAny(OfLapses().length, whole, next + 1);
  if (auto since = SinceTheLast(whole)) return since;
  if (auto shut = WhileShut(group, whole)) return shut;
  for (const Clause& clause : s_.parse.clauses) {
    if (clause.kind == Clause::Kind::kRelative && clause.head == group &&
        NothingHappens(clause)) {
      return Filled(clause, whole);
    }
    // "Nine months in which the assembly had no speaker".
    if (clause.kind == Clause::Kind::kRelative && clause.head == group &&
        clause.verb != kNowhere && BringsNone(clause))
      return OfAny(OfLapses().length, whole, NoneOf(clause));
  }
  for (const Clause& clause : s_.parse.clauses) {
    if (clause.verb == kNowhere || clause.mark == kNowhere ||
        clause.mark != group + 1 ||
        (s_.G(clause.mark).features & kTemporal) == 0 ||
        // "62,000 vehicles a day before it was closed".
        (s_.Info(s_.G(clause.mark).first).classes & lapse_.after) == 0)
      continue;
    const ClassSet does = s_.words.Of(s_.G(clause.verb).lemma).classes;
    const bool shuts =
        (does & lapse_.shut) != 0 && (s_.G(clause.verb).verb & kNegated) == 0;
    // "Is in service again, two years after a landslide hit the line".
    const bool hit = clause.subject != kNowhere && clause.parent != kNowhere &&
                     (s_.words.Of(s_.G(clause.subject).lemma).classes &
                      classes_.disaster) != 0 &&
                     s_.parse.clauses[clause.parent].verb != kNowhere &&
                     Returns(s_.parse.clauses[clause.parent]);
    // "After the last aircraft had flown the route".
    const bool last = clause.subject != kNowhere &&
                      (HoldsLast(clause.subject) || SaysLast(clause)) &&
                      (does & (lapse_.perform | lapse_.move)) != 0;
    if (!Stops(clause) && !shuts && !hit && !last && !FallsIdle(clause))
      continue;
    PathStep step;
    step.relation = "before";
    step.group = clause.verb;
    step.verb = true;
    step.lemma = s_.G(clause.verb).lemma;
    step.clause =
        clause.parent == kNowhere ? s_.G(clause.verb).clause : clause.parent;
    return Make(OfLapses().length, step, Where::kClause);
  }
  return std::nullopt;
}

}  // namespace gainsay::internal

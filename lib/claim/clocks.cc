#include "claim/clocks.h"

#include <algorithm>

namespace gainsay::internal {
namespace {

struct ClockFrames {
  Frame began = ConceptFrame("clock/began", "clock_began", "clock_began");
  Frame ended = ConceptFrame("clock/ended", "clock_ended", "clock_ended");
  Frame left = ConceptFrame("clock/left", "clock_departed", "clock_departed");
  Frame came = ConceptFrame("clock/came", "clock_arrived", "clock_arrived");
  Frame alarm = ConceptFrame("clock/alarm", "clock_alarm", "clock_alarm");
  Frame died = ConceptFrame("clock/died", "clock_died", "clock_died");
  Frame act = ConceptFrame("clock/act", "clock_act", "clock_act");
};
const ClockFrames& Frames() {
  static const ClockFrames frames;
  return frames;
}

}  // namespace

ClockWords::ClockWords(const SyntaxIndex& index, const ValueWords& value_words,
                       Interner& interner)
    : values(&value_words),
      onset(index.ClassBit("onset")),
      ending(index.ClassBit("ending")),
      departing(index.ClassBit("departing")),
      arriving(index.ClassBit("arriving")),
      mishap(index.ClassBit("mishap")),
      befall(index.ClassBit("befall")),
      alarm(index.ClassBit("alarm")),
      alarm_raised(index.ClassBit("alarm_raised")),
      timed(index.ClassBit("timed")),
      at(index.ClassBit("clock_at")),
      perform(index.ClassBit("perform")),
      say(index.ClassBit("say")),
      same_past(index.ClassBit("same_past")),
      service(index.ClassBit("service")),
      lasting(index.ClassBit("lasting")),
      range_to(index.ClassBit("range_to")),
      held(index.ClassBit("held")),
      called(index.ClassBit("called")),
      responder(index.ClassBit("responder")),
      by(index.ClassBit("by_whom")),
      deed(index.ClassBit("deed")),
      other_one(index.ClassBit("other_one")),
      moored(index.ClassBit("moored")),
      come_upon(index.ClassBit("come_upon")),
      labour(index.ClassBit("labour")),
      goes_on(index.ClassBit("goes_on")),
      lasts(index.ClassBit("lasts")),
      ruling(index.ClassBit("ruling")),
      pronounced(index.ClassBit("pronounced")),
      once(index.ClassBit("once")),
      downward(index.ClassBit("downward")),
      nautical(index.ClassBit("nautical")),
      opens(index.ClassBit("opens")),
      returning(index.ClassBit("returning")),
      no_labour(index.ClassBit("no_labour")) {
  accident = interner.Intern(index.FirstOf("mishap"));
  walkout = interner.Intern(index.FirstOf("labour"));
  ship = interner.Intern(index.FirstOf("vessel"));
  voyage = interner.Intern(index.FirstOf("voyage"));
}

// Told as a fact of the past.
bool ClockReader::Happened(const Clause& clause) const {
  if (clause.verb == kNowhere || clause.conditional || clause.question)
    return false;
  constexpr std::uint16_t kNoFact = kNotTold | kGerundVerb;
  const Group& verb = s_.G(clause.verb);
  // "An open-ended strike".
  if (verb.first > 0 && s_.text.View(s_.text.tokens[verb.first - 1]) == "-" &&
      s_.text.tokens[verb.first - 1].end == s_.text.tokens[verb.first].begin)
    return false;
  // "A quake hit Qeshm": of one, it would be "hits" if it were not past.
  const bool past =
      (verb.verb & (kPast | kPerfect | kBareParticiple)) != 0 ||
      ((s_.Info(verb.head).classes & words_.same_past) != 0 &&
       clause.subject != kNowhere && !s_.G(clause.subject).plural);
  return (verb.verb & kNoFact) == 0 && past;
}

// "At 4:12", "about 9 pm", not "with 7:42 left", "a 2:05 marathon".
bool ClockReader::HangsByClock(const Atom& atom,
                               const ClockInText& clock) const {
  // "Between 1 a.m. and dawn" is no one time.
  if (atom.first > 0 && (s_.Info(atom.first - 1).features & kAmongWord) != 0)
    return false;
  if (clock.hedged || clock.dated || clock.end) return true;
  const std::uint32_t group = GroupOfAtom(s_.parse, atom);
  const std::uint32_t preposition = s_.G(group).preposition;
  return preposition == kNowhere
             ? s_.parse.groups.groups[group].kind == GroupKind::kValue &&
                   clock.row.kind == ValueKind::kTime &&
                   (s_.Info(atom.first == 0 ? 0 : atom.first - 1).classes &
                    words_.at) != 0
             : (s_.Info(preposition).classes & words_.at) != 0;
}

// "The first call came in at 02:17", "the fire was reported at 3:33", "crews
// were called to the blaze at 9:40".
std::optional<ClockReader::Told> ClockReader::Alarm(const Clause& clause,
                                                    ClassSet verb) const {
  const auto is = [&](std::uint32_t group, ClassSet classes) {
    return group != kNowhere &&
           (s_.words.Of(s_.G(group).lemma).classes & classes) != 0;
  };
  const bool passive = (s_.G(clause.verb).verb & kPassive) != 0;
  const std::uint32_t patient = s_.parse.Patient(clause);
  // "A call" may be another than the first one.
  const bool call = (verb & words_.alarm_raised) != 0 &&
                    is(clause.subject, words_.alarm) &&
                    (s_.G(clause.subject).features & kIndefinite) == 0;
  const bool called =
      passive && (verb & words_.called) != 0 && is(patient, words_.responder);
  // "The driver raised the alarm".
  const bool raised = !passive && (verb & words_.alarm_raised) != 0 &&
                      is(clause.object, words_.alarm) &&
                      (s_.G(clause.object).features & kDefinite) != 0;
  if (call || called || raised) {
    std::optional<Entity> event = DocumentsEvent();
    if (!event) return std::nullopt;
    Told told{&Frames().alarm, {*std::move(event), clause.subject}};
    // The police are called later than the firefighters.
    if (called) told.act = s_.words.interner().View(s_.G(patient).lemma);
    return told;
  }
  if (!passive || (verb & words_.say) == 0) return std::nullopt;
  std::optional<Entity> event = EventAt(patient, false);
  if (!event) return std::nullopt;
  return Told{&Frames().alarm, {*std::move(event), patient}};
}

// What is done to a person once in a day: arrests, sentences, releases.
std::optional<ClockReader::Told> ClockReader::Act(const Clause& clause) const {
  constexpr std::string_view kActs[] = {
      "arrested_on",  "charged_on", "convicted_on", "sentenced_on",
      "acquitted_on", "freed",      "resigned"};
  const std::string_view lemma =
      s_.words.interner().View(s_.G(clause.verb).lemma);
  for (const EventRow& row : s_.words.index().tables().events) {
    if (std::ranges::find(kActs, row.on_date) == std::end(kActs)) continue;
    bool listed = false;
    ForEachWord(row.verbs, ' ', [&](std::string_view verb) {
      listed = listed || verb == lemma;
    });
    if (!listed) continue;
    const bool agent = row.subject == "agent";
    std::optional<FoundSubject> person =
        Person(agent ? clause.subject : s_.parse.Patient(clause));
    if (!person) return std::nullopt;
    return Told{&Frames().act, *std::move(person), true, std::string(row.name)};
  }
  return std::nullopt;
}

// A run of a ship, a train, a flight; "flight 412" and "the 7:40 train" are
// told apart by their numbers.
std::optional<ClockReader::Told> ClockReader::Run(const Frame& frame,
                                                  const Clause& clause) const {
  std::optional<FoundSubject> carrier = Carrier(clause);
  if (!carrier) return std::nullopt;
  const Group& g = s_.G(carrier->group);
  std::string number;
  for (const Atom& atom : s_.atoms) {
    if (atom.first < g.first || atom.first > g.last ||
        atom.kind == Atom::Kind::kOrdinal || atom.id == kNowhere)
      continue;
    if (atom.first == g.last &&
        s_.text.tokens[atom.first].shape != TokenShape::kNumber)
      continue;
    for (std::uint32_t t = atom.first; t < atom.last; ++t)
      number += s_.text.View(s_.text.tokens[t]);
  }
  // "The first bus", "the last bus".
  const ClassSet last = s_.words.index().ClassBit("told_last");
  for (std::uint32_t t = g.first; t < g.head; ++t) {
    const bool ordinal = std::ranges::any_of(s_.atoms, [&](const Atom& atom) {
      return atom.kind == Atom::Kind::kOrdinal && atom.first <= t &&
             t < atom.last;
    });
    if (ordinal || (s_.Info(t).classes & last) != 0)
      number += s_.text.View(s_.text.tokens[t]);
  }
  return Told{&frame, *std::move(carrier), true, std::move(number)};
}

std::optional<ClockReader::Told> ClockReader::OfVerb(std::uint32_t index,
                                                     ClassSet verb) const {
  const Clause& clause = s_.parse.clauses[index];
  const auto told = [&](const Frame& frame,
                        std::optional<FoundSubject> subject) {
    std::optional<Told> out;
    if (!subject) return out;
    // What begins or ends is a strike of workers, no attack.
    if ((verb & words_.goes_on) != 0 &&
        (subject->entity.classes & words_.labour) != 0 &&
        !s_.Holds(subject->group, words_.no_labour)) {
      subject->entity.head = words_.walkout;
      subject->entity.classes = s_.words.Of(words_.walkout).classes;
    }
    // A hearing begins again on the next day, a fire does not.
    const bool once =
        (subject->entity.classes & (classes_.disaster | words_.once)) != 0;
    const bool of_day = &frame != &Frames().died && !once;
    out = Told{&frame, *std::move(subject), of_day, {}};
    return out;
  };
  const bool passive = (s_.G(clause.verb).verb & kPassive) != 0;
  if (auto happening = told(Frames().began, AsNoun(clause))) return happening;
  if (StruckCarrier(clause)) return told(Frames().began, Mishap(clause));
  if ((verb & words_.pronounced) != 0) {
    if (auto ruling = told(Frames().began, Ruling(clause))) return ruling;
  }
  if ((verb & words_.come_upon) != 0) {
    std::optional<Entity> event = EventAt(clause.subject, false);
    if (event && (event->classes & classes_.disaster) != 0)
      return told(Frames().began,
                  FoundSubject{*std::move(event), clause.subject});
  }
  const bool held = (passive && (verb & words_.held) != 0) ||
                    (clause.object == kNowhere && (verb & words_.opens) != 0);
  if (held || (verb & (words_.onset | words_.perform)) != 0) {
    if (auto began =
            told(Frames().began, Event(clause, (verb & words_.onset) != 0)))
      return began;
  }
  if (auto mishap = told(Frames().began, Mishap(clause))) return mishap;
  if ((verb & words_.deed) != 0) return told(Frames().began, Deed(clause));
  if ((verb & words_.ending) != 0)
    return told(Frames().ended, Event(clause, false));
  if ((verb & words_.timed) != 0) {
    const std::uint32_t group = s_.parse.Patient(clause);
    std::optional<Entity> event = EventAt(group, true);
    if (event && (event->classes & classes_.disaster) != 0)
      return Told{&Frames().began, {*std::move(event), group}};
  }
  if ((verb & classes_.die) != 0)
    return told(Frames().died, Person(clause.subject));
  if (!passive && (verb & words_.departing) != 0)
    return Run(Frames().left, clause);
  if ((verb & (passive ? words_.moored : words_.arriving)) != 0)
    return Run(Frames().came, clause);
  return Act(clause);
}

std::optional<ClockReader::Told> ClockReader::OfClause(
    std::uint32_t index) const {
  if (index == kNowhere) return std::nullopt;
  const Clause& clause = s_.parse.clauses[index];
  if (!Happened(clause)) return std::nullopt;
  const ClassSet verb = s_.words.Of(s_.G(clause.verb).lemma).classes;
  if (auto alarm = Alarm(clause, verb)) return alarm;
  return OfVerb(index, verb);
}

// "An explosion at 4:12 a.m. killed two", "killed in an explosion at 4:12",
// "the 4:12 a.m. quake"; not "arrived at the fire at 4:12", "left the match
// at".
std::optional<ClockReader::Told> ClockReader::OfNoun(
    const PathStep& step) const {
  const Group& g = s_.G(step.group);
  const bool inside = step.relation == "mod";
  const bool in = g.role == GroupRole::kPrepositional &&
                  g.preposition != kNowhere &&
                  s_.Info(g.preposition).features == kPlaceWord &&
                  (s_.Info(g.preposition).classes & words_.at) == 0;
  if (!inside && !in && g.role != GroupRole::kSubject) return std::nullopt;
  if (step.clause != kNowhere) {
    const Clause& clause = s_.parse.clauses[step.clause];
    if (clause.verb != kNowhere && !Happened(clause)) return std::nullopt;
  }
  std::optional<Entity> event = EventAt(step.group, false);
  if (!event || (event->classes & classes_.disaster) == 0) return std::nullopt;
  return Told{&Frames().began, {*std::move(event), step.group}};
}

FrameReading ClockReader::Make(Told told, const PathStep& step,
                               const Atom& atom) const {
  FrameReading reading = ReadingAt(*told.frame, step, std::move(told.subject));
  reading.scope = told.act;
  if (!told.of_day) return reading;
  const DayInterval day = DayOfClock(atom);
  if (day.lo <= kMinusInfinity || day.lo != day.hi) reading.frame = nullptr;
  if (!reading.scope.empty()) reading.scope += ' ';
  reading.scope += "on " + FormatDay(day.lo);
  return reading;
}

// "It was ten past two when the vote was taken": of what the other clause
// tells.
std::optional<FrameReading> ClockReader::WhenClause(const Atom& atom) const {
  const std::uint32_t group = GroupOfAtom(s_.parse, atom);
  const std::uint32_t index = s_.G(group).clause;
  if (index == kNowhere) return std::nullopt;
  const Clause& is = s_.parse.clauses[index];
  if (is.verb == kNowhere || is.subject == kNowhere ||
      (s_.G(is.verb).verb & kCopula) == 0 ||
      (s_.Info(s_.G(is.subject).head).features & kThing) == 0)
    return std::nullopt;
  for (std::uint32_t i = 0; i < s_.parse.clauses.size(); ++i) {
    const Clause& when = s_.parse.clauses[i];
    if (when.mark == kNowhere ||
        (s_.Info(s_.G(when.mark).first).features & kWhenWord) == 0)
      continue;
    std::optional<Told> told = OfClause(i);
    if (!told) continue;
    return Make(*std::move(told),
                {"when", s_.G(when.verb).lemma, 0, when.verb, true, i}, atom);
  }
  return std::nullopt;
}

std::optional<FrameReading> ClockReader::Reading(
    const Atom& atom, const ValuePaths& paths, const ClockInText& clock) const {
  // "Began at 7 a.m., when the night shift ended": its own clause first.
  const std::uint32_t own = s_.G(GroupOfAtom(s_.parse, atom)).clause;
  for (const bool of_own : {true, false}) {
    for (const ValuePath& path : paths) {
      const PathStep& step = path.steps[0];
      const bool inside = step.relation == "mod";
      if ((step.clause == own) != of_own ||
          (!inside && !HangsByClock(atom, clock)) || (clock.bare && !step.verb))
        continue;
      std::optional<Told> told =
          step.verb ? OfClause(step.clause) : OfNoun(step);
      if (told) return Make(*std::move(told), step, atom);
    }
  }
  return WhenClause(atom);
}

// "At 4.15 on Sunday morning": the morning tells no more than the clock.
bool ClockReader::IsPartOfDay(const Atom& atom,
                              const ClockInText& clock) const {
  if (clock.row.number == clock.row.number_max || clock.hedged) return false;
  const std::uint32_t own = s_.G(GroupOfAtom(s_.parse, atom)).clause;
  return std::ranges::any_of(s_.atoms, [&](const Atom& other) {
    const std::uint32_t group = GroupOfAtom(s_.parse, other);
    if (other.last >= atom.first || group == kNowhere ||
        s_.G(group).clause != own ||
        (other.kind != Atom::Kind::kDate && other.kind != Atom::Kind::kNumber))
      return false;
    const std::optional<ClockInText> told =
        ReadClock(s_, other, mentions_, *words_.values);
    return told && told->row.number == told->row.number_max &&
           HangsByClock(other, *told);
  });
}

ClockReader::Readings ClockReader::Read(const Atom& atom,
                                        const ValuePaths& paths) const {
  Readings out;
  if ((atom.kind != Atom::Kind::kDate && atom.kind != Atom::Kind::kNumber) ||
      GroupOfAtom(s_.parse, atom) == kNowhere)
    return out;
  const std::optional<ClockInText> clock =
      ReadClock(s_, atom, mentions_, *words_.values);
  if (!clock || IsPartOfDay(atom, *clock)) return out;
  out.dated = clock->dated;
  std::optional<FrameReading> reading = Reading(atom, paths, *clock);
  // Both ends only of what goes on between them.
  if (!reading || reading->frame == nullptr ||
      (clock->end && reading->frame != &Frames().began))
    return out;
  reading->value = clock->row;
  out.list.push_back(*std::move(reading));
  if (!clock->end) return out;
  FrameReading end = out.list.front();
  end.frame = &Frames().ended;
  end.value = clock->end;
  out.list.push_back(std::move(end));
  return out;
}

}  // namespace gainsay::internal

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
      range_to(index.ClassBit("range_to")) {
  // The first noun of the class stands for all of it.
  for (const WordClassRow& row : index.tables().classes) {
    if (row.name == "mishap")
      accident = interner.Intern(row.lemmas.substr(0, row.lemmas.find(' ')));
  }
}

// Told as a fact of the past.
bool ClockReader::Happened(const Clause& clause) const {
  if (clause.verb == kNowhere || clause.conditional || clause.question)
    return false;
  constexpr std::uint16_t kNotTold = kNegated | kPlannedVerb | kFuture |
                                     kUnsure | kDeniedVerb | kToVerb |
                                     kGerundVerb;
  const Group& verb = s_.G(clause.verb);
  // "A quake hit Qeshm": of one, it would be "hits" if it were not past.
  const bool past =
      (verb.verb & (kPast | kPerfect | kBareParticiple)) != 0 ||
      ((s_.Info(verb.last - 1).classes & words_.same_past) != 0 &&
       clause.subject != kNowhere && !s_.G(clause.subject).plural);
  return (verb.verb & kNotTold) == 0 && past;
}

// "At 4:12", "about 9 pm", not "with 7:42 left", "a 2:05 marathon".
bool ClockReader::HangsByClock(const Atom& atom,
                               const ClockInText& clock) const {
  if (clock.hedged || clock.dated || clock.end) return true;
  const std::uint32_t group = GroupOfAtom(s_.parse, atom);
  if (group == kNowhere) return false;
  const std::uint32_t preposition = s_.G(group).preposition;
  return preposition == kNowhere
             ? s_.parse.groups.groups[group].kind == GroupKind::kValue &&
                   clock.row.kind == ValueKind::kTime &&
                   (s_.Info(atom.first == 0 ? 0 : atom.first - 1).classes &
                    words_.at) != 0
             : (s_.Info(preposition).classes & words_.at) != 0;
}

// All mishaps of things go by one word: what one document calls a collision the
// other calls the crash.
Entity ClockReader::AsAccident(Entity entity) const {
  entity.head = words_.accident;
  entity.classes = s_.words.Of(entity.head).classes | classes_.disaster;
  entity.kind = Entity::Kind::kEvent;
  entity.modifiers.clear();
  entity.name = {};
  return entity;
}

// The event that a group names. `any`: also one that is no event elsewhere,
// "the impact".
std::optional<Entity> ClockReader::EventAt(std::uint32_t group,
                                           bool any) const {
  if (group == kNowhere || s_.G(group).kind != GroupKind::kNoun)
    return std::nullopt;
  std::optional<Entity> entity = ReadEntity(s_, group, classes_);
  if (!entity || entity->kind == Entity::Kind::kPerson ||
      entity->kind == Entity::Kind::kSeries || entity->plural ||
      entity->similar)
    return std::nullopt;
  // "The train", "the gunman": what news tells of with it, no event.
  const ClassSet things =
      classes_.vessel | classes_.vehicle | classes_.people | words_.service;
  if ((entity->classes & things) != 0) return std::nullopt;
  const bool event = (entity->classes & classes_.events()) != 0;
  const bool mishap =
      (entity->classes & words_.mishap) != 0 && !entity->name.valid();
  if (!event && !(any && mishap && entity->definite)) return std::nullopt;
  discourse_.Resolve(*entity);
  return mishap ? AsAccident(*std::move(entity)) : entity;
}

// What began or ended: who or what the clause names as an event; "it" of what
// happened is the document's.
std::optional<FoundSubject> ClockReader::Event(const Clause& clause,
                                               bool happens) const {
  for (const std::uint32_t group : {s_.parse.Agent(clause), clause.subject,
                                    s_.parse.Patient(clause), clause.head}) {
    if (std::optional<Entity> entity = EventAt(group, false))
      return FoundSubject{*std::move(entity), group};
  }
  const std::uint32_t subject = clause.subject;
  if (subject == kNowhere || !happens ||
      (s_.Info(s_.G(subject).head).features & kThing) == 0)
    return std::nullopt;
  std::optional<Entity> event =
      discourse_.Pronoun(s_, subject, [&](const Entity& e) {
        return (e.classes & classes_.events()) != 0 &&
               e.kind != Entity::Kind::kSeries && !e.plural;
      });
  const bool found = event && (event->classes & classes_.events()) != 0 &&
                     event->kind != Entity::Kind::kSeries;
  if (!found) event = discourse_.EventOf(s_);
  if (!event || event->plural) return std::nullopt;
  if ((event->classes & (words_.mishap | classes_.accident)) != 0)
    event = AsAccident(*std::move(event));
  return FoundSubject{*std::move(event), subject};
}

// "The ferry struck the dock", "the roof fell": of a thing that somebody made.
std::optional<FoundSubject> ClockReader::Mishap(const Clause& clause) const {
  const Group& verb = s_.G(clause.verb);
  const ClassSet of = s_.words.Of(verb.lemma).classes;
  if ((of & words_.befall) == 0) return std::nullopt;
  const bool passive = (verb.verb & kPassive) != 0;
  const std::uint32_t group =
      passive ? s_.parse.Patient(clause) : clause.subject;
  if (group == kNowhere || s_.G(group).kind != GroupKind::kNoun)
    return std::nullopt;
  std::optional<Entity> thing = ReadEntity(s_, group, classes_);
  if (!thing || thing->plural || thing->kind == Entity::Kind::kPerson)
    return std::nullopt;
  discourse_.Resolve(*thing);
  const ClassSet made = classes_.vessel | classes_.vehicle |
                        classes_.structure | classes_.building;
  const bool artifact =
      (thing->classes & made) != 0 ||
      (!thing->name.valid() &&
       s_.words.Of(s_.G(group).lemma).noun_file == kArtifactFile);
  if (!artifact) return std::nullopt;
  Entity event = AsAccident(*thing);
  event.definite = true;
  event.span = {s_.text.tokens[verb.first].begin,
                s_.text.tokens[verb.last - 1].end};
  if (thing->name.valid()) event.participants.push_back(thing->name);
  return FoundSubject{std::move(event), group};
}

// "The first train", "flight 412": one of a day.
std::optional<FoundSubject> ClockReader::Carrier(const Clause& clause) const {
  const std::uint32_t group = clause.subject;
  if (group == kNowhere || s_.G(group).kind != GroupKind::kNoun)
    return std::nullopt;
  std::optional<Entity> thing = ReadEntity(s_, group, classes_);
  if (!thing || thing->plural || (!thing->definite && !thing->name.valid()))
    return std::nullopt;
  discourse_.Resolve(*thing);
  if ((thing->classes &
       (classes_.vessel | classes_.vehicle | words_.service)) == 0)
    return std::nullopt;
  return FoundSubject{*std::move(thing), group};
}

std::optional<FoundSubject> ClockReader::Dead(const Clause& clause) const {
  const std::uint32_t group = clause.subject;
  if (group == kNowhere || s_.G(group).kind != GroupKind::kNoun)
    return std::nullopt;
  std::optional<Entity> person =
      s_.Info(s_.G(group).head).first == Tag::kPronoun
          ? discourse_.Pronoun(s_, group)
          : ReadEntity(s_, group, classes_);
  if (!person) return std::nullopt;
  discourse_.Resolve(*person);
  if (person->kind != Entity::Kind::kPerson || !person->name.valid() ||
      person->plural)
    return std::nullopt;
  return FoundSubject{*std::move(person), group};
}

std::optional<ClockReader::Told> ClockReader::OfVerb(std::uint32_t index,
                                                     ClassSet verb,
                                                     bool dated) const {
  const Clause& clause = s_.parse.clauses[index];
  const auto told =
      [](const Frame& frame,
         std::optional<FoundSubject> subject) -> std::optional<Told> {
    if (!subject) return std::nullopt;
    return Told{&frame, *std::move(subject)};
  };
  if ((verb & (words_.onset | words_.perform)) != 0) {
    if (auto began =
            told(Frames().began, Event(clause, (verb & words_.onset) != 0)))
      return began;
  }
  if (auto mishap = told(Frames().began, Mishap(clause))) return mishap;
  if ((verb & words_.ending) != 0)
    return told(Frames().ended, Event(clause, false));
  if ((verb & words_.timed) != 0) {
    const std::uint32_t group = s_.parse.Patient(clause);
    std::optional<Entity> event = EventAt(group, true);
    if (event && (event->classes & classes_.disaster) != 0)
      return Told{&Frames().began, {*std::move(event), group}};
  }
  if ((verb & classes_.die) != 0) return told(Frames().died, Dead(clause));
  if (!dated) return std::nullopt;
  if ((verb & words_.departing) != 0)
    return told(Frames().left, Carrier(clause));
  if ((verb & words_.arriving) != 0)
    return told(Frames().came, Carrier(clause));
  return std::nullopt;
}

std::optional<ClockReader::Told> ClockReader::OfClause(std::uint32_t index,
                                                       bool dated) const {
  if (index == kNowhere) return std::nullopt;
  const Clause& clause = s_.parse.clauses[index];
  if (!Happened(clause)) return std::nullopt;
  const ClassSet verb = s_.words.Of(s_.G(clause.verb).lemma).classes;
  // "The first call came in at 02:17", "the fire was reported at".
  const std::uint32_t subject = clause.subject;
  const bool call =
      subject != kNowhere && (verb & words_.alarm_raised) != 0 &&
      (s_.words.Of(s_.G(subject).lemma).classes & words_.alarm) != 0;
  const bool reported =
      (verb & words_.say) != 0 && (s_.G(clause.verb).verb & kPassive) != 0;
  if (call) {
    std::optional<Entity> event = discourse_.EventOf(s_);
    if (!event || event->plural) return std::nullopt;
    if ((event->classes & (words_.mishap | classes_.accident)) != 0)
      event = AsAccident(*std::move(event));
    return Told{&Frames().alarm, {*std::move(event), subject}};
  }
  if (reported) {
    const std::uint32_t group = s_.parse.Patient(clause);
    std::optional<Entity> event = EventAt(group, false);
    if (!event) return std::nullopt;
    return Told{&Frames().alarm, {*std::move(event), group}};
  }
  return OfVerb(index, verb, dated);
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

// "It was ten past two when the vote was taken": of what the other clause
// tells.
std::optional<FrameReading> ClockReader::WhenClause(const Atom& atom,
                                                    bool dated) const {
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
    std::optional<Told> told = OfClause(i, dated);
    if (!told) continue;
    FrameReading reading{told->frame, {}, std::move(told->subject), {}};
    reading.path.steps[0] = {"when", s_.G(when.verb).lemma, 0, when.verb, true,
                             i};
    reading.path.size = 1;
    return reading;
  }
  return std::nullopt;
}

std::optional<FrameReading> ClockReader::Reading(
    const Atom& atom, const ValuePaths& paths, const ClockInText& clock) const {
  for (const ValuePath& path : paths) {
    const PathStep& step = path.steps[0];
    const bool inside = step.relation == "mod";
    if (!inside && !HangsByClock(atom, clock)) continue;
    std::optional<Told> told =
        step.verb ? OfClause(step.clause, clock.dated) : OfNoun(step);
    if (!told) continue;
    FrameReading reading{told->frame, {}, std::move(told->subject), {}};
    reading.path.steps[0] = step;
    reading.path.size = 1;
    return reading;
  }
  return WhenClause(atom, clock.dated);
}

ClockReader::Readings ClockReader::Read(const Atom& atom,
                                        const ValuePaths& paths) const {
  Readings out;
  if (atom.kind != Atom::Kind::kDate || GroupOfAtom(s_.parse, atom) == kNowhere)
    return out;
  const std::optional<ClockInText> clock =
      ReadClock(s_, atom, mentions_, *words_.values);
  if (!clock) return out;
  out.dated = clock->dated;
  std::optional<FrameReading> reading = Reading(atom, paths, *clock);
  // Both ends only of what goes on between them.
  if (!reading || (clock->end && reading->frame != &Frames().began)) return out;
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

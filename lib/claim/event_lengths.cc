#include "claim/event_lengths.h"

#include <algorithm>
#include <utility>

namespace gainsay::internal {
namespace {

struct LengthFrames {
  Frame length = ConceptFrame("length/event", "state_length", "");
  Frame to_date = ConceptFrame("length/so-far", "state_length_to_date", "");
  Frame end = ConceptFrame("length/at-its-end", "state_end", "");
  Frame custody = ConceptFrame("length/custody", "custody_length", "");
};
const LengthFrames& Frames() {
  static const LengthFrames frames;
  return frames;
}

bool Lists(std::string_view list, std::string_view word) {
  bool found = false;
  ForEachWord(list, ' ',
              [&](std::string_view one) { found = found || one == word; });
  return found;
}

}  // namespace

EventLengthClasses::EventLengthClasses(const SyntaxIndex& index)
    : lasts(index.ClassBit("lasts")),
      lasting(index.ClassBit("lasting")),
      take(index.ClassBit("take")),
      spend(index.ClassBit("spend")),
      labour(index.ClassBit("labour")),
      captive(index.ClassBit("captive")),
      after(index.ClassBit("after_it")),
      other_one(index.ClassBit("other_one")),
      crew(index.ClassBit("aboard_people") | index.ClassBit("captives")),
      no_labour(index.ClassBit("no_labour")),
      for_time(index.ClassBit("for_time")),
      close_of(index.ClassBit("close_of")),
      ends(index.ClassBit("ending")),
      walkout(index.FirstOf("labour")) {}

// The verb that a value follows, adverbs and a preposition aside.
std::uint32_t EventLengthReader::VerbBefore(std::uint32_t group) const {
  for (std::uint32_t i = group; i-- > 0;) {
    const GroupKind kind = s_.G(i).kind;
    if (kind == GroupKind::kVerb) return i;
    // "Ended on Friday after".
    const bool day =
        kind == GroupKind::kValue && s_.G(i).preposition != kNowhere;
    if (!day && kind != GroupKind::kAdverb && kind != GroupKind::kPreposition)
      return kNowhere;
  }
  return kNowhere;
}

// Whether a group stands in what is told as a fact.
bool EventLengthReader::Told(std::uint32_t group) const {
  const std::uint32_t index = s_.G(group).clause;
  if (index == kNowhere) return true;
  const Clause& clause = s_.parse.clauses[index];
  return !clause.conditional && !clause.question &&
         clause.kind != Clause::Kind::kInfinitive &&
         (clause.verb == kNowhere || (s_.G(clause.verb).verb & kNotTold) == 0);
}

// The one event of what lasts that a noun group names.
std::optional<FoundSubject> EventLengthReader::EventAt(
    std::uint32_t group) const {
  if (group == kNowhere || s_.G(group).kind != GroupKind::kNoun ||
      (s_.words.Of(s_.G(group).lemma).classes & words_.lasts) == 0 ||
      s_.Holds(group, words_.other_one))
    return std::nullopt;
  std::optional<Entity> entity = ReadEntity(s_, group, classes_);
  if (!entity || entity->plural || entity->similar || entity->ordinal != 0 ||
      s_.G(group).plural)
    return std::nullopt;
  discourse_.Resolve(*entity);
  entity->kind = Entity::Kind::kEvent;
  if ((entity->classes & words_.labour) != 0 &&
      !s_.Holds(group, words_.no_labour)) {
    entity->head = s_.words.interner().Intern(words_.walkout);
    entity->classes = s_.words.Of(entity->head).classes;
  }
  return FoundSubject{*std::move(entity), group};
}

// "The trial lasted six weeks", "a strike lasting 19 days", "the voyage took 64
// days".
std::optional<FrameReading> EventLengthReader::OfVerb(
    std::uint32_t value) const {
  const std::uint32_t verb = VerbBefore(value);
  const std::uint32_t preposition = s_.G(value).preposition;
  // "Continued after three weeks" says when.
  if (verb == kNowhere || !Told(verb)) return std::nullopt;
  const ClassSet of = s_.words.Of(s_.G(verb).lemma).classes;
  // "The strike ended on Friday after 26 days".
  const bool ended = preposition != kNowhere && (of & words_.ends) != 0 &&
                     (s_.Info(preposition).classes & words_.after) != 0;
  if (!ended && preposition != kNowhere &&
      (s_.Info(preposition).classes & words_.for_time) == 0)
    return std::nullopt;
  if (!ended && ((of & (words_.lasting | words_.take)) == 0 ||
                 (s_.G(verb).verb & kPassive) != 0))
    return std::nullopt;
  const std::uint32_t index = s_.G(verb).clause;
  if (index == kNowhere) return std::nullopt;
  const Clause& clause = s_.parse.clauses[index];
  std::optional<FoundSubject> event = EventAt(clause.subject);
  if (!event) event = EventAt(clause.head);
  if (!event) return std::nullopt;
  // "Has lasted three weeks" is not over.
  const std::uint16_t told = s_.G(verb).verb;
  const bool so_far = (told & kPerfect) != 0 && (told & kPast) == 0;
  return ReadingAt(so_far ? Frames().to_date : Frames().length,
                   StepTo("obj", verb, index), *std::move(event));
}

// "A voyage of 64 days", "after the 64-day voyage".
std::optional<FrameReading> EventLengthReader::OfNoun(
    const Atom& atom, std::uint32_t value) const {
  const Group& g = s_.G(value);
  if (!Told(value)) return std::nullopt;
  if (g.kind == GroupKind::kNoun) {
    const bool known = (g.features & kDefinite) != 0 ||
                       (g.preposition != kNowhere &&
                        (s_.Info(g.preposition).classes & words_.after) != 0);
    if (!known || atom.last > g.head) return std::nullopt;
    std::optional<FoundSubject> event = EventAt(value);
    // "The two-day meeting" is how long it was meant to be.
    if (!event || (event->entity.classes & classes_.meeting) != 0)
      return std::nullopt;
    return ReadingAt(Frames().length, StepTo("mod", value, g.clause),
                     *std::move(event));
  }
  if (value < 2 || g.kind != GroupKind::kValue || g.preposition == kNowhere ||
      (s_.Info(g.preposition).features & kOfWord) == 0)
    return std::nullopt;
  std::optional<FoundSubject> event = EventAt(value - 2);
  if (!event) return std::nullopt;
  return ReadingAt(Frames().length, StepTo("of", value - 2, g.clause),
                   *std::move(event));
}

// "After 19 days on strike", "spent 64 days at sea".
std::optional<FrameReading> EventLengthReader::OfState(
    std::uint32_t value) const {
  const std::uint32_t noun = value + 2;
  if (noun >= s_.parse.groups.groups.size() || !Told(value) ||
      s_.G(noun).kind != GroupKind::kNoun ||
      s_.G(noun).preposition == kNowhere || s_.G(noun).head != s_.G(noun).first)
    return std::nullopt;
  Interner& strings = s_.words.interner();
  const std::string_view state = strings.View(s_.G(noun).lemma),
                         in = strings.View(
                             s_.text.tokens[s_.G(noun).preposition].folded);
  for (const HappeningRow& row : s_.words.index().tables().states) {
    if (!Lists(row.things, state) || !Lists(row.verbs, in)) continue;
    const std::uint32_t verb = VerbBefore(value);
    const bool whole =
        (s_.G(value).preposition != kNowhere &&
         (s_.Info(s_.G(value).preposition).classes & words_.after) != 0) ||
        (value > 0 && s_.Holds(value - 1, words_.spend)) ||
        (verb != kNowhere &&
         (s_.words.Of(s_.G(verb).lemma).classes & words_.spend) != 0);
    if (!whole) return std::nullopt;
    const PathStep step = StepTo("amount", noun, s_.G(value).clause);
    if (row.event.empty()) {
      std::optional<FoundSubject> who = Captives(value);
      if (!who) return std::nullopt;
      return ReadingAt(Frames().custody, step, *std::move(who));
    }
    return ReadingAt(
        Frames().length, step,
        FoundSubject{UnnamedEvent(s_, strings.Intern(row.event), value, noun),
                     noun});
  }
  return std::nullopt;
}

// A person with a name, or the people of a story: the crew, the hostages.
std::optional<FoundSubject> EventLengthReader::CaptivesAt(
    std::uint32_t group) const {
  if (group == kNowhere || s_.G(group).kind != GroupKind::kNoun ||
      s_.Holds(group, words_.other_one))
    return std::nullopt;
  std::optional<Entity> entity = NounOrPronoun(s_, group, discourse_, classes_);
  if (!entity) return std::nullopt;
  if (entity->kind == Entity::Kind::kPerson)
    return entity->name.valid() && !entity->plural
               ? std::optional(FoundSubject{*std::move(entity), group})
               : std::nullopt;
  // "The eleven crew members" are the crew.
  const Group& g = s_.G(group);
  for (std::uint32_t t = g.first; t <= g.head; ++t) {
    const StringId noun = t == g.head ? g.lemma : s_.Info(t).noun;
    if (!noun.valid() || (s_.words.Of(noun).classes & words_.crew) == 0)
      continue;
    Entity people;
    people.kind = Entity::Kind::kThing;
    people.head = noun;
    people.classes = s_.words.Of(noun).classes;
    people.definite = true;
    people.sentence = s_.index;
    people.span = entity->span;
    return FoundSubject{std::move(people), group};
  }
  return std::nullopt;
}

// Who was in it: the patient or agent of the clause, of an embedded one that of
// the clause before.
std::optional<FoundSubject> EventLengthReader::Captives(
    std::uint32_t value) const {
  std::uint32_t index = s_.G(value).clause;
  for (int up = 0; index != kNowhere && up < 2; ++up) {
    const Clause& clause = s_.parse.clauses[index];
    for (const std::uint32_t group :
         {clause.subject, s_.parse.Patient(clause), clause.head}) {
      if (auto who = CaptivesAt(group)) return who;
    }
    if (index == 0 || clause.subject != kNowhere) break;
    --index;
  }
  return std::nullopt;
}

// "After being held for 16 days", "was detained for nine days".
std::optional<FrameReading> EventLengthReader::OfCaptives(
    std::uint32_t value) const {
  const std::uint32_t verb = VerbBefore(value);
  if (verb == kNowhere || !Told(verb) || s_.G(value).preposition == kNowhere ||
      (s_.Info(s_.G(value).preposition).classes & words_.for_time) == 0 ||
      (s_.G(verb).verb & kPassive) == 0 ||
      (s_.words.Of(s_.G(verb).lemma).classes & words_.captive) == 0)
    return std::nullopt;
  // "Has been held for nine days" is not over.
  const std::uint16_t told = s_.G(verb).verb;
  if ((told & kPerfect) != 0 && (told & kPast) == 0 && (told & kFinite) != 0)
    return std::nullopt;
  std::optional<FoundSubject> who = Captives(value);
  if (!who) return std::nullopt;
  return ReadingAt(Frames().custody, StepTo("for", verb, s_.G(value).clause),
                   *std::move(who));
}

std::optional<FrameReading> EventLengthReader::End(const Atom& date) const {
  const std::uint32_t value = GroupOfAtom(s_.parse, date);
  if (date.kind != Atom::Kind::kDate || value == kNowhere ||
      s_.G(value).kind != GroupKind::kValue || s_.G(value).clause == kNowhere ||
      !Told(value))
    return std::nullopt;
  const Clause& clause = s_.parse.clauses[s_.G(value).clause];
  if (clause.verb == kNowhere || (s_.G(clause.verb).verb & kPast) == 0)
    return std::nullopt;
  // "At the end of a nine-week trial".
  constexpr std::uint32_t kNoun = 2;  // behind its preposition
  for (std::uint32_t i = 1; i + kNoun < s_.parse.groups.groups.size(); ++i) {
    const Group &end = s_.G(i), &what = s_.G(i + kNoun);
    if (end.kind != GroupKind::kNoun || end.preposition == kNowhere ||
        end.clause != s_.G(value).clause ||
        (s_.words.Of(end.lemma).classes & words_.close_of) == 0 ||
        (end.features & kDefinite) == 0 || end.head > end.first + 1 ||
        what.kind != GroupKind::kNoun || what.preposition == kNowhere ||
        (s_.Info(what.preposition).features & kOfWord) == 0)
      continue;
    const bool lasted = std::ranges::any_of(s_.atoms, [&](const Atom& atom) {
      return atom.kind == Atom::Kind::kDuration && atom.first >= what.first &&
             atom.last <= what.head;
    });
    std::optional<FoundSubject> event = EventAt(i + kNoun);
    if (lasted && event && (event->entity.classes & classes_.meeting) == 0)
      return ReadingAt(Frames().end, StepTo("on", i + kNoun, end.clause),
                       *std::move(event));
  }
  return std::nullopt;
}

std::optional<FrameReading> EventLengthReader::Read(const Atom& atom) const {
  const std::uint32_t value = GroupOfAtom(s_.parse, atom);
  if (atom.kind != Atom::Kind::kDuration || value == kNowhere)
    return std::nullopt;
  if (auto of_verb = OfVerb(value)) return of_verb;
  if (auto of_noun = OfNoun(atom, value)) return of_noun;
  if (auto of_state = OfState(value)) return of_state;
  return OfCaptives(value);
}

}  // namespace gainsay::internal

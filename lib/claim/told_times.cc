#include "claim/told_times.h"

#include <algorithm>
#include <utility>

#include "claim/values.h"
#include "resolve/attach.h"

namespace gainsay::internal {
namespace {

constexpr Day kYear = 366;  // what is told by more is no date of an event

// Relations of a time to what happened at it.
constexpr std::string_view kWhen[] = {"on", "in", "at", "time"};

}  // namespace

bool ToldTimeReader::SetClock(const Atom& atom, ToldTime& told,
                              bool& hangs) const {
  const std::optional<ClockInText> clock =
      ReadClock(s_, atom, mentions_, *words_.values);
  // A part of the day, a range: of no one minute.
  if (!clock || clock->end || clock->row.number != clock->row.number_max)
    return false;
  // "By 6 p.m.", "as of 6 p.m.": what is so then may have been so before.
  const Modifier bound = clock->row.modifier;
  if (bound == Modifier::kOnOrBefore ||
      (atom.first > 1 &&
       (s_.Info(atom.first - 2).classes & Class("told_as")) != 0))
    return false;
  told.clock = true;
  told.value = clock->row;
  hangs = clocks_.HangsByClock(atom, *clock);
  told.when = clocks_.NamedDay(atom);
  return true;
}

bool ToldTimeReader::SetDay(const Atom& atom, ToldTime& told) const {
  const Mention& mention = mentions_.mentions[atom.id];
  if (atom.kind != Atom::Kind::kDate || mention.type != MentionType::kDate ||
      mention.plural_or_vague || mention.hull.lo <= kMinusInfinity ||
      mention.hull.hi >= kPlusInfinity ||
      mention.core.hi - mention.core.lo > kYear)
    return false;
  ClaimTable scratch;
  const ValueIndex value =
      AddValue(mention, mentions_, s_.text.text, {ValueKind::kDate, {}, false},
               s_.words.interner(), scratch);
  if (!value.valid()) return false;
  told.value = scratch[value];
  return true;
}

// Told as a fact of the past, or as a plan; "not until five" is at five.
bool ToldTimeReader::SetFact(const Clause& clause, bool until,
                             ToldTime& told) const {
  if (clause.verb == kNowhere || clause.conditional || clause.question)
    return false;
  const Group& verb = s_.G(clause.verb);
  if (until != ((verb.verb & kNegated) != 0)) return false;
  constexpr std::uint16_t kNever =
      kUnsure | kDeniedVerb | kGerundVerb | kToVerb;
  if ((verb.verb & kNever) != 0) return false;
  if ((verb.verb & (kPlannedVerb | kFuture)) != 0) {
    told.plan = true;
    return true;
  }
  const bool same = (s_.Info(verb.head).classes & words_.same_past) != 0;
  told.plan = (verb.verb & (kPast | kPerfect | kBareParticiple)) == 0 && !same;
  return true;
}

bool ToldTimeReader::OfClause(std::uint32_t index, bool until,
                              ToldTime& told) const {
  if (index == kNowhere) return false;
  const Clause& clause = s_.parse.clauses[index];
  if (!SetFact(clause, until, told)) return false;
  // "Was fined again": a second time.
  const ClassSet again = Class("told_again");
  for (std::uint32_t i = clause.first; i < clause.last; ++i) {
    if (s_.Holds(i, again)) return false;
  }
  const StringId verb = s_.G(clause.verb).lemma;
  told.label = verb;
  if (!SetHappening(clause, verb, told)) return false;
  std::uint32_t theme = s_.parse.Patient(clause);
  if (theme == kNowhere) theme = clause.subject;
  Beside(index, theme, told);
  return true;
}

// "It was shortly before noon, and the dyke had given way"; "... when it gave".
bool ToldTimeReader::OfItWas(const Atom& atom, ToldTime& told) const {
  const std::uint32_t own = s_.G(GroupOfAtom(s_.parse, atom)).clause;
  if (own == kNowhere) return false;
  const Clause& is = s_.parse.clauses[own];
  if (is.verb == kNowhere || is.subject == kNowhere ||
      (s_.G(is.verb).verb & kCopula) == 0 ||
      (s_.Info(s_.G(is.subject).head).features & kThing) == 0)
    return false;
  for (std::uint32_t i = own + 1; i < s_.parse.clauses.size(); ++i) {
    const Clause& clause = s_.parse.clauses[i];
    if (clause.verb == kNowhere) continue;
    const bool when =
        clause.mark != kNowhere &&
        (s_.Info(s_.G(clause.mark).first).features & kWhenWord) != 0;
    constexpr std::uint16_t kPluperfect = kPast | kPerfect;
    const bool had = (s_.G(clause.verb).verb & kPluperfect) == kPluperfect;
    if (when || had) return OfClause(i, false, told);
  }
  return false;
}

// "At six on Monday, when the first lorry crossed"; "in 1887, when".
bool ToldTimeReader::OfWhen(const Atom& atom, ToldTime& told) const {
  for (std::uint32_t i = 0; i < s_.parse.clauses.size(); ++i) {
    const Clause& clause = s_.parse.clauses[i];
    if (clause.mark == kNowhere || clause.verb == kNowhere) continue;
    const std::uint32_t mark = s_.G(clause.mark).first;
    if ((s_.Info(mark).features & kWhenWord) == 0 || mark < atom.last ||
        mark > atom.last + 1)
      continue;
    if (told.clock && told.value.modifier == Modifier::kOnOrAfter)
      told.value = clocks_.PlainClock(atom);
    return OfClause(i, false, told);
  }
  return false;
}

// How a time has to stand beside what happened: "at", "by", "on".
bool ToldTimeReader::Hangs(const Atom& atom, const PathStep& step,
                           bool clock) const {
  if (!clock) return std::ranges::find(kWhen, step.relation) != std::end(kWhen);
  const std::uint32_t preposition =
      s_.G(GroupOfAtom(s_.parse, atom)).preposition;
  // "Put back to 3.20", "moved to noon".
  return preposition != kNowhere && step.verb &&
         (s_.Info(preposition).features & kInfinitive) != 0 &&
         (s_.words.Of(step.lemma).classes & Class("told_moved")) != 0;
}

bool ToldTimeReader::OfPaths(std::uint32_t atom, bool hangs,
                             ToldTime& told) const {
  const Atom& a = s_.atoms[atom];
  const std::uint32_t own = s_.G(GroupOfAtom(s_.parse, a)).clause;
  const ValuePaths paths = PathsOf(s_.text, s_.atoms, s_.parse, atom, s_.words);
  for (const bool of_own : {true, false}) {
    for (const ValuePath& path : paths) {
      const PathStep& step = path.steps[0];
      if ((step.clause == own) != of_own) continue;
      const bool until =
          (s_.words.Of(Intern(step.relation)).classes & Class("until")) != 0;
      const bool moved = Hangs(a, step, told.clock) && told.clock;
      if (!until && !moved && !(told.clock ? hangs : Hangs(a, step, false)))
        continue;
      ToldTime reading = told;
      // "Not until five", "since ten, when it opened": at that time.
      if (told.clock && (until || told.value.modifier == Modifier::kOnOrAfter))
        reading.value = clocks_.PlainClock(a);
      bool found = false;
      if (step.verb) {
        const Clause* clause =
            step.clause == kNowhere ? nullptr : &s_.parse.clauses[step.clause];
        // "The kick-off was at", "... was put back to": of the noun.
        const std::uint32_t subject =
            clause == nullptr ? kNowhere : clause->subject;
        const ToldTime before = reading;
        found = !until && subject != kNowhere &&
                s_.G(subject).kind == GroupKind::kNoun &&
                OfNoun(StepTo("subj", subject, step.clause), reading);
        if (!found) {
          reading = before;
          found = OfClause(step.clause, until, reading);
        }
      } else if (!until) {
        found = OfNoun(step, reading);
      }
      if (found) {
        told = std::move(reading);
        return true;
      }
    }
  }
  return false;
}

// "When was it signed? At around four on Wednesday."
bool ToldTimeReader::OfAsked(const Atom& atom, ToldTime& told) const {
  if (!asked_ || asked_->sentence + 1 != s_.index) return false;
  constexpr std::uint32_t kAhead = 3;  // groups: "at around"
  if (GroupOfAtom(s_.parse, atom) > kAhead) return false;
  ToldTime reading = *asked_;
  reading.sentence = told.sentence;
  reading.value_span = told.value_span;
  reading.evidence = told.evidence;
  reading.clock = told.clock;
  reading.value = told.value;
  reading.when = told.when;
  told = std::move(reading);
  asked_.reset();
  return true;
}

void ToldTimeReader::ReadAtom(std::uint32_t atom) {
  const Atom& a = s_.atoms[atom];
  const std::uint32_t group = GroupOfAtom(s_.parse, a);
  if (group == kNowhere) return;
  ToldTime told;
  told.document = document_;
  told.sentence = s_.index;
  told.value_span = mentions_.mentions[a.id].span;
  const Segment& segment = s_.text.segments[s_.index];
  told.evidence = {s_.text.tokens[segment.first].begin,
                   s_.text.tokens[segment.last - 1].end};
  if (ReadRecord(a, group, told) || ReadLength(atom, group, told)) return;
  bool hangs = true;
  if (!SetClock(a, told, hangs) && !SetDay(a, told)) return;
  ToldTime it = told;
  if (ToldTime when = told; OfWhen(a, when)) out_.push_back(std::move(when));
  if (OfAsked(a, it)) {
    out_.push_back(std::move(it));
  } else if (OfPaths(atom, hangs, told)) {
    out_.push_back(std::move(told));
  } else if (OfItWas(a, it)) {
    out_.push_back(std::move(it));
  }
}

void ToldTimeReader::NoteQuestion() {
  const Segment& segment = s_.text.segments[s_.index];
  const std::uint32_t first = s_.parse.groups.groups.front().first;
  if ((s_.Info(first).features & kWhenWord) == 0 ||
      s_.text.View(s_.text.tokens[segment.last - 1]) != "?")
    return;
  for (const Clause& clause : s_.parse.clauses) {
    if (clause.verb == kNowhere) continue;
    const Group& verb = s_.G(clause.verb);
    ToldTime told;
    told.sentence = s_.index;
    told.document = document_;
    told.label = verb.lemma;
    told.plan = (verb.verb & (kFuture | kPlannedVerb)) != 0;
    if ((verb.verb & kNegated) == 0 && SetHappening(clause, told.label, told)) {
      asked_ = std::move(told);
      return;
    }
  }
}

void ToldTimeReader::Read() {
  if (s_.parse.groups.groups.empty()) return;
  for (std::uint32_t atom = 0; atom < s_.atoms.size(); ++atom) ReadAtom(atom);
  NoteQuestion();
  NoteChanges();
  ReadFacts();
}

}  // namespace gainsay::internal

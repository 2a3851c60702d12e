#include "claim/sentence.h"

#include <algorithm>
#include <string>
#include <utility>

#include "calendar/civil.h"
#include "claim/atoms.h"
#include "claim/lapses.h"
#include "claim/values.h"

namespace gainsay::internal {
namespace {

constexpr std::uint16_t kNoFact =
    kPlannedVerb | kFuture | kUnsure | kDeniedVerb;

constexpr std::string_view kLapseFamily = "lapse";  // of predicates
constexpr std::string_view kLapseBegin = "lapse_begin",
                           kLapseLast = "lapse_last";
constexpr std::string_view kLapseLength = "lapse_length",
                           kLapseReturn = "lapse_return", kMet = "met";

// The unit that a counted noun gives its number.
constexpr std::string_view kPeopleUnit = "people";

// How much a frame asks for: steps, then words among modifiers, then things.
std::size_t Detail(const Frame& frame) {
  std::size_t modifiers = 0;
  for (const FrameStep& step : frame.steps)
    modifiers += step.modifier.empty() ? 0 : 1;
  return frame.steps.size() * 100 + modifiers * 10 + (frame.things.any ? 0 : 1);
}

}  // namespace

bool SentenceReader::IsPlanned(const Clause* clause) const {
  if (clause == nullptr || clause->verb == kNowhere) return false;
  return (s_.G(clause->verb).verb & kNoFact) != 0 ||
         clause->kind == Clause::Kind::kInfinitive || clause->conditional;
}

// "The meetings, set for May 29".
bool SentenceReader::IsArranged(const Clause& clause) const {
  const Group& verb = s_.G(clause.verb);
  return (verb.verb & (kPassive | kBareParticiple)) != 0 &&
         (s_.words.Of(verb.lemma).verb_kinds &
          (1U << static_cast<unsigned>(VerbRow::Kind::kPassivePlan))) != 0;
}

Modality SentenceReader::ModalityOf(const Clause* clause) const {
  if (clause == nullptr || clause->verb == kNowhere) return Modality::kAsserted;
  const std::uint16_t verb = s_.G(clause->verb).verb;
  if (clause->question) return Modality::kAsked;
  if ((verb & kDeniedVerb) != 0) return Modality::kDenied;
  if ((verb & (kPlannedVerb | kFuture)) != 0 || IsArranged(*clause))
    return Modality::kPlanned;
  if ((verb & kUnsure) != 0 || clause->conditional ||
      clause->kind == Clause::Kind::kInfinitive)
    return Modality::kPossible;
  // "Hopes to have the route running again".
  const bool reduced = (verb & (kGerundVerb | kBareParticiple)) != 0 &&
                       clause->mark == kNowhere && clause->parent != kNowhere;
  const Clause* above = reduced ? &s_.parse.clauses[clause->parent] : nullptr;
  if (above != nullptr && above->kind == Clause::Kind::kInfinitive &&
      above->object != kNowhere && above->object == clause->head)
    return ModalityOf(above);
  return Modality::kAsserted;
}

StringId SentenceReader::NameOf(std::uint32_t group) const {
  const Group& g = s_.G(group);
  if (const NameMention* name = s_.names.At(g.head);
      name != nullptr && name->canonical.valid())
    return name->canonical;
  const Token& first = s_.text.tokens[g.first];
  const Token& last = s_.text.tokens[g.last - 1];
  return d_.interner.Intern(
      s_.text.text.substr(first.begin, last.end - first.begin));
}

StringId SentenceReader::Speaker(const Clause* clause) const {
  std::uint32_t group = clause == nullptr ? kNowhere : clause->speaker;
  if (group == kNowhere) group = quoted_;
  if (group == kNowhere) return {};
  const Group& g = s_.G(group);
  if (g.kind != GroupKind::kNoun) return {};
  if (s_.Info(g.head).first == Tag::kPronoun) {
    const std::optional<Entity> person = d_.discourse.Pronoun(s_, group);
    return person ? person->name : StringId();
  }
  return NameOf(group);
}

void SentenceReader::FindQuoted() {
  const auto& groups = s_.parse.groups.groups;
  for (std::uint32_t i = 0; i + 1 < groups.size(); ++i) {
    if ((groups[i].features & kQuoteWord) == 0) continue;
    for (std::uint32_t k = i + 1; k < groups.size() && k < i + 3; ++k) {
      if (groups[k].kind == GroupKind::kNoun) {
        quoted_ = k;
        return;
      }
    }
  }
}

// Events that a SameEventRow speaks of, if they are told as happened.
void SentenceReader::NoteResumptions() {
  const SyntaxTables& tables = s_.words.index().tables();
  for (const Clause& clause : s_.parse.clauses) {
    if (clause.verb == kNowhere || IsPlanned(&clause) ||
        (s_.G(clause.verb).verb & (kNegated | kToVerb)) != 0)
      continue;
    const std::string_view lemma = d_.interner.View(s_.G(clause.verb).lemma);
    for (const SameEventRow& row : tables.same_events) {
      const auto* event = std::find_if(
          tables.events.data(), tables.events.data() + tables.events.size(),
          [&](const EventRow& e) { return e.name == row.event; });
      bool listed = false;
      ForEachWord(event->verbs, ' ', [&](std::string_view verb) {
        listed = listed || verb == lemma;
      });
      std::uint32_t group = s_.parse.Patient(clause);
      if (group == kNowhere) group = clause.subject;
      if (!listed || group == kNowhere) continue;
      std::optional<Entity> entity = ReadEntity(s_, group, d_.classes);
      if (!entity || (entity->classes & d_.classes.meeting) == 0) continue;
      d_.discourse.Resolve(*entity);
      d_.discourse.NoteResumed(*entity, s_.index);
    }
  }
}

void SentenceReader::Collect(const Mention& mention, const ValuePaths& paths,
                             std::vector<Match>& found) {
  const std::uint32_t bits = ClassOf(mention);
  for (std::size_t rank = 0; rank < paths.size(); ++rank) {
    const ValuePath& path = paths[rank];
    d_.frames.Candidates(path.steps[0], d_.interner.View(path.steps[0].lemma),
                         scratch_);
    for (const Frame* frame : scratch_) {
      if ((frame->values & bits) == 0 ||
          !FrameIndex::Fits(*frame, path, d_.interner))
        continue;
      if (std::any_of(found.begin(), found.end(),
                      [&](const Match& m) { return m.frame == frame; }))
        continue;
      if (!ModifiersFit(s_, *frame, path)) continue;
      std::optional<FoundSubject> subject =
          FindSubject(s_, *frame, path, d_.discourse, d_.classes);
      if (subject) found.push_back({{frame, path, std::move(*subject)}, rank});
    }
  }
}

void SentenceReader::ReadValue(std::uint32_t atom) {
  const Mention& mention = d_.mentions.mentions[s_.atoms[atom].id];
  if (IsPieceOfNumber(s_.text, s_.atoms[atom]))
    return Leave(mention, LeftOutValue::Reason::kAmbiguous);
  if (TellsNoDay(atom)) return Leave(mention, LeftOutValue::Reason::kNoDate);
  const ValuePaths paths = PathsOf(s_.text, s_.atoms, s_.parse, atom, s_.words);
  Emit(atom, EndTold(atom));
  if (ReadEnd(atom, paths) || ReadClocks(atom, paths)) return;
  const LapseReader lapses(s_, d_.discourse, d_.classes, d_.lapse);
  const bool since = Emit(atom, lapses.ReadSince(s_.atoms[atom]));
  const auto lapse = [&] {
    return since || Emit(atom, Lapse(atom, paths)) ||
           Emit(atom, LengthTold(atom)) || Emit(atom, DayTold(atom, paths)) ||
           Emit(atom, CountTold(atom));
  };
  if (Emit(atom, ReadConcepts(s_, d_.mentions, d_.discourse, d_.classes,
                              d_.concepts, d_.as_of, s_.atoms[atom], paths)))
    return;
  if (ReadStrike(atom, paths)) return;
  if (ReadShare(atom, paths)) return;
  if (paths.empty()) {
    if (!lapse()) Leave(mention, LeftOutValue::Reason::kNotAttached);
    return;
  }
  if (IsListed(s_.atoms, atom, s_.parse)) {
    if (!ReadParts(atom, paths))
      Leave(mention, LeftOutValue::Reason::kAmbiguous);
    return;
  }
  std::vector<Match> found;
  Collect(mention, paths, found);
  const auto of_lapse = [](const Match& m) {
    return m.frame->predicate.starts_with(kLapseFamily) ||
           m.frame->name.starts_with(kLapseFamily);
  };
  if (!found.empty() && std::ranges::none_of(found, of_lapse) &&
      Emit(atom, lapses.ReadFirst(s_.atoms[atom], paths)))
    return;
  if (found.empty()) {
    if (!lapse()) Leave(mention, LeftOutValue::Reason::kNotInAFrame);
    return;
  }
  // The longest path says most; of equal ones the better rank.
  const auto best = std::max_element(
      found.begin(), found.end(), [](const Match& a, const Match& b) {
        return std::pair(Detail(*a.frame), b.rank) <
               std::pair(Detail(*b.frame), a.rank);
      });
  const bool ambiguous =
      std::any_of(found.begin(), found.end(), [&](const Match& m) {
        return m.frame != best->frame && m.rank == best->rank &&
               Detail(*m.frame) == Detail(*best->frame) &&
               m.frame->predicate != best->frame->predicate;
      });
  if (ambiguous) {
    Leave(mention, LeftOutValue::Reason::kAmbiguous);
    return;
  }
  // "The last edition took place in 2016" tells more than that one did; "held
  // its tenth session after a break" of what it is a session.
  const Entity& found_subject = best->subject.entity;
  const bool instance = (found_subject.classes & d_.classes.instance) != 0 &&
                        !found_subject.name.valid() &&
                        found_subject.participants.empty();
  const PredicateIndex predicate = d_.schema.Find(best->frame->predicate);
  const bool no_series = predicate.valid() &&
                         d_.schema[predicate].family == kLapseFamily &&
                         (found_subject.classes & d_.classes.series) == 0;
  const bool met =
      !best->frame->series.empty() || best->frame->predicate == kMet;
  const bool last = s_.Holds(best->subject.group, d_.lapse.last);
  if ((instance || no_series || met || last) && lapse()) return;
  Emit(mention, atom, *best);
}

// The mention with the hedge before it.
ByteSpan SentenceReader::ValueSpan(const Mention& mention,
                                   std::uint32_t atom) const {
  const std::uint32_t group = GroupOfAtom(s_.parse, s_.atoms[atom]);
  if (group == kNowhere || s_.G(group).hedge == 0) return mention.span;
  const Group& g = s_.G(group);
  if (g.first + g.hedge != s_.atoms[atom].first) return mention.span;
  return {std::min(mention.span.begin, s_.text.tokens[g.first].begin),
          mention.span.end};
}

ByteSpan SentenceReader::Evidence(const Mention& mention, std::uint32_t atom,
                                  const Match& match) const {
  const Atom& where = s_.atoms[atom];
  std::uint32_t first = where.first, last = where.last;
  const auto cover = [&](std::uint32_t group) {
    if (group == kNowhere) return;
    first = std::min(first, s_.G(group).first);
    last = std::max(last, s_.G(group).last);
  };
  const Clause* clause =
      ClauseOfPath(s_, match.path, match.frame->steps.size());
  for (std::size_t i = 0; i < match.frame->steps.size(); ++i)
    cover(match.path.steps[i].group);
  if (clause != nullptr) {
    cover(clause->verb);
    cover(clause->mark);
    cover(clause->subject);
    cover(s_.parse.Patient(*clause));
  }
  cover(match.subject.group);
  const ByteSpan value = ValueSpan(mention, atom);
  return {std::min(s_.text.tokens[first].begin, value.begin),
          std::max(s_.text.tokens[last - 1].end, value.end)};
}

void SentenceReader::Emit(const Mention& mention, std::uint32_t atom,
                          Match& match) {
  const Clause* clause =
      ClauseOfPath(s_, match.path, match.frame->steps.size());
  const bool date = !match.value && (ClassOf(mention) & kDateValue) != 0;
  // A plan may leave its year to the reader; a fact without one says too
  // little.
  if (date && mention.hull.lo == kMinusInfinity &&
      mention.hull.hi == kPlusInfinity &&
      ModalityOf(clause) != Modality::kPlanned) {
    Leave(mention, LeftOutValue::Reason::kNoDate);
    return;
  }
  if (date && (IsDateline(mention, match, clause) || IsCompared(atom)))
    return Leave(mention, LeftOutValue::Reason::kNotAttached);
  std::string_view name =
      IsPlanned(clause) ? match.frame->planned : match.frame->predicate;
  const bool recurs = !match.frame->series.empty();
  if (recurs) FitPremises(s_, d_.discourse, d_.classes, match.subject);
  if (recurs && (match.subject.entity.kind == Entity::Kind::kSeries ||
                 (match.subject.entity.classes &
                  (d_.lapse.lapsing | d_.lapse.service)) != 0))
    name = match.frame->series;
  // What runs daily runs for the last time when it stops.
  if (name == kLapseBegin && (match.subject.entity.classes &
                              (d_.lapse.service | d_.lapse.lapsing)) != 0)
    name = kLapseLast;
  SameEvent(match, name);
  if (date && BeganLongAgo(mention, match, name))
    return Leave(mention, LeftOutValue::Reason::kNotInAFrame);
  const PredicateIndex predicate = d_.schema.Find(name);
  if (!predicate.valid()) {
    Leave(mention, LeftOutValue::Reason::kNotInAFrame);
    return;
  }
  const bool of_lapse = d_.schema[predicate].family == kLapseFamily;
  if (CountsSome(match, clause, d_.schema[predicate]) ||
      IsNoLevel(mention, atom, match) ||
      IsNarrowed(atom, match, d_.schema[predicate]) ||
      (of_lapse && !FitLapseSubject(s_, d_.discourse, d_.classes, d_.lapse,
                                    clause, match.subject)))
    return Leave(mention, LeftOutValue::Reason::kNotInAFrame);
  Claim claim;
  ValueWanted wanted{d_.schema[predicate].kind,
                     {},
                     d_.schema[predicate].subject_type == "person"};
  if (d_.schema[predicate].dimension == kPeopleUnit) wanted.unit = kPeopleUnit;
  claim.value = match.value ? AddRow(*match.value, d_.out)
                            : AddValue(mention, d_.mentions, s_.text.text,
                                       wanted, d_.interner, d_.out);
  if (!claim.value.valid())
    return Leave(mention, LeftOutValue::Reason::kNotInAFrame);
  if (match.count) d_.out.values.back().count = *match.count;
  if (date && IsPastOfFuture(clause, mention, d_.out.values.back()))
    return Leave(mention, LeftOutValue::Reason::kNoDate);
  if (name == kLapseLength && clause != nullptr &&
      IsOfEarlierLapse(s_, d_.mentions, *clause, d_.out.values.back(),
                       d_.as_of))
    return Leave(mention, LeftOutValue::Reason::kNotInAFrame);
  if (!AddParties(match, clause, d_.out.values.back().hull))
    return Leave(mention, LeftOutValue::Reason::kNotInAFrame);
  claim.document = d_.document;
  claim.source = d_.source;
  claim.predicate = predicate;
  claim.subject = ReferentIndex(d_.out.referents.size());
  Referent& referent = d_.out.referents.emplace_back(
      ToReferent(match.subject.entity, d_.document));
  // Of a name that nothing else is known of, what only persons have.
  if (wanted.person && referent.kind == Referent::Kind::kThing &&
      referent.name.valid() && match.subject.entity.classes == 0)
    referent.kind = Referent::Kind::kPerson;
  if (match.frame->open_past) d_.out.values.back().hull.lo = kMinusInfinity;
  claim.speaker = Speaker(clause);
  claim.rule = d_.interner.Intern(match.frame->name);
  if (!match.scope.empty()) claim.scope = d_.interner.Intern(match.scope);
  if (const std::string_view scope = ScopeOf(s_, *match.frame, match.path);
      !scope.empty()) {
    std::string text(scope);
    if (match.frame->dated && d_.as_of.lo > kMinusInfinity &&
        d_.as_of.hi < kPlusInfinity)
      text += " as of " + std::to_string(CivilOf(d_.as_of.lo).year);
    claim.scope = d_.interner.Intern(text);
  }
  for (const StringId part :
       {PartTold(match, predicate), WhereTold(match, predicate)}) {
    if (part.valid()) claim.scope = part;
  }
  claim.as_of = d_.as_of;
  claim.evidence = Evidence(mention, atom, match);
  claim.value_span = ValueSpan(mention, atom);
  claim.line = static_cast<std::uint32_t>(
      std::upper_bound(d_.lines.begin(), d_.lines.end(), claim.evidence.begin) -
      d_.lines.begin());
  claim.presupposed = match.frame->presupposed && !IsGeneric(match, clause);
  claim.modality = claim.presupposed ? Modality::kAsserted : ModalityOf(clause);
  const bool wants_negation =
      std::any_of(match.frame->steps.begin(), match.frame->steps.end(),
                  [](const FrameStep& step) { return step.modifier == "not"; });
  claim.negated = clause != nullptr && clause->verb != kNowhere &&
                  (s_.G(clause->verb).verb & kNegated) != 0 &&
                  !wants_negation && !claim.presupposed;
  d_.out.claims.push_back(claim);
  const Entity& subject = match.subject.entity;
  d_.mentioned.push_back(
      subject.definite ? Mentioned::kDefinite
      : match.subject.group != kNowhere &&
              (s_.G(match.subject.group).features & kIndefinite) != 0
          ? Mentioned::kIndefinite
          : Mentioned::kOther);
  ++d_.coverage.in_claims;
  if (name == kLapseLength && clause != nullptr && !d_.return_told &&
      !match.frame->state) {
    d_.return_told = ReturnTold(s_, d_.mentions, *clause, claim,
                                d_.schema.Find(kLapseReturn), d_.out);
  }
}

void SentenceReader::Read() {
  FindQuoted();
  NoteResumptions();
  for (std::uint32_t atom = 0; atom < s_.atoms.size(); ++atom) ReadValue(atom);
}

}  // namespace gainsay::internal

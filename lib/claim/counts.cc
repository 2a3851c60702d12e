#include "claim/counts.h"

#include <algorithm>
#include <utility>

#include "claim/values.h"

namespace gainsay::internal {
namespace {

constexpr std::uint32_t kReach = 4;  // groups from a number to its cue
constexpr Day kOtherTime = 200;      // days before the document was written

}  // namespace

std::string_view CountReader::Word(std::uint32_t token) const {
  return s_.words.interner().View(s_.text.tokens[token].folded);
}

// Sets the groups of the number and of what it counts.
bool CountReader::Counts(const CountConcept& row, const Atom& atom,
                         Found& found) const {
  found.group = found.counted = GroupOfAtom(s_.parse, atom);
  if (found.group == kNowhere) return false;
  const Group& g = s_.G(found.group);
  found.clause = g.clause;
  const bool alone = g.kind == GroupKind::kValue ||
                     (g.head >= atom.first && g.head < atom.last);
  if (row.partitive) {
    const std::uint32_t next = found.group + 2;
    if (!alone || next >= s_.parse.groups.groups.size() ||
        s_.G(next).kind != GroupKind::kNoun ||
        s_.G(next).preposition == kNowhere ||
        (s_.Info(s_.G(next).preposition).features & kOfWord) == 0)
      return false;
    found.counted = next;
  } else if (alone) {
    return row.bare;
  } else if (g.kind != GroupKind::kNoun || g.head < atom.last) {
    return false;
  }
  const Group& counted = s_.G(found.counted);
  return !counted.name &&
         row.counted.Has(s_.words.interner().View(counted.lemma),
                         s_.words.Of(counted.lemma).classes);
}

bool CountReader::VerbCue(const CountConcept::Cue& cue, Found& found) const {
  const auto says = [&](const Clause& clause) {
    if (clause.verb == kNowhere || clause.question || clause.conditional)
      return false;
    const Group& verb = s_.G(clause.verb);
    return (verb.verb & kNegated) == 0 &&
           cue.words.Has(s_.words.interner().View(verb.lemma),
                         s_.words.Of(verb.lemma).classes);
  };
  for (const Clause& clause : s_.parse.clauses) {
    if (clause.kind == Clause::Kind::kRelative && clause.head == found.group &&
        says(clause)) {
      found.clause = s_.G(clause.verb).clause;
      return true;
    }
  }
  if (found.clause == kNowhere || !says(s_.parse.clauses[found.clause]))
    return false;
  const Clause& clause = s_.parse.clauses[found.clause];
  // What it does or is done to: "watched by 4,200", not "watched for 90".
  const Group& g = s_.G(found.group);
  const bool by = g.preposition != kNowhere && Word(g.preposition) == "by";
  return clause.object == found.group || clause.subject == found.group ||
         clause.object2 == found.group || by;
}

// The noun or verb that the number's own preposition hangs on: "a crowd of
// 4,200", "licensed for 400".
bool CountReader::Governed(const CountConcept::Cue& cue, Found& found) const {
  const Group& g = s_.G(found.group);
  if (g.preposition == kNowhere || Word(g.preposition) != cue.relation)
    return false;
  const auto has = [&](std::uint32_t group) {
    return group != kNowhere &&
           cue.words.Has(s_.words.interner().View(s_.G(group).lemma),
                         s_.words.Of(s_.G(group).lemma).classes);
  };
  if (has(g.governor)) {
    found.cue = g.governor;
    return true;
  }
  if (g.clause == kNowhere) return false;
  const std::uint32_t verb = s_.parse.clauses[g.clause].verb;
  return verb != kNowhere && verb + 2 >= found.group && has(verb);
}

// Whether a number beside "on the bus" is of all: "with 40 people on the bus",
// "there were 40 on the bus", "the 40", "all 40"; not "40 people on the bus
// were hurt", "shot by four men on the bus".
bool CountReader::IsOfAll(const Found& found) const {
  const Group& g = s_.G(found.group);
  if ((g.features & kDefinite) != 0) return true;
  const ClassSet all = s_.words.index().ClassBit("all_of"),
                 holds = s_.words.index().ClassBit("with_all");
  for (std::uint32_t t = g.first == 0 ? 0 : g.first - 1; t < g.head; ++t)
    if ((s_.Info(t).classes & all) != 0) return true;
  if (g.preposition != kNowhere)
    return (s_.Info(g.preposition).classes & holds) != 0;
  if (g.clause == kNowhere) return false;
  const Clause& clause = s_.parse.clauses[g.clause];
  if (clause.verb == kNowhere) return false;
  const Group& verb = s_.G(clause.verb);
  return (verb.verb & (kCopula | kHaveMain)) != 0 ||
         (s_.words.Of(verb.lemma).classes &
          s_.words.index().ClassBit("carry")) != 0;
}

// What stands between the number and its cue takes nothing of it: "129 people
// were on the plane", "4,000 who came through the gates"; but "four men in a
// robbery on a bus", "4,000 after they", "men taken off the bus".
bool CountReader::Passes(const Group& g) const {
  switch (g.kind) {
    case GroupKind::kNoun:
    case GroupKind::kValue:
    case GroupKind::kPunct:
      return false;
    case GroupKind::kMark:
      return (g.features & kRelative) != 0;
    case GroupKind::kVerb:
      return (g.verb & (kCopula | kNegated)) == kCopula ||
             (s_.words.Of(g.lemma).classes &
              s_.words.index().ClassBit("come")) != 0;
    default:
      return true;
  }
}

// Whether a group is the cue: "aboard", "on board".
bool CountReader::IsCue(const CountConcept::Cue& cue, std::uint32_t group,
                        Found& found) const {
  const Group& g = s_.G(group);
  if (cue.relation == "word" && g.kind != GroupKind::kNoun) {
    for (std::uint32_t t = g.first; t < g.last; ++t)
      if (cue.words.Has(Word(t), 0)) return true;
  }
  if (g.kind != GroupKind::kNoun || g.preposition == kNowhere ||
      Word(g.preposition) != cue.relation ||
      !cue.words.Has(s_.words.interner().View(g.lemma),
                     s_.words.Of(g.lemma).classes))
    return false;
  found.cue = group;
  return true;
}

// A preposition soon after the number, and what it leads to: "on board"; or
// right before it: "on board were 40 people".
bool CountReader::LeadsTo(const CountConcept::Cue& cue, Found& found) const {
  const auto size = static_cast<std::uint32_t>(s_.parse.groups.groups.size());
  for (std::uint32_t i = found.group + 1; i < size && i <= found.group + kReach;
       ++i) {
    if (IsCue(cue, i, found)) return true;
    if (!Passes(s_.G(i))) break;
  }
  if (found.group < 2) return false;
  const Group& verb = s_.G(found.group - 1);
  return verb.kind == GroupKind::kVerb &&
         (verb.verb & (kCopula | kNegated)) == kCopula &&
         IsCue(cue, found.group - 2, found);
}

bool CountReader::CuedBy(const CountConcept::Cue& cue, Found& found) const {
  const Group& g = s_.G(found.group);
  if (cue.relation == "verb") return VerbCue(cue, found);
  if (cue.relation == "of" || cue.relation == "for")
    return Governed(cue, found);
  if (cue.relation == "own") {
    return g.possessor != kNowhere ||
           (s_.Info(g.first).features & kPossessive) != 0;
  }
  if (cue.relation == "with") {
    if (g.preposition == kNowhere || g.governor == kNowhere ||
        Word(g.preposition) != cue.relation)
      return false;
    const StringId host = s_.G(g.governor).lemma;
    found.cue = g.governor;
    return cue.words.Has(s_.words.interner().View(host),
                         s_.words.Of(host).classes);
  }
  found.led = IsOfAll(found) && LeadsTo(cue, found);
  return found.led;
}

bool CountReader::Cued(const CountConcept& row, Found& found) const {
  return std::ranges::any_of(row.cues, [&](const CountConcept::Cue& cue) {
    return CuedBy(cue, found);
  });
}

// "Another 12", "including four", "three of the passengers", "40 a day".
bool CountReader::IsPart(const Atom& atom, const Found& found) const {
  const Group& g = s_.G(found.group);
  const ClassSet further = s_.words.index().ClassBit("further"),
                 within = s_.words.index().ClassBit("within"),
                 rate = s_.words.index().ClassBit("rate");
  const std::uint32_t before = g.first == 0 ? 0 : g.first - 1;
  for (std::uint32_t t = before; t < g.last; ++t) {
    const ClassSet of = s_.Info(t).classes;
    if ((of & further) != 0) return true;
    if (t <= atom.first && (of & (within | rate)) != 0) return true;
  }
  const auto size = static_cast<std::uint32_t>(s_.text.tokens.size());
  for (std::uint32_t t = g.last; t < size && t < g.last + 2; ++t) {
    if ((s_.Info(t).classes & (rate | further)) != 0) return true;
  }
  if (found.counted != found.group) return false;
  const std::uint32_t next = found.group + 1;
  // "Three of the passengers"; "a day" after what is counted.
  if (next >= s_.parse.groups.groups.size()) return false;
  const Group& after = s_.G(next);
  if (after.kind == GroupKind::kPreposition &&
      (s_.Info(after.first).features & kOfWord) != 0)
    return true;
  return after.kind == GroupKind::kNoun &&
         (s_.Info(after.first).features & kIndefinite) != 0 &&
         after.preposition == kNowhere && after.first == g.last;
}

// The sentence tells of a day long before the document was written.
bool CountReader::OtherTime() const {
  return std::ranges::any_of(s_.atoms, [&](const Atom& atom) {
    if (atom.kind != Atom::Kind::kDate) return false;
    const Mention& date = mentions_.mentions[atom.id];
    return date.hull.hi < kPlusInfinity && written_.lo > kMinusInfinity &&
           date.hull.hi + kOtherTime < written_.lo;
  });
}

bool CountReader::Fits(const CountConcept& row, const Entity& entity) const {
  return entity.kind != Entity::Kind::kPerson && !entity.plural &&
         row.frame.things.Has(s_.words.interner().View(entity.head),
                              entity.classes);
}

std::optional<FoundSubject> CountReader::At(std::uint32_t group,
                                            const CountConcept& row) const {
  if (group == kNowhere) return std::nullopt;
  const auto fits = [&](const Entity& e) { return Fits(row, e); };
  std::optional<Entity> entity =
      EntityAt(s_, group, discourse_, classes_, fits);
  if (!entity || !Fits(row, *entity)) return std::nullopt;
  return FoundSubject{*std::move(entity), group};
}

// The only one of the things that the clause names.
std::optional<FoundSubject> CountReader::Only(std::uint32_t clause,
                                              const CountConcept& row) const {
  std::optional<FoundSubject> only;
  for (std::uint32_t i = 0; i < s_.parse.groups.groups.size(); ++i) {
    if (s_.G(i).clause != clause || s_.G(i).kind != GroupKind::kNoun) continue;
    std::optional<FoundSubject> found = At(i, row);
    if (!found) continue;
    if (only) return std::nullopt;
    only = std::move(found);
  }
  return only;
}

// Who acts: of a relative clause what it modifies.
std::optional<FoundSubject> CountReader::Agent(const CountConcept& row,
                                               const Found& found) const {
  if (found.clause == kNowhere) return std::nullopt;
  const Clause& clause = s_.parse.clauses[found.clause];
  if (clause.verb == kNowhere) return std::nullopt;
  const bool relative =
      clause.kind == Clause::Kind::kRelative && clause.head != kNowhere;
  return At(relative ? clause.head : clause.subject, row);
}

// "Vell's 340 workers", "its 340 workers": that of whoever is named, else of
// the one that "its" means, in the clause or before.
std::optional<FoundSubject> CountReader::Owner(const CountConcept& row,
                                               const Found& found) const {
  const Group& g = s_.G(found.counted);
  if (g.possessor != kNowhere) return At(g.possessor, row);
  if (std::optional<FoundSubject> agent = Agent(row, found)) return agent;
  std::optional<Entity> told = discourse_.Pronoun(
      s_, found.counted, [&](const Entity& e) { return Fits(row, e); });
  if (!told || !Fits(row, *told)) return std::nullopt;
  return FoundSubject{*std::move(told), kNowhere};
}

std::optional<FoundSubject> CountReader::Subject(const CountConcept& row,
                                                 const Found& found) const {
  const Group& g = s_.G(found.counted);
  const bool owned =
      g.possessor != kNowhere || (s_.Info(g.first).features & kPossessive) != 0;
  const auto fits = [&](const Entity& e) { return Fits(row, e); };
  for (const CountedAt where : row.subject) {
    std::optional<FoundSubject> subject;
    std::optional<Entity> told;
    switch (where) {
      case CountedAt::kOwner:
        if (owned) return Owner(row, found);
        break;
      case CountedAt::kCue:
        subject = At(found.cue, row);
        break;
      case CountedAt::kHost: {
        const std::uint32_t of =
            found.cue != kNowhere ? found.cue : found.group;
        subject = At(s_.G(of).governor, row);
        if (!subject) subject = At(s_.G(found.group).governor, row);
        break;
      }
      case CountedAt::kAgent:
        subject = Agent(row, found);
        break;
      case CountedAt::kClause:
        subject = Only(found.clause, row);
        break;
      case CountedAt::kLedEvent:
        // "She carries 420 passengers" tells of no event.
        if (!found.led) break;
        [[fallthrough]];
      case CountedAt::kEvent:
        told = discourse_.EventOf(s_);
        if (!told || !Fits(row, *told)) told = discourse_.FocusEvent(fits);
        break;
      case CountedAt::kFocus:
        told = discourse_.FocusThing(fits);
        break;
    }
    if (told && Fits(row, *told))
      subject = FoundSubject{*std::move(told), kNowhere};
    if (subject) return subject;
  }
  return std::nullopt;
}

const CountConcept* CountReader::RoleOf(const Atom& atom) const {
  const Mention& mention = mentions_.mentions[atom.id];
  if (mention.plural_or_vague || atom.share) return nullptr;
  for (const CountConcept& row : CountConceptsOf(s_.words.index()).concepts) {
    Found found;
    if ((row.frame.values & ClassOf(mention)) != 0 &&
        Counts(row, atom, found) && Cued(row, found) && !IsPart(atom, found))
      return &row;
  }
  return nullptr;
}

std::optional<FrameReading> CountReader::Read(const Atom& atom) const {
  const Mention& mention = mentions_.mentions[atom.id];
  const std::uint32_t value = ClassOf(mention);
  if (mention.plural_or_vague) return std::nullopt;
  for (const CountConcept& row : CountConceptsOf(s_.words.index()).concepts) {
    Found found;
    // Of what follows "of" only a share is a value.
    if ((row.frame.values & value) == 0 || (atom.share && !row.partitive) ||
        !Counts(row, atom, found) || !Cued(row, found) || IsPart(atom, found) ||
        OtherTime())
      continue;
    std::optional<FoundSubject> subject = Subject(row, found);
    if (!subject) continue;
    return ReadingAt(row.frame, StepTo("count", found.counted, found.clause),
                     *std::move(subject));
  }
  return std::nullopt;
}

}  // namespace gainsay::internal

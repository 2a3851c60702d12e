#include "claim/terms.h"

#include <algorithm>
#include <utility>

#include "claim/atoms.h"
#include "text/tag.h"

namespace gainsay::internal {
namespace {

constexpr std::uint32_t kReach = 8;  // groups from a value to its noun
constexpr double kMonthsOfYear = 12;

struct TermFrames {
  Frame until = ConceptFrame("term/until", "term_until", "term_until", true);
  Frame length =
      ConceptFrame("term/length", "term_length", "term_length", true);
  Frame contract = ConceptFrame("term/contract-length", "contract_length",
                                "contract_length", true);
};
const TermFrames& Frames() {
  static const TermFrames frames;
  return frames;
}

}  // namespace

bool TermReader::Is(std::uint32_t group, ClassSet classes) const {
  return group != kNowhere && (phrases_.Of(group) & classes) != 0;
}

bool TermReader::IsTerm(std::uint32_t group) const {
  const Group& g = s_.G(group);
  if (g.kind != GroupKind::kNoun || g.plural ||
      !Is(group, tenure_.term | tenure_.contract))
    return false;
  // "A new contract" beside the one that runs; "a prison term".
  for (std::uint32_t t = g.first; t < g.head; ++t) {
    const bool value = std::ranges::any_of(
        s_.atoms, [&](const Atom& a) { return a.first <= t && t < a.last; });
    if ((s_.Info(t).classes & tenure_.term_another) != 0 ||
        (!value && TagOf(s_.text.tokens[t]) == Tag::kNoun))
      return false;
  }
  return true;
}

// "Extended until 2031", "an option".
bool TermReader::MayChange() const {
  for (std::uint32_t i = 0; i < s_.parse.groups.groups.size(); ++i) {
    if (s_.Holds(i, tenure_.term_changed) || Is(i, tenure_.term_changed))
      return true;
  }
  return false;
}

// "Was elected in 2015 for four years": of another term than the one at hand.
bool TermReader::IsOfEarlier() const {
  constexpr Day kYear = 366;
  return std::ranges::any_of(s_.atoms, [&](const Atom& atom) {
    return atom.kind == Atom::Kind::kDate &&
           mentions_.mentions[atom.id].hull.hi + kYear < written_.lo;
  });
}

// "Her term", "Dorsal's contract", "whose contract", "the term of Ana Reis".
std::optional<FoundSubject> TermReader::Whose(std::uint32_t noun) const {
  const Group& g = s_.G(noun);
  if (g.possessor != kNowhere) return phrases_.Person(g.possessor);
  const std::uint32_t features = s_.Info(g.first).features;
  if ((features & kRelative) != 0)
    return noun > 0 && s_.G(noun - 1).kind == GroupKind::kPunct
               ? phrases_.Before(noun - 1)
               : std::nullopt;
  if ((features & kPossessive) != 0) return phrases_.Hers(noun);
  return phrases_.Person(phrases_.Owned(noun));
}

// "Dorsal has signed a contract", "was appointed on a contract", "is under
// contract": whom the verb before tells of.
std::optional<FoundSubject> TermReader::WhoHas(std::uint32_t noun,
                                               std::uint32_t& clause) const {
  for (std::uint32_t i = noun, steps = 0; i > 0 && steps < kReach; ++steps) {
    const Group& g = s_.G(--i);
    if (g.kind == GroupKind::kMark) return std::nullopt;
    if (g.kind != GroupKind::kVerb) continue;
    if (g.clause == kNowhere || (g.verb & kNotTold) != 0 ||
        (!Is(i, tenure_.gets_term) && (g.verb & (kCopula | kHaveMain)) == 0))
      return std::nullopt;
    const Clause& c = s_.parse.clauses[g.clause];
    if (c.conditional || c.question) return std::nullopt;
    clause = g.clause;
    return phrases_.SubjectOf(c);
  }
  return std::nullopt;
}

std::optional<TermReader::Term> TermReader::OfNoun(std::uint32_t noun,
                                                   std::uint32_t value) const {
  Term term;
  term.noun = noun;
  term.contract = Is(noun, tenure_.contract);
  std::optional<FoundSubject> person = Whose(noun);
  if (!person) person = WhoHas(noun, term.clause);
  if (!person || person->entity.kind == Entity::Kind::kEvent)
    return std::nullopt;
  term.person = *std::move(person);
  term.scope.kind = TenureScope::Kind::kPost;
  if (term.contract) term.scope.role = kContractRole;
  // "As president", "with the Kelm Orchestra".
  const auto size = static_cast<std::uint32_t>(s_.parse.groups.groups.size());
  for (std::uint32_t i = noun + 1; i < size && i < noun + kReach && i < value;
       ++i) {
    const Group& g = s_.G(i);
    if (g.kind != GroupKind::kNoun || g.preposition == kNowhere) continue;
    // "A contract for 40 trains".
    if (term.contract &&
        (s_.Info(g.preposition).classes & tenure_.for_time) != 0)
      return std::nullopt;
    if (const auto office = phrases_.At(i, false); office && !term.contract) {
      term.scope.role = office->role;
      term.scope.body = office->body;
    } else if (g.name && term.contract) {
      term.scope.body = phrases_.Body(i).value_or("");
    }
  }
  return term;
}

// "Her term ends on", "the contract runs until", "a contract that runs until".
std::optional<TermReader::Term> TermReader::Running(std::uint32_t verb,
                                                    std::uint32_t value) const {
  const Group& g = s_.G(verb);
  if (g.clause == kNowhere || (g.verb & (kPast | kNegated | kUnsure)) != 0 ||
      (g.verb & (kPassive | kPerfect)) != 0)
    return std::nullopt;
  const std::uint32_t preposition = s_.G(value).preposition;
  const bool until = preposition != kNowhere &&
                     ((s_.Info(preposition).classes & tenure_.until) != 0 ||
                      (s_.Info(preposition).classes & tenure_.until_day) != 0);
  const bool runs = Is(verb, tenure_.runs_on) && until,
             ends = Is(verb, tenure_.runs_out) && !until;
  const Clause& clause = s_.parse.clauses[g.clause];
  if ((!runs && !ends) || clause.conditional || clause.question)
    return std::nullopt;
  std::uint32_t noun = clause.subject;
  if (noun == kNowhere || !IsTerm(noun)) noun = clause.head;
  // "Her term as president ends": nearest the verb is the president.
  for (std::uint32_t i = verb, steps = 0;
       (noun == kNowhere || !IsTerm(noun)) && i > 0 && steps < kReach;
       ++steps) {
    if (s_.G(--i).kind == GroupKind::kVerb) break;
    if (IsTerm(i)) noun = i;
  }
  if (noun == kNowhere || !IsTerm(noun)) return std::nullopt;
  return OfNoun(noun, verb);
}

// The words before a value back to a noun or a verb of it.
std::optional<TermReader::Term> TermReader::Before(std::uint32_t value) const {
  for (std::uint32_t i = value, steps = 0; i > 0 && steps < kReach; ++steps) {
    const Group& g = s_.G(--i);
    if (g.kind == GroupKind::kVerb) return Running(i, value);
    if (g.kind == GroupKind::kPunct || g.kind == GroupKind::kMark)
      return std::nullopt;
    const std::uint32_t preposition = s_.G(value).preposition;
    if (IsTerm(i) && preposition != kNowhere &&
        (s_.Info(preposition).classes & tenure_.until) != 0)
      return Is(i, tenure_.contract) ? OfNoun(i, value) : std::nullopt;
  }
  return std::nullopt;
}

FrameReading TermReader::Make(const Frame& frame, const Term& term,
                              std::uint32_t value) const {
  FrameReading out =
      ReadingAt(frame, StepTo("time", value, term.clause), term.person);
  if (&frame != &Frames().contract) out.scope = ToText(term.scope);
  return out;
}

// A term of five years is neither begun nor rounded: it is 60 months.
Count TermReader::Exactly(Count count) const {
  if (count.unit == TimeUnit::kYear && count.n_max == count.n) {
    count.unit = TimeUnit::kMonth;
    count.n *= kMonthsOfYear;
    count.n_max *= kMonthsOfYear;
  }
  return count;
}

// "Was elected president for six years".
std::optional<FrameReading> TermReader::Appointed(std::uint32_t value) const {
  const std::uint32_t preposition = s_.G(value).preposition;
  if (preposition == kNowhere ||
      (s_.Info(preposition).classes & tenure_.for_time) == 0)
    return std::nullopt;
  for (std::uint32_t i = value, steps = 0; i > 0 && steps < kReach; ++steps) {
    const Group& g = s_.G(--i);
    if (g.kind == GroupKind::kPunct || g.kind == GroupKind::kMark)
      return std::nullopt;
    if (g.kind != GroupKind::kVerb) continue;
    const bool passive = (g.verb & (kPassive | kBareParticiple)) != 0;
    if (g.clause == kNowhere || !passive || (g.verb & kNotTold) != 0 ||
        !Is(i, tenure_.appoint))
      return std::nullopt;
    std::optional<FoundSubject> person =
        phrases_.SubjectOf(s_.parse.clauses[g.clause]);
    if (!person) return std::nullopt;
    Term term;
    term.person = *std::move(person);
    term.clause = g.clause;
    term.scope.kind = TenureScope::Kind::kPost;
    for (std::uint32_t n = i + 1; n < value; ++n) {
      if (s_.G(n).kind != GroupKind::kNoun) continue;
      if (const auto office = phrases_.At(n, false)) {
        term.scope.role = office->role;
        term.scope.body = office->body;
      }
    }
    return Make(Frames().length, term, value);
  }
  return std::nullopt;
}

std::optional<FrameReading> TermReader::Read(const Atom& atom) const {
  const bool date = atom.kind == Atom::Kind::kDate,
             length = atom.kind == Atom::Kind::kDuration;
  if (!date && !length) return std::nullopt;
  const std::uint32_t group = GroupOfAtom(s_.parse, atom);
  const Mention& mention = mentions_.mentions[atom.id];
  if (group == kNowhere || MayChange()) return std::nullopt;
  if (date) {
    if (mention.type != MentionType::kDate ||
        s_.G(group).kind != GroupKind::kValue || mention.hull.hi < written_.lo)
      return std::nullopt;
    const std::optional<Term> term = Before(group);
    return term ? std::optional(Make(Frames().until, *term, group))
                : std::nullopt;
  }
  const bool counted = (mention.count.unit == TimeUnit::kMonth ||
                        mention.count.unit == TimeUnit::kYear) &&
                       !mention.plural_or_vague;
  if (!counted || IsOfEarlier()) return std::nullopt;
  // "A six-year term"; "a term of six years", "a contract for four years".
  std::uint32_t noun = group;
  if (s_.G(group).kind == GroupKind::kValue) {
    if (auto appointed = Appointed(group)) {
      appointed->count = Exactly(mention.count);
      return appointed;
    }
    for (std::uint32_t steps = 0; noun > 0 && steps < 3; ++steps) {
      if (s_.G(--noun).kind == GroupKind::kNoun) break;
    }
    const std::uint32_t preposition = s_.G(group).preposition;
    if (preposition == kNowhere ||
        ((s_.Info(preposition).features & kOfWord) == 0 &&
         (s_.Info(preposition).classes & tenure_.for_time) == 0))
      return std::nullopt;
  }
  if (!IsTerm(noun)) return std::nullopt;
  // "Began serving her nine-year term": of a prisoner, or in office.
  const bool subject = std::ranges::any_of(
      s_.parse.clauses, [&](const Clause& c) { return c.subject == noun; });
  if (Whose(noun) && !subject) return std::nullopt;
  const std::optional<Term> term = OfNoun(noun, group);
  if (!term) return std::nullopt;
  FrameReading out =
      Make(term->contract ? Frames().contract : Frames().length, *term, group);
  out.count = Exactly(mention.count);
  return out;
}

}  // namespace gainsay::internal

#include "claim/debuts.h"

#include <utility>

#include "claim/atoms.h"

namespace gainsay::internal {
namespace {

constexpr std::uint32_t kReach = 8;  // groups from a value to its verb

struct DebutFrames {
  Frame first = ConceptFrame("debut/first", "first_with", "first_with");
  Frame joined = ConceptFrame("debut/joined", "joined_body", "joined_body");
};
const DebutFrames& Frames() {
  static const DebutFrames frames;
  return frames;
}

}  // namespace

DebutClasses::DebutClasses(const SyntaxIndex& index)
    : debut(index.ClassBit("debut")),
      performance(index.ClassBit("first_performance")),
      performs(index.ClassBit("performs_with")),
      with(index.ClassBit("performs_for")),
      as(index.ClassBit("told_as")),
      first(index.ClassBit("first_one")),
      occasion(index.ClassBit("occasion")),
      join(index.ClassBit("join_body")),
      belong(index.ClassBit("belong_to")),
      belong_at(index.ClassBit("belong_at")),
      member(index.ClassBit("member_of")),
      again(index.ClassBit("again")),
      since(index.ClassBit("since_when")) {}

bool DebutReader::Has(std::uint32_t token, ClassSet classes) const {
  return token != kNowhere && (s_.Info(token).classes & classes) != 0;
}

// "The first time", "her first concert".
bool DebutReader::IsFirst(std::uint32_t group) const {
  const Group& g = s_.G(group);
  for (std::uint32_t t = g.first; t < g.last; ++t) {
    if (Has(t, words_.first)) return true;
  }
  return false;
}

DebutReader::Between DebutReader::Before(std::uint32_t value) const {
  Between found;
  for (std::uint32_t i = value, steps = 0; i > 0 && steps < kReach; ++steps) {
    const Group& g = s_.G(--i);
    if (g.kind == GroupKind::kPunct || g.kind == GroupKind::kMark ||
        g.kind == GroupKind::kConjunction)
      return {};
    if (g.kind == GroupKind::kVerb) {
      found.verb = i;
      return found;
    }
    if (g.kind != GroupKind::kNoun) continue;
    const ClassSet of = phrases_.Of(i);
    if (Has(g.preposition, words_.as)) found.as = true;
    if ((of & words_.debut) != 0) {
      // "Her home debut": of some kind.
      found.debut = g.last <= g.first + 2;
      found.as |= !found.debut;
    } else if ((of & words_.performance) != 0) {
      found.debut |= IsFirst(i);
    } else if ((of & words_.occasion) != 0) {
      // "For the first time this season": not ever.
      found.first_time |= IsFirst(i) && i + 2 >= value;
      found.as |= i + 2 < value;
    } else if ((of & words_.member) != 0 && !g.name) {
      found.member = true;
    } else if (g.name && g.role == GroupRole::kPossessor) {
      found.as = true;  // "Kelm United's youth team"
    } else if (g.name && found.body == kNowhere) {
      found.body = i;
    } else {
      found.other = true;      // "on loan"
      found.aside |= !g.name;  // "after her injury"
    }
  }
  return {};
}

std::optional<FrameReading> DebutReader::Make(const Frame& frame,
                                              const Between& found,
                                              std::uint32_t value) const {
  const Group& verb = s_.G(found.verb);
  const Clause& clause = s_.parse.clauses[verb.clause];
  std::optional<FoundSubject> person = phrases_.SubjectOf(clause);
  const std::optional<std::string> body = phrases_.Body(found.body);
  if (!person || !body || body->empty() ||
      person->entity.kind != Entity::Kind::kPerson)
    return std::nullopt;
  FrameReading out =
      ReadingAt(frame, StepTo("time", value, verb.clause), *std::move(person));
  out.scope = "with " + *body;
  return out;
}

std::optional<FrameReading> DebutReader::Read(const Atom& atom) const {
  if (atom.kind != Atom::Kind::kDate) return std::nullopt;
  const std::uint32_t group = GroupOfAtom(s_.parse, atom);
  if (group == kNowhere || s_.G(group).kind != GroupKind::kValue ||
      mentions_.mentions[atom.id].type != MentionType::kDate)
    return std::nullopt;
  const Between found = Before(group);
  if (found.verb == kNowhere || found.body == kNowhere || found.as)
    return std::nullopt;
  const Group& verb = s_.G(found.verb);
  // "Appeared with" is as sure as any.
  if (verb.clause == kNowhere || (verb.verb & kNotTold & ~kUnsure) != 0 ||
      (verb.verb & kPassive) != 0)
    return std::nullopt;
  const Clause& clause = s_.parse.clauses[verb.clause];
  if (clause.conditional || clause.question) return std::nullopt;
  for (std::uint32_t i = clause.first; i < clause.last; ++i) {
    if (s_.Holds(i, words_.again)) return std::nullopt;
  }
  const std::uint32_t preposition = s_.G(group).preposition,
                      of_body = s_.G(found.body).preposition;
  const ClassSet of = phrases_.Of(found.verb);
  const bool past = (verb.verb & kPast) != 0 && (verb.verb & kPerfect) == 0,
             on = preposition == kNowhere ||
                  (s_.Info(preposition).features & kPlaceWord) != 0;
  if (past && on) {
    const bool beside = of_body == kNowhere || Has(of_body, words_.with);
    const bool adverb = IsFirst(found.verb) ||
                        (verb.first > 0 && Has(verb.first - 1, words_.first));
    // "First sang Tosca at the Kelm Opera": not for the first time there.
    const bool first = found.first_time || adverb;
    if (beside && !found.aside &&
        (found.debut || (first && !found.other && (of & words_.performs) != 0)))
      return Make(Frames().first, found, group);
    if (of_body == kNowhere && !found.other && (of & words_.join) != 0)
      return Make(Frames().joined, found, group);
    return std::nullopt;
  }
  // "Has been a member of the choir since", "has worked for Volta Air since".
  const bool perfect = (verb.verb & kPerfect) != 0 && (verb.verb & kPast) == 0;
  if (!perfect || !Has(preposition, words_.since) ||
      !Has(of_body, words_.belong_at))
    return std::nullopt;
  const bool belongs =
      (of & words_.belong) != 0 || ((verb.verb & kCopula) != 0 && found.member);
  return belongs ? Make(Frames().joined, found, group) : std::nullopt;
}

}  // namespace gainsay::internal

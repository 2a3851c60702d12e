// What a number of a sentence counts. See told.h.
#include <algorithm>
#include <string>

#include "claim/told.h"
#include "resolve/attach.h"

namespace gainsay::internal {
namespace {

constexpr std::uint16_t kNoFact =
    kPlannedVerb | kFuture | kUnsure | kDeniedVerb | kNegated;
// Lexicographer files of nouns that count no things: of time, of quantities.
constexpr std::uint8_t kTimeFile = 28, kQuantityFile = 23;
// Marks the key of how often something was done.
constexpr char kTimesMark = '#';

}  // namespace

// What stands between a number and its noun, and what that is of: "passenger
// trains", "pieces of evidence".
void ToldReader::Narrow(const Group& g, const Atom& a, ToldAmount& told) const {
  for (std::uint32_t t = a.last; t < g.head; ++t) {
    const WordInfo& info = s_.Info(t);
    const auto tag = static_cast<Tag>(s_.text.tokens[t].tag);
    if (tag == Tag::kPunct || tag == Tag::kAdverb || tag == Tag::kConjunction)
      continue;
    const StringId lemma =
        info.noun.valid() ? info.noun : s_.text.tokens[t].folded;
    const bool name = tag == Tag::kName || s_.names.At(t) != nullptr ||
                      (s_.text.tokens[t].flags & kCapitalised) != 0;
    (name ? told.narrow_names : told.narrow).push_back(lemma);
  }
  std::ranges::sort(told.narrow);
  std::ranges::sort(told.narrow_names);
}

// "310 exhibitors from abroad", "24 trucks with food", "40 stalls in the new
// hall": some of those that there are.
void ToldReader::NarrowBehind(std::uint32_t group, ToldAmount& told) const {
  const auto& groups = s_.parse.groups.groups;
  // "The nine coaches that serve this road".
  if ((groups[group].features & kDefinite) != 0 && RelativeOn(group)) {
    for (const Clause& clause : s_.parse.clauses) {
      if (clause.head == group && clause.verb != kNowhere)
        told.behind = s_.G(clause.verb).lemma;
    }
    if (told.behind.valid()) return;
  }
  if (group + 1 >= groups.size() ||
      groups[group + 1].kind != GroupKind::kPreposition) {
    if (group + 1 < groups.size() && Is(group + 1, "told_where"))
      told.behind = s_.text.tokens[groups[group + 1].head].folded;
    return;
  }
  if (group + 2 >= groups.size()) return;
  const Group& of = groups[group + 2];
  const bool origin = Is(group + 1, "told_narrowing");
  bool apart = false;  // "the new hall"
  for (std::uint32_t t = of.first; t < of.head; ++t)
    apart = apart || (s_.Info(t).classes & Class("another_place")) != 0;
  if (Is(group + 2, "told_where") ||
      (of.kind == GroupKind::kNoun && of.atom == kNowhere && (origin || apart)))
    told.behind = s_.text.tokens[of.head].folded;
}

// "At the start of the strike 23 ships", "when it ended 41 ships": counted
// then, and at no other time; "first drilled with a width of": before the last
// one.
void ToldReader::NotePhase(std::uint32_t group, ToldAmount& told) const {
  const auto& groups = s_.parse.groups.groups;
  for (std::uint32_t i = 0; i < groups.size(); ++i) {
    const ClassSet of = s_.words.Of(groups[i].lemma).classes;
    const bool at = groups[i].kind == GroupKind::kNoun &&
                    groups[i].preposition != kNowhere &&
                    groups[i].clause == groups[group].clause &&
                    (of & Class("told_phase")) != 0;
    if (at) told.behind = groups[i].lemma;
  }
  for (const Clause& clause : s_.parse.clauses) {
    if (clause.mark == kNowhere || clause.verb == kNowhere ||
        (s_.Info(s_.G(clause.mark).first).features & kWhenWord) == 0)
      continue;
    const StringId lemma = s_.G(clause.verb).lemma;
    if ((s_.words.Of(lemma).classes & Class("told_phase_verb")) != 0)
      told.behind = lemma;
  }
  const std::uint32_t index = groups[group].clause;
  const std::uint32_t verb =
      index == kNowhere ? kNowhere : s_.parse.clauses[index].verb;
  if (verb == kNowhere) return;
  const std::uint32_t first = groups[verb].first;
  const bool at_first =
      s_.Holds(verb, Class("told_at_first")) ||
      (first > 0 && (s_.Info(first - 1).classes & Class("told_at_first")) != 0);
  if (at_first) told.aside = ToldAmount::Aside::kPart;
}

// True if the head of a group is a word of a class.
bool ToldReader::Is(std::uint32_t group, std::string_view name) const {
  return (s_.Info(s_.G(group).head).classes & Class(name)) != 0;
}

// "All 86 permanent musicians", not "all 71 who came", "all 71 present".
bool ToldReader::CountsAll(std::uint32_t group, const Atom& a) const {
  const Group& g = s_.G(group);
  if (a.first == 0 || g.head + 1 != g.last || RelativeOn(group) ||
      (s_.Info(a.first - 1).classes & Class("all_of")) == 0)
    return false;
  const auto& groups = s_.parse.groups.groups;
  return group + 1 >= groups.size() ||
         (groups[group + 1].kind != GroupKind::kAdjective &&
          (groups[group + 1].kind != GroupKind::kVerb ||
           (groups[group + 1].verb & kBareParticiple) == 0));
}

// "Exhibitors from 24 countries": of how many, all told.
StringId ToldReader::OriginsOf(std::uint32_t atom, ToldAmount& told) const {
  const Atom& a = s_.atoms[atom];
  const std::uint32_t group = GroupOfAtom(s_.parse, a);
  const Group& g = s_.G(group);
  if (a.kind != Atom::Kind::kNumber || a.share || group < 2 ||
      g.kind != GroupKind::kNoun || g.head != a.last || !g.plural ||
      (s_.words.Of(g.lemma).classes & Class("told_origin")) == 0 ||
      g.preposition == kNowhere || told.value.number < 2 ||
      (s_.Info(g.preposition).classes & Class("told_from")) == 0)
    return {};
  const Group& who = s_.G(group - 2);
  if (who.kind != GroupKind::kNoun || !who.plural || who.name ||
      s_.Info(who.head).first == Tag::kPronoun)
    return {};
  told.total = told.by_story = true;
  told.names.clear();
  told.someone = false;
  const Token& head = s_.text.tokens[g.head];
  told.label = s_.words.interner().Intern(
      s_.text.text.substr(head.begin, head.end - head.begin));
  for (std::uint32_t t = who.first; t < who.head; ++t) {
    const auto tag = static_cast<Tag>(s_.text.tokens[t].tag);
    if (tag == Tag::kAdjective || tag == Tag::kNoun)
      told.narrow.push_back(s_.text.tokens[t].folded);
  }
  std::ranges::sort(told.narrow);
  return s_.words.interner().Intern(
      std::string(View(g.lemma)) + " of " +
      std::string(rows_.LikeNoun(View(who.lemma))));
}

// The noun of a set of people or things that a number is the size of: "a
// workforce of 290"; of a list's end: "the passengers, 386 in all".
std::uint32_t ToldReader::SetBefore(const Group& g) const {
  if (g.preposition != kNowhere && g.governor != kNowhere &&
      (s_.Info(g.preposition).features & kOfWord) != 0 &&
      (s_.words.Of(s_.G(g.governor).lemma).classes & Class("told_set")) != 0)
    return g.governor;
  const auto at = static_cast<std::uint32_t>(&g - &s_.G(0));
  if (at < 2 || s_.G(at - 1).kind != GroupKind::kPunct ||
      s_.G(at - 2).kind != GroupKind::kNoun || !s_.G(at - 2).plural ||
      s_.G(at - 2).atom != kNowhere)
    return kNowhere;
  const Segment& segment = s_.text.segments[s_.index];
  const std::uint32_t end = std::min(segment.last, g.last + 2);
  for (const std::string_view phrase : s_.words.index().tables().totals) {
    if (SaysAny(phrase, g.last, end)) return at - 2;
  }
  return kNowhere;
}

// "Put the number of houses destroyed at 64", "the number of farms is 12": the
// houses, the farms.
std::uint32_t ToldReader::TallyOf(std::uint32_t atom) const {
  const std::uint32_t group = GroupOfAtom(s_.parse, s_.atoms[atom]);
  const Group& g = s_.G(group);
  const bool at = g.preposition != kNowhere &&
                  (s_.Info(g.preposition).classes & Class("told_at")) != 0;
  const bool is =
      g.clause != kNowhere && s_.parse.clauses[g.clause].predicate == group;
  if (!at && !is) return kNowhere;
  for (std::uint32_t i = group; i > 2; --i) {
    const Group& of = s_.G(i - 1);
    if (of.atom != kNowhere) return kNowhere;
    if ((s_.words.Of(of.lemma).classes & Class("tally")) != 0) return kNowhere;
    if (of.kind == GroupKind::kNoun && of.preposition != kNowhere &&
        (s_.Info(of.preposition).features & kOfWord) != 0 &&
        (s_.words.Of(s_.G(i - 3).lemma).classes & Class("tally")) != 0)
      return i - 1;
  }
  return kNowhere;
}

// The group of the noun that a number counts.
std::uint32_t ToldReader::CountedGroup(std::uint32_t atom) const {
  const Atom& a = s_.atoms[atom];
  const std::uint32_t group = GroupOfAtom(s_.parse, a);
  const Group& g = s_.G(group);
  // "All 14 members of the crew".
  const auto& groups = s_.parse.groups.groups;
  for (std::uint32_t i = group + 1; i < groups.size(); ++i) {
    if (groups[i].governor == group && groups[i].preposition != kNowhere &&
        (s_.Info(groups[i].preposition).features & kOfWord) != 0 &&
        (s_.words.Of(g.lemma).classes & Class("told_member")) != 0 &&
        (s_.words.Of(groups[i].lemma).classes & Class("told_set")) != 0)
      return i;
  }
  if (g.kind == GroupKind::kNoun && g.head >= a.last)
    return g.name ? kNowhere : group;
  const std::uint32_t set = SetBefore(g);
  if (set != kNowhere) return set;
  const std::uint32_t tally = TallyOf(atom);
  if (tally != kNowhere) return tally;
  const std::uint32_t complement = ComplementOf(group);
  return complement != kNowhere ? complement : LabelOf(atom);
}

// The noun that a number counts, by what it goes; none where that is counted
// everywhere.
StringId ToldReader::CountedNoun(std::uint32_t atom, ToldAmount& told) const {
  const Atom& a = s_.atoms[atom];
  if (a.kind != Atom::Kind::kNumber || a.share || told.value.number < 2)
    return {};
  const std::uint32_t group = CountedGroup(atom);
  if (group == kNowhere) return {};
  const Group& g = s_.G(group);
  const StringId key = NounKey(group, told);
  if (!key.valid()) return {};
  if (group == GroupOfAtom(s_.parse, a)) {
    Narrow(g, a, told);
    NarrowBehind(group, told);
    NotePhase(group, told);
    Owner(group, told);
    Period(group, told);
    if (CountsAll(group, a)) told.total = true;
  } else if (ComplementOf(GroupOfAtom(s_.parse, a)) == group) {
    told.total = true;  // of a whole that is told, too
  } else if (group + 1 < s_.parse.groups.groups.size() &&
             s_.G(group + 1).kind == GroupKind::kVerb &&
             (s_.G(group + 1).verb & (kPast | kBareParticiple)) != 0) {
    told.verb =
        s_.words.interner().Intern(rows_.LikeVerb(View(s_.G(group + 1).lemma)));
  }
  return key;
}

// By what the noun of a group goes; none where that is counted everywhere.
StringId ToldReader::NounKey(std::uint32_t group, ToldAmount& told) const {
  const Group& g = s_.G(group);
  const WordInfo& info = s_.words.Of(g.lemma);
  const std::string_view lemma = View(g.lemma);
  const bool set = (info.classes & Class("told_set")) != 0;
  // Of what is counted everywhere only a period tells which number it is.
  told.by_period = (info.classes & Class("counted_everywhere")) != 0;
  if ((told.by_period && rows_.WholesOf(lemma).empty()) || !info.known ||
      (!g.plural && !set))
    return {};
  if (!rows_.Lists(lemma) && !told.by_period &&
      (info.noun_file == kTimeFile || info.noun_file == kQuantityFile ||
       info.noun_file == kPlaceFile))
    return {};
  const Token& head = s_.text.tokens[g.head];
  told.label = s_.words.interner().Intern(
      s_.text.text.substr(head.begin, head.end - head.begin));
  return s_.words.interner().Intern(rows_.LikeNoun(lemma));
}

// "Was put off three times": how often it was, of what.
StringId ToldReader::CountedTimes(std::uint32_t atom, ToldAmount& told) const {
  const Atom& a = s_.atoms[atom];
  const std::uint32_t group = GroupOfAtom(s_.parse, a);
  const Group& g = s_.G(group);
  if (told.value.number < 2 || g.clause == kNowhere ||
      (s_.words.Of(g.lemma).classes & Class("occasion")) == 0)
    return {};
  const Clause& clause = s_.parse.clauses[g.clause];
  if (clause.verb == kNowhere ||
      (s_.words.Of(s_.G(clause.verb).lemma).classes & Class("put_off")) == 0)
    return {};
  const std::uint32_t thing = s_.parse.Patient(clause);
  AddThing(thing != kNowhere ? thing : clause.subject, told);
  told.label = told.verb;
  return s_.words.interner().Intern(std::string(View(told.verb)) + kTimesMark);
}

bool ToldReader::IsNoFact(std::uint32_t clause, bool even_denied) const {
  const std::uint16_t no_fact =
      even_denied ? kNoFact & ~(kDeniedVerb | kNegated) : kNoFact;
  for (std::uint32_t depth = 0; clause != kNowhere && depth < 4; ++depth) {
    const Clause& c = s_.parse.clauses[clause];
    // "Will spend three years in prison for stealing 460,000": has stolen.
    if (c.verb != kNowhere && c.verb > 0 &&
        (s_.G(c.verb).verb & kGerundVerb) != 0 &&
        s_.G(c.verb - 1).kind == GroupKind::kPreposition &&
        (s_.Info(s_.G(c.verb - 1).first).classes & Class("told_matter")) != 0)
      return false;
    if (c.question || c.conditional || c.kind == Clause::Kind::kInfinitive)
      return true;
    if (c.verb != kNowhere) {
      const Group& verb = s_.G(c.verb);
      if ((verb.verb & no_fact) != 0 ||
          (s_.words.Of(verb.lemma).classes & Class("forecast")) != 0)
        return true;
    }
    // "To be put on a footing, a day after she led": that she did.
    const bool after = c.kind == Clause::Kind::kSubordinate &&
                       c.mark != kNowhere && c.verb != kNowhere &&
                       (s_.G(c.mark).features & kTemporal) != 0 &&
                       (s_.G(c.verb).verb & kPast) != 0;
    if (c.kind == Clause::Kind::kMain || c.kind == Clause::Kind::kRelative ||
        after)
      break;
    clause = c.parent;
  }
  return false;
}

// "Will cut 1,200 jobs", "is to cost 118 million".
bool ToldReader::IsPlan(std::uint32_t clause) const {
  if (clause == kNowhere) return false;
  const Clause& c = s_.parse.clauses[clause];
  if (c.verb == kNowhere || c.question || c.conditional) return false;
  const Group& verb = s_.G(c.verb);
  // "Is to cost".
  const bool is_to =
      c.kind == Clause::Kind::kInfinitive && c.verb > 0 &&
      (s_.G(c.verb - 1).verb & kCopula) != 0 &&
      (s_.words.Of(s_.G(c.verb - 1).lemma).classes & Class("forecast")) == 0;
  if (c.kind == Clause::Kind::kInfinitive && !is_to) return false;
  // "Is expected to cost" is an estimate.
  for (std::uint32_t t = verb.first; t < verb.last; ++t) {
    const StringId lemma = s_.Info(t).verb;
    if (lemma.valid() && (s_.words.Of(lemma).classes & Class("forecast")) != 0)
      return false;
  }
  return (is_to || (verb.verb & (kFuture | kPlannedVerb)) != 0) &&
         (verb.verb & (kNegated | kUnsure | kDeniedVerb)) == 0;
}

}  // namespace gainsay::internal

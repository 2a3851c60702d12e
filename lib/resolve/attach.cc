#include "resolve/attach.h"

#include <algorithm>
#include <charconv>

#include "resolve/path_finder.h"

namespace gainsay::internal {

bool PathFinder::Extend(ValuePath& path, std::string_view relation,
                        std::uint32_t group, bool verb) {
  if (path.size == ValuePath::kMaxSteps || found_.size() >= kMaxPaths)
    return false;
  const Group& g = G(group);
  const WordInfo& info = words_.Of(g.lemma);
  // What names are made of says nothing of who is named: "Mary Smith".
  const ClassSet people = words_.index().ClassBit("people");
  path.steps[path.size++] = {
      relation, g.lemma, g.name ? info.classes & ~people : info.classes,
      group,    verb,    g.clause};
  return true;
}

void PathFinder::Noun(const ValuePath& path, std::string_view relation,
                      std::uint32_t group) {
  ValuePath next = path;
  if (!Extend(next, relation, group, false)) return;
  Outward(next, group);
  Emit(next);
}

void PathFinder::Verb(const ValuePath& path, std::string_view relation,
                      std::uint32_t group) {
  ValuePath next = path;
  if (Extend(next, relation, group, true)) Emit(next);
}

void PathFinder::FromSubject(const ValuePath& path, const Clause& clause) {
  if (clause.verb == kNowhere) return;
  const Group& verb = G(clause.verb);
  if ((verb.verb & kCopula) != 0 && clause.predicate != kNowhere)
    return Verb(path, "is", clause.predicate);
  Verb(path, (verb.verb & kPassive) != 0 ? "obj" : "subj", clause.verb);
}

void PathFinder::FromObject(const ValuePath& path, std::uint32_t group,
                            const Clause& clause) {
  if (clause.verb == kNowhere) return;
  const std::uint32_t first =
      G(group).same_as != kNowhere ? G(group).same_as : group;
  if (clause.predicate == first && clause.subject != kNowhere) {
    ValuePath next = path;
    if (!Extend(next, "is", clause.subject, false)) return;
    next.steps[next.size - 1].clause = G(clause.verb).clause;
    return Emit(next);
  }
  Verb(path, G(group).role == GroupRole::kMeasure ? "obj2" : "obj",
       clause.verb);
}

void PathFinder::FromPreposition(const ValuePath& path, std::uint32_t group) {
  const Group& g = G(group);
  const std::string_view preposition = View(g.preposition);
  const Clause* clause = ClauseOf(group);
  const bool of = (Info(g.preposition).features & kOfWord) != 0;
  // "A third of the 300 workers died": what is told of the third.
  const std::uint32_t share =
      g.governor == kNowhere && group > 1 ? group - 2 : g.governor;
  if (of && path.size == 1 && path.steps[0].relation == "count" &&
      share != kNowhere && IsShare(share))
    return Outward(path, share);
  if (time_ && path.size == 0 && !of && g.governor != kNowhere &&
      clause != nullptr && clause->verb != kNowhere)
    return FromTime(group, *clause);
  // "sold the stake to Polly Peck of Britain for $110 million": a name takes
  // no amount.
  const bool named = !of && path.size == 0 && g.kind == GroupKind::kValue &&
                     g.governor != kNowhere && G(g.governor).name &&
                     clause != nullptr && clause->verb != kNowhere;
  if (named && G(g.governor).same_as == kNowhere)
    Verb(path, preposition, clause->verb);
  if (g.governor != kNowhere) Noun(path, preposition, g.governor);
  if ((of && g.governor != kNowhere) || named) return;
  // "one at $199 and another at $299": the noun, not the verb, takes it.
  if (g.governor != kNowhere &&
      (!IsPlain(g.governor) || G(g.governor).role == GroupRole::kNone)) {
    return;
  }
  if (clause == nullptr || clause->verb == kNowhere) return;
  if (clause->predicate != kNowhere &&
      G(clause->predicate).kind == GroupKind::kAdjective) {
    Verb(path, preposition, clause->predicate);
  }
  Verb(path, preposition, clause->verb);
}

// True for what happens or is said, and so has a time of its own: "the raid",
// "its report"; not for "the harbour", "Palmer".
bool PathFinder::TakesTime(std::uint32_t group) {
  const Group& g = G(group);
  if (g.kind != GroupKind::kNoun || g.name) return false;
  const std::uint8_t file = words_.Of(g.lemma).noun_file;
  return file == kEventFile || file == kActFile || file == kPhenomenonFile ||
         file == kProcessFile || file == kStateFile;
}

// No conjunct, or one right behind the other: "a drought and famine in 1974";
// but "met Bos in 2003 and Lind in 2004".
bool PathFinder::IsPlain(std::uint32_t group) const {
  if (G(group).same_as == kNowhere) return true;
  return group >= 2 && G(group - 1).kind == GroupKind::kConjunction &&
         G(group - 2).kind == GroupKind::kNoun &&
         G(group - 2).role == G(group).role &&
         G(group).role != GroupRole::kSubject;
}

// "The Fire Safety Order 2005", "Expo 2010": a year right behind a name is part
// of it.
bool PathFinder::IsNamed(std::uint32_t group) const {
  const Group& g = G(group);
  return group > 0 && g.kind == GroupKind::kValue && g.last == g.first + 1 &&
         text_.tokens[g.first].shape == TokenShape::kNumber &&
         G(group - 1).kind == GroupKind::kNoun && G(group - 1).name;
}

// "The rest of the report for Wednesday is", "her third win in two weeks was":
// said of the subject; but "The firm in May sold".
bool PathFinder::OfSubject(std::uint32_t group, const Clause& clause) {
  const Group& g = G(group);
  if (clause.subject == kNowhere || clause.subject >= group ||
      group > clause.verb)
    return false;
  for (std::uint32_t i = clause.subject; i < group; ++i) {
    if (G(i).kind == GroupKind::kPunct || G(i).kind == GroupKind::kMark)
      return false;
  }
  return atoms_[g.atom].kind == Atom::Kind::kDuration ||
         (Info(g.preposition).features & kForWord) != 0;
}

// When: what happens takes it ("the collapse of the bank in 2008"), else the
// verb ("destroyed the warehouse in Palmer on Tuesday"), and what stands right
// before it last.
void PathFinder::FromTime(std::uint32_t group, const Clause& clause) {
  constexpr int kMostSteps = 3;
  const Group& g = G(group);
  const std::string_view preposition = View(g.preposition);
  std::uint32_t noun = g.governor;
  for (int i = 0; i < kMostSteps && noun != kNowhere && !TakesTime(noun); ++i)
    noun =
        G(noun).role == GroupRole::kPrepositional ? G(noun).governor : kNowhere;
  if (noun != kNowhere && TakesTime(noun)) Noun({}, preposition, noun);
  // "In an interview with Bos in 2007, the minister said".
  const bool fronted = clause.subject != kNowhere && group < clause.subject;
  const bool subject = fronted || OfSubject(group, clause);
  for (std::uint32_t n = g.governor; subject && n != kNowhere;
       n = G(n).governor) {
    if (G(n).name || n == noun) continue;
    Noun({}, preposition, n);
    break;
  }
  // "Amid the firm's announcement on Monday": somebody's own.
  const Group& host = G(g.governor);
  if (host.possessor != kNowhere && host.role == GroupRole::kPrepositional &&
      words_.Of(host.lemma).noun_file == kCommunicationFile)
    return Noun({}, preposition, g.governor);
  // "Met Bos in 2003 and Lind in 2004"; but "the prize for health and peace".
  if (host.role != GroupRole::kNone &&
      (IsPlain(g.governor) || host.role == GroupRole::kPrepositional))
    Verb({}, preposition, clause.verb);
  if (noun != g.governor) Noun({}, preposition, g.governor);
}

// "Karel Bos (1901-1977)": "first" or "second" of two dates in one pair of
// brackets; else empty.
std::string_view PathFinder::EndOfSpan(std::uint32_t group) const {
  const auto date = [&](std::uint32_t i) {
    return i < parse_.groups.groups.size() && G(i).bracketed &&
           G(i).kind == GroupKind::kValue &&
           atoms_[G(i).atom].kind == Atom::Kind::kDate &&
           G(i).governor == G(group).governor;
  };
  if (!time_ || !date(group)) return {};
  std::uint32_t first = group, second = group;
  if (group + 1 < parse_.groups.groups.size() &&
      G(group + 1).kind == GroupKind::kPunct && date(group + 2)) {
    second = group + 2;
  } else if (group >= 2 && G(group - 1).kind == GroupKind::kPunct &&
             date(group - 2)) {
    first = group - 2;
  }
  if (first == second || IsTerm(first, second)) return {};
  return group == first ? "first" : "second";
}

// "Bos (1996-2011), Berg (2011-2021)" held an office, and nobody of whom that
// is told lived for 15 years.
bool PathFinder::IsTerm(std::uint32_t first, std::uint32_t second) const {
  constexpr int kShortestLife = 18;
  const auto year = [&](std::uint32_t group) {
    int n = 0;
    const std::string_view word = text_.View(text_.tokens[G(group).head]);
    const bool digits =
        std::from_chars(word.data(), word.data() + word.size(), n).ptr ==
        word.data() + word.size();
    return digits ? n : 0;
  };
  const int from = year(first), to = year(second);
  if (from == 0 || to == 0) return false;
  if (to - from < kShortestLife) return true;
  for (std::uint32_t i = 0; i < parse_.groups.groups.size(); ++i) {
    const Group& g = G(i);
    if (!g.bracketed || g.kind != GroupKind::kValue || i == first ||
        i == second || g.governor == G(first).governor)
      continue;
    const int other = year(i);
    if (other == from || other == to) return true;
  }
  return false;
}

// "the six paintings that were stolen": what a relative clause tells of it.
void PathFinder::Relative(const ValuePath& path, std::uint32_t group) {
  for (const Clause& clause : parse_.clauses) {
    if (clause.kind != Clause::Kind::kRelative || clause.head != group ||
        clause.verb == kNowhere)
      continue;
    if (clause.subject == group) {
      FromSubject(path, clause);
    } else {
      Verb(path, "obj", clause.verb);
    }
  }
}

void PathFinder::Outward(const ValuePath& path, std::uint32_t group) {
  const Group& g = G(group);
  if (g.kind == GroupKind::kNoun || (g.kind == GroupKind::kValue && !time_))
    Relative(path, group);
  const Clause* clause = ClauseOf(g.same_as != kNowhere ? g.same_as : group);
  switch (g.role) {
    case GroupRole::kSubject:
      if (clause != nullptr) FromSubject(path, *clause);
      return;
    case GroupRole::kObject:
    case GroupRole::kMeasure:
      if (clause != nullptr) FromObject(path, group, *clause);
      return;
    case GroupRole::kPrepositional:
      return FromPreposition(path, group);
    case GroupRole::kApposition:
      if (const std::string_view end = EndOfSpan(group); !end.empty())
        return Noun(path, end, g.governor);
      return Noun(path, g.bracketed ? "par" : "app", g.governor);
    case GroupRole::kTime:
      if (IsNamed(group)) Noun(path, "pre", group - 1);
      if (clause != nullptr && clause->verb != kNowhere)
        Verb(path, "time", clause->verb);
      return;
    case GroupRole::kNone:
    case GroupRole::kPossessor:
      return;
  }
}

ValuePaths PathFinder::Run(std::uint32_t atom) {
  const Atom& where = atoms_[atom];
  const std::uint32_t group = GroupOfAtom(parse_, where);
  if (group == kNowhere) return {};
  const Group& g = G(group);
  time_ = where.kind == Atom::Kind::kDate ||
          where.kind == Atom::Kind::kDuration || where.kind == Atom::Kind::kSet;
  if (g.kind == GroupKind::kNoun) {
    Inside(where, group);
    return found_;
  }
  if (g.kind == GroupKind::kVerb && time_) {  // "who yesterday left"
    Verb({}, "time", group);
    return found_;
  }
  if (where.kind != Atom::Kind::kDate && Compares(group)) {
    ValuePath path;
    if (Extend(path, "adj", group + 1, false)) {
      Outward(path, group);
      Emit(path);
    }
  }
  if (g.kind == GroupKind::kValue) {
    if (g.role == GroupRole::kPossessor) Possessed(group);
    if (where.kind != Atom::Kind::kDate) Amount(group);
    if (where.kind == Atom::Kind::kDate) When(where, group);
    if (!time_) {
      Shared(where, group);
      Numbered(group);
      // "Up 13% from".
      if (group > 0 && G(group - 1).kind == GroupKind::kAdverb &&
          (Info(G(group - 1).first).tags & Bit(Tag::kPreposition)) != 0 &&
          where.kind == Atom::Kind::kQuantity) {
        ValuePath path;
        if (Extend(path, "adj", group - 1, false)) Emit(path);
      }
    }
    Outward({}, group);
    if (!time_) Hedged(group);
  }
  return found_;
}

std::uint32_t GroupOfAtom(const Parse& parse, const Atom& atom) {
  const auto& groups = parse.groups.groups;
  const auto it = std::upper_bound(groups.begin(), groups.end(), atom.first,
                                   [](std::uint32_t token, const Group& group) {
                                     return token < group.first;
                                   });
  if (it == groups.begin()) return kNowhere;
  return atom.first < (it - 1)->last
             ? static_cast<std::uint32_t>(it - 1 - groups.begin())
             : kNowhere;
}

ValuePaths PathsOf(const TokenizedText& text, std::span<const Atom> atoms,
                   const Parse& parse, std::uint32_t atom, WordTable& words) {
  return PathFinder(text, atoms, parse, words).Run(atom);
}

}  // namespace gainsay::internal

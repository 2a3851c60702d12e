#include "resolve/attach.h"

#include <algorithm>

#include "text/tag.h"

namespace gainsay::internal {
namespace {

constexpr std::size_t kMaxPaths = 8;

class PathFinder {
 public:
  PathFinder(const TokenizedText& text, std::span<const Atom> atoms,
             const Parse& parse, WordTable& words)
      : text_(text), atoms_(atoms), parse_(parse), words_(words) {}

  ValuePaths Run(std::uint32_t atom);

 private:
  const Group& G(std::uint32_t i) const { return parse_.G(i); }
  const WordInfo& Info(std::uint32_t token) {
    return words_.Of(text_.tokens[token].folded);
  }
  std::string_view View(std::uint32_t token) {
    return words_.interner().View(text_.tokens[token].folded);
  }

  void Inside(const Atom& atom, std::uint32_t group);
  void Amount(std::uint32_t group);
  std::string_view EndOfSpan(std::uint32_t group) const;
  void Relative(const ValuePath& path, std::uint32_t group);
  void Possessed(std::uint32_t group);
  void When(const Atom& atom, std::uint32_t group);
  void Neighbour(std::string_view relation, std::uint32_t token,
                 std::uint32_t group);
  void Outward(const ValuePath& path, std::uint32_t group);
  void FromSubject(const ValuePath& path, const Clause& clause);
  void FromObject(const ValuePath& path, std::uint32_t group,
                  const Clause& clause);
  void FromPreposition(const ValuePath& path, std::uint32_t group);
  void FromTime(std::uint32_t group, const Clause& clause);
  bool TakesTime(std::uint32_t group);
  void Noun(const ValuePath& path, std::string_view relation,
            std::uint32_t group);
  void Verb(const ValuePath& path, std::string_view relation,
            std::uint32_t group);
  bool Extend(ValuePath& path, std::string_view relation, std::uint32_t group,
              bool verb);
  bool IsShare(std::uint32_t group) const {
    const Group& g = G(group);
    if (g.atom == kNowhere || !atoms_[g.atom].share) return false;
    return g.kind == GroupKind::kValue ||
           (g.head >= atoms_[g.atom].first && g.head < atoms_[g.atom].last);
  }
  void Emit(const ValuePath& path) {
    if (path.size > 0 && found_.size() < kMaxPaths) found_.push_back(path);
  }
  const Clause* ClauseOf(std::uint32_t group) const {
    const std::uint32_t c = G(group).clause;
    return c == kNowhere ? nullptr : &parse_.clauses[c];
  }

  const TokenizedText& text_;
  std::span<const Atom> atoms_;
  const Parse& parse_;
  WordTable& words_;
  ValuePaths found_;
  bool time_ = false;  // the value is a date or duration
};

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
  if (clause.predicate == group && clause.subject != kNowhere) {
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
  if (g.governor != kNowhere && (G(g.governor).same_as != kNowhere ||
                                 G(g.governor).role == GroupRole::kNone)) {
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
  if (G(g.governor).same_as == kNowhere &&
      G(g.governor).role != GroupRole::kNone)
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
  const bool dash_after = group + 1 < parse_.groups.groups.size() &&
                          G(group + 1).kind == GroupKind::kPunct;
  if (dash_after && date(group + 2)) return "first";
  if (group >= 2 && G(group - 1).kind == GroupKind::kPunct && date(group - 2))
    return "second";
  return {};
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
  if (g.kind == GroupKind::kNoun) Relative(path, group);
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
      if (clause != nullptr && clause->verb != kNowhere)
        Verb(path, "time", clause->verb);
      return;
    case GroupRole::kNone:
    case GroupRole::kPossessor:
      return;
  }
}

void PathFinder::Neighbour(std::string_view relation, std::uint32_t token,
                           std::uint32_t group) {
  const WordInfo& info = Info(token);
  ValuePath path;
  path.steps[path.size++] = {relation, info.noun, info.noun_classes,
                             group,    false,     G(group).clause};
  Outward(path, group);
  Emit(path);
}

void PathFinder::Inside(const Atom& atom, std::uint32_t group) {
  const Group& g = G(group);
  const bool number = atom.kind == Atom::Kind::kNumber;
  // A noun right before it inside the group: "the magnitude 6.1 quake".
  if (number && atom.first > g.first &&
      TagOf(text_.tokens[atom.first - 1]) == Tag::kNoun &&
      g.head != atom.first - 1) {
    Neighbour("pre", atom.first - 1, group);
  }
  // A noun right after it that is not the head: "a 6.1-magnitude quake"; "two
  // flood warnings" counts the head.
  std::uint32_t next = atom.last;
  while (next < g.last && TagOf(text_.tokens[next]) == Tag::kPunct) ++next;
  const bool other = next < g.head && TagOf(text_.tokens[next]) == Tag::kNoun;
  const bool joined =
      next > atom.last ||
      (other && (text_.tokens[next].flags & kHyphenBefore) != 0);
  if (other && joined) Neighbour("mod", next, group);
  if (g.head >= atom.first && g.head < atom.last) {
    // The value is the whole group: "the 36-year-old", "two of the members".
    return Outward({}, group);
  }
  Noun({}, number && next == atom.last ? "count" : "mod", group);
  if (other && !joined) Neighbour("mod", next, group);
}

// "212 millimetres of rain", "5 million euros in fines": what it is an amount
// of.
void PathFinder::Amount(std::uint32_t group) {
  if (group + 2 >= parse_.groups.groups.size()) return;
  const Group& preposition = G(group + 1);
  const Group& noun = G(group + 2);
  if (preposition.kind != GroupKind::kPreposition ||
      noun.kind != GroupKind::kNoun || noun.role != GroupRole::kPrepositional)
    return;
  // Of a length of time also "as": "nine years as governor".
  const std::uint32_t features = Info(preposition.first).features;
  if ((features & (kOfWord | kPlaceWord)) == 0 &&
      (!time_ || (features & kTemporal) != 0))
    return;
  ValuePath path;
  if (!Extend(path, "amount", group + 2, false)) return;
  Outward(path, group);
  Emit(path);
}

// "in 1984, when the volcano last erupted": the date of that clause.
void PathFinder::When(const Atom& atom, std::uint32_t group) {
  std::uint32_t mark = group + 1;
  const auto size = static_cast<std::uint32_t>(parse_.groups.groups.size());
  if (mark < size && G(mark).kind == GroupKind::kPunct) ++mark;
  if (mark >= size || G(mark).kind != GroupKind::kMark ||
      (G(mark).features & kWhenWord) == 0 || atom.last > G(mark).first)
    return;
  for (const Clause& clause : parse_.clauses) {
    if (clause.verb == kNowhere || clause.verb < mark) continue;
    if (clause.mark == mark || clause.verb <= mark + 3) {
      Verb({}, "time", clause.verb);
      return;
    }
  }
}

// "Wednesday's crash".
void PathFinder::Possessed(std::uint32_t group) {
  const auto size = static_cast<std::uint32_t>(parse_.groups.groups.size());
  for (std::uint32_t next = group + 1; next < size && next <= group + 2; ++next)
    if (G(next).possessor == group) return Noun({}, "mod", next);
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
  if (group + 1 < parse_.groups.groups.size() &&
      G(group + 1).kind == GroupKind::kAdjective) {
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
    Outward({}, group);
  }
  return found_;
}

}  // namespace

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

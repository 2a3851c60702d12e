// What a value hangs on by the words right beside it.
#include "resolve/path_finder.h"

namespace gainsay::internal {

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
  // A quote joins nothing: "12 "servo motors"".
  const bool hyphen = next > atom.last && View(atom.last) == "-";
  const bool joined =
      hyphen || (other && (text_.tokens[next].flags & kHyphenBefore) != 0);
  if (other && joined) Neighbour("mod", next, group);
  if (g.head >= atom.first && g.head < atom.last) {
    // The value is the whole group: "the 36-year-old", "two of the members".
    return Outward({}, group);
  }
  Noun({}, number && !hyphen ? "count" : "mod", group);
  if (other && !joined) Neighbour("mod", next, group);
}

// "212 millimetres of rain", "5 million euros in fines": what it is an amount
// of.
void PathFinder::Amount(std::uint32_t group) {
  if (group + 2 >= parse_.groups.groups.size()) return;
  const Group& preposition = G(group + 1);
  // "30% of the firm's profit".
  std::uint32_t of = group + 2;
  if (G(of).role == GroupRole::kPossessor &&
      of + 1 < parse_.groups.groups.size() && G(of + 1).possessor == of)
    ++of;
  const Group& noun = G(of);
  if (preposition.kind != GroupKind::kPreposition ||
      noun.kind != GroupKind::kNoun || noun.role != GroupRole::kPrepositional)
    return;
  // Of a length of time also "as": "nine years as governor".
  const std::uint32_t features = Info(preposition.first).features;
  if ((features & (kOfWord | kPlaceWord)) == 0 &&
      (!time_ || (features & kTemporal) != 0))
    return;
  ValuePath path;
  if (!Extend(path, "amount", of, false)) return;
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

// "Between 10 and 15 people": what the second of two counts, the first does.
void PathFinder::Shared(const Atom& atom, std::uint32_t group) {
  const auto size = static_cast<std::uint32_t>(parse_.groups.groups.size());
  const std::uint32_t other = group + 2;
  if (other >= size || G(group + 1).kind != GroupKind::kConjunction ||
      G(other).kind != GroupKind::kNoun || G(other).same_as == kNowhere)
    return;
  for (const std::uint32_t inner : parse_.groups.Inner(G(other))) {
    if (atoms_[inner].first != G(other).first ||
        atoms_[inner].kind != atom.kind)
      continue;
    ValuePath path;
    const bool number = atom.kind == Atom::Kind::kNumber;
    if (!Extend(path, number ? "count" : "mod", other, false)) return;
    Outward(path, group);
    return Emit(path);
  }
}

// "Hotels under $200", "deposits up to 100,000 euros": the hedge may be a
// preposition that hangs on the noun before it.
void PathFinder::Hedged(std::uint32_t group) {
  const Group& g = G(group);
  if (g.hedge == 0 || group == 0 || G(group - 1).kind != GroupKind::kNoun)
    return;
  const std::uint32_t last = g.first + g.hedge - 1;
  if (TagOf(text_.tokens[last]) == Tag::kPreposition &&
      (Info(last).features & kThanWord) == 0)
    Noun({}, View(last), group - 1);
}

// "10 % more than", "three times higher than".
bool PathFinder::Compares(std::uint32_t group) {
  const auto size = static_cast<std::uint32_t>(parse_.groups.groups.size());
  if (group + 1 >= size) return false;
  if (G(group + 1).kind == GroupKind::kAdjective) return true;
  // "Two weeks after the vote": counted from it.
  if (time_ && G(group).role == GroupRole::kNone)
    return (G(group + 1).features & kTemporal) != 0;
  return group + 2 < size && G(group + 1).kind == GroupKind::kAdverb &&
         G(group + 2).kind == GroupKind::kPreposition &&
         (Info(G(group + 2).first).features & kThanWord) != 0;
}

// "Explorer 8 and 9": the second of two numbers behind a name.
void PathFinder::Numbered(std::uint32_t group) {
  if (group < 2 || G(group - 1).kind != GroupKind::kConjunction ||
      G(group - 2).kind != GroupKind::kNoun || !G(group - 2).name)
    return;
  const Group& first = G(group - 2);
  if (first.atom != kNowhere && atoms_[first.atom].first > first.head)
    Noun({}, "pre", group - 2);
}

// "Wednesday's crash".
void PathFinder::Possessed(std::uint32_t group) {
  const auto size = static_cast<std::uint32_t>(parse_.groups.groups.size());
  for (std::uint32_t next = group + 1; next < size && next <= group + 2; ++next)
    if (G(next).possessor == group) return Noun({}, "mod", next);
}

}  // namespace gainsay::internal

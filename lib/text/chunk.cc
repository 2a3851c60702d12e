#include "text/chunk.h"

#include <algorithm>

#include "text/chunker.h"

namespace gainsay::internal {

void Chunker::Single(GroupKind kind) {
  Group group;
  group.kind = kind;
  group.first = group.head = at_;
  group.last = ++at_;
  group.lemma = Tok(group.head).folded;
  group.features = Info(group.head).features;
  out_.groups.push_back(group);
}

void Chunker::Value(std::uint32_t atom) {
  Group group;
  group.kind = GroupKind::kValue;
  group.first = atoms_[atom].first;
  group.last = at_ = atoms_[atom].last;
  group.head = group.last - 1;
  group.atom = atom;
  group.lemma = Info(group.head).noun;
  out_.groups.push_back(group);
}

void Chunker::Step() {
  if (Noun() || Verb()) return;
  if (const std::uint32_t atom = AtomAt(at_); atom != kNowhere)
    return Value(atom);
  switch (TagAt(at_)) {
    case Tag::kPreposition:
      return Single(GroupKind::kPreposition);
    case Tag::kSubordinator:
      return Single(GroupKind::kMark);
    case Tag::kConjunction:
      return Single(GroupKind::kConjunction);
    case Tag::kAdverb:
      return Single(GroupKind::kAdverb);
    case Tag::kPunct:
      return Single(GroupKind::kPunct);
    case Tag::kAdjective:
    case Tag::kParticiple:
      return Single(GroupKind::kAdjective);
    default:
      return Single(Has(at_, kInfinitive) ? GroupKind::kPreposition
                                          : GroupKind::kOther);
  }
}

// A date, duration or amount belongs to a noun group if it stands before its
// noun.
bool Chunker::AtomInNoun(const Atom& atom, const Group& group) {
  const bool noun_next =
      In(atom.last, kNominal | Bit(Tag::kGerund) | Bit(Tag::kParticiple)) &&
      !AtomAhead(atom.last);
  const bool hyphen_next = atom.last + 1 < end_ &&
                           (Tok(atom.last).flags & kHyphenBefore) == 0 &&
                           TagAt(atom.last) == Tag::kPunct &&
                           (Tok(atom.last + 1).flags & kHyphenBefore) != 0;
  const bool opened = group.last > group.first || group.possessor != kNowhere;
  switch (atom.kind) {
    case Atom::Kind::kNumber:
    case Atom::Kind::kOrdinal:
      return true;
    case Atom::Kind::kAge:
      return opened || noun_next;
    case Atom::Kind::kDuration:
      return (noun_next || hyphen_next || (opened && Another(atom.last))) &&
             (Hyphened(atom) || hyphen_next);
    case Atom::Kind::kQuantity:
      // "Drilled a core 41 metres long".
      if (opened && TagAt(at_ - 1) == Tag::kNoun &&
          TagAt(atom.last) == Tag::kAdjective && !In(atom.last + 1, kNominal))
        return false;
      // "A 16 GB and 32 GB model".
      return noun_next || hyphen_next || (opened && Another(atom.last)) ||
             (opened && TagAt(atom.last) == Tag::kConjunction &&
              AtomAhead(atom.last + 1) && group.last > group.first);
    case Atom::Kind::kDate:
    case Atom::Kind::kSet: {
      // "the 2012 quake", "in a 2012 quake"; but "In 2012 quakes hit Peru".
      const auto& before = out_.groups;
      const bool after_preposition =
          !before.empty() && before.back().kind == GroupKind::kPreposition &&
          before.back().last == at_;
      // Also "From 2012 to 2014 quakes".
      const bool fronted =
          after_preposition &&
          std::all_of(before.begin(), before.end(), [](const Group& g) {
            return g.kind == GroupKind::kPreposition ||
                   g.kind == GroupKind::kValue;
          });
      if (AtomAhead(atom.last)) return false;
      // "The 2012 London Games".
      const bool year = atom.last == atom.first + 1 &&
                        Tok(atom.first).shape == TokenShape::kNumber;
      // "The Oct. 23 killing of a guard".
      if (opened && TagAt(atom.last) == Tag::kGerund)
        return Has(atom.last + 1, kOfWord);
      if (opened)
        return In(atom.last, Bit(Tag::kNoun) | Bit(Tag::kAdjective)) ||
               (TagAt(atom.last) == Tag::kParticiple &&
                In(atom.last + 1, kNominal)) ||
               (year && TagAt(atom.last) == Tag::kName);
      // "2012 Games open", "hosted 2012 Games".
      const bool bare =
          year && (before.empty() || (before.back().kind == GroupKind::kVerb &&
                                      before.back().last == at_));
      return !fronted && In(atom.last, kNominal) &&
             (after_preposition || bare ||
              In(atom.last, Bit(Tag::kNoun) | Bit(Tag::kAdjective)));
    }
  }
  return false;
}

bool Chunker::InNoun(std::uint32_t i, const Group& group) {
  const bool opened = i > group.first;
  if (opened && Compound(i)) return true;
  switch (TagAt(i)) {
    case Tag::kDeterminer:
      return !opened || Has(i, kSimilar) ||
             (group.last == group.first + 1 && Has(group.first, kPlural));
    case Tag::kPronoun:
      return false;
    case Tag::kNoun:
    case Tag::kName:
    case Tag::kNumber:
    case Tag::kAdjective:
      return true;
    case Tag::kParticiple:
      return In(i + 1, kNominal) && (opened || TagAt(i + 1) == Tag::kNoun) &&
             !(opened && In(i - 1, Bit(Tag::kNoun)) &&
               (Tok(i).flags & kHyphenBefore) == 0);
    case Tag::kGerund:
      // "shipping magnate Karel Bos".
      if ((Info(i).tags & Bit(Tag::kNoun)) != 0 && TagAt(i + 1) == Tag::kNoun &&
          TagAt(i + 2) == Tag::kName)
        return true;
      if (group.modifiers_count > 0 && atoms_[out_.inner.back()].last == i &&
          Has(i + 1, kOfWord))
        return true;
      return In(i + 1, kModifier) && opened &&
             In(i - 1, Bit(Tag::kDeterminer) | Bit(Tag::kAdjective) |
                           Bit(Tag::kParticle) | Bit(Tag::kPunct) |
                           Bit(Tag::kNumber));
    case Tag::kAdverb:
      // "two more goals".
      if (opened && TagAt(i - 1) == Tag::kNumber && TagAt(i + 1) == Tag::kNoun)
        return true;
      return In(i + 1, Bit(Tag::kAdjective) | Bit(Tag::kParticiple) |
                           Bit(Tag::kNumber)) &&
             (opened || In(i + 2, kNominal)) &&
             In(i + 2, kNominal | Bit(Tag::kAdverb));
    case Tag::kPunct:
      // A hyphen inside a compound; the stop of "Mr." before a name.
      if (!opened || i + 1 >= end_) return false;
      if (SpacedHyphen(i) || Score(i) || Quoted(i) || Another(i)) return true;
      if ((Tok(i + 1).flags & kHyphenBefore) != 0)
        return In(i + 1, kModifier | Bit(Tag::kAdverb) | Bit(Tag::kVerb) |
                             Bit(Tag::kPreposition));
      // The stop of "No." before a number, too.
      return View(i) == "." &&
             ((IsNameSuffix(i - 1) && View(i + 1) == ",") ||
              (TagAt(i + 1) == Tag::kName &&
               Tok(i - 1).end - Tok(i - 1).begin <= 4) ||
              (TagAt(i + 1) == Tag::kNumber && Has(i - 1, kNegation)));
    case Tag::kConjunction:
      if (group.modifiers_count > 0 && AtomAhead(i + 1)) {
        const Atom& last = atoms_[out_.inner.back()];
        return last.kind == Atom::Kind::kQuantity && last.last == i;
      }
      return opened && TagAt(i - 1) == Tag::kAdjective &&
             TagAt(i + 1) == Tag::kAdjective &&
             In(i + 2, Bit(Tag::kNoun) | Bit(Tag::kAdjective));
    default:
      return opened && (Tok(i).flags & kHyphenBefore) != 0;
  }
}

// "After the storm 900 homes ...": a count of its own, not a number of what
// stands before it.
bool Chunker::Counts(const Atom& atom, const Group& group) {
  const bool numeral =
      atom.kind == Atom::Kind::kNumber || atom.kind == Atom::Kind::kOrdinal;
  if (!numeral || at_ <= group.first || atom.first != at_) return false;
  // "gave Rovers a third title".
  if (TagAt(at_) == Tag::kDeterminer) return true;
  return TagAt(at_ - 1) == Tag::kNoun && TagAt(atom.last) == Tag::kNoun &&
         (Info(atom.last).plural || Info(atom.last).noun_file == kPersonFile ||
          Info(atom.last).noun_file == kGroupFile);
}

// Past the words that hedge a number at hand: "at least 31"; else where it
// began.
std::uint32_t Chunker::PastHedge(std::uint32_t i) {
  if (AtomAt(i) != kNowhere || TagAt(i) == Tag::kPunct || !NumberSoon(i))
    return i;
  const std::string_view here = View(i);
  for (const std::string_view hedge : words_.index().tables().hedges) {
    if (!hedge.starts_with(here)) continue;
    std::uint32_t t = i;
    bool same = true;
    ForEachWord(hedge, ' ', [&](std::string_view word) {
      same = same && t < end_ && View(t++) == word;
    });
    if (same && t < end_ &&
        (NumberAt(t) || (Has(t - 1, kThanWord) && SpanAt(t))))
      return t;
  }
  return i;
}

// Whether a number stands so near that a hedge may lead to it: most words need
// not be compared with any.
bool Chunker::NumberSoon(std::uint32_t i) const {
  constexpr std::uint32_t kMostWords = 8;  // of a hedge
  for (std::size_t a = next_atom_;
       a < atoms_.size() && atoms_[a].first <= i + kMostWords; ++a) {
    if (atoms_[a].first > i) return true;
  }
  return false;
}

// "More than two weeks ago", "less than three weeks later".
bool Chunker::SpanAt(std::uint32_t i) const {
  for (std::size_t a = next_atom_; a < atoms_.size() && atoms_[a].first <= i;
       ++a) {
    if (atoms_[a].first == i)
      return atoms_[a].last > i + 1 && TagAt(i) == Tag::kNumber;
  }
  return false;
}

bool Chunker::NumberAt(std::uint32_t i) const {
  for (std::size_t a = next_atom_; a < atoms_.size() && atoms_[a].first <= i;
       ++a) {
    if (atoms_[a].first == i)
      return atoms_[a].kind == Atom::Kind::kNumber ||
             atoms_[a].kind == Atom::Kind::kQuantity;
  }
  return false;
}

void Chunker::TakeAtom(std::uint32_t index, Group& group) {
  const Atom& atom = atoms_[index];
  out_.inner.push_back(index);
  ++group.modifiers_count;
  if (atom.kind == Atom::Kind::kNumber) group.atom = index;
  group.last = at_ = atom.last;
}

void Chunker::FinishNoun(Group& group) {
  group.kind = GroupKind::kNoun;
  group.last = at_;
  group.head = at_ - 1;
  for (std::uint32_t i = at_; i-- > group.first;) {
    const bool gerund =
        i + 1 == at_ && i > group.first && TagAt(i) == Tag::kGerund;
    if (gerund || In(i, Bit(Tag::kNoun) | Bit(Tag::kName))) {
      group.head = i;
      break;
    }
  }
  // "Karel Bos III", "Karel Bos Jr.".
  if (group.head > group.first && TagAt(group.head) == Tag::kName &&
      TagAt(group.head - 1) == Tag::kName && IsNameSuffix(group.head))
    --group.head;
  const WordInfo& info = Info(group.head);
  group.lemma = info.noun;
  if (info.first == Tag::kPronoun) group.lemma = Tok(group.head).folded;
  group.name = TagAt(group.head) == Tag::kName;
  group.plural = info.plural || (info.features & kPlural) != 0;
  if (group.name && info.noun_classes == 0) {  // "Lammers" is one
    group.plural = false;
    group.lemma = Tok(group.head).folded;
  }
  group.features |= Info(group.first).features;
}

bool Chunker::Noun() {
  Group group;
  group.first = group.last = at_;
  group.modifiers_first = static_cast<std::uint32_t>(out_.inner.size());
  // "'s" makes the noun group before it a possessor.
  if (at_ + 1 < end_ && Has(at_, kGenitive) && TagAt(at_) == Tag::kParticle &&
      !out_.groups.empty() &&
      (out_.groups.back().kind == GroupKind::kNoun ||
       out_.groups.back().kind == GroupKind::kValue) &&
      out_.groups.back().last == at_) {
    group.possessor = static_cast<std::uint32_t>(out_.groups.size() - 1);
    group.first = group.last = ++at_;
  }
  if (TagAt(at_) == Tag::kPronoun && AtomAt(at_) == kNowhere) {
    group.last = ++at_;
    FinishNoun(group);
    out_.groups.push_back(group);
    return true;
  }
  const std::uint32_t start = at_;
  const std::size_t atom_before = next_atom_;
  at_ = PastHedge(at_);
  group.hedge = at_ - start;
  bool nominal = false;
  while (at_ < end_) {
    if (const std::uint32_t atom = AtomAt(at_); atom != kNowhere) {
      if (!AtomInNoun(atoms_[atom], group) || Counts(atoms_[atom], group))
        break;
      nominal = nominal || atoms_[atom].kind == Atom::Kind::kAge;
      TakeAtom(atom, group);
      continue;
    }
    if (IsVerbPrefix(at_)) break;
    if (!InNoun(at_, group) && !(group.atom != kNowhere && Counted(group)))
      break;
    nominal = nominal || In(at_, Bit(Tag::kNoun) | Bit(Tag::kName));
    group.last = ++at_;
  }
  // "10 dead", "three injured".
  const bool counted =
      group.atom != kNowhere && at_ > start &&
      In(at_ - 1, Bit(Tag::kAdjective) | Bit(Tag::kParticiple)) &&
      AtomAt(at_ - 1) == kNowhere;
  nominal = nominal || counted;
  const bool determined = at_ > start + group.hedge &&
                          In(start, Bit(Tag::kDeterminer)) &&
                          group.first == start;
  // "The second Tuesday", "a tense two hours", "a mere 4 %".
  const bool tense = determined && at_ == start + 2 &&
                     Has(start, kIndefinite) &&
                     (Info(start + 1).tags & Bit(Tag::kAdjective)) != 0;
  if (determined && (!nominal || tense) && at_ < end_ &&
      group.possessor == kNowhere) {
    const std::uint32_t atom = AtomAt(at_);
    if (atom != kNowhere && (atoms_[atom].kind == Atom::Kind::kDate ||
                             atoms_[atom].kind == Atom::Kind::kDuration ||
                             atoms_[atom].kind == Atom::Kind::kQuantity)) {
      out_.inner.resize(group.modifiers_first);
      Value(atom);
      out_.groups.back().first = start;
      return true;
    }
  }
  if (at_ == start || (!nominal && !determined)) {
    // Only adjectives or a number: no noun group here; a hedge joins its
    // number.
    next_atom_ = atom_before;
    at_ = PastHedge(start);
    if (const std::uint32_t atom = AtomAt(at_);
        at_ != start && atom != kNowhere) {
      out_.inner.resize(group.modifiers_first);
      Value(atom);
      out_.groups.back().first = start;
      out_.groups.back().hedge = atoms_[atom].first - start;
      return true;
    }
    at_ = start;
    out_.inner.resize(group.modifiers_first);
    return false;
  }
  SplitFronted(group);
  FinishNoun(group);
  if (group.possessor != kNowhere)
    out_.groups[group.possessor].role = GroupRole::kPossessor;
  out_.groups.push_back(group);
  return true;
}

void ChunkSegment(const TokenizedText& text, const Segment& segment,
                  std::span<const Atom> atoms, WordTable& words, Groups& out) {
  out.groups.clear();
  out.inner.clear();
  Chunker(text, segment, atoms, words, out).Run();
}

}  // namespace gainsay::internal

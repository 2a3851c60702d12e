// What belongs to one noun group beyond its plain words: hyphens, quotes,
// commas between qualities, names behind a phrase.
#include <algorithm>

#include "text/chunker.h"

namespace gainsay::internal {

// "Three non-fatal raids": joined by hyphens before a noun.
bool Chunker::Compound(std::uint32_t i) {
  constexpr TagSet kOpens = Bit(Tag::kDeterminer) | Bit(Tag::kAdjective) |
                            Bit(Tag::kNumber) | Bit(Tag::kParticle);
  if (!In(i - 1, kOpens)) return false;
  std::uint32_t last = i;
  while (last + 2 < end_ && TagAt(last + 1) == Tag::kPunct &&
         (Tok(last + 2).flags & kHyphenBefore) != 0)
    last += 2;
  return last > i && (In(last + 1, kNominal) || TagAt(last) == Tag::kNoun);
}

// "3 - point play", in text that was cut apart.
bool Chunker::SpacedHyphen(std::uint32_t i) {
  return TagAt(i - 1) == Tag::kNumber && View(i) == "-" &&
         In(i + 1, Bit(Tag::kNoun) | Bit(Tag::kName)) && !Info(i + 1).plural &&
         i + 2 < end_ && (Info(i + 2).tags & Bit(Tag::kNoun)) != 0;
}

// "The \"latest model\"": an opening quote before what is named, and the
// closing one before its noun.
bool Chunker::Quoted(std::uint32_t i) {
  constexpr TagSet kOpens = Bit(Tag::kDeterminer) | Bit(Tag::kAdjective) |
                            Bit(Tag::kNumber) | Bit(Tag::kParticle);
  const std::string_view mark = View(i);
  const bool quote = mark == "\"" || mark == "`" || mark == "\xE2\x80\x9C";
  return quote && In(i - 1, kOpens) && In(i + 1, kNominal);
}

// "A three-year, $37.5 million contract", "a long, 10-mile march", "low-cost,
// high-risk loans": the comma before another of what qualifies one noun.
bool Chunker::Another(std::uint32_t comma) {
  if (comma + 2 >= end_ || comma < 2 || View(comma) != ",") return false;
  const bool qualifies =
      In(comma - 1, Bit(Tag::kAdjective) | Bit(Tag::kNumber)) ||
      View(comma - 2) == "-";
  if (!qualifies) return false;
  std::uint32_t next = comma + 1;
  bool compound = false;
  for (const Atom& atom : atoms_.subspan(next_atom_)) {
    if (atom.first == next && atom.kind != Atom::Kind::kDate) {
      next = atom.last;
      return Hyphened(atom) || atom.kind == Atom::Kind::kQuantity
                 ? In(next, kNominal) ||
                       (TagAt(next) == Tag::kPunct && next + 1 < end_ &&
                        (Tok(next + 1).flags & kHyphenBefore) != 0)
                 : false;
    }
    if (atom.first > next) break;
  }
  while (next + 2 < end_ && (Tok(next + 2).flags & kHyphenBefore) != 0) {
    next += 2;
    compound = true;
  }
  return compound && (Tok(comma - 1).flags & kHyphenBefore) != 0 &&
         In(next + 1, kNominal);
}

// "Their 65 - 53 victory".
bool Chunker::Score(std::uint32_t i) {
  return View(i) == "-" && TagAt(i - 1) == Tag::kNumber &&
         TagAt(i + 1) == Tag::kNumber && In(i + 2, kNominal);
}

// A participle right after a number, and no noun after it: "20 injured".
bool Chunker::Counted(const Group& group) {
  return atoms_[group.atom].last == at_ && TagAt(at_) == Tag::kParticiple &&
         !In(at_ + 1, kModifier) &&
         (Info(at_).tags & Bit(Tag::kAdjective)) != 0;
}

bool Chunker::IsNameSuffix(std::uint32_t i) {
  return (Info(i).classes & words_.index().ClassBit("name_suffix")) != 0;
}

// "The Saints re-signed him", "was re-elected": the prefix of a verb.
bool Chunker::IsVerbPrefix(std::uint32_t i) {
  constexpr TagSet kOpens = Bit(Tag::kDeterminer) | Bit(Tag::kAdjective) |
                            Bit(Tag::kNumber) | Bit(Tag::kParticle);
  return i + 2 < end_ && View(i + 1) == "-" &&
         (Tok(i + 2).flags & kHyphenBefore) != 0 &&
         (In(i + 2, Bit(Tag::kVerb)) || In(i + 2, Bit(Tag::kParticiple))) &&
         (i == 0 || !In(i - 1, kOpens)) &&
         (Info(i).classes & words_.index().ClassBit("prefix")) != 0;
}

// "In the 2005 election Labour won": names behind the noun of a phrase that
// opens the sentence are the subject of the verb that follows.
void Chunker::SplitFronted(Group& group) {
  if (out_.groups.size() != 1 ||
      out_.groups[0].kind != GroupKind::kPreposition ||
      !In(at_, Bit(Tag::kVerb) | Bit(Tag::kAuxiliary)))
    return;
  std::uint32_t name = at_;
  while (name > group.first && TagAt(name - 1) == Tag::kName) --name;
  if (name == at_ || name == group.first || TagAt(name - 1) != Tag::kNoun ||
      (group.modifiers_count > 0 && atoms_[out_.inner.back()].last > name))
    return;
  at_ = name;
}

}  // namespace gainsay::internal

// The chunker's state: one segment, left to right. See chunk.h.
#ifndef GAINSAY_LIB_TEXT_CHUNKER_H_
#define GAINSAY_LIB_TEXT_CHUNKER_H_

#include <cstdint>
#include <span>
#include <string_view>

#include "text/chunk.h"
#include "text/tag.h"

namespace gainsay::internal {

inline constexpr TagSet kNominal = Bit(Tag::kNoun) | Bit(Tag::kName) |
                                   Bit(Tag::kAdjective) | Bit(Tag::kNumber);
inline constexpr TagSet kModifier =
    kNominal | Bit(Tag::kParticiple) | Bit(Tag::kGerund);

class Chunker {
 public:
  Chunker(const TokenizedText& text, const Segment& segment,
          std::span<const Atom> atoms, WordTable& words, Groups& out)
      : text_(text),
        end_(segment.last),
        at_(segment.first),
        atoms_(atoms),
        words_(words),
        out_(out) {}

  void Run() {
    while (at_ < end_) {
      const std::uint32_t before = at_;
      Step();
      if (at_ == before) ++at_;
    }
  }

 private:
  const Token& Tok(std::uint32_t i) const { return text_.tokens[i]; }
  Tag TagAt(std::uint32_t i) const {
    return i < end_ ? TagOf(Tok(i)) : Tag::kPunct;
  }
  bool In(std::uint32_t i, TagSet set) const {
    return (set & Bit(TagAt(i))) != 0;
  }
  const WordInfo& Info(std::uint32_t i) { return words_.Of(Tok(i).folded); }
  bool Has(std::uint32_t i, std::uint32_t features) {
    return i < end_ && (Info(i).features & features) != 0;
  }
  std::string_view View(std::uint32_t i) {
    return words_.interner().View(Tok(i).folded);
  }

  // The atom that starts at token i, or kNowhere.
  std::uint32_t AtomAt(std::uint32_t i) {
    while (next_atom_ < atoms_.size() && atoms_[next_atom_].first < i)
      ++next_atom_;
    for (std::size_t a = next_atom_; a < atoms_.size() && atoms_[a].first <= i;
         ++a) {
      if (atoms_[a].first == i) return static_cast<std::uint32_t>(a);
    }
    return kNowhere;
  }
  // The same for a token ahead, past which the next call of AtomAt may not
  // look.
  bool AtomAhead(std::uint32_t i) const {
    for (std::size_t a = next_atom_; a < atoms_.size() && atoms_[a].first <= i;
         ++a) {
      if (atoms_[a].first == i) return true;
    }
    return false;
  }
  // "six-year"; in text that was cut apart "six - year".
  bool Hyphened(const Atom& atom) {
    for (std::uint32_t i = atom.first; i < atom.last && i < end_; ++i) {
      if ((Tok(i).flags & kHyphenBefore) != 0 ||
          (i > atom.first && TagAt(i) == Tag::kPunct && View(i) == "-"))
        return true;
    }
    return atom.last < end_ && (Tok(atom.last).flags & kHyphenBefore) != 0;
  }

  void Step();
  bool Verb();
  bool Stays(Group& group);
  bool Noun();
  bool InNoun(std::uint32_t i, const Group& group);
  bool SpacedHyphen(std::uint32_t i);
  bool Compound(std::uint32_t i);
  bool Score(std::uint32_t i);
  bool Quoted(std::uint32_t i);
  bool IsNameSuffix(std::uint32_t i);
  bool IsVerbPrefix(std::uint32_t i);
  bool Another(std::uint32_t comma);
  bool SpanAt(std::uint32_t i) const;
  void SplitFronted(Group& group);
  bool Counted(const Group& group);
  bool Counts(const Atom& atom, const Group& group);
  std::uint32_t PastHedge(std::uint32_t i);
  bool NumberSoon(std::uint32_t i) const;
  bool NumberAt(std::uint32_t i) const;
  bool AtomInNoun(const Atom& atom, const Group& group);
  void TakeAtom(std::uint32_t index, Group& group);
  void FinishNoun(Group& group);
  void Auxiliary(Group& group);
  void MainVerb(Group& group);
  bool Chain(Group& group);
  bool HasTo(std::uint32_t have, Group& group);
  void Phrasal(Group& group);
  void Single(GroupKind kind);
  void Value(std::uint32_t atom);

  const TokenizedText& text_;
  std::uint32_t end_, at_;
  std::span<const Atom> atoms_;
  std::size_t next_atom_ = 0;
  WordTable& words_;
  Groups& out_;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_TEXT_CHUNKER_H_

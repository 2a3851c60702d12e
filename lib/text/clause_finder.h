// The clause finder's state: one sentence's groups, left to right. See
// clause.h.
#ifndef GAINSAY_LIB_TEXT_CLAUSE_FINDER_H_
#define GAINSAY_LIB_TEXT_CLAUSE_FINDER_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/clause.h"
#include "text/tag.h"

namespace gainsay::internal {

class ClauseFinder {
 public:
  ClauseFinder(const TokenizedText& text, std::span<const Atom> atoms,
               WordTable& words, Parse& parse)
      : text_(text),
        atoms_(atoms),
        words_(words),
        parse_(parse),
        groups_(parse.groups.groups) {}

  void Run() {
    PutUpright();
    Push(Clause::Kind::kMain, 0);
    for (at_ = 0; at_ < groups_.size(); ++at_) Step();
    Finish();
  }

 private:
  Clause& Current() { return parse_.clauses[stack_.back()]; }
  Group& G(std::uint32_t i) { return groups_[i]; }
  std::uint32_t At() const { return static_cast<std::uint32_t>(at_); }
  const WordInfo& Info(std::uint32_t token) {
    return words_.Of(text_.tokens[token].folded);
  }
  std::string_view View(std::uint32_t token) {
    return words_.interner().View(text_.tokens[token].folded);
  }
  bool Nominal(std::uint32_t i) const {
    return i < groups_.size() && (groups_[i].kind == GroupKind::kNoun ||
                                  groups_[i].kind == GroupKind::kValue);
  }
  bool IsTime(std::uint32_t i) const {
    if (groups_[i].kind != GroupKind::kValue) return false;
    const Atom::Kind kind = atoms_[groups_[i].atom].kind;
    return kind == Atom::Kind::kDate || kind == Atom::Kind::kSet ||
           kind == Atom::Kind::kDuration;
  }
  bool IsLength(std::uint32_t i) const {
    return groups_[i].kind == GroupKind::kValue &&
           atoms_[groups_[i].atom].kind == Atom::Kind::kDuration;
  }
  bool IsDate(std::uint32_t i) const {
    return groups_[i].kind == GroupKind::kValue &&
           atoms_[groups_[i].atom].kind == Atom::Kind::kDate;
  }
  bool IsMark(std::uint32_t i, std::string_view mark) {
    return i < groups_.size() && groups_[i].kind == GroupKind::kPunct &&
           View(groups_[i].first) == mark;
  }

  void Step();
  void TakeNominal();
  void TakeFree();
  void TakeVerb();
  void PromoteParticiple();
  bool NameList();
  bool ClosesApposition();
  bool NamesSubject();
  bool FollowsApposition();
  bool EndsApposition();
  bool IsInverted(std::uint32_t say);
  bool FiniteAfterComma(std::uint32_t from, bool same_past = false);
  bool IsSamePast();
  bool FiniteLater();
  bool HasItsVerb();
  std::uint32_t Waiting();
  void PutUpright();
  bool AfterLast();
  std::uint32_t SubjectAfterFronted();
  bool IsPending() const;
  bool Pending();
  void TakeFinite();
  void TakeNonFinite();
  bool AwaitsVerb(std::uint32_t clause) const;
  bool InWhich(std::uint32_t head, std::uint32_t subject);
  bool MarkSince(std::uint32_t group);
  void TakeFronted(std::uint32_t subject);
  void TakeMark();
  void TakePunct();
  bool Apposition();
  void Join(std::uint32_t first);
  bool Score();
  bool Coordination();
  bool HedgesTime();
  bool IsParticle();
  bool CountsFromEvent();
  bool Whose();
  std::uint32_t Push(Clause::Kind kind, std::uint32_t parent_subject);
  void Pop();
  void SetVerb(Clause& clause);
  std::uint32_t FreshSubject();
  std::uint32_t SubordinateSubject();
  void Speakers();
  void MoveFronted();
  void MoveBeforeMark();
  void Finish();

  const TokenizedText& text_;
  std::span<const Atom> atoms_;
  WordTable& words_;
  Parse& parse_;
  std::vector<Group>& groups_;
  std::vector<std::uint32_t> stack_;  // clauses that are open, outermost first
  std::size_t at_ = 0;
  std::uint32_t preposition_ = kNowhere;  // group that waits for its nominal
  std::uint32_t relative_ =
      kNowhere;                    // nominal that a relative pronoun follows
  std::uint32_t mark_ = kNowhere;  // subordinator that waits for its verb
  std::uint32_t conjunction_ = kNowhere;
  std::uint32_t last_nominal_ = kNowhere;
  std::uint32_t open_bracket_ = kNowhere;  // nominal before "("
  bool in_bracket_ = false;
  std::uint32_t pending_ = kNowhere;  // subject behind a mark, without a verb
  bool relative_comma_ = false;
  bool whose_ = false;  // the relative clause's subject begins with "whose"
  std::uint32_t closed_at_ =
      kNowhere;  // the comma that closed an embedded clause
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_TEXT_CLAUSE_FINDER_H_

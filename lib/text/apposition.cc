// Which nominal says who or what another one is.
#include "text/clause_finder.h"

namespace gainsay::internal {

// "The man who signed for it, Karel Bos, grew up": says who the subject is that
// waits for its verb.
bool ClauseFinder::NamesSubject() {
  if (stack_.size() < 2 || Current().kind != Clause::Kind::kRelative ||
      Current().verb == kNowhere || At() + 2 >= groups_.size() ||
      !G(At()).name || !IsMark(At() - 1, ",") || !IsMark(At() + 1, ",") ||
      G(At() + 2).kind != GroupKind::kVerb ||
      (G(At() + 2).verb & (kFinite | kBareParticiple)) == 0)
    return false;
  const Clause& outer = parse_.clauses[stack_[stack_.size() - 2]];
  if (outer.verb != kNowhere || outer.subject == kNowhere ||
      outer.subject != Current().head || G(outer.subject).name)
    return false;
  Pop();
  G(At()).role = GroupRole::kApposition;
  G(At()).governor = Current().subject;
  G(At()).clause = stack_.back();
  return true;
}

bool ClauseFinder::Apposition() {
  if (last_nominal_ == kNowhere) return false;
  if (NamesSubject()) return true;
  Group& group = G(At());
  if (in_bracket_ && open_bracket_ != kNowhere) {
    group.role = GroupRole::kApposition;
    group.governor = open_bracket_;
    group.bracketed = true;
    return true;
  }
  if (At() < 2 || last_nominal_ + 2 != At() || !IsMark(At() - 1, ",") ||
      IsTime(last_nominal_))
    return false;
  const Group& host = G(last_nominal_);
  const bool verb_next =
      At() + 1 < groups_.size() && G(At() + 1).kind == GroupKind::kVerb &&
      host.role == GroupRole::kSubject && Current().verb == kNowhere;
  const bool closed =
      (verb_next && FiniteAfterComma(At() + 1)) || At() + 1 == groups_.size() ||
      IsMark(At() + 1, ",") || IsMark(At() + 1, ".") || IsMark(At() + 1, ";") ||
      G(At() + 1).kind == GroupKind::kPreposition || IsMark(At() + 1, ")") ||
      (At() + 1 < groups_.size() && G(At() + 1).kind == GroupKind::kMark) ||
      // "For Amber Shield, an exercise last held in 2018": the sentence has its
      // verb.
      (At() + 2 < groups_.size() && host.name && Current().verb != kNowhere &&
       (group.features & kIndefinite) != 0 &&
       G(At() + 1).kind == GroupKind::kVerb &&
       (G(At() + 1).verb & (kBareParticiple | kPast)) != 0 &&
       G(At() + 2).kind == GroupKind::kPreposition);
  if (group.kind == GroupKind::kValue) {
    const Atom::Kind kind = atoms_[group.atom].kind;
    const bool bare = kind == Atom::Kind::kNumber;
    // "The tower, 90 metres high, ...".
    const bool measure = kind == Atom::Kind::kQuantity &&
                         At() + 1 < groups_.size() &&
                         G(At() + 1).kind == GroupKind::kAdjective &&
                         (At() + 2 >= groups_.size() || IsMark(At() + 2, ",") ||
                          IsMark(At() + 2, "."));
    if (measure) {
      group.role = GroupRole::kApposition;
      group.governor = last_nominal_;
      return true;
    }
    const bool phrase = At() + 1 < groups_.size() &&
                        G(At() + 1).kind == GroupKind::kPreposition;
    const bool person = host.name || (words_.Of(host.lemma).classes &
                                      words_.index().ClassBit("people")) != 0;
    if (!closed || !(kind == Atom::Kind::kAge || bare) || !person ||
        (bare && phrase))
      return false;
  } else if (!(closed && host.kind == GroupKind::kNoun &&
               (host.name != group.name || group.possessor != kNowhere))) {
    return false;
  }
  group.role = GroupRole::kApposition;
  group.governor = last_nominal_;
  return true;
}

// "Born in Cork, the second of six sisters, Ann Bell moved": the name before
// the verb is the subject, and what came before it says who she is; but "The
// minister, Bell said, would resign".
bool ClauseFinder::FollowsApposition() {
  const std::uint32_t subject = Current().subject;
  return mark_ == kNowhere && relative_ == kNowhere && subject != kNowhere &&
         !G(subject).name && !G(subject).coordinated && G(At()).name &&
         At() > 0 && IsMark(At() - 1, ",") && At() + 1 < groups_.size() &&
         G(At() + 1).kind == GroupKind::kVerb &&
         (G(At() + 1).verb & kFinite) != 0 &&
         (G(At() + 1).verb & kSayVerb) == 0;
}

bool ClauseFinder::ClosesApposition() {
  const std::uint32_t subject = Current().subject;
  if (subject == kNowhere || At() < 2 || !IsMark(At() - 1, ",")) return false;
  for (std::uint32_t i = At() - 1; i-- > subject;) {
    if (IsMark(i, ",")) return true;
  }
  return false;
}

// "Ann Lind, the engineer who built the dam, died": the comma closes the clause
// inside the apposition, too, where the subject still waits for its verb.
bool ClauseFinder::EndsApposition() {
  if (At() == 0 || !IsMark(At() - 1, ",") || FiniteAfterComma(At()))
    return false;
  bool apposition = false;
  for (std::size_t i = stack_.size(); i-- > 0;) {
    const Clause& clause = parse_.clauses[stack_[i]];
    if (clause.verb == kNowhere)
      return apposition && clause.subject != kNowhere;
    apposition |= clause.kind == Clause::Kind::kRelative &&
                  clause.head != kNowhere &&
                  G(clause.head).role == GroupRole::kApposition;
  }
  return false;
}

}  // namespace gainsay::internal

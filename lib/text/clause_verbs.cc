#include <algorithm>

#include "text/clause_finder.h"

namespace gainsay::internal {

std::uint32_t ClauseFinder::FreshSubject() {
  const Clause& clause = Current();
  // "X was Y but has fallen": the verb shares the subject.
  std::uint32_t before = At();
  while (before > 0 && G(before - 1).kind == GroupKind::kAdverb) --before;
  if (conjunction_ != kNowhere && conjunction_ + 1 == before) return kNowhere;
  for (std::uint32_t i = At(); i-- > clause.verb + 1;) {
    const Group& group = G(i);
    if (group.kind == GroupKind::kVerb || group.kind == GroupKind::kPunct)
      return kNowhere;
    if (!Nominal(i) || group.role == GroupRole::kPossessor) continue;
    if (group.role == GroupRole::kPrepositional ||
        group.role == GroupRole::kTime)
      continue;
    return group.same_as != kNowhere ? group.same_as : i;
  }
  return kNowhere;
}

std::uint32_t ClauseFinder::SubordinateSubject() {
  // "after a trial of a week and jailed him": the verb is the main clause's.
  if (conjunction_ != kNowhere && conjunction_ + 1 == At()) return kNowhere;
  bool other = false;  // a subject that has an article of its own
  for (std::uint32_t i = At(); i-- > 0;) {
    const Group& group = G(i);
    if (group.kind == GroupKind::kVerb || group.kind == GroupKind::kPunct ||
        group.kind == GroupKind::kMark)
      return kNowhere;
    if (group.kind != GroupKind::kNoun) continue;
    if (group.role != GroupRole::kPrepositional ||
        group.preposition == kNowhere) {
      other |= group.role == GroupRole::kSubject &&
               (group.features & (kDefinite | kIndefinite)) != 0;
      continue;
    }
    // "Before the war the post had been vacant".
    if (other && group.governor == kNowhere) return kNowhere;
    if (i > 0 && (Info(group.preposition).tags & Bit(Tag::kSubordinator)) != 0)
      return i;
    if ((Info(group.preposition).features & (kOfWord | kPlaceWord)) == 0 &&
        group.same_as == kNowhere)
      return kNowhere;
  }
  return kNowhere;
}

bool ClauseFinder::MarkSince(std::uint32_t group) {
  if (group == kNowhere) return true;
  for (std::uint32_t i = group; i < At(); ++i) {
    if (G(i).kind == GroupKind::kPunct) return true;
  }
  return false;
}

void ClauseFinder::SetVerb(Clause& clause) {
  clause.verb = At();
  G(At()).clause = static_cast<std::uint32_t>(&clause - parse_.clauses.data());
}

void ClauseFinder::TakeFinite() {
  if (relative_ != kNowhere) {
    const std::uint32_t head = relative_;
    const std::uint32_t inner =
        last_nominal_ != kNowhere && last_nominal_ > relative_ &&
                G(last_nominal_).role == GroupRole::kSubject
            ? last_nominal_
            : kNowhere;
    Push(Clause::Kind::kRelative, 0);
    Current().head = head;
    Current().comma = relative_comma_;
    Current().subject = inner != kNowhere ? inner : head;
    // "The first time that the river flooded the town": no object.
    const bool occasion = (words_.Of(G(head).lemma).classes &
                           words_.index().ClassBit("occasion")) != 0;
    if (inner != kNowhere && !whose_ && !occasion && !InWhich(head, inner))
      Current().object = head;
    whose_ = false;
    // "Who in 2011 removed": what stands between goes with the verb.
    for (std::uint32_t i = At(); i-- > head && G(i).kind != GroupKind::kMark;)
      if (G(i).role == GroupRole::kPrepositional ||
          G(i).role == GroupRole::kTime)
        G(i).clause = stack_.back();
    SetVerb(Current());
    relative_ = kNowhere;
    return;
  }
  if (const std::uint32_t subject = SubordinateSubject(); subject != kNowhere) {
    const std::uint32_t mark = subject - 1;
    Push(Clause::Kind::kSubordinate, 0);
    G(subject).role = GroupRole::kSubject;
    G(subject).governor = kNowhere;
    G(subject).clause = stack_.back();
    Current().subject = subject;
    Current().mark = mark;
    Current().comma = true;
    Current().first = mark;
    return SetVerb(Current());
  }
  // "Founded in 1871 to train teachers, the university has": of the sentence.
  if (const std::uint32_t subject = SubjectAfterFronted();
      subject != kNowhere) {
    Clause& inner = Current();
    if (inner.object == subject) inner.object = kNowhere;
    if (inner.object2 == subject) inner.object2 = kNowhere;
    while (stack_.size() > 1) Pop();
    G(subject).role = GroupRole::kSubject;
    G(subject).clause = stack_.back();
    Current().subject = subject;
    mark_ = pending_ = kNowhere;
    return SetVerb(Current());
  }
  // An embedded clause that has its verb ends where its parent's verb comes.
  // "The minister, Bos said, would resign" breaks in; "a man investigating it
  // said" does not.
  const bool saying =
      (G(At()).verb & kSayVerb) != 0 &&
      (Current().kind != Clause::Kind::kRelative || MarkSince(Current().verb));
  while (stack_.size() > 1 && Current().verb != kNowhere &&
         conjunction_ == kNowhere && !saying && AwaitsVerb(Current().parent)) {
    Pop();
  }
  if (Current().verb == kNowhere) {
    mark_ = kNowhere;
    return SetVerb(Current());
  }
  std::uint32_t waiting = Waiting();
  if (waiting != kNowhere) Pop();
  if (waiting == kNowhere && Pending()) waiting = pending_;
  pending_ = kNowhere;
  const std::uint32_t subject = waiting != kNowhere ? waiting : FreshSubject();
  const bool say = (G(Current().verb).verb & kSayVerb) != 0;
  if (subject != kNowhere) {
    Clause& clause = Current();
    const bool complement =
        say && (clause.object == subject || mark_ != kNowhere);
    if (clause.object == subject) clause.object = kNowhere;
    if (clause.object2 == subject) clause.object2 = kNowhere;
    if (clause.predicate == subject) clause.predicate = kNowhere;
    G(subject).role = GroupRole::kSubject;
    const std::uint32_t mark = mark_;
    Push(complement         ? Clause::Kind::kComplement
         : mark != kNowhere ? Clause::Kind::kSubordinate
                            : Clause::Kind::kCoordinate,
         0);
    Current().subject = subject;
    Current().mark = mark;
    // "That the talks, broken off in 2021, were": the part between is another.
    const bool interrupted = closed_at_ != kNowhere && closed_at_ > subject &&
                             closed_at_ + 1 == At();
    Current().first = interrupted ? At() : subject;
    G(subject).clause = stack_.back();
    TakeFronted(subject);
  } else {
    const Clause outer = Current();
    Push(Clause::Kind::kCoordinate, 0);
    Current().subject = outer.subject;
    Current().head = outer.head;
    Current().comma = outer.comma;
  }
  mark_ = kNowhere;
  SetVerb(Current());
}

// "A was filed, but on Monday the parties agreed": what stands between the
// conjunction and the new subject goes with the new verb.
void ClauseFinder::TakeFronted(std::uint32_t subject) {
  std::uint32_t first = subject;
  while (
      first > 0 &&
      (G(first - 1).kind == GroupKind::kPreposition ||
       G(first - 1).kind == GroupKind::kAdverb || IsMark(first - 1, ",") ||
       (Nominal(first - 1) && (G(first - 1).role == GroupRole::kPrepositional ||
                               G(first - 1).role == GroupRole::kTime))))
    --first;
  if (first == subject || first == 0 ||
      G(first - 1).kind != GroupKind::kConjunction)
    return;
  for (std::uint32_t i = first; i < subject; ++i) G(i).clause = stack_.back();
  Current().first = first;
}

void ClauseFinder::TakeNonFinite() {
  const std::uint16_t verb = G(At()).verb;
  const std::uint32_t parent_subject = Current().subject;
  // "The forum, last held in 2022".
  const std::uint32_t at = AfterLast() ? At() - 1 : At();
  const bool after_nominal = at > 0 && Nominal(at - 1);
  const bool after_comma = at > 1 && IsMark(at - 1, ",");
  if ((verb & kBareParticiple) != 0 &&
      (after_nominal || (after_comma && Nominal(at - 2)))) {
    const std::uint32_t head = after_nominal ? at - 1 : at - 2;
    Push(Clause::Kind::kRelative, 0);
    Current().head = head;
    Current().subject = head;
    Current().comma = after_comma;
  } else if ((verb & kToVerb) != 0) {
    Push(Clause::Kind::kInfinitive, 0);
    Current().subject = parent_subject;
  } else {
    const bool relative =
        (verb & kGerundVerb) != 0 && after_nominal && preposition_ == kNowhere;
    Push(relative ? Clause::Kind::kRelative : Clause::Kind::kParticipial, 0);
    Current().subject = relative ? At() - 1 : parent_subject;
    if (relative) Current().head = At() - 1;
    const Clause& parent = parse_.clauses[Current().parent];
    Current().comma =
        after_comma || (parent.verb == kNowhere && parent.subject == kNowhere);
    preposition_ = kNowhere;
  }
  SetVerb(Current());
}

// "The ferry docked at ten, said Jo Bos of the line": a verb of saying whose
// subject follows it, and no other verb.
bool ClauseFinder::IsInverted(std::uint32_t say) {
  const auto end = static_cast<std::uint32_t>(groups_.size());
  if ((G(say).verb & kSayVerb) == 0 || say + 1 >= end ||
      IsMark(At() - (At() > 0 ? 1 : 0), ",") ||
      G(say + 1).kind != GroupKind::kNoun ||
      Info(G(say + 1).head).first == Tag::kPronoun)
    return false;
  for (std::uint32_t i = say + 2; i < end && !IsMark(i, ","); ++i) {
    if (G(i).kind == GroupKind::kVerb || G(i).kind == GroupKind::kMark)
      return false;
  }
  return true;
}

// True if a comma comes before any other verb, and a finite verb right after
// it: "a ferry built in 1995, was sold".
bool ClauseFinder::FiniteAfterComma(std::uint32_t from, bool same_past) {
  constexpr std::uint32_t kFar = 12;
  const auto end = static_cast<std::uint32_t>(groups_.size());
  for (std::uint32_t i = from + 1; i < std::min(end, from + kFar); ++i) {
    if (G(i).kind == GroupKind::kVerb || G(i).kind == GroupKind::kMark)
      return false;
    if (!IsMark(i, ",")) continue;
    std::uint32_t next = i + 1;
    while (next < end && G(next).kind == GroupKind::kAdverb) ++next;
    if (next < end && G(next).kind == GroupKind::kVerb && IsInverted(next))
      return false;
    if (next < end && G(next).kind == GroupKind::kVerb)
      return (G(next).verb & kFinite) != 0 ||
             (same_past && (G(next).verb & kBareParticiple) != 0 &&
              (Info(G(next).head).tags & Bit(Tag::kVerb)) != 0);
  }
  return false;
}

// "The line, shut for two years, reopened": a form that may be either, where
// nothing but a comma parts it from the subject.
bool ClauseFinder::IsSamePast() {
  const Group& group = G(At());
  return group.verb == kFinite && group.head == group.first &&
         (Info(group.head).classes & words_.index().ClassBit("same_past")) !=
             0 &&
         At() > 0 && IsMark(At() - 1, ",") && closed_at_ + 1 != At() &&
         !ClosesApposition();
}

bool ClauseFinder::FiniteLater() {
  for (std::uint32_t i = At() + 1; i < groups_.size(); ++i) {
    if (G(i).kind == GroupKind::kVerb && (G(i).verb & kFinite) != 0)
      return true;
  }
  return false;
}

// A past form right behind a noun with a preposition, where every open clause
// has its verb and nothing stands for a subject of another.
bool ClauseFinder::HasItsVerb() {
  if (relative_ != kNowhere || mark_ != kNowhere || conjunction_ != kNowhere ||
      last_nominal_ == kNowhere || last_nominal_ + 1 != At() ||
      (G(last_nominal_).role != GroupRole::kPrepositional &&
       !(G(last_nominal_).role == GroupRole::kObject &&
         Current().object == last_nominal_ && !G(last_nominal_).name &&
         (G(Current().verb).verb & kCopula) == 0 &&
         Info(G(last_nominal_).head).first != Tag::kPronoun &&
         At() + 1 < groups_.size() &&
         G(At() + 1).kind == GroupKind::kPreposition)))
    return false;
  for (const std::uint32_t clause : stack_) {
    const std::uint32_t verb = parse_.clauses[clause].verb;
    if (verb == kNowhere) return false;
    const bool asks = (words_.Of(G(verb).lemma).classes &
                       words_.index().ClassBit("bare_verb")) != 0;
    if (((G(verb).verb & kSayVerb) != 0 || asks) && FreshSubject() != kNowhere)
      return false;
  }
  return SubordinateSubject() == kNowhere;
}

void ClauseFinder::PromoteParticiple() {
  Group& group = G(At());
  // "Founded in 1931, the mill ...": a past form that begins a sentence.
  const bool opens = Current().subject == kNowhere &&
                     Current().verb == kNowhere && last_nominal_ == kNowhere &&
                     stack_.size() == 1 && preposition_ == kNowhere &&
                     mark_ == kNowhere;
  // "Set up in 1871, the university has": a form that may be either.
  const bool same =
      group.verb == kFinite && At() + 1 < groups_.size() &&
      (G(At() + 1).kind == GroupKind::kPreposition || IsTime(At() + 1)) &&
      FiniteLater() &&
      (Info(group.head).classes & words_.index().ClassBit("same_past")) != 0;
  const bool past = group.verb == (kFinite | kPast) &&
                    (Info(group.head).tags & Bit(Tag::kParticiple)) != 0;
  if (opens && group.head == group.first && (past || same)) {
    group.verb = kBareParticiple | kPassive;
    return;
  }
  // "Under the law passed by the house, ...": a finite verb has a subject.
  const bool without = Current().subject == kNowhere &&
                       Current().verb == kNowhere && relative_ == kNowhere &&
                       last_nominal_ != kNowhere && last_nominal_ + 1 == At() &&
                       G(last_nominal_).role == GroupRole::kPrepositional;
  if (without && group.verb == (kFinite | kPast) && group.head == group.first &&
      (Info(group.head).tags & Bit(Tag::kParticiple)) != 0) {
    group.verb = kBareParticiple | kPassive;
    return;
  }
  // "With the forum, last held in 2022": the sentence has its verb.
  if (group.verb == (kFinite | kPast) && group.head == group.first &&
      (Info(group.head).tags & Bit(Tag::kParticiple)) != 0 && AfterLast() &&
      At() > 2 && IsMark(At() - 2, ",") && Nominal(At() - 3) &&
      Current().verb != kNowhere && Current().subject != At() - 3) {
    group.verb = kBareParticiple | kPassive;
    return;
  }
  // "Rose in the quarter ended June 30", "said in a letter sent on Friday": the
  // clause has its verb, and nothing stands for a subject of another.
  if (group.verb == (kFinite | kPast) && group.head == group.first &&
      (Info(group.head).tags & Bit(Tag::kParticiple)) != 0 && HasItsVerb()) {
    group.verb = kBareParticiple | kPassive;
    return;
  }
  // "Maria, a ferry built in 1995, was sold": not what the sentence tells.
  const bool waits =
      (Current().subject != kNowhere && Current().verb == kNowhere) ||
      (IsPending() && IsMark(At() - 1, ","));
  const bool reduced =
      waits && relative_ == kNowhere && FiniteAfterComma(At(), IsSamePast());
  if (reduced && IsSamePast()) {
    group.verb = kBareParticiple | kPassive;
    return;
  }
  if (reduced && group.verb == (kFinite | kPast) && group.head == group.first &&
      (Info(group.head).tags & Bit(Tag::kParticiple)) != 0) {
    group.verb = kBareParticiple | kPassive;
  }
  if ((group.verb & kBareParticiple) == 0 || group.last != group.head + 1 ||
      reduced)
    return;
  // "The volcano last erupted in 1963": no other verb for the subject.
  if (group.first != group.head && Current().verb == kNowhere &&
      Current().subject != kNowhere && !FiniteLater()) {
    group.verb = kFinite | kPast;
    return;
  }
  const WordInfo& info = Info(group.head);
  if ((info.tags & Bit(Tag::kVerb)) == 0 && conjunction_ == kNowhere) return;
  const Clause& clause = Current();
  const bool after_closed =
      (closed_at_ != kNowhere && closed_at_ + 1 == At()) || ClosesApposition();
  if ((clause.verb == kNowhere && clause.subject != kNowhere && after_closed) ||
      EndsApposition()) {
    group.verb = kFinite | kPast;
  } else if (conjunction_ != kNowhere && conjunction_ + 1 == At() &&
             clause.verb != kNowhere) {
    const std::uint16_t other = G(clause.verb).verb;
    group.verb = static_cast<std::uint16_t>(
        kFinite | kPast |
        (other & (kPassive | kPlannedVerb | kUnsure | kFuture)));
    if ((other & kBareParticiple) != 0) group.verb |= kPassive;
  }
}

void ClauseFinder::TakeVerb() {
  PromoteParticiple();
  if ((G(At()).verb & kFinite) != 0) {
    TakeFinite();
  } else {
    TakeNonFinite();
  }
  preposition_ = kNowhere;
  conjunction_ = kNowhere;
  last_nominal_ = kNowhere;
}

}  // namespace gainsay::internal

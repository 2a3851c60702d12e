// Subjects that wait for their verb over a clause put in between.
#include "text/clause_finder.h"

namespace gainsay::internal {

// "Founded in 1871 to train teachers, the university has": the nominal right
// behind a comma before a finite verb, where the sentence began with a
// participle and has no verb yet.
std::uint32_t ClauseFinder::SubjectAfterFronted() {
  if (stack_.size() < 2 || conjunction_ != kNowhere || relative_ != kNowhere)
    return kNowhere;
  const Clause &main = parse_.clauses[stack_[0]],
               &fronted = parse_.clauses[stack_[1]];
  if (main.verb != kNowhere || main.subject != kNowhere ||
      fronted.kind != Clause::Kind::kParticipial ||
      fronted.first != main.first || Current().verb == kNowhere)
    return kNowhere;
  const std::uint32_t subject = FreshSubject();
  return subject != kNowhere && subject > 0 && IsMark(subject - 1, ",")
             ? subject
             : kNowhere;
}

// "Said its plan to raise money was declared void": what the verb of saying
// has for an object, and what the clause between belongs to.
std::uint32_t ClauseFinder::Waiting() {
  if (stack_.size() < 2 || mark_ != kNowhere || conjunction_ != kNowhere)
    return kNowhere;
  const Clause& inner = Current();
  const Clause& outer = parse_.clauses[stack_[stack_.size() - 2]];
  const bool open = inner.kind == Clause::Kind::kInfinitive ||
                    inner.kind == Clause::Kind::kRelative;
  if (!open || inner.verb == kNowhere || outer.verb == kNowhere ||
      (G(outer.verb).verb & kSayVerb) == 0 || outer.object == kNowhere ||
      outer.object != outer.verb + 1 || inner.first <= outer.object)
    return kNowhere;
  for (std::uint32_t i = outer.object; i < At(); ++i)
    if (G(i).kind == GroupKind::kPunct) return kNowhere;
  return outer.object;
}

bool ClauseFinder::IsPending() const {
  return pending_ != kNowhere && mark_ != kNowhere && mark_ < pending_;
}

// "Said that the men who left would return": a subject behind "that" waits for
// its verb over the clause that tells of it.
bool ClauseFinder::Pending() {
  if (!IsPending()) return false;
  // "Says that the talks, broken off in 2021, were resumed".
  if (closed_at_ != kNowhere && closed_at_ > pending_ && closed_at_ + 1 == At())
    return true;
  if (Current().kind != Clause::Kind::kRelative || Current().verb == kNowhere ||
      Current().first <= pending_ || stack_.size() < 2 ||
      (conjunction_ != kNowhere && conjunction_ + 1 == At()))
    return false;
  Pop();
  return true;
}

// Whether "last" or "first" stands right before, for itself.
bool ClauseFinder::AfterLast() {
  if (At() == 0) return false;
  const Group& before = G(At() - 1);
  return (before.kind == GroupKind::kAdjective ||
          before.kind == GroupKind::kAdverb) &&
         before.last == before.first + 1 &&
         (Info(before.first).classes &
          words_.index().ClassBit("last_or_first")) != 0;
}

// "A ballot in which members accepted the offer": what they accepted is told
// by its own object.
bool ClauseFinder::InWhich(std::uint32_t head, std::uint32_t subject) {
  for (std::uint32_t i = head + 1; i < subject; ++i) {
    if (G(i).kind == GroupKind::kMark)
      return G(i - 1).kind == GroupKind::kPreposition;
  }
  return false;
}

// True if a clause has a subject and no verb, or is a relative one of such a
// clause: "the mayor, who saw the town hit by floods, resigned".
bool ClauseFinder::AwaitsVerb(std::uint32_t clause) const {
  constexpr int kUp = 3;
  for (int up = 0; up < kUp && clause != kNowhere; ++up) {
    const Clause& c = parse_.clauses[clause];
    if (c.verb == kNowhere) return c.subject != kNowhere;
    if (c.kind != Clause::Kind::kRelative || !c.comma) return false;
    clause = c.parent;
  }
  return false;
}

}  // namespace gainsay::internal

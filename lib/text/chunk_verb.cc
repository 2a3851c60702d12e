#include <string>

#include "text/chunker.h"

namespace gainsay::internal {

void Chunker::Auxiliary(Group& group) {
  const std::uint32_t f = Info(at_).features;
  if ((f & kFutureModal) != 0) group.verb |= kFuture;
  if ((f & kPossibleModal) != 0) group.verb |= kUnsure;
  if ((f & kHave) != 0) group.verb |= kPerfect;
  if ((f & kPastForm) != 0) group.verb |= kPast;
  if ((f & kNegation) != 0) group.verb |= kNegated;
  if ((f & kBe) != 0) group.verb |= kCopula;
  const bool to = (group.verb & kToVerb) != 0;  // "to do so", "to be held"
  if (!to && View(at_) != "having" && View(at_) != "being")
    group.verb |= kFinite;
}

void Chunker::MainVerb(Group& group) {
  const WordInfo& info = Info(at_);
  const Tag tag = TagAt(at_);
  group.head = at_;
  group.lemma = info.verb;
  // "Was shut": the form does not tell.
  const bool same =
      (group.verb & kCopula) != 0 &&
      ((info.past && tag == Tag::kVerb) ||
       (info.classes & words_.index().ClassBit("same_past")) != 0);
  if (tag == Tag::kParticiple || same) {
    if ((group.verb & kCopula) != 0)
      group.verb =
          static_cast<std::uint16_t>((group.verb | kPassive) & ~kCopula);
    if (group.verb == 0) group.verb = kBareParticiple | kPassive;
  } else if (tag == Tag::kGerund) {
    group.verb = static_cast<std::uint16_t>(group.verb & ~kCopula);
    if ((group.verb & kFinite) == 0) group.verb |= kGerundVerb;
  } else {
    group.verb = static_cast<std::uint16_t>(group.verb & ~kCopula);
    if ((group.verb & kToVerb) == 0) group.verb |= kFinite;
    // "Has now spent": the auxiliary tells.
    if (info.past && !info.third && (group.verb & kPerfect) == 0)
      group.verb |= kPast;
  }
  if ((info.verb_kinds & (1U << static_cast<unsigned>(VerbRow::Kind::kSay))) !=
      0)
    group.verb |= kSayVerb;
  group.last = ++at_;
}

// "Stayed closed", "remains shut": was and is.
bool Chunker::Stays(Group& group) {
  if (at_ >= end_ || (group.verb & kPassive) != 0 ||
      (words_.Of(group.lemma).classes & words_.index().ClassBit("stay")) == 0)
    return false;
  const WordInfo& next = Info(at_);
  const Tag tag = TagAt(at_);
  const bool state =
      (tag == Tag::kParticiple || tag == Tag::kVerb) && next.verb.valid() &&
      (words_.Of(next.verb).classes & words_.index().ClassBit("shut")) != 0 &&
      (next.past || tag == Tag::kParticiple ||
       (next.classes & words_.index().ClassBit("same_past")) != 0);
  if (state) group.verb |= kCopula;
  return state;
}

// "agreed to restart", "is set to meet": goes on to the verb that is meant.
bool Chunker::Chain(Group& group) {
  std::uint32_t next = at_;
  while (TagAt(next) == Tag::kAdverb && next < end_) ++next;
  if (!Has(next, kInfinitive)) return false;
  std::uint32_t verb = next + 1;
  while (verb < end_ && (TagAt(verb) == Tag::kAdverb || Has(verb, kNegation)))
    ++verb;
  const bool be = Has(verb, kBe);
  if (!be && TagAt(verb) != Tag::kVerb) return false;
  const auto has = [kinds = Info(group.head).verb_kinds](VerbRow::Kind kind) {
    return (kinds & (1U << static_cast<unsigned>(kind))) != 0;
  };
  const bool passive = (group.verb & kPassive) != 0;
  if (has(VerbRow::Kind::kPlan) && !passive) {
    group.verb |= kPlannedVerb;
  } else if (has(VerbRow::Kind::kPassivePlan) && passive) {
    group.verb |= kPlannedVerb;
  } else if (has(VerbRow::Kind::kPossible) && !passive) {
    group.verb |= kUnsure;
  } else if (has(VerbRow::Kind::kDeny) && !passive) {
    group.verb |= kDeniedVerb;
  } else if (!has(VerbRow::Kind::kActual)) {
    return false;
  }
  group.verb = static_cast<std::uint16_t>(
      group.verb & ~(kPassive | kBareParticiple | kSayVerb | kCopula));
  group.verb |= kFinite;
  at_ = verb;
  return true;
}

// "Had to close": they closed; "has to close": they will.
bool Chunker::HasTo(std::uint32_t have, Group& group) {
  if (!Has(have, kHave) || (group.verb & (kToVerb | kNegated)) != 0 ||
      !Has(at_, kInfinitive) || at_ + 1 >= end_ ||
      (!Has(at_ + 1, kBe) && TagAt(at_ + 1) != Tag::kVerb))
    return false;
  group.verb = static_cast<std::uint16_t>(group.verb & ~kPerfect);
  if (!Has(have, kPastForm)) group.verb |= kPlannedVerb;
  return true;
}

void Chunker::Phrasal(Group& group) {
  if (at_ >= end_) return;
  const std::string_view verb = words_.interner().View(group.lemma);
  const PhrasalRow* row = nullptr;
  if (at_ + 1 < end_) {
    const std::string two =
        std::string(View(at_)) + " " + std::string(View(at_ + 1));
    if ((row = words_.index().Phrasal(verb, two)) != nullptr) ++at_;
  }
  if (row == nullptr)
    row = words_.index().Phrasal(verb, words_.interner().View(Info(at_).noun));
  if (row == nullptr) row = words_.index().Phrasal(verb, View(at_));
  if (row == nullptr) return;
  group.lemma = words_.interner().Intern(row->lemma);
  group.last = ++at_;
}

bool Chunker::Verb() {
  Group group;
  group.kind = GroupKind::kVerb;
  group.first = at_;
  bool verb = false;
  if (Has(at_, kInfinitive) &&
      In(at_ + 1, Bit(Tag::kVerb) | Bit(Tag::kAuxiliary) | Bit(Tag::kAdverb)) &&
      (In(at_ + 1, Bit(Tag::kVerb) | Bit(Tag::kAuxiliary)) ||
       TagAt(at_ + 2) == Tag::kVerb)) {
    group.verb = kToVerb;
    ++at_;
  }
  std::uint32_t auxiliary = kNowhere;
  for (int links = 0; at_ < end_ && links < 4;) {
    // An adverb that is a time ("previously held") stays inside; other
    // expressions end the group.
    if (const std::uint32_t atom = AtomAt(at_);
        atom != kNowhere &&
        (atoms_[atom].last > at_ + 1 || TagAt(at_) != Tag::kAdverb))
      break;
    const Tag tag = TagAt(at_);
    if (tag == Tag::kAuxiliary) {
      Auxiliary(group);
      // "That it be lifted": asked for.
      if (at_ == group.first && View(at_) == "be") group.verb |= kPlannedVerb;
      auxiliary = at_++;
      if (HasTo(auxiliary, group)) {
        ++at_;
        auxiliary = kNowhere;
        ++links;
      }
    } else if (tag == Tag::kAdverb &&
               In(at_ + 1, Bit(Tag::kVerb) | Bit(Tag::kParticiple) |
                               Bit(Tag::kGerund) | Bit(Tag::kAuxiliary) |
                               Bit(Tag::kAdverb))) {
      ++at_;
    } else if (IsVerbPrefix(at_)) {
      at_ += 2;
    } else if (Has(at_, kNegation) && tag != Tag::kDeterminer &&
               tag != Tag::kPronoun) {
      group.verb |= kNegated;
      ++at_;
    } else if (tag == Tag::kVerb || tag == Tag::kParticiple ||
               tag == Tag::kGerund) {
      MainVerb(group);
      verb = true;
      ++links;
      if (Stays(group)) continue;
      if (!Chain(group)) break;
      verb = false;
    } else {
      break;
    }
  }
  if (!verb && auxiliary == kNowhere) {
    at_ = group.first;
    return false;
  }
  if (!verb) {
    const WordInfo& info = Info(auxiliary);
    group.head = auxiliary;
    group.lemma = info.verb;
    group.last = auxiliary + 1;
    at_ = group.last;
    while (at_ < end_ && Has(at_, kNegation) && TagAt(at_) == Tag::kParticle) {
      group.verb |= kNegated;
      group.last = ++at_;
    }
    if ((info.features & kBe) != 0) group.verb |= kCopula;
    if ((info.features & kHave) != 0) group.verb |= kHaveMain;
  } else {
    Phrasal(group);
    // "Went on to win".
    const bool joined = group.last > group.head + 1;
    if (joined && Chain(group) && TagAt(at_) == Tag::kVerb) MainVerb(group);
  }
  out_.groups.push_back(group);
  return true;
}

}  // namespace gainsay::internal

#include "text/clause.h"

#include <algorithm>

#include "text/clause_finder.h"

namespace gainsay::internal {
namespace {

constexpr std::size_t kMaxDepth = 16;

}  // namespace

std::uint32_t ClauseFinder::Push(Clause::Kind kind, std::uint32_t) {
  Clause clause;
  clause.kind = kind;
  clause.first = At();
  clause.parent = stack_.empty() ? kNowhere : stack_.back();
  parse_.clauses.push_back(clause);
  if (stack_.size() >= kMaxDepth) stack_.erase(stack_.begin() + 1);
  stack_.push_back(static_cast<std::uint32_t>(parse_.clauses.size() - 1));
  return stack_.back();
}

void ClauseFinder::Pop() {
  Current().last = At();
  if (stack_.size() > 1) stack_.pop_back();
}

void ClauseFinder::Step() {
  Group& group = G(At());
  if (group.role != GroupRole::kPossessor) group.clause = stack_.back();
  switch (group.kind) {
    case GroupKind::kNoun:
    case GroupKind::kValue:
      if (group.role != GroupRole::kPossessor) TakeNominal();
      return;
    case GroupKind::kVerb:
      return TakeVerb();
    case GroupKind::kPreposition:
      if (IsParticle()) {
        group.kind = GroupKind::kAdverb;
      } else if (!HedgesTime()) {
        preposition_ = At();
      }
      return;
    case GroupKind::kMark:
      return TakeMark();
    case GroupKind::kConjunction:
      conjunction_ = At();
      return;
    case GroupKind::kPunct:
      return TakePunct();
    case GroupKind::kAdjective: {
      Clause& clause = Current();
      if (clause.verb != kNowhere && clause.predicate == kNowhere &&
          (G(clause.verb).verb & kCopula) != 0) {
        clause.predicate = At();
      }
      return;
    }
    case GroupKind::kAdverb:
      // "Since then the post has been": all of the phrase.
      if (preposition_ != kNowhere && preposition_ + 1 == At() &&
          (Info(group.first).classes & words_.index().ClassBit("pro_time")) !=
              0)
        preposition_ = kNowhere;
      return;
    case GroupKind::kOther:
      return;
  }
}

// "Turned himself in around 6 p.m.": belongs to the verb.
bool ClauseFinder::IsParticle() {
  return At() > 1 && At() + 1 < groups_.size() &&
         G(At() - 2).kind == GroupKind::kVerb &&
         G(At() - 1).kind == GroupKind::kNoun &&
         Info(G(At() - 1).head).first == Tag::kPronoun &&
         G(At() + 1).kind == GroupKind::kPreposition &&
         (Info(G(At()).first).tags & Bit(Tag::kAdverb)) != 0;
}

// "until about 5 a.m.": the preposition before it says how.
bool ClauseFinder::HedgesTime() {
  if (preposition_ == kNowhere || preposition_ + 1 != At() ||
      At() + 1 >= groups_.size() || G(At() + 1).kind != GroupKind::kValue)
    return false;
  const auto hedges = words_.index().tables().hedges;
  return std::ranges::find(hedges, View(G(At()).first)) != hedges.end();
}

bool ClauseFinder::Coordination() {
  if (conjunction_ == kNowhere || last_nominal_ == kNowhere) return false;
  const bool list =
      conjunction_ + 1 == At() &&
      (last_nominal_ + 1 == conjunction_ ||
       (last_nominal_ + 2 == conjunction_ && IsMark(conjunction_ - 1, ",")));
  if (!list) return false;
  // "X met Y and Z resigned": the nominal before a finite verb is a new
  // subject; but "the talks between X and Y resumed".
  const std::uint32_t of = G(last_nominal_).preposition;
  const bool among = of != kNowhere && (Info(of).features & kAmongWord) != 0;
  if (!among && At() + 1 < groups_.size() &&
      G(At() + 1).kind == GroupKind::kVerb &&
      (G(At() + 1).verb & kFinite) != 0 && Current().verb != kNowhere &&
      G(last_nominal_).role != GroupRole::kSubject) {
    return false;
  }
  if (IsDate(At()) != IsDate(last_nominal_)) return false;
  Join(last_nominal_);
  return true;
}

void ClauseFinder::Join(std::uint32_t first) {
  Group& group = G(At());
  group.role = G(first).role;
  group.governor = G(first).governor;
  group.preposition = G(first).preposition;
  group.clause = G(first).clause;
  group.coordinated = true;
  group.same_as = G(first).same_as != kNowhere ? G(first).same_as : first;
  G(group.same_as).coordinated = true;
}

// "Closed to 47-44", "at $79 / $49": two values that stand as one.
bool ClauseFinder::Score() {
  if (last_nominal_ == kNowhere || last_nominal_ + 2 != At() ||
      !(IsMark(At() - 1, "-") || IsMark(At() - 1, "/")) ||
      G(At()).kind != GroupKind::kValue ||
      G(last_nominal_).kind != GroupKind::kValue || IsTime(At()) ||
      IsTime(last_nominal_))
    return false;
  Join(last_nominal_);
  return true;
}

bool ClauseFinder::NameList() {
  if (last_nominal_ == kNowhere || last_nominal_ + 2 != At() ||
      !IsMark(At() - 1, ","))
    return false;
  Group& group = G(At());
  const Group& first = G(last_nominal_);
  const bool verb_next = At() + 1 < groups_.size() &&
                         G(At() + 1).kind == GroupKind::kVerb &&
                         (G(At() + 1).verb & kFinite) != 0;
  const bool bare =
      group.last == group.first + 1 && first.last == first.first + 1;
  if (!verb_next || !bare || Current().verb != kNowhere ||
      first.role != GroupRole::kSubject)
    return false;
  group.role = GroupRole::kSubject;
  group.coordinated = true;
  group.same_as = first.same_as != kNowhere ? first.same_as : last_nominal_;
  return true;
}

// "Two weeks before the vote": by how much, not how long.
bool ClauseFinder::CountsFromEvent() {
  if (!IsTime(At()) || IsDate(At()) || At() + 1 >= groups_.size()) return false;
  const Group& next = G(At() + 1);
  return (next.kind == GroupKind::kPreposition ||
          next.kind == GroupKind::kMark) &&
         (next.features & kTemporal) != 0;
}

void ClauseFinder::TakeFree() {
  Clause& clause = Current();
  Group& group = G(At());
  const bool have_verb = clause.verb != kNowhere;
  const bool set = group.kind == GroupKind::kValue &&
                   atoms_[group.atom].kind == Atom::Kind::kSet;
  if (CountsFromEvent()) return;
  if (IsDate(At()) || set || (IsTime(At()) && clause.object != kNowhere)) {
    group.role = GroupRole::kTime;
    // "In the quarter ended June 30 to ...": what ends a span is a date.
    if (stack_.size() > 1 && clause.kind == Clause::Kind::kRelative &&
        clause.head != kNowhere && IsTime(clause.head))
      Pop();
  } else if (!have_verb || relative_ != kNowhere ||
             (mark_ != kNowhere && !IsPending())) {
    group.role = GroupRole::kSubject;
    if (have_verb && mark_ != kNowhere && relative_ == kNowhere)
      pending_ = At();
    if (!have_verb && FollowsApposition()) {
      G(clause.subject).role = GroupRole::kApposition;
      G(clause.subject).governor = At();
      clause.subject = At();
    }
    if (!have_verb && clause.subject == kNowhere) clause.subject = At();
  } else if ((G(clause.verb).verb & kCopula) != 0 &&
             clause.predicate == kNowhere) {
    clause.predicate = At();
    group.role = GroupRole::kObject;
  } else if (clause.object == kNowhere) {
    clause.object = At();
    group.role = GroupRole::kObject;
  } else if (clause.object2 == kNowhere && !group.name) {
    clause.object2 = At();
    group.role = GroupRole::kMeasure;
  }
}

// "Bos, whose house burned": a relative clause with a subject of its own.
bool ClauseFinder::Whose() {
  constexpr std::uint32_t kBoth = kRelative | kPossessive;
  if ((Info(G(At()).first).features & kBoth) != kBoth || At() == 0)
    return false;
  const bool comma = IsMark(At() - 1, ",");
  const std::uint32_t back = comma ? 2 : 1;
  if (At() < back || !Nominal(At() - back)) return false;
  relative_ = At() - back;
  relative_comma_ = comma;
  whose_ = true;
  return true;
}

void ClauseFinder::TakeNominal() {
  Group& group = G(At());
  if (preposition_ != kNowhere) {
    group.role = GroupRole::kPrepositional;
    group.preposition = G(preposition_).first;
    std::uint32_t before = preposition_;
    // What it follows directly, over an adverb or another preposition.
    while (before > 0 && (G(before - 1).kind == GroupKind::kAdverb ||
                          G(before - 1).kind == GroupKind::kPreposition))
      --before;
    if (before > 0 && Nominal(before - 1)) {
      group.governor = before - 1;
    } else if (before > 1 && IsDate(At()) && IsMark(before - 1, ",") &&
               Nominal(before - 2) && Current().verb == kNowhere &&
               IsMark(At() + 1, ",") &&
               // "Before the closure, in 2019, 51,000 used it".
               (G(before - 2).role != GroupRole::kPrepositional ||
                G(before - 2).governor != kNowhere)) {
      group.governor = before - 2;  // "The crash, on 11 May 1986, ..."
    }
    // A value governs nothing: what follows it hangs on what the value hangs
    // on.
    for (int i = 0; i < 3 && group.governor != kNowhere &&
                    G(group.governor).kind == GroupKind::kValue;
         ++i) {
      group.governor = G(group.governor).governor;
    }
    preposition_ = kNowhere;
  } else if (Whose()) {
    group.role = GroupRole::kSubject;
  } else if (!Score() && !Coordination() && !NameList() && !Apposition()) {
    TakeFree();
  }
  conjunction_ = kNowhere;
  last_nominal_ = At();
}

void ClauseFinder::TakeMark() {
  const std::uint32_t features = G(At()).features;
  std::uint32_t before = At();
  while (before > 0 && (G(before - 1).kind == GroupKind::kPreposition))
    --before;
  const bool comma = before > 0 && IsMark(before - 1, ",");
  std::uint32_t host = comma ? before - 2 : before - 1;
  // "the first time since 1986 that": what the value hangs on.
  if (before > (comma ? 1U : 0U) && G(host).kind == GroupKind::kValue &&
      G(host).governor != kNowhere &&
      G(G(host).governor).kind == GroupKind::kNoun)
    host = G(host).governor;
  const Clause& clause = Current();
  const bool said = (features & kThatWord) != 0 && clause.verb != kNowhere &&
                    clause.object == host &&
                    (G(clause.verb).verb & kSayVerb) != 0;
  if (!said && (features & kRelative) != 0 && before > (comma ? 1U : 0U) &&
      Nominal(host) && (G(host).kind == GroupKind::kNoun || IsLength(host))) {
    // The head of the whole nominal: "the talks between X and Y, which":
    // nearest first.
    relative_ = host;
    relative_comma_ = comma;
    preposition_ = kNowhere;
    return;
  }
  mark_ = At();
  if ((features & kTemporal) != 0 || (features & kConditional) != 0) {
    if (Current().verb != kNowhere) {
      Push(Clause::Kind::kSubordinate, 0);
      Current().mark = At();
      Current().conditional = (features & kConditional) != 0;
      mark_ = kNowhere;
    }
  }
}

void ClauseFinder::TakePunct() {
  const std::string_view mark = View(G(At()).first);
  if (mark == "(") {
    in_bracket_ = true;
    open_bracket_ = last_nominal_;
  } else if (mark == ")") {
    in_bracket_ = false;
    last_nominal_ = open_bracket_;
  } else if (mark == ",") {
    // "who built schools and taught, ...": both verbs are of one clause.
    for (bool joined = true; joined && stack_.size() > 1 && Current().comma &&
                             Current().verb != kNowhere;) {
      joined = Current().kind == Clause::Kind::kCoordinate;
      Pop();
      closed_at_ = At();
    }
    // "Launched the largest probe ever built, on May 5, 1997".
    if (stack_.size() > 1 && Current().kind == Clause::Kind::kRelative &&
        Current().verb != kNowhere && At() + 2 < groups_.size() &&
        G(At() + 1).kind == GroupKind::kPreposition && Nominal(At() + 2) &&
        IsDate(At() + 2))
      Pop();
    relative_ = kNowhere;
  } else if (mark == ";" || mark == ":" || mark == "\xE2\x80\x94") {
    while (stack_.size() > 1) Pop();
    preposition_ = relative_ = mark_ = kNowhere;
    if (Current().verb != kNowhere) {
      stack_.clear();
      Push(Clause::Kind::kMain, 0);
    }
    last_nominal_ = kNowhere;
  }
  if (mark != "-" && mark != "\"") preposition_ = kNowhere;
}

void ClauseFinder::Speakers() {
  for (std::size_t c = 0; c < parse_.clauses.size(); ++c) {
    const Clause& say = parse_.clauses[c];
    if (say.verb == kNowhere || (G(say.verb).verb & kSayVerb) == 0) continue;
    std::uint32_t speaker = say.subject;
    const bool inverted = say.object != kNowhere &&
                          say.object == say.verb + 1 && say.verb > 0 &&
                          IsMark(say.verb - 1, ",");
    if (inverted) speaker = say.object;
    for (std::size_t k = 0; k < parse_.clauses.size(); ++k) {
      Clause& other = parse_.clauses[k];
      if (k == c || other.verb == kNowhere || other.speaker != kNowhere)
        continue;
      const bool follows =
          k > c && other.kind != Clause::Kind::kMain && other.verb > say.verb;
      const bool leads = k < c &&
                         (say.kind == Clause::Kind::kCoordinate || inverted) &&
                         other.verb < say.verb;
      if (follows || leads) other.speaker = speaker;
    }
  }
}

void ClauseFinder::Finish() {
  while (stack_.size() > 1) Pop();
  Current().last = At();
  MoveFronted();
  MoveBeforeMark();
  for (Clause& clause : parse_.clauses) {
    // "Since taking office, she": the subject follows.
    const bool open = clause.kind == Clause::Kind::kParticipial ||
                      clause.kind == Clause::Kind::kInfinitive;
    if (open && clause.subject == kNowhere && clause.parent != kNowhere)
      clause.subject = parse_.clauses[clause.parent].subject;
  }
  const bool question = !groups_.empty() && View(groups_.back().first) == "?";
  for (Clause& clause : parse_.clauses) {
    clause.question = question;
    if (clause.last < clause.first) clause.last = clause.first;
  }
  Speakers();
}

std::uint32_t Parse::Patient(const Clause& clause) const {
  if (clause.verb == kNowhere) return kNowhere;
  return (G(clause.verb).verb & kPassive) != 0 ? clause.subject : clause.object;
}

std::uint32_t Parse::Agent(const Clause& clause) const {
  if (clause.verb == kNowhere) return kNowhere;
  return (G(clause.verb).verb & kPassive) != 0 ? kNowhere : clause.subject;
}

void FindClauses(const TokenizedText& text, std::span<const Atom> atoms,
                 WordTable& words, Parse& parse) {
  parse.clauses.clear();
  ClauseFinder(text, atoms, words, parse).Run();
}

}  // namespace gainsay::internal

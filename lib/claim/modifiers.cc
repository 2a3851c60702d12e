// The words that a frame wants beside its governors. See subjects.h.
#include "claim/subjects.h"

namespace gainsay::internal {

namespace {

constexpr std::uint32_t kModifierReach = 6;  // groups

// Which of the words a group has, what follows and hangs on it or, of a verb,
// its subject, its objects or the infinitive after it; empty: none.
std::string_view MatchedWord(const SentenceView& s, const PathStep& step,
                             std::string_view words) {
  std::string_view matched;
  const auto is = [&](std::string_view have) {
    ForEachWord(words, '/', [&](std::string_view word) {
      if (word == have) matched = word;
    });
    return !matched.empty();
  };
  const Interner& interner = s.words.interner();
  const auto& g = s.G(step.group);
  if (step.verb && step.clause != kNowhere) {
    const Clause& own = s.parse.clauses[step.clause];
    for (const std::uint32_t group :
         {own.subject, own.object, own.object2, own.predicate}) {
      if (group != kNowhere && is(interner.View(s.G(group).lemma)))
        return matched;
    }
    for (const Clause& clause : s.parse.clauses) {
      if (clause.kind == Clause::Kind::kInfinitive &&
          clause.parent == step.clause && clause.verb != kNowhere &&
          is(interner.View(s.G(clause.verb).lemma)))
        return matched;
    }
  }
  for (std::uint32_t t = g.first; t < g.last; ++t) {
    if (is(interner.View(s.text.tokens[t].folded))) return matched;
  }
  // "214 people aboard", "people on board", "a stay in custody", "65 votes
  // against".
  const auto& groups = s.parse.groups.groups;
  for (std::uint32_t i = step.group + 1;
       i < groups.size() && i <= step.group + kModifierReach; ++i) {
    if (groups[i].kind == GroupKind::kVerb ||
        groups[i].kind == GroupKind::kPunct)
      return {};
    const bool after =
        i == step.group + 1 && (groups[i].kind == GroupKind::kAdverb ||
                                groups[i].kind == GroupKind::kAdjective ||
                                groups[i].kind == GroupKind::kPreposition);
    const bool hangs = groups[i].role == GroupRole::kPrepositional &&
                       (groups[i].governor == step.group || step.verb);
    if ((after || hangs) && is(interner.View(groups[i].lemma))) return matched;
  }
  return {};
}

// "The 30th anniversary of independence on Friday": when it is marked.
bool IsMarked(const SentenceView& s, const PathStep& step) {
  if (step.verb) return false;
  const std::uint32_t of = s.G(step.group).governor;
  return of != kNowhere && (s.words.Of(s.G(of).lemma).classes &
                            s.words.index().ClassBit("anniversary")) != 0;
}

// "The index closed at 1,089.42 points", "shares opened higher": what is
// quoted opens and closes every day.
bool IsQuoted(const SentenceView& s, const PathStep& step) {
  const SyntaxIndex& index = s.words.index();
  if (!step.verb || step.clause == kNowhere ||
      (s.words.Of(step.lemma).classes & index.ClassBit("trade")) == 0)
    return false;
  const Clause& clause = s.parse.clauses[step.clause];
  if (clause.subject != kNowhere &&
      (s.words.Of(s.G(clause.subject).lemma).classes &
       index.ClassBit("quoted")) != 0)
    return true;
  const ClassSet moved = index.ClassBit("moved");
  const auto& groups = s.parse.groups.groups;
  for (std::uint32_t i = step.group + 1;
       i < groups.size() && i <= step.group + 2; ++i) {
    for (std::uint32_t t = groups[i].first; t < groups[i].last; ++t) {
      if ((s.Info(t).classes & moved) != 0) return true;
    }
    const std::uint32_t atom = groups[i].atom;
    if (groups[i].role == GroupRole::kPrepositional && atom != kNowhere &&
        (s.atoms[atom].kind == Atom::Kind::kNumber ||
         s.atoms[atom].kind == Atom::Kind::kQuantity))
      return true;
  }
  return false;
}

}  // namespace

bool ModifiersFit(const SentenceView& s, const Frame& frame,
                  const ValuePath& path) {
  if (frame.event && (IsQuoted(s, path.steps[0]) || IsMarked(s, path.steps[0])))
    return false;
  for (std::size_t i = 0; i < frame.steps.size(); ++i) {
    const std::string_view want = frame.steps[i].modifier;
    if (want.empty()) continue;
    const bool negated = (s.G(path.steps[i].group).verb & kNegated) != 0;
    if (want == "not" ? !negated : MatchedWord(s, path.steps[i], want).empty())
      return false;
  }
  return true;
}

std::string_view ScopeOf(const SentenceView& s, const Frame& frame,
                         const ValuePath& path) {
  if (frame.kind_scoped) {
    const StringId lemma = path.steps[frame.steps.size() - 1].lemma;
    const std::string_view word = s.words.interner().View(lemma);
    for (const EventRow& row : s.words.index().tables().events) {
      bool of = false;
      for (const std::string_view list : {row.verbs, row.nouns}) {
        ForEachWord(list, ' ',
                    [&](std::string_view w) { of = of || w == word; });
      }
      if (of) return row.name;
    }
    return word;
  }
  for (std::size_t i = 0; i < frame.steps.size() && frame.scoped; ++i) {
    if (!frame.steps[i].modifier.empty())
      return MatchedWord(s, path.steps[i], frame.steps[i].modifier);
  }
  return {};
}

}  // namespace gainsay::internal

// What stands before a clause that is put in between goes with what follows it.
#include <algorithm>

#include "text/clause_finder.h"

namespace gainsay::internal {

// "Not since 2018 had the two sides met": that they had not met since.
void ClauseFinder::PutUpright() {
  constexpr std::uint32_t kFar = 8;  // groups of the subject
  const auto size = static_cast<std::uint32_t>(groups_.size());
  const auto negates = [&](std::uint32_t i) {
    const Group& g = groups_[i];
    return (g.kind == GroupKind::kOther || g.kind == GroupKind::kAdverb ||
            g.kind == GroupKind::kMark) &&
           (Info(g.first).features & kNegation) != 0;
  };
  if (size == 0 || !negates(0)) return;
  for (std::uint32_t i = 1; i + 2 < size; ++i) {
    Group& had = groups_[i];
    if (had.kind != GroupKind::kVerb || (had.verb & kHaveMain) == 0 ||
        had.last != had.first + 1 || groups_[i + 1].kind != GroupKind::kNoun)
      continue;
    std::uint32_t verb = i + 2;
    while (verb < size && verb < i + kFar &&
           groups_[verb].kind != GroupKind::kVerb &&
           groups_[verb].kind != GroupKind::kPunct)
      ++verb;
    if (verb >= size || groups_[verb].kind != GroupKind::kVerb) return;
    Group& told = groups_[verb];
    told.verb =
        static_cast<std::uint16_t>(kFinite | kPerfect | kNegated |
                                   (had.verb & kPast) | (told.verb & kPassive));
    had.kind = groups_[0].kind = GroupKind::kAdverb;
    return;
  }
}

// "After two hours, he said, the man gave up": what stands before who says it
// goes with what is said.
void ClauseFinder::MoveFronted() {
  for (std::uint32_t c = 0; c < parse_.clauses.size(); ++c) {
    const Clause& say = parse_.clauses[c];
    if (say.verb == kNowhere || say.subject == kNowhere ||
        say.subject > say.verb ||
        ((G(say.verb).verb & kSayVerb) == 0 &&
         !(say.subject + 1 == say.verb && say.subject > 0 &&
           IsMark(say.subject - 1, ","))) ||
        !IsMark(say.verb + 1, ","))
      continue;
    std::uint32_t told = c + 1;
    while (told < parse_.clauses.size() &&
           parse_.clauses[told].verb == kNowhere)
      ++told;
    if (told >= parse_.clauses.size() ||
        parse_.clauses[told].subject == kNowhere ||
        parse_.clauses[told].subject < say.verb ||
        parse_.clauses[told].subject > say.verb + 3)
      continue;
    for (std::uint32_t i = say.subject; i-- > 0 && G(i).clause == c;)
      G(i).clause = told;
  }
}

// "On 9 July, while most were asleep, the dam burst": the day is that of what
// follows, not of the clause with the mark.
void ClauseFinder::MoveBeforeMark() {
  const auto size = static_cast<std::uint32_t>(parse_.clauses.size());
  for (std::uint32_t c = 0; c < size; ++c) {
    const Clause& clause = parse_.clauses[c];
    if (clause.verb == kNowhere) continue;
    std::uint32_t mark = clause.first;
    bool dated = false;
    while (mark < clause.verb &&
           (G(mark).kind == GroupKind::kPreposition ||
            G(mark).kind == GroupKind::kAdverb ||
            G(mark).kind == GroupKind::kValue || IsMark(mark, ","))) {
      dated |= G(mark).kind == GroupKind::kValue && IsDate(mark);
      ++mark;
    }
    if (!dated || mark >= clause.verb || G(mark).kind != GroupKind::kMark ||
        !IsMark(mark - 1, ","))
      continue;
    std::uint32_t told = c + 1;
    while (told < size &&
           (parse_.clauses[told].parent != c ||
            parse_.clauses[told].kind != Clause::Kind::kCoordinate))
      ++told;
    if (told == size || parse_.clauses[told].subject == kNowhere ||
        parse_.clauses[told].subject < clause.verb ||
        !(IsMark(parse_.clauses[told].subject - 1, ",") ||
          (G(parse_.clauses[told].subject - 1).kind == GroupKind::kAdverb &&
           IsMark(parse_.clauses[told].subject - 2, ","))))
      continue;
    for (std::uint32_t i = clause.first; i < mark; ++i) {
      if (G(i).clause == c) G(i).clause = told;
    }
  }
}

}  // namespace gainsay::internal

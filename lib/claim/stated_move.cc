#include "claim/stated_move.h"

#include "claim/stated_words.h"

namespace gainsay::internal {

void StateMoves(const TokenizedText& text, const Parse& parse,
                std::uint32_t clause, const ValueWords& value_words,
                const Interner& strings, std::uint32_t value, StatedText& out) {
  const Clause& told = parse.clauses[clause];
  if (told.verb == kNowhere ||
      (parse.G(told.verb).verb & (kNegated | kDeniedVerb)) != 0)
    return;
  const std::string_view verb = strings.View(parse.G(told.verb).lemma);
  for (std::uint32_t g = 0; g < parse.groups.groups.size(); ++g) {
    const Group& group = parse.G(g);
    if (group.clause != clause || group.first == group.last ||
        (text.tokens[group.head].flags & kCapitalised) == 0)
      continue;
    std::string_view preposition;
    if (g != told.object) {
      if (group.preposition == kNowhere) continue;
      preposition = strings.View(text.tokens[group.preposition].folded);
    }
    const MoveRow* row = value_words.Move(verb, preposition);
    if (row == nullptr) continue;
    StatedMove move;
    move.to = row->to;
    move.value = value;
    for (std::uint32_t t = group.first; t < group.last; ++t) {
      const std::string_view word = strings.View(text.tokens[t].folded);
      if (IsAlpha(word) && !value_words.IsStop(word))
        move.place.push_back(word);
    }
    if (!move.place.empty()) out.moves.push_back(std::move(move));
  }
}

}  // namespace gainsay::internal

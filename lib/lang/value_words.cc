#include "lang/value_words.h"

#include <algorithm>
#include <utility>

namespace gainsay::internal {

namespace {

std::pair<std::string_view, std::string_view> KeyOf(const MoveRow& row) {
  return {row.verb, row.preposition};
}

}  // namespace

const MeasureRow* ValueWords::Measure(std::string_view word) const {
  const auto it =
      std::ranges::lower_bound(measures, word, {}, &MeasureRow::word);
  return it != measures.end() && it->word == word ? &*it : nullptr;
}

Modifier ValueWords::Hedge(std::string_view words) const {
  const auto it = std::ranges::lower_bound(hedges, words, {}, &HedgeRow::words);
  return it != hedges.end() && it->words == words ? it->modifier
                                                  : Modifier::kBare;
}

const ClockHedgeRow* ValueWords::ClockHedge(std::string_view words) const {
  const auto it =
      std::ranges::lower_bound(clock_hedges, words, {}, &ClockHedgeRow::words);
  return it != clock_hedges.end() && it->words == words ? &*it : nullptr;
}

const DayPartRow* ValueWords::DayPart(std::string_view word) const {
  const auto it =
      std::ranges::lower_bound(day_parts, word, {}, &DayPartRow::word);
  return it != day_parts.end() && it->word == word ? &*it : nullptr;
}

bool ValueWords::AreAntonyms(std::string_view one,
                             std::string_view other) const {
  const auto [x, y] = std::minmax(one, other);
  return std::ranges::binary_search(antonyms, AntonymRow{one, other}) ||
         std::ranges::binary_search(opposites, AntonymRow{x, y});
}

const MoveRow* ValueWords::Move(std::string_view verb,
                                std::string_view preposition) const {
  const std::pair key(verb, preposition);
  const auto it = std::ranges::lower_bound(moves, key, {}, KeyOf);
  return it != moves.end() && KeyOf(*it) == key ? &*it : nullptr;
}

int ValueWords::Rarity(std::string_view lemma) const {
  const auto it =
      std::ranges::lower_bound(common, lemma, {}, &CommonWordRow::lemma);
  return it != common.end() && it->lemma == lemma ? it->rarity : kRare;
}

bool ValueWords::IsStop(std::string_view word) const {
  return std::ranges::binary_search(stop_words, word);
}

}  // namespace gainsay::internal

// What a language knows of the words around a value: units behind it, hedges
// before it, negation, and the words that tell nothing. Rows only; static
// storage.
#ifndef GAINSAY_LIB_LANG_VALUE_WORDS_H_
#define GAINSAY_LIB_LANG_VALUE_WORDS_H_

#include <compare>
#include <span>
#include <string_view>

#include "gainsay/value.h"

namespace gainsay::internal {

struct MeasureRow {
  std::string_view word, dimension;
  double size = 1;  // in the base unit of the dimension
};

// A letter or short word behind an amount of money: "m" of "$40m".
struct MultiplierRow {
  std::string_view word;
  double factor = 1;
};

struct HedgeRow {
  std::string_view words;  // one to four, parted by blanks
  Modifier modifier = Modifier::kBare;
};

// Words before a clock time, or before its preposition: "shortly before".
// `close`: by minutes.
struct ClockHedgeRow {
  std::string_view words;  // one to three, parted by blanks
  Modifier modifier = Modifier::kBare;
  bool close = false;
};

// When a part of the day is, in minutes of the day; beyond 1440, on the next.
struct DayPartRow {
  std::string_view word;
  int begin = 0, end = 0;
};

// Two lemmas of which only one can hold: "rise" and "fall".
struct AntonymRow {
  std::string_view one, other;
  friend auto operator<=>(const AntonymRow&, const AntonymRow&) = default;
};

// What a verb and a preposition ("" for its object) tell of a place: that it is
// reached, or left.
struct MoveRow {
  std::string_view verb, preposition;
  bool to = false;
};

// A lemma that many texts hold, and what it tells of one that does.
struct CommonWordRow {
  std::string_view lemma;
  int rarity = 0;  // below kRare
};
inline constexpr int kRare = 4;

struct ValueWords {
  std::span<const MeasureRow> measures;  // sorted by word
  std::span<const MultiplierRow> multipliers;
  std::span<const HedgeRow> hedges;              // sorted by words
  std::span<const std::string_view> stop_words;  // sorted
  std::span<const std::string_view> negations;   // "not", "never"
  std::span<const std::string_view>
      pronouns;  // number words that often count nothing: "one"
  std::span<const std::string_view>
      age_words;  // behind a length of time: "old"
  std::span<const std::string_view>
      bleached;  // nouns and adjectives that name nothing: "total"

  std::span<const std::string_view> rates;  // beside a value: "per", "average"

  std::span<const std::string_view> genitives;  // behind a name: "'s"

  std::span<const std::string_view> present_copulas;  // "is"

  std::span<const std::string_view> squares;  // before a length: "square"

  std::span<const AntonymRow> antonyms;   // in both orders, sorted
  std::span<const AntonymRow> opposites;  // outcomes; each in one order, sorted

  std::span<const MoveRow> moves;  // sorted

  std::span<const CommonWordRow> common;  // sorted by lemma

  std::span<const ClockHedgeRow> clock_hedges;  // sorted by words
  std::span<const DayPartRow> day_parts;        // sorted by word

  const MeasureRow* Measure(std::string_view word) const;
  // kBare if the words are no hedge.
  Modifier Hedge(std::string_view words) const;
  // Null if the words are no hedge of a clock time, the word no part of a day.
  const ClockHedgeRow* ClockHedge(std::string_view words) const;
  const DayPartRow* DayPart(std::string_view word) const;
  bool AreAntonyms(std::string_view one, std::string_view other) const;
  // Null if they tell of no move.
  const MoveRow* Move(std::string_view verb,
                      std::string_view preposition) const;
  bool IsStop(std::string_view word) const;
  // 0 for a lemma of any text, up to kRare for one of few.
  int Rarity(std::string_view lemma) const;
};

const ValueWords& EnglishValueWords();

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_LANG_VALUE_WORDS_H_

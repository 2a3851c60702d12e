// What a text has told of so far, for mentions that count from it.
#ifndef GAINSAY_LIB_RESOLVE_MENTIONED_H_
#define GAINSAY_LIB_RESOLVE_MENTIONED_H_

#include <cstddef>
#include <cstdint>
#include <optional>

#include "mention/sense.h"
#include "resolve/period.h"

namespace gainsay::internal {

struct ToldPeriods {
  Period last;    // of any kind
  Period period;  // a month or longer that the text is about
  Period day, quarter;
  Period any_quarter;                           // however long ago
  Period named;                                 // by its year
  std::int64_t named_token = 0, day_token = 0;  // where they end
  std::uint32_t mention = 0;                    // index of `last`
  std::uint32_t mentions_before = 0;            // in the blocks left behind

  // Whether a year was named a few tokens before, or a day some tokens before.
  bool NamesJustBefore(std::uint32_t token) const {
    constexpr std::int64_t kReach = 6;
    return named.kind != Period::Kind::kNone && token < named_token + kReach;
  }
  bool DayIsNear(std::uint32_t token) const {
    constexpr std::int64_t kReach = 30;
    return token < day_token + kReach;
  }

  // `tense`: of the words around. Comparisons ("a year earlier"), years long
  // past and forecasts are told of the present, so they are not what the text
  // is about.
  void Remember(const Sense& sense, const Period& told, std::uint32_t end,
                std::uint32_t index, std::optional<Day> document, int tense);

  // "The nine months": what is told of next is the year so far.
  void RememberMonths(const Sense& sense, std::optional<Day> document);

  // Goes on to the next block of one text: its tokens and mentions are counted
  // anew, `mention` from the text's start.
  void Leave(std::size_t tokens, std::size_t mentions);

  // The days from which "six years earlier" counts: the one told last if it
  // lies in the period that is meant (empty: none); the document's, or any that
  // was told last.
  DayInterval DayWithin(const Period& meant) const;
  DayInterval AndLast(Day document) const;

  // "The quarter", "that year": the one told of, none if there is none.
  Period Same(Unit unit, bool any_time) const;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_RESOLVE_MENTIONED_H_

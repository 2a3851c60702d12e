// Whether two counts are told for one period, in one role and of one thing.
#ifndef GAINSAY_LIB_IDENTITY_TOLD_PERIOD_MATCH_H_
#define GAINSAY_LIB_IDENTITY_TOLD_PERIOD_MATCH_H_

#include <span>
#include <string_view>

#include "base/interner.h"
#include "claim/told.h"
#include "identity/features.h"
#include "lang/syntax_index.h"

namespace gainsay::internal {

// True if all words of `part` are words of `whole`.
bool HoldsWords(std::string_view whole, std::string_view part);

// "The Kelm Youth Choir": a word of `name` tells apart which of two of a kind
// it is (apart.inc), and `known` does not hold for it.
template <typename F>
bool HoldsApart(std::string_view name, F known) {
  bool apart = false;
  ForEachWord(name, ' ', [&](std::string_view word) {
    apart |= !WordApart(word).empty() && !known(word);
  });
  return apart;
}

bool IsName(StringId word, const Interner& strings);

// "The federation" is the Orvanian Weightlifting Federation: one of the two is
// a name, which holds the other.
bool Called(StringId x, StringId y, const Interner& strings);

// "Used" and "passed through" of lorries, not "received" and "decided".
bool ShareRole(const ToldAmount& a, const ToldAmount& b);

// `written`: of each document, when; unbounded if unknown.
bool IsOfOnePeriod(const ToldAmount& a, const ToldAmount& b,
                   std::span<const DayInterval> written,
                   const Interner& strings);

// True if a name tells that both are told of one thing.
bool ShareName(const ToldPeriod& a, const ToldPeriod& b,
               const Interner& strings);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_IDENTITY_TOLD_PERIOD_MATCH_H_

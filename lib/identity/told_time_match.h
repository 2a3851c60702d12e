// Which times that documents on one story tell are of one happening, and
// differ.
//
// Two documents on one story (identity/stories.h) mean the same happening if
// its word goes by the same key and what it happens to is the same: one noun or
// name, nothing that tells the two apart (other words before the noun, another
// ordinal, other names, another day of a clock), and, for what happens to many
// things, something more in common. Neither may tell two times of it, nor the
// other's.
#ifndef GAINSAY_LIB_IDENTITY_TOLD_TIME_MATCH_H_
#define GAINSAY_LIB_IDENTITY_TOLD_TIME_MATCH_H_

#include <cstdint>
#include <span>
#include <vector>

#include "claim/told_times.h"
#include "identity/document_words.h"
#include "lang/names.h"

namespace gainsay::internal {

// Pairs of indices of times that differ, in order.
struct ToldTimePair {
  std::uint32_t first = 0, second = 0;
  friend auto operator<=>(const ToldTimePair&, const ToldTimePair&) = default;
};

// `written`: of each document, when; unbounded if unknown.
std::vector<ToldTimePair> MatchToldTimes(std::span<const ToldTime> told,
                                         std::span<const DocumentWords> words,
                                         std::span<const DayInterval> written,
                                         const Interner& strings,
                                         const NameLexicon& names);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_IDENTITY_TOLD_TIME_MATCH_H_

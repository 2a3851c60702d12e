// Which amounts that documents on one story tell are of one thing, and differ.
//
// Two documents on one story (identity/stories.h) mean the same by a noun or a
// concept if each tells one amount of it, and nothing tells the two apart:
// other words before the noun, other things that it is told of, another year, a
// part or a plan. What may have grown from one document to the next is left
// out.
#ifndef GAINSAY_LIB_IDENTITY_TOLD_MATCH_H_
#define GAINSAY_LIB_IDENTITY_TOLD_MATCH_H_

#include <cstdint>
#include <span>
#include <vector>

#include "claim/told.h"
#include "identity/document_words.h"

namespace gainsay::internal {

// Indices of amounts, in order; at least two of them differ.
using ToldGroup = std::vector<std::uint32_t>;

// `written`: of each document, when; unbounded if unknown.
std::vector<ToldGroup> MatchTold(std::span<const ToldAmount> told,
                                 std::span<const DocumentWords> words,
                                 std::span<const DayInterval> written,
                                 const Interner& strings);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_IDENTITY_TOLD_MATCH_H_

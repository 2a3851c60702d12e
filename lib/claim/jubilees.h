// When something began, by a jubilee and its date: "marked its 75th anniversary
// in 2014", "turns 60 next year", "celebrated her 30th birthday last month".
#ifndef GAINSAY_LIB_CLAIM_JUBILEES_H_
#define GAINSAY_LIB_CLAIM_JUBILEES_H_

#include <cstdint>
#include <optional>

#include "claim/claim.h"
#include "mention/mention.h"
#include "resolve/entity.h"

namespace gainsay::internal {

// The days of the one date of a clause beside what hangs on `but`; none where
// there are two, or where it is not bounded.
std::optional<DayInterval> OnlyDateOf(const SentenceView& sentence,
                                      const MentionTable& mentions,
                                      std::uint32_t clause, std::uint32_t but);

// The date so many years before `days`, told by a group of the sentence;
// `slack`: months by which a jubilee may be celebrated early or late.
ValueRow YearsBefore(const SentenceView& sentence, std::uint32_t group,
                     DayInterval days, double years, std::int32_t slack);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_JUBILEES_H_

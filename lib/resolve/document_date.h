// When a document was written, where its own words license it.
#ifndef GAINSAY_LIB_RESOLVE_DOCUMENT_DATE_H_
#define GAINSAY_LIB_RESOLVE_DOCUMENT_DATE_H_

#include <optional>
#include <span>

#include "mention/mention.h"
#include "text/token.h"

namespace gainsay::internal {

struct FoundDate {
  DayInterval days;
  bool given = false;  // a dateline; else inferred
  ByteSpan evidence;
};

// The dateline: a full date that stands alone, or nearly so, in one of the
// first lines. Tokens are tagged: a line with a verb is none.
std::optional<FoundDate> Dateline(const TokenizedText& text,
                                  const MentionTable& mentions);

// A date that is said to lie ahead.
struct PlannedDay {
  std::uint32_t mention = 0;
  int month = 0, day = 0;  // without a year
};

// From the last day that is told as past and a planned day without a year
// within the month after it: written between the two. `past`: mentions of full
// dates of facts.
std::optional<FoundDate> BetweenFactAndPlan(
    const MentionTable& mentions, std::span<const std::uint32_t> past,
    std::span<const PlannedDay> planned);

// The month and day of "XXXX-05-29"; none for other values.
std::optional<PlannedDay> YearlessDay(const MentionTable& mentions,
                                      std::uint32_t mention);

// +1 if a text writes a date that has its day first ("29/05/2023"), -1 if one
// that has its month first, 0 if none or both.
int DayFirstEvidence(std::string_view text);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_RESOLVE_DOCUMENT_DATE_H_

// When a document was written, where its own words license it.
#ifndef GAINSAY_LIB_RESOLVE_DOCUMENT_DATE_H_
#define GAINSAY_LIB_RESOLVE_DOCUMENT_DATE_H_

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "mention/mention.h"
#include "text/token.h"
#include "text/tokenize.h"

namespace gainsay::internal {

struct FoundDate {
  DayInterval days;
  bool given = false;  // a dateline; else inferred
  ByteSpan evidence;
  bool ambiguous = false;  // 5/4/1999: days from the first to the last reading
};

// How a date in figures alone must be read: 29/05/2024, 05/29/2024, or either.
enum class DateOrder : std::uint8_t { kOpen, kDayFirst, kMonthFirst };
DateOrder OrderOf(std::string_view figures);

// The order in which the datelines of a run are written: as those say that
// leave no choice, if they agree. Else, where each can be read either way, the
// order that puts them within two weeks of each other, if the other takes them
// more than four weeks apart: sources on one story are of one time.
class DatelineOrder {
 public:
  // Readings of one dateline in figures: as day first, as month first.
  void Note(DateOrder order, DayInterval day_first, DayInterval month_first);
  std::optional<bool> DayFirst() const;

 private:
  bool seen_day_first_ = false, seen_month_first_ = false;
  DayInterval day_first_{kPlusInfinity, kMinusInfinity},
      month_first_{kPlusInfinity, kMinusInfinity};
  int open_ = 0;
};

// The year that a dateline without one lacks: that in which most documents of
// the run are near it.
class DatelineYears {
 public:
  void Note(DayInterval days);
  std::optional<DayInterval> DayOf(int month, int day) const;

 private:
  std::vector<Day> days_;
};

// The dateline: a full date that stands alone, or nearly so, in one of the
// first lines. Tokens are tagged: a line with a verb is none.
std::optional<FoundDate> Dateline(const TokenizedText& text,
                                  const MentionTable& mentions,
                                  WordCache& words);

// A date without a year.
struct DayOfYear {
  std::uint32_t mention = 0;
  int month = 0, day = 0;
};
// A dateline that lacks the year: "LISBON, May 24 (Lusa) - The bridge ...".
std::optional<DayOfYear> YearlessDateline(const TokenizedText& text,
                                          const MentionTable& mentions,
                                          WordCache& words);

// From the last day that is told as past and a planned day without a year
// within the month after it: written between the two. `past`: mentions of full
// dates of facts.
std::optional<FoundDate> BetweenFactAndPlan(const MentionTable& mentions,
                                            std::span<const std::uint32_t> past,
                                            std::span<const DayOfYear> planned);

// The month and day of "XXXX-05-29"; none for other values.
std::optional<DayOfYear> DayOfYearIn(const MentionTable& mentions,
                                     std::uint32_t mention);

// Days that lack their year, in a document that has no date: of the year in
// which most documents of the run are near them. Linear in the mentions.
void FillYears(const DatelineYears& years, MentionTable& mentions);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_RESOLVE_DOCUMENT_DATE_H_

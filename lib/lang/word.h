// Rows of words: what a language says of a word or phrase.
#ifndef GAINSAY_LIB_LANG_WORD_H_
#define GAINSAY_LIB_LANG_WORD_H_

#include <cstdint>
#include <string_view>

namespace gainsay::internal {

enum class WordClass : std::uint8_t {
  // For cutting text (text/segment.h, text/tokenize.h).
  kTitleAbbreviation,  // "mr", "gen": a full stop after it never ends a
                       // sentence
  kAbbreviation,  // "inc", "u.s.", "jan": it may, before a sentence starter
  kNumberAbbreviation,  // "no", "nos", "art": it does not, before a number
  kClockAbbreviation,   // "p.m.": ends a sentence before a capital that does
                        // not go on with the time
  kAfterClock,          // "Eastern": goes on with it
  kOfDateline,          // "published": stands in a dateline and tells nothing
  kSentenceStarter,     // "the", "he": capitalised after an abbreviation, a
                        // sentence begins
  kGluedSuffix,  // "th", "s": letters that stay with the digits before them

  // Numbers (mention/numbers.h). Value: the number.
  kNumberWord,  // "seven", "twenty", "doscientos"
  kMagnitude,   // "hundred", "bn": multiplies what stands before. Text of one
                // letter: "cap" capital or beside a currency, "cur" beside one,
                // "long" capital, and after more than one digit
  kOrdinalWord,       // "first", "twentieth"
  kOrdinalMagnitude,  // "hundredth"
  kDenominator,       // "half", "thirds"
  kNumberAnd,         // joins to what is a multiple of value: "and" 100, "y" 10
  kNumberPoint,       // "point"
  kNumberOne,         // "a", "an": one before a magnitude, unit or fraction
  kOrdinalSuffix,     // "th": after digits
  kFractionBar,       // "over", "out of": between two numbers; the greatest
                      // before it
  kRelativeOrdinal,   // "last", "next": text, as "end+0"; see tag.h

  // Time (mention/timex.h).
  kMonth,         // 1 to 12
  kWeekday,       // 1 Monday to 7 Sunday
  kSeason,        // EDTF codes 21 to 24
  kTimeUnit,      // Unit; singular or plural
  kUnitAdverb,    // Unit: "weekly", "annual"
  kRelative,      // -1 last, 0 this, 1 next
  kStage,         // Modifier: early, mid, late
  kDeictic,       // days from the document's day: yesterday -1
  kReference,     // text: PAST_REF, PRESENT_REF, FUTURE_REF
  kPartOfDay,     // text: MO, AF, EV, NI, MI, NO
  kHalfDay,       // 0 a.m., 12 p.m.
  kTimeZone,      // text
  kDecadeWord,    // 50: "fifties"
  kHoliday,       // text: a rule of the calendar, see resolve/holidays.h
  kModifier,      // Modifier: stands before a number, duration or date; text
                  // "num" before numbers only, "eq" "equal to"
  kPostModifier,  // Modifier: "or so", "or more"
  kVagueCount,    // "several", "a few": value is a usual number, 0 none
  kEra,           // 0 CE, 1 BCE
  kTense,         // -1 past, 0 present, 1 future: evidence of a verb
  kYearIntro,     // "in", "since": a bare four-digit number after it is a year
  kFunctionWord,  // "and", "was": what may follow a bare year
  kArticle,       // "the"
  kNotTime,       // phrases that are no time: "may day parade"; blocks what it
                  // covers

  // Quantities (mention/quantities.h). Text: the canonical unit.
  kCurrency,      // after or before a number
  kCurrencySign,  // before a number only: "$"
  kCent,          // value: a hundredth of the currency in text
  kNoCurrency,    // "pounds of": weigh rather than pay
  kMeasure,       // lengths, weights, volumes, areas, speeds ...
  kTemperature,
  kPercentWord,
  kOldWord,   // "old", "of age"
  kAgeIntro,  // "aged", "age"

  kAngleWord,  // "turn", "angle": degrees beside it are no temperature

  kNegative,    // "minus"
  kNoNumber,    // before "one": "this one" counts nothing
  kPossessive,  // "his", "'s": a year after it may stand before a noun

  kLiteral,  // in rules only
  kCount,
};

// One phrase and what it means. Phrases may have several rows.
struct WordRow {
  std::string_view words;  // folded, blanks between tokens
  WordClass word_class{};
  std::int64_t value =
      0;  // what the class says: a month's number, a power of ten ...
  std::string_view text{};  // a canonical name, where the class has one
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_LANG_WORD_H_

// The atoms that patterns of rules may name.
#ifndef GAINSAY_LIB_MENTION_ATOMS_H_
#define GAINSAY_LIB_MENTION_ATOMS_H_

#include <string_view>

#include "lang/word.h"
#include "mention/chart.h"
#include "mention/pattern.h"

namespace gainsay::internal {

// How an atom matches at a token: by a word class, a number or a result.
enum class AtomKind : std::uint8_t {
  kWord,
  kClass,
  kCardinal,
  kInteger,
  kOrdinal,
  kDay,
  kYear,
  kTwoDigits,
  kDecade,
  kHour,
  kMinute,
  kMonthNumber,
  kSmallOrdinal,
  kDate,
  kTime,
  kDuration,
  kGlue,
};

struct Atom {
  std::string_view name;
  AtomKind kind = AtomKind::kWord;
  Slot slot = Slot::kTail;
  WordClass word_class = WordClass::kLiteral;
  TriggerMask triggers = 0;
};

constexpr TriggerMask AtomBit(unsigned bit) { return TriggerMask{1} << bit; }

constexpr Atom ClassAtom(std::string_view name, Slot slot, WordClass c) {
  return {name, AtomKind::kClass, slot, c, AtomBit(static_cast<unsigned>(c))};
}

inline constexpr TriggerMask kDigitLike =
    AtomBit(kDigitsBit) | AtomBit(kAlnumBit);

inline constexpr Atom kAtoms[] = {
    {"", AtomKind::kWord},
    ClassAtom("month", Slot::kMonth, WordClass::kMonth),
    ClassAtom("month2", Slot::kMonth2, WordClass::kMonth),
    ClassAtom("weekday", Slot::kWeekday, WordClass::kWeekday),
    ClassAtom("weekday2", Slot::kWeekday2, WordClass::kWeekday),
    ClassAtom("season", Slot::kSeason, WordClass::kSeason),
    ClassAtom("unit", Slot::kUnit, WordClass::kTimeUnit),
    ClassAtom("unit2", Slot::kUnit2, WordClass::kTimeUnit),
    ClassAtom("unit3", Slot::kUnit3, WordClass::kTimeUnit),
    ClassAtom("adverb", Slot::kUnit, WordClass::kUnitAdverb),
    ClassAtom("rel", Slot::kRel, WordClass::kRelative),
    ClassAtom("stage", Slot::kStage, WordClass::kStage),
    ClassAtom("deictic", Slot::kDeictic, WordClass::kDeictic),
    ClassAtom("ref", Slot::kRef, WordClass::kReference),
    ClassAtom("pod", Slot::kPod, WordClass::kPartOfDay),
    ClassAtom("ampm", Slot::kHalfDay, WordClass::kHalfDay),
    ClassAtom("zone", Slot::kTail, WordClass::kTimeZone),
    ClassAtom("decadeword", Slot::kYear, WordClass::kDecadeWord),
    ClassAtom("holiday", Slot::kHoliday, WordClass::kHoliday),
    ClassAtom("mod", Slot::kMod, WordClass::kModifier),
    ClassAtom("postmod", Slot::kMod, WordClass::kPostModifier),
    ClassAtom("postmod2", Slot::kMod2, WordClass::kPostModifier),
    ClassAtom("vague", Slot::kVague, WordClass::kVagueCount),
    ClassAtom("era", Slot::kEra, WordClass::kEra),
    ClassAtom("one", Slot::kTail, WordClass::kNumberOne),
    ClassAtom("nottime", Slot::kTail, WordClass::kNotTime),
    ClassAtom("currency", Slot::kCurrency, WordClass::kCurrency),
    ClassAtom("sign", Slot::kCurrency, WordClass::kCurrencySign),
    ClassAtom("cent", Slot::kCurrency, WordClass::kCent),
    ClassAtom("measure", Slot::kMeasure, WordClass::kMeasure),
    ClassAtom("measure2", Slot::kMeasure2, WordClass::kMeasure),
    ClassAtom("measure3", Slot::kMeasure3, WordClass::kMeasure),
    ClassAtom("angleword", Slot::kTail, WordClass::kAngleWord),
    ClassAtom("negative", Slot::kTail, WordClass::kNegative),
    ClassAtom("magnitude", Slot::kTail, WordClass::kMagnitude),
    ClassAtom("relord", Slot::kRef, WordClass::kRelativeOrdinal),
    ClassAtom("mod2", Slot::kMod2, WordClass::kModifier),
    ClassAtom("temperature", Slot::kMeasure, WordClass::kTemperature),
    ClassAtom("percent", Slot::kMeasure, WordClass::kPercentWord),
    ClassAtom("old", Slot::kTail, WordClass::kOldWord),
    ClassAtom("aged", Slot::kTail, WordClass::kAgeIntro),
    {"num", AtomKind::kCardinal, Slot::kNum, WordClass::kLiteral,
     AtomBit(kCardinalBit)},
    {"num2", AtomKind::kCardinal, Slot::kNum2, WordClass::kLiteral,
     AtomBit(kCardinalBit)},
    {"num3", AtomKind::kCardinal, Slot::kNum3, WordClass::kLiteral,
     AtomBit(kCardinalBit)},
    {"int", AtomKind::kInteger, Slot::kNum, WordClass::kLiteral,
     AtomBit(kCardinalBit)},
    {"int2", AtomKind::kInteger, Slot::kNum2, WordClass::kLiteral,
     AtomBit(kCardinalBit)},
    {"ord", AtomKind::kOrdinal, Slot::kOrd, WordClass::kLiteral,
     AtomBit(kOrdinalBit)},
    {"rank", AtomKind::kOrdinal, Slot::kNum, WordClass::kLiteral,
     AtomBit(kOrdinalBit)},
    {"rank2", AtomKind::kOrdinal, Slot::kNum2, WordClass::kLiteral,
     AtomBit(kOrdinalBit)},
    {"ord4", AtomKind::kSmallOrdinal, Slot::kOrd, WordClass::kLiteral,
     AtomBit(kOrdinalBit)},
    {"day", AtomKind::kDay, Slot::kDay, WordClass::kLiteral,
     AtomBit(kOrdinalBit) | AtomBit(kDigitsBit)},
    {"day2", AtomKind::kDay, Slot::kDay2, WordClass::kLiteral,
     AtomBit(kOrdinalBit) | AtomBit(kDigitsBit)},
    {"year", AtomKind::kYear, Slot::kYear, WordClass::kLiteral,
     AtomBit(kDigitsBit)},
    {"year2", AtomKind::kYear, Slot::kYear2, WordClass::kLiteral,
     AtomBit(kDigitsBit)},
    {"yy", AtomKind::kTwoDigits, Slot::kYear, WordClass::kLiteral,
     AtomBit(kDigitsBit)},
    {"yy2", AtomKind::kTwoDigits, Slot::kYear2, WordClass::kLiteral,
     AtomBit(kDigitsBit)},
    {"decade", AtomKind::kDecade, Slot::kYear, WordClass::kLiteral, kDigitLike},
    {"hour", AtomKind::kHour, Slot::kHour, WordClass::kLiteral,
     AtomBit(kDigitsBit)},
    {"minute", AtomKind::kMinute, Slot::kMinute, WordClass::kLiteral,
     AtomBit(kDigitsBit)},
    {"second", AtomKind::kMinute, Slot::kSecond, WordClass::kLiteral,
     AtomBit(kDigitsBit)},
    {"monthnum", AtomKind::kMonthNumber, Slot::kMonth, WordClass::kLiteral,
     AtomBit(kDigitsBit)},
    {"date", AtomKind::kDate, Slot::kDate, WordClass::kLiteral,
     AtomBit(kDateBit)},
    {"date2", AtomKind::kDate, Slot::kDate2, WordClass::kLiteral,
     AtomBit(kDateBit)},
    {"time", AtomKind::kTime, Slot::kTime, WordClass::kLiteral,
     AtomBit(kTimeBit)},
    {"time2", AtomKind::kTime, Slot::kTime2, WordClass::kLiteral,
     AtomBit(kTimeBit)},
    {"hour2", AtomKind::kHour, Slot::kNum2, WordClass::kLiteral,
     AtomBit(kDigitsBit)},
    {"duration", AtomKind::kDuration, Slot::kDuration, WordClass::kLiteral,
     AtomBit(kDurationBit)},
    {"glue", AtomKind::kGlue},  // no white space here; matches no token
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_MENTION_ATOMS_H_

#include <algorithm>
#include <cmath>

#include "mention/productions.h"

namespace gainsay::internal {
namespace {

// "2007" of "(2003-2007)", "95" of "1994-95": a later year behind a hyphen.
bool IsYearsLater(const Match& m) {
  const Chart& chart = m.chart;
  const std::uint32_t at = m.end + 1;
  if (at >= chart.size() || chart.Spaced(m.end) || chart.Spaced(at) ||
      chart.token(at).shape != TokenShape::kNumber)
    return false;
  const std::size_t size = chart.token(at).end - chart.token(at).begin;
  const NumberHit* later = chart.cardinal(at);
  if (later == nullptr || (size != 4 && size != 2)) return false;
  const double year = m.At(Slot::kYear).value;
  const double from = size == 2 ? std::fmod(year, 100) : year;
  return later->value > from && later->value < (size == 2 ? 100 : 2100);
}

// Whether a bare four-digit number is a year, by what stands around it.
bool IsYearHere(const Match& m) {
  const double year = m.At(Slot::kYear).value;
  const Chart& chart = m.chart;
  if (year < 1500 || year >= 2100) return false;
  const std::uint32_t at = m.begin;
  if (at > 0 && !chart.Spaced(at)) {
    const std::string_view mark = chart.folded(at - 1);
    if (mark != "(" && mark != "-" && mark != "\u2013" && mark != "\"" &&
        mark != "[")
      return false;
  }
  // "555-2010" is a telephone.
  if (at > 1 && chart.folded(at - 1) == "-" && !chart.Spaced(at) &&
      !chart.Spaced(at - 1) &&
      chart.token(at - 2).shape == TokenShape::kNumber &&
      chart.token(at - 2).end - chart.token(at - 2).begin == 3)
    return false;
  // "PX-2010" is a model; "mid-2010" and "1990-2010" are years.
  if (at > 1 && chart.folded(at - 1) == "-" && !chart.Spaced(at) &&
      ((chart.token(at - 2).flags & kAllCaps) ||
       chart.token(at - 2).shape == TokenShape::kAlnum)) {
    return false;
  }
  const bool intro = at > 0 && (chart.Has(at - 1, WordClass::kYearIntro) ||
                                chart.Has(at - 1, WordClass::kMonth) ||
                                chart.Has(at - 1, WordClass::kSeason) ||
                                chart.Has(at - 1, WordClass::kStage));
  if (m.end >= chart.size()) return true;
  const Token& next = chart.token(m.end);
  if (next.shape == TokenShape::kSymbol || next.shape == TokenShape::kNumber ||
      next.shape == TokenShape::kAlnum)
    return false;
  // "2024/13/1" is none.
  if (chart.folded(m.end) == "/" && !chart.Spaced(m.end) &&
      m.end + 2 < chart.size() && chart.folded(m.end + 2) == "/")
    return false;
  if (next.shape != TokenShape::kWord)
    return intro || chart.folded(m.end) != "-" || IsYearsLater(m);
  // "in 1985 won 32,000 votes"
  constexpr std::int64_t kMostlyOther = 4;
  const LexHit* currency = chart.Find(m.end, WordClass::kCurrency);
  if (chart.Has(m.end, WordClass::kMagnitude) ||
      (currency != nullptr && currency->row->value != kMostlyOther) ||
      (chart.Has(m.end, WordClass::kTimeZone) && (next.flags & kAllCaps)))
    return false;
  // "born in 1968 in Lima" names no inches.
  if (intro ? IsPlainMeasure(chart, m.end)
            : chart.Has(m.end, WordClass::kMeasure))
    return false;
  if (chart.Has(m.end, WordClass::kFunctionWord)) return true;
  if (m.nouns_capitalised && !(next.flags & kCapitalised)) return true;
  if (chart.Has(m.end, WordClass::kTimeUnit) &&
      chart.Find(m.end, WordClass::kTimeUnit)->row->text == "pl")
    return false;
  const bool owned = at > 0 && (chart.Has(at - 1, WordClass::kPossessive) ||
                                chart.Has(at - 1, WordClass::kArticle) ||
                                chart.Has(at - 1, WordClass::kNumberOne));
  // "a 2009 analysis" is of one thing, so of a year.
  const bool one = at > 0 && chart.Has(at - 1, WordClass::kNumberOne);
  if (owned && year >= 1900 && year < 2050 &&
      (one || !chart.folded(m.end).ends_with("s")))
    return true;
  const bool plural_noun = chart.folded(m.end).ends_with("s") &&
                           !chart.folded(m.end).starts_with("'");
  if (!intro)
    return !(next.flags & kCapitalised) ? false : at == 0 ? false : true;
  return !(plural_noun && year > 1999 && year < 2001);
}

// "yesterday", "next Friday": not "Friday", which a length may stand before.
bool IsDeicticDay(const Match& m) {
  const Sense& date = m.SenseOf(Slot::kDate);
  return date.kind == Sense::Kind::kPoint && date.month == 0 &&
         date.year == Sense::kNoYear && date.part_of_day.empty() &&
         ((date.shifted && date.from == Sense::From::kDocument &&
           date.shift_unit == Unit::kDay && date.length_parts == 0) ||
          date.direction != Sense::Direction::kByTense);
}

}  // namespace

bool Holds(const Match& m) {
  const Chart& chart = m.chart;
  for (const char condition : m.rule.when) {
    switch (condition) {
      case 'C':  // an ambiguous month stands capitalised after a word that
                 // introduces dates
        if (m.Has(Slot::kMonth) && IsAmbiguous(m.At(Slot::kMonth)) &&
            (!(chart.token(m.begin).flags & kCapitalised) || m.begin == 0 ||
             !(chart.Has(m.begin - 1, WordClass::kYearIntro) ||
               chart.Has(m.begin - 1, WordClass::kStage)))) {
          return false;
        }
        break;
      case 'A':  // "Jan Novak" is a person
        if (m.Has(Slot::kMonth) && IsAmbiguous(m.At(Slot::kMonth)) &&
            m.end < chart.size() && (chart.token(m.end).flags & kCapitalised))
          return false;
        break;
      case 'I':  // after a word that introduces years
        if (m.begin == 0 || !chart.Has(m.begin - 1, WordClass::kYearIntro))
          return false;
        break;
      case 'P':
        if (!IsPlural(m.At(Slot::kUnit)) ||
            UnitOf(m.At(Slot::kUnit)) == Unit::kQuarter ||
            UnitOf(m.At(Slot::kUnit)) == Unit::kSecond ||
            UnitOf(m.At(Slot::kUnit)) == Unit::kDecade ||
            UnitOf(m.At(Slot::kUnit)) == Unit::kPeriod)
          return false;
        break;
      case 'Z':  // "coming quarters"
        if (!IsPlural(m.At(Slot::kUnit)) ||
            UnitOf(m.At(Slot::kUnit)) == Unit::kSecond ||
            UnitOf(m.At(Slot::kUnit)) == Unit::kHalfYear ||
            UnitOf(m.At(Slot::kUnit)) == Unit::kPeriod)
          return false;
        break;
      case 'd':  // "30s" is an age or a temperature unless "the" or "'" stands
                 // before
        if (m.At(Slot::kYear).value < 100 && m.At(Slot::kYear).begin == m.begin)
          return false;
        break;
      case 'K':
        if (IsAmbiguous(m.At(Slot::kMonth)) &&
            !(chart.token(m.At(Slot::kMonth).begin).flags & kCapitalised))
          return false;
        break;
      case 's':
        if (!m.At(Slot::kSeason).row->text.empty()) return false;
        break;
      case 'G':  // "Q3", not "q3"
        if (m.At(Slot::kSeason).row->text != "code" ||
            !(chart.token(m.At(Slot::kSeason).begin).flags & kCapitalised))
          return false;
        break;
      case 'R':  // a half of the year needs its year: "H2 2019"
        if (m.At(Slot::kSeason).value >= 40) return false;
        break;
      case 'B':  // "2024 August", not "2024 may"
        if (IsAmbiguous(m.At(Slot::kMonth))) return false;
        break;
      case 'y':
        if (UnitOf(m.At(Slot::kUnit)) != Unit::kYear) return false;
        break;
      case 'w':
        if (UnitOf(m.At(Slot::kUnit)) != Unit::kWeekend) return false;
        break;
      case 'q': {  // the quarter, period, month or year that a report is about
        const Unit unit = UnitOf(m.At(Slot::kUnit));
        if (IsPlural(m.At(Slot::kUnit)) ||
            (unit != Unit::kQuarter && unit != Unit::kPeriod &&
             unit != Unit::kYear && unit != Unit::kMonth))
          return false;
        break;
      }
      case '1':
        if (IsPlural(m.At(Slot::kUnit))) return false;
        break;
      case 'U': {  // a singular unit from a day up; of a quarter only where no
                   // fraction is meant
        const Capture& unit = m.At(Slot::kUnit);
        if (IsPlural(unit) || UnitOf(unit) == Unit::kSecond ||
            UnitOf(unit) == Unit::kPeriod || UnitOf(unit) == Unit::kHalfYear)
          return false;
        if (m.Has(Slot::kRel) && m.At(Slot::kRel).value != 0 &&
            UnitOf(unit) >= Unit::kDecade)
          return false;
        if (UnitOf(unit) == Unit::kQuarter && !m.Has(Slot::kRel)) return false;
        break;
      }
      case 'S':  // what comes before is counted: "$5 a year"
        if (m.begin == 0) return false;
        if (!(chart.Has(m.begin - 1, WordClass::kCurrency) ||
              IsPlainMeasure(chart, m.begin - 1) ||
              chart.Has(m.begin - 1, WordClass::kMagnitude) ||
              chart.Has(m.begin - 1, WordClass::kNumberWord) ||
              chart.token(m.begin - 1).shape == TokenShape::kNumber)) {
          return false;
        }
        break;
      case 'z':  // "Aug 96": no day, and nothing that is counted follows
        if (m.At(Slot::kYear).value < 32 ||
            (m.end < chart.size() &&
             (chart.token(m.end).shape == TokenShape::kWord ||
              chart.folded(m.end) == ":") &&
             !chart.Has(m.end, WordClass::kFunctionWord)))
          return false;
        break;
      case 'X': {  // "2008-04", not "2008-4", nor the two years "2008-09"
        const auto next =
            static_cast<std::int32_t>(m.At(Slot::kYear).value + 1) % 100;
        if (chart.token(m.end - 1).end - chart.token(m.end - 1).begin != 2 ||
            static_cast<std::int32_t>(m.At(Slot::kMonth).value) == next ||
            (m.end < chart.size() && chart.folded(m.end) == "-"))
          return false;
        break;
      }
      case 'x':  // not of a longer row of numbers
        if ((m.begin > 0 && !chart.Spaced(m.begin) &&
             chart.folded(m.begin - 1) == "/") ||
            (m.end < chart.size() && chart.folded(m.end) == "/"))
          return false;
        break;
      case 'D':
        if (m.At(Slot::kDay).number == nullptr) return false;
        break;
      case 'L':
        if (!IsPlural(m.At(Slot::kWeekday))) return false;
        break;
      case 'W':
        if (IsPlural(m.At(Slot::kWeekday))) return false;
        break;
      case 'p': {  // "twenty past six": minutes of a clock, at a phrase's end
        const double minutes = m.At(Slot::kNum).value;
        const bool ends = m.end >= chart.size() ||
                          chart.token(m.end).shape == TokenShape::kPunct ||
                          chart.Has(m.end, WordClass::kFunctionWord) ||
                          chart.Has(m.end, WordClass::kPartOfDay) ||
                          chart.Has(m.end, WordClass::kWeekday) ||
                          m.Has(Slot::kHalfDay);
        const bool round = minutes == 5 || minutes == 10 || minutes == 20 ||
                           minutes == 25 || minutes == 15;
        if (minutes >= 60 || !ends || (!round && !m.Has(Slot::kHalfDay)))
          return false;
        break;
      }
      case 'O':  // "1600 GMT", not "1600 et al."
        if (!(chart.token(m.end - 1).flags & kAllCaps)) return false;
        break;
      case 'f':  // counted from a day that is itself told from the document
        if (!IsDeicticDay(m)) return false;
        break;
      case 'M':  // "the Daily Mail" is a name
        if (m.begin > 0 && (chart.token(m.begin).flags & kCapitalised) &&
            ((chart.token(m.begin - 1).flags & kCapitalised) ||
             (m.end < chart.size() &&
              (chart.token(m.end).flags & kCapitalised))))
          return false;
        break;
      case 'N':  // before a noun it only describes: "its quarterly dividend"
        if (m.At(Slot::kUnit).row->text == "attr" && m.end < chart.size() &&
            chart.token(m.end).shape == TokenShape::kWord &&
            !chart.Has(m.end, WordClass::kFunctionWord))
          return false;
        break;
      case 'Y':
        if (!IsYearHere(m)) return false;
        break;
      default:
        if (!HoldsOfQuantity(condition, m)) return false;
        break;
    }
  }
  return true;
}

}  // namespace gainsay::internal

#include <algorithm>

#include "mention/productions.h"

namespace gainsay::internal {
namespace {

// A measure that is nothing else: not the "in" of "in a year".
bool IsPlainMeasure(const Chart& chart, std::uint32_t at) {
  const LexHit* hit = chart.Find(at, WordClass::kMeasure);
  return hit != nullptr && hit->row->value == 0;
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
  if (next.shape != TokenShape::kWord)
    return intro || chart.folded(m.end) != "-";
  if (chart.Has(m.end, WordClass::kMagnitude) ||
      chart.Has(m.end, WordClass::kCurrency))
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

// A unit of one letter stands right after its digits ("48m", "5 g"); after
// words it is a word.
bool IsMeasureHere(const Match& m) {
  const Capture& unit = m.At(Slot::kMeasure);
  const Slot count =
      m.Has(Slot::kNum2) && !m.Has(Slot::kMeasure2) ? Slot::kNum2 : Slot::kNum;
  // "SCP2-173m"
  if (m.begin > 1 && m.chart.folded(m.begin - 1) == "-" &&
      !m.chart.Spaced(m.begin) && !m.chart.Spaced(m.begin - 1))
    return false;
  if (unit.row->value ==
      1) {  // "12 ft 2 in": nothing of the same clause follows
    const bool after = m.Has(count) && m.At(count).number->digits;
    const bool ends = m.end >= m.chart.size() ||
                      m.chart.token(m.end).shape == TokenShape::kPunct;
    return after && ends;
  }
  if (unit.row->value == 3)  // "a bit", "two bars"
    return m.Has(count) &&
           (m.At(count).number->digits || m.At(count).number->fraction);
  if (unit.end != unit.begin + 1 || unit.row->words.size() > 1) return true;
  const bool small = (m.chart.token(unit.begin).flags & kCapitalised) == 0;
  return small && m.Has(count) && m.At(count).number->digits &&
         m.At(count).end == unit.begin;
}

// Degrees beside a word of turning are an angle.
bool IsAngle(const Match& m) {
  constexpr std::uint32_t kReach = 3;
  for (std::uint32_t n = 1; n <= kReach && n <= m.begin; ++n) {
    if (m.chart.Has(m.begin - n, WordClass::kAngleWord)) return true;
  }
  return m.end < m.chart.size() && m.chart.Has(m.end, WordClass::kAngleWord);
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

// The mark after a number is of inches unless it closes a quotation.
bool IsInchMark(const Match& m) {
  constexpr std::uint32_t kReach = 64;
  const std::uint32_t mark = m.end - 1;
  const bool ends = m.end == m.chart.size() || m.chart.Spaced(m.end) ||
                    m.chart.token(m.end).shape == TokenShape::kPunct;
  if (!ends) return false;
  std::uint32_t before = 0;
  for (std::uint32_t at = mark - std::min(mark, kReach); at < mark; ++at) {
    const std::string_view word = m.chart.folded(at);
    before += word == "\"" || word == "\u201c" || word == "\u201d";
  }
  return before % 2 == 0;
}

// A second amount of hundredths stands at the end of its phrase: "15 dollars
// and 50".
bool IsHundredths(const Match& m) {
  const double cents = m.At(Slot::kNum2).value;
  const bool joined = m.At(Slot::kNum2).begin > m.At(Slot::kCurrency).end;
  const bool ends = m.end == m.chart.size() ||
                    m.chart.Has(m.end, WordClass::kFunctionWord) ||
                    m.chart.token(m.end).shape == TokenShape::kPunct;
  return ends && cents > 0 && cents < 100 && cents == static_cast<int>(cents) &&
         (joined || m.At(Slot::kNum2).number->digits);
}

// Codes of currencies are written in capitals.
bool IsCode(const Match& m) {
  const Capture& currency = m.At(Slot::kCurrency);
  return currency.row->value != 2 ||
         (m.chart.token(currency.begin).flags & kAllCaps) != 0;
}

// Nothing that could be counted follows.
bool EndsPhrase(const Match& m) {
  return m.end >= m.chart.size() ||
         m.chart.token(m.end).shape == TokenShape::kPunct ||
         m.chart.Has(m.end, WordClass::kFunctionWord);
}

bool IsYearNumber(const Match& m, Slot slot) {
  const Capture& n = m.At(slot);
  const bool four =
      m.chart.token(n.begin).end - m.chart.token(n.begin).begin == 4;
  return n.number->digits && four && n.value >= 1500 && n.value < 2100 &&
         n.end == n.begin + 1;
}

bool IsRangeHere(const Match& m) {
  const Chart& chart = m.chart;
  const auto mark = [&chart](std::uint32_t at) {
    const std::string_view word = chart.folded(at);
    return word == "-" || word == "/" || word == "+" || word == ":" ||
           word == ".";
  };
  if (m.begin > 0 && (mark(m.begin - 1) ||
                      chart.token(m.begin - 1).shape == TokenShape::kNumber))
    return false;
  if (m.end < chart.size() &&
      (mark(m.end) && !chart.Spaced(m.end) && m.end + 1 < chart.size() &&
       !chart.Spaced(m.end + 1)))
    return false;
  const auto size = [&chart](const Capture& n) {
    return chart.token(n.begin).end - chart.token(n.begin).begin;
  };
  const Capture &low = m.At(Slot::kNum), &high = m.At(Slot::kNum2);
  const bool telephone =
      size(low) == 3 && size(high) == 4 && !chart.Spaced(high.begin);
  return low.number->digits && high.number->digits && !telephone;
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
        if (IsAmbiguous(m.At(Slot::kSeason))) return false;
        break;
      case 'n':  // two years make no range of numbers
        if (IsYearNumber(m, Slot::kNum) && IsYearNumber(m, Slot::kNum2))
          return false;
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
      case 'f':  // counted from a day that is itself told from the document
        if (!IsDeicticDay(m)) return false;
        break;
      case 'N':  // before a noun it only describes: "its quarterly dividend"
        if (m.At(Slot::kUnit).row->text == "attr" && m.end < chart.size() &&
            chart.token(m.end).shape == TokenShape::kWord &&
            !chart.Has(m.end, WordClass::kFunctionWord))
          return false;
        break;
      case 'm':  // a measure is no word before something else: "3 in", "5 m"
        if (!IsMeasureHere(m)) return false;
        break;
      case 'a':
        if (m.At(Slot::kMeasure).row->text == "degree" && IsAngle(m))
          return false;
        break;
      case 'g':
        if (!IsAngle(m) || m.At(Slot::kMeasure).row->text != "degree")
          return false;
        break;
      case 'i':
        if (!IsInchMark(m)) return false;
        break;
      case 'h':
        if (!IsHundredths(m)) return false;
        break;
      case 'H': {  // "$100 and fifty", not "$100 and 50 men"
        const Capture& cents = m.At(Slot::kNum2);
        const bool counts = m.end < chart.size() &&
                            chart.token(m.end).shape == TokenShape::kWord;
        if (cents.number->digits || cents.value >= 100 || cents.value < 1 ||
            counts)
          return false;
        break;
      }
      case 'o':  // "two pounds of meat" weigh
        if (chart.Has(m.At(Slot::kCurrency).begin, WordClass::kNoCurrency) ||
            !IsCode(m))
          return false;
        break;
      case 'e':  // one letter stands right after digits: "43c"
        if (m.At(Slot::kCurrency).row->words.size() == 1 &&
            (chart.Spaced(m.end - 1) || !m.At(Slot::kNum).number->digits ||
             (chart.token(m.end - 1).flags & kCapitalised)))
          return false;
        break;
      case 'b':  // the letters of a sign belong to no number: "43c $20"
        if (m.begin > 0 && !chart.Spaced(m.begin) &&
            chart.token(m.begin - 1).shape == TokenShape::kNumber &&
            chart.token(m.begin).shape == TokenShape::kWord)
          return false;
        break;
      case 'j':  // a dash that joins nothing before it
        if (m.begin > 0 && !chart.Spaced(m.begin)) return false;
        break;
      case 'l':  // "$3.5-million", not "$3 - thousands"
        if (chart.Spaced(m.end - 1) || chart.Spaced(m.end - 2)) return false;
        break;
      case 'E':
        if (!EndsPhrase(m)) return false;
        break;
      case 'r':  // two numbers apart, not a score, a date or a telephone
        if (!IsRangeHere(m)) return false;
        break;
      case 'c':  // a currency of three letters or a capitalised name
        if (chart.token(m.begin).end - chart.token(m.begin).begin < 2 ||
            !IsCode(m))
          return false;
        break;
      case 'Y':
        if (!IsYearHere(m)) return false;
        break;
      default:
        break;
    }
  }
  return true;
}

}  // namespace gainsay::internal

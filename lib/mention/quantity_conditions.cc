// Conditions of rules of quantities. See conditions.cc.
#include <algorithm>
#include <cmath>

#include "mention/productions.h"

namespace gainsay::internal {

bool IsPlainMeasure(const Chart& chart, std::uint32_t at) {
  const LexHit* hit = chart.Find(at, WordClass::kMeasure);
  return hit != nullptr && hit->row->value == 0;
}

namespace {

// "1.5 L", not "size 5 L": a capital that stands for a litre.
bool IsCapitalLitre(const Match& m, Slot count) {
  if (m.At(Slot::kMeasure).row->text != "l" || !m.Has(count)) return false;
  return m.At(count).value != std::floor(m.At(count).value);
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
  const bool capital = (m.chart.token(unit.begin).flags & kCapitalised) != 0;
  const bool right_case = unit.row->value == 5
                              ? capital && !m.chart.Spaced(unit.begin)
                              : !capital || IsCapitalLitre(m, count);
  return right_case && m.Has(count) && m.At(count).number->digits &&
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
         (joined || m.At(Slot::kNum2).number->digits || cents >= 10);
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

// Codes of currencies are written in capitals, but for a "k" before them. What
// mostly is another word (value 4) counts thousands.
bool IsCode(const Match& m) {
  const Capture& currency = m.At(Slot::kCurrency);
  if (currency.row->value == 4)
    return m.Has(Slot::kNum) && m.At(Slot::kNum).begin < currency.begin &&
           m.At(Slot::kNum).value >= 1000 && !IsYearNumber(m, Slot::kNum);
  if (currency.row->value < 2) return true;
  const std::string_view surface = m.chart.surface(currency.begin);
  const std::string_view code = surface.substr(currency.row->value > 2);
  // "100 sek": texts in lower case.
  const bool lower = currency.row->value == 2 && code.size() == 3 &&
                     m.Has(Slot::kNum) && m.At(Slot::kNum).number->digits &&
                     m.At(Slot::kNum).begin < currency.begin;
  if (lower && !(m.chart.token(currency.begin).flags & kCapitalised))
    return true;
  return std::all_of(code.begin(), code.end(),
                     [](char c) { return c >= 'A' && c <= 'Z'; });
}

// "EUR" of "4 EUR20 notes" is of the number that it is written together with.
bool IsOfNextNumber(const Match& m) {
  const Capture& currency = m.At(Slot::kCurrency);
  return currency.begin > m.begin && currency.end < m.chart.size() &&
         m.chart.Spaced(currency.begin) && !m.chart.Spaced(currency.end) &&
         m.chart.token(currency.end).shape == TokenShape::kNumber;
}

// A letter is a unit of temperature after digits and before another one: "10 C
// to Fahrenheit".
bool IsTemperatureHere(const Match& m) {
  if (!m.Has(Slot::kMeasure) || m.At(Slot::kMeasure).row->value != 1)
    return true;
  const Capture& unit = m.At(Slot::kMeasure);
  return unit.end == m.end && m.end + 1 < m.chart.size() &&
         (m.chart.token(unit.begin).flags & kCapitalised) != 0 &&
         m.chart.token(unit.begin - 1).shape == TokenShape::kNumber &&
         m.chart.Has(m.end + 1, WordClass::kTemperature);
}

// A unit by itself, after a number or another unit of its kind, at the end of
// its phrase: "60 celsius into fahrenheit".
bool IsTargetUnit(const Match& m) {
  const Slot slot = m.Has(Slot::kCurrency) ? Slot::kCurrency : Slot::kMeasure;
  const WordRow& row = *m.At(slot).row;
  const Chart& chart = m.chart;
  if (m.begin == 0 || row.value != 0 || row.words.size() < 3) return false;
  const std::uint32_t before = m.begin - 1;
  const bool counted = chart.token(before).shape == TokenShape::kNumber ||
                       chart.Has(before, row.word_class);
  return counted && EndsPhrase(m);
}

// A unit named beside an amount in another: "how many celsius is 41
// fahrenheit", "the dollar at 120 yen". Words that are mostly something else
// need more.
bool IsUnitBeside(const Match& m) {
  constexpr std::uint32_t kReach = 10;
  const Slot slot = m.Has(Slot::kCurrency) ? Slot::kCurrency : Slot::kMeasure;
  const WordRow& row = *m.At(slot).row;
  const Chart& chart = m.chart;
  const bool name = (chart.token(m.begin).flags & kCapitalised) &&
                    m.end < chart.size() &&
                    (chart.token(m.end).flags & kCapitalised);
  if (row.value != 0 || row.text == "degree" || row.words.size() < 3 || name ||
      chart.Has(m.begin, WordClass::kMeasure) ||
      (m.begin > 0 && (chart.token(m.begin - 1).shape == TokenShape::kNumber ||
                       chart.token(m.begin - 1).shape == TokenShape::kSymbol ||
                       chart.Has(m.begin - 1, WordClass::kMagnitude) ||
                       chart.Has(m.begin - 1, WordClass::kNumberWord))))
    return false;
  const std::uint32_t first = m.begin - std::min(m.begin, kReach);
  const std::uint32_t last = std::min(chart.size(), m.end + kReach);
  for (std::uint32_t at = first; at < last; ++at) {
    if (at >= m.begin && at < m.end) continue;
    const LexHit* hit = chart.Find(at, row.word_class);
    const bool counted = at > 0 && hit != nullptr &&
                         (chart.token(at - 1).shape == TokenShape::kNumber ||
                          chart.Has(at - 1, WordClass::kMagnitude) ||
                          row.word_class == WordClass::kTemperature);
    if (counted && hit->row->text != row.text) return true;
  }
  return false;
}

// "the 3rd last", not "third last year".
bool IsBeforeTime(const Match& m) {
  if (m.end >= m.chart.size()) return false;
  for (const WordClass c :
       {WordClass::kTimeUnit, WordClass::kWeekday, WordClass::kMonth,
        WordClass::kSeason, WordClass::kPartOfDay, WordClass::kHoliday}) {
    if (m.chart.Has(m.end, c)) return true;
  }
  return false;
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

bool HoldsOfQuantity(char condition, const Match& m) {
  const Chart& chart = m.chart;
  switch (condition) {
    case 'n':  // two years make no range of numbers
      if (IsYearNumber(m, Slot::kNum) &&
          (IsYearNumber(m, Slot::kNum2) ||
           (m.begin > 0 && chart.Has(m.begin - 1, WordClass::kYearIntro))))
        return false;  // "for 2009 to 2.5 million"
      break;
    case 'm':  // a measure is no word before something else: "3 in", "5 m"
      if (!IsMeasureHere(m)) return false;
      break;
    case 'a':
      if (!IsTemperatureHere(m) ||
          (m.Has(Slot::kMeasure) &&
           m.At(Slot::kMeasure).row->text == "degree" && IsAngle(m)))
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
      const bool counts =
          m.end < chart.size() && chart.token(m.end).shape == TokenShape::kWord;
      if (cents.number->digits || cents.value >= 100 || cents.value < 1 ||
          counts)
        return false;
      break;
    }
    case 'o':  // "two pounds of meat" weigh
      if (chart.Has(m.At(Slot::kCurrency).begin, WordClass::kNoCurrency) ||
          !IsCode(m) || IsOfNextNumber(m))
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
    case 'V': {  // "$30 65": two digits apart from a whole number
      const Capture &whole = m.At(Slot::kNum), &cents = m.At(Slot::kNum2);
      const Token& last = chart.token(cents.begin);
      if (!whole.number->digits || !cents.number->digits ||
          last.end - last.begin != 2 || cents.end != cents.begin + 1 ||
          whole.end != whole.begin + 1 || whole.number->step >= 1000)
        return false;
      break;
    }
    case 't':
      if (!IsUnitBeside(m)) return false;
      break;
    case 'u':
      if (!IsTargetUnit(m)) return false;
      break;
    case 'T':
      if (IsBeforeTime(m)) return false;
      break;
    case 'k':  // "higher than the tenth", not "over the tenth"
      if (m.At(Slot::kMod).row->text != "num") return false;
      break;
    case 'v':  // "percentage of forty", not "5 percent of forty"
      if (m.begin > 0 &&
          (chart.token(m.begin - 1).shape == TokenShape::kNumber ||
           chart.Has(m.begin - 1, WordClass::kNumberWord) ||
           chart.Has(m.begin - 1, WordClass::kMagnitude) ||
           chart.Has(m.begin - 1, WordClass::kDenominator)))
        return false;
      break;
    case 'F':  // "30+ people", not "30+5"
      if (m.end < chart.size() && !chart.Spaced(m.end) &&
          chart.token(m.end).shape != TokenShape::kPunct)
        return false;
      break;
    default:
      break;
  }
  return true;
}

}  // namespace gainsay::internal

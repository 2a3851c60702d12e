#include "mention/numbers.h"

#include <algorithm>
#include <cmath>

namespace gainsay::internal {
namespace {

constexpr TriggerMask Bit(WordClass c) {
  return TriggerMask{1} << static_cast<unsigned>(c);
}

constexpr TriggerMask kStarts =
    Bit(WordClass::kNumberWord) | Bit(WordClass::kMagnitude) |
    Bit(WordClass::kOrdinalWord) | Bit(WordClass::kOrdinalMagnitude) |
    Bit(WordClass::kNumberOne) | Bit(WordClass::kDenominator) |
    Bit(WordClass::kNumberPoint) | TriggerMask{1} << kDigitsBit |
    TriggerMask{1} << kAlnumBit;

}  // namespace

bool StartsNumber(TriggerMask mask) { return mask & kStarts; }

// 16.4 million is 164 times a million over ten, which is exact.
double Scaled(double value, double step, double scale) {
  if (step <= 0 || step >= 1) return value * scale;
  const double parts = std::round(1 / step);
  const double count = std::round(value * parts);
  constexpr double kExact = 9007199254740992;
  return count * scale < kExact ? count * scale / parts : value * scale;
}

void NumberReader::Store(std::vector<std::uint32_t>& index, std::uint32_t at,
                         const NumberHit& hit, unsigned bit) {
  index[at] = static_cast<std::uint32_t>(chart_->numbers_.size());
  chart_->numbers_.push_back(hit);
  chart_->masks_[at] |= TriggerMask{1} << bit;
}

// Below the last addend's place: 20 takes 5, 200 takes 30, 10 takes nothing.
bool NumberReader::Fits(const State& s, double addend) const {
  if (s.group == 0) return true;
  if (s.decimal || addend >= 1000 || addend <= 0) return false;
  const double place = addend < 10 ? 10 : addend < 100 ? 100 : 1000;
  return std::fmod(s.group, place) == 0 && std::fmod(s.group, 100) != 10;
}

// Past a hyphen or "and" between two parts of a number.
std::uint32_t NumberReader::SkipJoin(const State& s, bool* joined) const {
  *joined = false;
  if (!s.any || s.at + 1 >= chart_->size()) return s.at;
  const std::string_view mark = chart_->folded(s.at);
  const bool hyphen = (mark == "-" || mark == "\u2014") &&
                      !chart_->Spaced(s.at) && !chart_->Spaced(s.at + 1);
  // "twenty- one" of cut texts: only after tens.
  const bool tens = mark == "-" && s.group >= 20 && s.group < 100 &&
                    std::fmod(s.group, 10) == 0 && IsOnes(s.at + 1);
  std::uint32_t at = s.at;
  // "A 31-million-euro bridge".
  if (hyphen && s.digits && mark == "-" && s.group != 0) {
    const LexHit* scale = chart_->Find(s.at + 1, WordClass::kMagnitude);
    if (scale != nullptr && scale->row->value >= 1000 &&
        chart_->folded(s.at + 1).size() > 2)
      return s.at + 1;
  }
  if ((hyphen || tens) && !s.digits) {
    if (!chart_->Has(s.at + 1, WordClass::kNumberAnd)) return s.at + 1;
    ++at;  // "one-hundred-and-five"
  }
  const LexHit* join = chart_->Find(at, WordClass::kNumberAnd);
  if (join == nullptr || join->end >= chart_->size()) return s.at;
  const double base = s.group != 0 ? s.group : s.total;
  const auto parts = static_cast<double>(join->row->value);
  // "fifty and two", where the language has it.
  bool ones = join->row->text == "tens" && std::fmod(base, 10) == 0 &&
              std::fmod(base, 100) >= 20 && IsOnes(join->end);
  if (ones) {  // "between twenty and five thousand"
    const LexHit* word = chart_->Find(join->end, WordClass::kNumberWord);
    ones = chart_->Find(word->end, WordClass::kMagnitude) == nullptr;
  }
  if (base == 0 || s.digits || (std::fmod(base, parts) != 0 && !ones))
    return s.at;
  *joined = true;
  const bool hyphens = at > s.at && chart_->folded(join->end) == "-";
  return hyphens && join->end + 1 < chart_->size() ? join->end + 1 : join->end;
}

bool NumberReader::IsOnes(std::uint32_t at) const {
  const LexHit* word = chart_->Find(at, WordClass::kNumberWord);
  return word != nullptr && word->row->value > 0 && word->row->value < 10;
}

bool NumberReader::AddWord(State& s, bool joined) const {
  const LexHit* word = chart_->Find(s.at, WordClass::kNumberWord);
  if (word == nullptr || word->row->text == "decimal") return false;
  const double value = static_cast<double>(word->row->value);
  if (s.any && (value == 0 || s.article || !Fits(s, value) ||
                (s.group == 0 && s.total == 0) || (s.digits && s.group != 0)))
    return false;
  if (s.any && s.total != 0 && value >= s.limit) return false;
  // "two million and three million" and "two and three quarters" are two
  // numbers.
  if (joined) {
    const LexHit* next = chart_->Find(word->end, WordClass::kMagnitude);
    if (next != nullptr) {
      const double scale = static_cast<double>(next->row->value);
      // "one hundred and two hundred", "a million and two million"
      if (scale >= s.limit || (scale == 100 && s.group != 0)) return false;
    }
    double part = 0;
    if (Fraction(s.at, &part) > word->end && part < 1) return false;
  }
  s.group += value;
  s.after_and = joined ? value : s.after_and >= 20 ? s.after_and + value : 0;
  s.unit = 0;
  s.at = word->end;
  return s.any = true;
}

// A magnitude of one letter stands right after digits: "10k", "1.2M", "$5m".
bool NumberReader::IsWritten(const State& s, const LexHit& magnitude) const {
  if (chart_->folded(s.at).size() != 1) return true;
  if (!s.digits || s.group == 0) return false;
  if (magnitude.row->text.empty()) return true;
  if (magnitude.row->text == "long")
    return (s.group >= 10 || s.decimal) && !chart_->Spaced(s.at) &&
           (chart_->token(s.at).flags & kCapitalised);
  const auto money = [this](std::uint32_t at, WordClass c) {
    return at < chart_->size() && chart_->Has(at, c);
  };
  return (s.begin > 0 && (money(s.begin - 1, WordClass::kCurrencySign) ||
                          money(s.begin - 1, WordClass::kCurrency))) ||
         money(s.at + 1, WordClass::kCurrency) ||
         (money(s.at + 1, WordClass::kCurrencySign) &&
          !chart_->Spaced(s.at + 1)) ||
         (magnitude.row->text == "cap" && !chart_->Spaced(s.at) &&
          (chart_->token(s.at).flags & kCapitalised));
}

bool NumberReader::AddMagnitude(State& s) const {
  const LexHit* word = chart_->Find(s.at, WordClass::kMagnitude);
  if (word == nullptr) return false;
  const double scale = static_cast<double>(word->row->value);
  if (!IsWritten(s, *word)) return false;
  // "three thousand millions"
  const bool direct =
      s.at > s.begin && chart_->Has(s.at - 1, WordClass::kMagnitude);
  if (s.group == 0 && s.total != 0 && direct && scale >= 1000 &&
      s.total < 1e13 && std::fmod(s.total, s.limit) == 0 &&
      s.total / s.limit < 1000) {
    s.total *= scale;
    s.limit *= scale;
    s.at = word->end;
    return true;
  }
  if (s.any && s.group == 0 && !(s.total != 0 && scale < s.limit)) return false;
  const bool twelve = scale == 12;
  if (scale == 100 || twelve) {
    if ((s.group >= 100 && !twelve && !s.digits) || s.decimal) {
      if (!s.decimal) return false;
    }
    if (s.any && s.group == 0) return false;
    // "three hundred and two dozen"
    const bool last = twelve && s.after_and > 0 && s.group > s.after_and;
    s.group = last    ? s.group + s.after_and * (scale - 1)
              : s.any ? Scaled(s.group, s.unit, scale)
                      : scale;
    s.after_and = 0;
    s.unit *= scale;
    s.digits = false;  // "3 hundred and one"
  } else {
    if (scale >= s.limit) {
      // "two hundred thousand million": multiplies all that stands, once.
      return false;
    }
    s.total += s.any ? Scaled(s.group, s.unit, scale) : scale;
    s.unit *= scale;
    s.group = 0;
    s.limit = scale;
    s.decimal = false;
    s.digits = false;
  }
  s.article = false;
  s.at = word->end;
  return s.any = true;
}

bool NumberReader::AddOrdinal(State& s, bool) const {
  const bool magnitude = chart_->Has(s.at, WordClass::kOrdinalMagnitude);
  const LexHit* word = chart_->Find(
      s.at, magnitude ? WordClass::kOrdinalMagnitude : WordClass::kOrdinalWord);
  if (word == nullptr || s.digits || s.decimal) return false;
  const double value = static_cast<double>(word->row->value);
  if (magnitude && s.group == 0 && s.total != 0) {
    if (value < s.limit) return false;
    s.total *= value;  // "a hundred thousand trillionth"
  } else if (magnitude) {
    s.group = (s.any && s.group != 0 ? s.group : 1) * value;
  } else {
    if (s.any && !Fits(s, value)) return false;
    s.group += value;
  }
  s.at = word->end;
  return s.any = s.ordinal = true;
}

// Digits with letters: "21st" is an ordinal.
void NumberReader::ReadAlnum(std::uint32_t at) {
  const std::string_view folded = chart_->folded(at);
  const std::size_t letters = folded.find_first_not_of("0123456789,");
  if (letters == std::string_view::npos || letters == 0) return;
  const std::string_view suffix = folded.substr(letters);
  if (!chart_->IsOrdinalSuffix(suffix)) return;
  const auto value = ReadDigits(folded.substr(0, letters));
  if (!value) return;
  Store(chart_->ordinal_, at,
        {.value = value->value, .step = 0, .end = at + 1, .digits = true},
        kOrdinalBit);
}

void NumberReader::Read(std::uint32_t at) {
  State s;
  s.at = s.begin = at;
  State cardinal;  // the longest prefix that is a cardinal
  if (const LexHit* one = chart_->Find(at, WordClass::kNumberOne)) {
    if (chart_->Has(one->end < chart_->size() ? one->end : at,
                    WordClass::kMagnitude) ||
        (one->end < chart_->size() &&
         chart_->Has(one->end, WordClass::kOrdinalMagnitude))) {
      s.at = one->end;
      s.group = 1;
      s.any = s.article = true;
    }
  }
  const std::uint32_t limit = std::min(chart_->size(), at + kLongestNumber);
  while (s.at < limit) {
    bool joined = false;
    const std::uint32_t before = s.at;
    s.at = SkipJoin(s, &joined);
    if (s.at < limit &&
        (AddWord(s, joined) || (!joined && AddDigits(s)) ||
         (joined && AddDigitsAfterAnd(s)) || (!joined && AddMagnitude(s)))) {
      if (!s.article) cardinal = s;
      continue;
    }
    if (s.at < limit && AddOrdinal(s, joined)) break;
    s.at = before;
    break;
  }
  const bool part = s.article && s.ordinal && EndsPhrase(s.at);
  if (s.ordinal && !part) {  // "a trillionth" is a part
    Store(chart_->ordinal_, at,
          {.value = s.total + s.group, .step = 0, .end = s.at}, kOrdinalBit);
  }
  if (!cardinal.any) {
    cardinal = {};
    cardinal.at = at;
    double value = 0;
    AddDecimals(cardinal);
    if (!cardinal.any) {
      const std::uint32_t end = Fraction(at, &value);
      if (end == at) return;
      const bool digits = chart_->token(at).shape == TokenShape::kNumber;
      if (StoreScaledFraction(at, end, value)) return;
      Store(chart_->cardinal_, at,
            {.value = value,
             .step = 0,
             .end = end,
             .digits = digits,
             .fraction = true},
            kCardinalBit);
      return;
    }
  }
  NumberHit hit;
  double value = 0;
  const std::uint32_t fraction = Fraction(at, &value);
  if (fraction > cardinal.at && StoreScaledFraction(at, fraction, value))
    return;
  const NumberHit whole{.value = cardinal.total + cardinal.group,
                        .step = RoundStep(cardinal.total + cardinal.group),
                        .end = cardinal.at,
                        .digits = cardinal.digits};
  if (fraction > cardinal.at) {
    hit = {.value = value,
           .step = 0,
           .end = fraction,
           .digits = cardinal.digits,
           .fraction = true,
           .has_shorter = true};
  } else {
    AddDecimals(cardinal);
    ScaleDecimals(cardinal);
    AddFraction(cardinal, hit);
    AddDenominator(cardinal, hit);
    hit.value = cardinal.total + cardinal.group;
    hit.step = hit.fraction         ? 0
               : cardinal.unit != 0 ? cardinal.unit
                                    : RoundStep(hit.value);
    hit.end = cardinal.at;
    hit.digits = chart_->token(at).shape == TokenShape::kNumber;
    const LexHit* plural = chart_->Find(at, WordClass::kMagnitude);
    hit.vague = plural != nullptr && plural->row->text == "pl";
  }
  Store(chart_->cardinal_, at, hit, kCardinalBit);
  if (hit.has_shorter) chart_->numbers_.push_back(whole);
}

void NumberReader::ReadAll() {
  for (std::uint32_t at = 0; at < chart_->size(); ++at) {
    const TriggerMask mask = chart_->mask(at);
    if (!StartsNumber(mask)) continue;
    if (mask >> kAlnumBit & 1) {
      ReadAlnum(at);
    } else {
      Read(at);
    }
  }
  JoinParts();
  JoinOver();
}

}  // namespace gainsay::internal

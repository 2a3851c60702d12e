// Decimals in words and parts of one.
#include <cmath>

#include "mention/numbers.h"

namespace gainsay::internal {

// "point one four", "point seventy-one".
void NumberReader::AddDecimals(State& s) const {
  const LexHit* point = chart_->Find(s.at, WordClass::kNumberPoint);
  if (point == nullptr || s.decimal) return;
  const bool digits_after =
      point->end < chart_->size() &&
      chart_->token(point->end).shape == TokenShape::kNumber;
  if (s.any && (s.digits || s.total == 0) && digits_after) {  // "1 point 14"
    if (s.total != 0) return;
    const std::string_view folded = chart_->folded(point->end);
    const auto tail = ReadDigits(folded);
    if (!tail || tail->decimal || tail->grouped || folded.size() > 9) return;
    AddTail(tail->value, folded.size(), s);
    s.at = point->end + 1;
    return;
  }
  if (s.any && s.digits && s.total != 0) return;
  double scale = 0.1, value = 0;
  std::uint32_t at = point->end;
  for (int n = 0; n < 12; ++n) {
    const LexHit* word = chart_->Find(at, WordClass::kNumberWord);
    if (word == nullptr || word->row->value >= 100) break;
    double digits = static_cast<double>(word->row->value);
    if (digits >= 10) {
      const std::uint32_t next = word->end + 1;
      const LexHit* ones =
          word->end < chart_->size() && chart_->folded(word->end) == "-"
              ? chart_->Find(next, WordClass::kNumberWord)
              : nullptr;
      if (ones != nullptr && ones->row->value < 10 &&
          std::fmod(digits, 10) == 0)
        digits += static_cast<double>(ones->row->value), word = ones;
      scale /= 10;
    }
    value += digits * scale;
    scale /= 10;
    at = word->end;
  }
  if (at == point->end) return;
  s.group += value;
  s.unit = scale * 10;
  s.decimal = s.any = true;
  s.at = at;
}

// "half", "a third", "three quarters", "1/2", "two fifths", and the signs of
// fractions: the end, or `at` if there is none.
std::uint32_t NumberReader::Fraction(std::uint32_t at, double* value) const {
  const std::uint32_t size = chart_->size();
  if (at >= size) return at;
  const std::string_view folded = chart_->folded(at);
  if (const std::size_t slash = folded.find("\u2044");
      slash != std::string_view::npos) {
    const auto above = ReadDigits(folded.substr(0, slash));
    const auto below = ReadDigits(folded.substr(slash + 3));
    if (!above || !below || below->value == 0) return at;
    return *value = above->value / below->value, at + 1;
  }
  if (at + 2 < size && chart_->folded(at + 1) == "/" &&
      chart_->token(at).shape == TokenShape::kNumber &&
      chart_->token(at + 2).shape == TokenShape::kNumber &&
      chart_->Spaced(at + 1) == chart_->Spaced(at + 2)) {
    const auto above = ReadDigits(folded),
               below = ReadDigits(chart_->folded(at + 2));
    const bool more = at + 3 < size && chart_->folded(at + 3) == "/";
    const bool telephone =
        folded.size() > 3 && chart_->folded(at + 2).size() > 3;
    if (!above || !below || below->value < 2 || more || telephone) return at;
    return *value = above->value / below->value, at + 3;
  }
  double count = 1;
  std::uint32_t next = at;
  if (const LexHit* one = chart_->Find(at, WordClass::kNumberOne)) {
    next = one->end;
  } else if (const LexHit* word = chart_->Find(at, WordClass::kNumberWord);
             word != nullptr && word->row->value < 100 &&
             word->row->value > 0) {
    count = static_cast<double>(word->row->value);
    next = word->end;
  }
  if (next < size && next > at && chart_->folded(next) == "-") ++next;
  if (const std::uint32_t end = CompoundPart(at, next, count, value); end != at)
    return end;
  const LexHit* part = chart_->Find(next, WordClass::kDenominator);
  if (part == nullptr || part->row->value < 2) return at;
  const bool scaled = part->row->value == 4 && ScaleOf(part->end) != nullptr;
  if (next == at && part->row->value != 2 && !scaled) return at;
  return *value = count / static_cast<double>(part->row->value), part->end;
}

// "a twenty-first", "three twenty-firsts": parts of more than twenty.
std::uint32_t NumberReader::CompoundPart(std::uint32_t at, std::uint32_t next,
                                         double count, double* value) const {
  if (next == at) return at;
  const LexHit* tens = chart_->Find(next, WordClass::kNumberWord);
  if (tens == nullptr || tens->row->value < 20) return at;
  std::uint32_t ones = tens->end;
  if (ones < chart_->size() && chart_->folded(ones) == "-") ++ones;
  const LexHit* part = chart_->Find(ones, WordClass::kDenominator);
  const LexHit* ordinal = chart_->Find(ones, WordClass::kOrdinalWord);
  const bool plural = part != nullptr && part->row->text == "pl";
  const LexHit* last = plural ? part : ordinal;
  if (last == nullptr || last->row->value > 9 || plural == (count == 1))
    return at;
  if (!plural && !EndsPhrase(last->end)) return at;
  return *value =
             count / static_cast<double>(tens->row->value + last->row->value),
         last->end;
}

// Whether nothing that could be counted follows.
bool NumberReader::EndsPhrase(std::uint32_t at) const {
  return at >= chart_->size() || chart_->Has(at, WordClass::kFunctionWord) ||
         chart_->token(at).shape == TokenShape::kPunct;
}

// "one point five million".
void NumberReader::ScaleDecimals(State& s) const {
  const LexHit* scale = chart_->Find(s.at, WordClass::kMagnitude);
  if (!s.decimal || s.digits || s.total != 0 || scale == nullptr ||
      chart_->folded(s.at).size() == 1)
    return;
  const auto by = static_cast<double>(scale->row->value);
  s.group = Scaled(s.group, s.unit, by);
  s.unit *= by;
  s.at = scale->end;
}

bool NumberReader::IsFractionSign(std::uint32_t at) const {
  return chart_->folded(at).find("\u2044") != std::string_view::npos;
}

// "one over three", "two out of five hundred", "one in ten": a small number
// over one that is greater, of nothing that is measured.
void NumberReader::JoinOver() {
  const auto is_count = [](const NumberHit* n) {
    return n != nullptr && !n->fraction && n->value >= 1 && n->value < 1e7 &&
           n->value == std::floor(n->value);
  };
  for (std::uint32_t at = 0; at + 2 < chart_->size(); ++at) {
    const NumberHit* above = chart_->cardinal(at);
    if (!is_count(above)) continue;
    const LexHit* bar = chart_->Find(above->end, WordClass::kFractionBar);
    if (bar == nullptr || bar->end >= chart_->size() ||
        above->value > static_cast<double>(bar->row->value))
      continue;
    const NumberHit* below = chart_->cardinal(bar->end);
    if (!is_count(below) || below->value <= above->value ||
        chart_->Has(bar->end, WordClass::kMonth) || IsMeasured(below->end) ||
        (bar->row->value < 10 && below->digits && below->value > 1000 &&
         below->step < 10))
      continue;
    const NumberHit whole = *above;
    Store(chart_->cardinal_, at,
          {.value = whole.value / below->value,
           .step = 0,
           .end = below->end,
           .digits = whole.digits,
           .fraction = true,
           .has_shorter = true},
          kCardinalBit);
    chart_->numbers_.push_back(whole);
  }
}

// Whether a unit stands at a token, or a hyphen that leads to one.
bool NumberReader::IsMeasured(std::uint32_t at) const {
  if (at < chart_->size() && chart_->folded(at) == "-") ++at;
  if (at >= chart_->size()) return false;
  for (const WordClass c : {WordClass::kTimeUnit, WordClass::kMonth,
                            WordClass::kCurrency, WordClass::kPercentWord}) {
    if (chart_->Has(at, c)) return true;
  }
  const LexHit* measure = chart_->Find(at, WordClass::kMeasure);
  return measure != nullptr && measure->row->value == 0;
}

// "twenty-one hundredths", "thirty-five thousandths": the end, else `at`.
std::uint32_t NumberReader::PartsOverHundred(std::uint32_t at,
                                             double* value) const {
  const LexHit* tens = chart_->Find(at, WordClass::kNumberWord);
  if (tens == nullptr || tens->row->value < 20 || tens->row->value >= 100)
    return at;
  std::uint32_t ones = tens->end;
  if (ones < chart_->size() && chart_->folded(ones) == "-") ++ones;
  if (!IsOnes(ones)) return at;
  const LexHit* last = chart_->Find(ones, WordClass::kNumberWord);
  const LexHit* part = chart_->Find(last->end, WordClass::kDenominator);
  if (part == nullptr || part->row->value < 100 || part->row->text != "pl")
    return at;
  *value = static_cast<double>(tens->row->value + last->row->value) /
           static_cast<double>(part->row->value);
  return part->end;
}

void NumberReader::AddFraction(State& s, NumberHit& hit) const {
  std::uint32_t at = s.at;
  if (at >= chart_->size() || s.decimal) return;
  const auto skip_hyphen = [&] {
    if (at < chart_->size() && chart_->folded(at) == "-" && !chart_->Spaced(at))
      ++at;
  };
  skip_hyphen();
  const LexHit* join = chart_->Find(at, WordClass::kNumberAnd);
  const bool joined = join != nullptr;
  if (joined) at = join->end, skip_hyphen();
  const bool sign =
      at < chart_->size() &&
      (chart_->token(at).shape == TokenShape::kNumber || IsFractionSign(at));
  if (!joined && !sign) return;
  double value = 0;
  std::uint32_t end = Fraction(at, &value);
  if (end == at && joined) end = PartsOverHundred(at, &value);
  const bool both_digits = s.digits && s.group < 1000;  // "1 and 3/4"
  if (end == at || value >= 1 || (sign && joined && !both_digits)) return;
  const LexHit* after = chart_->Find(end, WordClass::kMagnitude);
  if (after != nullptr && s.total > 0 &&
      static_cast<double>(after->row->value) < s.limit) {
    // "one billion and a half million"
    s.group += value * static_cast<double>(after->row->value);
    s.at = after->end;
    return;
  }
  // "three million and a half": the half is of a million.
  s.group += s.group == 0 && s.limit < 1e30 && s.total > 0 && !sign
                 ? value * s.limit
                 : value;
  s.unit = 0;
  s.at = end;
  hit.fraction = true;
  // "five and a half million", "two and a half dozen".
  if (const LexHit* scale = chart_->Find(s.at, WordClass::kMagnitude);
      scale != nullptr && s.total == 0 && scale->row->value != 100 &&
      IsWritten(s, *scale)) {
    s.group *= static_cast<double>(scale->row->value);
    s.at = scale->end;
    hit.fraction = false;
  }
}

// "twenty-three fifths": the whole number over a plural part.
void NumberReader::AddDenominator(State& s, NumberHit& hit) const {
  const LexHit* part = chart_->Find(s.at, WordClass::kDenominator);
  if (part == nullptr || part->row->value < 3 || s.decimal ||
      (s.digits && s.total != 0) || hit.fraction || part->row->text != "pl" ||
      chart_->Has(s.at, WordClass::kTimeUnit))
    return;
  double above = s.total + s.group,
         below = static_cast<double>(part->row->value);
  // "one hundred thirty fifths" are of thirty-five, "one hundred and thirty
  // fifths" of five.
  // "three hundred and sixty-two hundredths" are two hundred and a part.
  if (s.after_and > 0 && s.after_and < below) {
    s.group += s.total + s.after_and / below - s.after_and;
    s.total = 0;
    s.at = part->end;
    hit.fraction = true;
    return;
  }
  const double tens = std::fmod(s.group, 100);
  if (below < 10 && tens >= 20 && std::fmod(tens, 10) == 0 && above > tens &&
      s.after_and == 0) {
    above -= tens;
    below += tens;
  }
  s.group = above / below;
  s.total = 0;
  s.at = part->end;
  hit.fraction = true;
}

// "two-hundredths", "one thousand fifths", "one hundred fifth" as what one is
// parted by: the end, or `at` if there is none. At least a hundred parts.
std::uint32_t NumberReader::PartsOf(std::uint32_t at, bool plural,
                                    double* below) const {
  State s;
  s.at = s.begin = at;
  for (std::uint32_t n = 0; n < 8 && s.at < chart_->size(); ++n) {
    bool joined = false;
    const std::uint32_t before = s.at;
    s.at = SkipJoin(s, &joined);
    if (s.at < chart_->size() &&
        (AddWord(s, joined) || (!joined && AddMagnitude(s))))
      continue;
    s.at = before;
    break;
  }
  if (!s.any || s.digits) return at;
  bool joined = false;  // "one hundred and fifth"
  const std::uint32_t last = SkipJoin(s, &joined);
  const LexHit* part = chart_->Find(last, WordClass::kDenominator);
  if (part == nullptr || (part->row->text == "pl") != plural) return at;
  const double size = static_cast<double>(part->row->value);
  const double whole = s.total + s.group;
  if (size < 100 && std::fmod(whole, size < 10 ? 10 : 100) != 0) return at;
  *below = size >= 100 ? whole * size : whole + size;
  return *below >= 100 ? part->end : at;
}

// "five one-thousandths", "three two-hundredths", "one one hundred fifth".
void NumberReader::JoinParts() {
  for (std::uint32_t at = 0; at + 2 < chart_->size(); ++at) {
    const NumberHit* count = chart_->cardinal(at);
    if (count == nullptr || count->fraction || count->digits ||
        count->value < 1 || count->value > 1000 ||
        count->end >= chart_->size() ||
        !chart_->Has(count->end, WordClass::kNumberWord))
      continue;
    double below = 0;
    const std::uint32_t end = PartsOf(count->end, count->value != 1, &below);
    if (end == count->end) continue;
    const double unit = 1 / below;
    const NumberHit whole = *count;
    Store(chart_->cardinal_, at,
          {.value = whole.value * unit,
           .step = 0,
           .end = end,
           .fraction = true,
           .has_shorter = true},
          kCardinalBit);
    chart_->numbers_.push_back(whole);
  }
}

// The magnitude behind a part: "million", "a million", "of a million".
const LexHit* NumberReader::ScaleOf(std::uint32_t at) const {
  if (const LexHit* of = chart_->Find(at, WordClass::kFractionBar);
      of != nullptr && of->row->value == 0)
    at = of->end;
  if (const LexHit* one = chart_->Find(at, WordClass::kNumberOne))
    at = one->end;
  return chart_->Find(at, WordClass::kMagnitude);
}

// "half a million", "three quarters million", "two thirds of a million".
bool NumberReader::StoreScaledFraction(std::uint32_t at, std::uint32_t end,
                                       double value) {
  const LexHit* scale = ScaleOf(end);
  if (scale == nullptr || scale->row->value < 12 ||
      chart_->folded(scale->end - 1).size() == 1)
    return false;
  const double number = value * static_cast<double>(scale->row->value);
  Store(chart_->cardinal_, at,
        {.value = number, .step = RoundStep(number), .end = scale->end},
        kCardinalBit);
  return true;
}

}  // namespace gainsay::internal

// Decimals in words and parts of one.
#include <cmath>

#include "mention/numbers.h"

namespace gainsay::internal {

// "point one four", "point seventy-one".
void NumberReader::AddDecimals(State& s) const {
  const LexHit* point = chart_->Find(s.at, WordClass::kNumberPoint);
  if (point == nullptr || s.decimal || (s.any && s.digits)) return;
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
    if (!above || !below || below->value < 2 || more) return at;
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
  const LexHit* part = chart_->Find(next, WordClass::kDenominator);
  if (part == nullptr || (next == at && part->row->value != 2)) return at;
  return *value = count / static_cast<double>(part->row->value), part->end;
}

void NumberReader::AddFraction(State& s, NumberHit& hit) const {
  std::uint32_t at = s.at;
  if (at >= chart_->size() || s.decimal) return;
  const LexHit* join = chart_->Find(at, WordClass::kNumberAnd);
  const bool joined = join != nullptr;
  if (joined) at = join->end;
  if (at < chart_->size() && !joined && chart_->folded(at) == "-" &&
      !chart_->Spaced(at))
    ++at;
  const bool sign =
      at < chart_->size() && chart_->token(at).shape == TokenShape::kNumber;
  if (!joined && !sign) return;
  double value = 0;
  const std::uint32_t end = Fraction(at, &value);
  if (end == at || value >= 1 || (sign && joined)) return;
  // "three million and a half": the half is of a million.
  s.group += s.group == 0 && s.limit < 1e30 && s.total > 0 && !sign
                 ? value * s.limit
                 : value;
  s.unit = 0;
  s.at = end;
  hit.fraction = true;
  // "five and a half million".
  if (const LexHit* scale = chart_->Find(s.at, WordClass::kMagnitude);
      scale != nullptr && s.total == 0 && scale->row->value >= 1000) {
    s.group *= static_cast<double>(scale->row->value);
    s.at = scale->end;
    hit.fraction = false;
  }
}

// "twenty-three fifths": the whole number over a plural part.
void NumberReader::AddDenominator(State& s, NumberHit& hit) const {
  const LexHit* part = chart_->Find(s.at, WordClass::kDenominator);
  if (part == nullptr || part->row->value < 5 || s.decimal || s.digits ||
      hit.fraction || part->row->text != "pl")
    return;
  s.group = (s.total + s.group) / static_cast<double>(part->row->value);
  s.total = 0;
  s.at = part->end;
  hit.fraction = true;
}

// "half a million", "three quarters million".
bool NumberReader::StoreScaledFraction(std::uint32_t at, std::uint32_t end,
                                       double value) {
  std::uint32_t next = end;
  if (const LexHit* one = chart_->Find(next, WordClass::kNumberOne))
    next = one->end;
  const LexHit* scale = chart_->Find(next, WordClass::kMagnitude);
  if (scale == nullptr || scale->row->value < 1000) return false;
  const double number = value * static_cast<double>(scale->row->value);
  Store(chart_->cardinal_, at,
        {.value = number, .step = RoundStep(number), .end = scale->end},
        kCardinalBit);
  return true;
}

}  // namespace gainsay::internal

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

// The largest power of ten that divides a whole number; 0 of a number below 100
// or one that ends in no zero: it counts as exact.
double RoundStep(double value) {
  if (value < 100 || value > 1e18 || value != std::floor(value)) return 0;
  double step = 1;
  while (std::fmod(value, step * 10) == 0) step *= 10;
  return step == 1 ? 0 : step;
}

}  // namespace

bool StartsNumber(TriggerMask mask) { return mask & kStarts; }

std::optional<DigitsValue> ReadDigits(std::string_view folded) {
  DigitsValue out;
  double value = 0, scale = 1;
  int digits = 0,
      dots = static_cast<int>(std::count(folded.begin(), folded.end(), '.'));
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const char c = folded[i];
    if (c >= '0' && c <= '9') {
      if (++digits > 18) return std::nullopt;
      value = value * 10 + (c - '0');
      if (out.decimal) scale *= 10;
    } else if (c == '.' && dots == 1) {
      out.decimal = true;
    } else if (c == ',' || c == '.') {
      out.grouped = true;
    } else {
      return std::nullopt;
    }
  }
  if (digits == 0) return std::nullopt;
  out.value = value / scale;
  out.step = out.decimal ? 1 / scale : RoundStep(out.value);
  return out;
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
  if (hyphen && !s.digits) return s.at + 1;
  const LexHit* join = chart_->Find(s.at, WordClass::kNumberAnd);
  if (join == nullptr || join->end >= chart_->size()) return s.at;
  const double base = s.group != 0 ? s.group : s.total;
  if (base == 0 || s.digits ||
      std::fmod(base, static_cast<double>(join->row->value)) != 0)
    return s.at;
  *joined = true;
  return join->end;
}

bool NumberReader::AddWord(State& s, bool) const {
  const LexHit* word = chart_->Find(s.at, WordClass::kNumberWord);
  if (word == nullptr) return false;
  const double value = static_cast<double>(word->row->value);
  if (s.any && (value == 0 || s.article || !Fits(s, value) ||
                (s.digits && s.group != 0)))
    return false;
  if (s.any && s.total != 0 && value >= s.limit) return false;
  s.group += value;
  s.unit = 0;
  s.at = word->end;
  return s.any = true;
}

bool NumberReader::AddDigits(State& s) const {
  if (s.any || s.at >= chart_->size() ||
      chart_->token(s.at).shape != TokenShape::kNumber)
    return false;
  const auto value = ReadDigits(chart_->folded(s.at));
  if (!value) {
    double fraction = 0;
    const std::uint32_t end = Fraction(s.at, &fraction);
    if (end == s.at) return false;
    s.group = fraction, s.at = end, s.decimal = true, s.unit = 0;
    return s.any = s.digits = true;
  }
  s.group = value->value;
  s.unit = value->decimal ? value->step : 0;
  s.decimal = value->decimal;
  s.digits = s.any = true;
  ++s.at;
  return true;
}

bool NumberReader::AddMagnitude(State& s) const {
  const LexHit* word = chart_->Find(s.at, WordClass::kMagnitude);
  if (word == nullptr) return false;
  const double scale = static_cast<double>(word->row->value);
  const bool letter =
      chart_->folded(s.at).size() == 1;  // "10k": glued, after digits
  if (letter && (!s.digits || s.group == 0)) return false;
  if (s.any && s.group == 0 && !(s.total != 0 && scale < s.limit)) return false;
  const bool twelve = scale == 12;
  if (scale == 100 || twelve) {
    if (s.group >= 100 || s.decimal) {
      if (!s.decimal) return false;
    }
    if (s.any && s.group == 0) return false;
    s.group = (s.any ? s.group : 1) * scale;
    s.unit *= scale;
  } else {
    if (scale >= s.limit) {
      // "two hundred thousand million": multiplies all that stands, once.
      return false;
    }
    const double head = s.any ? s.group : 1;
    s.total += head * scale;
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
  if (magnitude) {
    s.group = (s.any && s.group != 0 ? s.group : 1) * value;
  } else {
    if (s.any && !Fits(s, value)) return false;
    s.group += value;
  }
  s.at = word->end;
  return s.any = s.ordinal = true;
}

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
  if (part == nullptr) return at;
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
  s.group += value;
  s.unit = 0;
  s.at = end;
  hit.fraction = true;
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
  s.at = at;
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
    if (s.at < limit && (AddWord(s, joined) || (!joined && AddDigits(s)) ||
                         (!joined && AddMagnitude(s)))) {
      if (!s.article) cardinal = s;
      continue;
    }
    if (s.at < limit && AddOrdinal(s, joined)) break;
    s.at = before;
    break;
  }
  if (s.ordinal) {
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
  if (fraction > cardinal.at) {
    hit = {.value = value,
           .step = 0,
           .end = fraction,
           .digits = cardinal.digits,
           .fraction = true};
  } else {
    AddDecimals(cardinal);
    AddFraction(cardinal, hit);
    hit.value = cardinal.total + cardinal.group;
    hit.step = hit.fraction         ? 0
               : cardinal.unit != 0 ? cardinal.unit
                                    : RoundStep(hit.value);
    hit.end = cardinal.at;
    hit.digits = chart_->token(at).shape == TokenShape::kNumber;
  }
  Store(chart_->cardinal_, at, hit, kCardinalBit);
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
}

}  // namespace gainsay::internal

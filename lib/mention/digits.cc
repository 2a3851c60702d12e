// Numbers written in digits.
#include <algorithm>
#include <cmath>

#include "mention/numbers.h"

namespace gainsay::internal {
namespace {

// "13", "+14", "-1".
std::optional<double> ReadExponent(std::string_view text) {
  const bool minus = text.starts_with('-');
  if (minus || text.starts_with('+')) text.remove_prefix(1);
  double value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  if (text.empty() || value > 300) return std::nullopt;
  return minus ? -value : value;
}

bool IsPlainDigits(std::string_view folded) {
  return std::all_of(folded.begin(), folded.end(),
                     [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

double RoundStep(double value) {
  if (value < 100 || value > 1e18 || value != std::floor(value)) return 0;
  double step = 1;
  while (std::fmod(value, step * 10) == 0) step *= 10;
  return step == 1 ? 0 : step;
}

std::optional<DigitsValue> ReadDigits(std::string_view folded) {
  DigitsValue out;
  double exponent = 0;
  if (const std::size_t e = folded.find('e'); e != std::string_view::npos) {
    const auto power = ReadExponent(folded.substr(e + 1));
    if (!power) return std::nullopt;
    exponent = *power;
    folded = folded.substr(0, e);
  }
  const auto dots = std::count(folded.begin(), folded.end(), '.');
  const std::size_t comma = folded.rfind(',');
  // "1.111,11": the comma is the decimal point.
  const bool comma_decimal =
      comma != std::string_view::npos && dots > 0 && folded.rfind('.') < comma;
  double value = 0, scale = 1;
  int digits = 0;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const char c = folded[i];
    if (c >= '0' && c <= '9') {
      if (++digits > 18) return std::nullopt;
      value = value * 10 + (c - '0');
      if (out.decimal) scale *= 10;
    } else if (comma_decimal ? i == comma : c == '.' && dots == 1) {
      out.decimal = true;
    } else if (c == ',' || c == '.') {
      out.grouped = true;
    } else {
      return std::nullopt;
    }
  }
  if (digits == 0) return std::nullopt;
  const double power = std::pow(10.0, exponent);
  out.value = value / scale * power;
  out.step = out.decimal ? power / scale : RoundStep(out.value);
  out.decimal = out.decimal || exponent != 0;
  return out;
}

// The digits behind a decimal point, rounded once.
void NumberReader::AddTail(double tail, std::size_t digits, State& s) {
  const double parts = std::pow(10.0, static_cast<double>(digits));
  s.group = (s.group * parts + tail) / parts;
  s.unit = 1 / parts;
  s.decimal = true;
}

// "4 thousand 3 hundred": digits again, if a lesser magnitude multiplies them.
bool NumberReader::AddMoreDigits(State& s) const {
  if (s.total == 0 || s.group != 0 || s.limit > 1e12) return false;
  const std::string_view folded = chart_->folded(s.at);
  const LexHit* scale = chart_->Find(s.at + 1, WordClass::kMagnitude);
  if (folded.size() > 3 || !IsPlainDigits(folded) || scale == nullptr)
    return false;
  const double value = ReadDigits(folded)->value;
  if (value * static_cast<double>(scale->row->value) >= s.limit) return false;
  s.group = value;
  s.digits = true;
  ++s.at;
  return true;
}

// "40 000": groups of three behind a blank, where no other number stands by.
void NumberReader::AddGroups(State& s) const {
  const auto number = [this](std::uint32_t at) {
    return at < chart_->size() &&
           chart_->token(at).shape == TokenShape::kNumber;
  };
  const std::string_view head = chart_->folded(s.begin);
  if (head.size() > 3 || head.front() == '0' || !IsPlainDigits(head)) return;
  std::uint32_t at = s.at;
  double value = s.group;
  // "1'000'000"
  while (number(at + 1) && chart_->folded(at) == "'" && !chart_->Spaced(at) &&
         !chart_->Spaced(at + 1) && chart_->folded(at + 1).size() == 3 &&
         IsPlainDigits(chart_->folded(at + 1)) && at < s.at + 6) {
    value = value * 1000 + ReadDigits(chart_->folded(at + 1))->value;
    at += 2;
  }
  if (at != s.at) {
    s.group = value;
    s.at = at;
    return;
  }
  while (number(at) && chart_->Spaced(at) && chart_->folded(at).size() == 3 &&
         IsPlainDigits(chart_->folded(at)) && at < s.at + 3) {
    value = value * 1000 + ReadDigits(chart_->folded(at))->value;
    ++at;
  }
  // "1 234 567.89"
  if (number(at) && at > s.at && chart_->Spaced(at)) {
    const std::string_view last = chart_->folded(at);
    const auto tail = ReadDigits(last);
    if (last.find('.') == 3 && tail && tail->decimal) {
      value = value * 1000 + tail->value;
      s.unit = tail->step;
      s.decimal = true;
      ++at;
    }
  }
  if (at == s.at || number(at) || (s.begin > 0 && number(s.begin - 1))) return;
  s.group = value;
  s.at = at;
  // "40 000,25"
  const bool comma = number(at + 1) && chart_->folded(at) == "," &&
                     !chart_->Spaced(at) && !chart_->Spaced(at + 1);
  if (!comma || s.decimal || chart_->folded(at + 1).size() > 9 ||
      !IsPlainDigits(chart_->folded(at + 1)) ||
      (at + 3 < chart_->size() && chart_->folded(at + 2) == "," &&
       number(at + 3) && !chart_->Spaced(at + 3)))
    return;
  const std::string_view tail = chart_->folded(at + 1);
  AddTail(ReadDigits(tail)->value, tail.size(), s);
  s.at = at + 2;
}

// "3 hundred and 21": tens and ones in digits, of what began in digits.
bool NumberReader::AddDigitsAfterAnd(State& s) const {
  if (!s.written || chart_->token(s.at).shape != TokenShape::kNumber ||
      (s.group == 0 && s.limit != 1000))
    return false;
  const std::string_view folded = chart_->folded(s.at);
  if (folded.size() > 2 || folded.front() == '0' || !IsPlainDigits(folded))
    return false;
  const bool more = s.at + 1 < chart_->size() &&
                    (chart_->Has(s.at + 1, WordClass::kMagnitude) ||
                     chart_->token(s.at + 1).shape == TokenShape::kNumber);
  if (more) return false;
  s.group += ReadDigits(folded)->value;
  s.unit = 0;
  s.digits = true;
  ++s.at;
  return true;
}

// Whether a currency stands before or after the tokens.
bool NumberReader::IsBesideMoney(std::uint32_t begin, std::uint32_t end) const {
  const auto money = [this](std::uint32_t at, WordClass c) {
    return at < chart_->size() && chart_->Has(at, c);
  };
  return (begin > 0 && (money(begin - 1, WordClass::kCurrencySign) ||
                        money(begin - 1, WordClass::kCurrency))) ||
         money(end, WordClass::kCurrencySign) ||
         money(end, WordClass::kCurrency);
}

// "0,25", "5,00", "1111,13": a comma that cannot part thousands, and is not of
// a row of numbers.
bool NumberReader::AddDecimalComma(State& s) const {
  const std::uint32_t comma = s.at;
  const auto is_comma = [this](std::uint32_t at) {
    return at < chart_->size() && chart_->folded(at) == "," &&
           !chart_->Spaced(at);
  };
  if (!is_comma(comma) || comma + 1 >= chart_->size() ||
      chart_->Spaced(comma + 1) ||
      chart_->token(comma + 1).shape != TokenShape::kNumber)
    return false;
  const bool row =
      (s.begin > 0 && !chart_->Spaced(s.begin) && is_comma(s.begin - 1)) ||
      (is_comma(comma + 2) && comma + 3 < chart_->size() &&
       !chart_->Spaced(comma + 3));
  const std::string_view head = chart_->folded(s.begin),
                         tail = chart_->folded(comma + 1);
  if (row || !IsPlainDigits(head) || !IsPlainDigits(tail) || tail.size() > 9)
    return false;
  const bool price = tail.size() == 2 && IsBesideMoney(s.begin, comma + 2);
  const bool decimal = price || head == "0" || tail == "00" ||
                       (head.size() > 3 && tail.size() < 3);
  if (!decimal) return false;
  AddTail(ReadDigits(tail)->value, tail.size(), s);
  s.at = comma + 2;
  return true;
}

// "2.5^-1".
void NumberReader::AddPower(State& s) const {
  if (s.at + 1 >= chart_->size() || chart_->folded(s.at) != "^" ||
      chart_->Spaced(s.at) || chart_->Spaced(s.at + 1))
    return;
  std::uint32_t at = s.at + 1;
  const bool minus = chart_->folded(at) == "-";
  if (minus || chart_->folded(at) == "+") ++at;
  if (at >= chart_->size() || chart_->Spaced(at)) return;
  const std::string_view folded = chart_->folded(at);
  if (folded.size() > 3 || !IsPlainDigits(folded)) return;
  const double power = ReadDigits(folded)->value;
  const double value = std::pow(s.group, minus ? -power : power);
  if (!std::isfinite(value)) return;
  s.group = value;
  s.decimal = true;
  s.at = at + 1;
}

bool NumberReader::AddDigits(State& s) const {
  if (s.any && s.at < chart_->size() &&
      chart_->token(s.at).shape == TokenShape::kNumber)
    return AddMoreDigits(s);
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
  s.digits = s.any = s.written = true;
  ++s.at;
  if (!value->decimal && !value->grouped && !AddDecimalComma(s)) AddGroups(s);
  AddPower(s);
  return true;
}

}  // namespace gainsay::internal

#include "claim/stated_value.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>
#include <string>

#include "claim/quantity.h"
#include "claim/stated_interval.h"
#include "claim/stated_time.h"
#include "claim/stated_words.h"
#include "text/tag.h"

namespace gainsay::internal {
namespace {

constexpr std::uint32_t kReach = 10;  // tokens on either side
constexpr std::uint32_t kNounReach = 6;
constexpr std::uint32_t kHedgeWords = 4;
constexpr std::size_t kMostOfSentence = 128;  // words that are kept
constexpr std::ptrdiff_t kRateReach = 3;
constexpr std::size_t kNegationReach = 4;

bool AllDigits(std::string_view word) {
  return std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

class Stater {
 public:
  Stater(const TokenizedText& text, const MentionTable& mentions,
         const ValueWords& words, const Interner& strings)
      : text_(text), mentions_(mentions), words_(words), strings_(strings) {}

  StatedText Run() {
    std::size_t m = 0;
    for (const Segment& segment : text_.segments) {
      begin_ = segment.first;
      end_ = segment.last;
      if (begin_ == end_) continue;
      AddSentence();
      const std::uint32_t last_byte = text_.tokens[end_ - 1].end;
      std::uint32_t covered = 0;
      for (; m < mentions_.mentions.size() &&
             mentions_.mentions[m].span.begin < last_byte;
           ++m) {
        const Mention& mention = mentions_.mentions[m];
        if (mention.span.begin < covered) continue;
        // "more than 40,000" holds the number that is read with its hedge.
        if (mention.type == MentionType::kNumberRange) continue;
        covered = std::max(covered, mention.span.end);
        if (mention.first_token >= begin_ && mention.last_token <= end_)
          AddValue(mention, covered);
      }
    }
    return std::move(out_);
  }

 private:
  std::string_view W(std::uint32_t token) const {
    return token < end_ ? strings_.View(text_.tokens[token].folded)
                        : std::string_view();
  }
  std::string_view Raw(std::uint32_t token) const {
    return text_.View(text_.tokens[token]);
  }
  bool IsName(std::uint32_t token) const {
    return (text_.tokens[token].flags & (kCapitalised | kAllCaps)) != 0 &&
           !words_.IsStop(W(token));
  }
  bool Stops(std::uint32_t token) const {
    const std::string_view word = Raw(token);
    return word == "." || word == ";" || word == ":" || word == "!" ||
           word == "?";
  }

  void AddSentence() {
    StatedSentence sentence;
    sentence.first = begin_;
    sentence.last = end_;
    sentence.span = {text_.tokens[begin_].begin, text_.tokens[end_ - 1].end};
    sentence.dates = {0, -1, false, false};
    for (std::uint32_t t = begin_; t < end_; ++t) {
      const std::string_view word = W(t);
      if (Contains(words_.negations, word)) sentence.negated = true;
      if (IsAlpha(word) && word.size() > 1 && !words_.IsStop(word))
        sentence.content.push_back(word);
      if (t > begin_ && IsAlpha(word) && word.size() > 1 && IsName(t))
        sentence.names.push_back(word);
    }
    SortUnique(sentence.content);
    SortUnique(sentence.names);
    Cap(sentence.content, kMostOfSentence);
    Cap(sentence.names, kMostOfSentence);
    out_.sentences.push_back(std::move(sentence));
  }

  // The hedge before a token, and where it begins.
  std::pair<Modifier, std::uint32_t> HedgeBefore(std::uint32_t token,
                                                 bool date) const {
    for (std::uint32_t n = kHedgeWords; n >= 1; --n) {
      if (token < begin_ + n) continue;
      std::string words;
      for (std::uint32_t t = token - n; t < token; ++t)
        words.append(words.empty() ? "" : " ").append(W(t));
      const Modifier modifier = words_.Hedge(words);
      if (modifier == Modifier::kBare) continue;
      if (date != OfDates(modifier)) continue;
      return {modifier, token - n};
    }
    return {Modifier::kBare, token};
  }

  void AddValue(const Mention& mention, std::uint32_t& covered) {
    StatedValue value;
    value.sentence = static_cast<std::uint32_t>(out_.sentences.size() - 1);
    std::uint32_t first = mention.first_token, last = mention.last_token;
    bool ok = false;
    switch (mention.type) {
      case MentionType::kDate:
        ok = StateDate(mention, value, first);
        break;
      case MentionType::kDuration:
      case MentionType::kAge:
        ok = StateDuration(mention, value, first);
        break;
      case MentionType::kNumber:
      case MentionType::kOrdinal:
      case MentionType::kPercent:
      case MentionType::kMoney:
      case MentionType::kDimension:
      case MentionType::kTemperature:
        ok = StateNumber(mention, value, first, last);
        break;
      case MentionType::kTime:
        ok = StateTime(mention, value);
        break;
      case MentionType::kSet:
      case MentionType::kFraction:
      case MentionType::kNumberRange:
        break;
    }
    if (!ok) return;
    value.first = first;
    value.last = last;
    value.span = {text_.tokens[first].begin, text_.tokens[last - 1].end};
    covered = std::max(covered, value.span.end);
    AddContext(value, first, last);
    out_.values.push_back(std::move(value));
  }

  bool StateDate(const Mention& mention, StatedValue& value,
                 std::uint32_t& first) {
    if (mention.plural_or_vague) return false;
    value.since = HedgeBefore(first, true).first == Modifier::kOnOrAfter;
    const bool open =
        mention.hull.lo <= kMinusInfinity && mention.hull.hi >= kPlusInfinity;
    const Sense* sense = SenseOf(mention);
    if (mention.unanchored || open) {
      const bool states = sense != nullptr && StateCalendar(*sense, value);
      if (states) Cover(out_.sentences.back().in_year, value.place_in_year);
      return states;
    }
    if (mention.readings > 1) return false;
    if (sense != nullptr && mention.grain == Grain::kDay)
      value.place_in_year = PlaceInYear(*sense);
    value.kind = StatedValue::Kind::kDate;
    value.relative = mention.anchor != Mention::Anchor::kNone;
    const auto [hedge, start] = HedgeBefore(first, true);
    value.core = Days(mention.core);
    value.hull = Days(mention.hull);
    StatedSentence& sentence = out_.sentences.back();
    sentence.dated = true;
    if (hedge == Modifier::kBefore || hedge == Modifier::kOnOrBefore ||
        hedge == Modifier::kAfter) {
      value.hull = value.core = Bounded(value.hull, hedge);
      value.hedged = true;
      first = start;
    }
    // "By May" tells when it was counted, as "on" does.
    Cover(sentence.dates,
          hedge == Modifier::kOnOrBefore ? Days(mention.hull) : value.hull);
    Cover(sentence.in_year, value.place_in_year);
    return true;
  }

  const Sense* SenseOf(const Mention& mention) const {
    return mention.sense == Sense::kNoSense ? nullptr
                                            : &mentions_.senses[mention.sense];
  }

  // "At 9:40 p.m."; of "Friday at 9:40 p.m." the time of day.
  bool StateTime(const Mention& mention, StatedValue& value) const {
    const Sense* sense = SenseOf(mention);
    if (mention.plural_or_vague || sense == nullptr ||
        !StateClock(*sense, value))
      return false;
    const auto [hedge, start] = HedgeBefore(mention.first_token, false);
    value.hedged = hedge != Modifier::kBare;
    if (hedge == Modifier::kAbout) Loosen(value);
    return !value.hedged || hedge == Modifier::kAbout;
  }

  bool StateDuration(const Mention& mention, StatedValue& value,
                     std::uint32_t& first) {
    const bool age = mention.type == MentionType::kAge;
    const double n = age ? mention.number : mention.count.n;
    const double n_max =
        std::max(n, age ? mention.number_max : mention.count.n_max);
    if (mention.plural_or_vague || n <= 0) return false;
    static constexpr std::string_view kUnits[] = {"hour", "day", "week",
                                                  "month", "year"};
    value.kind = StatedValue::Kind::kDuration;
    value.aged = age;
    value.dimension =
        age ? std::string_view(mention.unit)
            : kUnits[static_cast<std::size_t>(mention.count.unit)];
    const auto [hedge, start] = HedgeBefore(first, false);
    Modifier modifier = hedge != Modifier::kBare ? hedge : mention.modifier;
    if (hedge != Modifier::kBare) first = start;
    if (age && modifier == Modifier::kBare) modifier = BoundOfAge(first);
    value.number = n;
    value.hedged = modifier != Modifier::kBare;
    value.core = Days(mention.core);
    value.hull = Days(mention.hull);
    const QuantityWindows windows = WindowsOfQuantity(n, n_max, modifier, 0);
    value.count_core = windows.core;
    value.count_hull = windows.hull;
    if (age) value.core = windows.core, value.hull = windows.hull;
    return true;
  }

  // "Under the age of 40", "before the age of 40".
  Modifier BoundOfAge(std::uint32_t first) const {
    if (first > begin_ && words_.IsStop(W(first - 1)) &&
        HedgeBefore(first, true).first == Modifier::kBare)
      --first;
    const Modifier hedge = HedgeBefore(first, false).first;
    if (hedge != Modifier::kBare) return hedge;
    const Modifier bound = HedgeBefore(first, true).first;
    if (bound == Modifier::kBefore) return Modifier::kLessThan;
    if (bound == Modifier::kAfter) return Modifier::kMoreThan;
    return bound == Modifier::kOnOrBefore ? Modifier::kAtMost : Modifier::kBare;
  }

  bool StateNumber(const Mention& mention, StatedValue& value,
                   std::uint32_t& first, std::uint32_t& last) {
    value.kind = mention.type == MentionType::kOrdinal
                     ? StatedValue::Kind::kOrdinal
                     : StatedValue::Kind::kNumber;
    double number = mention.number,
           number_max = std::max(mention.number_max, mention.number);
    double step = mention.step;
    if (!std::isfinite(number) || mention.plural_or_vague) return false;
    if (Contains(words_.pronouns, W(first)) && last == first + 1) return false;
    if (PartOfName(first, last)) return false;
    if (JoinsThousands(first, last)) {  // "2, 000" of tokenised text
      number = number_max = number * 1000 + std::stod(std::string(W(last + 1)));
      last += 2;
      step = 0;
    }
    if (value.kind == StatedValue::Kind::kNumber)
      Unit(mention, value, first, last);
    const auto [hedge, start] = HedgeBefore(first, false);
    const Modifier modifier =
        hedge != Modifier::kBare ? hedge : mention.modifier;
    if (hedge != Modifier::kBare) first = start;
    if (number == std::floor(number)) step = Rounded(number);
    const QuantityWindows windows =
        WindowsOfQuantity(number, number_max, modifier, step);
    value.number = number;
    value.hedged = modifier != Modifier::kBare;
    value.core = Scaled(windows.core, value.size);
    value.hull = Scaled(windows.hull, value.size);
    return true;
  }

  // "AK-47", "Fallout 76", "4:33", "No. 8".
  bool PartOfName(std::uint32_t first, std::uint32_t last) const {
    if (W(last) == ":" || W(last) == "/") return true;
    if (first == begin_) return false;
    const std::string_view before = W(first - 1);
    if (before == "#" || before == ":" || before == "/") return true;
    return before == "-" && first >= begin_ + 2 && IsName(first - 2);
  }

  bool JoinsThousands(std::uint32_t first, std::uint32_t last) const {
    if (last != first + 1 || last + 1 >= end_ || W(last) != ",") return false;
    const std::string_view head = W(first), tail = W(last + 1);
    return head.size() <= 3 && tail.size() == 3 && AllDigits(head) &&
           AllDigits(tail) &&
           text_.tokens[last].begin == text_.tokens[first].end;
  }

  void Unit(const Mention& mention, StatedValue& value, std::uint32_t& first,
            std::uint32_t& last) const {
    if (mention.type == MentionType::kMoney) value.dimension = "money";
    if (mention.unit[0] != '\0' && mention.type != MentionType::kMoney) {
      const MeasureRow* known = words_.Measure(mention.unit);
      value.dimension = known == nullptr ? mention.unit : known->dimension;
      value.size = known == nullptr ? 1 : known->size;
    }
    if (!value.dimension.empty()) return;
    if (first > begin_ &&
        text_.tokens[first - 1].shape == TokenShape::kSymbol &&
        W(first - 1) != "%") {
      value.dimension = "money";
      --first;
      for (const MultiplierRow& row : words_.multipliers) {
        if (W(last) != row.word) continue;
        value.size = row.factor;
        ++last;
        break;
      }
      return;
    }
    std::uint32_t t = last;
    if (W(t) == "-") ++t;
    const MeasureRow* row = words_.Measure(W(t));
    if (row == nullptr && Contains(words_.squares, W(t))) {
      t += W(t + 1) == "-" ? 2 : 1;  // "170,000 - square - foot"
      row = words_.Measure(W(t));
      if (row == nullptr || row->dimension != "length") return;
      value.dimension = "area";
      value.size = row->size * row->size;
      last = t + 1;
      return;
    }
    if (row == nullptr) {
      row = words_.Measure(std::string(W(t)) +
                           std::string(W(t + 1)));  // "per cent"
      if (row != nullptr) ++t;
    }
    if (row == nullptr) return;
    value.dimension = row->dimension;
    value.size = row->size;
    last = t + 1;
  }

  void AddContext(StatedValue& value, std::uint32_t first,
                  std::uint32_t last) const {
    for (std::uint32_t t = last; t < std::min(end_, last + kReach) && !Stops(t);
         ++t) {
      value.right.push_back(W(t));
      if (IsAlpha(W(t)) && !words_.IsStop(W(t)))
        value.right_content.push_back(W(t));
      if (IsAlpha(W(t)) && IsName(t)) value.names_right.push_back(W(t));
      if (W(t) == ",") break;
    }
    for (std::uint32_t t = first;
         t > begin_ && t + kReach > first && !Stops(t - 1); --t) {
      value.left.push_back(W(t - 1));
      if (IsAlpha(W(t - 1)) && !words_.IsStop(W(t - 1)))
        value.left_content.push_back(W(t - 1));
    }
    value.paired =
        value.kind == StatedValue::Kind::kNumber &&
        ((W(last) == "-" && IsDigit(W(last + 1))) ||
         (first >= begin_ + 2 && W(first - 1) == "-" && IsDigit(W(first - 2))));
    const auto near = std::min(value.left.size(), kNegationReach);
    value.negated = std::ranges::any_of(
        std::span(value.left).first(near),
        [&](std::string_view w) { return Contains(words_.negations, w); });
    const auto rate = [&](const WordList& list) {
      return std::any_of(
          list.begin(),
          list.begin() + std::min<std::ptrdiff_t>(kRateReach, std::ssize(list)),
          [&](std::string_view w) { return Contains(words_.rates, w); });
    };
    value.rate = rate(value.left) || rate(value.right);
    for (std::uint32_t t = last; t < std::min(end_, last + kNounReach); ++t) {
      const std::string_view word = W(t);
      if (word == "-") continue;
      if (!IsAlpha(word) || words_.IsStop(word)) break;
      // "81 confirmed cases", but not "200 left on Friday".
      if (TagOf(text_.tokens[t]) == Tag::kVerb &&
          (!value.nouns.empty() || t + 1 == end_ ||
           TagOf(text_.tokens[t + 1]) != Tag::kNoun))
        break;
      if (Contains(words_.age_words, word)) value.aged = true;
      if (!Contains(words_.bleached, word)) value.nouns.push_back(word);
    }
  }

  const TokenizedText& text_;
  const MentionTable& mentions_;
  const ValueWords& words_;
  const Interner& strings_;
  std::uint32_t begin_ = 0, end_ = 0;
  StatedText out_;
};

}  // namespace

StatedText StateValues(const TokenizedText& text, const MentionTable& mentions,
                       const ValueWords& words, const Interner& strings) {
  return Stater(text, mentions, words, strings).Run();
}

}  // namespace gainsay::internal

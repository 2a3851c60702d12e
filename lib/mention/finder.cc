#include "mention/finder.h"

#include <algorithm>
#include <bit>

#include "mention/produce.h"

namespace gainsay::internal {
namespace {

// A chart holds at most this many tokens: longer segments are cut, so that the
// memory of one is bounded however long a "sentence" is.
constexpr std::uint32_t kLongestChart = 4096;

constexpr TriggerMask kNumberBits =
    TriggerMask{1} << kCardinalBit | TriggerMask{1} << kOrdinalBit |
    TriggerMask{1} << kDigitsBit | TriggerMask{1} << kAlnumBit;

MentionType TypeOf(Category category) {
  switch (category) {
    case Category::kTime:
      return MentionType::kTime;
    case Category::kDuration:
      return MentionType::kDuration;
    case Category::kSet:
      return MentionType::kSet;
    case Category::kMoney:
      return MentionType::kMoney;
    case Category::kPercent:
      return MentionType::kPercent;
    case Category::kAge:
      return MentionType::kAge;
    case Category::kDimension:
      return MentionType::kDimension;
    case Category::kTemperature:
      return MentionType::kTemperature;
    case Category::kNumberRange:
      return MentionType::kNumberRange;
    case Category::kOrdinal:
      return MentionType::kOrdinal;
    case Category::kPart:
    case Category::kDate:
      break;
  }
  return MentionType::kDate;
}

}  // namespace

void MentionFinder::Find(const TokenizedText& text, MentionTable& table) {
  table.mentions.clear();
  table.readings.clear();
  table.values.clear();
  table.senses.clear();
  for (const Segment& segment : text.segments) {
    for (std::uint32_t first = segment.first; first < segment.last;
         first += kLongestChart) {
      FindIn(text, first, std::min(segment.last, first + kLongestChart), table);
    }
  }
}

void MentionFinder::FindIn(const TokenizedText& text, std::uint32_t first,
                           std::uint32_t last, MentionTable& table) {
  chart_.Fill(text, first, last, cutter_->words(), cutter_->interner());
  for (int level = 1; level < Grammar::kLevels; ++level) ApplyRules(level);
  Select(text, table);
}

void MentionFinder::ApplyRules(int level) {
  const TriggerMask triggers = grammar_->triggers(level);
  for (std::uint32_t at = 0; at < chart_.size(); ++at) {
    if (const Lexicon::Word word = chart_.word(at)) {
      const bool last = at + 1 == chart_.size();
      const TriggerMask next = last ? 0 : chart_.mask(at + 1);
      const std::uint64_t next_word =
          last ? 0 : Grammar::WordBit(chart_.word(at + 1));
      for (const Grammar::Start& start : grammar_->ByWord(level, word)) {
        if (start.MayFollow(next, next_word)) ApplyRule(start.rule, at);
      }
    }
    const TriggerMask begins = chart_.mask(at) & triggers;
    if (begins == 0) continue;
    const Behind behind = BehindNumber(at);
    for (TriggerMask left = begins; left != 0; left &= left - 1) {
      const auto bit = static_cast<unsigned>(std::countr_zero(left));
      const bool number = kNumberBits >> bit & 1;
      for (const Grammar::Start& start : grammar_->ByBit(level, bit)) {
        if (!number || start.MayFollow(behind.mask, behind.words))
          ApplyRule(start.rule, at);
      }
    }
  }
}

// What stands behind the numbers at a token, each as long as it can be read.
MentionFinder::Behind MentionFinder::BehindNumber(std::uint32_t at) const {
  Behind behind;
  if (!(chart_.mask(at) & kNumberBits)) return behind;
  const auto add = [&](std::uint32_t end) {
    if (end >= chart_.size()) return;
    behind.mask |= chart_.mask(end);
    behind.words |= Grammar::WordBit(chart_.word(end));
  };
  add(at + 1);
  if (const NumberHit* hit = chart_.cardinal(at)) {
    add(hit->end);
    if (hit->has_shorter) add((hit + 1)->end);
  }
  if (const NumberHit* hit = chart_.ordinal(at)) add(hit->end);
  return behind;
}

void MentionFinder::ApplyRule(std::uint32_t rule, std::uint32_t at) {
  const std::uint32_t end = grammar_->Match(rule, chart_, at, captures_);
  if (end == at) return;
  const Match match{grammar_->rule(rule),
                    captures_,
                    chart_,
                    at,
                    end,
                    grammar_->language().tables().nouns_capitalised};
  Sense sense;
  if (!Holds(match) || !Produce(match, sense)) return;
  std::uint32_t begin = at, last = end;
  if (match.rule.production == Production::kUnit) {
    const Slot slot =
        match.Has(Slot::kCurrency) ? Slot::kCurrency : Slot::kMeasure;
    begin = match.At(slot).begin, last = match.At(slot).end;
  }
  chart_.AddResult(
      {.begin = begin,
       .end = last,
       .rule = &match.rule,
       .sense = static_cast<std::uint32_t>(chart_.senses().size())});
  chart_.senses().push_back(sense);
}

// Leftmost, longest; of equal extent the higher level, then the earlier rule.
void MentionFinder::Select(const TokenizedText& text, MentionTable& table) {
  std::uint32_t at = 0, plain = 0;
  std::uint32_t number_end = 0;  // of the numbers that begin before `at`
  while (at < chart_.size()) {
    const RuleHit* best = nullptr;
    for (std::uint32_t r = chart_.FirstResult(at); r != kNoIndex;
         r = chart_.result(r).next) {
      const RuleHit& hit = chart_.result(r);
      if (best != nullptr && hit.end < best->end) break;
      if (hit.rule->category == Category::kPart) continue;
      if (!every_value_ && (hit.rule->category == Category::kOrdinal ||
                            hit.rule->production == Production::kUnit))
        continue;
      // Whole dates at both ends are two mentions unless asked for.
      if (hit.rule->production == Production::kRange && hit.rule->arg == 0 &&
          !ranges_)
        continue;
      if (best == nullptr || hit.rule->level > best->rule->level) best = &hit;
    }
    // "one hundred and three quarters" holds no three quarters.
    if (best == nullptr || best->end <= number_end) {
      if (const NumberHit* number = chart_.cardinal(at))
        number_end = std::max(number_end, number->end);
      ++at;
      continue;
    }
    EmitNumbers(text, plain, at, false, table);
    if (every_value_) EmitBound(text, *best, table);
    Emit(text, *best, table);
    if (const RuleHit* weight = every_value_ ? Weighed(*best) : nullptr)
      Emit(text, *weight, table);
    if (HoldsNumbers(*best))
      EmitNumbers(text, best->begin, best->end, true, table);
    at = plain = best->end;
  }
  EmitNumbers(text, plain, at, false, table);
}

// Whether the numbers inside are mentions too.
bool MentionFinder::HoldsNumbers(const RuleHit& hit) const {
  const MentionType type = TypeOf(hit.rule->category);
  return type == MentionType::kDuration ||
         (type >= MentionType::kPercent &&
          chart_.senses()[hit.sense].kind == Sense::Kind::kNumber);
}

// "25 pounds" is paid or weighs: the measure of the same extent as an amount of
// money that is no fortune, or null.
const RuleHit* MentionFinder::Weighed(const RuleHit& money) const {
  constexpr double kFortune = 1e6;
  if (money.rule->category != Category::kMoney) return nullptr;
  for (std::uint32_t r = chart_.FirstResult(money.begin); r != kNoIndex;
       r = chart_.result(r).next) {
    const RuleHit& hit = chart_.result(r);
    if (hit.end == money.end && hit.rule->category == Category::kDimension &&
        chart_.senses()[hit.sense].number < kFortune)
      return &hit;
  }
  return nullptr;
}

std::uint32_t MentionFinder::CopySense(std::uint32_t sense,
                                       MentionTable& table) {
  Sense copy = chart_.senses()[sense];
  if (copy.base != Sense::kNoSense) copy.base = CopySense(copy.base, table);
  if (copy.other != Sense::kNoSense) copy.other = CopySense(copy.other, table);
  table.senses.push_back(copy);
  return static_cast<std::uint32_t>(table.senses.size() - 1);
}

void MentionFinder::Emit(const TokenizedText& text, const RuleHit& hit,
                         MentionTable& table) {
  Mention mention;
  mention.first_token = chart_.first() + hit.begin;
  mention.last_token = chart_.first() + hit.end;
  mention.span = {text.tokens[mention.first_token].begin,
                  text.tokens[mention.last_token - 1].end};
  mention.type = TypeOf(hit.rule->category);
  mention.rule = hit.rule->name.data();
  mention.sense = CopySense(hit.sense, table);
  const Sense& sense = table.senses[mention.sense];
  if (mention.type == MentionType::kDate &&
      (sense.hour >= 0 || !sense.part_of_day.empty()))
    mention.type = MentionType::kTime;
  mention.modifier = sense.modifier;
  mention.plural_or_vague = sense.vague;
  if (sense.kind == Sense::Kind::kNumber) {
    mention.number = sense.number;
    mention.number_max = sense.number_max;
    mention.step = sense.step;
    mention.unit = sense.unit.empty() ? "" : sense.unit.data();
  }
  table.mentions.push_back(mention);
}

// "more than sixty" of "more than sixty years old": the bound with its
// number, before the mention that counts a unit.
void MentionFinder::EmitBound(const TokenizedText& text, const RuleHit& hit,
                              MentionTable& table) {
  const NumberHit* number = chart_.cardinal(hit.begin);
  const Sense& counted = chart_.senses()[hit.sense];
  const MentionType type = TypeOf(hit.rule->category);
  if (type < MentionType::kPercent || type == MentionType::kNumberRange ||
      number == nullptr || number->end >= hit.end ||
      counted.number != counted.number_max)
    return;
  const WordRow* row = nullptr;
  const std::uint32_t begin =
      chart_.EndingAt(hit.begin, WordClass::kModifier, &row);
  if (row == nullptr) return;
  Sense sense;
  sense.kind = Sense::Kind::kNumber;
  sense.number = sense.number_max = number->value;
  sense.step = number->step;
  sense.modifier = static_cast<Modifier>(row->value);
  if (!OpenBound(sense.modifier, sense)) return;
  Mention bound;
  bound.first_token = chart_.first() + begin;
  bound.last_token = chart_.first() + number->end;
  bound.span = {text.tokens[bound.first_token].begin,
                text.tokens[bound.last_token - 1].end};
  if (!table.mentions.empty() &&
      table.mentions.back().span.end > bound.span.begin)
    return;
  bound.type = MentionType::kNumberRange;
  bound.rule = "range.bound";
  bound.modifier = sense.modifier;
  bound.number = bound.number_max = sense.number;
  bound.step = sense.step;
  bound.sense = static_cast<std::uint32_t>(table.senses.size());
  table.senses.push_back(sense);
  table.mentions.push_back(bound);
}

// Whether "one" or an ordinal is only a word here: "this one", "45ml".
bool MentionFinder::CountsNothing(std::uint32_t at, const NumberHit& hit,
                                  bool nested) const {
  const bool one = !hit.digits && hit.value == 1 && hit.end == at + 1;
  if (one && at > 0 && chart_.Has(at - 1, WordClass::kNoNumber)) return true;
  // "a new one.", "the first one is"
  const bool ends = at + 1 >= chart_.size() ||
                    chart_.Has(at + 1, WordClass::kFunctionWord) ||
                    chart_.token(at + 1).shape == TokenShape::kPunct;
  if (one && ends && at > 1 &&
      chart_.token(at - 1).shape != TokenShape::kPunct &&
      (chart_.Has(at - 2, WordClass::kNumberOne) ||
       chart_.ordinal(at - 1) != nullptr ||
       chart_.Has(at - 1, WordClass::kRelativeOrdinal)))
    return true;
  const bool glued = nested && hit.end < chart_.size() &&
                     !chart_.Spaced(hit.end) &&
                     chart_.token(hit.end).shape == TokenShape::kWord;
  return glued && hit.digits;
}

// The start of a number with its sign, if it has one.
std::uint32_t MentionFinder::SignBefore(std::uint32_t at) const {
  if (at == 0 || !chart_.Has(at - 1, WordClass::kNegative)) return at;
  if (chart_.folded(at - 1) != "-") return at - 1;
  // "- 1 4/5": all of a segment, which is no item of a list.
  const NumberHit* number = chart_.cardinal(at);
  if (at == 1 && chart_.Spaced(at) && number != nullptr &&
      number->end == chart_.size())
    return at - 1;
  return !chart_.Spaced(at) && (chart_.Spaced(at - 1) || at == 1) ? at - 1 : at;
}

// The end of a number with its other spelling: "45 (forty-five)".
std::uint32_t MentionFinder::RepeatedAt(const NumberHit& hit) const {
  const std::uint32_t open = hit.end;
  if (open + 2 >= chart_.size() || chart_.folded(open) != "(") return hit.end;
  const NumberHit* again = chart_.cardinal(open + 1);
  const bool same = again != nullptr && again->value == hit.value &&
                    again->digits != hit.digits && again->end < chart_.size() &&
                    chart_.folded(again->end) == ")";
  return same ? again->end + 1 : hit.end;
}

// Numbers at tokens [begin, end) that no rule took, or that lie in what one
// took.
void MentionFinder::EmitNumbers(const TokenizedText& text, std::uint32_t begin,
                                std::uint32_t end, bool nested,
                                MentionTable& table) {
  for (std::uint32_t at = begin; at < end; ++at) {
    const NumberHit* cardinal = chart_.cardinal(at);
    const NumberHit* ordinal = chart_.ordinal(at);
    const bool is_ordinal =
        ordinal != nullptr &&
        (cardinal == nullptr || ordinal->end >= cardinal->end);
    const NumberHit* hit = is_ordinal ? ordinal : cardinal;
    if (hit == nullptr || hit->end > end) continue;
    if (!is_ordinal && CountsNothing(at, *hit, nested)) continue;
    const std::uint32_t start = is_ordinal || nested ? at : SignBefore(at);
    const double sign = start == at ? 1 : -1;
    Mention mention;
    mention.first_token = chart_.first() + start;
    mention.last_token = chart_.first() + hit->end;
    mention.span = {text.tokens[mention.first_token].begin,
                    text.tokens[mention.last_token - 1].end};
    mention.type = is_ordinal      ? MentionType::kOrdinal
                   : hit->fraction ? MentionType::kFraction
                                   : MentionType::kNumber;
    const std::uint32_t again = RepeatedAt(*hit);
    if (again != hit->end && again <= end) {
      mention.last_token = chart_.first() + again;
      mention.span.end = text.tokens[mention.last_token - 1].end;
    }
    mention.number = mention.number_max = sign * hit->value;
    mention.step = hit->step;
    mention.rule = is_ordinal ? "number.ordinal" : "number.cardinal";
    const WordRow* modifier = nullptr;
    chart_.EndingAt(start, WordClass::kModifier, &modifier);
    if (modifier != nullptr)
      mention.modifier = static_cast<Modifier>(modifier->value);
    if (hit->vague ||
        (mention.number >= 100 && !hit->digits &&
         chart_.EndingAt(start, WordClass::kVagueCount, nullptr) != start)) {
      mention.modifier = Modifier::kVague;
      mention.plural_or_vague = true;
    }
    table.mentions.push_back(mention);
    at = std::max(hit->end, again <= end ? again : 0) - 1;
  }
}

}  // namespace gainsay::internal

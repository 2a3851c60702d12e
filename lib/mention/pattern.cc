#include "mention/pattern.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "mention/numbers.h"

namespace gainsay::internal {
namespace {

// How an atom matches at a token: by a word class, a number or a result.
enum class AtomKind : std::uint8_t {
  kWord,
  kClass,
  kCardinal,
  kInteger,
  kOrdinal,
  kDay,
  kYear,
  kTwoDigits,
  kDecade,
  kHour,
  kMinute,
  kMonthNumber,
  kSmallOrdinal,
  kDate,
  kTime,
  kDuration,
  kGlue,
};

struct Atom {
  std::string_view name;
  AtomKind kind = AtomKind::kWord;
  Slot slot = Slot::kTail;
  WordClass word_class = WordClass::kLiteral;
  TriggerMask triggers = 0;
};

constexpr TriggerMask Bit(unsigned bit) { return TriggerMask{1} << bit; }

constexpr Atom ClassAtom(std::string_view name, Slot slot, WordClass c) {
  return {name, AtomKind::kClass, slot, c, Bit(static_cast<unsigned>(c))};
}

constexpr TriggerMask kDigitLike = Bit(kDigitsBit) | Bit(kAlnumBit);

constexpr Atom kAtoms[] = {
    {"", AtomKind::kWord},
    ClassAtom("month", Slot::kMonth, WordClass::kMonth),
    ClassAtom("month2", Slot::kMonth2, WordClass::kMonth),
    ClassAtom("weekday", Slot::kWeekday, WordClass::kWeekday),
    ClassAtom("weekday2", Slot::kWeekday2, WordClass::kWeekday),
    ClassAtom("season", Slot::kSeason, WordClass::kSeason),
    ClassAtom("unit", Slot::kUnit, WordClass::kTimeUnit),
    ClassAtom("unit2", Slot::kUnit2, WordClass::kTimeUnit),
    ClassAtom("adverb", Slot::kUnit, WordClass::kUnitAdverb),
    ClassAtom("rel", Slot::kRel, WordClass::kRelative),
    ClassAtom("stage", Slot::kStage, WordClass::kStage),
    ClassAtom("deictic", Slot::kDeictic, WordClass::kDeictic),
    ClassAtom("ref", Slot::kRef, WordClass::kReference),
    ClassAtom("pod", Slot::kPod, WordClass::kPartOfDay),
    ClassAtom("ampm", Slot::kHalfDay, WordClass::kHalfDay),
    ClassAtom("zone", Slot::kTail, WordClass::kTimeZone),
    ClassAtom("decadeword", Slot::kYear, WordClass::kDecadeWord),
    ClassAtom("holiday", Slot::kHoliday, WordClass::kHoliday),
    ClassAtom("mod", Slot::kMod, WordClass::kModifier),
    ClassAtom("postmod", Slot::kMod, WordClass::kPostModifier),
    ClassAtom("vague", Slot::kVague, WordClass::kVagueCount),
    ClassAtom("era", Slot::kEra, WordClass::kEra),
    ClassAtom("one", Slot::kTail, WordClass::kNumberOne),
    ClassAtom("nottime", Slot::kTail, WordClass::kNotTime),
    ClassAtom("currency", Slot::kCurrency, WordClass::kCurrency),
    ClassAtom("sign", Slot::kCurrency, WordClass::kCurrencySign),
    ClassAtom("cent", Slot::kCurrency, WordClass::kCent),
    ClassAtom("measure", Slot::kMeasure, WordClass::kMeasure),
    ClassAtom("temperature", Slot::kMeasure, WordClass::kTemperature),
    ClassAtom("percent", Slot::kMeasure, WordClass::kPercentWord),
    ClassAtom("old", Slot::kTail, WordClass::kOldWord),
    ClassAtom("aged", Slot::kTail, WordClass::kAgeIntro),
    {"num", AtomKind::kCardinal, Slot::kNum, WordClass::kLiteral,
     Bit(kCardinalBit)},
    {"num2", AtomKind::kCardinal, Slot::kNum2, WordClass::kLiteral,
     Bit(kCardinalBit)},
    {"int", AtomKind::kInteger, Slot::kNum, WordClass::kLiteral,
     Bit(kCardinalBit)},
    {"int2", AtomKind::kInteger, Slot::kNum2, WordClass::kLiteral,
     Bit(kCardinalBit)},
    {"ord", AtomKind::kOrdinal, Slot::kOrd, WordClass::kLiteral,
     Bit(kOrdinalBit)},
    {"ord4", AtomKind::kSmallOrdinal, Slot::kOrd, WordClass::kLiteral,
     Bit(kOrdinalBit)},
    {"day", AtomKind::kDay, Slot::kDay, WordClass::kLiteral,
     Bit(kOrdinalBit) | Bit(kDigitsBit)},
    {"day2", AtomKind::kDay, Slot::kDay2, WordClass::kLiteral,
     Bit(kOrdinalBit) | Bit(kDigitsBit)},
    {"year", AtomKind::kYear, Slot::kYear, WordClass::kLiteral,
     Bit(kDigitsBit)},
    {"year2", AtomKind::kYear, Slot::kYear2, WordClass::kLiteral,
     Bit(kDigitsBit)},
    {"yy", AtomKind::kTwoDigits, Slot::kYear, WordClass::kLiteral,
     Bit(kDigitsBit)},
    {"yy2", AtomKind::kTwoDigits, Slot::kYear2, WordClass::kLiteral,
     Bit(kDigitsBit)},
    {"decade", AtomKind::kDecade, Slot::kYear, WordClass::kLiteral, kDigitLike},
    {"hour", AtomKind::kHour, Slot::kHour, WordClass::kLiteral,
     Bit(kDigitsBit)},
    {"minute", AtomKind::kMinute, Slot::kMinute, WordClass::kLiteral,
     Bit(kDigitsBit)},
    {"second", AtomKind::kMinute, Slot::kSecond, WordClass::kLiteral,
     Bit(kDigitsBit)},
    {"monthnum", AtomKind::kMonthNumber, Slot::kMonth, WordClass::kLiteral,
     Bit(kDigitsBit)},
    {"date", AtomKind::kDate, Slot::kDate, WordClass::kLiteral, Bit(kDateBit)},
    {"date2", AtomKind::kDate, Slot::kDate2, WordClass::kLiteral,
     Bit(kDateBit)},
    {"time", AtomKind::kTime, Slot::kTime, WordClass::kLiteral, Bit(kTimeBit)},
    {"time2", AtomKind::kTime, Slot::kTime2, WordClass::kLiteral,
     Bit(kTimeBit)},
    {"duration", AtomKind::kDuration, Slot::kDuration, WordClass::kLiteral,
     Bit(kDurationBit)},
    {"glue", AtomKind::kGlue},  // no white space here; matches no token
};

std::uint8_t AtomIndex(std::string_view name) {
  const auto it =
      std::find_if(std::begin(kAtoms), std::end(kAtoms),
                   [name](const Atom& a) { return a.name == name; });
  assert(it != std::end(kAtoms) &&
         "a pattern names an atom that does not exist");
  return static_cast<std::uint8_t>(
      it == std::end(kAtoms) ? 0 : it - std::begin(kAtoms));
}

// The value of an atom that reads one token of digits, or -1.
double DigitAtom(AtomKind kind, const Chart& chart, std::uint32_t at) {
  const Token& token = chart.token(at);
  const std::string_view text = chart.folded(at);
  if (kind == AtomKind::kDecade) {
    if (token.shape != TokenShape::kAlnum ||
        (text.size() != 5 && text.size() != 3) || text.back() != 's')
      return -1;
    const auto value = ReadDigits(text.substr(0, text.size() - 1));
    return value && std::fmod(value->value, 10) == 0 ? value->value : -1;
  }
  if (token.shape != TokenShape::kNumber || text.size() > 4) return -1;
  const auto value = ReadDigits(text);
  if (!value || value->decimal || value->grouped) return -1;
  const double n = value->value;
  const bool two = text.size() <= 2;
  switch (kind) {
    case AtomKind::kYear:
      return text.size() == 4 && n >= 1000 && n < 3000 ? n : -1;
    case AtomKind::kTwoDigits:
      return text.size() == 2 ? n : -1;
    case AtomKind::kDay:
      return two && n >= 1 && n <= 31 ? n : -1;
    case AtomKind::kHour:
      return two && n <= 24 ? n : -1;
    case AtomKind::kMinute:
      return text.size() == 2 && n < 60 ? n : -1;
    case AtomKind::kMonthNumber:
      return two && n >= 1 && n <= 12 ? n : -1;
    default:
      return -1;
  }
}

bool IsResult(AtomKind kind, Category category) {
  switch (kind) {
    case AtomKind::kDate:
      return category == Category::kDate || category == Category::kPart;
    case AtomKind::kTime:
      return category == Category::kTime;
    default:
      return category == Category::kDuration;
  }
}

}  // namespace

// Turns one pattern into nodes, last element first, so that each knows its
// next.
class PatternCompiler {
 public:
  PatternCompiler(Grammar& grammar, std::string_view pattern)
      : grammar_(&grammar), rest_(pattern) {}

  std::uint32_t Compile() {
    Sequence sequence = ReadSequence(false);
    return Emit(sequence, Add({}));
  }

 private:
  struct Element {
    std::vector<std::vector<Element>> choices;  // a group, if not empty
    std::string_view word;
    bool optional = false;
  };
  using Sequence = std::vector<Element>;

  std::string_view NextWord() {
    while (!rest_.empty() && rest_.front() == ' ') rest_.remove_prefix(1);
    const std::size_t size = std::min(rest_.find(' '), rest_.size());
    const std::string_view word = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return word;
  }

  Sequence ReadSequence(bool inside) {
    Sequence out;
    for (std::string_view word = NextWord(); !word.empty(); word = NextWord()) {
      if (inside && (word == ")" || word == ")?")) {
        closed_optional_ = word.size() == 2;
        break;
      }
      Element element;
      if (word == "(") {
        element.choices.push_back(ReadSequence(true));
        element.optional = closed_optional_;
        out.push_back(std::move(element));
        continue;
      }
      if (word.size() > 1 && word.back() == '?')
        element.optional = true, word.remove_suffix(1);
      for (;;) {
        const std::size_t bar =
            word.size() > 1 ? word.find('|') : std::string_view::npos;
        Element choice;
        choice.word = word.substr(0, bar);
        element.choices.push_back({choice});
        if (bar == std::string_view::npos) break;
        word.remove_prefix(bar + 1);
      }
      out.push_back(std::move(element));
    }
    return out;
  }

  std::uint32_t Add(Grammar::Node node) {
    grammar_->nodes_.push_back(node);
    return static_cast<std::uint32_t>(grammar_->nodes_.size() - 1);
  }

  std::uint32_t Emit(const Sequence& sequence, std::uint32_t next) {
    for (auto it = sequence.rbegin(); it != sequence.rend(); ++it) {
      const std::uint32_t after = next;
      next = it->choices.empty() ? EmitWord(it->word, after)
                                 : EmitChoices(*it, after);
      if (it->optional)
        next = Add({.kind = Grammar::Node::Kind::kSplit,
                    .next = next,
                    .other = after});
    }
    return next;
  }

  std::uint32_t EmitChoices(const Element& element, std::uint32_t after) {
    std::uint32_t all = Emit(element.choices.back(), after);
    for (std::size_t i = element.choices.size() - 1; i-- > 0;) {
      const std::uint32_t one = Emit(element.choices[i], after);
      all =
          Add({.kind = Grammar::Node::Kind::kSplit, .next = one, .other = all});
    }
    return all;
  }

  std::uint32_t EmitWord(std::string_view word, std::uint32_t after) {
    Grammar::Node node{.kind = Grammar::Node::Kind::kAtom, .next = after};
    if (word.size() > 1 && word.front() == '$') {
      node.atom = AtomIndex(word.substr(1));
    } else {
      node.word = grammar_->language_->lexicon().Find(word);
      assert(node.word != 0 &&
             "words of patterns are entered into the lexicon");
    }
    return Add(node);
  }

  Grammar* grammar_;
  std::string_view rest_;
  bool closed_optional_ = false;
};

Grammar::Grammar(const Language& language) : language_(&language) {
  for (const std::span<const RuleRow> table : language.tables().rules) {
    rows_.insert(rows_.end(), table.begin(), table.end());
  }
  for (auto& level : by_word_) level.resize(language.lexicon().words());
  for (std::uint32_t i = 0; i < rows_.size(); ++i) {
    starts_.push_back(PatternCompiler(*this, rows_[i].pattern).Compile());
    Index(i, starts_.back());
  }
}

void Grammar::Index(std::uint32_t rule, std::uint32_t node) {
  const Node& n = nodes_[node];
  const std::size_t level = rows_[rule].level;
  const auto add = [rule](std::vector<std::uint32_t>& list) {
    if (list.empty() || list.back() != rule) list.push_back(rule);
  };
  if (n.kind == Node::Kind::kSplit) {
    Index(rule, n.next);
    Index(rule, n.other);
  } else if (n.kind == Node::Kind::kAtom && n.atom == 0) {
    add(by_word_[level][n.word]);
  } else if (n.kind == Node::Kind::kAtom) {
    for (unsigned bit = 0; bit < kTriggerBits; ++bit) {
      if (kAtoms[n.atom].triggers >> bit & 1) add(by_bit_[level][bit]);
    }
    triggers_[level] |= kAtoms[n.atom].triggers;
  }
}

std::span<const std::uint32_t> Grammar::ByWord(int level,
                                               Lexicon::Word word) const {
  return by_word_[static_cast<std::size_t>(level)][word];
}

std::uint32_t Grammar::Match(std::uint32_t rule, const Chart& chart,
                             std::uint32_t at, Captures& captures) const {
  captures.ClearAll();
  const std::uint32_t end = Run(starts_[rule], chart, at, captures);
  return end == kNoIndex ? at : end;
}

// The end of the first path that matches, else kNoIndex. The depth is that of
// the pattern.
std::uint32_t Grammar::Run(std::uint32_t index, const Chart& chart,
                           std::uint32_t at, Captures& captures) const {
  const Node& node = nodes_[index];
  if (node.kind == Node::Kind::kAccept) return at;
  if (node.kind == Node::Kind::kSplit) {
    const std::uint32_t end = Run(node.next, chart, at, captures);
    return end != kNoIndex ? end : Run(node.other, chart, at, captures);
  }
  if (at >= chart.size()) return kNoIndex;
  const Atom& atom = kAtoms[node.atom];
  if (atom.kind == AtomKind::kWord)
    return chart.word(at) == node.word ? Run(node.next, chart, at + 1, captures)
                                       : kNoIndex;
  if (atom.kind == AtomKind::kGlue)
    return chart.Spaced(at) ? kNoIndex : Run(node.next, chart, at, captures);
  if (!(chart.mask(at) & atom.triggers)) return kNoIndex;
  const auto with = [&](const Capture& capture) {
    captures.Set(atom.slot, capture);
    const std::uint32_t end = Run(node.next, chart, capture.end, captures);
    if (end == kNoIndex) captures.Clear(atom.slot);
    return end;
  };
  switch (atom.kind) {
    case AtomKind::kClass:
      for (std::size_t i = chart.hits(at).size();
           i-- > 0;) {  // longer phrases are later
        const LexHit& hit = chart.hits(at)[i];
        if (hit.row->word_class != atom.word_class) continue;
        const std::uint32_t end =
            with({.row = hit.row,
                  .value = static_cast<double>(hit.row->value),
                  .begin = at,
                  .end = hit.end});
        if (end != kNoIndex) return end;
      }
      return kNoIndex;
    case AtomKind::kCardinal:
    case AtomKind::kInteger:
    case AtomKind::kOrdinal:
    case AtomKind::kSmallOrdinal: {
      const bool cardinal =
          atom.kind == AtomKind::kCardinal || atom.kind == AtomKind::kInteger;
      const NumberHit* number =
          cardinal ? chart.cardinal(at) : chart.ordinal(at);
      if (number == nullptr ||
          (atom.kind == AtomKind::kInteger && number->fraction))
        return kNoIndex;
      if (atom.kind == AtomKind::kSmallOrdinal &&
          (number->value < 1 || number->value > 4))
        return kNoIndex;
      return with({.number = number,
                   .value = number->value,
                   .begin = at,
                   .end = number->end});
    }
    case AtomKind::kDate:
    case AtomKind::kTime:
    case AtomKind::kDuration:
      for (std::uint32_t r = chart.FirstResult(at); r != kNoIndex;
           r = chart.result(r).next) {
        if (!IsResult(atom.kind, chart.result(r).rule->category)) continue;
        const std::uint32_t end =
            with({.result = r, .begin = at, .end = chart.result(r).end});
        if (end != kNoIndex) return end;
      }
      return kNoIndex;
    default: {
      const NumberHit* ordinal =
          atom.kind == AtomKind::kDay ? chart.ordinal(at) : nullptr;
      if (ordinal != nullptr && ordinal->value >= 1 && ordinal->value <= 31) {
        return with({.number = ordinal,
                     .value = ordinal->value,
                     .begin = at,
                     .end = ordinal->end});
      }
      const double value = DigitAtom(atom.kind, chart, at);
      return value < 0 ? kNoIndex
                       : with({.value = value, .begin = at, .end = at + 1});
    }
  }
}

}  // namespace gainsay::internal

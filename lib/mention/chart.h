// The chart of one segment: what each token can begin.
#ifndef GAINSAY_LIB_MENTION_CHART_H_
#define GAINSAY_LIB_MENTION_CHART_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/interner.h"
#include "lang/lexicon.h"
#include "lang/rule.h"
#include "mention/sense.h"
#include "text/token.h"

namespace gainsay::internal {

inline constexpr std::uint32_t kNoIndex = 0xFFFFFFFF;

// A row of the lexicon that matches tokens [position, end).
struct LexHit {
  const WordRow* row = nullptr;
  std::uint32_t end = 0;
};

// A number that stands at tokens [position, end).
struct NumberHit {
  double value = 0;
  double step = 0;        // as Mention::step
  std::uint32_t end = 0;  // 0: none
  bool digits = false;    // begins with a digit token
  bool fraction =
      false;           // "a third", "2/3": less than one, or with such a part
  bool vague = false;  // "hundreds", with no count of them
  bool has_shorter = false;  // the next one in memory lacks its fraction
};

// A result of a rule at tokens [begin, end).
struct RuleHit {
  std::uint32_t begin = 0, end = 0;
  const RuleRow* rule = nullptr;
  std::uint32_t sense = kNoIndex;
  std::uint32_t next =
      kNoIndex;  // the next result at the same token, not longer
};

// What can begin at a token, as bits: a word class each, then numbers and
// results.
using TriggerMask = std::uint64_t;
enum TriggerBit : unsigned {
  kCardinalBit = static_cast<unsigned>(WordClass::kCount),
  kOrdinalBit,
  kDigitsBit,  // a token of digits
  kAlnumBit,   // a token that begins with a digit and ends in letters
  kDateBit,
  kTimeBit,
  kDurationBit,
  kTriggerBits,
};
static_assert(kTriggerBits <= 64);

class Chart {
 public:
  // Looks up words and reads numbers of tokens [first, last).
  void Fill(const TokenizedText& text, std::uint32_t first, std::uint32_t last,
            WordCache& words, const Interner& interner);

  std::uint32_t size() const {
    return static_cast<std::uint32_t>(masks_.size());
  }
  std::uint32_t first() const { return first_; }
  TriggerMask mask(std::uint32_t at) const { return masks_[at]; }
  Lexicon::Word word(std::uint32_t at) const { return word_ids_[at]; }
  const Token& token(std::uint32_t at) const {
    return text_->tokens[first_ + at];
  }
  std::string_view folded(std::uint32_t at) const {
    return interner_->View(token(at).folded);
  }
  std::string_view surface(std::uint32_t at) const {
    return text_->View(token(at));
  }
  bool Spaced(std::uint32_t at) const { return token(at).flags & kSpaceBefore; }
  std::span<const LexHit> hits(std::uint32_t at) const {
    return std::span(hits_).subspan(hit_begin_[at],
                                    hit_begin_[at + 1] - hit_begin_[at]);
  }
  // The longest row of a class at a token, or null.
  const LexHit* Find(std::uint32_t at, WordClass word_class) const;
  bool Has(std::uint32_t at, WordClass word_class) const {
    return masks_[at] >> static_cast<unsigned>(word_class) & 1;
  }
  // The longest row of a class that ends before token `at`: its start, else
  // `at`.
  std::uint32_t EndingAt(std::uint32_t at, WordClass word_class,
                         const WordRow** row) const;

  // Whether letters after digits make an ordinal: "th".
  bool IsOrdinalSuffix(std::string_view folded) const;

  const NumberHit* cardinal(std::uint32_t at) const {
    return Number(cardinal_, at);
  }
  const NumberHit* ordinal(std::uint32_t at) const {
    return Number(ordinal_, at);
  }

  // Results, longest first.
  std::uint32_t FirstResult(std::uint32_t at) const { return heads_[at]; }
  const RuleHit& result(std::uint32_t index) const { return results_[index]; }
  // Adds a result unless one of equal extent and category stands there already.
  void AddResult(const RuleHit& hit);
  std::vector<Sense>& senses() { return senses_; }
  const std::vector<Sense>& senses() const { return senses_; }

 private:
  friend class NumberReader;
  const NumberHit* Number(const std::vector<std::uint32_t>& index,
                          std::uint32_t at) const {
    return index[at] == kNoIndex ? nullptr : &numbers_[index[at]];
  }

  const TokenizedText* text_ = nullptr;
  const Interner* interner_ = nullptr;
  const Lexicon* lexicon_ = nullptr;
  std::uint32_t first_ = 0;
  std::vector<TriggerMask> masks_;
  std::vector<Lexicon::Word> word_ids_;
  std::vector<std::uint32_t> hit_begin_, cardinal_, ordinal_, heads_;
  std::vector<LexHit> hits_;
  std::vector<NumberHit> numbers_;
  std::vector<RuleHit> results_;
  std::vector<Sense> senses_;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_MENTION_CHART_H_

// Compiled rules: patterns over the chart, indexed by what can begin them.
#ifndef GAINSAY_LIB_MENTION_PATTERN_H_
#define GAINSAY_LIB_MENTION_PATTERN_H_

#include <array>
#include <cassert>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "lang/language.h"
#include "lang/rule.h"
#include "mention/chart.h"

namespace gainsay::internal {

// What a pattern captured, by name. The second of a kind is for ranges.
enum class Slot : std::uint8_t {
  kNum,
  kNum2,
  kNum3,
  kOrd,
  kUnit,
  kUnit2,
  kUnit3,
  kMonth,
  kMonth2,
  kDay,
  kDay2,
  kYear,
  kYear2,
  kWeekday,
  kWeekday2,
  kSeason,
  kRel,
  kStage,
  kPod,
  kHour,
  kMinute,
  kSecond,
  kHalfDay,
  kDate,
  kDate2,
  kTime,
  kTime2,
  kDuration,
  kMod,
  kMod2,
  kRef,
  kDeictic,
  kHoliday,
  kEra,
  kTail,
  kCurrency,
  kMeasure,
  kMeasure2,
  kMeasure3,
  kVague,
  kCount,
};

struct Capture {
  const WordRow* row = nullptr;
  const NumberHit* number = nullptr;
  double value = 0;                 // of $year, $day and such
  std::uint32_t result = kNoIndex;  // of $date and such
  std::uint32_t begin = 0, end = 0;
};

class Captures {
 public:
  bool Has(Slot slot) const { return set_ >> Bit(slot) & 1; }
  // Undefined unless Has(slot).
  const Capture& operator[](Slot slot) const {
    assert(Has(slot));
    return captures_[Bit(slot)];
  }
  void Set(Slot slot, const Capture& capture) {
    captures_[Bit(slot)] = capture;
    set_ |= std::uint64_t{1} << Bit(slot);
  }
  void Clear(Slot slot) { set_ &= ~(std::uint64_t{1} << Bit(slot)); }
  void ClearAll() { set_ = 0; }

 private:
  static std::size_t Bit(Slot slot) { return static_cast<std::size_t>(slot); }
  std::uint64_t set_ = 0;
  std::array<Capture, static_cast<std::size_t>(Slot::kCount)> captures_;
};

// A language's rules, compiled. Immutable; share among threads.
class Grammar {
 public:
  // Undefined for patterns that are not well formed; tests read every row.
  explicit Grammar(const Language& language);

  static constexpr int kLevels = 4;
  const Language& language() const { return *language_; }
  // A rule, and what may stand behind the atom that begins it.
  struct Start {
    std::uint32_t rule = 0;
    bool any = false;  // nothing need stand there
    TriggerMask atoms = 0;
    std::uint64_t words = 0;  // as WordBit
    bool MayFollow(TriggerMask mask, std::uint64_t word_bits) const {
      return any || (atoms & mask) != 0 || (words & word_bits) != 0;
    }
  };
  static std::uint64_t WordBit(Lexicon::Word word) {
    return word == 0 ? 0 : std::uint64_t{1} << (word % 64);
  }
  // Rules of a level that a token of the mask, or the word itself, may begin.
  std::span<const Start> ByBit(int level, unsigned bit) const {
    return by_bit_[static_cast<std::size_t>(level)][bit];
  }
  std::span<const Start> ByWord(int level, Lexicon::Word word) const;
  TriggerMask triggers(int level) const {
    return triggers_[static_cast<std::size_t>(level)];
  }
  const RuleRow& rule(std::uint32_t index) const { return rows_[index]; }
  // Matches a rule at a token: the end of the match, or `at` if there is none.
  std::uint32_t Match(std::uint32_t rule, const Chart& chart, std::uint32_t at,
                      Captures& captures) const;

  struct Node {
    enum class Kind : std::uint8_t {
      kAccept,
      kAtom,
      kSplit
    } kind = Kind::kAccept;
    std::uint8_t atom = 0;  // index of the table of atoms; 0: the word
    Lexicon::Word word = 0;
    std::uint32_t next = 0, other = 0;
  };

 private:
  friend class PatternCompiler;
  std::uint32_t Run(std::uint32_t node, const Chart& chart, std::uint32_t at,
                    Captures& captures) const;
  void Index(std::uint32_t rule, std::uint32_t node);
  void AddNext(std::uint32_t node, Start& start) const;

  const Language* language_;
  std::vector<RuleRow> rows_;
  std::vector<std::uint32_t> starts_;
  std::vector<Node> nodes_;
  std::array<std::array<std::vector<Start>, kTriggerBits>, kLevels> by_bit_;
  std::array<std::vector<std::vector<Start>>, kLevels> by_word_;
  std::array<TriggerMask, kLevels> triggers_{};
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_MENTION_PATTERN_H_

// Number words and digits as one small grammar over the language's rows.
//
//   cardinal := group { magnitude group } [and] ...      "two thousand and
//   five" mixed    := cardinal [and] fraction                  "two and a
//   half", "5 1/2" decimal  := cardinal point digit-words               "three
//   point one four"
//
// Magnitudes descend, addends fit below what stands before, so that "six seven"
// stays two numbers. Reading all numbers of a segment is linear: each is at
// most kLongestNumber tokens.
#ifndef GAINSAY_LIB_MENTION_NUMBERS_H_
#define GAINSAY_LIB_MENTION_NUMBERS_H_

#include <optional>
#include <string_view>

#include "mention/chart.h"

namespace gainsay::internal {

inline constexpr std::uint32_t kLongestNumber = 40;

// Whether a number may begin at a token of this mask.
bool StartsNumber(TriggerMask mask);

// The value of a token of digits with separators, and the unit of its last
// significant digit (0: exact). None if it is no number or beyond 1e18.
struct DigitsValue {
  double value = 0, step = 0;
  bool grouped = false;  // has separators of thousands
  bool decimal = false;
};
std::optional<DigitsValue> ReadDigits(std::string_view folded);

// The largest power of ten that divides a whole number; 0 of a number below 100
// or one that ends in no zero: it counts as exact.
double RoundStep(double value);

// A number whose last digit is worth `step` times a scale, rounded once.
double Scaled(double value, double step, double scale);

// Fills the chart's cardinals and ordinals.
class NumberReader {
 public:
  explicit NumberReader(Chart& chart) : chart_(&chart) {}
  void ReadAll();

 private:
  struct State {
    std::uint32_t begin = 0;  // where the number begins
    double total = 0,
           group = 0;      // what is closed, and what a magnitude multiplies
    double limit = 1e30;   // the next magnitude must be below
    double after_and = 0;  // the last part, if "and" stood before it
    double unit = 0;       // of the last significant part
    std::uint32_t at = 0;
    bool any = false, ordinal = false, digits = false, decimal = false,
         article = false, written = false;  // written: begins with digits
  };
  bool AddWord(State& s, bool joined) const;
  bool AddDigits(State& s) const;
  bool AddDigitsAfterAnd(State& s) const;
  static void AddTail(double tail, std::size_t digits, State& s);
  bool AddDecimalComma(State& s) const;
  bool IsBesideMoney(std::uint32_t begin, std::uint32_t end) const;
  bool IsOnes(std::uint32_t at) const;
  bool AddMoreDigits(State& s) const;
  void AddGroups(State& s) const;
  void AddPower(State& s) const;
  bool IsWritten(const State& s, const LexHit& magnitude) const;
  bool AddMagnitude(State& s) const;
  bool AddOrdinal(State& s, bool joined) const;
  void AddDecimals(State& s) const;
  void AddFraction(State& s, NumberHit& hit) const;
  void AddDenominator(State& s, NumberHit& hit) const;
  std::uint32_t CompoundPart(std::uint32_t at, std::uint32_t next, double count,
                             double* value) const;
  std::uint32_t PartsOverHundred(std::uint32_t at, double* value) const;
  bool EndsPhrase(std::uint32_t at) const;
  void JoinOver();
  std::uint32_t PartsOf(std::uint32_t at, bool plural, double* below) const;
  void JoinParts();
  bool IsMeasured(std::uint32_t at) const;
  bool IsFractionSign(std::uint32_t at) const;
  void ScaleDecimals(State& s) const;
  const LexHit* ScaleOf(std::uint32_t at) const;
  bool StoreScaledFraction(std::uint32_t at, std::uint32_t end, double value);
  std::uint32_t Fraction(std::uint32_t at, double* value) const;
  bool Fits(const State& s, double addend) const;
  std::uint32_t SkipJoin(const State& s, bool* joined) const;
  void Read(std::uint32_t at);
  void ReadAlnum(std::uint32_t at);
  void Store(std::vector<std::uint32_t>& index, std::uint32_t at,
             const NumberHit& hit, unsigned bit);

  Chart* chart_;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_MENTION_NUMBERS_H_

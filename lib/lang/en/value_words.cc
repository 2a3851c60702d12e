#include "lang/value_words.h"

#include <algorithm>
#include <utility>

namespace gainsay::internal {
namespace {

constexpr MeasureRow kMeasures[] = {
#include "lang/en/measures.inc"
};
constexpr HedgeRow kHedges[] = {
#include "lang/en/hedges.inc"
};
constexpr MultiplierRow kMultipliers[] = {
    {"b", 1e9},   {"bn", 1e9}, {"k", 1e3},   {"m", 1e6},
    {"mil", 1e6}, {"mn", 1e6}, {"tn", 1e12},
};
constexpr std::string_view kRates[] = {"annually", "average", "daily", "each",
                                       "every",    "per",     "weekly"};
constexpr std::string_view kStopWords[] = {
#include "lang/en/stop_words.inc"
};
constexpr std::string_view kNegations[] = {"no",    "not",     "n't",
                                           "never", "neither", "without",
                                           "deny",  "denied",  "denies"};
constexpr AntonymRow kAntonyms[] = {
#include "lang/en/antonyms.inc"
};
constexpr AntonymRow kOpposites[] = {
#include "lang/en/opposites.inc"
};
constexpr MoveRow kMoves[] = {
#include "lang/en/moves.inc"
};
constexpr CommonWordRow kCommon[] = {
#include "lang/en/common_words.inc"
};
constexpr ClockHedgeRow kClockHedges[] = {
#include "lang/en/clock_hedges.inc"
};
constexpr DayPartRow kDayParts[] = {
#include "lang/en/day_parts.inc"
};
constexpr std::string_view kSquares[] = {"sq", "square"};
constexpr std::string_view kPresentCopulas[] = {"is"};
constexpr std::string_view kGenitives[] = {"'s", "\u2019s"};
constexpr std::string_view kPronouns[] = {"one"};
constexpr std::string_view kAgeWords[] = {"old"};
constexpr std::string_view kBleached[] = {"confirmed", "old", "total", "year",
                                          "years"};

static_assert(std::ranges::is_sorted(kMeasures, {}, &MeasureRow::word),
              "measures.inc: sort by word");
static_assert(std::ranges::is_sorted(kHedges, {}, &HedgeRow::words),
              "hedges.inc: sort by words");
static_assert(std::ranges::is_sorted(kCommon, {}, &CommonWordRow::lemma),
              "common_words.inc: sort by lemma");
static_assert(std::ranges::is_sorted(kClockHedges, {}, &ClockHedgeRow::words),
              "clock_hedges.inc: sort by words");
static_assert(std::ranges::is_sorted(kDayParts, {}, &DayPartRow::word),
              "day_parts.inc: sort by word");
static_assert(std::ranges::is_sorted(kAntonyms), "antonyms.inc: sort");
static_assert(std::ranges::is_sorted(kOpposites), "opposites.inc: sort");
static_assert(std::ranges::is_sorted(kMoves, {},
                                     [](const MoveRow& row) {
                                       return std::pair(row.verb,
                                                        row.preposition);
                                     }),
              "moves.inc: sort");
static_assert(std::ranges::is_sorted(kStopWords), "stop_words.inc: sort");

constexpr ValueWords kWords = {
    .measures = kMeasures,
    .multipliers = kMultipliers,
    .hedges = kHedges,
    .stop_words = kStopWords,
    .negations = kNegations,
    .pronouns = kPronouns,
    .age_words = kAgeWords,
    .bleached = kBleached,
    .rates = kRates,
    .genitives = kGenitives,
    .present_copulas = kPresentCopulas,
    .squares = kSquares,
    .antonyms = kAntonyms,
    .opposites = kOpposites,
    .moves = kMoves,
    .common = kCommon,
    .clock_hedges = kClockHedges,
    .day_parts = kDayParts,
};

}  // namespace

const ValueWords& EnglishValueWords() { return kWords; }

}  // namespace gainsay::internal

#include "gainsay/value.h"
#include "lang/event_words.h"
#include "lang/language.h"
#include "lang/names.h"
#include "lang/office_words.h"
#include "lang/syntax_index.h"
#include "lang/value_words.h"

namespace gainsay::internal {
namespace {

constexpr std::int64_t M(Modifier modifier) {
  return static_cast<std::int64_t>(modifier);
}

namespace words {
using enum WordClass;

constexpr WordRow kCutting[] = {
#include "lang/en/cutting.inc"
};
constexpr WordRow kNumbers[] = {
#include "lang/en/numbers.inc"
};
constexpr WordRow kTime[] = {
#include "lang/en/time.inc"
};
constexpr WordRow kQuantities[] = {
#include "lang/en/quantities.inc"
};
constexpr WordRow kUnits[] = {
#include "lang/en/units.inc"
#include "lang/en/units_cldr.inc"
};
constexpr WordRow kBounds[] = {
#include "lang/en/bounds.inc"
};
constexpr WordRow kCalendar[] = {
#include "lang/en/calendar.inc"
};
constexpr WordRow kCurrencies[] = {
#include "lang/en/currencies.inc"
#include "lang/en/money.inc"
};
constexpr std::span<const WordRow> kAll[] = {kCutting,    kNumbers,   kTime,
                                             kCalendar,   kBounds,    kUnits,
                                             kQuantities, kCurrencies};
}  // namespace words

namespace rules {
using enum Category;
using enum Production;
constexpr RuleRow kTemporal[] = {
#include "lang/en/rules.inc"
};
constexpr RuleRow kQuantities[] = {
#include "lang/en/quantity_rules.inc"
};
constexpr std::span<const RuleRow> kAll[] = {kTemporal, kQuantities};
}  // namespace rules

constexpr ClaimTables kClaims = {.names = EnglishNames,
                                 .syntax = EnglishSyntax,
                                 .events = EnglishEventWords,
                                 .values = EnglishValueWords,
                                 .offices = EnglishOffices,
                                 .story_offices = EnglishStoryOffices};

constexpr LanguageTables kTables = {.tag = "en",
                                    .words = words::kAll,
                                    .rules = rules::kAll,
                                    .claims = &kClaims};

}  // namespace

const Language& English() {
  static const Language language(kTables);
  return language;
}

}  // namespace gainsay::internal

#include "gainsay/value.h"
#include "lang/language.h"

namespace gainsay::internal {
namespace {

constexpr std::int64_t M(Modifier modifier) {
  return static_cast<std::int64_t>(modifier);
}

namespace words {
using enum WordClass;
constexpr WordRow kRows[] = {
#include "lang/de/calendar.inc"
#include "lang/de/words.inc"
};
constexpr std::span<const WordRow> kAll[] = {kRows};
}  // namespace words

namespace rules {
using enum Category;
using enum Production;
constexpr RuleRow kRows[] = {
#include "lang/de/rules.inc"
};
constexpr std::span<const RuleRow> kAll[] = {kRows};
}  // namespace rules

constexpr LanguageTables kTables = {.tag = "de",
                                    .words = words::kAll,
                                    .rules = rules::kAll,
                                    .nouns_capitalised = true};

}  // namespace

const Language& German() {
  static const Language language(kTables);
  return language;
}

}  // namespace gainsay::internal

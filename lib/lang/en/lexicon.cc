// The generated tables of English words, apart: they take the longest to
// compile.
#include <algorithm>

#include "lang/en/rows.h"

namespace gainsay::internal {
namespace {

constexpr LexiconRow kLexicon[] = {
#include "lang/en/lexicon.inc"
};
constexpr IrregularRow kIrregular[] = {
#include "lang/en/irregular.inc"
};
static_assert(std::ranges::is_sorted(kIrregular, {}, &IrregularRow::form),
              "irregular.inc: sort by form");

}  // namespace

std::span<const LexiconRow> EnglishLexicon() { return kLexicon; }
std::span<const IrregularRow> EnglishIrregular() { return kIrregular; }

}  // namespace gainsay::internal

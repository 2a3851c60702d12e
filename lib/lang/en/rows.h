// Rows of English that stand in files of their own. Static storage.
#ifndef GAINSAY_LIB_LANG_EN_ROWS_H_
#define GAINSAY_LIB_LANG_EN_ROWS_H_

#include <span>

#include "lang/syntax.h"

namespace gainsay::internal {

std::span<const LexiconRow> EnglishLexicon();
std::span<const IrregularRow> EnglishIrregular();

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_LANG_EN_ROWS_H_

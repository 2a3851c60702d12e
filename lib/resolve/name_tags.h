// What names tell of parts of speech: "finance chief" ends in a noun, "Sound"
// of "Skerry Sound" is part of a name.
#ifndef GAINSAY_LIB_RESOLVE_NAME_TAGS_H_
#define GAINSAY_LIB_RESOLVE_NAME_TAGS_H_

#include "mention/names.h"
#include "text/token.h"
#include "text/words.h"

namespace gainsay::internal {

// Corrects the tags of tokens inside names and titles. Linear.
void TagNames(const NameTable& names, WordTable& words, TokenizedText& text);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_RESOLVE_NAME_TAGS_H_

// What stands beside a name and says that it is a person's.
#ifndef GAINSAY_LIB_MENTION_NAME_CONTEXT_H_
#define GAINSAY_LIB_MENTION_NAME_CONTEXT_H_

#include <cstdint>

#include "mention/names.h"

namespace gainsay::internal {

// Names of two words and more that no list knows and that are told of as
// persons: "Wilber Condori, 24,", "Wilber Condori (24)", "Wilber Condori, who",
// "the driver, Ranjith Perera,", and those that "Mr Perera" takes up elsewhere.
// Not behind an article or "of": "the Northern Star, 24,". Their kind becomes
// kPerson. Linear in the names.
void MarkPersons(const TokenizedText& text, NameFinder& finder,
                 NameTable& table);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_MENTION_NAME_CONTEXT_H_

// Lists of persons' names in one field: "Knuth, Donald E.; Graham, R." or
// "Donald Knuth and Ronald Graham".
#ifndef GAINSAY_LIB_CLAIM_NAME_LIST_H_
#define GAINSAY_LIB_CLAIM_NAME_LIST_H_

#include <string>
#include <string_view>
#include <vector>

#include "lang/name_words.h"

namespace gainsay::internal {

// The family names of a list, plain (text/canonical.h), sorted, each once: what
// is compared where one source gives initials, another full names, a third its
// own order. Text in brackets, credits ("edited by") and suffixes are left out.
// Linear.
std::vector<std::string> FamilyNames(
    std::string_view list, const NameWords& words = EnglishNameWords());

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_NAME_LIST_H_

// Sides of names: several spellings of one person are one side.
#ifndef GAINSAY_LIB_CONSISTENCY_NAME_SIDES_H_
#define GAINSAY_LIB_CONSISTENCY_NAME_SIDES_H_

#include <map>
#include <utility>
#include <vector>

#include "consistency/check.h"

namespace gainsay::internal {

using NameSides =
    std::map<std::pair<StringId, StringId>, std::vector<StatementIndex>>;

// The sides of a cell by (name, id). Where the names are of holders of an
// office, one with and without middle names or initials is one person, and so
// are two that differ by a letter in a word ("Heydar", "Heidar").
std::vector<std::vector<StatementIndex>> OnePersonEach(
    NameSides sides, const CheckContext& context);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CONSISTENCY_NAME_SIDES_H_

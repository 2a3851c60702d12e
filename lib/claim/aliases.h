// The alias file: names and ids that are one, and pairs that are never one.
#ifndef GAINSAY_LIB_CLAIM_ALIASES_H_
#define GAINSAY_LIB_CLAIM_ALIASES_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gainsay/result.h"

namespace gainsay::internal {

// Entries are ids, or names as written in the sources (compared folded).
struct AliasBook {
  std::vector<std::vector<std::string>> groups;
  std::vector<std::pair<std::string, std::string>> never_merge;
};

// {"aliases": [["Ada Vell", "A. Vell", "x:7"]], "never_merge": [["Ada Vell",
// "Ada Veil"]]}
Result<AliasBook> ParseAliases(std::string_view json,
                               std::string_view file_name);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_ALIASES_H_

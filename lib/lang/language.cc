#include "lang/language.h"

#include <algorithm>

namespace gainsay::internal {

const Language* FindLanguage(std::string_view tag) {
  const std::string_view primary =
      tag.substr(0, std::min(tag.find_first_of("-_"), tag.size()));
  if (primary == English().tag()) return &English();
  if (primary == German().tag()) return &German();
  return nullptr;
}

}  // namespace gainsay::internal

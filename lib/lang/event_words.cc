#include "lang/event_words.h"

#include <algorithm>

namespace gainsay::internal {

std::string_view EventWords::HeadClass(std::string_view head) const {
  const auto it =
      std::ranges::lower_bound(heads, head, {}, &HeadClassRow::word);
  return it != heads.end() && it->word == head ? it->head_class : head;
}

const ModifierRow* EventWords::Modifier(std::string_view word) const {
  const auto it =
      std::ranges::lower_bound(modifiers, word, {}, &ModifierRow::word);
  return it != modifiers.end() && it->word == word ? &*it : nullptr;
}

}  // namespace gainsay::internal

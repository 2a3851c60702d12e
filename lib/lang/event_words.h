// What a language knows of nouns that name events and things, and of the
// modifiers that tell one of them from another. Rows only; static storage.
#ifndef GAINSAY_LIB_LANG_EVENT_WORDS_H_
#define GAINSAY_LIB_LANG_EVENT_WORDS_H_

#include <cstdint>
#include <span>
#include <string_view>

namespace gainsay::internal {

// Head nouns of one class may name the same event: "talks", "consultations".
struct HeadClassRow {
  std::string_view word, head_class;
};

enum class ModifierKind : std::uint8_t {
  kTopic,    // tells what it is about: "trade", "ruling party"; the default
  kGeneric,  // says nothing of which one is meant: "regular", "high-level"
  kScope,    // two values of one group are two events: "two-way", "three-way"
};

struct ModifierRow {
  std::string_view word;
  ModifierKind kind = ModifierKind::kTopic;
  std::string_view group, value;  // of kScope
};

struct EventWords {
  std::span<const HeadClassRow> heads;     // sorted by word
  std::span<const ModifierRow> modifiers;  // sorted by word

  // The class of a head, or the head itself without a row. O(log n).
  std::string_view HeadClass(std::string_view head) const;
  // The row of a modifier, or null. O(log n).
  const ModifierRow* Modifier(std::string_view word) const;
};

const EventWords& EnglishEventWords();

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_LANG_EVENT_WORDS_H_

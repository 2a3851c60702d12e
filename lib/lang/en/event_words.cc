#include "lang/event_words.h"

#include <algorithm>

namespace gainsay::internal {
namespace {

constexpr HeadClassRow kHeads[] = {
#include "lang/en/head_classes.inc"
};
constexpr ModifierRow kModifiers[] = {
#include "lang/en/modifier_kinds.inc"
};

static_assert(std::ranges::is_sorted(kHeads, {}, &HeadClassRow::word),
              "head_classes.inc: sort by word");
static_assert(std::ranges::is_sorted(kModifiers, {}, &ModifierRow::word),
              "modifier_kinds.inc: sort by word");

constexpr EventWords kWords = {.heads = kHeads, .modifiers = kModifiers};

}  // namespace

const EventWords& EnglishEventWords() { return kWords; }

}  // namespace gainsay::internal

// Passes of the tagger that look farther than its rows.
#ifndef GAINSAY_LIB_TEXT_TAG_PASSES_H_
#define GAINSAY_LIB_TEXT_TAG_PASSES_H_

#include <span>
#include <vector>

#include "text/tag.h"
#include "text/token.h"
#include "text/words.h"

namespace gainsay::internal {

inline constexpr TagSet kNominal =
    Bit(Tag::kNoun) | Bit(Tag::kName) | Bit(Tag::kAdjective);

// One segment: what the grammar knows of its words, and the words.
struct TagContext {
  const std::vector<const WordInfo*>& info;
  std::span<Token> tokens;
  WordTable& words;

  bool Is(std::size_t i, TagSet tags) const {
    return i < tokens.size() && (Bit(TagOf(tokens[i])) & tags) != 0;
  }
  void Set(std::size_t i, Tag tag) const {
    tokens[i].tag = static_cast<std::uint8_t>(tag);
  }
};

// Marks as joined by a hyphen what was cut apart: "co - workers", "a state -
// owned firm". A dash between blanks stays one.
void JoinCutCompounds(const TagContext& context, ClassSet prefixes);

// "Issued revised rules", "teenagers standing by the road", "won 23 matches":
// past forms before a noun after a verb, gerunds after a plural, plurals after
// a number.
void Forms(const TagContext& context);

// A form without an ending that follows a singular noun, and which nothing
// asks for, is no verb: "will leave the night show in May", "in intensive
// care Friday". `bare`: verbs after which another stands bare.
void BareForms(const TagContext& context, ClassSet bare);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_TEXT_TAG_PASSES_H_

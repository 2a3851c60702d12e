#include "resolve/name_tags.h"

#include "text/tag.h"

namespace gainsay::internal {
namespace {

constexpr TagSet kVerbal =
    Bit(Tag::kVerb) | Bit(Tag::kGerund) | Bit(Tag::kParticiple);

void TagTitle(const NameMention& name, TokenizedText& text) {
  for (std::uint32_t t = name.first; t < name.last; ++t) {
    Token& token = text.tokens[t];
    const bool last = t + 1 == name.last;
    const bool verbal = (kVerbal & Bit(TagOf(token))) != 0;
    if (verbal || (last && TagOf(token) == Tag::kAdjective))
      token.tag = static_cast<std::uint8_t>(Tag::kNoun);
  }
}

}  // namespace

void TagNames(const NameTable& names, WordTable& words, TokenizedText& text) {
  constexpr TagSet kChanged =
      kVerbal | Bit(Tag::kNoun) | Bit(Tag::kAdjective) | Bit(Tag::kAdverb);
  for (const NameMention& name : names.names) {
    switch (name.kind) {
      case NameKind::kTitle:
        TagTitle(name, text);
        break;
      case NameKind::kPerson:
      case NameKind::kOrganisation:
      case NameKind::kPlace:
      case NameKind::kOther:
        for (std::uint32_t t = name.first; t < name.last; ++t) {
          Token& token = text.tokens[t];
          const bool capital = (token.flags & (kCapitalised | kAllCaps)) != 0;
          // A single word that a name begins a sentence with may be no name.
          const bool sure =
              name.last > name.first + 1 || !words.Of(token.folded).known;
          if (capital && sure && (kChanged & Bit(TagOf(token))) != 0)
            token.tag = static_cast<std::uint8_t>(Tag::kName);
        }
        break;
      case NameKind::kNationality:
      case NameKind::kHonorific:
        break;
    }
  }
}

}  // namespace gainsay::internal

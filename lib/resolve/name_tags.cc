#include "resolve/name_tags.h"

#include "text/tag.h"

namespace gainsay::internal {
namespace {

constexpr TagSet kVerbal =
    Bit(Tag::kVerb) | Bit(Tag::kGerund) | Bit(Tag::kParticiple);

void TagTitle(const NameMention& name, WordTable& words, TokenizedText& text) {
  // "Picked to host the show".
  const bool infinitive =
      name.first > 0 && TagOf(text.tokens[name.first]) == Tag::kVerb &&
      TagOf(text.tokens[name.first - 1]) == Tag::kParticle &&
      (words.Of(text.tokens[name.first - 1].folded).features & kInfinitive) !=
          0;
  if (infinitive) return;
  for (std::uint32_t t = name.first; t < name.last; ++t) {
    Token& token = text.tokens[t];
    const bool last = t + 1 == name.last;
    const bool verbal = (kVerbal & Bit(TagOf(token))) != 0;
    if (verbal || (last && TagOf(token) == Tag::kAdjective))
      token.tag = static_cast<std::uint8_t>(Tag::kNoun);
  }
}

// "23 Somali and Yemeni pirates": two that qualify one noun.
void TagNationality(const NameTable& names, std::size_t i, WordTable& words,
                    TokenizedText& text) {
  if (i + 1 >= names.names.size()) return;
  const NameMention& first = names.names[i];
  const NameMention& second = names.names[i + 1];
  const auto tag = [&](std::uint32_t t) { return TagOf(text.tokens[t]); };
  if (second.kind != NameKind::kNationality || first.last != first.first + 1 ||
      second.last != second.first + 1 || second.first != first.last + 1 ||
      tag(first.last) != Tag::kConjunction ||
      second.last >= text.tokens.size() || tag(second.last) != Tag::kNoun ||
      words.Of(text.tokens[first.first].folded).plural ||
      words.Of(text.tokens[second.first].folded).plural)
    return;
  for (const std::uint32_t t : {first.first, second.first})
    text.tokens[t].tag = static_cast<std::uint8_t>(Tag::kAdjective);
}

}  // namespace

namespace {

// "Brown has led", "Brown's contract", of Marta Brown: no colour.
bool IsFamilyName(const NameMention& name, WordTable& words,
                  const TokenizedText& text) {
  constexpr TagSet kFollows = Bit(Tag::kVerb) | Bit(Tag::kAuxiliary) |
                              Bit(Tag::kParticle) | Bit(Tag::kPunct) |
                              Bit(Tag::kAdverb);
  return name.kind == NameKind::kPerson && name.canonical.valid() &&
         words.interner().View(name.canonical).find(' ') !=
             std::string_view::npos &&
         name.last < text.tokens.size() &&
         (kFollows & Bit(TagOf(text.tokens[name.last]))) != 0;
}

}  // namespace

void TagNames(const NameTable& names, WordTable& words, TokenizedText& text) {
  constexpr TagSet kChanged =
      kVerbal | Bit(Tag::kNoun) | Bit(Tag::kAdjective) | Bit(Tag::kAdverb);
  for (std::size_t i = 0; i < names.names.size(); ++i) {
    const NameMention& name = names.names[i];
    switch (name.kind) {
      case NameKind::kTitle:
        TagTitle(name, words, text);
        break;
      case NameKind::kPerson:
      case NameKind::kOrganisation:
      case NameKind::kPlace:
      case NameKind::kOther:
        for (std::uint32_t t = name.first; t < name.last; ++t) {
          Token& token = text.tokens[t];
          const bool capital = (token.flags & (kCapitalised | kAllCaps)) != 0;
          // A single word that a name begins a sentence with may be no name.
          const bool sure = name.last > name.first + 1 ||
                            !words.Of(token.folded).known ||
                            IsFamilyName(name, words, text);
          // "Calder & Roe" is one name.
          const bool joins =
              t > name.first && t + 1 < name.last && text.View(token) == "&";
          if (joins) token.tag = static_cast<std::uint8_t>(Tag::kName);
          if (capital && sure && (kChanged & Bit(TagOf(token))) != 0)
            token.tag = static_cast<std::uint8_t>(Tag::kName);
        }
        break;
      case NameKind::kNationality:
        TagNationality(names, i, words, text);
        break;
      case NameKind::kHonorific:
        break;
    }
  }
}

}  // namespace gainsay::internal

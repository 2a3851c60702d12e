// Compounds that a dash between blanks has cut apart. See tag_passes.h.
#include "text/tag_passes.h"

namespace gainsay::internal {
namespace {

// A lone hyphen with a blank on either side.
bool IsCut(const TagContext& context, std::size_t i) {
  const Token& mark = context.tokens[i];
  return mark.shape == TokenShape::kPunct && mark.end == mark.begin + 1 &&
         (mark.flags & kSpaceBefore) != 0 &&
         (context.tokens[i + 1].flags & kSpaceBefore) != 0 &&
         context.words.interner().View(mark.folded) == "-";
}

// "A state - owned firm", "first - degree murder": what stands on both sides
// of the mark makes one word before a noun.
bool MakesCompound(const TagContext& context, std::size_t mark) {
  const WordInfo& left = *context.info[mark - 1];
  const WordInfo& right = *context.info[mark + 1];
  if (left.plural || right.plural) return false;
  // "14 AK - 47 rifles".
  const Token& letters = context.tokens[mark - 1];
  constexpr std::uint32_t kLongest = 3;
  if ((letters.flags & (kAllCaps | kCapitalised)) != 0 &&
      letters.end - letters.begin <= kLongest &&
      context.Is(mark - 1, Bit(Tag::kName)) &&
      context.Is(mark + 1, Bit(Tag::kNumber)))
    return context.Is(mark + 2, Bit(Tag::kNoun));
  // "A 12 - gauge gun".
  if (context.Is(mark - 1, Bit(Tag::kNumber)) &&
      (right.tags & Bit(Tag::kNoun)) != 0 && !right.past) {
    const WordInfo& next = *context.info[mark + 2];
    return context.Is(mark + 2, kNominal) || (next.tags & Bit(Tag::kNoun)) != 0;
  }
  constexpr TagSet kOpens = Bit(Tag::kDeterminer) | Bit(Tag::kAdjective) |
                            Bit(Tag::kNumber) | Bit(Tag::kPreposition) |
                            Bit(Tag::kParticle);
  if (!context.Is(mark + 2, kNominal)) return false;
  const bool opened = mark < 2 || context.Is(mark - 2, kOpens);
  const bool participle =
      (right.past || right.gerund) &&
      (right.tags & (Bit(Tag::kParticiple) | Bit(Tag::kGerund))) != 0;
  if (participle)
    return opened && context.Is(mark - 1, kNominal | Bit(Tag::kAdverb));
  return opened && context.Is(mark - 1, Bit(Tag::kAdjective)) &&
         context.Is(mark + 1, Bit(Tag::kNoun)) &&
         context.Is(mark + 2, Bit(Tag::kNoun)) &&
         (context.tokens[mark + 1].flags & kCapitalised) == 0;
}

}  // namespace

void JoinCutCompounds(const TagContext& context, ClassSet prefixes) {
  for (std::size_t i = 1; i + 2 < context.tokens.size(); ++i) {
    if (!IsCut(context, i)) continue;
    const bool prefix = (context.info[i - 1]->classes & prefixes) != 0 &&
                        ((context.tokens[i + 1].flags & kCapitalised) == 0 ||
                         (context.tokens[i - 1].flags & kCapitalised) != 0) &&
                        context.tokens[i + 1].shape == TokenShape::kWord;
    if (prefix || MakesCompound(context, i))
      context.tokens[i + 1].flags |= kHyphenBefore;
  }
}

}  // namespace gainsay::internal

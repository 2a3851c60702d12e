#include "text/tag_passes.h"

#include "text/tag.h"

namespace gainsay::internal {
namespace {

constexpr TagSet kNominal =
    Bit(Tag::kNoun) | Bit(Tag::kName) | Bit(Tag::kAdjective);

bool Is(const TagContext& context, std::size_t i, TagSet tags) {
  return i < context.tokens.size() &&
         (Bit(TagOf(context.tokens[i])) & tags) != 0;
}

void Set(const TagContext& context, std::size_t i, Tag tag) {
  context.tokens[i].tag = static_cast<std::uint8_t>(tag);
}

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
      Is(context, mark - 1, Bit(Tag::kName)) &&
      Is(context, mark + 1, Bit(Tag::kNumber)))
    return Is(context, mark + 2, Bit(Tag::kNoun));
  // "A 12 - gauge gun".
  if (Is(context, mark - 1, Bit(Tag::kNumber)) &&
      (right.tags & Bit(Tag::kNoun)) != 0 && !right.past) {
    const WordInfo& next = *context.info[mark + 2];
    return Is(context, mark + 2, kNominal) ||
           (next.tags & Bit(Tag::kNoun)) != 0;
  }
  constexpr TagSet kOpens = Bit(Tag::kDeterminer) | Bit(Tag::kAdjective) |
                            Bit(Tag::kNumber) | Bit(Tag::kPreposition) |
                            Bit(Tag::kParticle);
  if (!Is(context, mark + 2, kNominal)) return false;
  const bool opened = mark < 2 || Is(context, mark - 2, kOpens);
  const bool participle =
      (right.past || right.gerund) &&
      (right.tags & (Bit(Tag::kParticiple) | Bit(Tag::kGerund))) != 0;
  if (participle)
    return opened && Is(context, mark - 1, kNominal | Bit(Tag::kAdverb));
  return opened && Is(context, mark - 1, Bit(Tag::kAdjective)) &&
         Is(context, mark + 1, Bit(Tag::kNoun)) &&
         Is(context, mark + 2, Bit(Tag::kNoun)) &&
         (context.tokens[mark + 1].flags & kCapitalised) == 0;
}

// A form without an ending of the past that may be a noun.
bool IsBareForm(const TagContext& context, std::size_t i) {
  const WordInfo& info = *context.info[i];
  return Is(context, i, Bit(Tag::kVerb)) && !info.past && !info.gerund &&
         (info.tags & Bit(Tag::kNoun)) != 0;
}

// The first word of the noun group that ends before `end`, without its
// determiner.
std::size_t StartOfGroup(const TagContext& context, std::size_t end) {
  constexpr TagSet kInside = kNominal | Bit(Tag::kNumber);
  std::size_t start = end - 1;
  while (start > 0) {
    const bool joined = (context.tokens[start].flags & kHyphenBefore) != 0;
    if (joined && start >= 2) {
      start -= 2;
      continue;
    }
    const bool degree =
        Is(context, start - 1, Bit(Tag::kAdverb)) &&
        Is(context, start, Bit(Tag::kAdjective) | Bit(Tag::kNumber));
    if (!degree && !Is(context, start - 1, kInside)) break;
    --start;
  }
  return start;
}

bool IsQuote(const TagContext& context, std::size_t i) {
  const Token& token = context.tokens[i];
  return context.words.interner().View(token.folded) == "\"";
}

bool IsSay(const WordInfo& info) {
  return (info.verb_kinds & 1U << static_cast<unsigned>(VerbRow::Kind::kSay)) !=
         0;
}

// Verbs after which another stands bare.
bool Asks(const TagContext& context, std::size_t i, ClassSet bare) {
  const WordInfo& info = *context.info[i];
  return info.verb.valid() && (context.words.Of(info.verb).classes & bare) != 0;
}

// Whether the clause of the word at `at` has a verb before it, none of saying,
// and none that asks for another; these do not count where the noun is `one`
// and no plural could agree.
bool HasVerb(const TagContext& context, std::size_t at, ClassSet bare,
             bool one = false) {
  constexpr TagSet kBounds =
      Bit(Tag::kPunct) | Bit(Tag::kConjunction) | Bit(Tag::kSubordinator);
  bool found = false;
  for (std::size_t i = at;
       i-- > 0 && (!Is(context, i, kBounds) || IsQuote(context, i));) {
    const bool verb = Is(context, i, Bit(Tag::kVerb));
    if (verb && !one && (IsSay(*context.info[i]) || Asks(context, i, bare)))
      return false;
    found |= Is(context, i, Bit(Tag::kAuxiliary)) ||
             (verb && context.info[i]->past) ||
             (Is(context, i, Bit(Tag::kGerund)) && i > 0 &&
              Is(context, i - 1, Bit(Tag::kPunct)));
  }
  return found;
}

// "Will leave the night show in May": the object of a verb, what an article of
// one thing opens, or where the clause has its verb.
bool IsInGroup(const TagContext& context, std::size_t i, ClassSet bare) {
  const std::size_t start = StartOfGroup(context, i);
  if (start == 0) return false;
  const bool determined = Is(context, start - 1, Bit(Tag::kDeterminer));
  if (determined && start == 1) return false;
  const std::size_t before = determined ? start - 2 : start - 1;
  const WordInfo& info = *context.info[before];
  if ((info.features & (kModal | kDo)) != 0 || IsSay(info) ||
      Asks(context, before, bare) ||
      Is(context, before, Bit(Tag::kConjunction)))
    return false;
  const std::uint32_t features = context.info[start - 1]->features;
  if (Is(context, before, Bit(Tag::kPreposition))) {
    const bool own =
        determined && (features & (kPossessive | kIndefinite)) != 0 &&
        (features & (kNegation | kPlural)) == 0 && !context.info[i]->third;
    return HasVerb(context, before, bare, own);
  }
  // "Rewrote its security updates"; but "hopes the firm plans".
  const bool may =
      !context.info[i]->third || (determined && (features & kPossessive) != 0);
  const bool object =
      may && Is(context, before, Bit(Tag::kVerb)) &&
      (before == 0 || (context.info[before - 1]->features & kRelative) == 0);
  return object || (determined && !context.info[i]->third &&
                    (features & kIndefinite) != 0 &&
                    (features & (kNegation | kPlural)) == 0);
}

// "In intensive care Friday", "off to a bad start when", "on the injured
// reserve list"; but "the rich pay".
bool FollowsAdjective(const TagContext& context, std::size_t i, ClassSet bare) {
  constexpr TagSet kQualities = Bit(Tag::kAdjective) | Bit(Tag::kParticiple);
  if (i < 2 || !Is(context, i - 1, kQualities)) return false;
  std::size_t start = i - 1;
  while (start >= 2 && (context.tokens[start].flags & kHyphenBefore) != 0)
    start -= 2;
  if (start == 0) return false;
  if (Is(context, start - 1, Bit(Tag::kPreposition))) return true;
  const std::uint32_t features = context.info[start - 1]->features;
  if (!Is(context, start - 1, Bit(Tag::kDeterminer)) ||
      (features & (kNegation | kPlural)) != 0)
    return false;
  return (features & (kIndefinite | kPossessive)) != 0 ||
         HasVerb(context, start - 1, bare);
}

// "Had three punt returns for scores", "33,000 common shares and": what is
// counted; but "Flight 93 crashes", "in 2003 sales".
bool IsCounted(const TagContext& context, std::size_t i) {
  constexpr std::size_t kYear = 4;
  std::size_t start = StartOfGroup(context, i);
  while (start < i && Is(context, start, Bit(Tag::kAdverb))) ++start;
  const Token& number = context.tokens[start];
  if (!Is(context, start, Bit(Tag::kNumber)) || start == 0 ||
      (number.shape == TokenShape::kNumber &&
       number.end - number.begin == kYear) ||
      context.words.interner().View(context.tokens[start - 1].folded) == ".")
    return false;
  std::size_t k = start + 1;
  while (k < i && Is(context, k, Bit(Tag::kNumber))) ++k;  // "8.8 million"
  for (; k < i; ++k)
    if (context.info[k]->plural || Is(context, k, Bit(Tag::kNumber)))
      return false;
  return true;
}

// What a word of several forms is by the words around it.
void FormAfter(const TagContext& context, std::size_t i) {
  const WordInfo& info = *context.info[i];
  const bool noun = (info.tags & Bit(Tag::kNoun)) != 0;
  if (!Is(context, i, Bit(Tag::kVerb)) || !noun) {
    // "Gunman kills 1, wounds 2": the second of two verbs.
    if (!Is(context, i, Bit(Tag::kNoun)) || !info.third ||
        (info.tags & Bit(Tag::kVerb)) == 0 ||
        !Is(context, i - 1, Bit(Tag::kPunct) | Bit(Tag::kConjunction)) ||
        !Is(context, i + 1, Bit(Tag::kNumber)))
      return;
    for (std::size_t k = 1; k + 1 < i; ++k) {
      if (Is(context, k, Bit(Tag::kVerb)) && context.info[k]->third &&
          Is(context, k + 1, Bit(Tag::kNumber) | Bit(Tag::kPreposition)))
        return Set(context, i, Tag::kVerb);
    }
    return;
  }
  // "All shares outstanding"; "the publicly held shares".
  if (info.third && Is(context, i - 1, Bit(Tag::kDeterminer)) &&
      (context.info[i - 1]->features & kPlural) != 0)
    return Set(context, i, Tag::kNoun);
  const bool held =
      i >= 3 && Is(context, i - 1, Bit(Tag::kVerb)) &&
      context.info[i - 1]->past && Is(context, i - 2, Bit(Tag::kAdverb)) &&
      Is(context, i - 3, Bit(Tag::kDeterminer) | Bit(Tag::kPreposition));
  if (info.third && held) {
    Set(context, i - 1, Tag::kParticiple);
    return Set(context, i, Tag::kNoun);
  }
  if (info.third || info.past || !Is(context, i - 1, Bit(Tag::kNumber))) return;
  // "Passed the 1,000 mark on", "two rival gangs joined".
  const bool passed =
      i >= 2 && Is(context, i - 2, Bit(Tag::kDeterminer)) &&
      Is(context, i + 1, Bit(Tag::kName) | Bit(Tag::kPreposition)) && i >= 3 &&
      Is(context, i - 3, Bit(Tag::kVerb) | Bit(Tag::kPreposition));
  const bool rival =
      Is(context, i + 1, Bit(Tag::kNoun)) && context.info[i + 1]->plural &&
      Is(context, i + 2,
         Bit(Tag::kVerb) | Bit(Tag::kAuxiliary) | Bit(Tag::kParticiple)) &&
      !(i >= 2 && Is(context, i - 2, Bit(Tag::kDeterminer)));
  // "A November 2013 release date".
  constexpr std::size_t kYear = 4;
  const Token& number = context.tokens[i - 1];
  const bool dated = number.shape == TokenShape::kNumber &&
                     number.end - number.begin == kYear &&
                     Is(context, i + 1, Bit(Tag::kNoun));
  // "Took two transport officers hostage".
  const bool taken = i >= 2 && Is(context, i - 2, Bit(Tag::kVerb)) &&
                     !IsSay(*context.info[i - 2]) &&
                     Is(context, i + 1, Bit(Tag::kNoun)) &&
                     context.info[i + 1]->plural;
  if (passed || rival || dated || taken) Set(context, i, Tag::kNoun);
}

// "340 people work for the firm": a noun after people that the clause, which
// has no verb, needs as one.
bool IsVerbOfPeople(const TagContext& context, std::size_t i, ClassSet bare) {
  constexpr TagSet kAfter = Bit(Tag::kPreposition) | Bit(Tag::kAdverb);
  constexpr TagSet kBounds =
      Bit(Tag::kPunct) | Bit(Tag::kConjunction) | Bit(Tag::kSubordinator);
  constexpr TagSet kVerbs = Bit(Tag::kVerb) | Bit(Tag::kAuxiliary);
  const WordInfo &info = *context.info[i], &before = *context.info[i - 1];
  if (!Is(context, i, Bit(Tag::kNoun)) || info.plural || info.gerund ||
      (info.tags & Bit(Tag::kVerb)) == 0 ||
      (context.tokens[i].flags & kHyphenBefore) != 0 ||
      !Is(context, i - 1, Bit(Tag::kNoun)) ||
      !(before.plural || (i >= 2 && Is(context, i - 2, Bit(Tag::kNumber)))) ||
      (before.noun_file != kPersonFile && before.noun_file != kGroupFile) ||
      !Is(context, i + 1, kAfter) ||
      (context.info[i + 1]->features & kOfWord) != 0 ||
      HasVerb(context, i, bare))
    return false;
  for (std::size_t k = i + 1;
       k < context.tokens.size() && !Is(context, k, kBounds); ++k)
    if (Is(context, k, kVerbs)) return false;
  return true;
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

void Forms(const TagContext& context) {
  constexpr TagSet kAfter = Bit(Tag::kPreposition) | Bit(Tag::kDeterminer) |
                            Bit(Tag::kNumber) | Bit(Tag::kAdverb);
  const std::size_t size = context.tokens.size();
  for (std::size_t i = 1; i + 1 < size; ++i) {
    const WordInfo& info = *context.info[i];
    const WordInfo& before = *context.info[i - 1];
    const bool verb = Is(context, i, Bit(Tag::kVerb));
    // "Issued revised endangered species rules".
    if (verb && info.past && (info.tags & Bit(Tag::kParticiple)) != 0 &&
        Is(context, i - 1, Bit(Tag::kVerb) | Bit(Tag::kParticiple)) &&
        before.past && !IsSay(before) &&
        (Is(context, i + 1, kNominal) ||
         (Is(context, i + 1, Bit(Tag::kVerb)) && context.info[i + 1]->past)))
      Set(context, i, Tag::kParticiple);
    // "100 exiled Bosnians"; but "the two killed people".
    if (verb && info.past && (info.tags & Bit(Tag::kParticiple)) != 0 &&
        Is(context, i - 1, Bit(Tag::kNumber)) &&
        !(i >= 2 && Is(context, i - 2, Bit(Tag::kDeterminer))) &&
        Is(context, i + 1, Bit(Tag::kNoun) | Bit(Tag::kName)) &&
        context.info[i + 1]->plural)
      Set(context, i, Tag::kParticiple);
    // "Teenagers standing by the road"; but "safety hearings", "sales meeting".
    const bool thing =
        info.noun_file == kEventFile || info.noun_file == kActFile ||
        info.noun_file == kArtifactFile || info.noun_file == kGroupFile ||
        info.noun_file == kCommunicationFile;
    if (Is(context, i, Bit(Tag::kNoun)) && info.gerund && !thing &&
        Is(context, i - 1, Bit(Tag::kNoun)) && before.plural &&
        Is(context, i + 1, kAfter))
      Set(context, i, Tag::kGerund);
    FormAfter(context, i);
    // "Of spending $5 million".
    if (Is(context, i, Bit(Tag::kNoun)) && info.gerund &&
        Is(context, i - 1, Bit(Tag::kPreposition) | Bit(Tag::kAuxiliary)) &&
        context.tokens[i + 1].shape == TokenShape::kSymbol &&
        Is(context, i + 2, Bit(Tag::kNumber)))
      Set(context, i, Tag::kGerund);
    // "A period to last until May", "to open the gate".
    if (i + 2 < size && (info.features & kInfinitive) != 0 &&
        Is(context, i, Bit(Tag::kPreposition)) &&
        Is(context, i + 1, Bit(Tag::kAdjective)) &&
        (context.info[i + 1]->tags & Bit(Tag::kVerb)) != 0 &&
        Is(context, i + 2,
           Bit(Tag::kDeterminer) | Bit(Tag::kPronoun) |
               Bit(Tag::kPreposition)) &&
        (context.info[i + 2]->features & kOfWord) == 0) {
      Set(context, i, Tag::kParticle);
      Set(context, i + 1, Tag::kVerb);
    }
    // "The No. 1 seed".
    if (i + 2 < size && (info.features & kNegation) != 0 &&
        Is(context, i, Bit(Tag::kDeterminer)) &&
        (context.tokens[i].flags & kCapitalised) != 0 &&
        Is(context, i + 1, Bit(Tag::kPunct)) &&
        Is(context, i + 2, Bit(Tag::kNumber)) &&
        context.tokens[i + 1].begin == context.tokens[i].end &&
        context.tokens[i + 1].end == context.tokens[i + 1].begin + 1)
      Set(context, i, Tag::kNoun);
    // "Won 23 of their 27 matches this season".
    if (verb && info.third && (info.tags & Bit(Tag::kNoun)) != 0 &&
        IsCounted(context, i))
      Set(context, i, Tag::kNoun);
  }
}

// "The first direct flight", "the new open market", "the last aid convoy has":
// between an adjective behind a determiner and a noun.
void BetweenAdjectiveAndNoun(const TagContext& context) {
  for (std::size_t i = 2; i + 1 < context.tokens.size(); ++i) {
    const WordInfo& info = *context.info[i];
    if (!Is(context, i, Bit(Tag::kVerb)) || info.past || info.third ||
        (info.tags & (Bit(Tag::kAdjective) | Bit(Tag::kNoun))) == 0 ||
        !Is(context, i - 1, Bit(Tag::kAdjective)) ||
        !Is(context, i - 2, Bit(Tag::kDeterminer)) ||
        !Is(context, i + 1, Bit(Tag::kNoun) | Bit(Tag::kName)))
      continue;
    // "The poor direct traffic".
    const bool several = (context.info[i - 2]->features & kPlural) != 0;
    if (several) continue;
    // "The previous aid convoy had".
    const bool adjective = (info.tags & Bit(Tag::kAdjective)) != 0;
    if (adjective)
      Set(context, i, Tag::kAdjective);
    else if (i + 2 < context.tokens.size() &&
             Is(context, i + 2, Bit(Tag::kAuxiliary)))
      Set(context, i, Tag::kNoun);
  }
}

void BareForms(const TagContext& context, ClassSet bare) {
  BetweenAdjectiveAndNoun(context);
  for (std::size_t i = 1; i < context.tokens.size(); ++i) {
    if (IsVerbOfPeople(context, i, bare)) Set(context, i, Tag::kVerb);
    if (!IsBareForm(context, i)) continue;
    const WordInfo& before = *context.info[i - 1];
    const bool single = Is(context, i - 1, Bit(Tag::kNoun) | Bit(Tag::kName)) &&
                        !before.plural && (before.features & kPlural) == 0;
    // "A 54 % drop in".
    const bool share = context.tokens[i - 1].shape == TokenShape::kSymbol &&
                       i >= 2 && Is(context, i - 2, Bit(Tag::kNumber));
    const bool third = context.info[i]->third;
    if ((share && !third) || (!third && FollowsAdjective(context, i, bare)) ||
        (single && IsInGroup(context, i, bare)))
      Set(context, i, Tag::kNoun);
  }
}

}  // namespace gainsay::internal

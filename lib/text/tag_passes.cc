#include "text/tag_passes.h"

namespace gainsay::internal {
namespace {

// A form without an ending of the past that may be a noun.
bool IsBareForm(const TagContext& context, std::size_t i) {
  const WordInfo& info = *context.info[i];
  return context.Is(i, Bit(Tag::kVerb)) && !info.past && !info.gerund &&
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
        context.Is(start - 1, Bit(Tag::kAdverb)) &&
        context.Is(start, Bit(Tag::kAdjective) | Bit(Tag::kNumber));
    if (!degree && !context.Is(start - 1, kInside)) break;
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
       i-- > 0 && (!context.Is(i, kBounds) || IsQuote(context, i));) {
    const bool verb = context.Is(i, Bit(Tag::kVerb));
    if (verb && !one && (IsSay(*context.info[i]) || Asks(context, i, bare)))
      return false;
    found |= context.Is(i, Bit(Tag::kAuxiliary)) ||
             (verb && context.info[i]->past) ||
             (context.Is(i, Bit(Tag::kGerund)) && i > 0 &&
              context.Is(i - 1, Bit(Tag::kPunct)));
  }
  return found;
}

// "Will leave the night show in May": the object of a verb, what an article of
// one thing opens, or where the clause has its verb.
bool IsInGroup(const TagContext& context, std::size_t i, ClassSet bare) {
  const std::size_t start = StartOfGroup(context, i);
  if (start == 0) return false;
  const bool determined = context.Is(start - 1, Bit(Tag::kDeterminer));
  if (determined && start == 1) return false;
  const std::size_t before = determined ? start - 2 : start - 1;
  const WordInfo& info = *context.info[before];
  if ((info.features & (kModal | kDo)) != 0 || IsSay(info) ||
      Asks(context, before, bare) || context.Is(before, Bit(Tag::kConjunction)))
    return false;
  const std::uint32_t features = context.info[start - 1]->features;
  if (context.Is(before, Bit(Tag::kPreposition))) {
    const bool own =
        determined && (features & (kPossessive | kIndefinite)) != 0 &&
        (features & (kNegation | kPlural)) == 0 && !context.info[i]->third;
    return HasVerb(context, before, bare, own);
  }
  // "Rewrote its security updates"; but "hopes the firm plans".
  const bool may =
      !context.info[i]->third || (determined && (features & kPossessive) != 0);
  const bool object =
      may && context.Is(before, Bit(Tag::kVerb)) &&
      (before == 0 || (context.info[before - 1]->features & kRelative) == 0);
  return object || (determined && !context.info[i]->third &&
                    (features & kIndefinite) != 0 &&
                    (features & (kNegation | kPlural)) == 0);
}

// "In intensive care Friday", "off to a bad start when", "on the injured
// reserve list"; but "the rich pay".
bool FollowsAdjective(const TagContext& context, std::size_t i, ClassSet bare) {
  constexpr TagSet kQualities = Bit(Tag::kAdjective) | Bit(Tag::kParticiple);
  if (i < 2 || !context.Is(i - 1, kQualities)) return false;
  std::size_t start = i - 1;
  while (start >= 2 && (context.tokens[start].flags & kHyphenBefore) != 0)
    start -= 2;
  if (start == 0) return false;
  if (context.Is(start - 1, Bit(Tag::kPreposition))) return true;
  const std::uint32_t features = context.info[start - 1]->features;
  if (!context.Is(start - 1, Bit(Tag::kDeterminer)) ||
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
  while (start < i && context.Is(start, Bit(Tag::kAdverb))) ++start;
  const Token& number = context.tokens[start];
  if (!context.Is(start, Bit(Tag::kNumber)) || start == 0 ||
      (number.shape == TokenShape::kNumber &&
       number.end - number.begin == kYear) ||
      context.words.interner().View(context.tokens[start - 1].folded) == ".")
    return false;
  std::size_t k = start + 1;
  while (k < i && context.Is(k, Bit(Tag::kNumber))) ++k;  // "8.8 million"
  for (; k < i; ++k)
    if (context.info[k]->plural || context.Is(k, Bit(Tag::kNumber)))
      return false;
  return true;
}

// What a word of several forms is by the words around it.
void FormAfter(const TagContext& context, std::size_t i) {
  const WordInfo& info = *context.info[i];
  const bool noun = (info.tags & Bit(Tag::kNoun)) != 0;
  if (!context.Is(i, Bit(Tag::kVerb)) || !noun) {
    // "Gunman kills 1, wounds 2": the second of two verbs.
    if (!context.Is(i, Bit(Tag::kNoun)) || !info.third ||
        (info.tags & Bit(Tag::kVerb)) == 0 ||
        !context.Is(i - 1, Bit(Tag::kPunct) | Bit(Tag::kConjunction)) ||
        !context.Is(i + 1, Bit(Tag::kNumber)))
      return;
    for (std::size_t k = 1; k + 1 < i; ++k) {
      if (context.Is(k, Bit(Tag::kVerb)) && context.info[k]->third &&
          context.Is(k + 1, Bit(Tag::kNumber) | Bit(Tag::kPreposition)))
        return context.Set(i, Tag::kVerb);
    }
    return;
  }
  // "All shares outstanding"; "the publicly held shares".
  if (info.third && context.Is(i - 1, Bit(Tag::kDeterminer)) &&
      (context.info[i - 1]->features & kPlural) != 0)
    return context.Set(i, Tag::kNoun);
  const bool held =
      i >= 3 && context.Is(i - 1, Bit(Tag::kVerb)) &&
      context.info[i - 1]->past && context.Is(i - 2, Bit(Tag::kAdverb)) &&
      context.Is(i - 3, Bit(Tag::kDeterminer) | Bit(Tag::kPreposition));
  if (info.third && held) {
    context.Set(i - 1, Tag::kParticiple);
    return context.Set(i, Tag::kNoun);
  }
  if (info.third || info.past || !context.Is(i - 1, Bit(Tag::kNumber))) return;
  // "Passed the 1,000 mark on", "two rival gangs joined".
  const bool passed =
      i >= 2 && context.Is(i - 2, Bit(Tag::kDeterminer)) &&
      context.Is(i + 1, Bit(Tag::kName) | Bit(Tag::kPreposition)) && i >= 3 &&
      context.Is(i - 3, Bit(Tag::kVerb) | Bit(Tag::kPreposition));
  const bool rival = context.Is(i + 1, Bit(Tag::kNoun)) &&
                     context.info[i + 1]->plural &&
                     context.Is(i + 2, Bit(Tag::kVerb) | Bit(Tag::kAuxiliary) |
                                           Bit(Tag::kParticiple)) &&
                     !(i >= 2 && context.Is(i - 2, Bit(Tag::kDeterminer)));
  // "A November 2013 release date".
  constexpr std::size_t kYear = 4;
  const Token& number = context.tokens[i - 1];
  const bool dated = number.shape == TokenShape::kNumber &&
                     number.end - number.begin == kYear &&
                     context.Is(i + 1, Bit(Tag::kNoun));
  // "Took two transport officers hostage".
  const bool taken = i >= 2 && context.Is(i - 2, Bit(Tag::kVerb)) &&
                     !IsSay(*context.info[i - 2]) &&
                     context.Is(i + 1, Bit(Tag::kNoun)) &&
                     context.info[i + 1]->plural;
  if (passed || rival || dated || taken) context.Set(i, Tag::kNoun);
}

// "340 people work for the firm": a noun after people that the clause, which
// has no verb, needs as one.
bool IsVerbOfPeople(const TagContext& context, std::size_t i, ClassSet bare) {
  constexpr TagSet kAfter = Bit(Tag::kPreposition) | Bit(Tag::kAdverb);
  constexpr TagSet kBounds =
      Bit(Tag::kPunct) | Bit(Tag::kConjunction) | Bit(Tag::kSubordinator);
  constexpr TagSet kVerbs = Bit(Tag::kVerb) | Bit(Tag::kAuxiliary);
  const WordInfo &info = *context.info[i], &before = *context.info[i - 1];
  if (!context.Is(i, Bit(Tag::kNoun)) || info.plural || info.gerund ||
      (info.tags & Bit(Tag::kVerb)) == 0 ||
      (context.tokens[i].flags & kHyphenBefore) != 0 ||
      !context.Is(i - 1, Bit(Tag::kNoun)) ||
      !(before.plural || (i >= 2 && context.Is(i - 2, Bit(Tag::kNumber)))) ||
      (before.noun_file != kPersonFile && before.noun_file != kGroupFile) ||
      !context.Is(i + 1, kAfter) ||
      (context.info[i + 1]->features & kOfWord) != 0 ||
      HasVerb(context, i, bare))
    return false;
  for (std::size_t k = i + 1;
       k < context.tokens.size() && !context.Is(k, kBounds); ++k)
    if (context.Is(k, kVerbs)) return false;
  return true;
}

}  // namespace

void Forms(const TagContext& context) {
  constexpr TagSet kAfter = Bit(Tag::kPreposition) | Bit(Tag::kDeterminer) |
                            Bit(Tag::kNumber) | Bit(Tag::kAdverb);
  const std::size_t size = context.tokens.size();
  for (std::size_t i = 1; i + 1 < size; ++i) {
    const WordInfo& info = *context.info[i];
    const WordInfo& before = *context.info[i - 1];
    const bool verb = context.Is(i, Bit(Tag::kVerb));
    // "Issued revised endangered species rules".
    if (verb && info.past && (info.tags & Bit(Tag::kParticiple)) != 0 &&
        context.Is(i - 1, Bit(Tag::kVerb) | Bit(Tag::kParticiple)) &&
        before.past && !IsSay(before) &&
        (context.Is(i + 1, kNominal) ||
         (context.Is(i + 1, Bit(Tag::kVerb)) && context.info[i + 1]->past)))
      context.Set(i, Tag::kParticiple);
    // "100 exiled Bosnians"; but "the two killed people".
    if (verb && info.past && (info.tags & Bit(Tag::kParticiple)) != 0 &&
        context.Is(i - 1, Bit(Tag::kNumber)) &&
        !(i >= 2 && context.Is(i - 2, Bit(Tag::kDeterminer))) &&
        context.Is(i + 1, Bit(Tag::kNoun) | Bit(Tag::kName)) &&
        context.info[i + 1]->plural)
      context.Set(i, Tag::kParticiple);
    // "Teenagers standing by the road"; but "safety hearings", "sales meeting".
    const bool thing =
        info.noun_file == kEventFile || info.noun_file == kActFile ||
        info.noun_file == kArtifactFile || info.noun_file == kGroupFile ||
        info.noun_file == kCommunicationFile;
    if (context.Is(i, Bit(Tag::kNoun)) && info.gerund && !thing &&
        context.Is(i - 1, Bit(Tag::kNoun)) && before.plural &&
        context.Is(i + 1, kAfter))
      context.Set(i, Tag::kGerund);
    FormAfter(context, i);
    // "Of spending $5 million".
    if (context.Is(i, Bit(Tag::kNoun)) && info.gerund &&
        context.Is(i - 1, Bit(Tag::kPreposition) | Bit(Tag::kAuxiliary)) &&
        context.tokens[i + 1].shape == TokenShape::kSymbol &&
        context.Is(i + 2, Bit(Tag::kNumber)))
      context.Set(i, Tag::kGerund);
    // "A period to last until May", "to open the gate".
    if (i + 2 < size && (info.features & kInfinitive) != 0 &&
        context.Is(i, Bit(Tag::kPreposition)) &&
        context.Is(i + 1, Bit(Tag::kAdjective)) &&
        (context.info[i + 1]->tags & Bit(Tag::kVerb)) != 0 &&
        context.Is(i + 2, Bit(Tag::kDeterminer) | Bit(Tag::kPronoun) |
                              Bit(Tag::kPreposition)) &&
        (context.info[i + 2]->features & kOfWord) == 0) {
      context.Set(i, Tag::kParticle);
      context.Set(i + 1, Tag::kVerb);
    }
    // "The No. 1 seed".
    if (i + 2 < size && (info.features & kNegation) != 0 &&
        context.Is(i, Bit(Tag::kDeterminer)) &&
        (context.tokens[i].flags & kCapitalised) != 0 &&
        context.Is(i + 1, Bit(Tag::kPunct)) &&
        context.Is(i + 2, Bit(Tag::kNumber)) &&
        context.tokens[i + 1].begin == context.tokens[i].end &&
        context.tokens[i + 1].end == context.tokens[i + 1].begin + 1)
      context.Set(i, Tag::kNoun);
    // "Won 23 of their 27 matches this season".
    if (verb && info.third && (info.tags & Bit(Tag::kNoun)) != 0 &&
        IsCounted(context, i))
      context.Set(i, Tag::kNoun);
  }
}

// "The first direct flight", "the new open market", "the last aid convoy has":
// between an adjective behind a determiner and a noun.
void BetweenAdjectiveAndNoun(const TagContext& context) {
  for (std::size_t i = 2; i + 1 < context.tokens.size(); ++i) {
    const WordInfo& info = *context.info[i];
    if (!context.Is(i, Bit(Tag::kVerb)) || info.past || info.third ||
        (info.tags & (Bit(Tag::kAdjective) | Bit(Tag::kNoun))) == 0 ||
        !context.Is(i - 1, Bit(Tag::kAdjective)) ||
        !context.Is(i - 2, Bit(Tag::kDeterminer)) ||
        !context.Is(i + 1, Bit(Tag::kNoun) | Bit(Tag::kName)))
      continue;
    // "The poor direct traffic".
    const bool several = (context.info[i - 2]->features & kPlural) != 0;
    if (several) continue;
    // "The previous aid convoy had".
    const bool adjective = (info.tags & Bit(Tag::kAdjective)) != 0;
    if (adjective)
      context.Set(i, Tag::kAdjective);
    else if (i + 2 < context.tokens.size() &&
             context.Is(i + 2, Bit(Tag::kAuxiliary)))
      context.Set(i, Tag::kNoun);
  }
}

// "The revised offer was", "their planned strike": a past form behind a
// determiner, and what may be a noun behind it.
void PastBeforeNoun(const TagContext& context) {
  for (std::size_t i = 1; i + 1 < context.tokens.size(); ++i) {
    const WordInfo& past = *context.info[i];
    constexpr TagSet kPastForm = Bit(Tag::kVerb) | Bit(Tag::kParticiple);
    if (!context.Is(i, kPastForm) || !past.past ||
        (past.tags & Bit(Tag::kParticiple)) == 0 ||
        (past.tags & Bit(Tag::kNoun)) != 0 ||
        !(context.Is(i - 1, Bit(Tag::kDeterminer)) ||
          (context.info[i - 1]->features & kGenitive) != 0) ||
        !IsBareForm(context, i + 1) || context.info[i + 1]->third ||
        context.Is(i + 2, kNominal | Bit(Tag::kDeterminer) |
                              Bit(Tag::kPronoun) | Bit(Tag::kNumber)))
      continue;  // "the injured leave hospital"
    context.Set(i, Tag::kParticiple);
    context.Set(i + 1, Tag::kNoun);
  }
}

// "Lindqvall, a glazier, died at home": of verbs that have no passive a past
// form behind a comma is no participle.
void PastOfIntransitives(const TagContext& context, ClassSet never) {
  constexpr TagSet kAfter =
      Bit(Tag::kPreposition) | Bit(Tag::kPunct) | Bit(Tag::kAdverb);
  for (std::size_t i = 1; i + 1 < context.tokens.size(); ++i) {
    const WordInfo& info = *context.info[i];
    if (context.Is(i, Bit(Tag::kParticiple)) && info.past &&
        context.Is(i - 1, Bit(Tag::kPunct)) && context.Is(i + 1, kAfter) &&
        info.verb.valid() && (context.words.Of(info.verb).classes & never) != 0)
      context.Set(i, Tag::kVerb);
  }
}

// "The crash injured three people": the only verb of its clause is finite.
void OnlyVerb(const TagContext& context, ClassSet bare) {
  constexpr TagSet kObject =
      Bit(Tag::kNumber) | Bit(Tag::kDeterminer) | Bit(Tag::kPronoun);
  constexpr TagSet kVerbs = Bit(Tag::kVerb) | Bit(Tag::kAuxiliary);
  for (std::size_t i = 1; i + 1 < context.tokens.size(); ++i) {
    const WordInfo& info = *context.info[i];
    if (!context.Is(i, Bit(Tag::kParticiple)) || !info.past ||
        (info.tags & Bit(Tag::kVerb)) == 0 ||
        !context.Is(i - 1, Bit(Tag::kNoun) | Bit(Tag::kName)) ||
        !context.Is(i + 1, kObject) || HasVerb(context, i, bare))
      continue;
    std::size_t k = i + 1;
    while (k < context.tokens.size() &&
           !context.Is(k, kVerbs | Bit(Tag::kPunct)))
      ++k;
    if (!context.Is(k, kVerbs)) context.Set(i, Tag::kVerb);
  }
}

void BareForms(const TagContext& context, ClassSet bare) {
  BetweenAdjectiveAndNoun(context);
  PastBeforeNoun(context);
  OnlyVerb(context, bare);
  PastOfIntransitives(context, context.words.index().ClassBit("never_passive"));
  for (std::size_t i = 1; i < context.tokens.size(); ++i) {
    if (IsVerbOfPeople(context, i, bare)) context.Set(i, Tag::kVerb);
    if (!IsBareForm(context, i)) continue;
    const WordInfo& before = *context.info[i - 1];
    const bool single = context.Is(i - 1, Bit(Tag::kNoun) | Bit(Tag::kName)) &&
                        !before.plural && (before.features & kPlural) == 0;
    // "A 54 % drop in".
    const bool share = context.tokens[i - 1].shape == TokenShape::kSymbol &&
                       i >= 2 && context.Is(i - 2, Bit(Tag::kNumber));
    const bool third = context.info[i]->third;
    if ((share && !third) || (!third && FollowsAdjective(context, i, bare)) ||
        (single && IsInGroup(context, i, bare)))
      context.Set(i, Tag::kNoun);
  }
}

}  // namespace gainsay::internal

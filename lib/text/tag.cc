#include "text/tag.h"

#include <vector>

#include "text/tag_passes.h"

namespace gainsay::internal {
namespace {

bool Is(const Token& token, TokenFlag flag) {
  return (token.flags & flag) != 0;
}

// Title case: most words of four letters and more are capitalised.
bool IsTitleCase(std::span<const Token> tokens) {
  int upper = 0, lower = 0;
  for (const Token& token : tokens) {
    if (token.shape != TokenShape::kWord || token.end - token.begin < 4)
      continue;
    Is(token, kCapitalised) ? ++upper : ++lower;
  }
  return upper >= 3 && upper > 2 * lower;
}

Tag FirstTag(const Token& token, const WordInfo& info, bool start, bool title) {
  switch (token.shape) {
    case TokenShape::kPunct:
    case TokenShape::kSymbol:
      return (info.features & kGenitive) != 0 ? Tag::kParticle : Tag::kPunct;
    case TokenShape::kNumber:
      return Tag::kNumber;
    case TokenShape::kAlnum:
      return info.known                ? info.first
             : Is(token, kCapitalised) ? Tag::kName
                                       : Tag::kNoun;
    case TokenShape::kWord:
      break;
  }
  if (!Is(token, kCapitalised)) return info.first;
  const bool closed =
      info.known &&
      (info.tags & ~(Bit(Tag::kNoun) | Bit(Tag::kVerb) | Bit(Tag::kAdjective) |
                     Bit(Tag::kParticiple) | Bit(Tag::kGerund))) != 0 &&
      info.first != Tag::kNoun && info.first != Tag::kAdjective;
  const bool letters = Is(token, kAllCaps) && token.end - token.begin == 2 &&
                       (info.first == Tag::kPronoun ||
                        (info.first == Tag::kAuxiliary && !title));
  if (closed && !letters) {
    return info.first;
  }
  if (start || title) return info.known ? info.first : Tag::kName;
  return Tag::kName;
}

using Context = TagContext;

bool Matches(const TagRow& row, const Context& context, std::size_t i) {
  const Tag tag = TagOf(context.tokens[i]);
  // Every gerund may be a noun: "the repainting of the bridge".
  const bool may = (context.info[i]->tags & Bit(row.to)) != 0 ||
                   (tag == Tag::kGerund && row.to == Tag::kNoun);
  if ((row.from & Bit(tag)) == 0 || !may) return false;
  if (row.before != 0) {
    const Tag before = i == 0 ? Tag::kNone : TagOf(context.tokens[i - 1]);
    if ((row.before & Bit(before)) == 0) return false;
    if (row.before_features != 0 && (i == 0 || (context.info[i - 1]->features &
                                                row.before_features) == 0)) {
      return false;
    }
  }
  if (row.after != 0) {
    const Tag after = i + 1 < context.tokens.size()
                          ? TagOf(context.tokens[i + 1])
                          : Tag::kPunct;
    if ((row.after & Bit(after)) == 0) return false;
  }
  if (row.after_features != 0 &&
      (i + 1 >= context.tokens.size() ||
       (context.info[i + 1]->features & row.after_features) == 0)) {
    return false;
  }
  return true;
}

// At the start of a segment a capitalised word is a name if a name follows it.
void TagStart(const Context& context) {
  if (context.tokens.size() < 2) return;
  Token& first = context.tokens[0];
  const Token& second = context.tokens[1];
  const Tag tag = TagOf(first);
  const bool content =
      tag == Tag::kNoun || tag == Tag::kVerb || tag == Tag::kAdjective;
  const bool genitive =
      (context.info[1]->features & kGenitive) != 0 && tag == Tag::kVerb;
  if (Is(first, kCapitalised) && content &&
      (TagOf(second) == Tag::kName || genitive)) {
    first.tag = static_cast<std::uint8_t>(Tag::kName);
  }
}

bool IsFiniteLater(const Context& context, std::size_t from) {
  for (std::size_t i = from; i < context.tokens.size(); ++i) {
    const Tag tag = TagOf(context.tokens[i]);
    const bool verb = tag == Tag::kVerb || tag == Tag::kParticiple;
    if (tag == Tag::kAuxiliary || (verb && context.info[i]->past)) return true;
  }
  return false;
}

// "One of the largest radio telescopes in the south is working": no mark parts
// what may be a verb from the one that follows.
bool IsOneClause(const Context& context, std::size_t at) {
  constexpr TagSet kWithin = Bit(Tag::kPreposition) | Bit(Tag::kDeterminer) |
                             Bit(Tag::kAdjective) | Bit(Tag::kNoun) |
                             Bit(Tag::kName) | Bit(Tag::kNumber);
  if (TagOf(context.tokens[at + 1]) != Tag::kPreposition) return false;
  std::size_t i = at + 1;
  while (i < context.tokens.size() &&
         (Bit(TagOf(context.tokens[i])) & kWithin) != 0)
    ++i;
  return i < context.tokens.size() &&
         TagOf(context.tokens[i]) == Tag::kAuxiliary &&
         !Is(context.tokens[i], kCapitalised);  // not May
}

// A verb that does not agree with the noun before it is a noun, if a finite
// verb follows: "the car ferry between X and Y resumed", "the Italian resort
// of Rimini has". So is one before "of" or "between": "passenger ferries
// between". Verbs whose past has no form of its own ("hit") agree.
void Disagree(const Context& context, ClassSet same_past, ClassSet bare) {
  for (std::size_t i = 1; i + 1 < context.tokens.size(); ++i) {
    const WordInfo& info = *context.info[i];
    if (TagOf(context.tokens[i]) != Tag::kVerb || info.past || info.gerund ||
        (info.classes & same_past) != 0 || (info.tags & Bit(Tag::kNoun)) == 0)
      continue;
    // "Closed to trucks": no infinitive ends so.
    if (info.third && (context.info[i - 1]->features & kInfinitive) != 0) {
      context.tokens[i].tag = static_cast<std::uint8_t>(Tag::kNoun);
      continue;
    }
    const Tag before = TagOf(context.tokens[i - 1]);
    // "To transport aid": two verbs meet only after "help", "let" and the like.
    if (before == Tag::kVerb && !info.third &&
        (context.info[i - 1]->classes & (same_past | bare)) == 0 && i >= 2 &&
        (context.info[i - 2]->features & kInfinitive) != 0) {
      context.tokens[i].tag = static_cast<std::uint8_t>(Tag::kNoun);
      continue;
    }
    const bool nominal = before == Tag::kNoun || before == Tag::kName;
    if (!nominal || context.info[i - 1]->plural) continue;
    const bool base = !info.third;
    const bool joins =
        (context.info[i + 1]->features & (kOfWord | kAmongWord)) != 0;
    // "Helped the man leave", "did the ferry sail": after another verb.
    bool after_verb = false, after_past = false, governed = false;
    for (std::size_t k = 0; k + 1 < i; ++k) {
      const Tag tag = TagOf(context.tokens[k]);
      const bool verb = tag == Tag::kVerb || tag == Tag::kAuxiliary;
      after_verb |= verb;
      after_past |= tag == Tag::kVerb && context.info[k]->past;
      governed |= (context.info[k]->features & (kModal | kDo)) != 0 ||
                  (context.info[k]->classes & bare) != 0;
    }
    // "Closed the rail tunnel": only few verbs are followed by a bare one.
    const bool told = base && after_past && !governed &&
                      TagOf(context.tokens[i - 1]) == Tag::kNoun &&
                      (context.info[i - 1]->features & kPlural) == 0;
    if (told || (!base && IsOneClause(context, i))) {
      context.tokens[i].tag = static_cast<std::uint8_t>(Tag::kNoun);
      continue;
    }
    // "Of insuring bank deposits": what the gerund acts on.
    const bool object =
        !base && i >= 2 &&
        (TagOf(context.tokens[i - 2]) == Tag::kGerund ||
         (i >= 3 && TagOf(context.tokens[i - 2]) == Tag::kVerb &&
          (context.info[i - 3]->features & kInfinitive) != 0));
    const bool wrong = joins || (base && !after_verb) || object;
    // "73 % in the poll say Bos": who says what.
    const bool says =
        (info.verb_kinds & 1U << static_cast<unsigned>(VerbRow::Kind::kSay)) !=
            0 &&
        (Bit(TagOf(context.tokens[i + 1])) &
         (Bit(Tag::kName) | Bit(Tag::kPronoun) | Bit(Tag::kSubordinator))) != 0;
    if (says && !joins) continue;
    if (wrong && IsFiniteLater(context, i + 1))
      context.tokens[i].tag = static_cast<std::uint8_t>(Tag::kNoun);
  }
}

// "In widely used software": what stands before a noun after an adverb, behind
// a preposition or an article.
void Attributive(const Context& context) {
  constexpr TagSet kBefore =
      Bit(Tag::kPreposition) | Bit(Tag::kDeterminer) | Bit(Tag::kNumber);
  for (std::size_t i = 2; i + 1 < context.tokens.size(); ++i) {
    const WordInfo& info = *context.info[i];
    if (TagOf(context.tokens[i]) == Tag::kVerb && info.past &&
        (info.tags & Bit(Tag::kParticiple)) != 0 &&
        TagOf(context.tokens[i - 1]) == Tag::kAdverb &&
        (Bit(TagOf(context.tokens[i - 2])) & kBefore) != 0 &&
        (TagOf(context.tokens[i + 1]) == Tag::kNoun ||
         (TagOf(context.tokens[i - 2]) == Tag::kDeterminer &&
          (TagOf(context.tokens[i + 1]) == Tag::kName ||
           TagOf(context.tokens[i + 1]) == Tag::kNumber))))
      context.tokens[i].tag = static_cast<std::uint8_t>(Tag::kParticiple);
  }
}

// "Has held that post since 2015": no verb follows to which "that" could lead.
void ThatPost(const Context& context) {
  const std::size_t size = context.tokens.size();
  for (std::size_t i = 1; i + 1 < size; ++i) {
    const Tag before = TagOf(context.tokens[i - 1]);
    const WordInfo& noun = *context.info[i + 1];
    if (TagOf(context.tokens[i]) != Tag::kSubordinator ||
        (context.info[i]->features & kThatWord) == 0 ||
        (before != Tag::kVerb && before != Tag::kParticiple) ||
        (noun.tags & Bit(Tag::kNoun)) == 0 || noun.plural || noun.past ||
        noun.third || Is(context.tokens[i + 1], kCapitalised))
      continue;
    bool verb = false;
    for (std::size_t k = i + 2; k < size; ++k) {
      const Tag tag = TagOf(context.tokens[k]);
      if (tag == Tag::kPunct) break;
      verb |= tag == Tag::kVerb || tag == Tag::kAuxiliary ||
              tag == Tag::kParticiple || tag == Tag::kAdjective;
    }
    if (verb) continue;
    context.tokens[i].tag = static_cast<std::uint8_t>(Tag::kDeterminer);
    context.tokens[i + 1].tag = static_cast<std::uint8_t>(Tag::kNoun);
  }
}

// "The exercise dates back to 1997", "the body rests on a protocol": no plural.
void OriginVerb(const Context& context, ClassSet origin, WordTable& words) {
  const std::size_t size = context.tokens.size();
  for (std::size_t i = 1; i + 1 < size; ++i) {
    const WordInfo& info = *context.info[i];
    const Tag before = TagOf(context.tokens[i - 1]);
    if (TagOf(context.tokens[i]) != Tag::kNoun || !info.third ||
        (before != Tag::kNoun && before != Tag::kName) ||
        context.info[i - 1]->plural ||
        (words.Of(info.verb).classes & origin) == 0)
      continue;
    std::size_t next = i + 1;
    if (TagOf(context.tokens[next]) == Tag::kAdverb) ++next;
    if (next + 1 >= size || TagOf(context.tokens[next]) != Tag::kPreposition)
      continue;
    const Tag after = TagOf(context.tokens[next + 1]);
    if (after == Tag::kNumber || after == Tag::kDeterminer)
      context.tokens[i].tag = static_cast<std::uint8_t>(Tag::kVerb);
  }
}

// "Could not board the plane", "did not even hand down": between an auxiliary
// and its verb stand only negations and adverbs. After "be" stands no bare
// verb.
void BehindAuxiliary(const Context& context, ClassSet same_past) {
  const auto is = [&](std::size_t i, TagSet tags) {
    return i < context.tokens.size() &&
           (Bit(TagOf(context.tokens[i])) & tags) != 0;
  };
  for (std::size_t i = 2; i < context.tokens.size(); ++i) {
    const WordInfo& info = *context.info[i];
    // "Is open", "has been present".
    if (is(i, Bit(Tag::kVerb)) && (info.tags & Bit(Tag::kAdjective)) != 0 &&
        !info.third && !info.past && !info.gerund &&
        (info.classes & same_past) == 0 && is(i - 1, Bit(Tag::kAuxiliary)) &&
        (context.info[i - 1]->features & kBe) != 0)
      context.tokens[i].tag = static_cast<std::uint8_t>(Tag::kAdjective);
    if (!is(i, Bit(Tag::kNoun) | Bit(Tag::kAdjective)) ||
        (info.tags & Bit(Tag::kVerb)) == 0 || info.third || info.past ||
        is(i + 1, Bit(Tag::kVerb)))
      continue;
    bool negated = false;
    std::size_t k = i;
    while (k > 0 && is(k - 1, Bit(Tag::kParticle) | Bit(Tag::kAdverb)))
      negated |= (context.info[--k]->features & kNegation) != 0;
    if (negated && k > 0 && is(k - 1, Bit(Tag::kAuxiliary)) &&
        (context.info[k - 1]->features & (kModal | kDo)) != 0)
      context.tokens[i].tag = static_cast<std::uint8_t>(Tag::kVerb);
  }
}

// A sentence without a verb: the first word that may be one, agrees with the
// noun before it and has something after it that verbs take: "The theatre seats
// 900", "People work at the mill".
void FindVerb(const Context& context) {
  constexpr TagSet kVerbal = Bit(Tag::kVerb) | Bit(Tag::kAuxiliary);
  constexpr TagSet kAfter = Bit(Tag::kPreposition) | Bit(Tag::kNumber) |
                            Bit(Tag::kDeterminer) | Bit(Tag::kAdverb) |
                            Bit(Tag::kPronoun);
  const std::size_t size = context.tokens.size();
  for (const Token& token : context.tokens) {
    if ((kVerbal & Bit(TagOf(token))) != 0) return;
  }
  for (std::size_t i = 1; i + 1 < size; ++i) {
    const Tag before = TagOf(context.tokens[i - 1]);
    if (TagOf(context.tokens[i]) != Tag::kNoun ||
        (context.info[i]->tags & Bit(Tag::kVerb)) == 0 ||
        (context.info[i + 1]->features & (kOfWord | kAmongWord)) != 0 ||
        ((Bit(TagOf(context.tokens[i + 1])) & kAfter) == 0 &&
         context.tokens[i + 1].shape != TokenShape::kSymbol))
      continue;
    const WordInfo& noun = *context.info[i - 1];
    const bool plural =
        noun.plural || (noun.features & kPlural) != 0 ||
        (noun.noun.valid() && noun.noun != context.tokens[i - 1].folded);
    const bool agrees =
        before == Tag::kName
            ? context.info[i]->third
            : before == Tag::kNoun && context.info[i]->third != plural;
    if (!agrees) continue;
    context.tokens[i].tag = static_cast<std::uint8_t>(Tag::kVerb);
    return;
  }
}

}  // namespace

// "The kick-off", "a break-in": what a verb and its particle make is a noun.
void JoinParticle(const TokenizedText& text, const Context& context) {
  const auto& tokens = context.tokens;
  constexpr TagSet kDeverbal = Bit(Tag::kNoun) | Bit(Tag::kVerb);
  const auto hyphen = [&](std::size_t i) {
    return i > 0 && i + 1 < tokens.size() && text.View(tokens[i]) == "-" &&
           tokens[i - 1].end == tokens[i].begin &&
           tokens[i].end == tokens[i + 1].begin;
  };
  for (std::size_t i = 1; i + 1 < tokens.size(); ++i) {
    const Tag before = TagOf(tokens[i - 1]), after = TagOf(tokens[i + 1]);
    if (!hyphen(i) || hyphen(i + 2) || (i > 1 && hyphen(i - 2)) ||
        (context.info[i - 1]->tags & kDeverbal) != kDeverbal ||
        (before != Tag::kNoun && before != Tag::kVerb) ||
        (after != Tag::kAdverb && after != Tag::kPreposition))
      continue;
    tokens[i - 1].tag = tokens[i + 1].tag =
        static_cast<std::uint8_t>(Tag::kNoun);
  }
}

void TagTokens(TokenizedText& text, WordTable& words) {
  std::vector<const WordInfo*> info;
  const ClassSet same_past = words.index().ClassBit("same_past");
  const ClassSet bare = words.index().ClassBit("bare_verb");
  const ClassSet origin = words.index().ClassBit("origin_verb");
  const ClassSet prefixes = words.index().ClassBit("prefix");
  for (const Segment& segment : text.segments) {
    const std::span<Token> tokens =
        std::span(text.tokens)
            .subspan(segment.first, segment.last - segment.first);
    info.clear();
    const bool title = IsTitleCase(tokens);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      info.push_back(&words.Of(tokens[i].folded));
      const bool start =
          i == 0 || (i == 1 && tokens[0].shape == TokenShape::kPunct);
      tokens[i].tag = static_cast<std::uint8_t>(
          FirstTag(tokens[i], *info.back(), start, title));
    }
    const Context context{info, tokens, words};
    if (!title) TagStart(context);
    JoinCutCompounds(context, prefixes);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      for (const TagRow& row : words.index().tables().tags) {
        if (Matches(row, context, i))
          tokens[i].tag = static_cast<std::uint8_t>(row.to);
      }
      // A compound joined by a hyphen stands before its noun: "a six-year
      // break".
      const bool compound = i > 0 &&
                            (tokens[i - 1].flags & kHyphenBefore) != 0 &&
                            (tokens[i].flags & kHyphenBefore) == 0;
      if (compound && TagOf(tokens[i]) == Tag::kVerb &&
          TagOf(tokens[i - 1]) == Tag::kNoun &&
          (info[i]->tags & Bit(Tag::kNoun)) != 0) {
        tokens[i].tag = static_cast<std::uint8_t>(Tag::kNoun);
      }
    }
    ThatPost(context);
    BehindAuxiliary(context, same_past);
    OriginVerb(context, origin, words);
    if (!title) Disagree(context, same_past, bare);
    if (!title) Attributive(context);
    if (!title) Forms(context);
    if (!title) BareForms(context, bare);
    if (!title) FindVerb(context);
    JoinParticle(text, context);
  }
}

}  // namespace gainsay::internal

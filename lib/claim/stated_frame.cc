// The frames of sentences. See stated_clause.h.
#include "claim/stated_clause.h"
#include "claim/stated_words.h"
#include "text/tag.h"

namespace gainsay::internal {
namespace {

struct Word {
  std::string_view word;
  std::uint32_t id = 0;
};
constexpr std::uint32_t kMark = 0xfffffff0;  // ids of marks; no string has such
constexpr Word kMarks[] = {
    {"#n", kMark},     {"#o", kMark + 1}, {"#t", kMark + 2}, {"#d", kMark + 3},
    {"#d", kMark + 3}, {"#w", kMark + 4}, {"#c", kMark + 5}};

// Words that are kept of a text: hostile input stays cheap.
constexpr std::size_t kMostOfText = 2048;

class FrameStater {
 public:
  FrameStater(const TokenizedText& text, const ValueWords& value_words,
              WordTable& words)
      : text_(text), value_words_(value_words), words_(words) {}

  void AddValue(StatedValue& value, StatedSentence& sentence) const {
    value.slot = static_cast<std::uint32_t>(sentence.tokens.size());
    const std::size_t kind = static_cast<std::size_t>(value.kind);
    const Word mark{kMarks[kind].word, kMarks[kind].id};
    Add(mark, mark, kValueMark, value.span, sentence);
  }

  void AddWord(std::uint32_t t, StatedSentence& sentence) {
    const StringId folded = text_.tokens[t].folded, lemma = LemmaOf(t);
    const std::string_view word = words_.interner().View(folded);
    Add({word, folded.index}, {words_.interner().View(lemma), lemma.index},
        KindOf(t, word, t == sentence.first),
        {text_.tokens[t].begin, text_.tokens[t].end}, sentence);
  }

 private:
  static void Add(Word word, Word lemma, std::uint8_t kind, ByteSpan span,
                  StatedSentence& out) {
    out.tokens.push_back(word.word);
    out.lemmas.push_back(lemma.word);
    out.token_ids.push_back(word.id);
    out.lemma_ids.push_back(lemma.id);
    out.kinds.push_back(kind);
    out.spans.push_back(span);
  }

  StringId LemmaOf(std::uint32_t t) {
    const Token& token = text_.tokens[t];
    const WordInfo& info = words_.Of(token.folded);
    StringId lemma = token.folded;
    switch (TagOf(token)) {
      case Tag::kVerb:
      case Tag::kParticiple:
      case Tag::kGerund:
        lemma = info.verb;
        break;
      case Tag::kNoun:
        lemma = info.noun;
        break;
      default:
        break;
    }
    return lemma.valid() ? lemma : token.folded;
  }

  std::uint8_t KindOf(std::uint32_t t, std::string_view word,
                      bool first) const {
    if (Contains(value_words_.negations, word)) return kNotWord;
    if (!IsAlpha(word)) return kOtherMark;
    if (TagOf(text_.tokens[t]) == Tag::kConjunction)
      return kStopWord | kJoinWord;
    if (value_words_.IsStop(word)) return kStopWord;
    const Token& token = text_.tokens[t];
    const bool name = (token.flags & kAllCaps) != 0 ||
                      ((token.flags & kCapitalised) != 0 &&
                       (!first || TagOf(token) == Tag::kName));
    return name ? kNameWord : 0;
  }

  const TokenizedText& text_;
  const ValueWords& value_words_;
  WordTable& words_;
};

}  // namespace

void StateFrames(const TokenizedText& text, const ValueWords& value_words,
                 WordTable& words, StatedText& out) {
  FrameStater frames(text, value_words, words);
  auto value = out.values.begin();
  for (StatedSentence& sentence : out.sentences) {
    for (std::uint32_t t = sentence.first; t < sentence.last;) {
      while (value != out.values.end() && value->last <= t) ++value;
      if (value != out.values.end() && value->first <= t) {
        frames.AddValue(*value, sentence);
        t = value->last;
      } else {
        frames.AddWord(t++, sentence);
      }
    }
  }
  for (const StatedSentence& sentence : out.sentences) {
    out.content.insert(out.content.end(), sentence.content.begin(),
                       sentence.content.end());
    out.names.insert(out.names.end(), sentence.names.begin(),
                     sentence.names.end());
  }
  SortUnique(out.content);
  SortUnique(out.names);
  Cap(out.content, kMostOfText);
  Cap(out.names, kMostOfText);
}

}  // namespace gainsay::internal

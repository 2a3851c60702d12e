// Holders of offices that one person holds. See stated_holder.h.
#include "claim/stated_holder.h"

#include "claim/stated_words.h"
#include "lang/names.h"

namespace gainsay::internal {
namespace {

constexpr std::uint32_t kMostModifiers = 4;  // words before a title
constexpr std::uint32_t kMostNameWords = 4;  // behind it
constexpr std::size_t kShortestFamily = 4;   // letters: "Lee" may be anyone
using PhraseKind = NameLexicon::PhraseKind;

class HolderReader {
 public:
  HolderReader(const TokenizedText& text, const NameLexicon& names,
               const ValueWords& words, const Interner& strings)
      : text_(text), names_(names), words_(words), strings_(strings) {}

  void Read(std::uint32_t index, const StatedSentence& sentence,
            std::vector<StatedHolder>& out) {
    first_ = sentence.first;
    last_ = sentence.last;
    for (std::uint32_t t = first_; t < last_; ++t) {
      const auto [row, end] = TitleAt(t);
      if (row == nullptr) continue;
      StatedHolder holder;
      holder.sentence = index;
      holder.office = row->name;
      if (ReadName(end, holder) && ReadModifiers(t, holder))
        out.push_back(std::move(holder));
      t = end - 1;
    }
  }

 private:
  std::string_view W(std::uint32_t token) const {
    return strings_.View(text_.tokens[token].folded);
  }
  bool IsName(std::uint32_t token) const {
    return IsAlpha(W(token)) && !words_.IsStop(W(token)) &&
           (text_.tokens[token].flags & (kCapitalised | kAllCaps)) != 0;
  }

  // The longest phrase of a kind that begins at a token, and its end.
  std::pair<const NameLexicon::Phrase*, std::uint32_t> PhraseAt(
      std::uint32_t token, PhraseKind kind) const {
    for (const NameLexicon::Phrase& phrase : names_.StartingWith(W(token))) {
      const auto size = static_cast<std::uint32_t>(phrase.words.size());
      if (phrase.kind != kind || token + size > last_) continue;
      std::uint32_t n = 1;
      while (n < size && W(token + n) == phrase.words[n]) ++n;
      if (n == size) return {&phrase, token + size};
    }
    return {nullptr, token};
  }
  std::pair<const TitleRow*, std::uint32_t> TitleAt(std::uint32_t token) const {
    const auto [phrase, end] = PhraseAt(token, PhraseKind::kTitle);
    if (phrase == nullptr) return {nullptr, token};
    const TitleRow& row = names_.tables().titles[phrase->row];
    const bool one = row.kind == TitleKind::kOffice && row.exclusive;
    return {one ? &row : nullptr, end};
  }

  bool ReadName(std::uint32_t begin, StatedHolder& holder) const {
    std::uint32_t end = begin;
    while (end < last_ && end < begin + kMostNameWords && IsName(end) &&
           PhraseAt(end, PhraseKind::kTitle).first == nullptr)
      ++end;
    if (end == begin) return false;
    holder.family = W(end - 1);
    holder.span = {text_.tokens[begin].begin, text_.tokens[end - 1].end};
    return holder.family.size() >= kShortestFamily;
  }

  // What the office is of. False for "former", "deputy".
  bool ReadModifiers(std::uint32_t title, StatedHolder& holder) const {
    for (std::uint32_t n = 1; n <= kMostModifiers && title >= first_ + n; ++n) {
      const std::uint32_t t = title - n;
      if (PhraseAt(t, PhraseKind::kTitleModifier).first != nullptr)
        return false;
      if (Contains(words_.genitives, W(t))) continue;
      if (!IsName(t)) break;
      holder.of.push_back(W(t));
    }
    return !holder.of.empty();
  }

  const TokenizedText& text_;
  const NameLexicon& names_;
  const ValueWords& words_;
  const Interner& strings_;
  std::uint32_t first_ = 0, last_ = 0;
};

}  // namespace

void StateHolders(const TokenizedText& text, const Language& language,
                  const Interner& strings, StatedText& out) {
  HolderReader reader(text, language.names(), language.values(), strings);
  for (std::uint32_t i = 0; i < out.sentences.size(); ++i)
    reader.Read(i, out.sentences[i], out.holders);
}

}  // namespace gainsay::internal

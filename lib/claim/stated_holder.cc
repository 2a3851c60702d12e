// Holders of offices that one person holds. See stated_holder.h.
#include "claim/stated_holder.h"

#include "claim/stated_words.h"
#include "lang/names.h"

namespace gainsay::internal {
namespace {

constexpr std::uint32_t kMostModifiers = 4;  // words before a title
constexpr std::uint32_t kMostNameWords = 4;  // behind it
constexpr std::uint32_t kNone = 0xffffffff;
constexpr std::size_t kShortestFamily = 4;  // letters: "Lee" may be anyone
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
      const std::uint32_t begin = Modifiers(t);
      const std::uint32_t last = Body(end);
      AddOf(begin, t, holder.of);
      AddOf(end, last, holder.of);
      if (begin != kNone && !holder.of.empty() &&
          (Behind(end, last, holder) || Before(begin, holder)))
        out.push_back(std::move(holder));
      t = end - 1;
    }
  }

 private:
  std::string_view W(std::uint32_t token) const {
    return token < last_ ? strings_.View(text_.tokens[token].folded)
                         : std::string_view();
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

  // "Foreign Minister Espen Lie", "the mayor of Ulm is Ida Holm", "the mayor of
  // Ulm, Ida Holm,".
  bool Behind(std::uint32_t title_end, std::uint32_t end,
              StatedHolder& holder) const {
    std::uint32_t name = end;
    if (end > title_end || W(end) == ",") {
      if (!IsCopula(end) && W(end) != ",") return false;
      ++name;
    } else if (IsCopula(end)) {
      ++name;
    }
    std::uint32_t last = name;
    while (last < last_ && last < name + kMostNameWords && IsName(last) &&
           PhraseAt(last, PhraseKind::kTitle).first == nullptr)
      ++last;
    if (name != end && !IsGiven(name)) return false;
    return (W(end) != "," || W(last) == ",") && Name(name, last, holder);
  }
  // "Ida Holm is the mayor of Ulm", "Ida Holm, the mayor of Ulm".
  bool Before(std::uint32_t begin, StatedHolder& holder) const {
    std::uint32_t end = begin;
    if (end > first_ && IsArticle(end - 1)) --end;
    if (end == first_ || (!IsCopula(end - 1) && W(end - 1) != ","))
      return false;
    const bool apposition = W(--end) == ",";
    std::uint32_t name = end;
    while (name > first_ && end - name < kMostNameWords && IsName(name - 1))
      --name;
    return (!apposition || IsGiven(name)) && Name(name, end, holder);
  }
  bool Name(std::uint32_t begin, std::uint32_t end,
            StatedHolder& holder) const {
    if (begin >= end) return false;
    holder.words = end - begin;
    holder.family = W(end - 1);
    holder.span = {text_.tokens[begin].begin, text_.tokens[end - 1].end};
    return holder.family.size() >= kShortestFamily;
  }

  // Where what stands before a title begins: "the Norwegian current". kNone
  // for "former", "deputy".
  std::uint32_t Modifiers(std::uint32_t title) const {
    std::uint32_t begin = title;
    for (; begin > first_ && title - begin < kMostModifiers; --begin) {
      const std::uint32_t t = begin - 1;
      const auto modifier = PhraseAt(t, PhraseKind::kTitleModifier).first;
      if (modifier != nullptr &&
          names_.tables().title_modifiers[modifier->row].time !=
              TitleTime::kCurrent)
        return kNone;
      if (modifier == nullptr && !Contains(words_.genitives, W(t)) &&
          !IsName(t))
        break;
    }
    return begin;
  }
  // The end of "of Spain", "of the Swiss Guard".
  std::uint32_t Body(std::uint32_t title_end) const {
    if (W(title_end) != names_.tables().of) return title_end;
    const std::uint32_t first = title_end + (IsArticle(title_end + 1) ? 2 : 1);
    std::uint32_t end = first;
    while (end < last_ && end < first + kMostModifiers && IsName(end)) ++end;
    return end == first ? title_end : end;
  }
  // A country by its name, whether "Norway" or "Norwegian" stands there.
  void AddOf(std::uint32_t begin, std::uint32_t end, WordList& of) const {
    for (std::uint32_t t = begin; t < end; ++t) {
      if (!IsName(t)) continue;
      const auto [place, place_end] = PhraseAt(t, PhraseKind::kPlace);
      const auto [people, people_end] = PhraseAt(t, PhraseKind::kDemonym);
      if (place != nullptr) {
        of.push_back(names_.tables().places[place->row].name);
        t = place_end - 1;
      } else if (people != nullptr) {
        of.push_back(names_.tables().demonyms[people->row].country);
        t = people_end - 1;
      } else {
        of.push_back(W(t));
      }
    }
  }

  bool IsCopula(std::uint32_t token) const {
    return Contains(words_.present_copulas, W(token));
  }
  bool IsArticle(std::uint32_t token) const {
    return Contains(names_.tables().articles, W(token)) &&
           !Contains(names_.tables().indefinite, W(token));
  }
  bool IsGiven(std::uint32_t token) const {
    return (names_.Bits(W(token)) & NameWord::kGivenName) != 0;
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

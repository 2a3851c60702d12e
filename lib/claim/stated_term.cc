#include "claim/stated_term.h"

#include "claim/stated_words.h"
#include "lang/names.h"
#include "lang/office_words.h"

namespace gainsay::internal {
namespace {

constexpr std::uint32_t kMostTokens = 48;  // of such a sentence
constexpr std::size_t kPluralLetters = 2;  // "coaches"
using PhraseKind = NameLexicon::PhraseKind;

class TermReader {
 public:
  TermReader(const TokenizedText& text, const Language& language,
             WordTable& words)
      : text_(text),
        names_(language.names()),
        values_(language.values()),
        story_(language.story_offices()),
        words_(words),
        term_(words.index().ClassBit("term_word")) {}

  void Read(std::uint32_t index, const StatedSentence& sentence,
            std::vector<StatedTerm>& out) {
    first_ = sentence.first;
    last_ = sentence.last;
    if (last_ - first_ > kMostTokens) return;
    term_told_ = {};
    term_told_.sentence = index;
    title_ = title_end_ = copula_ = kNone;
    if (!ReadTitle() || !ReadBody() || !ReadRest()) return;
    const bool holders_last = copula_ > title_;
    term_told_.all = holders_last;
    SortUnique(term_told_.of);
    if (term_told_.first != 0) out.push_back(std::move(term_told_));
  }

 private:
  static constexpr std::uint32_t kNone = 0xffffffff;

  std::string_view W(std::uint32_t token) const {
    return token < last_ ? words_.interner().View(text_.tokens[token].folded)
                         : std::string_view();
  }
  const WordInfo& Info(std::uint32_t token) {
    return words_.Of(text_.tokens[token].folded);
  }
  bool IsName(std::uint32_t token) const {
    return IsAlpha(W(token)) && !values_.IsStop(W(token)) &&
           (text_.tokens[token].flags & (kCapitalised | kAllCaps)) != 0;
  }

  // A title of one holder, and its end; of several holders in the plural.
  bool ReadTitle() {
    for (std::uint32_t t = first_; t < last_; ++t) {
      const auto [row, end] = TitleAt(t);
      if (row == nullptr) continue;
      if (title_ != kNone) return false;
      title_ = t;
      title_end_ = end;
      term_told_.office = row->name;
      t = end - 1;
    }
    return title_ != kNone;
  }
  std::pair<const TitleRow*, std::uint32_t> TitleAt(std::uint32_t token) const {
    const TitleRow* found = nullptr;
    std::uint32_t last = token;
    for (std::size_t cut = 0; cut <= kPluralLetters; ++cut) {
      const std::string_view word = W(token);
      if (word.size() <= cut) break;
      for (const NameLexicon::Phrase& phrase :
           names_.StartingWith(word.substr(0, word.size() - cut))) {
        const auto size = static_cast<std::uint32_t>(phrase.words.size());
        const TitleRow* row = phrase.kind == PhraseKind::kTitle
                                  ? &names_.tables().titles[phrase.row]
                                  : nullptr;
        if (row == nullptr || !HasOne(*row) || token + size <= last ||
            (size > 1 && cut > 0) || !Follows(phrase, token))
          continue;
        found = row;
        last = token + size;
      }
    }
    return {found, last};
  }
  bool Follows(const NameLexicon::Phrase& phrase, std::uint32_t token) const {
    for (std::uint32_t n = 0; n < phrase.words.size(); ++n) {
      const std::string_view word = W(token + n), row = phrase.words[n];
      const bool ending = n + 1 == phrase.words.size() &&
                          word.size() <= row.size() + kPluralLetters;
      if (word != row && !(ending && word.starts_with(row))) return false;
    }
    return true;
  }
  bool HasOne(const TitleRow& row) const {
    return (row.kind == TitleKind::kOffice && row.exclusive) ||
           std::ranges::binary_search(story_, row.name, {},
                                      &StoryOfficeRow::title);
  }

  // "Of Vela United", "Vela United's".
  bool ReadBody() {
    std::uint32_t t = title_end_;
    if (W(t) == names_.tables().of) {
      for (++t; t < last_ && IsBody(t); ++t) AddOf(t);
      body_ = title_end_;
      body_end_ = t;
      return !term_told_.of.empty();
    }
    t = title_;
    if (t == first_ || !Contains(values_.genitives, W(t - 1))) return false;
    for (--t; t > first_ && IsName(t - 1); --t) AddOf(t - 1);
    body_ = t;
    body_end_ = title_end_;
    return !term_told_.of.empty();
  }
  // Up to a mark, a number or a word of time.
  bool IsBody(std::uint32_t token) {
    const bool inside = Contains(names_.tables().articles, W(token)) ||
                        W(token) == names_.tables().of;
    return text_.tokens[token].shape == TokenShape::kWord &&
           (inside || (Info(token).classes & term_) == 0) && !IsBe(token);
  }
  void AddOf(std::uint32_t token) {
    if (!Contains(names_.tables().articles, W(token)))
      term_told_.of.push_back(W(token));
  }
  bool IsBe(std::uint32_t token) { return (Info(token).features & kBe) != 0; }

  // Years, one copula, the names, and nothing that no row lists.
  bool ReadRest() {
    bool run = false;
    for (std::uint32_t t = first_; t < last_; ++t) {
      if (t == title_ || t == body_) {
        t = std::max(t == title_ ? title_end_ : 0, t == body_ ? body_end_ : 0) -
            1;
        run = false;
        continue;
      }
      if (IsName(t)) {
        AddName(t, run);
        run = true;
        continue;
      }
      run = false;
      if (IsDigit(W(t))) {
        if (!AddYear(t)) return false;
      } else if (IsBe(t)) {
        if (copula_ != kNone) return false;
        copula_ = t;
      } else if (text_.tokens[t].shape != TokenShape::kPunct &&
                 (Info(t).classes & term_) == 0) {
        return false;
      }
    }
    return copula_ != kNone && !term_told_.holders.empty() && OnOneSide();
  }
  void AddName(std::uint32_t token, bool run) {
    if (!run) {
      term_told_.holders.emplace_back();
      if (term_told_.holders.size() == 1) name_ = token;
    }
    term_told_.holders.back().push_back(W(token));
    name_end_ = token + 1;
    term_told_.span = {text_.tokens[name_].begin, text_.tokens[token].end};
  }
  bool AddYear(std::uint32_t token) {
    const std::string_view word = W(token);
    if (word.size() != 4 ||
        word.find_first_not_of("0123456789") != std::string_view::npos)
      return false;
    std::int32_t year = 0;
    for (const char c : word) year = 10 * year + (c - '0');
    if (term_told_.last != 0 && term_told_.last != term_told_.first)
      return false;
    if (term_told_.first == 0) term_told_.first = year;
    term_told_.last = year;
    return term_told_.first <= term_told_.last;
  }
  // The title and the names on two sides of the copula.
  bool OnOneSide() const {
    return copula_ > title_ ? name_ > copula_ : name_end_ <= copula_;
  }

  const TokenizedText& text_;
  const NameLexicon& names_;
  const ValueWords& values_;
  std::span<const StoryOfficeRow> story_;
  WordTable& words_;
  ClassSet term_;
  StatedTerm term_told_;
  std::uint32_t first_ = 0, last_ = 0, title_ = 0, title_end_ = 0, body_ = 0,
                body_end_ = 0, copula_ = 0, name_ = 0, name_end_ = 0;
};

}  // namespace

void StateTerms(const TokenizedText& text, const Language& language,
                WordTable& words, StatedText& out) {
  TermReader reader(text, language, words);
  for (std::uint32_t i = 0; i < out.sentences.size(); ++i)
    reader.Read(i, out.sentences[i], out.terms);
}

}  // namespace gainsay::internal

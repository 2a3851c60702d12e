// Cutting text into tokens: one linear pass, byte-exact offsets into the
// original.
//
//   Interner interner;
//   Cutter cutter(English(), interner);
//   TokenizedText cut;
//   cutter.Cut("Talks resumed after a six-year hiatus.", cut);   // six, -,
//   year
//
// What it does with the awkward parts of real text:
//   * "Japan's" is "Japan" + "'s" (either apostrophe); "don't", "O'Brien" are
//   one token.
//   * A hyphen between words is a token; the word after it has kHyphenBefore.
//   * "1,347" and "6.1" are one number; "1,2" is three tokens, and so is
//   "14.3.".
//   * Digits and letters part where the letters end the run ("5pm", "2,000ft"
//   are
//     two tokens), unless the letters are a suffix of the language ("12th",
//     "1990s"). Letters first, or several changes, is one kAlnum token ("B737",
//     "3d4f").
//   * "U.S." and "p.m." are one token with their stops; "Jan." is two.
//   * URLs and addresses of e-mail are one kAlnum token each.
//   * Tokenised text is read: -LRB-, ``, '' are brackets and quotes.
//   * A byte-order mark, control and format characters are white space; a byte
//   that
//     is no UTF-8 is a kSymbol token of one byte.
#ifndef GAINSAY_LIB_TEXT_TOKENIZE_H_
#define GAINSAY_LIB_TEXT_TOKENIZE_H_

#include <string>
#include <string_view>

#include "base/interner.h"
#include "lang/language.h"
#include "text/token.h"

namespace gainsay::internal {

// Cuts documents of one language into tokens and segments. Strings go to the
// interner, which outlives it. One thread at a time; reuse it, so that a
// document costs no allocation but for words never seen.
class Cutter {
 public:
  Cutter(const Language& language, Interner& interner)
      : language_(&language),
        interner_(&interner),
        words_(language.lexicon(), interner) {}

  // Fills `out` with tokens and segments of `text`, which must outlive it and
  // is shorter than 4 GiB. Keeps the capacity of `out`.
  void Cut(std::string_view text, TokenizedText& out);

  const Language& language() const { return *language_; }
  Interner& interner() { return *interner_; }
  WordCache& words() { return words_; }

 private:
  void Tokenize(std::string_view text, TokenizedText& out);

  const Language* language_;
  Interner* interner_;
  WordCache words_;
  std::string buffer_;
};

// True if the language has a row of the class for the single word.
bool HasClass(WordCache& words, StringId folded, WordClass word_class);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_TEXT_TOKENIZE_H_

// The marks and letters of a text, and where each token of it ends.
#ifndef GAINSAY_LIB_TEXT_SCAN_H_
#define GAINSAY_LIB_TEXT_SCAN_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "text/token.h"
#include "text/tokenize.h"

namespace gainsay::internal {

enum class CharKind : std::uint8_t {
  kEnd,
  kSpace,
  kNewline,
  kLetter,
  kIdeograph,
  kDigit,
  kPunct,
  kSymbol
};

struct Char {
  char32_t value = 0;
  std::uint8_t size = 0;
  CharKind kind = CharKind::kEnd;
};

bool IsHyphen(char32_t c);
// Whether a node of a lexicon has a row of a class.
bool HasRowAt(const Lexicon& lexicon, Lexicon::Node node, WordClass c);

// Walks a text and gives the ends of its tokens. Every look-ahead is bounded by
// what is consumed next, so that the whole walk is linear.
class Scanner {
 public:
  Scanner(std::string_view text, WordCache& words)
      : text_(text), words_(&words) {}

  Char At(std::size_t at) const;
  CharKind KindAt(std::size_t at) const { return At(at).kind; }

  // The end of the token that begins at `begin`, and its shape and case.
  std::size_t Token(std::size_t begin, const Char& first, TokenShape& shape,
                    std::uint8_t& flags);

 private:
  std::size_t Number(std::size_t begin, TokenShape& shape);
  std::size_t Word(std::size_t begin, TokenShape& shape, std::uint8_t& flags);
  std::size_t Acronym(std::size_t begin) const;
  std::size_t Address(std::size_t begin) const;
  std::size_t AlnumRun(std::size_t at) const;
  std::size_t Digits(std::size_t at) const;
  std::size_t Mark(std::size_t begin, const Char& first,
                   TokenShape& shape) const;
  bool StartsDecimal(std::size_t begin) const;
  std::size_t Clitic(std::size_t at);
  std::size_t CutNegation(std::size_t end) const;
  bool IsIsoTime(std::size_t at) const;
  bool HasRow(std::size_t begin, std::size_t end, WordClass c);

  std::string_view text_;
  WordCache* words_;
  std::string folded_;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_TEXT_SCAN_H_

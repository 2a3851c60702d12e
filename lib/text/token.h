// Tokens and segments: a document's text, cut once, with byte offsets into the
// original.
#ifndef GAINSAY_LIB_TEXT_TOKEN_H_
#define GAINSAY_LIB_TEXT_TOKEN_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "gainsay/document.h"

namespace gainsay::internal {

enum class TokenShape : std::uint8_t {
  kWord,    // letters, with inner apostrophes: "Japan", "don't" ("Japan's" is
            // "Japan" + "'s")
  kNumber,  // digits, with inner separators: "1,347", "6.1", "2025"
  kAlnum,   // letters and digits mixed: "12th", "B737", "5pm"
  kPunct,   // one mark
  kSymbol,  // $, %, EUR sign, degree sign ...
};

struct Token {
  std::uint32_t begin = 0, end = 0;  // bytes of the document's text
  StringId
      folded;  // case-folded, normalised surface (the document's lexicon ids)
  TokenShape shape = TokenShape::kWord;
  std::uint8_t flags = 0;  // TokenFlag bits
  std::uint8_t tag =
      0;  // coarse part of speech, set by the tagger (text/tag.h)
  std::uint8_t extra = 0;
};

enum TokenFlag : std::uint8_t {
  kCapitalised = 1,  // first letter upper case
  kAllCaps = 2,      // at least two letters, all upper case
  kSpaceBefore = 4,  // white space before it
  kLineStart = 8,    // first token of a line
  kSegmentStart = 16,
  kHyphenBefore =
      32,  // joined to the token before by a hyphen: "six-year" is six, -, year
};

// A sentence, heading, table cell or list item: tokens [first, last).
struct Segment {
  std::uint32_t first = 0, last = 0;
  std::uint32_t paragraph = 0;
  enum class Kind : std::uint8_t {
    kSentence,
    kHeading,
    kCell,
    kDateline
  } kind = Kind::kSentence;
};

struct TokenizedText {
  std::string_view text;  // the document's text; not owned
  std::vector<Token> tokens;
  std::vector<Segment> segments;

  std::string_view View(const Token& token) const {
    return text.substr(token.begin, token.end - token.begin);
  }
  std::span<const Token> Tokens(const Segment& segment) const {
    return std::span(tokens).subspan(segment.first,
                                     segment.last - segment.first);
  }
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_TEXT_TOKEN_H_

// Cutting tokens into segments: sentences, headings, table cells, datelines.
//
//   * A blank line ends a paragraph. A single line break ends a segment unless
//   the
//     text is wrapped, that is, unless the next word would not have fitted.
//   * A line alone without final punctuation is a heading; so are "# ..." and a
//     capitalised label before a colon ("Press Release: The talks ...").
//   * Cells of "| a | b |" are segments; ruling rows ("|---|") are none.
//   * A full stop ends a sentence unless it belongs to an abbreviation, an
//   initial
//     or a list number; a missing blank after it does not matter
//     ("(CPC).During").
//   * "TOKYO (Agency) --" is a dateline.
//
// One linear pass. Tokens that only rule or mark ("|", "#", "-") lie in no
// segment.
#ifndef GAINSAY_LIB_TEXT_SEGMENT_H_
#define GAINSAY_LIB_TEXT_SEGMENT_H_

#include <cstdint>
#include <vector>

#include "lang/lexicon.h"
#include "text/token.h"

namespace gainsay::internal {

// A mark that may end a sentence, of any script.
bool IsTerminator(char32_t c);

class Segmenter {
 public:
  Segmenter(WordCache& words, TokenizedText& text)
      : words_(&words), text_(&text) {}

  // Fills text.segments and sets kSegmentStart.
  void Run();

 private:
  using Index = std::uint32_t;
  void Paragraph(Index first, Index last);
  void Block(Index first, Index last, bool one_line);
  void TableRow(Index first, Index last);
  void Sentences(Index first, Index last);
  void Emit(Index first, Index last, Segment::Kind kind);

  Index LineEnd(Index first, Index limit) const;
  bool StartsBlock(Index first, Index last) const;
  bool IsRow(Index first, Index last) const;
  Index SkipMarker(Index first, Index last, bool* heading) const;
  Index Label(Index first, Index last) const;
  Index Dateline(Index first, Index last) const;
  bool IsHeading(Index first, Index last) const;
  bool EndsSentence(Index at, Index first, Index last) const;
  bool StopEnds(Index stop, Index next, Index first) const;
  Index Closers(Index at, Index last) const;
  char32_t Mark(Index at) const;

  WordCache* words_;
  TokenizedText* text_;
  Index paragraph_ = 0;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_TEXT_SEGMENT_H_

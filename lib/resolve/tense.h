// Evidence of tense around a mention: does its clause speak of the past or the
// future?
#ifndef GAINSAY_LIB_RESOLVE_TENSE_H_
#define GAINSAY_LIB_RESOLVE_TENSE_H_

#include <cstdint>

#include "lang/lexicon.h"
#include "text/token.h"

namespace gainsay::internal {

class TenseEvidence {
 public:
  TenseEvidence(const TokenizedText& text, WordCache& words)
      : text_(&text), words_(&words) {}

  // -1 past, 1 future, 0 none: the nearest evidence in the segment, rather
  // before the tokens [first, last) than after. Looks at a bounded number of
  // tokens.
  int Around(std::uint32_t first, std::uint32_t last);

 private:
  int At(std::uint32_t token, bool near, std::uint32_t* end);
  int Over(std::uint32_t token, bool near);
  int Ending(std::uint32_t at) const;

  const TokenizedText* text_;
  WordCache* words_;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_RESOLVE_TENSE_H_

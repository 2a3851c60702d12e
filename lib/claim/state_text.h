// From a text to its stated values: all passes in one object.
#ifndef GAINSAY_LIB_CLAIM_STATE_TEXT_H_
#define GAINSAY_LIB_CLAIM_STATE_TEXT_H_

#include <optional>
#include <string_view>

#include "base/interner.h"
#include "claim/stated_value.h"
#include "gainsay/date.h"
#include "mention/finder.h"
#include "text/tokenize.h"
#include "text/words.h"

namespace gainsay::internal {

// Texts in a language that makes claims (Language::MakesClaims). Strings go to
// the interner, which outlives all StatedTexts. One thread at a time; reuse it,
// so that words are looked up once.
class TextStater {
 public:
  TextStater(const Grammar& grammar, Interner& interner);

  // `day`: when it was written, for "yesterday". `text` is UTF-8 below 4 GiB
  // and need not outlive the result.
  StatedText State(std::string_view text, std::optional<Day> day);

 private:
  Cutter cutter_;
  MentionFinder finder_;
  WordTable words_;
  const Language* language_;
  TokenizedText cut_;
  MentionTable mentions_;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_STATE_TEXT_H_

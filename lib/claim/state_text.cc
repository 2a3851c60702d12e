#include "claim/state_text.h"

#include "claim/atoms.h"
#include "claim/stated_clause.h"
#include "claim/stated_holder.h"
#include "claim/stated_term.h"
#include "lang/language.h"
#include "lang/value_words.h"
#include "resolve/timex.h"
#include "text/tag.h"

namespace gainsay::internal {

TextStater::TextStater(const Grammar& grammar, Interner& interner)
    : cutter_(grammar.language(), interner),
      finder_(grammar, cutter_),
      words_(grammar.language().syntax(), interner),
      language_(&grammar.language()) {}

StatedText TextStater::State(std::string_view text, std::optional<Day> day) {
  cutter_.Cut(text, cut_);
  TagTokens(cut_, words_);
  finder_.Find(cut_, mentions_);
  RepeatBounds(cut_, mentions_);
  ResolveOptions options;
  options.document_day = day;
  Resolve(cut_, cutter_.words(), options, mentions_);
  StatedText out =
      StateValues(cut_, mentions_, language_->values(), cutter_.interner());
  StateFrames(cut_, language_->values(), words_, out);
  StateClauses(cut_, mentions_, *language_, words_, out);
  StateHolders(cut_, *language_, cutter_.interner(), out);
  StateTerms(cut_, *language_, words_, out);
  return out;
}

}  // namespace gainsay::internal

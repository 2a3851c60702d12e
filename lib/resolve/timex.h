// Resolution: what recognised mentions denote, given the document's date.
//
// Kept apart from recognition: it reads senses, tokens and the language's
// evidence of tense, and fills values, days, readings and anchors.
//   * A date without its year, a weekday or a bare quarter is the one that the
//     tense of the clause asks for, else the one nearest to the document's day.
//   * "a year earlier" counts from the period last mentioned, at its grain.
//   * Without a document's date what would need one is `unanchored`; its value
//     keeps the X of what is unknown.
// Core and hull follow docs/denotations.md.
#ifndef GAINSAY_LIB_RESOLVE_TIMEX_H_
#define GAINSAY_LIB_RESOLVE_TIMEX_H_

#include <optional>

#include "gainsay/date.h"
#include "lang/lexicon.h"
#include "mention/mention.h"
#include "resolve/mentioned.h"
#include "text/token.h"

namespace gainsay::internal {

struct ResolveOptions {
  std::optional<Day> document_day;  // none: relative dates stay unanchored
  // Of the document's day, 0 to 86,399: "15 minutes ago" counts from it.
  std::optional<std::int32_t> document_second;
  bool day_first = false;  // 5/4/1999 is rather 5 April
  bool prefer_future =
      false;  // as an assistant would: "Friday" is the next one
  // Every bare month, season, quarter and weekday has two readings; otherwise
  // only those that nothing but their distance speaks for.
  bool all_readings = false;
};

// Fills what Find left open. Linear in mentions, with a bounded look around
// each.
void Resolve(const TokenizedText& text, WordCache& words,
             const ResolveOptions& options, MentionTable& table);
// The same for one block of a text: `told` is what the blocks before it told
// of, and anchors are counted from the text's start.
void Resolve(const TokenizedText& text, WordCache& words,
             const ResolveOptions& options, MentionTable& table,
             ToldPeriods& told);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_RESOLVE_TIMEX_H_

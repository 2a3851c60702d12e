// Claims that no frame makes: a value for which two documents use the same
// words.
#ifndef GAINSAY_LIB_API_OPEN_CLAIMS_H_
#define GAINSAY_LIB_API_OPEN_CLAIMS_H_

#include <string_view>
#include <vector>

#include "api/load.h"
#include "consistency/conflict.h"

namespace gainsay::internal {

// The family of their predicates (schema/text_rows.inc).
inline constexpr std::string_view kOpenFamily = "open";

// Reads the sentences of all documents, and where two are worded alike but for
// a value that no claim cites (identity/open_match.h) adds a claim for each of
// the values, on one subject. Nothing is added where
//   * the documents have one source: it may have written anew;
//   * a count of documents of different days differs: it may have grown;
//   * a date counted from the day of writing is a day off;
//   * both values are hedged: "nearly a hundred", "over a hundred";
//   * one document gives two values.
// Fills Loaded::words too. Linear but for words that several sentences share.
void AddOpenClaims(const Corpus::Rep& corpus, Loaded& loaded);

// No frame vouches for them: probable at most.
void DemoteOpen(const Schema& schema, std::vector<Conflict>& conflicts);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_API_OPEN_CLAIMS_H_

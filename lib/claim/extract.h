// From a document's words to claims: tokens, tags, groups, clauses, attachment,
// frames, discourse. Linear in the text; deterministic.
//
//   ClaimExtractor extractor(English(), Schema::BuiltIn(), interner);
//   const DocumentDate date = extractor.Extract({.text = text, .document =
//   index}, table, coverage);
#ifndef GAINSAY_LIB_CLAIM_EXTRACT_H_
#define GAINSAY_LIB_CLAIM_EXTRACT_H_

#include <memory>
#include <optional>
#include <string_view>

#include "base/interner.h"
#include "claim/claim.h"
#include "claim/told.h"
#include "claim/told_times.h"
#include "lang/language.h"
#include "resolve/document_date.h"
#include "schema/schema.h"

namespace gainsay::internal {

struct ExtractionRequest {
  std::string_view text = {};  // spans are bytes of it; outlives the call
  std::optional<DayInterval> published = {};  // where metadata gives it
  DocumentIndex document = {};
  StringId source = {};
  // Whether 5/4/1999 is 5 April in this run; open where its datelines do not
  // tell.
  std::optional<bool> day_first = {};
  // Days of the run's documents; may be null.
  const DatelineYears* years = nullptr;
  // Where not null: what the document tells of its story (claim/told.h).
  std::vector<ToldAmount>* told = nullptr;
  std::vector<ToldTime>* told_times = nullptr;
};

// When a document was written.
struct DocumentDate {
  DayInterval days;  // hull; unbounded if unknown
  bool known = false;
  bool given =
      false;  // by metadata or dateline; else inferred from its own words
  ByteSpan evidence;  // the words it was taken from; empty for metadata
};

// One run's extraction: keeps caches over the interner, so use one for all
// documents of a run. One thread at a time.
class ClaimExtractor {
 public:
  ClaimExtractor(const Language& language, const Schema& schema,
                 Interner& interner);
  ~ClaimExtractor();
  ClaimExtractor(const ClaimExtractor&) = delete;
  ClaimExtractor& operator=(const ClaimExtractor&) = delete;

  // Appends the claims of one document. Values that no frame takes, or that
  // hang on two governors, are counted and left out.
  DocumentDate Extract(const ExtractionRequest& request, ClaimTable& out,
                       ExtractionCoverage& coverage);

  // Notes the dateline of a text: its day, and if it is in figures, how it can
  // be read.
  void NoteDateline(std::string_view text, DatelineOrder& order,
                    DatelineYears& years);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_EXTRACT_H_

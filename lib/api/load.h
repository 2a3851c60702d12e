// The first stage of a run: documents to claims by extraction, records and
// structured claims to rows.
#ifndef GAINSAY_LIB_API_LOAD_H_
#define GAINSAY_LIB_API_LOAD_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "api/corpus.h"
#include "api/pipeline.h"
#include "base/interner.h"
#include "claim/claim.h"
#include "consistency/agreement.h"
#include "gainsay/result.h"
#include "graph/build.h"
#include "identity/identity.h"
#include "report/build.h"

namespace gainsay::internal {

struct Loaded {
  explicit Loaded(const Schema& of) : schema(of) {}

  Interner strings;
  Schema schema;  // with the predicates that records brought
  ClaimTable table;
  std::vector<DocumentRecord>
      documents;  // by DocumentIndex: documents by id, then files of claims
  std::vector<DocumentInfo> infos;  // one a document
  // Names that each document mentions, sorted; filled by AddOpenClaims.
  std::vector<std::vector<std::string_view>> names;
  ExtractionCoverage coverage;
  std::vector<Error> errors;
  std::optional<Error> failure;  // Options::memory_limit: nothing is to be run
  std::uint64_t left_out_undated = 0, left_out_later = 0;  // by Options::as_of
  AgreementCounts agreed;  // claims of files that need no check: not in `table`
};

// In an order that does not depend on the order of arrival: documents by id,
// files of claims by name, single claims by content.
Loaded Load(const Corpus::Rep& corpus, const Checker::Rep& checker,
            LoadWhat what = LoadWhat::kAll);

// The second stage: which of what was read are one.
Subjects Identify(const Loaded& loaded, const Checker::Rep& checker);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_API_LOAD_H_

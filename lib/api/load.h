// The first stage of a run: documents to claims by extraction, records and
// structured claims to rows.
#ifndef GAINSAY_LIB_API_LOAD_H_
#define GAINSAY_LIB_API_LOAD_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "api/corpus.h"
#include "api/deal.h"
#include "api/pipeline.h"
#include "api/progress.h"
#include "api/screen.h"
#include "base/interner.h"
#include "claim/claim.h"
#include "claim/told.h"
#include "claim/told_times.h"
#include "consistency/agreement.h"
#include "gainsay/result.h"
#include "graph/build.h"
#include "identity/document_words.h"
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
  // Of each document; filled by AddOpenClaims.
  std::vector<DocumentWords> words;
  // What the documents tell of their story; of few documents only.
  std::vector<ToldAmount> told;
  std::vector<ToldTime> told_times;
  ExtractionCoverage coverage;
  std::vector<Error> errors;
  std::optional<Error> failure;  // Options::memory_limit: nothing is to be run
  std::uint64_t left_out_undated = 0, left_out_later = 0;  // by Options::as_of
  AgreementCounts agreed;  // claims of files that need no check: not in `table`
  // The records of claims, by ClaimIndex, where their bytes are kept; they live
  // as long as the ScreenedRun. May be shorter than the claims.
  std::vector<std::string_view> records;
};

// Files of claims that were looked at first (screen.h).
struct ScreenedRun {
  std::vector<const Corpus::Rep::ClaimFile*> files;  // by name
  std::vector<DocumentRecord> documents;             // one a file
  Screened screened;
  DealtLines lines;
};

// Nothing where a run must read all of it. `progress` is told how many bytes
// were looked at.
std::optional<ScreenedRun> ScreenRun(const Corpus::Rep& corpus,
                                     const Checker::Rep& checker, LoadWhat what,
                                     StageProgress& progress);

// In an order that does not depend on the order of arrival: documents by id,
// files of claims by name, single claims by content. `run`: of its claims those
// of part 0; null: all.
Loaded Load(const Corpus::Rep& corpus, const Checker::Rep& checker,
            StageProgress& progress, const ScreenedRun* run = nullptr);
// The claims of another part.
Loaded LoadPart(const Checker::Rep& checker, const ScreenedRun& run,
                std::uint32_t part);

// The second stage: which of what was read are one.
Subjects Identify(const Loaded& loaded, const Checker::Rep& checker);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_API_LOAD_H_

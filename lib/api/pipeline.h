// The whole way, as a list of stages: documents and claims -> report.
#ifndef GAINSAY_LIB_API_PIPELINE_H_
#define GAINSAY_LIB_API_PIPELINE_H_

#include <cstdint>
#include <memory>

#include "api/corpus.h"
#include "claim/aliases.h"
#include "claim/place_tree.h"
#include "gainsay/checker.h"
#include "report/model.h"
#include "schema/schema.h"

namespace gainsay::inline v0 {

struct Checker::Rep {
  Options options;
  internal::Schema schema;
  // Of Options::aliases_json and hierarchy_json; null where there is none.
  std::shared_ptr<const internal::AliasBook> aliases;
  std::shared_ptr<const internal::PlaceTree> places;
};

}  // namespace gainsay::inline v0

namespace gainsay::internal {

// kScreened: claims of files that agree with all others are only counted, and
// the rest is checked in parts where it can be (screen.h). kScreenedFinely:
// likewise, in parts of few claims, for tests.
enum class LoadWhat : std::uint8_t { kAll, kScreened, kScreenedFinely };

// Runs all stages. Deterministic: the same corpus in any order gives the same
// model, screened or not.
Result<std::shared_ptr<const ReportModel>> RunPipeline(
    const Corpus::Rep& corpus, const Checker::Rep& checker,
    LoadWhat what = LoadWhat::kScreened);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_API_PIPELINE_H_

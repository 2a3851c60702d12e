// The whole way, as a list of stages: documents and claims -> report.
#ifndef GAINSAY_LIB_API_PIPELINE_H_
#define GAINSAY_LIB_API_PIPELINE_H_

#include <memory>

#include "api/corpus.h"
#include "gainsay/checker.h"
#include "report/model.h"
#include "schema/schema.h"

namespace gainsay::inline v0 {

struct Checker::Rep {
  Options options;
  internal::Schema schema;
};

}  // namespace gainsay::inline v0

namespace gainsay::internal {

// Runs all stages. Deterministic: the same corpus in any order gives the same
// model.
Result<std::shared_ptr<const ReportModel>> RunPipeline(
    const Corpus::Rep& corpus, const Checker::Rep& checker);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_API_PIPELINE_H_

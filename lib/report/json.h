// A report as JSON and back: docs/formats.md, docs/report.schema.json.
#ifndef GAINSAY_LIB_REPORT_JSON_H_
#define GAINSAY_LIB_REPORT_JSON_H_

#include <string_view>

#include "gainsay/result.h"
#include "io/json_write.h"
#include "report/model.h"

namespace gainsay::internal {

void AppendFinding(JsonWriter& json, const Finding& finding);
void AppendNearMiss(JsonWriter& json, const NearMiss& miss);
void AppendCoverage(JsonWriter& json, const Coverage& coverage);
void AppendSummary(JsonWriter& json, const ReportModel& model);

// Reads what WriteJson wrote; unknown keys are passed over. Errors: no JSON,
// not a report (the field is named), nested deeper than 32.
Result<ReportModel> ParseReport(std::string_view text);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_REPORT_JSON_H_

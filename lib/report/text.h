// A finding in the shape of a compiler's diagnostic.
#ifndef GAINSAY_LIB_REPORT_TEXT_H_
#define GAINSAY_LIB_REPORT_TEXT_H_

#include <string>

#include "gainsay/write.h"
#include "report/model.h"

namespace gainsay::internal {

// Appends the finding, whatever its severity, and a blank line.
void AppendFindingText(std::string& out, const Finding& finding,
                       const ReportModel& model, const TextStyle& style);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_REPORT_TEXT_H_

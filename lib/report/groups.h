// Findings of a report under headings: by subject, source or kind.
#ifndef GAINSAY_LIB_REPORT_GROUPS_H_
#define GAINSAY_LIB_REPORT_GROUPS_H_

#include <string>
#include <vector>

#include "gainsay/write.h"
#include "report/model.h"

namespace gainsay::internal {

// Findings under one heading; without a name, the whole report.
struct TextGroup {
  std::string name;
  std::vector<const Finding*> findings;
  std::vector<const Finding*> elsewhere;  // shown in full under another heading
};

// The findings of at least the style's severity, headings in order of their
// first finding.
std::vector<TextGroup> Groups(const ReportModel& model, const TextStyle& style);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_REPORT_GROUPS_H_

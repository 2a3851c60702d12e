// Parts of an HTML report: a finding, and what is said of each source.
#ifndef GAINSAY_LIB_REPORT_HTML_FINDING_H_
#define GAINSAY_LIB_REPORT_HTML_FINDING_H_

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "report/model.h"

namespace gainsay::internal {

// A source's part in a report.
struct SourceRow {
  std::string name;
  std::uint64_t claims = 0, findings = 0;
  std::uint64_t alone = 0;  // findings in which it is the only source of a side
  std::map<std::string, std::uint64_t>
      against;  // sources of other sides, by findings
};

// Sources in order of their findings (most first), then name; `index` by name.
struct SourceTable {
  std::vector<SourceRow> rows;
  std::map<std::string_view, std::size_t> index;
};
SourceTable MakeSourceTable(const ReportModel& model);

// An id that is safe in attributes and links: prefix and the id's letters and
// digits.
std::string Anchor(std::string_view prefix, std::string_view id);

// `open`: the proof is shown at once.
void AppendFindingHtml(std::string& out, const Finding& finding,
                       const SourceTable& sources, bool open);
void AppendSourcesHtml(std::string& out, const SourceTable& sources);
// A claim's line with its evidence and value marked.
void AppendQuote(std::string& out, const ReportClaim& claim);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_REPORT_HTML_FINDING_H_

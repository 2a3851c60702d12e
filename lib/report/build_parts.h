// Pieces shared by the files of report/build.
#ifndef GAINSAY_LIB_REPORT_BUILD_PARTS_H_
#define GAINSAY_LIB_REPORT_BUILD_PARTS_H_

#include <string>
#include <vector>

#include "report/build.h"

namespace gainsay::internal {

// A claim as a report cites it: with its quote, line, value and ids.
ReportClaim BuildClaim(ClaimIndex index, const ReportInput& input);
// Likewise, into an empty one.
void BuildClaim(ClaimIndex index, const ReportInput& input, ReportClaim& out);

// The walks of a conflict about a subject as derivations. `claim_of` gives the
// id to cite for a statement.
std::vector<Derivation> BuildDerivations(
    const std::vector<Walk>& walks, SubjectIndex about,
    const ReportInput& input,
    const std::vector<std::pair<StatementIndex, std::string>>& claim_of);

// "return(talks)", "publication of wire-2": the name of a time point.
std::string PointLabel(const TimePoint& point, const ReportInput& input);

// "return on 14 January 2025", "aged 52 on 21 May 2024"; with its subject where
// that is not what the finding is about.
std::string StatementText(const Statement& statement, SubjectIndex about,
                          const ReportInput& input);

// One sentence: what cannot be true together. Reads the finding's subject and
// sides.
std::string BuildSummary(const Conflict& conflict, const Finding& finding,
                         const ReportInput& input);

// "2018-12-31 at the latest", "2025-01-14 at the earliest".
std::string EndText(Day day, bool latest);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_REPORT_BUILD_PARTS_H_

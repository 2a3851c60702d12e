// Pieces shared by the files of report/build.
#ifndef GAINSAY_LIB_REPORT_BUILD_PARTS_H_
#define GAINSAY_LIB_REPORT_BUILD_PARTS_H_

#include <string>
#include <vector>

#include "report/build.h"

namespace gainsay::internal {

// A claim as a report cites it: with its quote, line, value and ids.
ReportClaim BuildClaim(ClaimIndex index, const ReportInput& input);

// The walks of a conflict as derivations. `claim_of` gives the id to cite for a
// statement.
std::vector<Derivation> BuildDerivations(
    const std::vector<Walk>& walks, const ReportInput& input,
    const std::vector<std::pair<StatementIndex, std::string>>& claim_of);

// "return of the talks", "publication of wire-2".
std::string PointLabel(const TimePoint& point, const ReportInput& input);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_REPORT_BUILD_PARTS_H_

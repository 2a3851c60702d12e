// The figures of a finding in HTML: a conflict along its axis, and as a cycle.
#ifndef GAINSAY_LIB_REPORT_HTML_FIGURE_H_
#define GAINSAY_LIB_REPORT_HTML_FIGURE_H_

#include <string>

#include "report/model.h"

namespace gainsay::internal {

// Appends the walk along its axis: a lane a step, its interval or reach, and
// last the gap that no value fills. Nothing for numbered sides.
void AppendAxis(std::string& out, const Finding& finding,
                const Derivation& walk);

// Appends the walk as a ring of points, or the sides and that they differ.
void AppendRing(std::string& out, const Finding& finding);

// "s0" to "s3": the colour of a side; empty for a given.
std::string SideClass(const Finding& finding, const DerivationStep& step);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_REPORT_HTML_FIGURE_H_

// A report as a graph: findings cite claims, sources say them, and each walk of
// a derivation is a cycle through points. What DOT and GraphML show.
#ifndef GAINSAY_LIB_REPORT_ROWS_H_
#define GAINSAY_LIB_REPORT_ROWS_H_

#include <boost/graph/adjacency_list.hpp>
#include <string>

#include "report/model.h"

namespace gainsay::internal {

// kind: finding, claim, source or point. A claim is one node however many
// findings cite it, so is a source; points belong to one finding.
struct NodeRow {
  std::string kind, id, label, detail;
  std::string severity;  // of a finding
};

// kind: cites (finding to claim), says (source to claim), step (point to point,
// as walked).
struct EdgeRow {
  std::string kind, label;
  int walk = -1, side = -1;
  std::string lo, hi;  // of a step; "-inf" and "inf" where there is no end
};

// Bidirectional, so that edges are kept in the order in which they were added.
using ReportGraph =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS,
                          NodeRow, EdgeRow>;

// Linear in the report. Texts are as the sources have them: the writers escape.
ReportGraph MakeReportGraph(const ReportModel& model);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_REPORT_ROWS_H_

// From conflicts to findings: labels, quotes, sides and derivations as a report
// shows them.
#ifndef GAINSAY_LIB_REPORT_BUILD_H_
#define GAINSAY_LIB_REPORT_BUILD_H_

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "consistency/conflict.h"
#include "gainsay/document.h"
#include "graph/build.h"
#include "report/model.h"
#include "report/record_files.h"

namespace gainsay::internal {

// A document, or a set of records: what quotes are cut from.
struct DocumentRecord {
  std::shared_ptr<const Document> document;
  bool records = false;   // structured claims: `document->id` is the file's
                          // name, lines are records
  std::string date_from;  // where its date comes from: "metadata", "dateline",
                          // "inferred"; empty: none
};

struct ReportInput {
  const GraphInput& graph;
  const StatementTable& statements;
  const PointGraph& points;
  std::span<const DocumentRecord> documents;
  RecordFiles& files;
  TextPlaces& places;
  // Records whose bytes are at hand, by ClaimIndex; may be shorter.
  std::span<const std::string_view> records = {};
};

Finding BuildFinding(const Conflict& conflict, const ReportInput& input);
NearMiss BuildNearMiss(const NearMissRow& row, const ReportInput& input);

// Sorts into report order and drops findings of an id that is there already.
// One key for all kinds: severity, voices, fewer statements, relative
// violation, id.
void SortFindings(std::vector<Finding>& findings);

// "P6Y", "2018", "23 people": the canonical form of a value.
std::string ValueText(const ValueRow& value, const Interner& strings);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_REPORT_BUILD_H_

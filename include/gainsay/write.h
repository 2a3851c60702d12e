// Writers: a Report to any std::ostream. Each is deterministic: equal reports
// give equal bytes. Quoted source text is escaped for its medium.
#ifndef GAINSAY_WRITE_H_
#define GAINSAY_WRITE_H_

#include <cstdint>
#include <iosfwd>
#include <string_view>

#include "gainsay/export.h"
#include "gainsay/report.h"
#include "gainsay/result.h"

namespace gainsay::inline v0 {

enum class GroupBy : std::uint8_t { kNone, kSubject, kSource, kKind };

struct TextStyle {
  bool colour = false;
  unsigned width = 80;      // columns; long quotes are cut around the caret
  bool near_misses = true;  // where the report has them
  bool coverage = true;
  Severity least = Severity::kProbable;  // tensions only where kTension
  // Findings under headings. By source a finding stands in full under the first
  // source that it cites, and by its id under the others.
  GroupBy group_by = GroupBy::kNone;
};

GAINSAY_EXPORT void WriteText(const Report& report, std::ostream& out,
                              const TextStyle& style = {});
GAINSAY_EXPORT void WriteJson(const Report& report, std::ostream& out);

// The lines of docs/report.schema.json's "line": findings, near misses, and
// last one with coverage, completeness and summary.
GAINSAY_EXPORT void WriteJsonLines(const Report& report, std::ostream& out);
// One HTML file: no network, readable without its script, which filters and
// sorts.
GAINSAY_EXPORT void WriteHtml(const Report& report, std::ostream& out);
// SARIF 2.1.0 (OASIS): severities as error, warning, note; other sources as
// related locations; derivations as code flows.
GAINSAY_EXPORT void WriteSarif(const Report& report, std::ostream& out);
// Findings, claims, sources and the points of each derivation as one graph.
// Holds it in memory.
GAINSAY_EXPORT void WriteDot(const Report& report, std::ostream& out);
GAINSAY_EXPORT void WriteGraphml(const Report& report, std::ostream& out);
// W3C TriG with PROV-O and Web Annotation: a named graph a finding.
GAINSAY_EXPORT void WriteTrig(const Report& report, std::ostream& out);

// One finding or near miss in full: as WriteText, then its claims with all that
// is known of them and each step of each walk with the running sum. `id` may be
// cut short. Errors: kNotFound; kInvalidArgument if several begin with it.
GAINSAY_EXPORT Result<void> WriteExplanation(const Report& report,
                                             std::string_view id,
                                             std::ostream& out,
                                             const TextStyle& style = {});

// Reads what WriteJson wrote; keys it does not know are passed over. Errors: no
// JSON, not a report (the field is named), nested deeper than 32.
GAINSAY_EXPORT Result<Report> ReadReport(std::string_view json);

}  // namespace gainsay::inline v0

#endif  // GAINSAY_WRITE_H_

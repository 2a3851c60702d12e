// A report's rows, owning: what the checks fill, the writers write and a
// report's JSON reads back into. Field for field the JSON of docs/formats.md.
#ifndef GAINSAY_LIB_REPORT_MODEL_H_
#define GAINSAY_LIB_REPORT_MODEL_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gainsay/document.h"
#include "gainsay/report.h"

namespace gainsay::internal {

enum class Attribution : std::uint8_t {
  kNone,
  kMisreport,
  kAuthoritiesDisagree
};

struct ReportClaim {
  std::string id;                // content hash or the user's
  std::string source, document;  // document id
  std::string url, published;    // of the document, where known
  ByteSpan span, value_span;
  std::uint32_t line = 0;  // 1-based line of span.begin
  std::string quote;       // exactly the bytes of span
  // The whole line(s) that span stands on, capped, for display; of a record
  // empty: see Context.
  std::string line_text;
  std::uint32_t line_begin = 0;  // byte offset of line_text in the document
  bool line_cut = false;         // line_text begins within its line
  std::optional<ByteSpan>
      char_span;      // span in code points of the document, where known
  std::string value;  // canonical: "P5Y", "2018", "23 people"
  std::string words;  // for readers: "five years"; empty: the value itself
  std::string raw;    // of a record: its value as written; empty: the value
  std::string valid;  // when it holds: "2016-03-01/2020-05"; empty: not told
  std::string subject, predicate;
  std::string modality, speaker, as_of, rule;
  std::string record_file;  // structured claims: place of the record
  std::uint32_t record_line = 0;
  std::uint32_t side = 0;     // index into Finding::sides
  bool in_derivation = true;  // false: repeats a side
};

inline constexpr std::size_t kMostLineBytes = 4000;  // shown around a quote

// The line(s) around the quote, from line_begin on; of a record the record.
inline std::string_view Context(const ReportClaim& claim) {
  if (!claim.line_text.empty() || claim.record_file.empty())
    return claim.line_text;
  return std::string_view(claim.quote).substr(0, kMostLineBytes);
}

struct ReportSide {
  std::string value;                  // what this side says
  std::string words;                  // for readers; empty: the value itself
  std::vector<std::uint32_t> claims;  // indices into Finding::claims
  std::uint32_t voices = 1;
  std::vector<std::string> authorities;
};

// One hop of a closed walk: lo <= t(to) - t(from) <= hi. For quantities and
// tenures the same shape on their own axis; docs/formats.md, "Derivations".
struct DerivationStep {
  std::string from, to;  // names of time points: "origin", "return(talks)"
  std::optional<double> lo, hi;  // absent: unbounded
  std::string cut;               // hull, completed, rounded, calendar, core
  std::string by_kind;           // claim, given, schema, identity, calendar
  std::string by;                // claim id, or what gives it
  std::string
      text;  // "six years before 29 May 2024 is 30 May 2017 to 28 May 2018"
  bool forward = true;  // walked from -> to (uses hi) or to -> from (uses -lo)
  bool open = false;    // the end that is used is not itself allowed
};

// One closed walk under one cut. Its sum is negative, or zero with an open end.
// All walks of a finding hold: one a convention if probable, one a case if
// `assuming` tells cases.
struct Derivation {
  std::string cut;
  std::string unit = "days";  // of the axis: "days", "people" ..., "side" where
                              // sides are only numbered
  std::string
      assuming;  // the case, e.g. "A held the office before B"; empty: none
  std::vector<DerivationStep> steps;
  double sum = 0;
};

struct Finding {
  std::string id, evidence_id;
  FindingKind kind = FindingKind::kTemporal;
  Severity severity = Severity::kDefinite;
  Attribution attribution = Attribution::kNone;
  std::string subject, predicate,
      summary;       // summary: one sentence, what cannot both be
  std::string hint;  // what would settle it
  std::vector<ReportClaim> claims;
  std::vector<ReportSide> sides;
  std::vector<Derivation> derivations;
  std::optional<double> violation_days;
  double relative_violation = 0;  // against tolerance: ranks
  std::uint32_t voices = 0, statements = 2;
  std::vector<std::string> authorities;
  std::uint32_t count = 1;  // instances of one pattern
  std::vector<std::string> instances;
  std::string pattern;
  std::vector<std::vector<std::string>> correction_sets;
  // Set by baseline and suppressions.
  std::string baseline_state;  // new, unchanged, gone; empty without a baseline
  std::string suppressed_by;   // the reason; empty if not suppressed
};

struct NearMiss {
  std::string id, subject, predicate,
      reason;        // reason: a word of the closed list
  std::string text;  // why, in one sentence
  std::vector<ReportClaim> claims;
  std::vector<Derivation> derivations;
};

struct InputError {  // a bad record: left out, the rest was checked
  std::string file, field, what;
  std::uint64_t line = 0;
};

struct Coverage {
  std::map<std::string, std::uint64_t>
      counts;  // "documents", "claims", "compared", "undecided" ...
  std::map<std::string, std::uint64_t> near_misses;  // by reason
  std::vector<std::string> undecided;                // one line each, capped
  std::vector<InputError> errors;
};

struct ReportModel {
  std::vector<Finding> findings;  // in report order
  std::vector<NearMiss> near_misses;
  Coverage coverage;
  bool complete = true;
  std::string incomplete_reason;
  std::uint64_t cut_findings = 0;  // left out by --max-findings
  bool has_near_misses = false, has_coverage = false;  // asked for
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_REPORT_MODEL_H_

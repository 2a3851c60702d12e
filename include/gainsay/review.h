// Living with reports: limits, suppressions, baselines, and a reviewer's
// verdicts. Findings are marked, never dropped; each function returns a new
// report.
#ifndef GAINSAY_REVIEW_H_
#define GAINSAY_REVIEW_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gainsay/date.h"
#include "gainsay/export.h"
#include "gainsay/report.h"
#include "gainsay/result.h"

namespace gainsay::inline v0 {

// A finding that someone has looked at and does not want to hear of again.
struct Suppression {
  std::string id;  // of a finding
  std::string reason;
  std::optional<Date>
      expires;  // the last day on which it holds; none: for good
};

// Reads JSON Lines {"id","reason","expires"?}. Errors: the first bad line, with
// its field.
GAINSAY_EXPORT Result<std::vector<Suppression>> ReadSuppressions(
    std::string_view jsonl);

// Marks what is suppressed on `today`. Expired and unused ones are counted in
// the coverage.
GAINSAY_EXPORT Report
WithSuppressions(const Report& report,
                 std::span<const Suppression> suppressions, const Date& today);

// Marks each finding as "new" or "unchanged" against an older report, by id,
// and appends the older report's other findings as "gone".
GAINSAY_EXPORT Report WithBaseline(const Report& report, const Report& older);

// The first `most` findings; what is left out is counted. 0: all.
GAINSAY_EXPORT Report Limited(const Report& report, std::uint64_t most);

enum class Judgement : std::uint8_t { kAccept, kReject, kUnsure };

// What a reviewer says of a finding: accept, a contradiction; reject, a false
// alarm.
struct Verdict {
  std::string id, reason;
  Judgement judgement = Judgement::kUnsure;
};

// Reads JSON Lines {"id","verdict":"accept"|"reject"|"unsure","reason"?}; of
// one id the last line counts. Errors: the first bad line, with its field.
GAINSAY_EXPORT Result<std::vector<Verdict>> ReadVerdicts(
    std::string_view jsonl);

// How many of the findings that were judged are contradictions, with the 95%
// interval of Wilson (1927). Unsure ones count as neither; ids that the report
// does not have as unknown.
struct Precision {
  std::uint64_t accepted = 0, rejected = 0, unsure = 0, unknown = 0,
                unjudged = 0;
  double value = 0, least = 0, most = 1;  // value: 0 if nothing was judged
};
GAINSAY_EXPORT Precision Measure(const Report& report,
                                 std::span<const Verdict> verdicts);

// The rejections as suppressions, as ReadSuppressions reads them.
GAINSAY_EXPORT std::string SuppressionsOf(std::span<const Verdict> verdicts);

}  // namespace gainsay::inline v0

#endif  // GAINSAY_REVIEW_H_

// Words of a finding: the summary, the hint, and each step of the arithmetic.
#ifndef GAINSAY_LIB_REPORT_EXPLAIN_H_
#define GAINSAY_LIB_REPORT_EXPLAIN_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "report/model.h"

namespace gainsay::internal {

// One row of a sum: what a hop adds to the walk, and in words why.
struct SumRow {
  std::string amount;      // "2018-12-31", "+ 2191 days", "- 2025-01-14"
  std::string text;        // the step's own words, else its inequality
  std::string inequality;  // "return - last <= 2191 days", "last <= 2018-12-31"
  std::string by;          // "wire-2:4", "given: dateline", "schema: order"
  std::string claim;       // id of the claim, if one makes it
};

// The steps of a walk, beginning at the origin where it meets it.
std::vector<const DerivationStep*> Rotated(const Derivation& derivation);

// The rows of one walk, beginning at the origin where it meets it, so that they
// read as a sum: a date, plus days, minus a date. Without its total.
std::vector<SumRow> SumRows(const Finding& finding,
                            const Derivation& derivation);
// "= -15 days" and "no dates fit": the last row, in the words of the axis.
SumRow Total(const Derivation& derivation);
// "completed years" and so on: what a cut means to a reader.
std::string_view CutWords(std::string_view cut);
// The day as a date: "2025-01-14"; what is no day of our calendar as a number.
std::string DayWords(double day);
// "15 days", "1 day", "23 people", "7".
std::string WithUnit(double x, const std::string& unit);
// What a claim or side says, for readers.
std::string_view Says(const ReportClaim& claim);
std::string_view Says(const ReportSide& side);
// Where a claim stands: "source:line", the source alone without a line.
std::string Place(const ReportClaim& claim);

// Who is quoted: an authority behind every side of the derivation is
// misreported by at least one of its sources; several, each behind a side of
// its own, disagree. Fills attribution and authorities.
void SetAttribution(Finding& finding);

// True of a structured claim whose quote is its whole record: better shown by
// what it says
// ("bridge | length | 1200 m", RecordWords) than by its JSON or CSV.
bool IsRecord(const ReportClaim& claim);
std::string RecordWords(const ReportClaim& claim);
// Parts of it: the value as written, and when it holds ("from 2016 until
// 2020-05"; empty: not told).
std::string_view RecordValue(const ReportClaim& claim);
std::string RecordTime(const ReportClaim& claim);

// One sentence: what cannot both be. Made from the sides.
std::string SummaryOf(const Finding& finding);
// One sentence: what would settle it; depends on kind, severity and voices.
std::string HintOf(const Finding& finding);
// Fills summary and hint where they are empty.
void FillWords(Finding& finding);

// Summary and arithmetic as plain text, several lines, none empty, no newline
// at the end.
std::string Explain(const Finding& finding);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_REPORT_EXPLAIN_H_

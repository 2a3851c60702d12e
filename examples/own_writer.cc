// A writer of one's own: a report as CSV, a line a claim, safe to open in a
// spreadsheet.
#include <iostream>
#include <string>
#include <string_view>

#include "gainsay/gainsay.h"

namespace {

// RFC 4180, and an apostrophe before what a spreadsheet would take for a
// formula.
std::string Cell(std::string_view text) {
  std::string cell = "\"";
  if (!text.empty() &&
      std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos)
    cell += '\'';
  for (const char c : text)
    cell += c == '"' ? std::string("\"\"") : std::string(1, c);
  return cell + "\"";
}

void WriteCsv(const gainsay::Report& report, std::ostream& out) {
  out << "finding,severity,subject,source,line,says,quote\r\n";
  for (const gainsay::FindingView finding : report.findings())
    for (const gainsay::ClaimView claim : finding.claims())
      out << finding.id() << ',' << Name(finding.severity()) << ','
          << Cell(finding.subject()) << ',' << Cell(claim.source()) << ','
          << claim.line() << ',' << Cell(claim.value()) << ','
          << Cell(claim.quote()) << "\r\n";
}

}  // namespace

int main() {
  gainsay::Corpus corpus;
  corpus
      .Add({.source = "chronicle",
            .text = "The siege began on 6 April 1453 and lasted 53 days."})
      .value();
  corpus.Add({.source = "letter", .text = "The siege ended on 20 May 1453."})
      .value();
  const gainsay::Report report = gainsay::Checker().Check(corpus).value();
  WriteCsv(report, std::cout);
  return report.complete() ? 0 : 1;
}

// A writer of one's own: a report as CSV, a line a claim, safe to open in a
// spreadsheet.
#include <iostream>
#include <string>
#include <string_view>
#include <utility>

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
  for (const auto& [source, metres] :
       {std::pair("gazette", 1200.0), std::pair("guide", 1340.0)}) {
    gainsay::ClaimInput claim;
    claim.source = source;
    claim.subject.name = "Two Rivers bridge";
    claim.predicate = "length";
    claim.object = gainsay::Value::OfQuantity(metres, "m");
    corpus.Add(claim).value();
  }
  const gainsay::Report report = gainsay::Checker().Check(corpus).value();
  WriteCsv(report, std::cout);
  return report.findings().size() == 1 ? 0 : 1;
}

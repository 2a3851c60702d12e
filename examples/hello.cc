// Two sources, three statements that cannot all be true: the example of the
// README.
#include <iostream>

#include "gainsay/gainsay.h"

int main() {
  gainsay::Corpus corpus;
  corpus
      .Add({.source = "wire",
            .text = "The border talks of Kenya and Uganda have not been "
                    "held since 2017."})
      .value();
  corpus
      .Add({.source = "gazette",
            .text = "Kenya and Uganda resumed their border talks after a "
                    "five-year hiatus. The meeting was held in Nairobi on "
                    "January 14, 2025."})
      .value();

  const gainsay::Report report = gainsay::Checker().Check(corpus).value();

  for (const gainsay::FindingView finding : report.findings()) {
    std::cout << finding.Explain() << '\n';
    for (const gainsay::ClaimView claim : finding.claims())
      std::cout << "  " << claim.source() << ": " << claim.quote() << '\n';
  }
  return report.findings().size() == 1 ? 0 : 1;
}

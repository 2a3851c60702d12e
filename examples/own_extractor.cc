// An extractor of one's own beside the built-in one: here a reader of "Height:
// 324 m" lines in fact boxes. A language model would stand in the same place.
#include <charconv>
#include <iostream>
#include <memory>

#include "gainsay/gainsay.h"

namespace {

class FactBox : public gainsay::Extractor {
 public:
  gainsay::Result<std::vector<gainsay::ClaimInput>> Extract(
      const gainsay::Document& document) const override {
    constexpr std::string_view kKey = "Height: ";
    std::vector<gainsay::ClaimInput> claims;
    const std::string_view text = document.text;
    for (std::size_t at = text.find(kKey); at != text.npos;
         at = text.find(kKey, at + 1)) {
      const char* const number = text.data() + at + kKey.size();
      double metres = 0;
      const auto [end, failed] =
          std::from_chars(number, text.data() + text.size(), metres);
      if (failed != std::errc()) continue;
      gainsay::ClaimInput claim;
      claim.source = document.source;
      claim.document = document.id;
      claim.subject.name = document.title;
      claim.predicate = "height";
      claim.object = gainsay::Value::OfQuantity(metres, "m");
      claim.span =
          gainsay::ByteSpan{static_cast<std::uint32_t>(at),
                            static_cast<std::uint32_t>(end - text.data())};
      claims.push_back(std::move(claim));
    }
    return claims;
  }
};

}  // namespace

int main() {
  gainsay::Corpus corpus;
  corpus
      .Add({.id = "a",
            .source = "guide",
            .text = "Height: 324 m. Built of iron.",
            .title = "Halden Tower"})
      .value();
  corpus
      .Add({.id = "b",
            .source = "atlas",
            .text = "Height: 312 m. Open daily.",
            .title = "Halden Tower"})
      .value();

  gainsay::Options options;
  options.extractors.push_back(std::make_shared<FactBox>());
  const gainsay::Checker checker =
      gainsay::Checker::Create(std::move(options)).value();
  const gainsay::Report report = checker.Check(corpus).value();
  for (const gainsay::FindingView finding : report.findings()) {
    std::cout << finding.Explain() << '\n';
  }
  return report.findings().size() == 1 ? 0 : 1;
}

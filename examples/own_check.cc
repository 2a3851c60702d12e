// A check of one's own: two sources may not give one person two blood groups.
// What it proposes is shrunk and verified like every other candidate before it
// is reported.
#include <iostream>
#include <memory>

#include "gainsay/gainsay.h"

namespace {

class OneBloodGroup : public gainsay::Check {
 public:
  std::string_view name() const override { return "one-blood-group"; }

  std::vector<gainsay::CheckCandidate> Candidates(
      std::span<const gainsay::StatementView> group) const override {
    std::vector<gainsay::CheckCandidate> candidates;
    for (std::size_t i = 1; i < group.size(); ++i) {
      if (Contradicts(group.subspan(i - 1, 2))) {
        candidates.push_back(
            {{i - 1, i}, "a person has one blood group for life"});
      }
    }
    return candidates;
  }

  bool Contradicts(
      std::span<const gainsay::StatementView> statements) const override {
    for (const gainsay::StatementView& s : statements) {
      if (s.predicate != "blood_group") return false;
      if (s.value.text() != statements[0].value.text()) return true;
    }
    return false;
  }
};

gainsay::ClaimInput Says(std::string source, std::string group) {
  return {.source = std::move(source),
          .subject = {.name = "Ines Duarte", .type = "person"},
          .predicate = "blood_group",
          .object = gainsay::Value::OfText(std::move(group))};
}

}  // namespace

int main() {
  gainsay::Corpus corpus;
  corpus.Add(Says("clinic", "0+")).value();
  corpus.Add(Says("passport", "A-")).value();

  gainsay::Options options;
  options.checks.push_back(std::make_shared<OneBloodGroup>());
  const gainsay::Checker checker =
      gainsay::Checker::Create(std::move(options)).value();
  const gainsay::Report report = checker.Check(corpus).value();
  for (const gainsay::FindingView finding : report.findings()) {
    std::cout << finding.Explain() << '\n';
  }
  return report.findings().size() == 1 ? 0 : 1;
}

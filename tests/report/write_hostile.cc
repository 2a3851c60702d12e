// write_hostile TEXTS.json FOLDER: a report whose every word is one of the
// texts (an array of strings), a finding a text, in every format as
// hostile.FORMAT.
#include <boost/json.hpp>
#include <fstream>
#include <iterator>
#include <string>

#include "base/hash.h"
#include "gainsay/write.h"
#include "models.h"

namespace gainsay::internal {
namespace {

Finding FindingOf(const std::string& text, std::uint64_t number) {
  Finding f;
  f.id = Hex64(Mix64(number + 1));
  f.evidence_id = Hex64(Mix64(number + 1000));
  f.kind = static_cast<FindingKind>(number % 5);
  f.subject = f.predicate = f.pattern = f.suppressed_by = text;
  f.instances = {text, text};
  f.count = 2;
  for (std::uint32_t side = 0; side < 2; ++side) {
    const std::string line = "so " + text + " it is";
    ReportClaim claim = MakeClaim(f.id + text + std::to_string(side), text,
                                  line, text, text, text);
    claim.document = claim.url = claim.published = claim.speaker = claim.as_of =
        claim.rule = claim.words = text;
    claim.side = side;
    f.claims.push_back(std::move(claim));
  }
  f.derivations = {MakeWalk(
      {Step("origin", text, 0, 1, true, "claim", f.claims[0].id, text),
       Step("origin", text, 3, 4, false, "claim", f.claims[1].id, text)},
      "hull", text)};
  f.authorities = {text};
  SetSides(f, {text, text});
  f.sides[0].words = f.sides[0].authorities.emplace_back(text);
  return f;
}

Report ReportOf(const boost::json::array& texts) {
  auto model = std::make_shared<ReportModel>();
  for (const boost::json::value& value : texts) {
    const std::string text(value.as_string());
    model->findings.push_back(FindingOf(text, model->findings.size()));
    NearMiss miss = Succession();
    miss.id = Hex64(Mix64(model->findings.size() + 5000));
    miss.subject = miss.predicate = miss.text = text;
    model->near_misses.push_back(std::move(miss));
    model->coverage.undecided.push_back(text);
    model->coverage.errors.push_back({text, text, text, 1});
  }
  model->complete = false;
  model->incomplete_reason = model->findings.front().subject;
  model->has_near_misses = model->has_coverage = true;
  return Report(std::move(model));
}

void WriteAll(const Report& report, const std::string& folder) {
  const struct {
    const char* name;
    void (*write)(const Report&, std::ostream&);
  } formats[] = {{"json", &WriteJson},   {"jsonl", &WriteJsonLines},
                 {"sarif", &WriteSarif}, {"html", &WriteHtml},
                 {"dot", &WriteDot},     {"graphml", &WriteGraphml},
                 {"trig", &WriteTrig}};
  for (const auto& format : formats) {
    std::ofstream out(folder + "/hostile." + format.name, std::ios::binary);
    format.write(report, out);
  }
  std::ofstream text(folder + "/hostile.text", std::ios::binary);
  WriteText(report, text, {.least = Severity::kTension});
  for (const FindingView finding : report.findings())
    WriteExplanation(report, finding.id(), text).value();
}

}  // namespace
}  // namespace gainsay::internal

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  std::ifstream file(argv[1], std::ios::binary);
  const std::string json{std::istreambuf_iterator<char>(file), {}};
  const boost::json::value texts = boost::json::parse(json);
  gainsay::internal::WriteAll(gainsay::internal::ReportOf(texts.as_array()),
                              argv[2]);
  return 0;
}

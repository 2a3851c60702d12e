// Writers over reports of 1,000 to 100,000 findings: time and bytes stay
// linear.
//   build/release/bin/bench_report --benchmark_counters_tabular=true
#include <benchmark/benchmark.h>

#include <cstdint>
#include <memory>
#include <ostream>
#include <streambuf>
#include <string>

#include "base/hash.h"
#include "gainsay/write.h"
#include "report/explain.h"
#include "report/model.h"

namespace {

using gainsay::Report;
namespace internal = gainsay::internal;

// Counts bytes and drops them.
class Counter : public std::streambuf {
 public:
  std::uint64_t bytes = 0;

 private:
  std::streamsize xsputn(const char*, std::streamsize n) override {
    return bytes += static_cast<std::uint64_t>(n), n;
  }
  int overflow(int c) override { return ++bytes, c; }
};

internal::ReportClaim MakeClaim(std::uint64_t finding, std::uint32_t side) {
  internal::ReportClaim claim;
  claim.id = "c" + internal::Hex64(internal::Mix64(finding * 2 + side));
  claim.source =
      "source-" + std::to_string(internal::Mix64(finding + side) % 500);
  claim.document = claim.source + "/" + std::to_string(finding) + ".txt";
  claim.line_text =
      "The talks came back after a " + std::string(side == 0 ? "six" : "five") +
      "-year hiatus, said officials who were present at the meeting.";
  claim.span = {20, 41};
  claim.value_span = {28, 36};
  claim.line = 1;
  claim.quote = claim.line_text.substr(20, 21);
  claim.value = side == 0 ? "P6Y" : "P5Y";
  claim.subject = "subject " + std::to_string(finding % 5000);
  claim.predicate = "hiatus";
  claim.side = side;
  return claim;
}

Report MakeReport(std::int64_t size) {
  auto model = std::make_shared<internal::ReportModel>();
  for (std::uint64_t i = 0; i < static_cast<std::uint64_t>(size); ++i) {
    internal::Finding finding;
    finding.id = internal::Hex64(internal::Mix64(i));
    finding.evidence_id = internal::Hex64(internal::Mix64(i + 1));
    finding.claims = {MakeClaim(i, 0), MakeClaim(i, 1)};
    finding.subject = finding.claims[0].subject;
    finding.predicate = "hiatus";
    finding.sides = {{"P6Y", "six years", {0}, 1, {}},
                     {"P5Y", "five years", {1}, 1, {}}};
    finding.voices = 1;
    internal::Derivation walk{"hull", "days", {}, {}, -1};
    walk.steps.resize(2);
    for (std::uint32_t side : {0U, 1U}) {
      internal::DerivationStep& step = walk.steps[side];
      step.from = "last", step.to = "return", step.cut = "hull",
      step.by_kind = "claim";
      step.by = finding.claims[1 - side].id;
      step.forward = side == 0;
      step.lo = side == 0 ? 0 : 2191, step.hi = side == 0 ? 2190 : 4000;
    }
    finding.derivations = {walk};
    internal::FillWords(finding);
    model->findings.push_back(std::move(finding));
  }
  return Report(std::move(model));
}

void Text(const Report& report, std::ostream& out) {
  gainsay::WriteText(report, out);
}

void Run(benchmark::State& state, void (*write)(const Report&, std::ostream&)) {
  const Report report = MakeReport(state.range(0));
  std::uint64_t bytes = 0;
  for (auto _ : state) {
    Counter counter;
    std::ostream out(&counter);
    write(report, out);
    bytes = counter.bytes;
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
  state.SetBytesProcessed(state.iterations() *
                          static_cast<std::int64_t>(bytes));
  state.SetComplexityN(state.range(0));
}

}  // namespace

#define GAINSAY_BENCH(name, write)    \
  BENCHMARK_CAPTURE(Run, name, write) \
      ->RangeMultiplier(10)           \
      ->Range(1000, 100000)           \
      ->Complexity(benchmark::oN)     \
      ->Unit(benchmark::kMillisecond)
GAINSAY_BENCH(text, &Text);
GAINSAY_BENCH(json, &gainsay::WriteJson);
GAINSAY_BENCH(jsonl, &gainsay::WriteJsonLines);
GAINSAY_BENCH(html, &gainsay::WriteHtml);
GAINSAY_BENCH(sarif, &gainsay::WriteSarif);
GAINSAY_BENCH(dot, &gainsay::WriteDot);
GAINSAY_BENCH(graphml, &gainsay::WriteGraphml);
GAINSAY_BENCH(trig, &gainsay::WriteTrig);

BENCHMARK_MAIN();

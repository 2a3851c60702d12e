// bench_monitor CLAIMS STEPS [SEED]: what one claim costs a Monitor that holds
// many, beside one batch run over all. Ten claims a subject with an id, sixteen
// predicates of quantities, one claim in a hundred wrong. Prints one JSON
// object; seconds are CPU seconds of this process.
#include <sys/resource.h>

#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <utility>

#include "gainsay/checker.h"
#include "gainsay/monitor.h"

namespace {

double CpuSeconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

gainsay::ClaimInput RandomClaim(std::mt19937_64& random,
                                std::uint64_t subjects) {
  const std::uint64_t subject = random() % subjects, predicate = random() % 16;
  gainsay::ClaimInput claim;
  claim.source = "source " + std::to_string(random() % 1000);
  claim.subject.id = "Q" + std::to_string(subject);
  claim.subject.name = claim.subject.id;
  claim.predicate = "p" + std::to_string(predicate);
  const auto truth =
      static_cast<double>(100 + (subject * 31 + predicate * 17) % 900);
  claim.object =
      gainsay::Value::OfQuantity(random() % 100 == 0 ? truth * 2 : truth, "m");
  return claim;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "usage: bench_monitor CLAIMS STEPS [SEED]\n");
    return 2;
  }
  const std::uint64_t count = std::strtoull(argv[1], nullptr, 10);
  const std::uint64_t steps = std::strtoull(argv[2], nullptr, 10);
  const std::uint64_t subjects = count / 10 + 1;
  std::mt19937_64 random(argc > 3 ? std::strtoull(argv[3], nullptr, 10) : 1);
  gainsay::Options options;
  options.schema_json =
      R"({"defaults": {"type": "quantity", "single": true, "tolerance": {"relative": 0.01}}})";
  const gainsay::Checker checker =
      gainsay::Checker::Create(std::move(options)).value();
  gainsay::Corpus corpus;
  for (std::uint64_t i = 0; i < count; ++i)
    (void)corpus.Add(RandomClaim(random, subjects)).value();

  double begin = CpuSeconds();
  const gainsay::Report report = checker.Check(corpus).value();
  const double batch = CpuSeconds() - begin;
  gainsay::Monitor monitor(checker, std::move(corpus));
  std::size_t appeared = 0, gone = 0;
  begin = CpuSeconds();
  for (std::uint64_t i = 0; i < steps; ++i) {
    const gainsay::Delta delta =
        monitor.Add(RandomClaim(random, subjects)).value();
    appeared += delta.appeared.size() + delta.changed.size();
    if (i % 2 == 0) gone += monitor.Remove(*delta.claim).value().gone.size();
  }
  const double step =
      (CpuSeconds() - begin) / static_cast<double>(steps + (steps + 1) / 2);
  std::printf(
      "{\"claims\":%llu,\"findings\":%zu,\"batch_s\":%.3f,\"step_s\":%.9f,"
      "\"batch_to_step\":%.0f,"
      "\"appeared_or_changed\":%zu,\"gone\":%zu}\n",
      static_cast<unsigned long long>(count), report.findings().size(), batch,
      step, batch / step, appeared, gone);
  return 0;
}

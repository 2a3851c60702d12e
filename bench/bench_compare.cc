// Time of comparing passages about one topic with each other, in milliseconds
// of CPU time, in process.
//
//   bench_compare [PAIRS.jsonl]   the texts of a file of pairs, 20 at a time
//                                 in its order; else made-up passages
#include <boost/json.hpp>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

#include "gainsay/compare.h"

namespace {

constexpr std::size_t kPassages = 20;

double CpuSeconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) +
         1e-9 * static_cast<double>(now.tv_nsec);
}

std::vector<gainsay::Document> MadeUp() {
  std::vector<gainsay::Document> out;
  for (std::size_t i = 0; i < 10 * kPassages; ++i) {
    const std::string n = std::to_string(100 + i % 7);
    gainsay::Document passage;
    passage.text =
        "The bridge across the Ardmoor sound opened on 3 June 1964 and is " +
        n +
        " metres long, the county said. It carries about 9,000 vehicles a day, "
        "and " +
        std::to_string(i % 5 + 2) +
        " of its piers were rebuilt after the storm of January 1987.";
    out.push_back(std::move(passage));
  }
  return out;
}

std::vector<gainsay::Document> Read(const char* path) {
  std::vector<gainsay::Document> out;
  std::ifstream file(path);
  std::string line;
  while (std::getline(file, line)) {
    const boost::json::object pair = boost::json::parse(line).as_object();
    for (const char* side : {"a", "b"}) {
      gainsay::Document passage;
      passage.text = std::string(pair.at(side).at("text").as_string());
      out.push_back(std::move(passage));
    }
  }
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<gainsay::Document> all =
      argc > 1 ? Read(argv[1]) : MadeUp();
  const gainsay::Comparer comparer;
  double worst = 0, total = 0;
  std::size_t batches = 0, bytes = 0, found = 0;
  for (std::size_t i = 0; i + kPassages <= all.size(); i += kPassages) {
    const std::span<const gainsay::Document> batch(&all[i], kPassages);
    const double begin = CpuSeconds();
    const auto pairs = comparer.CompareAll(batch);
    const double seconds = CpuSeconds() - begin;
    if (!pairs) return 1;
    found += pairs->size();
    for (const gainsay::Document& passage : batch) bytes += passage.text.size();
    if (batches++ == 0) continue;  // tables are made on the first run
    worst = std::max(worst, seconds);
    total += seconds;
  }
  if (batches < 2) return 2;
  std::printf(
      "%zu batches of %zu passages, %zu bytes each: mean %.2f ms, worst %.2f "
      "ms; %zu pairs found\n",
      batches, kPassages, bytes / batches / kPassages,
      1e3 * total / static_cast<double>(batches - 1), 1e3 * worst, found);
  return 0;
}

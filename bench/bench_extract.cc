// Speed of claims from text, in megabytes of text a second of CPU time on one
// thread: tokens, mentions, names, tags, groups, clauses, attachment, frames,
// discourse.
//
//   bench_extract news.jsonl     throughput over {"text","ref"} lines
//   bench_extract --linear news.jsonl
//                                time of one document made of doubled inputs
#include <algorithm>
#include <boost/json.hpp>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "claim/extract.h"

namespace gainsay::internal {
namespace {

double CpuSeconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) +
         1e-9 * static_cast<double>(now.tv_nsec);
}

struct Text {
  std::string text;
  std::optional<DayInterval> published;
};

std::vector<Text> ReadTexts(const char* path) {
  std::ifstream in(path);
  std::vector<Text> texts;
  std::string line;
  while (std::getline(in, line)) {
    const boost::json::value record = boost::json::parse(line);
    Text text;
    text.text = boost::json::value_to<std::string>(record.at("text"));
    if (const auto* ref = record.as_object().if_contains("ref");
        ref != nullptr && ref->is_string()) {
      if (auto date = Date::Parse(boost::json::value_to<std::string>(*ref)))
        text.published = date->hull();
    }
    texts.push_back(std::move(text));
  }
  return texts;
}

struct Run {
  double seconds = 0;
  std::size_t claims = 0, bytes = 0;
};

Run Extract(const std::vector<Text>& texts) {
  Run run;
  Interner interner;
  ClaimExtractor extractor(English(), Schema::BuiltIn(), interner);
  ClaimTable table;
  ExtractionCoverage coverage;
  const double start = CpuSeconds();
  for (const Text& text : texts) {
    extractor.Extract({.text = text.text,
                       .published = text.published,
                       .document = DocumentIndex(0)},
                      table, coverage);
    run.bytes += text.text.size();
  }
  run.seconds = CpuSeconds() - start;
  run.claims = table.claims.size();
  return run;
}

void Print(const Run& run, const char* what) {
  std::printf("%s: %.2f MB, %zu claims, %.3f s CPU: %.2f MB/s\n", what,
              static_cast<double>(run.bytes) / 1e6, run.claims, run.seconds,
              static_cast<double>(run.bytes) / 1e6 / run.seconds);
}

int Throughput(const std::vector<Text>& texts) {
  Run best = Extract(texts);
  for (int round = 0; round < 2; ++round) {
    const Run again = Extract(texts);
    if (again.seconds < best.seconds) best = again;
  }
  Print(best, "throughput");
  return 0;
}

int Linear(const std::vector<Text>& texts) {
  constexpr std::size_t kLeast = 65536, kMost = 4 << 20;
  std::string all;
  for (std::size_t size = kLeast; size <= kMost; size *= 2) {
    for (std::size_t i = 0; all.size() < size; ++i)
      all += texts[i % texts.size()].text + "\n\n";
    Print(Extract({{all.substr(0, size), std::nullopt}}), "one document");
  }
  return 0;
}

}  // namespace
}  // namespace gainsay::internal

int main(int argc, char** argv) {
  const bool linear = argc > 1 && std::strcmp(argv[1], "--linear") == 0;
  if (argc != (linear ? 3 : 2)) {
    std::fprintf(stderr, "usage: bench_extract [--linear] NEWS.jsonl\n");
    return 2;
  }
  const auto texts = gainsay::internal::ReadTexts(argv[argc - 1]);
  if (texts.empty()) {
    std::fprintf(stderr, "bench_extract: nothing to read in %s\n",
                 argv[argc - 1]);
    return 2;
  }
  return linear ? gainsay::internal::Linear(texts)
                : gainsay::internal::Throughput(texts);
}

// Makes network files for the benchmarks; the format is in docs/engine.md.
//
//   generate_network --claims N [--seed S] [--sources K] [--redundancy R]
//   [--conflict-pct P]
//       [--errors planted|natural] [--error-pct E] [--giant-events G] [--giants
//       C]
//       [--order shuffled|grouped] [--counts] --out STEM
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

#include "network_story.h"

int main(int argc, char** argv) {
  gainsay::bench::StoryOptions options;
  std::string stem = "out";
  for (int i = 1; i < argc; ++i) {
    const std::string_view name = argv[i];
    if (name == "--counts") {
      options.counts = true;
      continue;
    }
    if (i + 1 == argc) {
      std::cerr << "generate_network: missing value for " << name << '\n';
      return 2;
    }
    const char* value = argv[++i];
    const int number = std::atoi(value);
    if (name == "--claims")
      options.claims = number;
    else if (name == "--seed")
      options.seed = std::strtoull(value, nullptr, 10);
    else if (name == "--sources")
      options.sources = number;
    else if (name == "--redundancy")
      options.redundancy = std::atof(value);
    else if (name == "--conflict-pct")
      options.conflict_percent = number;
    else if (name == "--error-pct")
      options.error_percent = number;
    else if (name == "--errors")
      options.natural = std::string_view(value) == "natural";
    else if (name == "--giant-events")
      options.giant_events = number;
    else if (name == "--giants")
      options.giants = number;
    else if (name == "--order")
      options.grouped = std::string_view(value) == "grouped";
    else if (name == "--out")
      stem = value;
    else {
      std::cerr << "generate_network: unknown option " << name << '\n';
      return 2;
    }
  }
  gainsay::bench::Story(options).Write(stem);
}

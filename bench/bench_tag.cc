// Speed of tagging, in megabytes of text a second of CPU time, and whether it
// is linear.
//
//   bench_tag news.jsonl     throughput over {"text","ref"} lines, everything
//   on, one thread bench_tag --linear [CASE]   time of doubled inputs,
//   news-like and hostile, 64 kB to 16 MB; of one case each size
#include <algorithm>
#include <boost/json.hpp>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

#include "gainsay/tag.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace {

double CpuSeconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) +
         1e-9 * static_cast<double>(now.tv_nsec);
}

struct Text {
  std::string text;
  std::optional<gainsay::Date> ref;
};

int Throughput(const char* path) {
  std::ifstream in(path);
  if (!in) {
    std::fprintf(stderr, "bench_tag: cannot read %s\n", path);
    return 2;
  }
  std::vector<Text> texts;
  std::string line;
  std::size_t bytes = 0;
  while (std::getline(in, line)) {
    const boost::json::value record = boost::json::parse(line);
    Text text;
    text.text = boost::json::value_to<std::string>(record.at("text"));
    if (const auto* ref = record.as_object().if_contains("ref");
        ref != nullptr && ref->is_string()) {
      if (auto date =
              gainsay::Date::Parse(boost::json::value_to<std::string>(*ref)))
        text.ref = *date;
    }
    bytes += text.text.size();
    texts.push_back(std::move(text));
  }
  const gainsay::Tagger tagger;
  gainsay::TagScratch scratch;
  double best = 1e9;
  std::size_t tags = 0;
  for (int round = 0; round < 3; ++round) {
    const double start = CpuSeconds();
    tags = 0;
    for (const Text& text : texts) {
      const auto result = tagger.Tag(text.text, text.ref, scratch);
      tags += result.tags().size();
    }
    best = std::min(best, CpuSeconds() - start);
  }
  std::printf("%zu texts, %.2f MB, %zu tags, %.3f s CPU: %.1f MB/s\n",
              texts.size(), static_cast<double>(bytes) / 1e6, tags, best,
              static_cast<double>(bytes) / 1e6 / best);
  return 0;
}

// Seconds to tag one text of about `size` bytes made by repeating `unit`: the
// median of several rounds, of more where a round is short.
double SecondsFor(const std::string& unit, std::size_t size) {
  std::string text;
  while (text.size() < size) text += unit;
  const gainsay::Tagger tagger;
  const gainsay::Date date = gainsay::Date::Parse("2001-03-14").value();
  constexpr double kEnough = 0.3;
  constexpr std::size_t kFewest = 3, kMost = 99;
  std::vector<double> rounds;
  for (double all = 0;
       rounds.size() < kFewest || (all < kEnough && rounds.size() < kMost);
       all += rounds.back()) {
    gainsay::TagScratch scratch;
    const double start = CpuSeconds();
    const auto result = tagger.Tag(text, date, scratch);
    rounds.push_back(CpuSeconds() - start);
  }
  std::sort(rounds.begin(), rounds.end());
  return rounds[rounds.size() / 2];
}

// All cases, or each size of the one named.
int Linear(const char* only) {
#ifdef __GLIBC__
  // Memory comes fresh in every round, as in a process that tags one text;
  // otherwise small texts would get it from the round before.
  mallopt(M_MMAP_THRESHOLD, 1 << 17);
  mallopt(M_TRIM_THRESHOLD, 1 << 17);
#endif
  struct Case {
    const char* name;
    std::string unit;
  };
  const Case cases[] = {
      {"news",
       "The mill closed on 6 April 1953 after two and a half years, the owner "
       "said on Monday. It had 120 workers. "},
      {"digits", "7"},
      {"numbers", "12 "},
      {"number words", "two hundred and "},
      {"months", "May "},
      {"hyphens", "-"},
      {"hyphened", "six-"},
      {"one word", "a"},
      {"stops", "."},
      {"acronym", "a."},
      {"apostrophes", "a'"},
      {"dotted", "1.2"},
      {"the", "the the first "},
      {"brackets", "("},
      {"lines", "\n|"},
      {"at signs", "a@"},
  };
  constexpr double kReading = 1e-9;  // seconds a byte
  int code = 0;
  for (const Case& c : cases) {
    if (only != nullptr && std::strcmp(only, c.name) != 0) continue;
    double before = 0, worst = 0;
    for (std::size_t size = std::size_t{1} << 16; size <= std::size_t{1} << 24;
         size *= 2) {
      const double seconds = SecondsFor(c.unit, size);
      // Where the text is read as fast as memory gives it, the factor is that
      // of the machine's caches: a bare loop over the bytes has it too.
      const bool memory_bound = seconds < kReading * static_cast<double>(size);
      if (before > 0.002 && !memory_bound)
        worst = std::max(worst, seconds / before);
      if (only != nullptr)
        std::printf("%8zu kB %10.6f s CPU, factor %.2f\n", size >> 10, seconds,
                    before > 0 ? seconds / before : 0);
      before = seconds;
    }
    if (worst == 0)
      std::printf("%-14s 16 MB in %.3f s CPU, as fast as memory gives it\n",
                  c.name, before);
    else
      std::printf(
          "%-14s 16 MB in %.2f s CPU, worst factor of a doubling %.2f\n",
          c.name, before, worst);
    std::fflush(stdout);
    if (worst > 2.3) code = 1;
  }
  return code;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc >= 2 && argc <= 3 && std::strcmp(argv[1], "--linear") == 0)
    return Linear(argc == 3 ? argv[2] : nullptr);
  if (argc == 2) return Throughput(argv[1]);
  std::fprintf(stderr, "usage: bench_tag FILE.jsonl | --linear [CASE]\n");
  return 2;
}

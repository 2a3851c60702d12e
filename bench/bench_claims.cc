// bench_claims FILE.csv --out OUT [--jobs N] [--memory-limit MB] [--columns
// a,b,...]: claims of many sources in, every claim of every conflicted group
// out, with what it cost.
//
// FILE has no header row; its columns are
// id,subject,predicate,kind,num,txt,source,doc,off unless --columns says
// otherwise. Kind n is a quantity (1 % apart is a conflict), d a day and t a
// text (different is a conflict). OUT has a line a claim, in the order of the
// file: number of its group (by first claim), its side, its line in the file,
// and the record as it stands there. One JSON object with counts, memory and
// times goes to standard output.
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "api/bulk_check.h"

namespace {

using namespace gainsay::internal;  // NOLINT: a program of this house
using gainsay::Error;
using gainsay::Result;

constexpr std::array<AxisRule, kAxisCount> kRules = {{
    {.relative = 0.01},   // Axis::kQuantity
    {},                   // Axis::kDay
    {},                   // Axis::kText
    {.compared = false},  // Axis::kBad
}};

struct Arguments {
  std::string file, out;
  std::vector<std::string> columns = {"id",     "subject", "predicate",
                                      "kind",   "num",     "txt",
                                      "source", "doc",     "off"};
  std::uint32_t jobs = 1;
  std::uint64_t memory_limit = 0;
};

[[noreturn]] void Fail(const std::string& message) {
  std::cerr << "bench_claims: " << message << '\n';
  std::exit(2);
}

std::vector<std::string> Split(const std::string& list) {
  std::vector<std::string> parts;
  std::istringstream in(list);
  for (std::string part; std::getline(in, part, ',');) parts.push_back(part);
  return parts;
}

Arguments Parse(int argc, char** argv) {
  Arguments arguments;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (!word.starts_with("--")) {
      arguments.file = word;
      continue;
    }
    if (i + 1 == argc) Fail(word + ": expected a value");
    const std::string value = argv[++i];
    if (word == "--out") {
      arguments.out = value;
    } else if (word == "--jobs") {
      arguments.jobs = static_cast<std::uint32_t>(
          std::clamp(std::atoi(value.c_str()), 1, 256));
    } else if (word == "--memory-limit") {
      arguments.memory_limit = std::strtoull(value.c_str(), nullptr, 10) << 20;
    } else if (word == "--columns") {
      arguments.columns = Split(value);
    } else {
      Fail("unknown option " + word);
    }
  }
  if (arguments.file.empty() || arguments.out.empty())
    Fail("usage: bench_claims FILE.csv --out OUT [--jobs N]");
  return arguments;
}

double CpuSeconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

// Wall and CPU seconds of one stage after the other, as JSON members.
class Clock {
 public:
  void Stage(const char* name) {
    const auto wall = std::chrono::steady_clock::now();
    const double cpu = CpuSeconds();
    char text[160];
    std::snprintf(
        text, sizeof text, "%s\"%s\":{\"wall_s\":%.4f,\"cpu_s\":%.4f}",
        json_.empty() ? "" : ",", name,
        std::chrono::duration<double>(wall - wall_).count(), cpu - cpu_);
    json_ += text;
    wall_ = wall;
    cpu_ = cpu;
  }
  const std::string& json() const { return json_; }

 private:
  std::chrono::steady_clock::time_point wall_ =
      std::chrono::steady_clock::now();
  double cpu_ = CpuSeconds();
  std::string json_;
};

std::uint64_t PeakResidentBytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
}

void Print(const Arguments& arguments, const BulkResult& result,
           const Clock& clock) {
  const auto claims =
      static_cast<double>(std::max<std::uint64_t>(result.claims, 1));
  const auto whole = [](std::uint64_t n) {
    return static_cast<unsigned long long>(n);
  };
  const auto share = [claims](std::uint64_t bytes) {
    return static_cast<double>(bytes) / claims;
  };
  std::printf(
      "{\"claims\":%llu,\"conflicted_groups\":%llu,\"claims_in_conflicted_"
      "groups\":%llu,\"conflicting_pairs\":%llu,",
      whole(result.claims), whole(result.groups),
      whole(result.conflicts.size()), whole(result.pairs));
  std::printf(
      "\"bad_records\":%llu,\"bad_values\":%llu,\"jobs\":%u,\"partitions_on_"
      "disk\":%u,",
      whole(result.errors.bad_records), whole(result.errors.bad_values),
      arguments.jobs, result.partitions);
  std::printf(
      "\"bytes_per_claim\":%.1f,\"column_bytes_per_claim\":%.1f,\"string_bytes_"
      "per_claim\":%.1f,\"peak_resident_bytes\":%llu,",
      share(result.column_bytes + result.scratch_bytes),
      share(result.column_bytes), share(result.string_bytes),
      whole(PeakResidentBytes()));
  std::printf("\"stages\":{%s},\"cpu_s\":%.4f}\n", clock.json().c_str(),
              CpuSeconds());
}

}  // namespace

int main(int argc, char** argv) {
  const Arguments arguments = Parse(argc, argv);
  Clock clock;
  const Result<BulkLayout> layout = BulkLayout::FromNames(arguments.columns);
  if (!layout) Fail(layout.error().message());
  const auto reader =
      BlockReader::Open(arguments.file, {.quoted_newlines = true});
  if (!reader) Fail(reader.error().message());
  const Result<BulkResult> result = CheckBulk(
      **reader, *layout,
      {.rules = kRules,
       .jobs = arguments.jobs,
       .memory_limit = arguments.memory_limit,
       .stage_done = [&clock](const char* stage) { clock.Stage(stage); }});
  if (!result) Fail(result.error().message());
  const int out = open(arguments.out.c_str(),
                       O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (out < 0) Fail(arguments.out + ": cannot be written");
  const Result<void> written =
      WriteBulkConflicts(**reader, *result, arguments.jobs, out);
  if (!written) Fail(written.error().message());
  if (close(out) != 0) Fail(arguments.out + ": cannot be written");
  clock.Stage("provenance");

  const Result<std::vector<Error>> errors = ListErrors(**reader, *result);
  if (!errors) Fail(errors.error().message());
  for (const Error& error : *errors) std::cerr << error.message() << '\n';
  Print(arguments, *result, clock);
  return result->errors.bad_records + result->errors.bad_values == 0 ? 0 : 2;
}

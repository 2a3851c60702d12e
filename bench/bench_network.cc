// Measures Network on a file of claims and prints one JSON object. CPU time;
// reading the file and handing over its claims are not counted, finding
// components is.
//
//   bench_network STEM.stp [--all] [--max-claims L] [--per-claim K]
//   [--conflicts OUT]
//       [--insert N] [--repair] [--threads N] [--runs R]
#include <malloc.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "base/workers.h"
#include "network_file.h"

#ifndef GAINSAY_BENCH_FLAGS
#define GAINSAY_BENCH_FLAGS ""
#endif

namespace {

// Threads that count together wait for each other: what is timed is not
// counted.
std::atomic<bool> counting = true;
std::atomic<std::size_t> allocated = 0, peak = 0;

[[gnu::noinline]] void Release(void* block) {
  if (block != nullptr && counting.load(std::memory_order_relaxed))
    allocated -= malloc_usable_size(block);
  std::free(block);
}

}  // namespace

// Counts what is allocated, so that the peak is that of the engine and not of
// the heap.
void* operator new(std::size_t size) {
  void* block = std::malloc(size);
  if (block == nullptr) throw std::bad_alloc();
  if (!counting.load(std::memory_order_relaxed)) return block;
  const std::size_t now = allocated += malloc_usable_size(block);
  std::size_t before = peak;
  while (now > before && !peak.compare_exchange_weak(before, now)) {
  }
  return block;
}
void operator delete(void* block) noexcept { Release(block); }
void operator delete(void* block, std::size_t) noexcept { Release(block); }

namespace {

using gainsay::Network;
using gainsay::NetworkOptions;
using gainsay::NetworkReport;

double Now(clockid_t clock) {
  timespec t{};
  clock_gettime(clock, &t);
  return static_cast<double>(t.tv_sec) + 1e-9 * static_cast<double>(t.tv_nsec);
}

struct Arguments {
  std::string file, conflicts;
  bool all = false, repair = false;
  std::size_t insert = 0;
  int runs = 3;
  NetworkOptions options;
};

bool Parse(int argc, char** argv, Arguments& arguments) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view name = argv[i];
    if (name == "--all")
      arguments.all = true;
    else if (name == "--repair")
      arguments.repair = true;
    else if (name.substr(0, 2) != "--")
      arguments.file = name;
    else if (++i == argc)
      return false;
    else if (name == "--conflicts")
      arguments.conflicts = argv[i];
    else if (name == "--max-claims")
      arguments.options.max_statements =
          static_cast<std::uint32_t>(std::atoi(argv[i]));
    else if (name == "--per-claim")
      arguments.options.per_statement =
          static_cast<std::uint32_t>(std::atoi(argv[i]));
    else if (name == "--threads")
      arguments.options.threads =
          static_cast<std::uint32_t>(std::atoi(argv[i]));
    else if (name == "--insert")
      arguments.insert = static_cast<std::size_t>(std::atoll(argv[i]));
    else if (name == "--runs")
      arguments.runs = std::max(1, std::atoi(argv[i]));
    else
      return false;
  }
  return !arguments.file.empty();
}

// Of some runs the median of the CPU seconds, and the least of the wall seconds
// and of those of the critical path: what the wall would come to if each thread
// had a core of its own, whatever else runs on the machine (CriticalPath of
// workers.h).
struct Times {
  double cpu = 0, wall = 0, critical = 0;
};
template <typename Answer, typename Run>
Times Measure(int runs, Answer& answer, Run run) {
  std::vector<double> cpu, wall, critical;
  for (int i = 0; i < runs; ++i) {
    answer = {};  // to free the last one is no part of making the next
    const gainsay::internal::CriticalPath path;
    const double cpu_begin = Now(CLOCK_PROCESS_CPUTIME_ID),
                 wall_begin = Now(CLOCK_MONOTONIC);
    answer = run();
    critical.push_back(path.Seconds());
    wall.push_back(Now(CLOCK_MONOTONIC) - wall_begin);
    cpu.push_back(Now(CLOCK_PROCESS_CPUTIME_ID) - cpu_begin);
  }
  std::sort(cpu.begin(), cpu.end());
  return {cpu[cpu.size() / 2], *std::min_element(wall.begin(), wall.end()),
          *std::min_element(critical.begin(), critical.end())};
}

void WriteConflicts(const NetworkReport& report, const std::string& path) {
  std::ofstream out(path);
  for (const gainsay::NetworkConflict& conflict : report.conflicts) {
    if (conflict.severity != gainsay::Severity::kDefinite) continue;
    for (std::size_t k = 0; k < conflict.statements.size(); ++k)
      out << (k == 0 ? "" : " ") << conflict.statements[k];
    out << '\n';
  }
}

// What asking for all conflicts costs after each insertion: mean microseconds
// of the last 200 claims, their insertion included.
double AskAfterInserts(const gainsay::bench::NetworkFile& file,
                       const NetworkOptions& options) {
  const std::size_t first =
      file.bounds.size() - std::min<std::size_t>(200, file.bounds.size() / 2);
  Network network = gainsay::bench::MakeNetwork(file, first);
  network.Index();
  static_cast<void>(network.Conflicts(options));
  const double start = Now(CLOCK_THREAD_CPUTIME_ID);
  for (std::size_t i = first; i < file.bounds.size(); ++i) {
    network.Insert(file.bounds[i]).value();
    static_cast<void>(network.Conflicts(options));
  }
  return 1e6 * (Now(CLOCK_THREAD_CPUTIME_ID) - start) /
         static_cast<double>(file.bounds.size() - first);
}

// Inserts the last claims of a file one by one: first timed as a whole, then
// each.
void PrintInserts(const gainsay::bench::NetworkFile& file, std::size_t count) {
  const std::size_t first =
      file.bounds.size() - std::min(count, file.bounds.size());
  Network network = gainsay::bench::MakeNetwork(file, first),
          again = gainsay::bench::MakeNetwork(file, first);
  network.Index();
  const double bytes =
      static_cast<double>(network.bytes()) / static_cast<double>(first);
  again.Index();
  std::size_t refused = 0;
  const double start = Now(CLOCK_THREAD_CPUTIME_ID);
  for (std::size_t i = first; i < file.bounds.size(); ++i)
    refused += !network.Insert(file.bounds[i])->consistent;
  const double mean = 1e9 * (Now(CLOCK_THREAD_CPUTIME_ID) - start) /
                      static_cast<double>(file.bounds.size() - first);
  // What asking for the time costs by itself.
  double clock = Now(CLOCK_THREAD_CPUTIME_ID);
  for (int i = 0; i < 1000; ++i) Now(CLOCK_THREAD_CPUTIME_ID);
  clock = 1e6 * (Now(CLOCK_THREAD_CPUTIME_ID) - clock);
  std::vector<double> ns;
  for (std::size_t i = first; i < file.bounds.size(); ++i) {
    const double begin = Now(CLOCK_THREAD_CPUTIME_ID);
    static_cast<void>(again.Insert(file.bounds[i]));
    ns.push_back(
        std::max(0.0, 1e9 * (Now(CLOCK_THREAD_CPUTIME_ID) - begin) - clock));
  }
  std::sort(ns.begin(), ns.end());
  const auto at = [&](double q) {
    return ns[std::min(ns.size() - 1, static_cast<std::size_t>(
                                          q * static_cast<double>(ns.size())))];
  };
  std::printf(
      ",\"insert_ns\":{\"mean\":%.0f,\"p50\":%.0f,\"p99\":%.0f,\"p99.9\":%.0f},"
      "\"insert_refused\":%zu,"
      "\"indexed_bytes_per_claim\":%.1f",
      mean, at(.5), at(.99), at(.999), refused, bytes);
}

std::size_t ResidentBytes() {
  std::ifstream in("/proc/self/statm");
  std::size_t size = 0, resident = 0;
  in >> size >> resident;
  return resident * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

}  // namespace

int main(int argc, char** argv) {
  Arguments arguments;
  if (!Parse(argc, argv, arguments)) {
    std::cerr << "bench_network: expected STEM.stp and options\n";
    return 2;
  }
  gainsay::bench::NetworkFile file =
      gainsay::bench::NetworkReader::Read(arguments.file);
  if (!file.ok || file.bounds.empty()) {
    std::cerr << "bench_network: " << arguments.file
              << ": expected a network file\n";
    return 2;
  }
  const auto claims = static_cast<double>(file.bounds.size());
  const std::size_t before = allocated;
  peak = before;
  const Network network = gainsay::bench::MakeNetwork(file, file.bounds.size());
  NetworkReport report = network.Check(arguments.options);
  const double bytes = static_cast<double>(peak - before) / claims;
  counting = false;
  const Times check = Measure(arguments.runs, report,
                              [&] { return network.Check(arguments.options); });
  std::printf(
      "{\"file\":\"%s\",\"claims\":%.0f,\"points\":%u,\"components\":%llu,"
      "\"inconsistent\":%llu",
      arguments.file.c_str(), claims, file.points,
      static_cast<unsigned long long>(report.components),
      static_cast<unsigned long long>(report.inconsistent));
  std::printf(
      ",\"threads\":%u,\"check_cpu_s\":%.6f,\"check_wall_s\":%.6f,\"check_"
      "critical_s\":%.6f,\"check_ns_per_claim\":%.1f",
      arguments.options.threads, check.cpu, check.wall, check.critical,
      1e9 * check.cpu / claims);
  if (arguments.all || !arguments.conflicts.empty()) {
    NetworkOptions options = arguments.options;
    options.grades = false;
    const Times all = Measure(arguments.runs, report,
                              [&] { return network.Conflicts(options); });
    if (!arguments.conflicts.empty())
      WriteConflicts(report, arguments.conflicts);
    const std::size_t conflicts = report.conflicts.size();
    const auto truncated = static_cast<unsigned long long>(report.truncated);
    const bool complete = report.complete();
    const Times grade = Measure(arguments.runs, report, [&] {
      return network.Conflicts(arguments.options);
    });
    std::printf(
        ",\"conflicts\":%zu,\"truncated\":%llu,\"complete\":%s,\"all_cpu_s\":%."
        "6f,\"all_wall_s\":%.6f,\"all_critical_s\":%.6f",
        conflicts, truncated, complete ? "true" : "false", all.cpu, all.wall,
        all.critical);
    std::printf(",\"graded\":%zu,\"grade_cpu_s\":%.6f", report.conflicts.size(),
                grade.cpu);
  }
  if (arguments.repair) {
    gainsay::Correction correction;
    const Times repair =
        Measure(1, correction, [&] { return network.Repair(); });
    std::printf(
        ",\"retracted\":%zu,\"lower_bound\":%.0f,\"optimal\":%s,\"repair_cpu_"
        "s\":%.6f",
        correction.statements.size(), correction.lower_bound,
        correction.optimal ? "true" : "false", repair.cpu);
  }
  if (arguments.insert > 0) {
    PrintInserts(file, arguments.insert);
    std::printf(",\"ask_after_insert_us\":%.1f",
                AskAfterInserts(file, arguments.options));
  }
  std::printf(
      ",\"bytes_per_claim\":%.1f,\"resident_bytes\":%zu,\"flags\":\"%s\"}\n",
      bytes, ResidentBytes(), GAINSAY_BENCH_FLAGS);
}

// bench_claims FILE.csv --out OUT [--jobs N] [--columns a,b,...]: claims of
// many sources in, every claim of every conflicted group out, with what it
// cost.
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
#include <atomic>
#include <charconv>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <mutex>
#include <sstream>
#include <string>
#include <vector>

#include "base/workers.h"
#include "claim/bulk.h"
#include "consistency/groups.h"
#include "io/blocks.h"
#include "io/spill.h"

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

// Writes the records of conflicted groups, read again from the file block by
// block, in order.
class Writer {
 public:
  Writer(const BlockReader& reader, const ClaimColumns& columns,
         const ConflictGroups& groups, PageBlock& scratch, int fd)
      : reader_(reader),
        columns_(columns),
        groups_(groups),
        fd_(fd),
        entry_of_row_(scratch),
        group_of_entry_(groups.rows.size()) {
    const std::size_t size = columns.rows() * sizeof(std::uint32_t);
    if (scratch.size() < size) scratch = PageBlock(), scratch = PageBlock(size);
    std::memset(scratch.data(), 0, size);
    std::uint64_t row = 0, line = 1;
    for (const ClaimChunk& chunk : columns.chunks) {
      first_.push_back({row, line});
      row += chunk.rows;
      line += chunk.lines;
    }
    auto* const entries =
        reinterpret_cast<std::uint32_t*>(entry_of_row_.data());
    for (std::uint32_t group = 0; group < groups.groups.size(); ++group) {
      const ConflictGroup& members = groups.groups[group];
      for (std::uint32_t i = members.begin; i < members.end; ++i) {
        entries[groups.rows[i]] = i + 1;
        group_of_entry_[i] = group;
      }
    }
  }

  void Run(std::uint32_t jobs) {
    RunWorkers(jobs, [&](std::uint32_t) {
      std::vector<char> bytes;
      std::string text;
      for (std::size_t i; (i = next_++) < columns_.chunks.size();) {
        text.clear();
        Render(i, bytes, text);
        std::unique_lock lock(mutex_);
        turn_.wait(lock, [&] { return written_ == i; });
        if (const auto done = WriteAll(fd_, text, "output"); !done) {
          Fail(done.error().message());
        }
        ++written_;
        turn_.notify_all();
      }
    });
  }

 private:
  struct First {
    std::uint64_t row, line;
  };

  void Render(std::size_t index, std::vector<char>& bytes,
              std::string& text) const {
    const ClaimChunk& chunk = columns_.chunks[index];
    const auto* const entries =
        reinterpret_cast<const std::uint32_t*>(entry_of_row_.data()) +
        first_[index].row;
    std::uint32_t row = 0;
    while (row < chunk.rows && entries[row] == 0) ++row;
    if (row == chunk.rows) return;
    bytes.resize(chunk.block_size);
    if (const auto done =
            reader_.Reread(chunk.file_offset, bytes.size(), bytes.data());
        !done) {
      Fail(done.error().message());
    }
    const char *at = bytes.data(), *const end = at + bytes.size();
    const bool plain = chunk.lines == chunk.rows;
    std::uint64_t line = first_[index].line;
    for (; row < chunk.rows; ++row) {
      if (entries[row] == 0) continue;
      const char* const record = bytes.data() + chunk.place[row];
      line =
          plain
              ? first_[index].line + row
              : line + static_cast<std::uint64_t>(std::count(at, record, '\n'));
      at = record;
      const std::uint32_t entry = entries[row] - 1;
      Append(group_of_entry_[entry], text);
      Append(groups_.sides[entry], text);
      Append(line, text);
      text.append(record, plain && row + 1 < chunk.rows
                              ? bytes.data() + chunk.place[row + 1] - 1
                              : RecordEnd(record, end));
      text.push_back('\n');
    }
  }

  static void Append(std::uint64_t number, std::string& text) {
    std::array<char, 24> digits;
    char* const end =
        std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    *end = ',';
    text.append(digits.data(), end + 1);
  }

  static const char* RecordEnd(const char* begin, const char* end) {
    bool inside = false;
    for (const char* at = begin;;) {
      const void* const found =
          std::memchr(at, '\n', static_cast<std::size_t>(end - at));
      const char* const newline =
          found == nullptr ? end : static_cast<const char*>(found);
      inside ^= std::count(at, newline, '"') % 2 != 0;
      if (!inside || newline == end) return newline;
      at = newline + 1;
    }
  }

  const BlockReader& reader_;
  const ClaimColumns& columns_;
  const ConflictGroups& groups_;
  const int fd_;
  const PageBlock& entry_of_row_;  // 1 + index into groups_.rows; 0: in none
  std::vector<std::uint32_t> group_of_entry_;
  std::vector<First> first_;
  std::atomic<std::size_t> next_ = 0;
  std::size_t written_ = 0;
  std::mutex mutex_;
  std::condition_variable turn_;
};

ConflictGroups FindGroups(const ClaimColumns& columns, std::uint32_t jobs,
                          PageBlock& memory) {
  std::vector<GroupChunk> chunks;
  for (const ClaimChunk& chunk : columns.chunks) {
    chunks.push_back({chunk.rows, chunk.subject, chunk.predicate, chunk.value,
                      nullptr,
                      reinterpret_cast<const std::uint8_t*>(chunk.axis)});
  }
  // Half of the rows at a time where there are many: 8 bytes a claim.
  const std::size_t scratch =
      std::max<std::size_t>(columns.rows() * 8, std::size_t{4} << 20);
  return FindConflictGroups(
      chunks, {.rules = kRules, .jobs = jobs, .scratch_bytes = scratch},
      memory);
}

}  // namespace

int main(int argc, char** argv) {
  const Arguments arguments = Parse(argc, argv);
  Clock clock;
  const Result<BulkLayout> layout = BulkLayout::FromNames(arguments.columns);
  if (!layout) Fail(layout.error().message());
  auto reader = BlockReader::Open(arguments.file, {.quoted_newlines = true});
  if (!reader) Fail(reader.error().message());
  Result<BulkClaims> claims = LoadBulkCsv(**reader, *layout, arguments.jobs);
  if (!claims) Fail(claims.error().message());
  clock.Stage("load");
  PageBlock scratch;
  const ConflictGroups groups =
      FindGroups(claims->columns, arguments.jobs, scratch);
  clock.Stage("groups");
  const int out = open(arguments.out.c_str(),
                       O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (out < 0) Fail(arguments.out + ": cannot be written");
  Writer(**reader, claims->columns, groups, scratch, out).Run(arguments.jobs);
  if (close(out) != 0) Fail(arguments.out + ": cannot be written");
  clock.Stage("provenance");

  for (const Error& error : claims->errors.listed)
    std::cerr << error.message() << '\n';
  const auto rows =
      static_cast<double>(std::max<std::uint64_t>(claims->columns.rows(), 1));
  const auto column_bytes = static_cast<double>(claims->columns.bytes());
  std::printf(
      "{\"claims\":%llu,\"conflicted_groups\":%zu,\"claims_in_conflicted_"
      "groups\":%zu,\"conflicting_pairs\":%llu,"
      "\"bad_records\":%llu,\"bad_values\":%llu,\"jobs\":%u,\"bytes_per_"
      "claim\":%.1f,\"column_bytes_per_claim\":%.1f,"
      "\"string_bytes_per_claim\":%.1f,\"peak_resident_bytes\":%llu,\"stages\":"
      "{%s},\"cpu_s\":%.4f}\n",
      static_cast<unsigned long long>(claims->columns.rows()),
      groups.groups.size(), groups.rows.size(),
      static_cast<unsigned long long>(groups.pairs),
      static_cast<unsigned long long>(claims->errors.bad_records),
      static_cast<unsigned long long>(claims->errors.bad_values),
      arguments.jobs,
      (column_bytes + static_cast<double>(groups.scratch_bytes)) / rows,
      column_bytes / rows,
      static_cast<double>(claims->columns.strings.bytes()) / rows,
      static_cast<unsigned long long>(PeakResidentBytes()),
      clock.json().c_str(), CpuSeconds());
  return 0;
}

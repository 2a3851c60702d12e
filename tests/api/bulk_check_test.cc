#include "api/bulk_check.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "../support/temp_path.h"
#include "io/spill.h"

namespace gainsay::internal {
namespace {

constexpr std::array<AxisRule, kAxisCount> kRules = {
    {{.relative = 0.01}, {}, {}, {.compared = false}}};
const std::vector<std::string> kColumns = {
    "id", "subject", "predicate", "kind", "num", "txt", "source", "doc", "off"};

std::string TestPath(const std::string& name) { return TempPath(name); }

std::string WriteFile(const std::string& bytes) {
  const std::string path =
      TestPath(
          ::testing::UnitTest::GetInstance()->current_test_info()->name()) +
      ".csv";
  std::ofstream(path, std::ios::binary) << bytes;
  return path;
}

struct Outcome {
  std::string lines;  // what WriteBulkConflicts writes
  std::vector<std::string> errors;
  BulkResult result;
};

Outcome Check(const std::string& path, std::uint32_t jobs,
              std::uint64_t memory_limit, std::size_t block_size) {
  const auto reader = BlockReader::Open(path, {.block_size = block_size,
                                               .quoted_newlines = true})
                          .value();
  Outcome outcome;
  outcome.result =
      CheckBulk(*reader, BulkLayout::FromNames(kColumns).value(),
                {.rules = kRules, .jobs = jobs, .memory_limit = memory_limit})
          .value();
  const int fd = OpenTemporary().value();
  EXPECT_TRUE(WriteBulkConflicts(*reader, outcome.result, jobs, fd));
  outcome.lines.resize(static_cast<std::size_t>(lseek(fd, 0, SEEK_END)));
  EXPECT_TRUE(ReadAt(fd, 0, outcome.lines, "output"));
  close(fd);
  const std::vector<Error> errors = ListErrors(*reader, outcome.result).value();
  for (const Error& error : errors) {
    outcome.errors.push_back(error.message().substr(path.size()));
  }
  return outcome;
}

TEST(CheckBulk, WritesEveryClaimOfAConflictedGroupWithItsPlace) {
  const std::string path = WriteFile(
      "0,mill,built,n,1840,,deed,d1,3\n"
      "1,mill,owner,t,,Ward,deed,d1,9\n"
      "\n"
      "2,weir,owner,t,,\"Ward\nand Son\",deed,d2,1\n"
      "3,mill,built,n,1841,,map,d3,0\n"
      "4,mill,owner,t,,\"Ward\",map,d3,5\n"
      "5,weir,owner,t,,Holt,map,d3,8\n"
      "6,mill,built,n,1700,,tale,d4,2\n");
  const Outcome outcome = Check(path, 1, 0, 1 << 16);
  EXPECT_EQ(outcome.lines,
            "0,0,1,0,mill,built,n,1840,,deed,d1,3\n"
            "1,0,4,2,weir,owner,t,,\"Ward\nand Son\",deed,d2,1\n"
            "0,0,6,3,mill,built,n,1841,,map,d3,0\n"
            "1,1,8,5,weir,owner,t,,Holt,map,d3,8\n"
            "0,1,9,6,mill,built,n,1700,,tale,d4,2\n");
  EXPECT_EQ(outcome.result.claims, 7U);
  EXPECT_EQ(outcome.result.groups, 2U);
  EXPECT_EQ(outcome.result.pairs, 3U);
  EXPECT_TRUE(outcome.errors.empty());
}

std::string RandomClaims(std::uint32_t seed, int count,
                         std::uint32_t subjects) {
  std::mt19937 random(seed);
  std::string text;
  for (int i = 0; i < count; ++i) {
    const auto n = [&](std::uint32_t below) {
      return std::to_string(random() % below);
    };
    const std::uint32_t predicate = random() % 6;
    const char kind = "ndt"[predicate % 3];
    text +=
        std::to_string(i) + ",\"place, " + n(subjects) + "\",P" +
        std::to_string(predicate) + "," + (random() % 500 == 0 ? '?' : kind) +
        "," +
        (kind == 't' ? "" : n(30) + (random() % 400 == 0 ? "-" : ".") + n(10)) +
        "," + (kind == 't' ? "\"title\n" + n(3) + "\"" : "") + ",s" + n(20) +
        (i % 777 == 5 ? "" : ",doc") + "," +
        (random() % 600 == 0 ? "x" : n(90)) + "\n";
  }
  return text;
}

TEST(CheckBulk, GivesTheSameBytesWhateverJobsMemoryAndBlocks) {
  for (const std::uint32_t subjects : {1, 40, 3000}) {
    const std::string path = WriteFile(RandomClaims(subjects, 6000, subjects));
    const Outcome expected = Check(path, 1, 0, 1 << 20);
    EXPECT_GT(expected.result.groups, 3U);
    EXPECT_GT(expected.errors.size(), 10U);
    for (const std::uint32_t jobs : {1, 2, 3}) {
      for (const std::uint64_t memory_limit : {0, 20000, 200000}) {
        const Outcome other =
            Check(path, jobs, memory_limit, jobs == 2 ? 5000 : 1 << 20);
        EXPECT_EQ(other.result.partitions != 0, memory_limit != 0);
        ASSERT_EQ(other.lines, expected.lines)
            << jobs << " jobs, " << memory_limit << " bytes";
        EXPECT_EQ(other.errors, expected.errors);
        EXPECT_EQ(other.result.claims, expected.result.claims);
        EXPECT_EQ(other.result.groups, expected.result.groups);
        EXPECT_EQ(other.result.pairs, expected.result.pairs);
      }
    }
  }
}

TEST(CheckBulk, ReadsAPipe) {
  const std::string text = RandomClaims(9, 3000, 50);
  const Outcome expected = Check(WriteFile(text), 1, 0, 1 << 20);
  const std::string pipe = TestPath("pipe");
  unlink(pipe.c_str());
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  std::jthread writer([&] { std::ofstream(pipe, std::ios::binary) << text; });
  EXPECT_EQ(Check(pipe, 2, 0, 10000).lines, expected.lines);
}

TEST(CountNewlines, CountsLongRuns) {
  const std::string text =
      std::string(1000, '\n') + "x" + std::string(77, '\n');
  EXPECT_EQ(CountNewlines(text.data(), text.data() + text.size()), 1077U);
  EXPECT_EQ(CountNewlines(text.data(), text.data()), 0U);
}

}  // namespace
}  // namespace gainsay::internal

// Every format of the sample report, byte for byte. GAINSAY_UPDATE_GOLDEN=1
// rewrites the files of tests/report/golden; look at the difference line by
// line.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

#include "gainsay/write.h"
#include "models.h"

namespace gainsay::internal {
namespace {

void Text(const Report& report, std::ostream& out) {
  TextStyle style;
  style.least = Severity::kTension;
  WriteText(report, out, style);
}

void Explanations(const Report& report, std::ostream& out) {
  for (const FindingView finding : report.findings())
    WriteExplanation(report, finding.id(), out).value();
  for (const NearMissView miss : report.near_misses())
    WriteExplanation(report, miss.id(), out).value();
}

struct Format {
  const char* file;
  void (*write)(const Report&, std::ostream&);
};

class Golden : public ::testing::TestWithParam<Format> {};

TEST_P(Golden, IsAsItWas) {
  std::ostringstream written;
  GetParam().write(SampleReport(), written);
  const std::string path =
      std::string(GAINSAY_TEST_DIR) + "/report/golden/" + GetParam().file;
  if (std::getenv("GAINSAY_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(path, std::ios::binary) << written.str();
    return;
  }
  std::ifstream file(path, std::ios::binary);
  const std::string expected{std::istreambuf_iterator<char>(file), {}};
  EXPECT_TRUE(written.str() == expected)
      << path
      << " differs: set GAINSAY_UPDATE_GOLDEN=1 and look at the difference";
}

constexpr Format kFormats[] = {
    {"sample.txt", &Text},       {"explain.txt", &Explanations},
    {"sample.json", &WriteJson}, {"sample.jsonl", &WriteJsonLines},
    {"sample.html", &WriteHtml}, {"sample.sarif", &WriteSarif},
    {"sample.dot", &WriteDot},   {"sample.graphml", &WriteGraphml},
    {"sample.trig", &WriteTrig}};

INSTANTIATE_TEST_SUITE_P(AllFormats, Golden, ::testing::ValuesIn(kFormats),
                         [](const auto& format) {
                           std::string name = format.param.file;
                           name[name.find('.')] = '_';
                           return name;
                         });

}  // namespace
}  // namespace gainsay::internal

// Runs every tests/cases/*.case through the library, as a user would.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "case_file.h"
#include "gainsay/gainsay.h"

namespace gainsay::cases {
namespace {

namespace fs = std::filesystem;

std::string ReadFile(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

// A finding or near miss, copied out of a report.
struct Shown {
  std::string what;  // "temporal definite"; the reason of a near miss
  bool tension = false;
  std::string text;
  std::vector<CaseQuote> claims;
};

template <typename View>
std::vector<CaseQuote> Claims(const View& view) {
  std::vector<CaseQuote> claims;
  for (const ClaimView claim : view.claims()) {
    claims.push_back({std::string(claim.source()), std::string(claim.quote())});
  }
  return claims;
}

// A quote of the case and one of the report speak of the same words if one
// holds the other, or they share most of the words of the shorter one.
bool Meets(const CaseQuote& a, const CaseQuote& b) {
  if (a.source != b.source) return false;
  if (a.words.find(b.words) != std::string::npos ||
      b.words.find(a.words) != std::string::npos) {
    return true;
  }
  // The end of one is the beginning of the other: at least five bytes.
  const auto overlaps = [](const std::string& x, const std::string& y) {
    for (std::size_t n = std::min(x.size(), y.size()); n >= 5; --n) {
      if (x.compare(x.size() - n, n, y, 0, n) == 0) return true;
    }
    return false;
  };
  return overlaps(a.words, b.words) || overlaps(b.words, a.words);
}

bool Matches(const CaseLine& line, const Shown& shown) {
  if (line.what != shown.what) return false;
  const auto covered = [](const std::vector<CaseQuote>& quotes,
                          const std::vector<CaseQuote>& by) {
    return std::ranges::all_of(quotes, [&by](const CaseQuote& quote) {
      return std::ranges::any_of(
          by, [&quote](const CaseQuote& other) { return Meets(quote, other); });
    });
  };
  return covered(line.quotes, shown.claims) &&
         (line.open || covered(shown.claims, line.quotes));
}

std::string Print(const Shown& shown) {
  std::string text = shown.what + "  ";
  for (const CaseQuote& claim : shown.claims) {
    text += claim.source + " \"" + claim.words + "\" / ";
  }
  return text + "\n" + shown.text;
}

Result<Corpus> MakeCorpus(const Case& spec) {
  Corpus corpus;
  for (const CaseSource& source : spec.sources) {
    if (!source.file.empty()) {
      const fs::path path = fs::path(GAINSAY_SOURCE_DIR) / source.file;
      const Result<FileSummary> read = corpus.AddFile(path);
      if (!read) return read.error();
      if (!read->errors.empty()) return read->errors[0];
      continue;
    }
    Document document{.source = source.name, .text = source.text};
    if (!source.published.empty()) {
      const Result<Date> date = Date::Parse(source.published);
      if (!date) return date.error();
      document.published = *date;
    }
    const Result<DocumentId> added = corpus.Add(std::move(document));
    if (!added) return added.error();
  }
  return corpus;
}

Result<Report> Check(const Case& spec) {
  const Result<Corpus> corpus = MakeCorpus(spec);
  if (!corpus) return corpus.error();
  Options options;
  options.near_misses = true;
  const Result<Checker> checker = Checker::Create(std::move(options));
  if (!checker) return checker.error();
  return checker->Check(*corpus);
}

std::vector<Shown> Findings(const Report& report) {
  std::vector<Shown> findings;
  for (const FindingView finding : report.findings()) {
    findings.push_back({std::string(Name(finding.kind())) + " " +
                            std::string(Name(finding.severity())),
                        finding.severity() == Severity::kTension,
                        finding.Explain(), Claims(finding)});
  }
  return findings;
}

std::vector<Shown> NearMisses(const Report& report) {
  std::vector<Shown> misses;
  for (const NearMissView miss : report.near_misses()) {
    misses.push_back({std::string(miss.reason()), false,
                      std::string(miss.text()), Claims(miss)});
  }
  return misses;
}

std::vector<std::string> CaseNames() {
  std::vector<std::string> names;
  for (const auto& entry :
       fs::directory_iterator(fs::path(GAINSAY_TEST_DIR) / "cases")) {
    if (entry.path().extension() == ".case") {
      names.push_back(entry.path().stem().string());
    }
  }
  std::ranges::sort(names);
  return names;
}

class Cases : public testing::TestWithParam<std::string> {};

TEST_P(Cases, Holds) {
  const fs::path path =
      fs::path(GAINSAY_TEST_DIR) / "cases" / (GetParam() + ".case");
  const Case spec = ReadCase(ReadFile(path));
  ASSERT_EQ(spec.error, "") << path;
  const Result<Report> report = Check(spec);
  ASSERT_TRUE(report) << report.error().message();
  EXPECT_TRUE(report->complete());
  const std::vector<Shown> findings = Findings(*report);
  const std::vector<Shown> misses = NearMisses(*report);
  for (const CaseLine& line : spec.expected) {
    const bool near_miss = line.kind == CaseLine::Kind::kNearMiss;
    const auto& shown = near_miss ? misses : findings;
    const bool found = std::ranges::any_of(
        shown, [&line](const Shown& s) { return Matches(line, s); });
    EXPECT_TRUE(found || line.kind == CaseLine::Kind::kMissed)
        << path.filename().string() << ":" << line.line
        << ": not in the report: " << line.what;
  }
  for (const Shown& shown : findings) {
    if (shown.tension) continue;
    const bool expected =
        std::ranges::any_of(spec.expected, [&shown](const CaseLine& line) {
          return line.kind != CaseLine::Kind::kNearMiss && Matches(line, shown);
        });
    EXPECT_TRUE(expected) << path.filename().string()
                          << ": not expected: " << Print(shown);
  }
}

INSTANTIATE_TEST_SUITE_P(All, Cases, testing::ValuesIn(CaseNames()),
                         [](const auto& which) { return which.param; });

}  // namespace
}  // namespace gainsay::cases

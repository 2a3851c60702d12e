// Screening is held against reading everything: reports of random files, and of
// the files of a folder where one is given, have the same bytes either way.
#include "api/screen.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "../support/temp_path.h"
#include "api/pipeline.h"
#include "gainsay/write.h"

namespace gainsay {
namespace {

using internal::LoadWhat;

constexpr char kSchema[] = R"({"predicates": {
  "height": {"type": "quantity", "single": true, "tolerance": {"relative": 0.01}},
  "depth": {"type": "quantity", "single": true, "tolerance": {"absolute": 2},
            "range": [0, 900], "dimension": "metres"},
  "motto": {"type": "text", "single": true},
  "prize": {"type": "text"},
  "colour": {"type": "text", "single": true, "one_of": ["red", "blue"]},
  "laid": {"type": "date", "single": true, "day_slack": 1},
  "leaves": {"type": "datetime", "single": true},
  "lasts": {"type": "duration", "single": true},
  "lit": {"type": "bool", "single": true},
  "crew": {"type": "names", "single": true, "names_by_family": true},
  "lies in": {"type": "place", "single": true},
  "owner": {"type": "entity", "single": true},
  "toll": {"type": "quantity", "single": true, "monotone": true}
}})";

class Writer {
 public:
  explicit Writer(std::uint32_t seed) : random_(seed) {}

  // Lines of JSON, most of them plain.
  std::string Json(int claims) {
    std::string out;
    for (int i = 0; i < claims; ++i) out += Line() + (Odd(40) ? "\r\n" : "\n");
    if (Odd(2)) out.pop_back();
    return out;
  }

  std::string Csv(int claims) {
    std::string out = "id,source,subject,subject_id,predicate,value,unit\n";
    for (int i = 0; i < claims; ++i) {
      const auto [predicate, value] = Said();
      std::string text = value;
      if (text.front() == '"') text = text.substr(1, text.size() - 2);
      if (text.find(',') != text.npos || Odd(9)) text = '"' + text + '"';
      const std::string n = N(12);
      out += Odd(3000) ? "broken," : "";
      out += std::to_string(i) + ",s" + N(4) + ",Thing " + n + "," +
             (Odd(3) ? "" : "t" + n) + "," + predicate + "," + text + "," +
             (Odd(9) ? "metres" : "") + (Odd(60) ? "\r\n\n" : "\n");
    }
    return out;
  }

 private:
  std::string N(std::uint32_t n) { return std::to_string(random_() % n); }
  bool Odd(std::uint32_t n) { return random_() % n == 0; }
  template <std::size_t kSize>
  std::string Any(const char* const (&of)[kSize]) {
    return of[random_() % kSize];
  }

  // A predicate and a value as JSON. Most subjects agree on it.
  std::pair<std::string, std::string> Said() {
    const bool off = Odd(6);
    switch (random_() % 16) {
      case 0:
        return {"height", off ? "1" + N(3) + "." + N(100) : "101.50"};
      case 1:
        return {"depth", off ? N(1200) : Any({"7", "7.0", "8", "-0", "0"})};
      case 2:
        return {"motto",
                off ? "\"Onward " + N(3) + "\""
                    : Any({"\"Onward\"", "\"onward \"", "\"ONWARD\""})};
      case 3:
        return {"prize", "\"Prize " + N(3) + "\""};
      case 4:
        return {"colour", off ? "\"green\"" : "\"Red\""};
      case 5:
        return {"laid", off ? "\"19" + N(100) + "-01-02\"" : "\"1904\""};
      case 6:
        return {"leaves", off ? "\"2001-02-03T0" + N(9) + ":10\""
                              : "\"2001-02-03T04:10\""};
      case 7:
        return {"lasts", off ? "\"P" + N(3) + "Y\"" : "\"P1Y\""};
      case 8:
        return {"lit", off ? "true" : "false"};
      case 9:
        return {"crew", off ? "\"Ada Vell; B. Orr " + N(2) + "\""
                            : Any({"\"Vell, A.\"", "\"Ada Vell\""})};
      case 10:
        return {"lies in", off ? "\"Town " + N(3) + "\"" : "\"Zürich\""};
      case 11:
        return {"owner", off ? "\"Owner " + N(2) + "\"" : "\"Orr\""};
      case 12:
        return {"toll", N(4)};
      case 13:
        return {"born", "\"19" + N(4) + "0\""};
      case 14:
        return {"unheard of", "\"" + N(4) + "\""};
      default:
        return {"population", off ? N(9000) : "1234567890123456789"};
    }
  }

  std::string Line() {
    if (Odd(80)) return Any({"", "  ", "{", "[1]", "nonsense", "{}", "\xff"});
    const auto [predicate, value] = Said();
    std::string subject = "\"Thing " + N(9) + "\"";
    const std::string n = N(150);
    if (!Odd(4)) {
      subject = R"({"id":"t)" + n + R"(","name":")" +
                (Odd(50)   ? "Other "
                 : Odd(50) ? "Th\\u0069ng "
                           : "Thing ") +
                n + "\"" + (Odd(60) ? R"(,"aliases":["It"])" : "") +
                (Odd(60) ? R"(,"type":"person")" : "") + "}";
    }
    std::string object = value;
    if (!Odd(5)) object = R"({"value":)" + value + Unit() + "}";
    return R"({"id": "c)" + N(999) + R"(","source":")" + "s" + N(4) +
           R"(", "subject":)" + subject + R"(,"predicate":")" + predicate +
           R"(","object": )" + object + Extra() + "}";
  }
  std::string Unit() {
    if (Odd(8))
      return Any({R"(,"unit":"metres")", R"(,"unit":"Metres")",
                  R"(,"unit":"feet")", R"(,"precision":"year")",
                  R"(,"mod":"about")", R"(,"type":"text")"});
    return {};
  }
  std::string Extra() {
    if (Odd(12))
      return Any({R"(,"confidence":0.5)", R"(,"confidence":2)",
                  R"(,"quote":"ünd")", R"(,"span":[1,2])", R"(,"span":[2,1])",
                  R"(,"note":1)", R"(,"note":1,"note":2)", R"(,"id":5)"});
    if (Odd(50))
      return Any({R"(,"modality":"denied")", R"(,"modality":"asserted")",
                  R"(,"as_of":"2001")", R"(,"start":"1999","end":"1998")",
                  R"(,"attribution":"a clerk")", R"(,"country_cow":20)"});
    return {};
  }

  std::mt19937 random_;
};

struct Run {
  bool near_misses = false;
  std::uint32_t jobs = 1;
};

std::string Report(const std::vector<std::string>& files, const Run& run,
                   LoadWhat what, std::uint64_t* agreed = nullptr) {
  Options options;
  options.schema_json = kSchema;
  options.near_misses = run.near_misses;
  options.jobs = run.jobs;
  const Checker checker = Checker::Create(std::move(options)).value();
  Corpus corpus;
  for (const std::string& file : files)
    EXPECT_TRUE(corpus.AddFile(file, {FileKind::kClaims, {}}));
  const auto model = internal::RunPipeline(corpus.rep(), checker.rep(), what);
  if (!model) return model.error().message();
  std::ostringstream out;
  WriteJson(gainsay::Report(*model), out);
  if (agreed != nullptr) {
    std::vector<const Corpus::Rep::ClaimFile*> claim_files;
    for (const auto& file : corpus.rep().claim_files)
      claim_files.push_back(&file);
    const auto screened = internal::ScreenClaims(
        claim_files, corpus.rep(), checker.rep(), 8, [](std::uint64_t) {});
    *agreed = screened ? screened->agreed.claims : 0;
  }
  return out.str();
}

std::string Save(const std::string& name, const std::string& text) {
  const std::string path = internal::TempPath(name);
  std::ofstream(path, std::ios::binary) << text;
  return path;
}

void ExpectSame(const std::vector<std::string>& files) {
  for (const bool near_misses : {false, true}) {
    Run run{.near_misses = near_misses};
    const std::string whole = Report(files, run, LoadWhat::kAll);
    for (const std::uint32_t jobs : {1U, 3U}) {
      run.jobs = jobs;
      for (const LoadWhat what :
           {LoadWhat::kScreened, LoadWhat::kScreenedFinely}) {
        ASSERT_EQ(Report(files, run, what), whole)
            << "jobs " << jobs << " near misses " << near_misses << " finely "
            << (what == LoadWhat::kScreenedFinely);
      }
    }
  }
}

TEST(Screen, ReportsOfRandomFilesHaveTheSameBytes) {
  std::uint64_t agreed = 0;
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    SCOPED_TRACE(seed);
    Writer writer(seed);
    const std::vector<std::string> files = {
        Save("a.jsonl", writer.Json(20 + static_cast<int>(seed) * 9)),
        Save("b.csv", writer.Csv(20 + static_cast<int>(seed) * 5))};
    ExpectSame(files);
    std::uint64_t some = 0;
    Report(files, {}, LoadWhat::kScreened, &some);
    agreed += some;
    if (testing::Test::HasFatalFailure()) return;
  }
  EXPECT_GT(agreed, 1000U) << "nothing was screened";
}

// Files of JSON Lines alone are checked in parts.
TEST(Screen, PartsHaveTheSameBytes) {
  std::uint32_t parts = 0;
  for (std::uint32_t seed = 100; seed < 130; ++seed) {
    SCOPED_TRACE(seed);
    Writer writer(seed);
    const std::vector<std::string> files = {
        Save("p.jsonl", writer.Json(200 + static_cast<int>(seed % 7) * 300)),
        Save("q.jsonl", writer.Json(150))};
    ExpectSame(files);
    if (testing::Test::HasFatalFailure()) return;
    Corpus corpus;
    std::vector<const Corpus::Rep::ClaimFile*> claim_files;
    for (const std::string& file : files)
      ASSERT_TRUE(corpus.AddFile(file, {FileKind::kClaims, {}}));
    for (const auto& file : corpus.rep().claim_files)
      claim_files.push_back(&file);
    Options options;
    options.schema_json = kSchema;
    const Checker checker = Checker::Create(std::move(options)).value();
    const auto screened = internal::ScreenClaims(
        claim_files, corpus.rep(), checker.rep(), 8, [](std::uint64_t) {});
    if (screened) parts += screened->parts - 1;
  }
  EXPECT_GT(parts, 15U) << "nothing was divided";
}

// On disk or in memory, by one thread or three.
TEST(Screen, KeepsTheSameRecordsWhateverTheMemory) {
  std::uint64_t agreed = 0;
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    SCOPED_TRACE(seed);
    Writer writer(seed);
    Corpus corpus;
    ASSERT_TRUE(corpus.AddFile(Save("m.jsonl", writer.Json(900)),
                               {FileKind::kClaims, {}}));
    ASSERT_TRUE(corpus.AddFile(Save("m.csv", writer.Csv(300)),
                               {FileKind::kClaims, {}}));
    std::vector<const Corpus::Rep::ClaimFile*> files;
    for (const auto& file : corpus.rep().claim_files) files.push_back(&file);
    std::optional<internal::Screened> first;
    for (const std::uint64_t limit : {0, 1}) {
      for (const std::uint32_t jobs : {1U, 3U}) {
        Options options;
        options.schema_json = kSchema;
        options.memory_limit = limit;
        options.jobs = jobs;
        const Checker checker = Checker::Create(std::move(options)).value();
        const auto screened = internal::ScreenClaims(
            files, corpus.rep(), checker.rep(), 8, [](std::uint64_t) {});
        if (limit == 0 && jobs == 1) first = screened;
        ASSERT_EQ(screened.has_value(), first.has_value());
        if (!first) continue;  // a broken row beside quotes
        EXPECT_EQ(screened->predicates, first->predicates);
        EXPECT_EQ(screened->agreed.claims, first->agreed.claims);
        EXPECT_EQ(screened->agreed.statements, first->agreed.statements);
        EXPECT_EQ(screened->agreed.agreed, first->agreed.agreed);
        for (std::size_t i = 0; i < files.size(); ++i) {
          EXPECT_EQ(screened->files[i].lines, first->files[i].lines);
          EXPECT_EQ(screened->files[i].offsets, first->files[i].offsets);
        }
        agreed += screened->agreed.claims;
      }
    }
  }
  EXPECT_GT(agreed, 5000U);
}

// Names of bodies are compared word by word: no screening beside them.
TEST(Screen, AnOrganisationWithoutAnIdEndsIt) {
  const std::string path = Save(
      "body.jsonl",
      R"({"source":"a","subject":"Acme","predicate":"motto","object":"x"})"
      "\n"
      R"({"source":"b","subject":{"name":"Acme Ltd","type":"organisation"},)"
      R"("predicate":"motto","object":"x"})"
      "\n");
  std::uint64_t agreed = 1;
  ExpectSame({path});
  Report({path}, {}, LoadWhat::kScreened, &agreed);
  EXPECT_EQ(agreed, 0U);
}

TEST(Screen, CountsWhatIsLeftOut) {
  std::string text;
  for (const char* source : {"a", "b"}) {
    for (int i = 0; i < 5; ++i) {
      text += R"({"source":")" + std::string(source) + R"(","subject":"T)" +
              std::to_string(i) + R"(","predicate":"height","object":)" +
              (i == 4 && *source == 'b' ? "9" : "5") + "}\n";
    }
  }
  std::uint64_t agreed = 0;
  const std::string report =
      Report({Save("count.jsonl", text)}, {}, LoadWhat::kScreened, &agreed);
  EXPECT_EQ(agreed, 8U);
  EXPECT_NE(report.find("\"claims\": 10"), report.npos) << report;
  EXPECT_NE(report.find("\"agreed\": 8"), report.npos) << report;
  EXPECT_NE(report.find("\"subjects\": 5"), report.npos) << report;
}

// Sets of claims beside the repository: GAINSAY_CLAIMS_DIR.
TEST(Screen, ReportsOfAFolderHaveTheSameBytes) {
  const char* const folder = std::getenv("GAINSAY_CLAIMS_DIR");
  if (folder == nullptr) GTEST_SKIP() << "GAINSAY_CLAIMS_DIR is not set";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string path = entry.path().string();
    if (!path.ends_with(".claims.jsonl")) continue;
    SCOPED_TRACE(path);
    ExpectSame({path});
  }
}

}  // namespace
}  // namespace gainsay

// Structured claims through the whole pipeline, with tables of our own.
#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "../support/temp_path.h"
#include "gainsay/checker.h"

namespace gainsay {
namespace {

ClaimInput Quantity(std::string source, std::string subject, double value) {
  ClaimInput claim;
  claim.source = std::move(source);
  claim.subject.name = std::move(subject);
  claim.predicate = "windspeed";
  claim.object = Value::OfQuantity(value, "");
  return claim;
}

std::size_t Findings(std::string_view a, std::string_view b) {
  Corpus corpus;
  EXPECT_TRUE(corpus.Add(Quantity("north", std::string(a), 4)));
  EXPECT_TRUE(corpus.Add(Quantity("south", std::string(b), 9)));
  const Report report = Checker().Check(corpus).value();
  return report.findings().size();
}

// Two names of records are two things; case and spaces aside.
TEST(Tables, NamesOfThingsMeetOnlyAsTheyStand) {
  EXPECT_EQ(Findings("Pier Nine--Sun 11:05:00", "Pier Nine--Sun 11:05:00"), 1U);
  EXPECT_EQ(Findings("Pier  Nine", "pier nine"), 1U);
  const std::pair<const char*, const char*> others[] = {
      {"Pier Nine--Sun 11:05:00", "Pier Nine--Sun 05:11:00"},
      {"Pier Nine--Sun 11:40:00", "Pier Nine--Sun 11:00:00"},
      {"Harbour Line Station", "Harbour Line Station East"},
      {"Station -1", "Station 1"},
      {"C++", "C"},
      {"North Ridge Tower", "Tower North Ridge"},
  };
  for (const auto& [a, b] : others) EXPECT_EQ(Findings(a, b), 0U) << a << b;
}

// A table of our own and one article, in one run.
constexpr char kTable[] = R"(
{"id":"t1","source":"almanac","subject":"Li Keqiang","predicate":"holds_office","object":{"type":"office","office":"Premier","country":"China"},"start":"2013-03-15","end":"2023-03-11"}
{"id":"t2","source":"almanac","subject":"Li Qiang","predicate":"holds_office","object":{"type":"office","office":"Premier","country":"China"},"start":"2023-03-11"}
{"id":"t3","source":"almanac","subject":"Fumio Kishida","predicate":"holds_office","object":{"type":"office","office":"Prime Minister","country":"Japan"},"start":"2021-10-04","end":"2024-10-01"}
{"id":"t4","source":"almanac","subject":"Emmanuel Macron","predicate":"holds_office","object":{"type":"office","office":"President","country":"FRA"},"start":"2017-05-14","as_of":"2025-01-01"}
{"id":"t5","source":"almanac","subject":"Orla Bridge","predicate":"opened","object":{"type":"date","value":"1931-05-04"}}
{"id":"t6","source":"almanac","subject":"Harbour Line","predicate":"founded","object":{"type":"date","value":"1905"}}
{"id":"t7","source":"almanac","subject":{"name":"Lisbon","type":"place"},"predicate":"population","object":{"type":"quantity","value":545000},"as_of":"2021-05-29"}
{"id":"t8","source":"almanac","subject":"Ada Vell","predicate":"born","object":{"type":"date","value":"1815-12-10"}}
)";

struct Article {
  const char *published, *text;
  const char* meets;  // id of the row that it contradicts; empty: none
};

constexpr Article kArticles[] = {
    // The right holder, with and without the country.
    {"2024-05-29", "BEIJING - Premier Li Qiang met the ministers.", ""},
    {"2024-05-29", "BEIJING - Chinese Premier Li Qiang met them.", ""},
    {"2019-05-29", "BEIJING - Chinese Premier Li Keqiang met them.", ""},
    // The wrong one.
    {"2024-05-29", "BEIJING - Premier Li Keqiang met the ministers.", "t1"},
    {"2024-05-29", "BEIJING - China's premier Li Keqiang spoke.", "t1"},
    {"2022-05-29", "BEIJING - Chinese Premier Li Qiang spoke.", "t1"},
    {"2023-05-29", "TOKYO - Japanese Prime Minister Ken Hara left.", "t3"},
    {"2023-05-29", "PARIS - French President Jean Orly left.", "t4"},
    // A successor after the data end; either about a handing over.
    {"2025-02-03", "TOKYO - Japanese Prime Minister Ken Hara left.", ""},
    {"2025-02-03", "PARIS - French President Jean Orly left.", ""},
    {"2023-03-12", "BEIJING - Chinese Premier Li Keqiang waved.", ""},
    {"2023-03-10", "BEIJING - Chinese Premier Li Qiang waved.", ""},
    // Another year, a former holder, another country's, one that no row knows.
    {"2024-05-29", "In 2015 Chinese Premier Li Keqiang saw the port.", ""},
    {"2024-05-29", "Former Chinese Premier Li Keqiang saw the port.", ""},
    {"2024-05-29", "Prime Minister Ken Hara saw the port.", ""},
    {"2024-05-29", "Norwegian Prime Minister Ken Hara left.", ""},
    // Things, bodies, places and persons.
    {"2021-05-29", "The Orla Bridge opened in 1940.", "t5"},
    {"2021-05-29", "The Orla Bridge opened in 1931.", ""},
    {"2021-05-29", "The Tarn Bridge opened in 1940.", ""},
    {"2021-05-29", "Harbour Line was founded in 1912.", "t6"},
    {"2021-05-29", "Harbour Line, founded in 1905, runs ferries.", ""},
    {"2021-05-29", "Lisbon has a population of 700,000.", "t7"},
    {"2021-05-29", "Lisbon has a population of 545,000.", ""},
    {"2021-05-29", "Porto has a population of 700,000.", ""},
    {"2021-05-29", "Ada Vell was born in 1816.", "t8"},
    {"2021-05-29", "Ada Vell was born in December 1815.", ""},
};

TEST(Tables, MeetArticlesInOneRun) {
  const std::string path = internal::TempPath("almanac.jsonl");
  std::ofstream(path) << kTable;
  for (const Article& article : kArticles) {
    Corpus corpus;
    ASSERT_TRUE(corpus.AddFile(path, {FileKind::kClaims, {}}));
    ASSERT_TRUE(
        corpus.Add(Document{.id = "wire",
                            .source = "wire",
                            .text = article.text,
                            .published = *Date::Parse(article.published)}));
    const Report report = Checker().Check(corpus).value();
    const bool found = !report.findings().empty();
    EXPECT_EQ(found, *article.meets != '\0') << article.text;
    if (!found) continue;
    EXPECT_EQ(report.findings().size(), 1U) << article.text;
    // Both places: the row, and the words of the article.
    std::set<std::string> ids, documents;
    for (const ClaimView claim : report.findings()[0].claims()) {
      ids.emplace(claim.id());
      documents.emplace(claim.document());
      EXPECT_FALSE(claim.quote().empty());
    }
    EXPECT_TRUE(ids.contains(article.meets)) << article.text;
    EXPECT_TRUE(documents.contains("wire")) << article.text;
  }
}

// Two bridges of two articles are two, whatever no gazetteer knows.
TEST(Tables, PlacesWithoutARowAreKnownByTheirNames) {
  Corpus corpus;
  for (const char* name : {"Orla", "Tarn"}) {
    ASSERT_TRUE(corpus.Add(Document{.id = name,
                                    .source = name,
                                    .text = "The " + std::string(name) +
                                            " Bridge opened in " +
                                            (*name == 'O' ? "1940." : "1950."),
                                    .published = *Date::Parse("2021-05-29")}));
  }
  const Report report = Checker().Check(corpus).value();
  EXPECT_TRUE(report.findings().empty());
}

std::string WriteTable(const char* name, std::string_view text) {
  std::string path = internal::TempPath(name);
  std::ofstream(path) << text;
  return path;
}

// The same claims as CSV with a header, as CSV with given columns, and in two
// files.
TEST(Tables, CsvWithAHeaderOrGivenColumnsInSeveralFiles) {
  constexpr std::string_view kHeader =
      "id,source,subject,predicate,type,value\n";
  constexpr std::string_view kFirst = "1,a,Pier Nine,windspeed,quantity,4\n",
                             kSecond =
                                 "2,b,\"Pier Nine\",windspeed,quantity,9\n";
  const std::string with_header =
      WriteTable("header.csv", std::string(kHeader) + std::string(kFirst) +
                                   std::string(kSecond));
  const std::string first = WriteTable("first.csv", kFirst),
                    second = WriteTable("second.csv", kSecond);
  const std::vector<std::string> columns = {"id",        "source", "subject",
                                            "predicate", "type",   "value"};
  Corpus one, two;
  ASSERT_TRUE(one.AddFile(with_header, {FileKind::kClaims, {}}));
  ASSERT_TRUE(two.AddFile(first, {FileKind::kClaims, columns}));
  ASSERT_TRUE(two.AddFile(second, {FileKind::kClaims, columns}));
  for (const Corpus* corpus : {&one, &two}) {
    const Report report = Checker().Check(*corpus).value();
    ASSERT_EQ(report.findings().size(), 1U);
    EXPECT_TRUE(report.errors().empty());
    EXPECT_EQ(report.findings()[0].claims().size(), 2U);
  }
}

TEST(Tables, BadRowsAreToldWithFileLineFieldAndWhatWasExpected) {
  const std::string path = WriteTable("bad.csv",
                                      "id,source,subject,predicate,type,value\n"
                                      "1,a,Pier Nine,windspeed,quantity,4\n"
                                      "2,b,Pier Nine,windspeed,quantity,four\n"
                                      "3,b,Pier Nine,windspeed\n"
                                      "4,,Pier Nine,windspeed,quantity,9\n"
                                      "5,b,Pier Nine,windspeed,quantity,9\n");
  Corpus corpus;
  ASSERT_TRUE(corpus.AddFile(path, {FileKind::kClaims, {}}));
  const Report report = Checker().Check(corpus).value();
  EXPECT_EQ(report.findings().size(), 1U) << "the good rows are checked";
  struct Row {
    std::uint64_t line;
    const char *field, *expected;
  };
  const Row rows[] = {{3, "value", "expected a number, got \"four\""},
                      {4, "", "expected 6 fields, got 4"},
                      {5, "source", "expected a non-empty string"}};
  ASSERT_EQ(report.errors().size(), std::size(rows));
  for (std::size_t i = 0; i < std::size(rows); ++i) {
    EXPECT_EQ(report.errors()[i].file, path);
    EXPECT_EQ(report.errors()[i].line, rows[i].line);
    EXPECT_EQ(report.errors()[i].field, rows[i].field);
    EXPECT_TRUE(report.errors()[i].what.starts_with(rows[i].expected))
        << report.errors()[i].what;
  }
}

TEST(Tables, AMemoryLimitRefusesWhatNeedsMore) {
  std::string text;
  for (int i = 0; i < 1000; ++i) {
    // Piers of which two sources differ: each claim needs a check.
    text += R"({"source":"s)" + std::to_string(i % 2) +
            R"(","subject":"Pier )" + std::to_string(i / 2) +
            R"(","predicate":"windspeed","object":)" +
            std::to_string(4 + i % 2 * 3) + "}\n";
  }
  const std::string path = WriteTable("large.jsonl", text);
  for (const auto& [limit, fits] :
       {std::pair<std::uint64_t, bool>{100'000, false}, {100'000'000, true}}) {
    Options options;
    options.memory_limit = limit;
    Corpus corpus;
    ASSERT_TRUE(corpus.AddFile(path, {FileKind::kClaims, {}}));
    const Result<Report> report =
        Checker::Create(std::move(options)).value().Check(corpus);
    EXPECT_EQ(report.has_value(), fits);
    if (!report) {
      EXPECT_EQ(report.error().code, ErrorCode::kTooLarge);
    }
  }
}

// --columns is for those of several files that are CSV.
TEST(Tables, ColumnsLeaveJsonLinesAlone) {
  const std::string csv = internal::TempPath("columns.csv"),
                    json = internal::TempPath("columns.jsonl");
  std::ofstream(csv) << "a,Vell Bridge,length,410\n";
  std::ofstream(json)
      << R"({"source":"b","subject":"Vell Bridge","predicate":"length",)"
      << R"("object":{"type":"quantity","value":430}})" << '\n';
  Corpus corpus;
  const std::vector<std::string> columns = {"source", "subject", "predicate",
                                            "value"};
  for (const std::string& path : {csv, json})
    ASSERT_TRUE(corpus.AddFile(path, {FileKind::kClaims, columns}));
  const Report report = Checker().Check(corpus).value();
  EXPECT_TRUE(report.errors().empty());
  EXPECT_EQ(report.findings().size(), 1U);
}

}  // namespace
}  // namespace gainsay

// Each of Wikidata's constraint types, as docs/schema.md says it is expressed:
// the rows of tests/schema/constraints.jsonl, schema and claims of our own.
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include "../support/temp_path.h"
#include "gainsay/checker.h"
#include "gainsay/write.h"

namespace gainsay {
namespace {

namespace json = boost::json;

// "found", "silent", "error", or "near miss REASON".
std::string Outcome(const json::object& row) {
  const std::string path = internal::TempPath("constraint.jsonl");
  std::ofstream file(path);
  for (const json::value& claim : row.at("claims").as_array())
    file << json::serialize(claim) << '\n';
  file.close();
  Options options;
  options.schema_json = json::serialize(row.at("schema"));
  options.near_misses = true;
  Corpus corpus;
  EXPECT_TRUE(corpus.AddFile(path, {FileKind::kClaims, {}}));
  const auto checker = Checker::Create(std::move(options));
  if (!checker) return checker.error().message();
  const Report report = checker->Check(corpus).value();
  for (const FindingView finding : report.findings())
    if (finding.severity() != Severity::kTension) return "found";
  std::ostringstream text;
  WriteJson(report, text);
  const json::object model = json::parse(text.str()).as_object();
  if (!model.at("coverage").at("errors").as_array().empty()) return "error";
  for (const json::value& miss : model.at("near_misses").as_array())
    return "near miss " + std::string(miss.at("reason").as_string());
  return "silent";
}

// The first cells of the table of docs/schema.md.
std::set<std::string> Documented() {
  std::ifstream file(std::string(GAINSAY_SOURCE_DIR) + "/docs/schema.md");
  std::set<std::string> types;
  bool inside = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("| constraint |")) inside = true;
    if (!inside || !line.starts_with("| ") || line.starts_with("| constraint"))
      continue;
    types.insert(line.substr(2, line.find(" |", 2) - 2));
  }
  return types;
}

TEST(Constraints, EachTypeOfWikidataIsExpressed) {
  std::ifstream file(std::string(GAINSAY_TEST_DIR) +
                     "/schema/constraints.jsonl");
  ASSERT_TRUE(file);
  std::set<std::string> shown = {"complex"};  // examples/own_check.cc is it
  int number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    const json::object row = json::parse(line).as_object();
    const std::string expected(row.at("expect").as_string());
    const std::string got = Outcome(row);
    // A near miss is silent too.
    const bool as_said = got == expected || (expected == "silent" &&
                                             got.starts_with("near miss "));
    EXPECT_TRUE(as_said) << "row " << number << ": expected " << expected
                         << ", got " << got << ": " << line;
    shown.insert(std::string(row.at("constraint").as_string()));
  }
  EXPECT_EQ(shown, Documented());
}

}  // namespace
}  // namespace gainsay

// JSON out and back in; what is no report is refused with its field.
#include "report/json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <sstream>
#include <string>

#include "gainsay/write.h"
#include "io/json_write.h"
#include "models.h"

namespace gainsay::internal {
namespace {

std::string Json(const Report& report) {
  std::ostringstream out;
  WriteJson(report, out);
  return out.str();
}

TEST(ReportJson, ReadsBackToTheSameBytes) {
  const std::string json = Json(SampleReport());
  const Result<Report> again = ReadReport(json);
  ASSERT_TRUE(again.has_value()) << again.error().message();
  EXPECT_EQ(Json(*again), json);
}

TEST(ReportJson, KeepsHostileTextsToTheByte) {
  const Result<Report> again = ReadReport(Json(SampleReport()));
  ASSERT_TRUE(again.has_value());
  const Report& report = *again;
  const FindingView hostile = report.findings()[3];
  std::size_t i = 0;
  for (const ClaimView claim : hostile.claims())
    EXPECT_EQ(claim.quote(), HostileTexts()[i++]);
  EXPECT_EQ(i, HostileTexts().size());
}

TEST(ReportJson, HasNoControlNorBidiBytes) {
  const std::string json = Json(SampleReport());
  for (const char c : json)
    EXPECT_TRUE(c == '\n' || static_cast<unsigned char>(c) >= 0x20);
  for (const char* harmful : {"\u009b", "\u202e", "\u2066", "\u2028", "\x7f"})
    EXPECT_EQ(json.find(harmful), std::string::npos);
}

TEST(ReportJson, IsValidForEveryCountOfMembers) {
  for (const Report& report : {Report(), SampleReport()}) {
    boost::json::error_code failed;
    boost::json::parse(Json(report), failed);
    EXPECT_FALSE(failed);
  }
}

TEST(ReportJson, NamesTheFieldThatIsWrong) {
  struct Case {
    const char* json;
    const char* field;
  };
  const Case cases[] = {
      {R"([])", ""},
      {R"({})", "findings"},
      {R"({"findings":{}})", "findings"},
      {R"({"findings":[7]})", "findings[0]."},
      {R"({"findings":[{}]})", "findings[0].id"},
      {R"({"findings":[{"id":"a","kind":"odd","severity":"definite","claims":[]}]})",
       "findings[0].kind"},
      {R"({"findings":[{"id":"a","kind":"value","severity":"definite"}]})",
       "findings[0].claims"},
      {R"({"findings":[{"id":"a","kind":"value","severity":"definite","claims":[{"id":"c","source":"s","span":[2,1]}]}]})",
       "findings[0].claims[0].span"},
      {R"({"findings":[{"id":"a","kind":"value","severity":"definite","claims":[],"walks":[],"derivation":[{"walk":0}]}]})",
       "findings[0].derivation[0].walk"},
  };
  for (const Case& c : cases) {
    const Result<Report> report = ReadReport(c.json);
    ASSERT_FALSE(report.has_value()) << c.json;
    EXPECT_EQ(report.error().field, c.field) << c.json;
  }
  EXPECT_FALSE(ReadReport("").has_value());
  EXPECT_FALSE(ReadReport(std::string(100, '[')).has_value());
}

TEST(JsonString, ReplacesWhatIsNoUtf8) {
  const auto json = [](std::string_view text) {
    std::string out;
    AppendJsonString(out, text);
    return out;
  };
  EXPECT_EQ(json("a\"\\\n\x01"), "\"a\\\"\\\\\\n\\u0001\"");
  EXPECT_EQ(json("\xff\xc0\xaf"), "\"\uFFFD\uFFFD\uFFFD\"");
  EXPECT_EQ(json("\xed\xa0\x80"), "\"\uFFFD\uFFFD\uFFFD\"");
  EXPECT_EQ(json("\xe6\x97"), "\"\uFFFD\uFFFD\"");
  EXPECT_EQ(json("日\U0001F600"), "\"日\U0001F600\"");
}

TEST(JsonNumber, ReadsBackEqual) {
  const auto json = [](double x) {
    std::string out;
    AppendJsonNumber(out, x);
    return out;
  };
  EXPECT_EQ(json(3), "3");
  EXPECT_EQ(json(-0.1), "-0.1");
  EXPECT_EQ(json(1.0 / 0.0), "null");
  for (const double x : {1e300, 5e-324, 0.3, 123456789.125, 9.1e15})
    EXPECT_EQ(boost::json::parse(json(x)).to_number<double>(), x);
}

}  // namespace
}  // namespace gainsay::internal

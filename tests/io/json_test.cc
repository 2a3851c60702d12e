#include "io/json.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <string>

#include "io/json_lines.h"

namespace gainsay::internal {
namespace {

std::string Read(const std::string& text) {
  JsonParser parser;
  const auto object = parser.ParseObject(text, "r.jsonl", 7);
  return object ? boost::json::serialize(**object) : object.error().message();
}

TEST(Json, ReadsAnObject) {
  EXPECT_EQ(Read(R"( {"a":1,"b":[{"a":"x"},{"a":2.5}],"c":null} )"),
            R"({"a":1,"b":[{"a":"x"},{"a":2.5E0}],"c":null})");
  EXPECT_EQ(Read(R"({"é":"🚀\ud83d\ude80"})"), R"({"é":"🚀🚀"})");
}

TEST(Json, SaysWhatIsWrongAndWhere) {
  EXPECT_EQ(Read(R"({"a":1,"b":2,"a":3})"),
            "r.jsonl:7: \"a\": expected each key once in an object, got it "
            "twice");
  EXPECT_EQ(Read(R"({"o":{"k":1,"\u006b":3}})"),
            "r.jsonl:7: \"k\": expected each key once in an object, got it "
            "twice");
  EXPECT_EQ(Read("[1]"), "r.jsonl:7: expected a JSON object, got an array");
  EXPECT_EQ(Read("{\"a\":\"\xFF\"}"),
            "r.jsonl:7: expected UTF-8, got an invalid byte at byte 7");
  EXPECT_EQ(Read(R"({"a":)"),
            "r.jsonl:7: expected JSON, got a text that ends too early");
  EXPECT_EQ(Read(R"({"a":tru})"),
            "r.jsonl:7: expected JSON, got an error at byte 6: syntax error");
  EXPECT_NE(Read(R"({"a":"\ud800"})").find("expected JSON"), std::string::npos);
  EXPECT_NE(Read(R"({"a":1} {"b":2})").find("expected JSON"),
            std::string::npos);
  EXPECT_EQ(Read(R"({"a":)" + std::string(40, '[')),
            "r.jsonl:7: expected JSON nested at most 32 deep, got more at "
            "byte 37");
}

TEST(Json, FindsDuplicatesInLargeObjectsInLinearTime) {
  std::string text = "{";
  for (int i = 0; i < 200'000; ++i) text += "\"k" + std::to_string(i) + "\":0,";
  EXPECT_EQ(Read(text + "\"end\":0}").substr(0, 8), "{\"k0\":0,");
  EXPECT_NE(Read(text + "\"k77\":0}").find("\"k77\": expected each key once"),
            std::string::npos);
}

TEST(Json, ParsesOneTextAfterAnother) {
  JsonParser parser;
  for (int i = 0; i < 3; ++i) {
    EXPECT_FALSE(parser.ParseObject(R"({"a":[{"b":)", "f", 1));
    const auto good =
        parser.ParseObject(R"({"a":[{"b":"long enough to be "}]})", "f", 2);
    ASSERT_TRUE(good);
    EXPECT_EQ((*good)->at("a").as_array().size(), 1U);
  }
}

TEST(JsonFields, SaysWhatWasExpected) {
  JsonParser parser;
  const auto* object =
      parser
          .ParseObject(R"({"s":"x","n":2,"e":"","o":{},"long":")" +
                           std::string(50, 'z') + "\"}",
                       "f", 3)
          .value();
  const JsonFields fields(*object, "f", 3, "object.");
  EXPECT_EQ(fields.String("s").value(), "x");
  EXPECT_EQ(fields.OptionalString("none").value(), "");
  EXPECT_EQ(fields.OptionalNumber("n").value(), 2.0);
  EXPECT_EQ(fields.String("n").error().message(),
            "f:3: \"object.n\": expected a non-empty string, got 2");
  EXPECT_EQ(fields.String("none").error().message(),
            "f:3: \"object.none\": expected a non-empty string, got nothing");
  EXPECT_EQ(fields.OptionalNumber("long").error().message(),
            "f:3: \"object.long\": expected a number, got \"" +
                std::string(40, 'z') + "...\"");
  EXPECT_EQ(fields.Object("s").error().what, "expected an object, got \"x\"");
}

TEST(JsonLines, GoesOnAfterABadLine) {
  JsonLinesReader reader(Input::OfMemory(
      "r.jsonl", "\xEF\xBB\xBF{\"a\":1}\r\n\n  \n{\"a\":\n{\"a\":3}"));
  std::string seen;
  while (const auto record = reader.Next()) {
    seen += *record ? std::to_string((*record)->line.number) + ":" +
                          boost::json::serialize(*(*record)->object) + " "
                    : std::string(Name(record->error().code)) + "@" +
                          std::to_string(record->error().line) + " ";
  }
  EXPECT_EQ(seen, "1:{\"a\":1} syntax@4 5:{\"a\":3} ");
}

}  // namespace
}  // namespace gainsay::internal

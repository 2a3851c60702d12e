// The parser takes and refuses what docs/schema.schema.json does: the examples
// that tests/schema/check_schema.py holds against a validator.
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <fstream>
#include <string>

#include "schema/schema.h"

namespace gainsay::internal {
namespace {

TEST(SchemaExamples, TheParserAndTheJsonSchemaAgree) {
  std::ifstream file(std::string(GAINSAY_TEST_DIR) + "/schema/examples.jsonl");
  ASSERT_TRUE(file);
  std::string line;
  int number = 0, valid = 0;
  while (std::getline(file, line)) {
    ++number;
    const boost::json::object example = boost::json::parse(line).as_object();
    const bool expected = example.at("valid").as_bool();
    const std::string text = boost::json::serialize(example.at("file"));
    const Result<Schema> schema = Schema::Parse(text, "s.json");
    EXPECT_EQ(schema.has_value(), expected)
        << "line " << number << ": " << text << " "
        << (schema ? "" : schema.error().message());
    valid += expected ? 1 : 0;
  }
  EXPECT_GT(number, 500);
  EXPECT_GT(valid, 50);
}

}  // namespace
}  // namespace gainsay::internal

#include "io/csv.h"

#include <gtest/gtest.h>

#include <string>

namespace gainsay::internal {
namespace {

// Records as "LINE:field|field", errors as messages; newline after each.
std::string Read(std::string bytes, CsvOptions options = {}) {
  auto reader = CsvReader::Open(Input::OfMemory("t.csv", std::move(bytes)),
                                std::move(options));
  if (!reader) return reader.error().message();
  std::string seen;
  while (const auto record = reader->Next()) {
    if (!*record) {
      seen += record->error().message() + "\n";
      continue;
    }
    seen += std::to_string((*record)->line) + ":";
    for (std::size_t i = 0; i < (*record)->fields.size(); ++i) {
      seen += (i ? "|" : "") + std::string((*record)->fields[i]);
    }
    seen += "\n";
  }
  return seen;
}

TEST(Csv, ReadsRecords) {
  EXPECT_EQ(Read("a,b\n1,2\r\n\n,\n\"x,\"\"y\"\"\",\"two\nlines\"\n3,4"),
            "2:1|2\n4:|\n5:x,\"y\"|two\nlines\n7:3|4\n");
  EXPECT_EQ(Read("1\t2\n", {.delimiter = '\t', .columns = {"a", "b"}}),
            "1:1|2\n");
}

TEST(Csv, SaysWhatIsWrongAndGoesOn) {
  EXPECT_EQ(Read("a,b\n1\n1,2,3\n4,5\n"),
            "t.csv:2: expected 2 fields, got 1\n"
            "t.csv:3: expected 2 fields, got 3\n4:4|5\n");
  EXPECT_EQ(Read("a,b\nx\"y,1\n\"x\"y,1\n4,5\n"),
            "t.csv:2: expected no quote inside an unquoted field\n"
            "t.csv:3: expected a delimiter or the end of the line after a "
            "closing quote\n4:4|5\n");
  EXPECT_EQ(Read("a\n\"open\nfor\never"),
            "t.csv:2: expected a closing quote, got the end of the file\n");
  EXPECT_EQ(Read("a\n\xFF\nok\n"),
            "t.csv:2: expected UTF-8, got bytes that are not\n3:ok\n");
  EXPECT_EQ(Read(std::string("a\nx\0y\n", 6)),
            "t.csv:2: expected text, got a NUL byte\n");
  EXPECT_EQ(Read(""), "t.csv: expected a header row, got an empty file");
  EXPECT_EQ(Read("a,a\n"),
            "t.csv:1: expected each column once, got \"a\" twice");
  EXPECT_EQ(Read("a,\n"), "t.csv:1: expected a name for every column");
}

TEST(Csv, FindsColumns) {
  auto reader = CsvReader::Open(Input::OfMemory("t", "a,b\n")).value();
  EXPECT_EQ(reader.Column("b"), 1);
  EXPECT_EQ(reader.Column("c"), -1);
}

}  // namespace
}  // namespace gainsay::internal

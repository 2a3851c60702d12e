#include "io/blocks.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "../support/temp_path.h"
#include "io/fields.h"
#include "io/numbers.h"
#include "io/spill.h"

namespace gainsay::internal {
namespace {

std::string WriteFile(const std::string& bytes) {
  const std::string path = TempPath("blocks.csv");
  std::ofstream(path, std::ios::binary) << bytes;
  return path;
}

using Rows = std::vector<std::vector<std::string>>;

// A reader of RFC 4180 as slow and plain as can be.
Rows PlainCsv(const std::string& text, std::size_t columns) {
  Rows rows;
  std::vector<std::string> row(1);
  bool inside = false;
  const auto end_row = [&] {
    if (row.back().ends_with('\r')) row.back().pop_back();
    if (row.size() == columns &&
        (columns == 1 || row != std::vector<std::string>{""}))
      rows.push_back(row);
    row.assign(1, "");
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"' && inside && i + 1 < text.size() && text[i + 1] == '"') {
      row.back().push_back(text[++i]);
    } else if (c == '"') {
      inside = !inside;
    } else if (c == ',' && !inside) {
      row.emplace_back();
    } else if (c == '\n' && !inside) {
      end_row();
    } else {
      row.back().push_back(c);
    }
  }
  if (!text.empty() && text.back() != '\n') end_row();
  return rows;
}

Rows FastCsv(const std::string& path, std::uint32_t columns,
             std::size_t block_size) {
  auto reader = BlockReader::Open(
                    path, {.block_size = block_size, .quoted_newlines = true})
                    .value();
  Rows rows;
  Block block;
  FieldTable fields;
  while (reader->Next(block).value()) {
    std::string again(block.stored, '\0');
    EXPECT_TRUE(reader->Reread(block.file_offset, again.size(), again.data()));
    EXPECT_EQ(again, std::string(block.data(), block.stored));
    fields.Scan(block, columns);
    for (std::uint32_t row = 0; row < fields.rows(); ++row) {
      auto& out = rows.emplace_back();
      for (std::uint32_t column = 0; column < columns; ++column)
        out.emplace_back(fields.Field(row, column));
    }
  }
  return rows;
}

std::string RandomCsv(std::uint32_t seed) {
  std::mt19937 random(seed);
  std::string text;
  for (int row = 0; row < 60; ++row) {
    const std::size_t columns = random() % 8 == 0 ? 2 : 3;
    for (std::size_t column = 0; column < columns; ++column) {
      std::string field(random() % 12, 'x');
      const bool quoted = seed % 2 == 1 && random() % 3 == 0;
      for (char& c : field) c = "abcdef,\n\""[random() % (quoted ? 9 : 6)];
      if (quoted) {
        std::string doubled = "\"";
        for (const char c : field) doubled.append(c == '"' ? 2 : 1, c);
        field = doubled + "\"";
      }
      text += field;
      text += column + 1 < columns ? "," : random() % 5 == 0 ? "\r\n" : "\n";
    }
    if (random() % 10 == 0) text += '\n';
  }
  if (random() % 2 == 0) text.pop_back();
  return text;
}

TEST(BlocksAndFields, ReadAsThePlainReaderDoesWhateverTheBlocks) {
  for (std::uint32_t seed = 0; seed < 120; ++seed) {
    const std::string text = RandomCsv(seed);
    const std::string path = WriteFile(text);
    const Rows expected = PlainCsv(text, 3);
    for (const std::size_t block_size : {8, 100, 4096}) {
      ASSERT_EQ(FastCsv(path, 3, block_size), expected)
          << "seed " << seed << ", blocks of " << block_size;
    }
  }
}

TEST(BlockReader, LeavesOutAByteOrderMark) {
  EXPECT_EQ(FastCsv(WriteFile("\xEF\xBB\xBF"
                              "a,b\nc,d"),
                    2, 4096),
            (Rows{{"a", "b"}, {"c", "d"}}));
}

TEST(BlockReader, AnEmptyFileHasNoBlock) {
  EXPECT_TRUE(FastCsv(WriteFile(""), 2, 64).empty());
}

TEST(BlockReader, SaysWhatIsWrongWithAPath) {
  EXPECT_EQ(BlockReader::Open("no such file").error().code,
            ErrorCode::kNotFound);
  EXPECT_EQ(BlockReader::Open(::testing::TempDir()).error().code,
            ErrorCode::kNotFound);
}

TEST(BlockReader, RefusesARecordBeyondTheLimit) {
  const std::string path = WriteFile("a,\"" + std::string(5000, 'x') + "\n");
  auto reader =
      BlockReader::Open(
          path, {.block_size = 64, .max_record = 1000, .quoted_newlines = true})
          .value();
  Block block;
  const auto next = reader->Next(block);
  ASSERT_FALSE(next);
  EXPECT_EQ(next.error().code, ErrorCode::kTooLarge);
}

TEST(BlockReader, AnOpenQuoteAtTheEndIsABadRow) {
  auto reader =
      BlockReader::Open(WriteFile("a,b\nc,\"d\n"), {.quoted_newlines = true})
          .value();
  Block block;
  ASSERT_TRUE(reader->Next(block).value());
  FieldTable fields;
  fields.Scan(block, 3);
  EXPECT_EQ(fields.rows(), 0U);
  ASSERT_EQ(fields.bad_rows().size(), 2U);
  EXPECT_EQ(fields.bad_rows()[1].begin, 4U);
}

// With what follows a field of a block: anything.
std::optional<double> Number(std::string text) {
  const std::size_t size = text.size();
  text.append(kNumberPadding, "7,.-\n"[size % 5]);
  return ParseNumber(std::string_view(text).substr(0, size));
}

std::optional<std::uint32_t> Uint32(std::string text) {
  const std::size_t size = text.size();
  text.append(kNumberPadding, '9');
  return ParseUint32(std::string_view(text).substr(0, size));
}

TEST(ParseNumber, ReadsAsTheStandardLibraryDoes) {
  std::mt19937 random(5);
  for (int i = 0; i < 20000; ++i) {
    std::string text = random() % 2 == 0 ? "-" : "";
    for (std::size_t n = random() % 12; n-- > 0;)
      text += static_cast<char>('0' + random() % 10);
    if (random() % 2 == 0) text += '.';
    for (std::size_t n = random() % 9; n-- > 0;)
      text += static_cast<char>('0' + random() % 10);
    if (random() % 8 == 0)
      text += "e" + std::to_string(static_cast<int>(random() % 40) - 20);
    double expected = 0;
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), expected);
    const bool valid = error == std::errc() && end == text.data() + text.size();
    const std::optional<double> got = Number(text);
    ASSERT_EQ(got.has_value(), valid) << text;
    ASSERT_EQ(got.value_or(0), valid ? expected : 0) << text;
  }
}

TEST(ParseNumber, RefusesWhatIsNoNumber) {
  for (const char* text : {"", "-", ".", "1,5", "0x10", "1e", "inf", "nan",
                           "1e999", " 1", "1 ", "--1", "+1"}) {
    EXPECT_FALSE(Number(text)) << text;
  }
}

TEST(ParseUint32, StaysInRange) {
  EXPECT_EQ(Uint32("4294967295"), 4294967295U);
  EXPECT_EQ(Uint32("0"), 0U);
  EXPECT_EQ(Uint32("123456789"), 123456789U);
  for (const char* text :
       {"", "4294967296", "-1", "1.0", "99999999999", "1x", "123456789x"}) {
    EXPECT_FALSE(Uint32(text)) << text;
  }
}

TEST(SpillFile, GivesBackWhatWasAppended) {
  auto file = SpillFile::Create(100).value();
  std::string all;
  std::mt19937 random(6);
  for (int i = 0; i < 100; ++i) {
    const std::string piece(random() % 70, static_cast<char>('a' + i % 26));
    ASSERT_TRUE(file.Append(piece));
    all += piece;
  }
  ASSERT_TRUE(file.Flush());
  ASSERT_EQ(file.size(), all.size());
  std::string middle(1000, '\0');
  ASSERT_TRUE(file.Read(500, middle));
  EXPECT_EQ(middle, all.substr(500, 1000));
}

}  // namespace
}  // namespace gainsay::internal

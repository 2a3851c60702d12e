#include "io/lines.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace gainsay::internal {
namespace {

std::vector<std::string> Lines(std::string bytes, std::uint64_t limit = 100) {
  LineReader reader(Input::OfMemory("in.txt", std::move(bytes)), limit);
  std::vector<std::string> lines;
  while (const auto line = reader.Next()) {
    lines.push_back(*line ? std::to_string((*line)->number) + "@" +
                                std::to_string((*line)->offset) + ":" +
                                std::string((*line)->text)
                          : (*line).error().message());
  }
  return lines;
}

using Expected = std::vector<std::string>;

TEST(Lines, EndsAndNumbers) {
  EXPECT_EQ(Lines(""), Expected{});
  EXPECT_EQ(Lines("a"), Expected{"1@0:a"});
  EXPECT_EQ(Lines("a\n"), Expected{"1@0:a"});
  EXPECT_EQ(Lines("a\r\n\nb\rc"), (Expected{"1@0:a", "2@3:", "3@4:b\rc"}));
  EXPECT_EQ(Lines("\xEF\xBB\xBF"
                  "a\n\xEF\xBB\xBF"
                  "b"),
            (Expected{"1@3:a",
                      "2@5:\xEF\xBB\xBF"
                      "b"}));
}

TEST(Lines, SkipsALineThatIsTooLong) {
  EXPECT_EQ(
      Lines("ok\n" + std::string(2'000'000, 'x') + "\nlast", 2'000),
      (Expected{"1@0:ok", "in.txt:2: expected a line of at most 2000 bytes",
                "3@2000004:last"}));
  EXPECT_EQ(Lines("12345", 5), Expected{"1@0:12345"});
}

TEST(Input, NamesWhatCannotBeRead) {
  EXPECT_EQ(Input::Open("/no/such/file").error().code, ErrorCode::kNotFound);
  EXPECT_EQ(Input::Open("/").error().message(),
            "/: expected a file, got a directory");
}

TEST(Input, PeeksWithoutTaking) {
  Input input = Input::OfMemory("in", "abcdef");
  EXPECT_EQ(input.Peek(3).value(), "abc");
  EXPECT_EQ(input.ReadAll(6).value(), "abcdef");
  EXPECT_EQ(Input::OfMemory("in", "abcdef").ReadAll(5).error().code,
            ErrorCode::kTooLarge);
}

TEST(Input, SplitsPaths) {
  EXPECT_EQ(FileName("in/wire.txt"), "wire.txt");
  EXPECT_EQ(Extension("in.d/Wire.TXT"), "txt");
  EXPECT_EQ(Extension("in.d/wire"), "");
  EXPECT_EQ(Extension(".profile"), "");
}

}  // namespace
}  // namespace gainsay::internal

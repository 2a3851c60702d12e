// Every line of tests/corpora/<lang>/*.tsv as one check: text, what is marked,
// type, value.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "gainsay/tag.h"

namespace gainsay {
namespace {

struct Example {
  std::string file, text, marked, type, value;
  int line = 0;
};

std::vector<std::string> Split(const std::string& line) {
  std::vector<std::string> fields(1);
  for (const char c : line) {
    if (c == '\t') {
      fields.emplace_back();
    } else {
      fields.back().push_back(c);
    }
  }
  return fields;
}

std::vector<Example> ReadCorpora(const std::string& lang) {
  std::vector<std::filesystem::path> files;
  for (const char* kind :
       {"dates", "times", "durations", "numbers", "quantities"}) {
    files.push_back(std::string(GAINSAY_TEST_DIR) + "/corpora/" + lang + "/" +
                    kind + ".tsv");
  }
  std::vector<Example> out;
  for (const auto& path : files) {
    std::ifstream in(path);
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
      if (line.empty() || line.front() == '#') continue;
      const auto fields = Split(line);
      EXPECT_GE(fields.size(), 4U) << path << ":" << number;
      if (fields.size() < 4) continue;
      out.push_back({path.filename().string(), fields[0], fields[1], fields[2],
                     fields[3], number});
    }
  }
  return out;
}

// What is tagged, one a line: for messages.
std::string Show(const TagResult& result, const std::string& text) {
  std::string out;
  for (const Tag& tag : result.tags()) {
    out += "  " + text.substr(tag.span.begin, tag.span.size()) + " | " +
           std::string(Name(tag.type)) + " | " + std::string(tag.value) +
           " | " + std::string(tag.rule) + "\n";
  }
  return out;
}

class Corpora : public testing::TestWithParam<std::string> {};

TEST_P(Corpora, MarksWhatEachLineSays) {
  const auto tagger = Tagger::Create({.lang = GetParam()});
  ASSERT_TRUE(tagger);
  const Date date = Date::Parse("2001-03-14").value();
  TagScratch scratch;
  for (const Example& example : ReadCorpora(GetParam())) {
    const TagResult result = tagger->Tag(example.text, date, scratch);
    const auto tags = result.tags();
    const bool found =
        std::any_of(tags.begin(), tags.end(), [&](const Tag& tag) {
          if (Name(tag.type) != example.type) return false;
          if (example.marked == "-") return true;
          return example.text.substr(tag.span.begin, tag.span.size()) ==
                     example.marked &&
                 tag.value == example.value;
        });
    EXPECT_EQ(found, example.marked != "-")
        << example.file << ":" << example.line << ": " << example.text
        << "\n  expected " << example.marked << " | " << example.type << " | "
        << example.value << "\n"
        << Show(result, example.text);
  }
}

INSTANTIATE_TEST_SUITE_P(Language, Corpora, testing::Values("en", "de"));

}  // namespace
}  // namespace gainsay

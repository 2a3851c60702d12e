// Every line of tests/corpora/<lang>/*.tsv as one check: text, what is marked,
// type, value.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "gainsay/tag.h"
#include "lang/language.h"

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
       {"dates", "times", "durations", "numbers", "quantities", "requests"}) {
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

// Each rule makes a mention in one text of tests/corpora/<lang>/rules.tsv and
// none in another that comes near.
TEST_P(Corpora, HasATextForAndAgainstEachRule) {
  const auto tagger = Tagger::Create({.lang = GetParam(), .ranges = true});
  ASSERT_TRUE(tagger);
  const Date date = Date::Parse("2001-03-14").value();
  TagScratch scratch;
  const auto makes = [&](const std::string& text, const std::string& rule) {
    const TagResult result = tagger->Tag(text, date, scratch);
    const auto tags = result.tags();
    return std::any_of(tags.begin(), tags.end(),
                       [&](const Tag& tag) { return tag.rule == rule; });
  };
  std::ifstream in(std::string(GAINSAY_TEST_DIR) + "/corpora/" + GetParam() +
                   "/rules.tsv");
  std::set<std::string, std::less<>> seen;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    const auto fields = Split(line);
    ASSERT_EQ(fields.size(), 3U) << line;
    seen.insert(fields[0]);
    EXPECT_TRUE(makes(fields[1], fields[0]))
        << fields[0] << ": " << fields[1] << "\n"
        << Show(tagger->Tag(fields[1], date, scratch), fields[1]);
    EXPECT_FALSE(makes(fields[2], fields[0])) << fields[0] << ": " << fields[2];
  }
  for (const auto& table : internal::FindLanguage(GetParam())->tables().rules) {
    for (const internal::RuleRow& row : table) {
      if (row.category == internal::Category::kPart) continue;
      EXPECT_TRUE(seen.contains(row.name)) << row.name << " has no line";
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Language, Corpora, testing::Values("en", "de"));

}  // namespace
}  // namespace gainsay

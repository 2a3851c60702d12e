// Runs every tests/cases/*.wordings: two texts, each in many wordings, that
// contradict each other, or do not, whatever the words.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "gainsay/gainsay.h"

namespace gainsay::cases {
namespace {

namespace fs = std::filesystem;

// One side: the day and the text around the wording, which goes for "{}".
struct Side {
  std::string published, frame;
  std::vector<std::string> wordings;
};

using Words = std::vector<std::pair<std::string, std::string>>;

struct Wordings {
  std::map<std::string, Side> sides;
  std::vector<Words> differ, agree;
  std::string error;
};

std::string Put(std::string text, const std::string& name,
                const std::string& value) {
  for (std::size_t at = text.find(name); at != std::string::npos;
       at = text.find(name, at + value.size()))
    text.replace(at, name.size(), value);
  return text;
}

// "{N}=five {Y}=2017"; a value ends with the line or before the next name.
Words ReadWords(const std::string& line) {
  Words words;
  for (std::size_t at = line.find('{'); at != std::string::npos;) {
    const std::size_t is = line.find("}=", at);
    const std::size_t next = line.find(" {", at);
    if (is == std::string::npos) break;
    words.emplace_back(
        line.substr(at, is + 1 - at),
        line.substr(is + 2, next == std::string::npos ? next : next - is - 2));
    at = next == std::string::npos ? next : next + 1;
  }
  return words;
}

Wordings Read(const fs::path& path) {
  Wordings out;
  std::ifstream in(path);
  Side* of = nullptr;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    const std::size_t space = line.find(' ');
    const std::string key = line.substr(0, space);
    const std::string rest =
        space == std::string::npos ? "" : line.substr(space + 1);
    if (key == "differ") {
      out.differ.push_back(ReadWords(rest));
    } else if (key == "agree") {
      out.agree.push_back(ReadWords(rest));
    } else if (key == "first" || key == "second") {
      of = &out.sides[key];
      const std::size_t colon = rest.find(": ");
      if (colon == std::string::npos || rest.find("{}") == std::string::npos)
        out.error = "expected DAY: TEXT {}: " + line;
      else
        *of = {rest.substr(0, colon), rest.substr(colon + 2), {}};
    } else if (key == "-" && of != nullptr) {
      of->wordings.push_back(rest);
    } else {
      out.error = "cannot read: " + line;
    }
  }
  if (out.sides.size() != 2 || out.sides["first"].wordings.empty() ||
      out.sides["second"].wordings.empty() ||
      (out.differ.empty() && out.agree.empty()))
    out.error += " sides, wordings, or differ and agree are missing";
  return out;
}

std::string TextOf(const Side& side, const std::string& wording,
                   const Words& words) {
  std::string text = Put(side.frame, "{}", wording);
  for (const auto& [name, value] : words) text = Put(text, name, value);
  return text;
}

// Whether a finding that is no tension has claims of both texts.
bool Contradict(const Checker& checker, const Side& first, const Side& second,
                const std::string& a, const std::string& b) {
  Corpus corpus;
  for (const auto& [side, text, name] :
       {std::tuple(&first, &a, "first"), std::tuple(&second, &b, "second")}) {
    Document document{.source = name, .text = *text};
    document.published = Date::Parse(side->published).value();
    EXPECT_TRUE(corpus.Add(std::move(document)));
  }
  const Result<Report> report = checker.Check(corpus);
  EXPECT_TRUE(report);
  return std::ranges::any_of(report->findings(), [](const FindingView& f) {
    bool of_first = false, of_second = false;
    for (const ClaimView claim : f.claims())
      (claim.source() == "first" ? of_first : of_second) = true;
    return of_first && of_second && f.severity() != Severity::kTension;
  });
}

std::vector<std::string> Names() {
  std::vector<std::string> names;
  for (const auto& entry :
       fs::directory_iterator(fs::path(GAINSAY_TEST_DIR) / "cases")) {
    if (entry.path().extension() == ".wordings")
      names.push_back(entry.path().stem().string());
  }
  std::ranges::sort(names);
  return names;
}

class InAnyWords : public testing::TestWithParam<std::string> {};

TEST_P(InAnyWords, Holds) {
  const Wordings spec =
      Read(fs::path(GAINSAY_TEST_DIR) / "cases" / (GetParam() + ".wordings"));
  ASSERT_EQ(spec.error, "");
  const Result<Checker> checker = Checker::Create(Options());
  ASSERT_TRUE(checker);
  const Side &first = spec.sides.at("first"), &second = spec.sides.at("second");
  for (const bool differ : {true, false}) {
    for (const Words& words : differ ? spec.differ : spec.agree) {
      for (const std::string& x : first.wordings) {
        for (const std::string& y : second.wordings) {
          const std::string a = TextOf(first, x, words),
                            b = TextOf(second, y, words);
          EXPECT_EQ(Contradict(*checker, first, second, a, b), differ)
              << a << "\n"
              << b;
        }
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(All, InAnyWords, testing::ValuesIn(Names()),
                         [](const auto& which) { return which.param; });

}  // namespace
}  // namespace gainsay::cases

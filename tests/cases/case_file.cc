#include "case_file.h"

#include <gtest/gtest.h>

#include <sstream>

namespace gainsay::cases {
namespace {

// Reads the expected lines and the sources in turn.
class CaseReader {
 public:
  Case Read(std::string_view text) {
    std::istringstream in{std::string(text)};
    for (std::string line; std::getline(in, line);) {
      ++number_;
      if (line.starts_with('#')) continue;
      if (line.starts_with("----")) {
        after_ = true;
      } else if (!after_) {
        Source(line);
      } else if (line.find_first_not_of(' ') != line.npos) {
        Expected(line);
      }
    }
    if (!after_) Fail("no line of dashes");
    return std::move(case_);
  }

 private:
  void Fail(std::string_view what) {
    if (case_.error.empty()) {
      case_.error =
          "line " + std::to_string(number_) + ": " + std::string(what);
    }
  }

  void Source(const std::string& line) {
    if (line.starts_with("file ")) {
      case_.sources.push_back({.file = line.substr(5)});
      return;
    }
    if (!line.starts_with("source ")) {
      if (line.empty() && case_.sources.empty()) return;
      if (case_.sources.empty()) return Fail("text before a source");
      case_.sources.back().text += line + "\n";
      return;
    }
    const std::size_t colon = line.find(':');
    if (colon == line.npos) return Fail("source without a colon");
    CaseSource source;
    source.name = line.substr(7, colon - 7);
    const std::size_t space = source.name.rfind(' ');
    if (space != line.npos && source.name[space + 1] >= '0' &&
        source.name[space + 1] <= '9') {
      source.published = source.name.substr(space + 1);
      source.name.resize(space);
    }
    const std::size_t text = line.find_first_not_of(' ', colon + 1);
    if (text != line.npos) source.text = line.substr(text) + "\n";
    case_.sources.push_back(std::move(source));
  }

  void Expected(const std::string& line) {
    CaseLine out;
    out.line = number_;
    std::istringstream in(line);
    std::string first, second;
    in >> first >> second;
    if (first == "near-miss") {
      out.kind = CaseLine::Kind::kNearMiss;
      out.what = second;
    } else if (first == "missed") {
      out.kind = CaseLine::Kind::kMissed;
      in >> first;
      out.what = second + " " + first;
    } else {
      out.what = first + " " + second;
    }
    std::string rest;
    std::getline(in, rest);
    Quotes(rest, out);
    if (out.quotes.empty()) Fail("no quotes");
    case_.expected.push_back(std::move(out));
  }

  void Quotes(std::string_view rest, CaseLine& out) {
    for (std::size_t at = rest.find_first_not_of(" +/"); at != rest.npos;
         at = rest.find_first_not_of(" +/", at)) {
      if (rest.substr(at) == "...") {
        out.open = true;
        return;
      }
      const std::size_t open = rest.find(" \"", at);
      const std::size_t close =
          open == rest.npos ? rest.npos : rest.find('"', open + 2);
      if (close == rest.npos) return Fail("expected SOURCE \"words\"");
      out.quotes.push_back(
          {std::string(rest.substr(at, open - at)),
           std::string(rest.substr(open + 2, close - open - 2))});
      at = close + 1;
    }
  }

  Case case_;
  bool after_ = false;
  int number_ = 0;
};

TEST(CaseFile, Reads) {
  const Case read = ReadCase(
      "# remark\nsource a z 2024-05: One.\nTwo.\nsource b:\nThree.\n"
      "file x/y.txt\n----\n"
      "value definite  a z \"One\" / b \"Three\" ...\n\n"
      "near-miss bound  a \"Two\" + b c \"Three\"\n"
      "missed temporal probable  a \"Two\"\n");
  EXPECT_EQ(read.error, "");
  ASSERT_EQ(read.sources.size(), 3U);
  EXPECT_EQ(read.sources[0].name, "a z");
  EXPECT_EQ(read.sources[0].published, "2024-05");
  EXPECT_EQ(read.sources[0].text, "One.\nTwo.\n");
  EXPECT_EQ(read.sources[1].text, "Three.\n");
  EXPECT_EQ(read.sources[2].file, "x/y.txt");
  ASSERT_EQ(read.expected.size(), 3U);
  EXPECT_TRUE(read.expected[0].open);
  EXPECT_EQ(read.expected[0].what, "value definite");
  EXPECT_EQ(read.expected[1].quotes[1].source, "b c");
  EXPECT_EQ(read.expected[1].what, "bound");
  EXPECT_EQ(read.expected[2].what, "temporal probable");
  EXPECT_EQ(ReadCase("source a: x\n").error, "line 1: no line of dashes");
}

}  // namespace

Case ReadCase(std::string_view text) { return CaseReader().Read(text); }

}  // namespace gainsay::cases

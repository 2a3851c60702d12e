// Every frame row has examples, half of them negative:
// tests/corpora/en/frames*.tsv.
//   row <tab> text <tab> value <tab> subject     the row makes this claim of
//   the text, once row <tab> text <tab> -                       the row makes
//   none
#include "claim/frames.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "claim/counts.h"
#include "claim/extract.h"
#include "claim/told.h"

namespace gainsay::internal {
namespace {

struct Example {
  std::string row, text, value, subject, place;
};

std::vector<std::string> Split(const std::string& line) {
  std::vector<std::string> fields(1);
  for (const char c : line) {
    if (c == '\t') {
      fields.emplace_back();
    } else {
      fields.back() += c;
    }
  }
  return fields;
}

std::vector<Example> Examples() {
  std::vector<Example> out;
  std::set<std::filesystem::path> files;
  for (const auto& entry :
       std::filesystem::directory_iterator(GAINSAY_TEST_DIR "/corpora/en")) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with("frames") && name.ends_with(".tsv"))
      files.insert(entry.path());
  }
  for (const auto& file : files) {
    std::ifstream in(file);
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
      if (line.empty() || line[0] == '#') continue;
      std::vector<std::string> f = Split(line);
      f.resize(4);
      out.push_back({f[0], f[1], f[2], f[3],
                     file.filename().string() + ":" + std::to_string(number)});
    }
  }
  return out;
}

class Frames : public testing::Test {
 protected:
  // The claims that a row makes of a text published on 2001-03-14.
  std::vector<Claim> ClaimsOf(const std::string& text, const std::string& row) {
    ExtractionCoverage coverage;
    const Day day = 11395;
    extractor_.Extract({.text = text,
                        .published = DayInterval{day, day},
                        .document = DocumentIndex(0)},
                       table_, coverage);
    std::vector<Claim> found;
    for (const Claim& claim : table_.claims) {
      if (interner_.View(claim.rule) == row) found.push_back(claim);
    }
    return found;
  }
  std::string Subject(const Claim& claim) {
    const Referent& referent = table_[claim.subject];
    return std::string(
        interner_.View(referent.name.valid() ? referent.name : referent.head));
  }

  Interner interner_;
  ClaimExtractor extractor_{English(), Schema::BuiltIn(), interner_};
  ClaimTable table_;
};

TEST_F(Frames, RowsAreReadable) {
  EXPECT_EQ(FramesOf(English()).errors(), std::vector<std::string>());
  EXPECT_TRUE(CountConceptsOf(English().syntax()).errors.empty());
  EXPECT_TRUE(ToldRowsOf(English().syntax()).frames().errors().empty());
}

// Two rows of one name are one class: whoever names it gets the words of both.
TEST_F(Frames, EachClassIsNamedOnce) {
  std::set<std::string_view> names;
  for (const auto& row : English().syntax().tables().classes)
    EXPECT_TRUE(names.insert(row.name).second) << row.name;
}

TEST_F(Frames, NarrowingRowsNameClassesAndPredicates) {
  const SyntaxIndex& index = English().syntax();
  for (const NarrowingRow& row : index.tables().narrowings) {
    EXPECT_TRUE(row.predicate.empty() ||
                Schema::BuiltIn().Find(row.predicate).valid())
        << row.predicate;
    EXPECT_EQ(row.words.empty(), row.how == Narrowing::kInNamed);
    EXPECT_TRUE(row.words.empty() || index.ClassBit(row.words) != 0)
        << row.words;
    ForEachWord(row.except, ' ', [&](std::string_view name) {
      EXPECT_TRUE(index.ClassBit(name) != 0) << name;
    });
  }
}

TEST_F(Frames, PredicatesAreInTheSchema) {
  for (const Frame& frame : FramesOf(English()).frames()) {
    EXPECT_TRUE(Schema::BuiltIn().Find(frame.predicate).valid())
        << frame.name << ": " << frame.predicate;
    EXPECT_TRUE(Schema::BuiltIn().Find(frame.planned).valid())
        << frame.name << ": " << frame.planned;
    if (!frame.series.empty()) {
      EXPECT_TRUE(Schema::BuiltIn().Find(frame.series).valid()) << frame.name;
    }
  }
}

TEST_F(Frames, PredicatesOfConceptsAreInTheSchema) {
  for (const CountConcept& row : CountConceptsOf(English().syntax()).concepts)
    EXPECT_TRUE(Schema::BuiltIn().Find(row.frame.predicate).valid())
        << row.frame.name << ": " << row.frame.predicate;
}

TEST_F(Frames, ExamplesHold) {
  for (const Example& example : Examples()) {
    SCOPED_TRACE(example.place + ": " + example.row + ": " + example.text);
    table_ = {};
    const std::vector<Claim> claims = ClaimsOf(example.text, example.row);
    if (example.value == "-") {
      EXPECT_TRUE(claims.empty());
      continue;
    }
    EXPECT_EQ(claims.size(), 1U);
    if (claims.size() != 1) continue;
    const Claim& claim = claims[0];
    EXPECT_EQ(
        example.text.substr(claim.value_span.begin, claim.value_span.size()),
        example.value);
    EXPECT_EQ(Subject(claim), example.subject);
    EXPECT_LE(claim.evidence.begin, claim.value_span.begin);
    EXPECT_GE(claim.evidence.end, claim.value_span.end);
  }
}

TEST_F(Frames, EveryRowHasExamples) {
  // Two positive ones: a row that only fits one sentence is no rule.
  std::set<std::pair<std::string, std::string>> texts;
  std::map<std::string, int> positive, negative;
  for (const Example& example : Examples()) {
    EXPECT_TRUE(texts.emplace(example.row, example.text).second)
        << example.place;
    ++(example.value == "-" ? negative : positive)[example.row];
  }
  for (const Frame& frame : FramesOf(English()).frames()) {
    EXPECT_GE(positive[std::string(frame.name)], 2) << frame.name;
    EXPECT_GE(negative[std::string(frame.name)], 1) << frame.name;
  }
  for (const CountConcept& row : CountConceptsOf(English().syntax()).concepts) {
    EXPECT_GE(positive[std::string(row.frame.name)], 2) << row.frame.name;
    EXPECT_GE(negative[std::string(row.frame.name)], 1) << row.frame.name;
  }
}

}  // namespace
}  // namespace gainsay::internal

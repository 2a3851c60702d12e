// Every line of tests/corpora/en/attachment.tsv: on what a value hangs first.
#include "resolve/attach.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "claim/atoms.h"
#include "lang/language.h"
#include "mention/finder.h"
#include "mention/names.h"
#include "resolve/name_tags.h"
#include "resolve/timex.h"
#include "text/tag.h"
#include "text/tokenize.h"

namespace gainsay::internal {
namespace {

class Attachment : public testing::Test {
 protected:
  std::string First(const std::string& text, const std::string& value) {
    cutter_.Cut(text, cut_);
    TagTokens(cut_, words_);
    finder_.Find(cut_, mentions_);
    names_finder_.Find(cut_, names_);
    TagNames(names_, words_, cut_);
    MakeAtoms(mentions_, atoms_);
    Resolve(cut_, cutter_.words(), {}, mentions_);
    JoinDates(mentions_, atoms_);
    EXPECT_EQ(cut_.segments.size(), 1U) << text;
    ChunkSegment(cut_, cut_.segments[0], atoms_, words_, parse_.groups);
    FindClauses(cut_, atoms_, words_, parse_);
    const std::size_t begin = text.find(value);
    for (std::uint32_t a = 0; a < atoms_.size(); ++a) {
      const Token& first = cut_.tokens[atoms_[a].first];
      const Token& last = cut_.tokens[atoms_[a].last - 1];
      // The value may be part of a wider expression: "two days ago".
      if (first.begin != begin || last.end < begin + value.size()) continue;
      if (last.end != begin + value.size() && value.find(' ') == value.npos &&
          atoms_[a].kind != Atom::Kind::kQuantity)
        return "-";
      const ValuePaths paths = PathsOf(cut_, atoms_, parse_, a, words_);
      if (paths.empty()) return "-";
      const PathStep& step = paths[0].steps[0];
      return std::string(step.relation) + ":" +
             std::string(strings_.View(step.lemma));
    }
    return "-";
  }

  Interner strings_;
  Grammar grammar_{English()};
  Cutter cutter_{English(), strings_};
  MentionFinder finder_{grammar_, cutter_};
  NameFinder names_finder_{EnglishNames(), strings_};
  WordTable words_{EnglishSyntax(), strings_};
  TokenizedText cut_;
  MentionTable mentions_;
  NameTable names_;
  std::vector<Atom> atoms_;
  Parse parse_;
};

TEST_F(Attachment, Corpus) {
  std::ifstream in(std::string(GAINSAY_TEST_DIR) +
                   "/corpora/en/attachment.tsv");
  int lines = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream fields(line);
    std::string text, value, wanted;
    std::getline(fields, text, '\t');
    std::getline(fields, value, '\t');
    std::getline(fields, wanted, '\t');
    EXPECT_EQ(First(text, value), wanted) << text;
    ++lines;
  }
  EXPECT_GT(lines, 20);
}

}  // namespace
}  // namespace gainsay::internal

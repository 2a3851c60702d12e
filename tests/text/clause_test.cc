// Tags, groups and clauses of sentences written for this test.
#include "text/clause.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "text/tag.h"
#include "text/tokenize.h"

namespace gainsay::internal {
namespace {

class Clauses : public testing::Test {
 protected:
  void Read(std::string text) {
    text_ = std::move(text);
    cutter_.Cut(text_, cut_);
    TagTokens(cut_, words_);
    ASSERT_EQ(cut_.segments.size(), 1U) << text_;
    ChunkSegment(cut_, cut_.segments[0], {}, words_, parse_.groups);
    FindClauses(cut_, {}, words_, parse_);
  }
  std::string Tags() const {
    std::string tags;
    for (const Token& token : cut_.tokens) tags += kTagLetters[token.tag];
    return tags;
  }
  std::string Words(std::uint32_t group) const {
    if (group == kNowhere) return "-";
    const Group& g = parse_.G(group);
    return text_.substr(
        cut_.tokens[g.first].begin,
        cut_.tokens[g.last - 1].end - cut_.tokens[g.first].begin);
  }
  // "agent / verb / patient" of the clause with a verb of this lemma.
  std::string Clause(std::string_view lemma) const {
    for (const auto& clause : parse_.clauses) {
      if (clause.verb == kNowhere ||
          interner_.View(parse_.G(clause.verb).lemma) != lemma)
        continue;
      return Words(parse_.Agent(clause)) + " / " + Words(clause.verb) + " / " +
             Words(parse_.Patient(clause));
    }
    return "none";
  }
  std::string Speaker(std::string_view lemma) const {
    for (const auto& clause : parse_.clauses) {
      if (clause.verb != kNowhere &&
          interner_.View(parse_.G(clause.verb).lemma) == lemma)
        return Words(clause.speaker);
    }
    return "none";
  }
  std::uint16_t Verb(std::string_view lemma) const {
    for (const Group& group : parse_.groups.groups) {
      if (group.kind == GroupKind::kVerb &&
          interner_.View(group.lemma) == lemma)
        return group.verb;
    }
    return 0;
  }

  Interner interner_;
  Cutter cutter_{English(), interner_};
  WordTable words_{EnglishSyntax(), interner_};
  TokenizedText cut_;
  Parse parse_;
  std::string text_;
};

TEST_F(Clauses, TagsWordsInContext) {
  Read("The report says that he plans to visit the old plant.");
  EXPECT_EQ(Tags(), "DNVSOVCVDJN.");
}

TEST_F(Clauses, ActiveAndPassiveHaveOnePatient) {
  Read("A storm destroyed the pier.");
  EXPECT_EQ(Clause("destroy"), "A storm / destroyed / the pier");
  Read("The pier was destroyed by a storm.");
  EXPECT_EQ(Clause("destroy"), "- / was destroyed / The pier");
}

TEST_F(Clauses, EmbeddedClausesDoNotStealTheSubject) {
  Read("The storm that hit the coast sank two boats.");
  EXPECT_EQ(Clause("hit"), "The storm / hit / the coast");
  EXPECT_EQ(Clause("sink").substr(0, 16), "The storm / sank");
  Read("The meeting, held in Lima, pleased them.");
  EXPECT_EQ(Clause("hold"), "- / held / The meeting");
  EXPECT_EQ(Clause("please"), "The meeting / pleased / them");
  Read("These fairs, which had drawn crowds, ceased in spring.");
  EXPECT_EQ(Clause("cease"), "These fairs / ceased / -");
}

TEST_F(Clauses, CoordinatedVerbsShareTheirSubject) {
  Read("The fairs were a success but have been suspended since spring.");
  EXPECT_EQ(Clause("suspend"), "- / have been suspended / The fairs");
  Read("The blast killed a guard and injured his wife.");
  EXPECT_EQ(Clause("injure"), "The blast / injured / his wife");
}

TEST_F(Clauses, ChainsOfVerbsAreOneGroup) {
  Read("The two sides agreed to restart the talks.");
  EXPECT_NE(Verb("restart") & kPlannedVerb, 0);
  Read("The sides began to restart the talks.");
  EXPECT_EQ(Verb("restart") & (kPlannedVerb | kUnsure), 0);
  Read("The sides refused to restart the talks.");
  EXPECT_NE(Verb("restart") & kDeniedVerb, 0);
  Read("The talks have not taken place.");
  EXPECT_NE(Verb("take_place") & kNegated, 0);
}

TEST_F(Clauses, WhoIsQuoted) {
  Read("The mayor said the bridge was closed.");
  EXPECT_EQ(Speaker("close"), "The mayor");
  Read("The bridge was closed, officials said.");
  EXPECT_EQ(Speaker("close"), "officials");
  Read("The bridge was closed, said officials.");
  EXPECT_EQ(Speaker("close"), "officials");
}

TEST_F(Clauses, DeepNestingIsBounded) {
  std::string text = "He said";
  for (int i = 0; i < 2000; ++i) text += " that the man who saw";
  Read(text + ".");
  EXPECT_LE(parse_.clauses.size(), parse_.groups.groups.size() + 1);
}

TEST(Syntax, TablesAreSorted) {
  const SyntaxTables& tables = EnglishSyntaxTables();
  EXPECT_TRUE(std::ranges::is_sorted(tables.lexicon, {}, &LexiconRow::word));
  EXPECT_TRUE(
      std::ranges::is_sorted(tables.irregular, {}, &IrregularRow::form));
}

}  // namespace
}  // namespace gainsay::internal

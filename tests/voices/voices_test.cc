#include "voices/voices.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "voices/authorities.h"
#include "voices/shingles.h"

namespace gainsay::internal {
namespace {

const std::string kStory =
    "The old harbour bridge was closed to lorries on Tuesday after engineers "
    "found a crack in its third pier. "
    "The council said that repairs would take about nine weeks and cost four "
    "million crowns. "
    "Ferries will run every ten minutes until the bridge is open again.";

struct Press {
  Interner strings;
  ClaimTable table;
  std::vector<std::string> texts, sources;
  std::vector<VoiceDocument> documents;

  void Add(std::string source, std::string text) {
    sources.push_back(std::move(source));
    texts.push_back(std::move(text));
  }
  void Quote(std::uint32_t document, std::string_view words) {
    Claim claim;
    claim.document = DocumentIndex(document);
    claim.source = strings.Intern(sources[document]);
    const auto at = static_cast<std::uint32_t>(texts[document].find(words));
    claim.evidence = {at, at + static_cast<std::uint32_t>(words.size())};
    table.claims.push_back(claim);
  }
  Voices Find() {
    documents.clear();
    for (std::size_t i = 0; i < texts.size(); ++i)
      documents.push_back({texts[i], sources[i], {}});
    return FindVoices({table, strings, documents});
  }
};

TEST(Voices, ACopyIsNoVoiceOfItsOwn) {
  Press press;
  press.Add("gazette", kStory);
  press.Add("mirror", "MIRROR DESK - " + kStory + " Read more here.");
  press.Add("courier",
            "A crack in the third pier has shut the harbour bridge to lorries, "
            "and it may stay shut for nine weeks.");
  const Voices voices = press.Find();
  EXPECT_EQ(voices.of_document[0], voices.of_document[1]);
  EXPECT_NE(voices.of_document[0], voices.of_document[2]);
  ASSERT_EQ(voices.links.size(), 1U);
  EXPECT_EQ(voices.links[0].kind, CopyLink::Kind::kCopy);
}

TEST(Voices, TwoTextsOfOneSourceAreVersionsAndOneVoice) {
  Press press;
  press.Add("gazette", kStory);
  press.Add("gazette", kStory + " The mayor apologised.");
  const Voices voices = press.Find();
  EXPECT_EQ(voices.of_document[0], voices.of_document[1]);
  ASSERT_EQ(voices.links.size(), 1U);
  EXPECT_EQ(voices.links[0].kind, CopyLink::Kind::kVersion);
}

TEST(Voices, ASharedSentenceIsOneVoiceButTheRestIsNot) {
  Press press;
  const std::string agency =
      "The council said that repairs would take about nine weeks and cost four "
      "million crowns.";
  press.Add("gazette",
            "Engineers looked at the bridge on Monday morning and shook their "
            "heads. " +
                agency);
  press.Add("courier", agency +
                           " Shopkeepers on the east bank fear for their "
                           "trade, one of them told our reporter.");
  press.Quote(0, "about nine weeks");
  press.Quote(1, "about nine weeks");
  press.Quote(0, "Engineers looked");
  press.Quote(1, "Shopkeepers on the east bank");
  const Voices voices = press.Find();
  EXPECT_EQ(voices.of_claim[0], voices.of_claim[1]);
  EXPECT_NE(voices.of_claim[2], voices.of_claim[3]);
}

TEST(Voices, QuotationMarksAndCaseDoNotMakeANewSentence) {
  const std::string a =
      "It said the \"old bridge\" would be closed for nine weeks.";
  const std::string b =
      "It said the \xE2\x80\x9Cold Bridge\xE2\x80\x9D would be closed for nine "
      "weeks!";
  EXPECT_EQ(SentenceHash(a, {5, 9}), SentenceHash(b, {5, 9}));
  EXPECT_EQ(SentenceHash("Too short.", {0, 3}), 0U);
}

TEST(Authorities, JudgesSides) {
  using Sides = std::vector<std::vector<std::string_view>>;
  const auto judge = [](const Sides& sides) { return JudgeAuthorities(sides); };
  EXPECT_EQ(judge({{"police"}, {"police"}}), AuthorityVerdict::kMisreport);
  EXPECT_EQ(judge({{"police"}, {"hospital"}}), AuthorityVerdict::kDisagree);
  EXPECT_EQ(judge({{"police"}, {""}}), AuthorityVerdict::kNone);
  EXPECT_EQ(judge({{""}, {""}}), AuthorityVerdict::kNone);
}

}  // namespace
}  // namespace gainsay::internal

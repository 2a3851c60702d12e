// Documents read whole: dates, coreference, modality, speakers, spans.
#include "claim/extract.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace gainsay::internal {
namespace {

class Extract : public testing::Test {
 protected:
  void Read(std::string text) {
    text_ = std::move(text);
    table_ = {};
    date_ = extractor_.Extract({.text = text_, .document = DocumentIndex(0)},
                               table_, coverage_);
  }
  const Claim* Find(std::string_view predicate) const {
    for (const Claim& claim : table_.claims) {
      if (Schema::BuiltIn()[claim.predicate].name == predicate) return &claim;
    }
    return nullptr;
  }
  std::string Subject(const Claim& claim) const {
    const Referent& r = table_[claim.subject];
    std::string out(interner_.View(r.name.valid() ? r.name : r.head));
    for (const StringId name : r.participants)
      out += " " + std::string(interner_.View(name));
    return out;
  }
  std::string Quote(ByteSpan span) const {
    return text_.substr(span.begin, span.size());
  }

  Interner interner_;
  ClaimExtractor extractor_{English(), Schema::BuiltIn(), interner_};
  ClaimTable table_;
  ExtractionCoverage coverage_;
  DocumentDate date_;
  std::string text_;
};

TEST_F(Extract, AResumptionThatHappenedMeasuresToTheReturn) {
  Read(
      "Norway and Chile have resumed fishery talks after a four-year hiatus. "
      "The meeting, held in Oslo on May 3, 2021, was short.");
  const Claim* length = Find("lapse_length");
  ASSERT_NE(length, nullptr);
  EXPECT_EQ(Subject(*length), "talk Chile Norway");
  EXPECT_TRUE(length->presupposed);
  const Claim* back = Find("lapse_return");
  ASSERT_NE(back, nullptr);
  EXPECT_EQ(Subject(*back), "talk Chile Norway");
  EXPECT_EQ(Quote(back->value_span), "May 3, 2021");
  EXPECT_EQ(Quote(back->evidence), "The meeting, held in Oslo on May 3, 2021");
}

TEST_F(Extract, APlannedResumptionMeasuresToTheDocument) {
  Read(
      "Norway and Chile agreed to resume fishery talks after a four-year "
      "hiatus.");
  EXPECT_EQ(Find("lapse_length"), nullptr);
  const Claim* length = Find("lapse_length_to_date");
  ASSERT_NE(length, nullptr);
  EXPECT_EQ(length->modality, Modality::kAsserted);
}

TEST_F(Extract, MeetingsWithoutNamesAreThoseOfTheLead) {
  Read(
      "Norway and Chile will restart fishery talks. The regular meetings were "
      "halted in 2016, according to Radio Norge.");
  const Claim* begin = Find("lapse_begin");
  ASSERT_NE(begin, nullptr);
  EXPECT_EQ(Subject(*begin), "meeting Chile Norway");
}

TEST_F(Extract, PronounsStandForTheOnePersonBefore) {
  Read("Mary Smith spoke on Monday. She was born in 1952.");
  const Claim* born = Find("born");
  ASSERT_NE(born, nullptr);
  EXPECT_EQ(Subject(*born), "Mary Smith");
  Read(
      "Mary Smith met Jane Brown. Then a friend of Mary Smith and of Jane "
      "Brown said she was born in 1952.");
  EXPECT_EQ(Find("born"), nullptr);
}

TEST_F(Extract, TollsBelongToTheEventOfTheDocument) {
  Read("An earthquake struck Chile on Monday. At least 14 people were killed.");
  const Claim* deaths = Find("deaths");
  ASSERT_NE(deaths, nullptr);
  EXPECT_EQ(Subject(*deaths).substr(0, 10), "earthquake");
  EXPECT_EQ(Quote(deaths->value_span), "At least 14");
  Read("At least 14 people were killed.");
  EXPECT_EQ(Find("deaths"), nullptr);
}

TEST_F(Extract, ThingsThatAreNotToldApartGiveNoClaims) {
  Read("A 12-year-old girl sang. A 15-year-old girl danced.");
  EXPECT_EQ(Find("age"), nullptr);
  EXPECT_EQ(coverage_.ambiguous, 2U);
  Read("The fire killed 102 and 21 people.");
  EXPECT_EQ(Find("deaths"), nullptr);
  Read("A 12-year-old girl sang. A 12-year-old girl danced.");
  EXPECT_NE(Find("age"), nullptr);
}

TEST_F(Extract, PlansAndDenialsAreNoFacts) {
  Read("The bridge will open in 2031.");
  ASSERT_NE(Find("opened"), nullptr);
  EXPECT_EQ(Find("opened")->modality, Modality::kPlanned);
  Read("The bridge did not open in 2001.");
  ASSERT_NE(Find("opened"), nullptr);
  EXPECT_TRUE(Find("opened")->negated);
  Read("The bridge may open in 2031.");
  ASSERT_NE(Find("opened"), nullptr);
  EXPECT_EQ(Find("opened")->modality, Modality::kPossible);
}

TEST_F(Extract, DatesOfDocuments) {
  Read(
      "Bridge closed\n\nCoast Post 29/05/2023\n\nThe bridge closed on May 28.");
  EXPECT_TRUE(date_.known && date_.given);
  EXPECT_EQ(FormatDay(date_.days.lo), "2023-05-29");
  Read(
      "The council met on March 14, 2022. It is set to meet again on March "
      "16.");
  EXPECT_TRUE(date_.known);
  EXPECT_FALSE(date_.given);
  EXPECT_EQ(FormatDay(date_.days.lo), "2022-03-14");
  EXPECT_EQ(FormatDay(date_.days.hi), "2022-03-16");
  Read("The council met on Monday.");
  EXPECT_FALSE(date_.known);
}

TEST_F(Extract, LinesAndCoverage) {
  Read("First line.\n\nThe siege of Ostend lasted 53 days.\n");
  ASSERT_EQ(table_.claims.size(), 1U);
  EXPECT_EQ(table_.claims[0].line, 3U);
  EXPECT_EQ(coverage_.in_claims, 1U);
}

TEST_F(Extract, ANameByItselfIsNoOtherThing) {
  Read(
      "A gale hit the coast. Norvald closed at noon. Some 40 cm of snow fell "
      "in Vardo. Some 90 cm of snow fell during the gale.");
  EXPECT_NE(Find("rainfall"), nullptr);
}

TEST_F(Extract, HostileTextIsJustText) {
  Read(std::string(100000, '('));
  Read(std::string("\xff\xfe\x00 6 of of of ,,,, and and 5 \x80", 30));
  std::string nested;
  for (int i = 0; i < 5000; ++i) nested += "after a 5-year break, ";
  Read(nested);
  SUCCEED();
}

}  // namespace
}  // namespace gainsay::internal

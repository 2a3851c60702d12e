#include "resolve/document_date.h"

#include <gtest/gtest.h>

#include <string>

#include "calendar/civil.h"
#include "lang/language.h"
#include "mention/finder.h"
#include "resolve/timex.h"
#include "text/tag.h"
#include "text/tokenize.h"
#include "text/words.h"

namespace gainsay::internal {
namespace {

constexpr DayInterval kMay5{100, 100}, kApril5{70, 70}, kMay6{101, 101},
    kJune5{131, 131};

TEST(OrderOf, IsOpenUnlessAFigureIsNoMonth) {
  EXPECT_EQ(OrderOf("29/05/2024"), DateOrder::kDayFirst);
  EXPECT_EQ(OrderOf("29.5.2024"), DateOrder::kDayFirst);
  EXPECT_EQ(OrderOf("05/29/2024"), DateOrder::kMonthFirst);
  EXPECT_EQ(OrderOf("05/04/2024"), DateOrder::kOpen);
  EXPECT_EQ(OrderOf("2024-05-29"), DateOrder::kOpen);  // the year first
  EXPECT_EQ(OrderOf("32/05/2024"), DateOrder::kOpen);
  EXPECT_EQ(OrderOf("29 May 2024"), DateOrder::kOpen);
  EXPECT_EQ(OrderOf("05/2024"), DateOrder::kOpen);
  EXPECT_EQ(OrderOf(""), DateOrder::kOpen);
}

TEST(DatelineOrder, FollowsDatelinesThatLeaveNoChoice) {
  DatelineOrder order;
  EXPECT_EQ(order.DayFirst(), std::nullopt);
  order.Note(DateOrder::kOpen, kMay5, kApril5);
  EXPECT_EQ(order.DayFirst(), std::nullopt);
  order.Note(DateOrder::kMonthFirst, kMay6, kMay6);
  EXPECT_EQ(order.DayFirst(), false);
  order.Note(DateOrder::kDayFirst, kMay6, kMay6);
  EXPECT_EQ(order.DayFirst(), std::nullopt) << "they disagree";
}

TEST(DatelineOrder, ElseTakesTheReadingThatPutsThemTogether) {
  DatelineOrder near;
  near.Note(DateOrder::kOpen, kMay5, kMay5);
  near.Note(DateOrder::kOpen, kMay6, kJune5);
  EXPECT_EQ(near.DayFirst(), true);
  DatelineOrder other;
  other.Note(DateOrder::kOpen, kMay5, kMay5);
  other.Note(DateOrder::kOpen, kJune5, kMay6);
  EXPECT_EQ(other.DayFirst(), false);
  DatelineOrder far;  // neither reading puts them near each other
  far.Note(DateOrder::kOpen, kMay5, kMay5);
  far.Note(DateOrder::kOpen, kApril5, kJune5);
  EXPECT_EQ(far.DayFirst(), std::nullopt);
}

// The words of the dateline of a text, or "-".
std::string DatelineOf(const std::string& of) {
  static const Grammar grammar(English());
  Interner strings;
  Cutter cutter(English(), strings);
  MentionFinder finder(grammar, cutter);
  WordTable words(English().syntax(), strings);
  TokenizedText text;
  MentionTable mentions;
  cutter.Cut(of, text);
  TagTokens(text, words);
  finder.Find(text, mentions);
  Resolve(text, cutter.words(), {}, mentions);
  const std::optional<FoundDate> found =
      Dateline(text, mentions, cutter.words());
  return found ? of.substr(found->evidence.begin, found->evidence.size()) : "-";
}

TEST(Dateline, StandsAloneOrOpensTheStory) {
  EXPECT_EQ(DatelineOf("Bridge opens\n\n24 May 2024\n\nThe bridge opened."),
            "24 May 2024");
  EXPECT_EQ(DatelineOf("LISBON, May 24, 2024 (Lusa) - The bridge opened."),
            "May 24, 2024");
  EXPECT_EQ(DatelineOf("Bridge opens\n\nASTANA, 24 May 2024. A team left."),
            "24 May 2024");
  EXPECT_EQ(DatelineOf("PORTO, Portugal (Lusa), 24 May 2024 - It opened on "
                       "Wednesday, 22 May 2024."),
            "24 May 2024");
  EXPECT_EQ(DatelineOf("Bridge opens\nPublished 24 May 2024 - Porto Mail\n\n"
                       "It opened."),
            "24 May 2024")
      << "lines of a head are lines";
  EXPECT_EQ(DatelineOf("Bridge opens\nPublished 24 May 2024 | Porto Daily "
                       "Mail\n\nIt opened."),
            "24 May 2024");
  EXPECT_EQ(DatelineOf("What a bridge is for\nPorto Forum, briefing note, 24 "
                       "May 2024\n\nIt opened."),
            "24 May 2024");
  EXPECT_EQ(DatelineOf("A bridge\nPorto Mail, published 24 May 2024\n\nIt "
                       "opened."),
            "24 May 2024");
}

TEST(DatelineYears, AreThoseOfTheOtherDocuments) {
  const Day may5 = DayOf(2024, 5, 5), jan3 = DayOf(2025, 1, 3);
  DatelineYears years;
  EXPECT_EQ(years.DayOf(5, 6), std::nullopt) << "nothing is known";
  years.Note({may5, may5});
  ASSERT_TRUE(years.DayOf(5, 6));
  EXPECT_EQ(years.DayOf(5, 6)->lo, may5 + 1);
  EXPECT_EQ(years.DayOf(9, 6), std::nullopt) << "too far from it";
  EXPECT_EQ(years.DayOf(2, 30), std::nullopt);
  DatelineYears turn;
  turn.Note({jan3, jan3});
  EXPECT_EQ(turn.DayOf(12, 30)->lo, jan3 - 4);
  turn.Note({may5, may5});
  EXPECT_EQ(turn.DayOf(12, 30)->lo, jan3 - 4) << "the other is far from it";
  const Day may7 = DayOf(2023, 5, 7);
  turn.Note({may7, may7});
  EXPECT_EQ(turn.DayOf(5, 6), std::nullopt) << "as near in either year";
  turn.Note({may5, may5});
  EXPECT_EQ(turn.DayOf(5, 6)->lo, may5 + 1) << "more are of that year";
}

TEST(Dateline, StandsBesideNamesAndTheTimeOfDay) {
  const auto head = [](const std::string& line) {
    return DatelineOf("A bridge opens\n\n" + line + "\n\nThe bridge opened.");
  };
  EXPECT_EQ(head("Porto Radio\n24 May 2024, 11:05"), "24 May 2024, 11:05");
  EXPECT_EQ(head("PORTO POST | May 24, 2024 | From our reporter in Lisbon"),
            "May 24, 2024");
  EXPECT_EQ(head("Porto Radio | 24 May 2024 | 17:40"), "24 May 2024");
  EXPECT_EQ(head("Porto Radio, 24 May 2024, 6 p.m. bulletin"),
            "24 May 2024, 6 p.m.");
  EXPECT_EQ(head("Porto Radio, live page, Friday 24 May 2024\nLast updated "
                 "16:45"),
            "Friday 24 May 2024");
  EXPECT_EQ(head("The Porto Mail, Friday 24 May 2024. By Ana Reis"),
            "Friday 24 May 2024");
  EXPECT_EQ(head("The Porto Review, May 2024 issue (published 24 May 2024)"),
            "24 May 2024");
  EXPECT_EQ(head("Porto Echo on Sunday, 26 May 2024"), "Sunday, 26 May 2024");
  EXPECT_EQ(DatelineOf("A bridge\n\nMay 24, 2024 (Porto News) - The bridge "
                       "opened."),
            "May 24, 2024");
  EXPECT_EQ(DatelineOf("A bridge\n\nSaint-Aubin, 24 May 2024 (Porto News) - "
                       "The bridge opened."),
            "24 May 2024");
}

TEST(Dateline, IsNoDayOfASentence) {
  EXPECT_EQ(DatelineOf("Lisbon, 24 May 2024, the day the bridge fell\n\nIt "
                       "is shut."),
            "-");
  EXPECT_EQ(DatelineOf("The fall of a bridge on 24 May 2024\n\nIt is shut."),
            "-");
  EXPECT_EQ(DatelineOf("Ana Reis (24 May 1924 - 2 March 1981) was a poet."),
            "-");
  EXPECT_EQ(DatelineOf("What we know of 24 May 2024\n\nIt is shut."), "-");
  EXPECT_EQ(DatelineOf("It was Friday 24 May 2024. Rain fell."), "-");
  EXPECT_EQ(DatelineOf("May 24, 2024, was a Friday - the bridge fell."), "-");
  EXPECT_EQ(DatelineOf("LISBON, May 24, 2024, saw a parade."), "-");
  EXPECT_EQ(DatelineOf("Bridge opened 24 May 2024\n\nIt is shut."), "-");
  EXPECT_EQ(DatelineOf("In Lisbon, on 24 May 2024 - a Friday - it opened."),
            "-");
  EXPECT_EQ(DatelineOf("The ferry sank on 24 May 2024 - twelve are dead."),
            "-");
  EXPECT_EQ(DatelineOf("On 24 May 2024: the bridge opened to traffic."), "-");
}

}  // namespace
}  // namespace gainsay::internal

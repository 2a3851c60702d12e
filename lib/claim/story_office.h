// Offices of a story: what a title is of where the words beside it do not say,
// from the rest of the text. "The museum's director, Ana Reis", "Mayor Ana
// Reis", "the club, coached by Karel Bos".
//
// Only titles that rows list (StoryOfficeRow), and only where the text speaks
// of one body of that sort: none of its nouns in the plural, no two such names,
// none of the words that tell of several. Linear: a text is read once for each
// title that it has.
#ifndef GAINSAY_LIB_CLAIM_STORY_OFFICE_H_
#define GAINSAY_LIB_CLAIM_STORY_OFFICE_H_

#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "claim/office_owner.h"
#include "lang/office_words.h"

namespace gainsay::internal {

// What a title of a story is of, as far as the text tells.
struct StoryBody {
  const StoryOfficeRow* row = nullptr;
  Owner words;  // "the museum's": its noun and the tokens that tell it
  // Names that it may go by, and its noun ("museum"); empty: any.
  std::vector<StringId> candidates;
  bool home = false;  // that of the story, by its noun
};

class StoryOfficeFinder : public OwnerFinder {
 protected:
  StoryOfficeFinder(const TokenizedText& text, const NameTable& names,
                    NameFinder& finder, WordTable& words,
                    std::span<const StoryOfficeRow> rows);

  bool Is(std::uint32_t token, ClassSet classes);
  // The rows of a title.
  std::span<const StoryOfficeRow> RowsOf(const TitleRow& title) const;
  // True of a body with a name that has one holder of the office: "director of
  // the Kora Museum".
  bool HasOne(const StoryOfficeRow& row, const Owner& owner);
  // Whether a list has a word by its noun or verb lemma, or as it stands;
  // `starred`: or its verb with a star behind it.
  bool Lists(std::string_view list, std::uint32_t token, bool starred = false);
  // The body of the story that a verb leads whose object begins at a token:
  // "the joint water commission".
  std::optional<StoryBody> BodyOfStoryAt(std::uint32_t verb,
                                         std::uint32_t token);
  // The row by which a body with a name has one holder of a title, or null.
  const StoryOfficeRow* RowOf(std::span<const StoryOfficeRow> rows,
                              const Owner& owner);
  // The same, also of a body by the first word of its name, which is put in its
  // place: "Orlo coach Ana Reis", of Orlo United.
  const StoryOfficeRow* RowOfLong(std::span<const StoryOfficeRow> rows,
                                  Owner& owner);
  ClassSet ClassesOf(std::string_view word);
  // A company: any organisation may be one.
  bool OfCompany(const StoryOfficeRow& row);
  // The body of a title whose words name none.
  std::optional<StoryBody> BodyOfStory(std::uint32_t title);
  // What an office is called whose body has a name that tells no kind: by the
  // nouns of the text. Null without a row.
  const StoryOfficeRow* RowByNouns(std::span<const StoryOfficeRow> rows);
  // "Fitness coach", "kit manager", "a commander": another office, one of many.
  bool IsQualified(std::uint32_t title, const Owner& owner, bool single);
  // Who holds it: right behind the title, in apposition on one side, or behind
  // "is".
  std::uint32_t HolderIn(std::uint32_t title, const Owner& owner);
  // The noun of a body and what narrows it: "joint water commission".
  bool NounsAt(const StoryOfficeRow& row, std::uint32_t token, Owner& owner);
  // "Vela United, coached by Ana Reis": the office that a verb before "by" and
  // a person tells, and its body.
  std::optional<StoryBody> BodyBefore(std::uint32_t person);
  // "A delegation of the Labour Party": what is told of may be either.
  bool IsPartOf(std::uint32_t token);
  // "Ana Reis, who coaches Vela United".
  std::optional<StoryBody> BodyBehind(std::uint32_t person);

  // Whether the text speaks of no second country, by its names and words:
  // "neighbouring", "bilateral".
  bool IsOfOneCountry();
  // "The Marine Accident Bureau".
  bool IsDirected(const Owner& owner);

  ClassSet new_;     // "the new director"
  ClassSet single_;  // titles of the one head of an institution

 private:
  // What a text says of the bodies of a row.
  struct Sort {
    bool several = false, setting = false, places = false;
    std::vector<std::string_view> nouns;  // each the first of its group
    std::vector<std::pair<StringId, std::string_view>> named;  // and the noun
  };
  const Sort& SortOf(const StoryOfficeRow& row);
  // Whether the text has a word of a list, by its noun or verb lemma or as it
  // stands. "|" and "/" in the list stand for themselves.
  bool TextHas(std::string_view list) { return !OfText(list).empty(); }
  std::vector<StringId> OfText(std::string_view list);
  void NoteWords();
  void NoteNouns(const StoryOfficeRow& row, std::span<const StringId> bodies,
                 Sort& sort);
  void NoteNames(const StoryOfficeRow& row, std::span<const StringId> bodies,
                 Sort& sort);
  void NotePlaces(Sort& sort);
  std::string_view NounAt(const StoryOfficeRow& row, std::uint32_t token);
  std::string_view KindOf(const StoryOfficeRow& row, std::uint32_t name);
  bool WordsAround(const StoryOfficeRow& row, std::uint32_t title,
                   Owner& owner);
  bool WordsBefore(const StoryOfficeRow& row, std::uint32_t title,
                   Owner& owner);
  bool WordsBehind(const StoryOfficeRow& row, std::uint32_t title,
                   Owner& owner);
  std::optional<StoryBody> Led(std::uint32_t verb, std::uint32_t name);
  bool Lengthen(std::span<const StoryOfficeRow> rows, Owner& owner);
  std::optional<StoryBody> LedBefore(std::uint32_t verb);
  std::optional<StoryBody> BodyOfNounBefore(std::uint32_t verb,
                                            std::uint32_t end);
  std::uint32_t HolderBefore(std::uint32_t token);
  bool IsDay(std::uint32_t token) const;
  std::uint32_t PersonBehind(std::uint32_t token) const;
  std::uint32_t PersonAt(std::uint32_t token) const;
  bool Chosen(const StoryOfficeRow& row, StoryBody& body);

  std::span<const StoryOfficeRow> rows_;
  std::map<const StoryOfficeRow*, Sort> sorts_;
  std::vector<StringId> of_text_;  // its words and their lemmas, sorted
  bool has_other_ = false;         // one of them is of the class @other_holder
  ClassSet other_, another_, general_, directed_, company_, now_, by_, abroad_,
      place_, headed_;
  std::optional<bool> of_one_country_;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_STORY_OFFICE_H_

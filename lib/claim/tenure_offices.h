// Whose an office is by what a text tells of a tenure: "Reis has been director
// of the museum since 2010", "headed the institute from 2020 to 2023".
#ifndef GAINSAY_LIB_CLAIM_TENURE_OFFICES_H_
#define GAINSAY_LIB_CLAIM_TENURE_OFFICES_H_

#include <optional>
#include <span>
#include <vector>

#include "claim/offices.h"
#include "claim/story_office.h"

namespace gainsay::internal {

class TenureOfficeFinder : public StoryOfficeFinder {
 protected:
  TenureOfficeFinder(const TokenizedText& text, const NameTable& names,
                     std::span<const TenureMention> tenures, NameFinder& finder,
                     WordTable& words, std::span<const StoryOfficeRow> rows)
      : StoryOfficeFinder(text, names, finder, words, rows),
        tenures_(tenures),
        lead_(words.index().ClassBit("lead")),
        head_is_director_(words.index().ClassBit("head_is_director")),
        one_of_each_(words.index().ClassBit("one_of_each")),
        listed_(rows) {}

  std::span<const TenureMention> tenures() const { return tenures_; }
  // The tenure in whose words a title stands, or null.
  const TenureMention* TenureAt(const NameMention& title) const;
  // The nearest name before a title of whom its tenure tells, or kNone.
  std::uint32_t HolderOf(const TenureMention& tenure,
                         std::uint32_t title) const;
  // The name of whom a tenure tells, in its words, or kNone.
  std::uint32_t HolderNamed(const TenureMention& tenure) const;
  // Who leads a body goes by a general word; of an institution by the title of
  // the one who does.
  StringId LeaderOf(const Owner& owner);
  // A role, or what a general word for leading is called of such a body: the
  // head of a museum is its director.
  StringId Specific(StringId role, const Owner& owner);

  // What a verb of leading in the words of a tenure has for its object.
  struct Led {
    StringId office;
    Owner owner;  // without a body: one of the story
    std::vector<StringId> candidates;
  };
  std::optional<Led> LedIn(const TenureMention& tenure, std::uint32_t holder);
  // "Liu, who leads the party's body in charge of ...", "Ana Reis heads the
  // Marlo Foundation"; without a body if none.
  Led LedBy(std::uint32_t person);
  // Of a title that each side of a body has one holder of ("co-chair"): the
  // side as its country and the body as the words call it ("joint water
  // commission"); none where they do not say both.
  bool IsOneOfEach(const TitleRow& row) {
    return (ClassesOf(row.name) & one_of_each_) != 0;
  }
  Owner SideOf(std::uint32_t title);
  // "The Kelm border guard, commanded by Colonel Ana Reis".
  Led LedByAgent(std::uint32_t person);
  // The segment with a token becomes the one at hand.
  void EnterSegment(std::uint32_t token);

 private:
  StringId OfficeOfVerb(std::uint32_t verb, const Owner& owner);
  bool EndsWith(const Owner& owner, ClassSet classes);
  StringId HeadCalled(ClassSet classes);

  std::span<const TenureMention> tenures_;
  ClassSet lead_, head_is_director_, one_of_each_;
  std::span<const StoryOfficeRow> listed_;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_TENURE_OFFICES_H_

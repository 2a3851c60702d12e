// Whose an office is by what a text tells of a tenure: "Reis has been director
// of the museum since 2010", "headed the institute from 2020 to 2023".
#ifndef GAINSAY_LIB_CLAIM_TENURE_OFFICES_H_
#define GAINSAY_LIB_CLAIM_TENURE_OFFICES_H_

#include <span>

#include "claim/offices.h"
#include "claim/story_office.h"

namespace gainsay::internal {

class TenureOfficeFinder : public StoryOfficeFinder {
 protected:
  TenureOfficeFinder(const TokenizedText& text, const NameTable& names,
                     std::span<const TenureMention> tenures, NameFinder& finder,
                     WordTable& words, std::span<const StoryOfficeRow> rows)
      : StoryOfficeFinder(text, names, finder, words, rows),
        tenures_(tenures) {}

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

 private:
  std::span<const TenureMention> tenures_;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_TENURE_OFFICES_H_

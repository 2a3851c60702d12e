// Weights of evidence that two referents are the same event or thing: integer
// log-odds, added up, printed with every decision. Set by hand on development
// stories; few enough to be read.
#ifndef GAINSAY_LIB_IDENTITY_WEIGHTS_H_
#define GAINSAY_LIB_IDENTITY_WEIGHTS_H_

#include <cstdint>
#include <string_view>

namespace gainsay::internal {

struct AlignmentWeight {
  std::string_view name;
  std::int32_t weight;
};

enum class Evidence : std::uint8_t {
  kSameName,           // one proper name
  kSameParticipants,   // equal sets of two and more
  kSharedParticipant,  // each of up to two
  kOtherParticipants,  // both name some, none in common
  kSameHead,           // "talks" and "talks"
  kSameClass,          // "talks" and "consultations"
  kSharedTopic,        // each of up to two: "ruling", "party"
  kSameScope,          // "three-way" and "trilateral"
  kSamePlace,
  kPlaceWithin,  // "Tokyo" and "Japan"
  kPlaceUnlike,  // two names that no row relates
  kSameDay,      // dates that meet, both at most three days wide
  kSameMonth,    // ... at most 40 days wide
  kSameYear,     // ... wider
  kSameOrdinal,
  kSameStory,  // the documents share three names and more
  kOnlyOne,    // the only one of its class in both documents
  kSameDocument,
  kSparse,    // in one document, of two lapses: the text tells of one; in two:
              // both say nothing that tells them apart
  kOneLapse,  // in one document: both are said to lapse or return
  kStoryLapse,        // ... of each of two documents on one story
  kStoryToll,         // the only accident of each of two documents on one story
  kStoryClock,        // ... the only event of its class with a clock time
  kStorySpan,         // ... of which is told when it began or how long it was
  kStoryFocal,        // the only one with people aboard of each of two ...
  kReportedTogether,  // by documents of one week
  kFocus,             // the first event that each of two documents tells of
  kSharedYear,  // a year of which both speak, long before they are written
  kLasting,     // of documents on one story: what is true of it for good
  kEqualValue,  // a distinctive value of one predicate, each of up to two
  kCount,
};

inline constexpr AlignmentWeight kAlignmentWeights[] = {
    {"same name", 8},
    {"same participants", 5},
    {"shared participant", 2},
    {"no common participant", -3},
    {"same head", 2},
    {"same class of head", 1},
    {"shared topic", 2},
    {"same scope", 4},
    {"same place", 3},
    {"place within the other", 1},
    {"unrelated places", -2},
    {"same day", 3},
    {"same month", 2},
    {"same year", 1},
    {"same ordinal", 4},
    {"documents on one story", 2},
    {"only one of its class", 1},
    {"same document", 3},
    {"nothing tells them apart", 2},
    {"one lapse", 3},
    {"the one lapse of one story", 5},
    {"the one accident of one story", 3},
    {"the one timed event of one story", 3},
    {"the one event of its kind of one story", 3},
    {"the one of its kind of one story", 4},
    {"reported within a week", 2},
    {"both documents begin with it", 2},
    {"both speak of", 4},
    {"a lasting thing", 1},
    {"equal value", 4},
};
static_assert(sizeof(kAlignmentWeights) / sizeof(kAlignmentWeights[0]) ==
              static_cast<std::size_t>(Evidence::kCount));

constexpr std::int32_t Weight(Evidence evidence) {
  return kAlignmentWeights[static_cast<std::size_t>(evidence)].weight;
}
constexpr std::string_view Name(Evidence evidence) {
  return kAlignmentWeights[static_cast<std::size_t>(evidence)].name;
}

// Policy: at least kMerge is one subject; from kUndecided on it is listed with
// what is missing; below, nothing. Inside one document kMergeInDocument is
// enough.
inline constexpr std::int32_t kMerge = 8;
inline constexpr std::int32_t kUndecided = 4;
inline constexpr std::int32_t kMergeInDocument = 6;

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_IDENTITY_WEIGHTS_H_

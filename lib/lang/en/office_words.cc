#include "lang/office_words.h"

#include <algorithm>

namespace gainsay::internal {
namespace {

using enum OfficeRole;

constexpr OfficeRow kOffices[] = {
    {"acting president", kHeadOfState, false},
    {"acting prime minister", kHeadOfGovernment, false},
    {"chancellor", kHeadOfGovernment, true},
    {"de facto leader", kLeader, true},
    {"effective leader", kLeader, true},
    {"emperor", kHeadOfState, true},
    {"federal chancellor", kHeadOfGovernment, true},
    {"head of government", kHeadOfGovernment, true},
    {"head of state", kHeadOfState, true},
    {"king", kHeadOfState, true},
    {"leader", kLeader, true},
    {"national leader", kLeader, true},
    {"premier", kHeadOfGovernment, true},
    {"president", kHeadOfState, true},
    {"prime minister", kHeadOfGovernment, true},
    {"queen", kHeadOfState, true},
};
static_assert(std::ranges::is_sorted(kOffices, {}, &OfficeRow::title));

constexpr StoryOfficeRow kStoryOffices[] = {
#include "lang/en/story_offices.inc"
};
static_assert(std::ranges::is_sorted(kStoryOffices, {}, &StoryOfficeRow::title),
              "story_offices.inc: sort by title");

}  // namespace

std::span<const StoryOfficeRow> EnglishStoryOffices() { return kStoryOffices; }

std::span<const OfficeRow> EnglishOffices() { return kOffices; }

std::string_view EnglishOfficeLink() { return " of "; }

}  // namespace gainsay::internal

// The names that English knows, as rows; each table is checked to be sorted.
#include "lang/names.h"

#include <algorithm>

namespace gainsay::internal {
namespace {

constexpr PlaceRow kPlaces[] = {
#include "lang/en/places.inc"
};
constexpr DemonymRow kDemonyms[] = {
#include "lang/en/demonyms.inc"
};
constexpr TitleRow kTitles[] = {
#include "lang/en/titles.inc"
};
constexpr TitleModifierRow kTitleModifiers[] = {
#include "lang/en/title_modifiers.inc"
};
constexpr std::string_view kGivenNames[] = {
#include "lang/en/given_names.inc"
};
constexpr std::string_view kOrganisationWords[] = {
#include "lang/en/organisation_words.inc"
};
constexpr std::string_view kGeographicWords[] = {
#include "lang/en/geographic_words.inc"
};
constexpr std::string_view kFunctionWords[] = {
#include "lang/en/function_words.inc"
};
constexpr std::string_view kParticles[] = {
#include "lang/en/name_particles.inc"
};
constexpr std::string_view kLowerCaseWords[] = {
#include "lang/en/lower_case_words.inc"
};
constexpr std::string_view kOwningPeople[] = {
    "artists",   "children",  "citizens",   "consumers",  "doctors",
    "drivers",   "farmers",   "fishermen",  "herders",    "journalists",
    "labourers", "lawyers",   "men",        "miners",     "mothers",
    "nations",   "nurses",    "parents",    "peasants",   "people",
    "peoples",   "pilots",    "pensioners", "railwaymen", "seafarers",
    "seamen",    "shepherds", "soldiers",   "students",   "teachers",
    "tenants",   "veterans",  "women",      "workers",    "writers",
    "youths"};
constexpr std::string_view kShipTitles[] = {"king", "queen"};
constexpr std::string_view kLinkers[] = {"for", "of", "on"};
constexpr std::string_view kConjunctions[] = {"&", "and"};
constexpr std::string_view kSmallWords[] = {
    "a",    "after", "amid", "an",    "and", "as", "at",  "but", "by",  "for",
    "from", "in",    "into", "its",   "nor", "of", "off", "on",  "or",  "over",
    "s",    "than",  "the",  "their", "to",  "up", "via", "vs",  "with"};
constexpr std::string_view kLeadingVerbs[] = {
    "chairs", "commands", "coordinates", "directs",
    "heads",  "leads",    "presides",    "runs"};
constexpr std::string_view kBecoming[] = {"as", "be", "become", "becoming",
                                          "named"};
constexpr std::string_view kIndefinite[] = {"a", "an", "another", "one"};
constexpr std::string_view kArticles[] = {"a", "an", "the"};

static_assert(std::ranges::is_sorted(kPlaces, {}, &PlaceRow::surface),
              "places.inc: sort by surface");
static_assert(std::ranges::is_sorted(kDemonyms, {}, &DemonymRow::surface),
              "demonyms.inc: sort by surface");
static_assert(std::ranges::is_sorted(kTitles, {}, &TitleRow::surface),
              "titles.inc: sort by surface");
static_assert(std::ranges::is_sorted(kTitleModifiers, {},
                                     &TitleModifierRow::surface),
              "title_modifiers.inc: sort");
static_assert(std::ranges::is_sorted(kGivenNames), "given_names.inc: sort");
static_assert(std::ranges::is_sorted(kOrganisationWords),
              "organisation_words.inc: sort");
static_assert(std::ranges::is_sorted(kGeographicWords),
              "geographic_words.inc: sort");
static_assert(std::ranges::is_sorted(kFunctionWords),
              "function_words.inc: sort");
static_assert(std::ranges::is_sorted(kLowerCaseWords),
              "lower_case_words.inc: sort");

constexpr NameTables kTables = {
    .places = kPlaces,
    .demonyms = kDemonyms,
    .titles = kTitles,
    .title_modifiers = kTitleModifiers,
    .given_names = kGivenNames,
    .organisation_words = kOrganisationWords,
    .geographic_words = kGeographicWords,
    .function_words = kFunctionWords,
    .particles = kParticles,
    .lower_case_words = kLowerCaseWords,
    .ship_titles = kShipTitles,
    .owning_people = kOwningPeople,
    .linkers = kLinkers,
    .conjunctions = kConjunctions,
    .articles = kArticles,
    .small_words = kSmallWords,
    .leading_verbs = kLeadingVerbs,
    .becoming = kBecoming,
    .indefinite = kIndefinite,
    .of = "of",
    .possessive = "'s",
    .who = "who",
};

}  // namespace

const NameLexicon& EnglishNames() {
  static const NameLexicon lexicon(kTables);
  return lexicon;
}

}  // namespace gainsay::internal

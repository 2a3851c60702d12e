#include "lang/name_words.h"

#include <algorithm>

namespace gainsay::internal {
namespace {

constexpr std::string_view kHonorifics[] = {
    "admiral",   "brigadier", "captain", "col",      "colonel",  "commander",
    "count",     "dame",      "dr",      "emir",     "father",   "general",
    "gen",       "haji",      "hon",     "king",     "lady",     "lord",
    "lt",        "maj",       "major",   "marshal",  "miss",     "mr",
    "mrs",       "ms",        "pres",    "prince",   "princess", "prof",
    "professor", "queen",     "rev",     "reverend", "sheikh",   "shaikh",
    "sir",       "sultan",    "tun"};

constexpr std::string_view kSuffixes[] = {
    "esq", "ii",  "iii",    "iv", "jr", "junior", "md",
    "mp",  "phd", "senior", "sr", "v",  "vi"};

constexpr std::string_view kCredits[] = {
    "author", "authors", "by",  "compiled",    "ed",         "edited",
    "editor", "editors", "eds", "illustrated", "translated", "translator"};

constexpr std::string_view kJoiners[] = {"&", "and", "with"};

constexpr std::string_view kParticles[] = {
    "abd", "abu",   "al",  "ap",  "as",  "bin", "da",   "dal", "de",
    "del", "della", "den", "der", "di",  "do",  "dos",  "du",  "el",
    "ibn", "la",    "le",  "mac", "mc",  "o",   "ould", "san", "st",
    "ten", "ter",   "uz",  "van", "vom", "von", "zu"};

constexpr std::string_view kPeerages[] = {"baron",    "baroness", "count",
                                          "countess", "duke",     "earl",
                                          "lord",     "marquess", "viscount"};

constexpr std::string_view kKin[] = {"brother",  "daughter", "elder",  "father",
                                     "grandson", "son",      "younger"};

constexpr std::string_view kApart[] = {
#include "lang/en/apart.inc"
};

constexpr std::string_view kLapseKinds[] = {
#include "lang/en/lapse_kinds.inc"
};

static_assert(std::ranges::is_sorted(kApart), "apart.inc: sort");
static_assert(std::ranges::is_sorted(kLapseKinds), "lapse_kinds.inc: sort");
static_assert(std::ranges::is_sorted(kSuffixes) &&
              std::ranges::is_sorted(kCredits) &&
              std::ranges::is_sorted(kJoiners));
static_assert(std::ranges::is_sorted(kParticles) &&
              std::ranges::is_sorted(kPeerages));

}  // namespace

const NameWords& EnglishNameWords() {
  static constexpr NameWords words = {kHonorifics, kSuffixes,  kCredits,
                                      kJoiners,    kParticles, kPeerages,
                                      kKin,        kApart,     kLapseKinds};
  return words;
}

}  // namespace gainsay::internal

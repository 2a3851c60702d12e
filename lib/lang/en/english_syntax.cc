// English: its grammar rows, gathered.
#include <algorithm>

#include "lang/en/rows.h"
#include "lang/syntax.h"
#include "lang/syntax_index.h"

namespace gainsay::internal {
namespace {

using enum Tag;

constexpr ClosedRow kClosed[] = {
#include "lang/en/closed.inc"
};
static_assert(std::ranges::is_sorted(kClosed, {}, &ClosedRow::word),
              "closed.inc: sort by word");

constexpr EndingRow kEndings[] = {
#include "lang/en/endings.inc"
};

constexpr TagRow kTags[] = {
#include "lang/en/tags.inc"
};

constexpr WordClassRow kClasses[] = {
#include "lang/en/classes.inc"
};
static_assert(std::size(kClasses) <= kMostClasses, "a ClassSet is full");

constexpr PhrasalRow kPhrasal[] = {
#include "lang/en/phrasal.inc"
};

using Kind = VerbRow::Kind;
constexpr VerbRow kVerbs[] = {
#include "lang/en/verbs.inc"
};

constexpr AttrRow kAttributes[] = {
#include "lang/en/frames.inc"
#include "lang/en/frames_counts.inc"
#include "lang/en/frames_measures.inc"
#include "lang/en/frames_news.inc"
};

constexpr CountRow kCounts[] = {
#include "lang/en/counts.inc"
};

constexpr AttrRow kTold[] = {
#include "lang/en/told.inc"
};

constexpr LikeNounsRow kLikeNouns[] = {
#include "lang/en/like_nouns.inc"
#include "lang/en/whole_counts.inc"
};

constexpr TimedRow kTimed[] = {
#include "lang/en/timed.inc"
};

constexpr RecordRow kRecords[] = {
#include "lang/en/records.inc"
};

constexpr LastedRow kLasted[] = {
#include "lang/en/lasted.inc"
};

constexpr OutcomeRow kOutcomes[] = {
#include "lang/en/outcomes.inc"
};

constexpr std::string_view kBodies[] = {
#include "lang/en/bodies.inc"
};

constexpr TimedRow kDoers[] = {
#include "lang/en/doers.inc"
};

constexpr TimedRow kSettings[] = {
#include "lang/en/settings.inc"
};

constexpr std::string_view kTotals[] = {"in all",   "in total",   "altogether",
                                        "all told", "a total of", "overall"};
constexpr std::string_view kGrowing[] = {"so far",  "up to now", "until now",
                                         "to date", "by now",    "as yet",
                                         "already"};

constexpr EventRow kEvents[] = {
#include "lang/en/events.inc"
};

constexpr SameEventRow kSameEvents[] = {
    {"occurs", "resume", "lapse_return"},
};

constexpr NarrowingRow kNarrowings[] = {
#include "lang/en/narrowing.inc"
};

constexpr HappeningRow kHappenings[] = {
#include "lang/en/happenings.inc"
};

constexpr HappeningRow kStates[] = {
#include "lang/en/states.inc"
};

constexpr PartiesRow kParties[] = {
    {"bilateral", 2}, {"two-way", 2},    {"trilateral", 3},
    {"three-way", 3}, {"tripartite", 3}, {"four-way", 4},
};

constexpr std::string_view kHedges[] = {
    "at least",      "at most",      "more than",     "less than",
    "fewer than",    "no more than", "no fewer than", "no less than",
    "not more than", "up to",        "as many as",    "as few as",
    "as much as",    "over",         "under",         "above",
    "below",         "about",        "around",        "some",
    "nearly",        "almost",       "roughly",       "approximately",
    "an estimated",  "close to",     "just over",     "just under",
    "well over",     "a total of",   "only",          "just",
    "exactly",       "another",      "a further",
};

}  // namespace

const SyntaxTables& EnglishSyntaxTables() {
  static const SyntaxTables tables = {
      .closed = kClosed,
      .lexicon = EnglishLexicon(),
      .irregular = EnglishIrregular(),
      .endings = kEndings,
      .tags = kTags,
      .classes = kClasses,
      .phrasal = kPhrasal,
      .verbs = kVerbs,
      .attributes = kAttributes,
      .counts = kCounts,
      .told = kTold,
      .like_nouns = kLikeNouns,
      .timed = kTimed,
      .records = kRecords,
      .lasted = kLasted,
      .outcomes = kOutcomes,
      .bodies = kBodies,
      .doers = kDoers,
      .settings = kSettings,
      .totals = kTotals,
      .growing = kGrowing,
      .events = kEvents,
      .same_events = kSameEvents,
      .narrowings = kNarrowings,
      .happenings = kHappenings,
      .states = kStates,
      .parties = kParties,
      .hedges = kHedges,
  };
  return tables;
}

}  // namespace gainsay::internal

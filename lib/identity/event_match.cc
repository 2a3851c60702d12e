// Guards and evidence between two events. See events.h.
#include <algorithm>
#include <string>

#include "identity/events.h"
#include "identity/stories.h"
#include "lang/syntax_index.h"
#include "text/canonical.h"

namespace gainsay::internal {
namespace {

std::string Join(const std::set<std::string_view>& names) {
  std::string out;
  for (const std::string_view name : names) {
    if (!out.empty()) out += ", ";
    out += name;
  }
  return out;
}

std::set<std::string_view> Common(const std::set<std::string_view>& a,
                                  const std::set<std::string_view>& b) {
  std::set<std::string_view> out;
  std::ranges::set_intersection(a, b, std::inserter(out, out.end()));
  return out;
}

// "Son de Mar", "the Son de Mar festival": one begins or ends with the other;
// but "the War", "the Vietnam War".
bool SameNames(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  return a == b || BeginsWithWords(b, a) ||
         (EndsWithWords(b, a) && a.find(' ') != std::string_view::npos);
}
bool NamesMeet(const std::set<std::string_view>& a,
               const std::set<std::string_view>& b) {
  return std::ranges::any_of(a, [&](std::string_view x) {
    return std::ranges::any_of(
        b, [&](std::string_view y) { return SameNames(x, y); });
  });
}

void Add(Score& score, Evidence evidence, std::string_view what = {},
         std::int32_t times = 1) {
  const std::int32_t weight = Weight(evidence) * times;
  score.total += weight;
  if (!score.text.empty()) score.text += "; ";
  score.text += Name(evidence);
  if (!what.empty()) score.text.append(" ").append(what);
  score.text += (weight < 0 ? " " : " +") + std::to_string(weight);
}

bool Known(DayInterval time) {
  return time.lo > kMinusInfinity && time.hi < kPlusInfinity;
}

// "Last held in 2022" is another lapse than the one of a report of 2021.
bool StoppedLater(const EventFeatures& a, const EventFeatures& b) {
  return a.lapse && b.lapse && Known(b.reported) &&
         a.stopped.lo > b.reported.hi;
}

// An event without a date is one of the months before its report; one whose
// clock time is told, of the weeks before it.
bool LongBefore(const EventFeatures& dated, const EventFeatures& undated) {
  constexpr Day kYear = 366, kWeeks = 21;
  const Day most = dated.clock && undated.clock ? kWeeks : kYear;
  return Known(dated.time) && !Known(undated.time) && Known(undated.reported) &&
         dated.time.hi + most < undated.reported.lo;
}

// "Ended a five-day strike on 8 March", "began a three-day strike on 20 March";
// "drivers walked out in 2016", "the walkout began on Wednesday".
bool EarlierState(const EventFeatures& a, const EventFeatures& b) {
  constexpr Day kYear = 366;
  if (!a.names.empty() || !b.names.empty() || a.lapse || b.lapse ||
      !Known(b.begun))
    return false;
  if (Known(a.ended) && a.ended.hi < b.begun.lo) return true;
  return Known(a.begun) && Known(a.reported) && Known(b.reported) &&
         a.begun.hi + kYear < std::min(a.reported.lo, b.begun.lo) &&
         b.begun.hi + kYear >= b.reported.lo;
}

// "The match" of two reports that lie further apart than the days in which one
// is told of.
bool ReportedApart(const EventFeatures& a, const EventFeatures& b) {
  constexpr Day kDays = 3;
  return ComesOften(a) && !(Known(a.reported) && Known(b.reported) &&
                            a.reported.lo - b.reported.hi <= kDays &&
                            b.reported.lo - a.reported.hi <= kDays);
}

constexpr Day kZoneSlack = 1;  // a day of difference between time zones
constexpr Day kWeek = 7;
constexpr std::string_view kSequence = "sequence";

constexpr std::string_view kAgreement = "agreement";

using Strings = std::set<std::string_view>;

// Whether a word begins like one of others: "Ordovan", "Ordova".
bool BeginsLike(std::string_view word, const Strings& others) {
  constexpr std::size_t kStem = 4;
  return std::ranges::any_of(others, [&](std::string_view other) {
    return word.substr(0, kStem) == other.substr(0, kStem);
  });
}

// Whether as many are named, and one of them is none of the other's.
bool OtherParties(const Strings& a, const Strings& b) {
  return a.size() == b.size() && !std::ranges::all_of(a, [&](auto name) {
           return BeginsLike(name, b);
         });
}

// "The air treaty", "the water treaty".
bool OtherTopics(const Strings& a, const Strings& b) {
  return !a.empty() && !b.empty() && std::ranges::none_of(a, [&](auto word) {
    return BeginsLike(word, b);
  });
}

// Both are of a kind: "the border", "the train".
bool OfTwoKinds(const EventFeatures& a, const EventFeatures& b) {
  return a.of_kind && b.of_kind && a.head_class != b.head_class;
}

// Whether a text that speaks of something without a name has no word of
// another's name.
bool IsUntold(const FeatureInput& in, const EventFeatures& named,
              const EventFeatures& other) {
  if (named.names.empty() || !other.names.empty()) return false;
  bool any = false;
  for (const std::string_view name : named.names) {
    bool told = false;
    ForEachWord(name, ' ', [&](std::string_view word) {
      const std::string folded = CanonicalText(word);
      if (in.words.HeadClass(folded) == named.head_class) return;
      any = true;
      told = told || std::ranges::any_of(other.documents, [&](auto d) {
               return d < in.document_words.size() &&
                      std::ranges::binary_search(in.document_words[d].names,
                                                 folded);
             });
    });
    if (told) return false;
  }
  return any;
}

}  // namespace

std::optional<Veto> GuardUntold(const FeatureInput& in, const EventFeatures& a,
                                const EventFeatures& b) {
  if (!a.lapse || !b.lapse || !(IsUntold(in, a, b) || IsUntold(in, b, a)))
    return std::nullopt;
  return Veto{"other-entity", "a text does not know the other's name"};
}

std::optional<Veto> EventMatcher::GuardParticipants(
    const EventFeatures& a, const EventFeatures& b) const {
  if (a.participants.size() >= 2 && b.participants.size() >= 2 &&
      a.participants != b.participants) {
    const bool countries =
        std::ranges::all_of(a.participants,
                            [&](auto p) { return places_->IsCountry(p); }) &&
        std::ranges::all_of(b.participants,
                            [&](auto p) { return places_->IsCountry(p); });
    // An agreement has the parties that it has, whatever they are.
    if (countries ||
        (a.head_class == kAgreement && b.head_class == kAgreement &&
         OtherParties(a.participants, b.participants)))
      return Veto{"other-event", "between " + Join(a.participants) +
                                     " and between " + Join(b.participants)};
  }
  if (a.head_class == kAgreement && b.head_class == kAgreement &&
      OtherTopics(a.topics, b.topics))
    return Veto{"other-event",
                "on " + Join(a.topics) + " and on " + Join(b.topics)};
  for (const auto& [group, value] : a.scopes) {
    const auto it = b.scopes.find(group);
    if (it != b.scopes.end() && it->second != value) {
      return Veto{"scope", std::string(value) + " against " +
                               std::string(it->second) + " (" +
                               std::string(group) + ")"};
    }
    // "Two-way" talks are not those of three named countries.
    if (group == "parties" && b.participants.size() >= 2 &&
        value != std::to_string(b.participants.size())) {
      return Veto{"other-event", std::string(value) + " parties against " +
                                     Join(b.participants)};
    }
  }
  return std::nullopt;
}

std::optional<Veto> EventMatcher::GuardPlaceAndTime(
    const EventFeatures& a, const EventFeatures& b) const {
  if (a.series || b.series) return std::nullopt;
  if (Known(a.time) && Known(b.time) &&
      (a.time.hi + kZoneSlack < b.time.lo ||
       b.time.hi + kZoneSlack < a.time.lo)) {
    return Veto{"other-event", "on other days"};
  }
  if (LongBefore(a, b) || LongBefore(b, a))
    return Veto{"other-event",
                a.clock && b.clock
                    ? "weeks before the other's report"
                    : "a year and more before the other's report"};
  if (EarlierState(a, b) || EarlierState(b, a))
    return Veto{"other-event", "one was of a time before the other began"};
  if (a.places.empty() || b.places.empty()) return std::nullopt;
  for (const std::string_view pa : a.places) {
    for (const std::string_view pb : b.places) {
      if (places_->Compare(pa, pb) != PlaceBook::Relation::kApart)
        return std::nullopt;
    }
  }
  return Veto{"other-place", Join(a.places) + " against " + Join(b.places)};
}

// Of what is told with its clock time, "the second vote" is not the vote, "the
// women's match" not the match, and one ship's accident not the other's.
std::optional<Veto> EventMatcher::GuardClocks(const EventFeatures& a,
                                              const EventFeatures& b) const {
  if (!a.clock || !b.clock) return std::nullopt;
  if (ReportedApart(a, b))
    return Veto{"other-event", "reported on days that lie apart"};
  if (a.ordinal != b.ordinal)
    return Veto{"other-event", "only one of them is counted"};
  if (a.scopes.size() != b.scopes.size())
    return Veto{"scope", "only one of them is told apart"};
  if (!a.participants.empty() && !b.participants.empty() &&
      Common(a.participants, b.participants).empty())
    return Veto{"other-event", "of " + Join(a.participants) + " and of " +
                                   Join(b.participants)};
  return std::nullopt;
}

// "The fishing boat" of a story is not its ferry: of two things under two nouns
// what one is told by the other must be told by, too.
std::optional<Veto> EventMatcher::GuardThings(const EventFeatures& a,
                                              const EventFeatures& b) const {
  if (!a.lasting || !b.lasting || !Common(a.heads, b.heads).empty() ||
      NamesMeet(a.names, b.names))
    return std::nullopt;
  const auto told_apart = [](const EventFeatures& x, const EventFeatures& y) {
    return x.names.empty() &&
           std::ranges::any_of(x.topics, [&](std::string_view topic) {
             return !y.topics.contains(topic);
           });
  };
  if (!told_apart(a, b) && !told_apart(b, a)) return std::nullopt;
  return Veto{"other-entity", Join(a.topics) + " against " + Join(b.topics)};
}

std::optional<Veto> EventMatcher::Guard(const EventFeatures& a,
                                        const EventFeatures& b) const {
  if (StoppedLater(a, b) || StoppedLater(b, a))
    return Veto{"other-event", "it was held again between the two reports"};
  if (a.series != b.series && (a.lapse || b.lapse) &&
      (Known(a.time) || Known(b.time))) {
    return Veto{"other-event", "one meeting against a series"};
  }
  if (a.lapse && b.lapse && OfTwoKinds(a, b))
    return Veto{"other-entity", Join(a.heads) + " against " + Join(b.heads)};
  // "No quota since 2012": of any noun, and only of its own.
  if ((a.any_lapse || b.any_lapse) && Common(a.heads, b.heads).empty())
    return Veto{"other-entity", Join(a.heads) + " against " + Join(b.heads)};
  if (!a.names.empty() && !b.names.empty() &&
      (!NamesMeet(a.names, b.names) || a.apart != b.apart)) {
    return Veto{"other-entity", Join(a.names) + " against " + Join(b.names)};
  }
  if (a.ordinal != 0 && b.ordinal != 0 && a.ordinal != b.ordinal) {
    return Veto{"other-event", "number " + std::to_string(a.ordinal) +
                                   " against " + std::to_string(b.ordinal)};
  }
  if (a.scopes.contains(kSequence) != b.scopes.contains(kSequence))
    return Veto{"other-event", "another one is meant"};
  if (auto veto = GuardClocks(a, b)) return veto;
  if (auto veto = GuardThings(a, b)) return veto;
  if (auto veto = GuardParticipants(a, b)) return veto;
  if (auto veto = GuardParticipants(b, a)) return veto;
  if (a.series && b.series && !a.topics.empty() && !b.topics.empty() &&
      Common(a.topics, b.topics).empty() &&
      // "The ferry link" and "the passenger ferry".
      Common(a.topics, b.heads).empty() && Common(b.topics, a.heads).empty()) {
    return Veto{"scope",
                "about " + Join(a.topics) + " and about " + Join(b.topics)};
  }
  return GuardPlaceAndTime(a, b);
}

void EventMatcher::CompareWho(const EventFeatures& a, const EventFeatures& b,
                              Score& score) const {
  if (NamesMeet(a.names, b.names))
    Add(score, Evidence::kSameName, *a.names.begin());
  const auto heads = Common(a.heads, b.heads);
  if (!heads.empty()) {
    Add(score, Evidence::kSameHead, *heads.begin());
  } else if (a.head_class == b.head_class || (a.main_lapse && b.main_lapse)) {
    // What lapsed goes by any noun: imports, a ban on them.
    Add(score, Evidence::kSameClass, a.head_class);
  }
  const auto who = Common(a.participants, b.participants);
  if (who.size() >= 2 && a.participants == b.participants) {
    Add(score, Evidence::kSameParticipants, Join(who));
  } else if (!who.empty()) {
    Add(score, Evidence::kSharedParticipant, Join(who),
        static_cast<std::int32_t>(std::min<std::size_t>(who.size(), 2)));
  } else if (!a.participants.empty() && !b.participants.empty()) {
    Add(score, Evidence::kOtherParticipants);
  } else {
    score.missing += " participants";
  }
  const auto topics = Common(a.topics, b.topics);
  if (!topics.empty()) {
    Add(score, Evidence::kSharedTopic, Join(topics),
        static_cast<std::int32_t>(std::min<std::size_t>(topics.size(), 2)));
  }
  for (const auto& [group, value] : a.scopes) {
    const auto it = b.scopes.find(group);
    if (it != b.scopes.end() && it->second == value && group != kSequence)
      Add(score, Evidence::kSameScope, value);
  }
  if (a.ordinal > 0 && a.ordinal == b.ordinal)
    Add(score, Evidence::kSameOrdinal);
}

void EventMatcher::CompareWhereAndWhen(const EventFeatures& a,
                                       const EventFeatures& b,
                                       Score& score) const {
  bool same = false, within = false;
  for (const std::string_view pa : a.places) {
    for (const std::string_view pb : b.places) {
      const auto relation = places_->Compare(pa, pb);
      same |= relation == PlaceBook::Relation::kSame;
      within |= relation == PlaceBook::Relation::kWithin;
    }
  }
  if (same) {
    Add(score, Evidence::kSamePlace, *a.places.begin());
  } else if (within) {
    Add(score, Evidence::kPlaceWithin);
  } else if (!a.places.empty() && !b.places.empty()) {
    Add(score, Evidence::kPlaceUnlike);
  } else {
    score.missing += " place";
  }
  if (Known(a.reported) && Known(b.reported) &&
      a.reported.lo - b.reported.hi <= kWeek &&
      b.reported.lo - a.reported.hi <= kWeek)
    Add(score, Evidence::kReportedTogether);
  for (const std::int32_t year : a.years) {
    if (!b.years.contains(year)) continue;
    Add(score, Evidence::kSharedYear, FormatDay(year).substr(0, 4));
    break;
  }
  if (!Known(a.time) || !Known(b.time)) {
    score.missing += " date";
    return;
  }
  if (!a.time.Meets(b.time)) return;
  const Day width = std::max(a.time.hi - a.time.lo, b.time.hi - b.time.lo);
  Add(score, width <= 3    ? Evidence::kSameDay
             : width <= 40 ? Evidence::kSameMonth
                           : Evidence::kSameYear);
}

Score EventMatcher::Compare(const EventFeatures& a, const EventFeatures& b,
                            bool same_document, bool story) const {
  Score score;
  CompareWho(a, b, score);
  CompareWhereAndWhen(a, b, score);
  if (same_document) {
    Add(score, Evidence::kSameDocument);
    // "An earthquake with a magnitude of 6.4" may be another one than the
    // story's: which noun means which event is the discourse's to say
    // (resolve/discourse.h).
    if (a.lapse && b.lapse) Add(score, Evidence::kSparse);
    if (a.lapse && b.lapse) Add(score, Evidence::kOneLapse);
  } else {
    if (story) Add(score, Evidence::kSameStory);
    if (story && a.lasting && b.lasting && a.definite && b.definite &&
        a.ordinal == b.ordinal)
      Add(score, Evidence::kLasting);
    const auto equal = std::ranges::count_if(
        a.values,
        [&](std::uint64_t value) { return b.values.contains(value); });
    if (equal > 0)
      Add(score, Evidence::kEqualValue, {},
          static_cast<std::int32_t>(std::min<std::ptrdiff_t>(equal, 2)));
    if (a.focus && b.focus) Add(score, Evidence::kFocus);
  }
  return score;
}

}  // namespace gainsay::internal

#include "identity/told_time_match.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "calendar/cuts.h"
#include "identity/features.h"
#include "identity/stories.h"
#include "identity/told_common.h"
#include "lang/syntax_index.h"
#include "text/canonical.h"

namespace gainsay::internal {
namespace {

constexpr Day kSameNews = 3;  // days between reports that mean one day
constexpr Day kSameDays = 14, kSameMonths = 45, kSameYear = 250;
constexpr Day kSlack = 1;      // of a date told in another zone
constexpr double kApart = 10;  // minutes

class TimeMatcher {
 public:
  TimeMatcher(std::span<const ToldTime> told,
              std::span<const DocumentWords> words,
              std::span<const DayInterval> written, const Interner& strings,
              const NameLexicon& names)
      : told_(told),
        words_(words),
        written_(written),
        strings_(strings),
        places_(names),
        stories_(words) {}

  std::vector<ToldTimePair> Run() {
    // Happening, of clocks, of what.
    using Key = std::tuple<StringId, bool, ToldTime::Of>;
    std::map<Key, std::map<std::uint32_t, std::vector<std::uint32_t>>> by;
    for (std::uint32_t i = 0; i < told_.size(); ++i)
      by[{told_[i].key, told_[i].clock, told_[i].of}][told_[i].document.index]
          .push_back(i);
    std::vector<ToldTimePair> out;
    for (const auto& [key, documents] : by) {
      for (auto d = documents.begin(); d != documents.end(); ++d) {
        for (auto e = std::next(d); e != documents.end(); ++e) {
          if (!stories_.One(d->first, e->first)) continue;
          if (const auto pair = Apart(d->second, e->second))
            out.push_back(*pair);
        }
      }
    }
    std::ranges::sort(out);
    return out;
  }

 private:
  using List = std::vector<std::uint32_t>;

  std::optional<ToldTimePair> Apart(const List& of_d, const List& of_e) const {
    std::optional<ToldTimePair> found;
    const auto veto = [&](std::uint32_t i) { return told_[i].veto; };
    if (std::ranges::any_of(of_d, veto) || std::ranges::any_of(of_e, veto))
      return std::nullopt;
    for (const std::uint32_t i : of_d) {
      for (const std::uint32_t j : of_e) {
        if (getenv("DBG"))
          fprintf(stderr, "%d %s/%s theme%d words%d one%d meet%d\n",
                  (int)told_[i].of,
                  std::string(strings_.View(told_[i].value.text)).c_str(),
                  std::string(strings_.View(told_[j].value.text)).c_str(),
                  ThemeFits(told_[i], told_[j]), WordsFit(told_[i], told_[j]),
                  IsFact(told_[i]) && OneFact(told_[i], told_[j]),
                  Meet(told_[i], told_[j]));
        if (!OfOne(told_[i], told_[j])) continue;
        // Whatever they agree on, one document knows of both.
        if (Meet(told_[i], told_[j])) return std::nullopt;
        if (!found && Only(i, of_d) && Only(j, of_e)) found = {i, j};
      }
    }
    return found;
  }

  bool Meet(const ToldTime& a, const ToldTime& b) const {
    if (a.of == ToldTime::Of::kLength) return LengthsMeet(a, b);
    if (a.of == ToldTime::Of::kRecord) return RecordsMeet(a, b);
    if (IsFact(a)) return FactsMeet(a, b);
    if (!a.clock) return Within(DaysOf(a), DaysOf(b), kSlack);
    return ToldClockGap(a.value, b.value, false, strings_) <= kApart;
  }

  static DayInterval DaysOf(const ToldTime& a) { return a.value.hull; }

  // The document tells no other time of it.
  bool Only(std::uint32_t i, const List& all) const {
    return std::ranges::all_of(all, [&](std::uint32_t j) {
      return j == i || told_[i].theme != told_[j].theme ||
             Meet(told_[i], told_[j]) || !DayFits(told_[i], told_[j]);
    });
  }

  bool OfOne(const ToldTime& a, const ToldTime& b) const {
    if (a.of == ToldTime::Of::kLength)
      return ThemeFits(a, b) && WordsFit(a, b) && OneLength(a, b);
    if (a.of == ToldTime::Of::kRecord)
      return ThemeFits(a, b) && WordsFit(a, b) && OneRecord(a, b);
    if (IsFact(a)) return ThemeFits(a, b) && WordsFit(a, b) && OneFact(a, b);
    return a.plan == b.plan && ThemeFits(a, b) && WordsFit(a, b) &&
           (a.clock ? ClocksFit(a, b) : DaysFit(a, b));
  }

  static bool LengthsMeet(const ToldTime& a, const ToldTime& b) {
    const QuantityInterval &x = a.value.qhull, &y = b.value.qhull;
    constexpr double kTimes = 1.25;
    const auto [less, more] = std::minmax(a.value.number, b.value.number);
    return (x.lo <= y.hi && y.lo <= x.hi) || more < kTimes * less;
  }

  // Of days or of reports of one news; what lasts long is told of later, too.
  bool OneLength(const ToldTime& a, const ToldTime& b) const {
    constexpr double kDay = 24, kMonth = 30 * kDay;
    const double longest = std::max(a.value.number, b.value.number);
    const Day apart = longest <= 2 * kDay
                          ? (a.listed || a.people ? kSameDays : kSameNews)
                      : longest <= kMonth ? kSameMonths
                                          : kSameYear;
    const DayInterval x = written_[a.document.index],
                      y = written_[b.document.index];
    if (!Known(x) || !Known(y) || !Within(x, y, apart) || !IsOne(a) ||
        !IsOne(b) || a.scope != b.scope || a.ordinal != b.ordinal)
      return false;
    if (!a.spots.empty() && !b.spots.empty() && !Share(a.spots, b.spots))
      return false;
    const bool named = Known(a.when) && Known(b.when);
    if (named && !Within(a.when, b.when, 0)) return false;
    // "Was suspended for six months last year": maybe another one.
    constexpr Day kLongAgo = 100;
    const auto old = [&](const ToldTime& t, DayInterval at) {
      return Known(t.when) && t.when.hi < at.lo - kLongAgo;
    };
    if (!named && (old(a, x) || old(b, y))) return false;
    if (a.daily && longest <= 2 * kDay && !named && !Within(x, y, 0))
      return false;
    return true;
  }

  // The days on which there was as much for the last time.
  DayInterval LastOf(const ToldTime& a) const {
    if (a.value.kind == ValueKind::kDate) return a.value.hull;
    const DayInterval days = CountDays(a.value.count, Cut::kHull),
                      at = written_[a.document.index];
    return {days.hi >= kPlusInfinity ? kMinusInfinity : at.lo - days.hi,
            at.hi - days.lo};
  }

  // "In 40 years" may be said of 46: a round length leaves the rest out.
  bool RecordsMeet(const ToldTime& a, const ToldTime& b) const {
    const DayInterval x = LastOf(a), y = LastOf(b);
    const bool a_first = x.hi < y.lo;
    const DayInterval &early = a_first ? x : y, &late = a_first ? y : x;
    const ToldTime& shorter = a_first ? b : a;
    const Day length = written_[a.document.index].hi - early.hi;
    constexpr double kRoundTimes = 2.5;
    if (shorter.value.kind == ValueKind::kDuration &&
        IsRoundCount(shorter.value.count) &&
        length < kRoundTimes * 0.5 *
                     (CountDays(shorter.value.count, Cut::kCore).lo +
                      CountDays(shorter.value.count, Cut::kCore).hi))
      return true;
    // "Almost half a century" is a rough one.
    constexpr Day kLeast = 45, kPart = 25, kRough = 8;  // of the length
    const auto rough = [](const ToldTime& t) {
      return t.value.kind == ValueKind::kDuration &&
             t.value.count.modifier != Modifier::kBare;
    };
    return late.lo - early.hi <=
           std::max(kLeast, length / (rough(a) || rough(b) ? kRough : kPart));
  }

  // True if the document of `bare` has a word of a name of `named`.
  bool Mentions(const ToldTime& bare, const ToldTime& named) const {
    return std::ranges::any_of(named.names, [&](StringId name) {
      return Mentions(bare.document, name);
    });
  }
  bool Mentions(DocumentIndex document, StringId name) const {
    const auto& names = words_[document.index].names;
    bool found = false;
    const std::string folded = CanonicalText(strings_.View(name));
    ForEachWord(folded, ' ', [&](std::string_view word) {
      found = found || std::ranges::binary_search(names, word);
    });
    return found;
  }
  // A text that knows of both may mean that one did it for the other, that one
  // place lies in the other.
  bool KnowsOfBoth(const ToldTime& a, const ToldTime& b) const {
    return Mentions(a.document, b.value.text) ||
           Mentions(b.document, a.value.text);
  }

  // Of one kind and area, told of one time.
  bool OneRecord(const ToldTime& a, const ToldTime& b) const {
    const DayInterval x = written_[a.document.index],
                      y = written_[b.document.index];
    if (!Known(x) || !Known(y) || !Within(x, y, a.daily ? 0 : kSameMonths) ||
        a.ordinal != b.ordinal || a.narrow != b.narrow || a.scope != b.scope)
      return false;
    // "In Halm the flood was the worst since": in a document that speaks of
    // Halm, too.
    if (a.names.empty() != b.names.empty() &&
        !(a.names.empty() ? a : b).owned &&
        !Mentions(a.names.empty() ? a : b, a.names.empty() ? b : a))
      return false;
    // "The mill made its biggest loss", "the brewery made".
    if (!a.spots.empty() && !b.spots.empty() && !Share(a.spots, b.spots))
      return false;
    // "The first mayor since 1998" of all towns, of Tarvik.
    const ToldTime& bare = a.names.empty() ? a : b;
    if (a.ordinal != 0 && a.names.empty() != b.names.empty() && !bare.owned)
      return false;
    // The toll may have risen.
    const bool b_later = y.lo > x.hi, a_later = x.lo > y.hi;
    const bool b_longer = LastOf(b).hi < LastOf(a).lo,
               a_longer = LastOf(a).hi < LastOf(b).lo;
    return !a.grows || !((b_later && b_longer) || (a_later && a_longer));
  }

  static bool IsFact(const ToldTime& a) {
    return a.of >= ToldTime::Of::kOutcome;
  }

  bool FactsMeet(const ToldTime& a, const ToldTime& b) const {
    if (a.of == ToldTime::Of::kOutcome) return a.value.text == b.value.text;
    // A family name, a shorter form of the name.
    return ShareWord(a.value.text, b.value.text);
  }

  // Of one happening: told within two weeks, or of one day, or of what happens
  // once.
  bool OneFact(const ToldTime& a, const ToldTime& b) const {
    if (a.plural != b.plural || !a.known || !b.known ||
        (a.people && !(a.theme_name.valid() && b.theme_name.valid())))
      return false;
    if (a.sided && (a.names.empty() || b.names.empty())) return false;
    if (Known(a.when) && Known(b.when)) {
      if (!Within(a.when, b.when, kSlack)) return false;
    } else if (!a.once) {
      const DayInterval x = written_[a.document.index],
                        y = written_[b.document.index];
      const Day apart = a.daily ? 0 : a.people ? kSameMonths : kSameDays;
      if (!Known(x) || !Known(y) || !Within(x, y, apart)) return false;
    }
    if (a.of == ToldTime::Of::kOutcome)
      return (a.spots.empty() || b.spots.empty() || Share(a.spots, b.spots)) &&
             (a.scope.empty() || b.scope.empty() || Share(a.scope, b.scope));
    if (a.of == ToldTime::Of::kDoer && a.person != b.person) return false;
    if (a.of == ToldTime::Of::kPlace &&
        places_.Compare(strings_.View(a.value.text),
                        strings_.View(b.value.text)) !=
            PlaceBook::Relation::kApart)
      return !places_.Knows(strings_.View(a.value.text)) &&
             !places_.Knows(strings_.View(b.value.text)) && !KnowsOfBoth(a, b);
    return a.contested || !KnowsOfBoth(a, b);
  }

  bool ThemeFits(const ToldTime& a, const ToldTime& b) const {
    const bool named = a.theme_name.valid() && b.theme_name.valid();
    if (named) return ShareWord(a.theme_name, b.theme_name);
    return a.theme == b.theme;
  }

  bool WordsFit(const ToldTime& a, const ToldTime& b) const {
    // "The first alarm" may be "the alarm", a second one is another.
    const auto [none, which] = std::minmax(a.ordinal, b.ordinal);
    if (none != which && (none != 0 || which != 1 || a.plural || b.plural ||
                          a.people || b.people))
      return false;
    if (!a.narrow.empty() && !b.narrow.empty() && !Share(a.narrow, b.narrow))
      return false;
    if (!a.names.empty() && !b.names.empty() && !NamesShare(a.names, b.names))
      return false;
    // "Arrived in Maris", "arrived at Lorn Castle".
    if (!a.places.empty() && !b.places.empty() &&
        !NamesShare(a.places, b.places))
      return false;
    return !a.agent_name.valid() || !b.agent_name.valid() ||
           ShareWord(a.agent_name, b.agent_name);
  }

  template <typename List>
  bool NamesShare(const List& a, const List& b) const {
    return std::ranges::any_of(a, [&](StringId x) {
      return std::ranges::any_of(b,
                                 [&](StringId y) { return ShareWord(x, y); });
    });
  }

  // Some people are not others; a thing that nothing tells of is any.
  static bool IsOne(const ToldTime& a) {
    if (a.ordinal != 0) return true;
    if (a.counted) return false;
    if (a.listed) return true;
    // "The driver was trapped".
    if (a.of == ToldTime::Of::kLength && !a.plural) return a.known;
    return a.known && !(a.people && !a.theme_name.valid());
  }

  bool InCommon(const ToldTime& a, const ToldTime& b) const {
    return Share(a.beside, b.beside) ||
           (!a.names.empty() && NamesShare(a.names, b.names)) ||
           (a.theme_name.valid() && b.theme_name.valid()) ||
           (a.ordinal != 0 && a.ordinal == b.ordinal);
  }

  bool ClocksFit(const ToldTime& a, const ToldTime& b) const {
    if (!IsOne(a) || !IsOne(b) || !SameClockZone(a.value, b.value, strings_) ||
        !DayFits(a, b))
      return false;
    const bool one_day = Known(a.when) && Known(b.when);
    if (a.plan && !one_day) return false;
    return a.listed || one_day || InCommon(a, b);
  }

  // The day that both name; else reports of one news.
  bool DayFits(const ToldTime& a, const ToldTime& b) const {
    if (!a.clock) return true;
    if (Known(a.when) && Known(b.when))
      return Within(a.when, b.when, a.once && b.once ? kSlack : 0);
    const DayInterval x = written_[a.document.index],
                      y = written_[b.document.index];
    return Known(x) && Known(y) && Within(x, y, kSameNews);
  }

  bool DaysFit(const ToldTime& a, const ToldTime& b) const {
    // Plans of one news.
    const DayInterval x = written_[a.document.index],
                      y = written_[b.document.index];
    if (a.plan && !(Known(x) && Known(y) && Within(x, y, 1) &&
                    DaysOf(a).lo >= x.lo && DaysOf(b).lo >= y.lo))
      return false;
    if (a.plural || b.plural || !IsOne(a) || !IsOne(b) || !a.known || !b.known)
      return false;
    // "The festival began in 1994": not this year's.
    if (a.listed && !a.once && !Within(DaysOf(a), DaysOf(b), kSameYear))
      return false;
    // Somebody is elected, named or sentenced again.
    if ((a.people || b.people) && !a.once) return false;
    return InCommon(a, b);
  }

  bool ShareWord(StringId x, StringId y) const {
    bool shared = false;
    ForEachWord(strings_.View(x), ' ', [&](std::string_view p) {
      ForEachWord(strings_.View(y), ' ',
                  [&](std::string_view q) { shared = shared || p == q; });
    });
    return shared;
  }

  std::span<const ToldTime> told_;
  std::span<const DocumentWords> words_;
  std::span<const DayInterval> written_;
  const Interner& strings_;
  PlaceBook places_;
  TextStories stories_;
};

}  // namespace

std::vector<ToldTimePair> MatchToldTimes(std::span<const ToldTime> told,
                                         std::span<const DocumentWords> words,
                                         std::span<const DayInterval> written,
                                         const Interner& strings,
                                         const NameLexicon& names) {
  if (words.empty()) return {};
  return TimeMatcher(told, words, written, strings, names).Run();
}

}  // namespace gainsay::internal

#include "identity/told_match.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "claim/stated_value.h"
#include "identity/stories.h"
#include "identity/told_common.h"
#include "identity/told_period_match.h"
#include "identity/told_role.h"
#include "lang/syntax_index.h"
#include "text/canonical.h"

namespace gainsay::internal {
namespace {

using Aside = ToldAmount::Aside;
using Tense = ToldAmount::Tense;

constexpr Day kSameTime = 300;    // what is told of another year is another
constexpr Day kStateDays = 45;    // a state is the same that long
constexpr Day kGrowsDays = 30;    // what happened is still being counted
constexpr Day kOneEvent = 7;      // reports of one edition
constexpr double kFew = 10;       // two boats and three, whatever befell them
constexpr double kMostTimes = 4;  // as much: two tell different things

// "Dollars" of a story are the dollars that another document names.
bool OneUnit(const ToldAmount& a, const ToldAmount& b,
             const Interner& strings) {
  if (a.value.text == b.value.text) return true;
  const auto bare = [&](const ToldAmount& t) {
    return std::ranges::none_of(strings.View(t.value.surface),
                                [](char c) { return c >= 'A' && c <= 'Z'; });
  };
  const auto unit = [&](const ToldAmount& t) {
    const std::string_view words = strings.View(t.value.surface);
    return words.substr(words.rfind(' ') + 1);
  };
  return bare(a) != bare(b) && unit(a) == unit(b);
}

class ToldMatcher {
 public:
  ToldMatcher(std::span<const ToldAmount> told,
              std::span<const DocumentWords> words,
              std::span<const DayInterval> written, const Interner& strings)
      : told_(told), written_(written), strings_(strings), stories_(words) {}

  std::vector<ToldGroup> Run() {
    for (std::uint32_t i = 0; i < told_.size(); ++i)
      by_[told_[i].key][told_[i].document.index].push_back(i);
    std::vector<ToldGroup> out;
    for (const auto& [key, documents] : by_) {
      if (documents.size() < 2) continue;
      GroupsOf(documents, out);
    }
    std::ranges::sort(out);
    DropTwice(out);
    return out;
  }

 private:
  using Documents = std::map<std::uint32_t, std::vector<std::uint32_t>>;

  bool Meet(const ToldAmount& a, const ToldAmount& b) const {
    // The next edition, or the last one, is told of in passing.
    if (a.ordinal && b.ordinal) {
      const DayInterval x = written_[a.document.index],
                        y = written_[b.document.index];
      const bool one = a.settled && b.settled && Known(x) && Known(y) &&
                       Within(x, y, kOneEvent);
      return std::abs(a.value.number - b.value.number) < (one ? 1 : 2);
    }
    return a.value.qhull.lo <= b.value.qhull.hi &&
           b.value.qhull.lo <= a.value.qhull.hi;
  }

  // What a count tells, an amount of the same words may tell, too.
  void DropTwice(std::vector<ToldGroup>& groups) const {
    const auto held = [&](const ToldGroup& inner, const ToldGroup& outer) {
      return std::ranges::all_of(inner, [&](std::uint32_t i) {
        return std::ranges::any_of(outer, [&](std::uint32_t j) {
          return told_[i].document == told_[j].document &&
                 told_[i].value_span == told_[j].value_span;
        });
      });
    };
    std::vector<ToldGroup> kept;
    for (ToldGroup& group : groups) {
      if (std::ranges::none_of(
              kept, [&](const ToldGroup& k) { return held(group, k); }))
        kept.push_back(std::move(group));
    }
    groups = std::move(kept);
  }

  // One group for the documents of a story; none where some of them are of two
  // events.
  void GroupsOf(const Documents& documents, std::vector<ToldGroup>& out) {
    std::map<std::uint32_t, std::uint32_t> first;  // of those of a document
    const auto of = [&](std::uint32_t d) {
      const auto it = first.try_emplace(d, d).first;
      return it->second;
    };
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    std::set<std::uint32_t> apart;  // documents of two events
    for (const auto& [d, of_d] : documents) {
      for (const auto& [e, of_e] : documents) {
        if (d >= e) continue;
        const bool counted = told_[of_d.front()].counted;
        if (counted ? !stories_.Alike(d, e) : !stories_.One(d, e)) continue;
        const std::uint32_t x = of(d), y = of(e), low = std::min(x, y),
                            high = std::max(x, y);
        for (auto& [document, group] : first) {
          if (group == high) group = low;
        }
        const auto pair = Apart(of_d, of_e);
        if (!pair) continue;
        if (DifferThroughout(d, e)) apart.insert(d);
        pairs.push_back(*pair);
      }
    }
    std::map<std::uint32_t, ToldGroup> groups;
    for (const auto& [i, j] : pairs) {
      ToldGroup& group = groups[of(told_[i].document.index)];
      group.push_back(i);
      group.push_back(j);
    }
    for (const std::uint32_t d : apart) groups.erase(of(d));
    for (auto& [document, group] : groups) {
      std::ranges::sort(group);
      group.erase(std::unique(group.begin(), group.end()), group.end());
      out.push_back(std::move(group));
    }
  }

  // The one amount that a document tells, and that of the other, if they are of
  // one thing and differ.
  std::optional<std::pair<std::uint32_t, std::uint32_t>> Apart(
      const std::vector<std::uint32_t>& of_d,
      const std::vector<std::uint32_t>& of_e) const {
    std::optional<std::pair<std::uint32_t, std::uint32_t>> found;
    for (const std::uint32_t i : of_d) {
      for (const std::uint32_t j : of_e) {
        const ToldAmount &a = told_[i], &b = told_[j];
        if (a.counted != b.counted || !OneUnit(a, b, strings_) ||
            OtherPlace(a, b))
          continue;
        // Whatever they agree on, one document knows of both.
        if (Meet(a, b)) return std::nullopt;
        if (!Exceeds(a, b)) continue;
        if (!BothTold(a, b) || !OfOne(a, b) || !Only(i, of_d) || !Only(j, of_e))
          continue;
        if (!found) found = {i, j};
      }
    }
    return found;
  }

  // Both as facts, or both as plans by reports of one news.
  bool BothTold(const ToldAmount& a, const ToldAmount& b) const {
    if (a.aside != b.aside) return false;
    // What grows, by one time: "by Monday night".
    if (a.aside == Aside::kGrowing)
      return a.by.valid() && a.by == b.by && Known(a.when) && a.when == b.when;
    const DayInterval x = written_[a.document.index],
                      y = written_[b.document.index];
    return a.aside == Aside::kNone ||
           (a.aside == Aside::kPlan && Known(x) && Known(y) && Within(x, y, 1));
  }

  // A list may leave some out: its sum is no less than all.
  static bool Exceeds(const ToldAmount& a, const ToldAmount& b) {
    if (a.sum == b.sum) return true;
    const ToldAmount &sum = a.sum ? a : b, &all = a.sum ? b : a;
    return sum.value.qhull.lo > all.value.qhull.hi;
  }

  // "14 rifles and 31 magazines", "six rifles and 12 magazines": of two finds.
  // What two documents tell differs throughout.
  bool DifferThroughout(std::uint32_t d, std::uint32_t e) const {
    std::set<std::uint32_t> differ;  // values of `d`, by where they stand
    for (const auto& [key, documents] : by_) {
      const auto of_d = documents.find(d), of_e = documents.find(e);
      if (of_d == documents.end() || of_e == documents.end()) continue;
      std::optional<std::uint32_t> told;
      for (const std::uint32_t i : of_d->second) {
        for (const std::uint32_t j : of_e->second) {
          if (told_[i].aside != Aside::kNone || told_[j].aside != Aside::kNone)
            continue;
          if (Meet(told_[i], told_[j])) return false;
          // Of one that both name nothing tells that there are two.
          if (told_[i].by_period &&
              ShareName(*told_[i].period, *told_[j].period, strings_))
            continue;
          if (told_[i].period && told_[j].period
                  ? IsOfOnePeriod(told_[i], told_[j], written_, strings_)
                  : Comparable(told_[i], told_[j]) &&
                        (InOneRole(told_[i], told_[j]) || !told_[i].counted ||
                         told_[i].value.number < kFew))
            told = told_[i].value_span.begin;
        }
      }
      if (told) differ.insert(*told);
    }
    return differ.size() > 1;
  }

  // No other amount of the document in the same role.
  bool Only(std::uint32_t i, const std::vector<std::uint32_t>& all) const {
    const ToldAmount& a = told_[i];
    return std::ranges::all_of(all, [&](std::uint32_t j) {
      const ToldAmount& b = told_[j];
      if (j == i || b.aside > Aside::kPlan || Meet(a, b) || OtherPlace(a, b))
        return true;
      return a.period && b.period ? !IsOfOnePeriod(a, b, written_, strings_)
                                  : a.counted && a.verb != b.verb;
    });
  }

  // Amounts that are told of two places.
  static bool OtherPlace(const ToldAmount& a, const ToldAmount& b) {
    return !a.counted && !a.places.empty() && !b.places.empty() &&
           !Share(a.places, b.places);
  }

  // "About 38,000" of 2019 are not 51,000.
  static bool CloseEnough(const ToldAmount& a, const ToldAmount& b) {
    const auto told = [](const ToldAmount& t) {
      return t.value.modifier == Modifier::kBare ||
             t.value.modifier == Modifier::kAbout;
    };
    const auto [less, more] = std::minmax(a.value.number, b.value.number);
    return more <= kMostTimes * less && told(a) && told(b);
  }

  // "At least three" are counted by nobody.
  static bool Comparable(const ToldAmount& a, const ToldAmount& b) {
    const auto [less, more] = std::minmax(a.value.number, b.value.number);
    return more <= kMostTimes * less &&
           (!a.counted || (a.value.modifier == Modifier::kBare &&
                           b.value.modifier == Modifier::kBare));
  }

  bool OfOne(const ToldAmount& a, const ToldAmount& b) const {
    if (a.by_period) {
      return IsOfOnePeriod(a, b, written_, strings_) && CloseEnough(a, b) &&
             a.rate == b.rate && a.narrow == b.narrow && a.behind == b.behind &&
             NamesFit(a, b) && NamesFit(b, a) && ThingsFit(a, b) &&
             OwnersFit(a, b);
    }
    if (a.period && b.period && (!a.counted || ShareRole(a, b)) &&
        !IsOfOnePeriod(a, b, written_, strings_))
      return false;
    return Comparable(a, b) && a.rate == b.rate && a.narrow == b.narrow &&
           a.behind == b.behind && NamesFit(a, b) && NamesFit(b, a) &&
           ThingsFit(a, b) && OwnersFit(a, b) && TimesFit(a, b) &&
           !MayHaveGrown(a, b) && (!a.counted || InOneRole(a, b));
  }

  // "Portuguese firms" are the companies of a sentence on the Portuguese.
  static bool NamesFit(const ToldAmount& a, const ToldAmount& b) {
    return std::ranges::all_of(a.narrow_names, [&](StringId name) {
      return std::ranges::binary_search(b.around, name);
    });
  }

  // Two chambers vote on one law; who counts as many votes speaks of one vote.
  bool ThingsFit(const ToldAmount& a, const ToldAmount& b) const {
    if (a.cast > 0 && b.cast > 0 && a.cast != b.cast &&
        !Share(a.things, b.things))
      return false;
    // "Between Lomund and Dareh", "from Dareh to Zaresh".
    const auto names = [&](const ToldAmount& t) {
      std::vector<StringId> out;
      for (const StringId thing : t.things) {
        if (IsName(thing, strings_)) out.push_back(thing);
      }
      std::ranges::sort(out);
      return out;
    };
    const std::vector<StringId> x = names(a), y = names(b);
    if (x.size() > 1 && y.size() > 1 && !std::ranges::includes(x, y) &&
        !std::ranges::includes(y, x))
      return false;
    return a.things.empty() || b.things.empty() || Share(a.things, b.things) ||
           NamesThere(a, b) || NamesThere(b, a) ||
           std::ranges::any_of(a.things, [&](StringId x) {
             return std::ranges::any_of(
                 b.things, [&](StringId y) { return Called(x, y, strings_); });
           });
  }

  // "A crowd at Talgarn Park": a name that the other sentence has elsewhere.
  bool NamesThere(const ToldAmount& a, const ToldAmount& b) const {
    return std::ranges::any_of(a.things, [&](StringId thing) {
      if (!IsName(thing, strings_)) return false;
      bool all = true;
      const std::string folded = CanonicalText(strings_.View(thing));
      ForEachWord(folded, ' ',
                  [&](std::string_view word) { all = all && Knows(b, word); });
      return all;
    });
  }

  // Of names that act or own one has all words of the other ("Ellery Ferries"
  // is not Ellery Group); whom a pronoun means is known.
  bool OwnersFit(const ToldAmount& a, const ToldAmount& b) const {
    if (a.counted && (a.someone || b.someone)) return false;
    if (IsOfPart(a, b) || IsOfPart(b, a)) return false;
    if (a.names.empty() || b.names.empty())
      return !a.one_name || !b.one_name || a.names.empty() == b.names.empty();
    return std::ranges::any_of(a.names, [&](StringId x) {
      return std::ranges::any_of(
          b.names, [&](StringId y) { return Called(x, y, strings_); });
    });
  }

  // "The Kelm Youth Choir", of which a text of no owner has no word.
  bool IsOfPart(const ToldAmount& named, const ToldAmount& other) const {
    const auto part = [&](StringId name) {
      return HoldsApart(
          CanonicalText(strings_.View(name)),
          [&](std::string_view word) { return Knows(other, word); });
    };
    if (named.whose.valid() && part(named.whose)) return true;
    return other.names.empty() && std::ranges::any_of(named.names, part);
  }

  bool Knows(const ToldAmount& told, std::string_view word) const {
    if (told.whose.valid() &&
        HoldsWords(CanonicalText(strings_.View(told.whose)), word))
      return true;
    return std::ranges::any_of(
        told.around, [&](StringId w) { return strings_.View(w) == word; });
  }

  // A state is one of the day of its document.
  DayInterval TimeOf(const ToldAmount& a) const {
    return a.when == DayInterval() || a.tense == Tense::kState
               ? written_[a.document.index]
               : a.when;
  }

  bool TimesFit(const ToldAmount& a, const ToldAmount& b) const {
    const bool a_any = a.when == DayInterval(), b_any = b.when == DayInterval();
    if ((a_any && b_any) || (a.size && (a_any || b_any))) return true;
    const DayInterval x = TimeOf(a), y = TimeOf(b);
    if (!Known(x) || !Known(y)) return true;
    // "In 2022", "in 2023".
    constexpr Day kLong = 300;
    const bool of_years = x.hi - x.lo > kLong || y.hi - y.lo > kLong;
    return Within(x, y, of_years ? 0 : kSameTime);
  }

  bool MayHaveGrown(const ToldAmount& a, const ToldAmount& b) const {
    if (a.by.valid() && a.by == b.by) return false;
    // What something cost does not grow.
    if (!a.counted && !a.grows && !a.may_grow && a.tense != Tense::kState &&
        b.tense != Tense::kState)
      return false;
    if (a.tense == Tense::kState || b.tense == Tense::kState) {
      const DayInterval x = TimeOf(a), y = TimeOf(b);
      return !Known(x) || !Known(y) || !Within(x, y, kStateDays);
    }
    const DayInterval x = written_[a.document.index],
                      y = written_[b.document.index];
    const bool known = Known(x) && Known(y);
    if (!known || Within(x, y, a.grows ? 0 : 1) ||
        (!a.grows && !Within(x, y, kGrowsDays)))
      return false;
    const ToldAmount& earlier = x.hi < y.lo ? a : b;
    const ToldAmount& later = x.hi < y.lo ? b : a;
    return !earlier.total && earlier.value.qhull.hi < later.value.qhull.lo;
  }

  std::span<const ToldAmount> told_;
  std::map<StringId, Documents> by_;
  std::span<const DayInterval> written_;
  const Interner& strings_;
  TextStories stories_;
};

}  // namespace

std::vector<ToldGroup> MatchTold(std::span<const ToldAmount> told,
                                 std::span<const DocumentWords> words,
                                 std::span<const DayInterval> written,
                                 const Interner& strings) {
  if (words.empty()) return {};
  return ToldMatcher(told, words, written, strings).Run();
}

}  // namespace gainsay::internal

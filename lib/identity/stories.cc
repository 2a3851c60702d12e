#include "identity/stories.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>

namespace gainsay::internal {
namespace {

constexpr std::size_t kStoryNames = 3;
constexpr std::size_t kTextNames = 3, kTextShare = 3;  // a third of the names
// Rare names, of which no other story has so many; fewer do where both texts
// tell of a lapse.
constexpr std::size_t kRareNames = 3, kRareOfLapse = 2;
// Of 285 pairs of documents on one story 3 in 5 are so alike, of 5,700 pairs on
// two stories fewer than one in a thousand; of two events of one kind in the
// news (ECB+) one pair in five.
constexpr double kAlike = 0.22;
// Frequent: of more documents than both.
constexpr std::size_t kFewDocuments = 8, kFewShare = 200;

constexpr std::string_view kAccident = "accident";  // a class of heads
// Classes of events of which several may hit one place in one week.
constexpr std::string_view kInSeries[] = {"aftershock", "attack", "flood",
                                          "quake",      "storm",  "talks"};

// Of which a team or a house has another within weeks.
constexpr std::string_view kOften[] = {"concert", "match", "performance"};

constexpr std::string_view kStrike = "strike";  // of workers, most likely

bool Overlaps(const std::set<std::string_view>& a,
              const std::set<std::string_view>& b) {
  return std::ranges::any_of(
      a, [&](std::string_view word) { return b.contains(word); });
}

// Names that two texts have in common tell of one story: so many, and such a
// share of what the shorter names.
bool NamesTell(std::size_t common, const WordList& x, const WordList& y) {
  return common >= kTextNames &&
         common * kTextShare >= std::min(x.size(), y.size());
}

std::size_t NamesInCommon(const WordList& a, const WordList& b) {
  return static_cast<std::size_t>(
      std::ranges::count_if(a, [&](std::string_view name) {
        return std::ranges::binary_search(b, name);
      }));
}

// Two reports that are known to be far apart in time.
bool LongBetween(DayInterval a, DayInterval b) {
  constexpr Day kHalfYear = 183;
  const auto known = [](DayInterval days) {
    return days.lo > kMinusInfinity && days.hi < kPlusInfinity;
  };
  return known(a) && known(b) &&
         (a.lo - b.hi > kHalfYear || b.lo - a.hi > kHalfYear);
}

}  // namespace

bool IsAccident(const EventFeatures& f) {
  return f.toll && f.head_class == kAccident;
}

bool AreOneLasting(const EventFeatures& a, const EventFeatures& b) {
  const auto plain = [](const EventFeatures& f) {
    return f.lasting && f.definite && f.participants.empty() &&
           f.places.empty() && f.scopes.empty();
  };
  return plain(a) && plain(b) && a.ordinal == b.ordinal &&
         (a.names.empty() || b.names.empty()) && Overlaps(a.heads, b.heads);
}

bool LapsedTogether(const EventFeatures& a, const EventFeatures& b) {
  const auto known = [](DayInterval days) {
    return days.lo > kMinusInfinity && days.hi < kPlusInfinity;
  };
  // "After a five-week break ... after a two-week break": two.
  if (known(a.lapse_length) && known(b.lapse_length) &&
      !a.lapse_length.Meets(b.lapse_length))
    return false;
  if (!a.lapse || !b.lapse) return false;
  // "The border", "the border crossing".
  const auto part = [](const EventFeatures& x, const EventFeatures& y) {
    return std::ranges::any_of(x.heads, [&](std::string_view head) {
      return y.topics.contains(head);
    });
  };
  if ((a.Bare() && part(a, b)) || (b.Bare() && part(b, a))) return true;
  return known(a.lapsed) && known(b.lapsed) && a.lapsed.Meets(b.lapsed);
}

void MarkMainLapse(std::span<EventFeatures> of_document) {
  const auto rank = [](const EventFeatures& f) {
    return std::tuple(!f.any_lapse, f.members.size(), f.focus);
  };
  const auto most = std::ranges::max_element(of_document, {}, rank);
  if (most != of_document.end()) most->main_lapse = !most->any_lapse;
}

bool ComesOften(const EventFeatures& f) {
  return std::ranges::find(kOften, f.head_class) != std::end(kOften);
}

bool AreClocked(const EventFeatures& a, const EventFeatures& b) {
  const auto clocked = [](const EventFeatures& f) {
    return f.clock && !f.series && !f.head_class.empty() &&
           (std::ranges::find(kInSeries, f.head_class) == std::end(kInSeries) ||
            f.heads.contains(kStrike));
  };
  return clocked(a) && clocked(b) && OfOneMonth(a, b);
}

bool OfOneMonth(const EventFeatures& a, const EventFeatures& b) {
  constexpr Day kMonth = 31;
  const DayInterval &x = a.reported, &y = b.reported;
  return x.lo > kMinusInfinity && y.lo > kMinusInfinity &&
         x.hi < kPlusInfinity && y.hi < kPlusInfinity &&
         x.lo <= y.hi + kMonth && y.lo <= x.hi + kMonth;
}

bool AreSpanned(const EventFeatures& a, const EventFeatures& b) {
  const auto spanned = [](const EventFeatures& f) {
    return f.span && !f.series && !f.head_class.empty() &&
           std::ranges::find(kInSeries, f.head_class) == std::end(kInSeries);
  };
  return spanned(a) && spanned(b);
}

bool OnOneStory(const DocumentWords& a, const DocumentWords& b) {
  const std::size_t common = NamesInCommon(a.names, b.names);
  return NamesTell(common, a.names, b.names) ||
         NamesInCommon(a.rare_names, b.rare_names) >= kRareNames ||
         (common > 0 && a.Likeness(b) >= kAlike);
}

bool TextStories::Alike(std::uint32_t d, std::uint32_t e) {
  const auto [it, added] = alike_.try_emplace(std::minmax(d, e), false);
  if (added) it->second = OnOneStory(words_[d], words_[e]);
  return it->second;
}

bool TextStories::One(std::uint32_t d, std::uint32_t e) {
  if (Alike(d, e)) return true;
  constexpr std::size_t kLinked = 2;  // names
  if (NamesInCommon(words_[d].names, words_[e].names) < kLinked) return false;
  for (std::uint32_t by = 0; by < words_.size(); ++by) {
    if (by != d && by != e && Alike(d, by) && Alike(by, e)) return true;
  }
  return false;
}

Stories::Stories(const FeatureInput& in) : texts_(in.document_words) {
  std::map<StringId, std::size_t> frequency;
  for (const Referent& referent : in.table.referents) Collect(in, referent);
  for (auto& [document, names] : names_) {
    std::ranges::sort(names);
    names.erase(std::unique(names.begin(), names.end()), names.end());
    for (const StringId name : names) ++frequency[name];
  }
  const std::size_t documents = std::max(names_.size(), texts_.size());
  many_ = documents > kSmallCorpus;
  if (!many_) return;
  most_ = std::max(kFewDocuments, documents / kFewShare);
  for (auto& [document, names] : names_) {
    std::erase_if(names,
                  [&](StringId name) { return frequency[name] > most_; });
  }
  for (const DocumentWords& text : texts_) {
    for (const std::string_view name : text.names) ++documents_of_[name];
  }
}

bool Stories::Rare(std::string_view name) const {
  return !many_ || documents_of_.at(name) <= most_;
}

bool Stories::Shared(const EventFeatures& a, const EventFeatures& b) const {
  if (many_ && LongBetween(a.reported, b.reported)) return false;
  const bool thing = a.lasting && b.lasting;
  const bool alike = Overlaps(a.topics, b.topics) ||
                     Overlaps(a.participants, b.participants) ||
                     Overlaps(a.names, b.names);
  const bool lapse = a.lapse && b.lapse, toll = IsAccident(a) && IsAccident(b),
             clock = AreClocked(a, b), focal = a.focal && b.focal,
             span = !many_ && AreSpanned(a, b);
  return SharedInClaims(a, b) ||
         ((thing || alike || lapse || toll || clock || focal || span) &&
          SharedInText(*a.documents.begin(), *b.documents.begin(),
                       (lapse && (a.head_class == b.head_class ||
                                  (a.main_lapse && b.main_lapse))) ||
                           span));
}

// Names of the texts: so many, and such a share of what the shorter names.
// Where both tell of a lapse, or how long an event was, which few do, more
// names of a smaller share do.
bool Stories::SharedInText(std::uint32_t a, std::uint32_t b, bool lapse) const {
  if (std::max(a, b) >= texts_.size()) return false;
  const WordList &x = texts_[a].names, &y = texts_[b].names;
  const auto common = static_cast<std::size_t>(
      std::ranges::count_if(x, [&](std::string_view name) {
        return std::ranges::binary_search(y, name) && Rare(name);
      }));
  const std::size_t rare =
      many_ ? 0 : NamesInCommon(texts_[a].rare_names, texts_[b].rare_names);
  return NamesTell(common, x, y) || (lapse && common > kTextNames) ||
         rare >= (lapse ? kRareOfLapse : kRareNames) ||
         (common > (many_ ? 1U : 0U) && Alike(a, b));
}

bool Stories::Alike(std::uint32_t a, std::uint32_t b) const {
  const auto [it, added] = alike_.try_emplace(std::minmax(a, b), false);
  if (added) it->second = texts_[a].Likeness(texts_[b]) >= kAlike;
  return it->second;
}

bool Stories::SharedInClaims(const EventFeatures& a,
                             const EventFeatures& b) const {
  const auto ia = names_.find(*a.documents.begin()),
             ib = names_.find(*b.documents.begin());
  if (ia == names_.end() || ib == names_.end()) return false;
  std::vector<StringId> common;
  std::ranges::set_intersection(ia->second, ib->second,
                                std::back_inserter(common));
  return common.size() >= kStoryNames;
}

void Stories::Collect(const FeatureInput& in, const Referent& referent) {
  if (!referent.document.valid()) return;
  std::vector<StringId>& names = names_[referent.document.index];
  const auto add = [&](StringId id) {
    if (!in.strings.View(id).empty()) names.push_back(id);
  };
  add(referent.name);
  add(referent.place);
  for (const StringId id : referent.participants) add(id);
}

}  // namespace gainsay::internal

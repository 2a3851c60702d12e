#include "claim/tenure_offices.h"

#include <algorithm>
#include <string>
#include <utility>

#include "text/fold.h"
#include "text/tag.h"

namespace gainsay::internal {
namespace {

using Bit = NameWord;

}  // namespace

const TenureMention* TenureOfficeFinder::TenureAt(
    const NameMention& title) const {
  const auto it = std::ranges::find_if(tenures_, [&](const auto& tenure) {
    return tenure.evidence.begin <= title.span.begin &&
           title.span.end <= tenure.evidence.end;
  });
  return it == tenures_.end() ? nullptr : &*it;
}

std::uint32_t TenureOfficeFinder::HolderOf(const TenureMention& tenure,
                                           std::uint32_t title) const {
  for (std::uint32_t n = title; n > 0;) {
    --n;
    if (N(n).first < begin_) break;
    if (MayBePerson(n) && N(n).canonical == tenure.person) return n;
  }
  return NameMention::kNone;
}

std::uint32_t TenureOfficeFinder::HolderNamed(
    const TenureMention& tenure) const {
  for (std::uint32_t n = 0; n < names_.names.size(); ++n) {
    if (MayBePerson(n) && N(n).canonical == tenure.person &&
        tenure.evidence.begin <= N(n).span.begin &&
        N(n).span.end <= tenure.evidence.end)
      return n;
  }
  return NameMention::kNone;
}

// The noun of a body: "mission" of "mission in Kelm".
bool TenureOfficeFinder::EndsWith(const Owner& owner, ClassSet classes) {
  if (!owner.body.valid()) return false;
  std::string body;
  AppendFolded(finder_.interner().View(owner.body), body);
  std::string_view noun;
  bool behind = false;
  ForEachWord(body, ' ', [&](std::string_view word) {
    const StringId id = finder_.interner().Intern(word);
    behind = behind || words_.Of(id).first == Tag::kPreposition;
    if (!behind) noun = word;
  });
  return (ClassesOf(noun) & classes) != 0;
}

// The title of a class; of none the general word for leading.
StringId TenureOfficeFinder::HeadCalled(ClassSet classes) {
  for (const TitleRow& row : finder_.lexicon().tables().titles) {
    if (row.kind == TitleKind::kHonorific) continue;
    if (classes != 0 ? (ClassesOf(row.surface) & classes) != 0 : row.generic)
      return finder_.interner().Intern(row.name);
  }
  return {};
}

StringId TenureOfficeFinder::LeaderOf(const Owner& owner) {
  return HeadCalled(IsDirected(owner) ? single_ : ClassSet{0});
}

StringId TenureOfficeFinder::Specific(StringId role, const Owner& owner) {
  if (role != HeadCalled(0)) return role;
  return EndsWith(owner, head_is_director_) ? HeadCalled(single_) : role;
}

Owner TenureOfficeFinder::SideOf(std::uint32_t title) {
  const std::uint32_t t = N(title).first, of = N(title).last;
  if (t == begin_ || !Has(of, Bit::kOf) || !Has(of + 1, Bit::kArticle))
    return {};
  const bool possessive = Has(t - 1, Bit::kPossessive) || IsApostrophe(t - 1);
  if (possessive && t - 1 == begin_) return {};
  const std::uint32_t side = NameAt(possessive ? t - 2 : t - 1);
  if (side == NameMention::kNone || N(side).kind == NameKind::kPerson ||
      N(side).kind == NameKind::kTitle)
    return {};
  for (const StoryOfficeRow& row : RowsOf(*N(title).title)) {
    Owner owner;
    if (!NounsAt(row, of + 2, owner)) continue;
    owner.country =
        N(side).country.valid() ? N(side).country : N(side).canonical;
    owner.first = N(side).first;
    return owner;
  }
  return {};
}

void TenureOfficeFinder::EnterSegment(std::uint32_t token) {
  const auto segment = std::ranges::partition_point(
      text_.segments, [&](const Segment& s) { return s.last <= token; });
  if (segment == text_.segments.end()) return;
  begin_ = segment->first;
  end_ = segment->last;
}

StringId TenureOfficeFinder::OfficeOfVerb(std::uint32_t verb,
                                          const Owner& owner) {
  for (const StoryOfficeRow& row : listed_) {
    if (!Lists(row.verbs, verb, true) || !HasOne(row, owner)) continue;
    const StringId office = finder_.interner().Intern(row.office);
    if (office != HeadCalled(0)) return office;
  }
  return LeaderOf(owner);
}

std::optional<TenureOfficeFinder::Led> TenureOfficeFinder::LedIn(
    const TenureMention& tenure, std::uint32_t holder) {
  if (!tenure.leads) return std::nullopt;
  for (std::uint32_t t = N(holder).last;
       t + 1 < end_ && text_.tokens[t].begin < tenure.evidence.end; ++t) {
    const WordInfo& info = words_.Of(text_.tokens[t].folded);
    if (!info.verb.valid() || (words_.Of(info.verb).classes & lead_) == 0 ||
        NameAt(t) != NameMention::kNone)
      continue;
    std::uint32_t body = t + 1;
    if (TagOf(text_.tokens[body]) == Tag::kPreposition) ++body;  // "over"
    if (Has(body, Bit::kArticle)) ++body;
    Led led;
    led.owner = OwnerWhole(body);
    if (!led.owner.body.valid()) {
      auto of_story = BodyOfStoryAt(t, body);
      if (!of_story) return std::nullopt;
      led.office = Specific(finder_.interner().Intern(of_story->row->office),
                            of_story->words);
      led.owner = of_story->words;
      led.owner.body = StringId();
      led.candidates = std::move(of_story->candidates);
      return led;
    }
    led.office = OfficeOfVerb(t, led.owner);
    return led;
  }
  return std::nullopt;
}

TenureOfficeFinder::Led TenureOfficeFinder::LedByAgent(std::uint32_t person) {
  constexpr std::uint32_t kMostNouns = 3;
  std::uint32_t t = N(person).first;
  const std::uint32_t next = N(person).last;
  if (t > begin_ && NameAt(t - 1) != NameMention::kNone &&
      N(NameAt(t - 1)).kind == NameKind::kTitle &&
      N(NameAt(t - 1)).title->kind == TitleKind::kRank)
    t = N(NameAt(t - 1)).first;
  if (t < begin_ + 4 || !Is(t - 1, words_.index().ClassBit("by_whom")) ||
      Has(next, Bit::kPossessive) ||
      (next < end_ && TagOf(text_.tokens[next]) == Tag::kPreposition))
    return {};
  const std::uint32_t verb = t - 2;
  const WordInfo& info = words_.Of(text_.tokens[verb].folded);
  if (!info.verb.valid() || (words_.Of(info.verb).classes & lead_) == 0)
    return {};
  t = verb;
  const std::uint32_t be = words_.Of(text_.tokens[t - 1].folded).features;
  if ((be & kBe) != 0 && (be & kPastForm) == 0) --t;
  if (t > begin_ && TagOf(text_.tokens[t - 1]) == Tag::kSubordinator) --t;
  if (t > begin_ && View(t - 1) == ",") --t;
  for (std::uint32_t n = t; n > begin_ && n + kMostNouns >= t;) {
    const std::uint32_t name = NameAt(--n);
    if (name == NameMention::kNone || N(name).kind == NameKind::kTitle)
      continue;
    const Owner owner = OwnerWhole(N(name).first);
    // What is a name by itself is told of elsewhere; whoever leads a team may
    // have the most points.
    if (owner.last != t || !owner.body.valid() || N(name).last == t ||
        IsPartOf(N(name).first) ||
        EndsWith(owner, words_.index().ClassBit("any_body")))
      return {};
    return {OfficeOfVerb(verb, owner), owner, {}};
  }
  return {};
}

TenureOfficeFinder::Led TenureOfficeFinder::LedBy(std::uint32_t person) {
  std::uint32_t t = N(person).last;
  const bool relative = t < end_ && View(t) == "," && Has(t + 1, Bit::kWho);
  if (relative) t += 2;
  if (!Has(t, Bit::kLeadingVerb)) return {};
  const std::uint32_t verb = t++;
  // "Presides over".
  if (t < end_ && TagOf(text_.tokens[t]) == Tag::kPreposition) ++t;
  if (Has(t, Bit::kArticle)) ++t;
  Owner owner = OwnerWhole(t);
  if (!owner.Any() && relative) owner = OwnerCalled(t);
  // "Reis leads Bos by three points", "runs the Kelm Marathon".
  const ClassSet bodies =
      words_.index().ClassBit("body") | words_.index().ClassBit("directed") |
      words_.index().ClassBit("led") | words_.index().ClassBit("company");
  const Tag next =
      owner.last < end_ ? TagOf(text_.tokens[owner.last]) : Tag::kPunct;
  const bool ends = next == Tag::kPunct || next == Tag::kConjunction ||
                    next == Tag::kSubordinator;
  if (!owner.body.valid() || (!relative && !(ends && EndsWith(owner, bodies))))
    return {};
  owner.first = N(person).first;
  return {OfficeOfVerb(verb, owner), owner, {}};
}

}  // namespace gainsay::internal

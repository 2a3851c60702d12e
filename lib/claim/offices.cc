#include "claim/offices.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "claim/office_owner.h"
#include "lang/office_words.h"
#include "text/fold.h"
#include "text/tag.h"

namespace gainsay::internal {
namespace {

using Bit = NameWord;

class OfficeFinder : private OwnerFinder {
 public:
  OfficeFinder(const TokenizedText& text, const NameTable& names,
               std::span<const TenureMention> tenures, NameFinder& finder,
               WordTable& words, std::span<const OfficeRow> leading)
      : OwnerFinder(text, names, finder, words),
        tenures_(tenures),
        leading_(leading),
        single_(words.index().ClassBit("single_head")),
        directed_(words.index().ClassBit("directed")),
        domestic_(words.index().ClassBit("domestic_office")),
        abroad_(words.index().ClassBit("between_countries")) {}

  std::vector<OfficeMention> Run() {
    std::size_t n = 0;
    for (const Segment& segment : text_.segments) {
      begin_ = segment.first;
      end_ = segment.last;
      while (n < names_.names.size() && names_.names[n].first < begin_) ++n;
      for (std::size_t i = n;
           i < names_.names.size() && names_.names[i].first < end_; ++i) {
        const NameMention& name = names_.names[i];
        if (name.kind == NameKind::kTitle)
          AtTitle(static_cast<std::uint32_t>(i));
        if (name.kind == NameKind::kPerson)
          AtLeader(static_cast<std::uint32_t>(i));
      }
    }
    for (const TenureMention& tenure : tenures_) AtTenure(tenure);
    std::ranges::stable_sort(found_, {}, [](const OfficeMention& office) {
      return office.evidence.begin;
    });
    return std::move(found_);
  }

 private:
  void Claim(std::uint32_t person, std::uint32_t title, StringId role,
             const Owner& owner, Modality modality) {
    OfficeMention office{
        person,       title,         role,     owner.body, owner.body_alias,
        owner.parent, owner.country, modality, {}};
    std::uint32_t first = std::min(N(person).first, owner.first),
                  last = std::max(N(person).last, owner.last);
    if (title != NameMention::kNone) {
      first = std::min(first, N(title).first);
      last = std::max(last, N(title).last);
    }
    office.evidence = {text_.tokens[first].begin, text_.tokens[last - 1].end};
    found_.push_back(office);
  }

  void AtTitle(std::uint32_t title) {
    const NameMention& name = N(title);
    const TitleRow& row = *name.title;
    const bool clock =  // "before 4 p.m. Benches were full"
        name.first > begin_ &&
        text_.tokens[name.first - 1].shape == TokenShape::kNumber;
    const bool single =
        row.exclusive || (ClassesOf(row.surface) & single_) != 0;
    if (row.kind != TitleKind::kOffice || !single || clock) return;
    if (name.time == TitleTime::kPast || name.time == TitleTime::kLower ||
        name.time == TitleTime::kActing || name.time == TitleTime::kOrdinal)
      return;
    Owner owner = OwnerAfter(name.last);
    if (!owner.Any()) owner = OwnerBefore(title);
    if (!owner.Any()) owner = OwnerOfPronoun(title);
    if (!owner.Any()) owner = OwnerIn(title);
    if (!Fits(row, owner)) owner = BehindPerson(title);
    if (!Fits(row, owner)) owner = Inherited(title);
    if (!Fits(row, owner)) owner = OfDocument(title);
    if (!Fits(row, owner)) return AtBareTitle(title);
    if (!row.exclusive && !IsDirected(owner)) return;
    const std::uint32_t start = std::min(owner.first, name.first);
    if (start > begin_ && ChangesTime(start - 1)) return;  // "former Norwegian"
    const bool future = name.time == TitleTime::kFuture;
    const TenureMention* tenure = TenureAt(name);
    std::uint32_t person = PersonOf(title, owner);
    if (person == NameMention::kNone && tenure != nullptr && !future)
      person = HolderOf(*tenure, title);
    if (person != NameMention::kNone) {
      Claim(person, title, name.canonical, owner,
            future ? Modality::kPlanned : Modality::kAsserted);
      if (tenure != nullptr && tenure->person == N(person).canonical)
        Note(*tenure);
    } else if (future && FollowsBecoming(std::min(owner.first, name.first))) {
      if (const std::uint32_t subject = Opening();
          subject != NameMention::kNone)
        Claim(subject, title, name.canonical, owner, Modality::kPossible);
    }
  }

  void Note(const TenureMention& tenure) {
    found_.back().changing = tenure.over;
    found_.back().since = !tenure.over;
  }

  // "Reis has been in charge of the Marlo Institute since 2010".
  void AtTenure(const TenureMention& tenure) {
    if (!tenure.body.valid() ||
        std::ranges::any_of(found_, [&](const OfficeMention& office) {
          return N(office.person).canonical == tenure.person;
        }))
      return;
    const auto holder = std::ranges::find_if(names_.names, [&](const auto& n) {
      return MayBePerson(
                 static_cast<std::uint32_t>(&n - names_.names.data())) &&
             n.canonical == tenure.person &&
             tenure.evidence.begin <= n.span.begin &&
             n.span.end <= tenure.evidence.end;
    });
    if (holder == names_.names.end()) return;
    Owner owner;
    owner.body = tenure.body;
    owner.first = holder->first;
    owner.last = holder->last;
    Claim(static_cast<std::uint32_t>(holder - names_.names.begin()),
          NameMention::kNone, LeaderOf(owner), owner, Modality::kAsserted);
    found_.back().evidence = tenure.evidence;
    Note(tenure);
  }

  // The tenure in whose words a title stands.
  const TenureMention* TenureAt(const NameMention& title) const {
    const auto it = std::ranges::find_if(tenures_, [&](const auto& tenure) {
      return tenure.evidence.begin <= title.span.begin &&
             title.span.end <= tenure.evidence.end;
    });
    return it == tenures_.end() ? nullptr : &*it;
  }
  // The nearest name before a title of whom its tenure tells.
  std::uint32_t HolderOf(const TenureMention& tenure,
                         std::uint32_t title) const {
    for (std::uint32_t n = title; n > 0;) {
      --n;
      if (N(n).first < begin_) break;
      if (MayBePerson(n) && N(n).canonical == tenure.person) return n;
    }
    return NameMention::kNone;
  }

  // "Premier Li Qiang": who leads a country that the words do not name; "the
  // transport minister, Ana Reis": of the country at hand.
  void AtBareTitle(std::uint32_t title) {
    const NameMention& name = N(title);
    const bool leads = std::ranges::find(leading_, name.title->name,
                                         &OfficeRow::title) != leading_.end();
    if (name.title->level != TitleLevel::kCountry ||
        name.time == TitleTime::kFuture || FollowsOwner(name.first) ||
        (name.first > begin_ && Has(name.first - 1, Bit::kIndefinite)))
      return;
    std::uint32_t person = NameAt(name.last);
    if (!IsPerson(person))
      person = leads ? NameMention::kNone : PersonOf(title, {});
    const bool home = !leads && IsDomestic(*name.title) && IsOfOneCountry();
    if (person == NameMention::kNone || (!leads && !home)) return;
    Owner owner;
    owner.country = N(person).canonical;
    owner.first = owner.last = name.first;
    Claim(person, title, name.canonical, owner, Modality::kAsserted);
    found_.back().home = home;
  }
  ClassSet ClassesOf(std::string_view word) {
    const WordInfo& info = words_.Of(words_.interner().Intern(word));
    return info.classes | info.noun_classes;
  }
  // Whether the text speaks of no second country, by its names and words:
  // "neighbouring", "bilateral".
  bool IsOfOneCountry() {
    if (of_one_country_) return *of_one_country_;
    StringId country;
    bool one = true;
    for (const NameMention& name : names_.names) {
      const bool place =
          name.kind == NameKind::kNationality ||
          (name.kind == NameKind::kPlace && name.place == PlaceKind::kCountry);
      if (!place || !name.country.valid()) continue;
      one = one && (!country.valid() || country == name.country);
      country = name.country;
    }
    for (std::size_t i = 0; one && i < text_.tokens.size(); ++i) {
      const WordInfo& info = words_.Of(text_.tokens[i].folded);
      one = ((info.classes | info.noun_classes) & abroad_) == 0;
    }
    of_one_country_ = one;
    return one;
  }
  // "Transport minister".
  bool IsDomestic(const TitleRow& row) {
    bool found = false;
    ForEachWord(row.name, ' ', [&](std::string_view word) {
      found |= (ClassesOf(word) & domestic_) != 0;
    });
    return found;
  }
  // "The Marine Accident Bureau".
  bool IsDirected(const Owner& owner) {
    std::string body;
    AppendFolded(finder_.interner().View(owner.body), body);
    bool found = false;
    ForEachWord(body, ' ', [&](std::string_view word) {
      found |= (ClassesOf(word) & directed_) != 0;
    });
    return found;
  }
  bool FollowsOwner(std::uint32_t token) {
    return token > begin_ &&
           (ChangesTime(token - 1) || Has(token - 1, Bit::kPossessive) ||
            NameAt(token - 1) != NameMention::kNone);
  }

  bool FollowsBecoming(std::uint32_t token) {
    if (token > begin_ && Has(token - 1, Bit::kArticle)) --token;
    return token > begin_ && Has(token - 1, Bit::kBecoming);
  }

  // A country's office needs a country or a body, a town's its place, a body's
  // the body.
  static bool Fits(const TitleRow& row, const Owner& owner) {
    switch (row.level) {
      case TitleLevel::kCountry:
      case TitleLevel::kPlace:
        return owner.Any();
      case TitleLevel::kBody:
        return owner.body.valid();
      case TitleLevel::kNone:
        return false;
    }
    return false;
  }

  // "The chief prosecutor in Oslo".
  Owner OwnerIn(std::uint32_t title) {
    const std::uint32_t in = N(title).last, n = NameAt(in + 1);
    if (N(title).title->level != TitleLevel::kPlace || in + 1 >= end_ ||
        (words_.Of(text_.tokens[in].folded).features & kPlaceWord) == 0 ||
        n == NameMention::kNone || IsPerson(n))
      return {};
    return OwnerAt(in + 1);
  }

  // "Prime Minister Anna Lind of Sweden", "chief executive Ann Bell of Volta
  // Air"; a country's minister "of the Labour Party" is not the party's.
  Owner BehindPerson(std::uint32_t title) {
    const std::uint32_t person = NameAt(N(title).last);
    if (!IsPerson(person)) return {};
    const Owner owner = OwnerAfter(N(person).last);
    const TitleLevel level = N(title).title->level;
    const bool of_body = level == TitleLevel::kBody;
    // "Mayor Ana Reis of Kelm": of a place that no book has.
    return owner.body.valid() == of_body || level == TitleLevel::kPlace
               ? owner
               : Owner();
  }

  // "Norwegian Prime Minister A and Foreign Minister B": joined titles of one
  // country.
  Owner Inherited(std::uint32_t title) {
    if (N(title).title->level != TitleLevel::kCountry || found_.empty())
      return {};
    const std::uint32_t t = N(title).first;
    if (t < begin_ + 2 || !Has(t - 1, Bit::kConjunction)) return {};
    const OfficeMention& before = found_.back();
    if (before.title == NameMention::kNone || N(before.person).last != t - 1 ||
        before.body.valid())
      return {};
    if (N(before.title).title->level != TitleLevel::kCountry) return {};
    Owner owner;
    owner.country = before.country;
    owner.first = t;
    owner.last = t;
    return owner;
  }

  // Behind the title ("Premier Li Qiang"), before it in apposition ("Li Qiang,
  // China's premier"), or behind its owner ("the premier of Norway, Anna
  // Lindqvist,").
  std::uint32_t PersonOf(std::uint32_t title, const Owner& owner) {
    const NameMention& name = N(title);
    if (IsPerson(NameAt(name.last))) return NameAt(name.last);
    const std::uint32_t after = std::max(owner.last, name.last);
    if (after + 1 < end_ && View(after) == "," &&
        MayBePerson(NameAt(after + 1))) {
      const std::uint32_t person = NameAt(after + 1);
      const std::uint32_t last = N(person).last;
      if (last < end_ && (View(last) == "," || View(last) == "."))
        return Before(title, owner, person);
    }
    return Before(title, owner, NameMention::kNone);
  }

  std::uint32_t Before(std::uint32_t title, const Owner& owner,
                       std::uint32_t otherwise) {
    std::uint32_t t =
        owner.Any() ? std::min(N(title).first, owner.first) : N(title).first;
    for (std::uint32_t steps = 0; steps < kOfficeReach && t > begin_ + 1;
         ++steps, --t) {
      if (View(t - 1) == "," || View(t - 1) == "(") {
        const std::uint32_t person = NameAt(t - 2);
        return IsPerson(person) ? person : otherwise;
      }
      if (NameAt(t - 1) != NameMention::kNone ||
          text_.tokens[t - 1].shape != TokenShape::kWord)
        return otherwise;
      if (Has(t - 1, Bit::kIndefinite | Bit::kConjunction) ||
          ChangesTime(t - 1))
        return otherwise;
    }
    return otherwise;
  }

  bool ChangesTime(std::uint32_t token) {
    for (const NameLexicon::Phrase& phrase :
         finder_.Info(text_.tokens[token].folded).phrases) {
      if (phrase.kind == NameLexicon::PhraseKind::kTitleModifier &&
          phrase.words.size() == 1 &&
          finder_.lexicon().tables().title_modifiers[phrase.row].time !=
              TitleTime::kCurrent)
        return true;
    }
    return false;
  }

  // The person a sentence opens with: whom its "he" means where nobody else is
  // named.
  std::uint32_t Opening() const {
    for (std::uint32_t t = begin_; t < std::min(end_, begin_ + 3); ++t) {
      const std::uint32_t n = NameAt(t);
      if (IsPerson(n)) return n;
    }
    return NameMention::kNone;
  }

  // "Liu, who leads the party's body in charge of ...".
  void AtLeader(std::uint32_t person) {
    std::uint32_t t = N(person).last;
    if (t >= end_ || View(t) != "," || !Has(t + 1, Bit::kWho) ||
        !Has(t + 2, Bit::kLeadingVerb))
      return;
    t += 3;
    // "Presides over".
    if (t < end_ && TagOf(text_.tokens[t]) == Tag::kPreposition) ++t;
    if (Has(t, Bit::kArticle)) ++t;
    Owner owner = OwnerAt(t);
    if (!owner.Any()) owner = OwnerCalled(t);
    if (!owner.body.valid()) return;
    owner.first = N(person).first;
    Claim(person, NameMention::kNone, LeaderOf(owner), owner,
          Modality::kAsserted);
  }

  // Who leads a body goes by a general word; of an institution by the title of
  // the one who does.
  StringId LeaderOf(const Owner& owner) {
    const bool directed = IsDirected(owner);
    for (const TitleRow& row : finder_.lexicon().tables().titles) {
      if (row.kind == TitleKind::kHonorific) continue;
      if (directed ? (ClassesOf(row.surface) & single_) != 0 : row.generic)
        return finder_.interner().Intern(row.name);
    }
    return {};
  }

  std::span<const TenureMention> tenures_;
  std::span<const OfficeRow> leading_;  // who leads a country
  ClassSet single_, directed_, domestic_, abroad_;
  std::optional<bool> of_one_country_;
  std::vector<OfficeMention> found_;
};
}  // namespace

std::vector<OfficeMention> FindOffices(const TokenizedText& text,
                                       const NameTable& names,
                                       std::span<const TenureMention> tenures,
                                       NameFinder& finder, WordTable& words,
                                       const Language& language) {
  return OfficeFinder(text, names, tenures, finder, words, language.offices())
      .Run();
}

}  // namespace gainsay::internal

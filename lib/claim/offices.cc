#include "claim/offices.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "claim/tenure_offices.h"
#include "lang/office_words.h"
#include "text/fold.h"
#include "text/tag.h"

namespace gainsay::internal {
namespace {

using Bit = NameWord;

class OfficeFinder : private TenureOfficeFinder {
 public:
  OfficeFinder(const TokenizedText& text, const NameTable& names,
               std::span<const TenureMention> tenures, NameFinder& finder,
               WordTable& words, const Language& language)
      : TenureOfficeFinder(text, names, tenures, finder, words,
                           language.story_offices()),
        leading_(language.offices()),
        domestic_(words.index().ClassBit("domestic_office")),
        placed_(words.index().ClassBit("placed_office")) {}

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
        if (MayBePerson(static_cast<std::uint32_t>(i)))
          AtAgent(static_cast<std::uint32_t>(i));
      }
    }
    for (const TenureMention& tenure : tenures()) AtTenure(tenure);
    std::ranges::stable_sort(found_, {}, [](const OfficeMention& office) {
      return office.evidence.begin;
    });
    return std::move(found_);
  }

 private:
  void Claim(std::uint32_t person, std::uint32_t title, StringId role,
             const Owner& owner, Modality modality) {
    OfficeMention office;
    office.person = person;
    office.title = title;
    office.role = role;
    office.body = owner.body;
    office.body_alias = owner.body_alias;
    office.parent = owner.parent;
    office.country = owner.country.valid() ? owner.country : PlaceBehind(owner);
    office.modality = modality;
    std::uint32_t first = std::min(N(person).first, owner.first),
                  last = std::max(N(person).last, owner.last);
    if (title != NameMention::kNone) {
      first = std::min(first, N(title).first);
      last = std::max(last, N(title).last);
      office.changing = Is(N(title).first, new_);  // "The new director"
    }
    office.evidence = {text_.tokens[first].begin, text_.tokens[last - 1].end};
    found_.push_back(std::move(office));
  }

  void AtTitle(std::uint32_t title) {
    const NameMention& name = N(title);
    const TitleRow& row = *name.title;
    const bool clock =  // "before 4 p.m. Benches were full"
        name.first > begin_ &&
        text_.tokens[name.first - 1].shape == TokenShape::kNumber;
    const auto of_story = RowsOf(row);
    if (IsOneOfEach(row)) return AtSide(title);
    const bool single = row.exclusive && row.kind == TitleKind::kOffice;
    if ((!single && of_story.empty()) || clock) return;
    if (Has(name.last, Bit::kPossessive)) return;  // "the sheriff's deputies"
    // "Under coach Ana Reis" is no under-secretary.
    const bool lower = name.time == TitleTime::kLower &&
                       (of_story.empty() ||
                        TagOf(text_.tokens[name.first]) != Tag::kPreposition);
    if (name.time == TitleTime::kPast || lower ||
        name.time == TitleTime::kActing || name.time == TitleTime::kOrdinal)
      return;
    Owner owner = OwnerAfter(name.last);
    if (IsPlaced(row)) {  // "the UN humanitarian coordinator for Dahrun"
      owner = OwnerIn(title);
      if (!owner.Any()) return;
    }
    if (!owner.Any()) owner = OwnerBefore(title);
    if (!owner.Any()) owner = OwnerOfPronoun(title);
    if (!owner.Any()) owner = OwnerIn(title);
    if (!Fits(row, owner)) owner = BehindPerson(title);
    if (!Fits(row, owner)) owner = Inherited(title);
    if (!Fits(row, owner)) {
      owner = OfDocument(title);
      const bool told =
          !of_story.empty() && !(single && OfCompany(of_story.front()));
      if (told && RowOf(of_story, owner) == nullptr) owner = {};
    }
    if (!Fits(row, owner)) {
      if (!AtStoryTitle(title)) AtBareTitle(title);
      return;
    }
    const StoryOfficeRow* story = RowOfLong(of_story, owner);
    if (!single && story == nullptr) return;
    if (!of_story.empty() && IsQualified(title, owner, single)) return;
    if (story == nullptr) story = RowByNouns(of_story);
    const std::uint32_t start = std::min(owner.first, name.first);
    if (start > begin_ && ChangesTime(start - 1)) return;  // "former Norwegian"
    const StringId role =
        Specific(story == nullptr ? name.canonical
                                  : finder_.interner().Intern(story->office),
                 owner);
    const bool future = name.time == TitleTime::kFuture;
    const TenureMention* tenure = TenureAt(name);
    std::uint32_t person = PersonOf(title, owner);
    if (person == NameMention::kNone && story != nullptr && !future)
      person = HolderIn(title, owner);
    if (person == NameMention::kNone && tenure != nullptr && !future)
      person = HolderOf(*tenure, title);
    if (person != NameMention::kNone) {
      Claim(person, title, role, owner,
            future ? Modality::kPlanned : Modality::kAsserted);
      if (tenure != nullptr && tenure->person == N(person).canonical)
        Note(*tenure);
    } else if (future && FollowsBecoming(std::min(owner.first, name.first))) {
      if (const std::uint32_t subject = Opening();
          subject != NameMention::kNone)
        Claim(subject, title, role, owner, Modality::kPossible);
    }
  }

  // "Ordova's co-chair of the joint water commission, Ana Reis".
  void AtSide(std::uint32_t title) {
    const Owner owner = SideOf(title);
    if (!owner.body.valid() || N(title).time != TitleTime::kCurrent) return;
    const TenureMention* tenure = TenureAt(N(title));
    std::uint32_t person = PersonOf(title, owner);
    if (person == NameMention::kNone && tenure != nullptr)
      person = HolderOf(*tenure, title);
    if (person == NameMention::kNone) return;
    Claim(person, title, N(title).canonical, owner, Modality::kAsserted);
    if (tenure != nullptr && tenure->person == N(person).canonical)
      Note(*tenure);
  }

  void Note(const TenureMention& tenure) {
    found_.back().changing = tenure.over;
    found_.back().since = !tenure.over;
    found_.back().recent = !tenure.over && tenure.recent;
  }

  // "Reis has been in charge of the Marlo Institute since 2010", "who has
  // commanded the Kelm border guard since 2010".
  void AtTenure(const TenureMention& tenure) {
    const std::uint32_t holder = HolderNamed(tenure);
    if (holder == NameMention::kNone ||
        std::ranges::any_of(found_, [&](const OfficeMention& office) {
          return N(office.person).canonical == tenure.person;
        }))
      return;
    EnterSegment(N(holder).first);
    if (const auto led = LedIn(tenure, holder)) {
      Claim(holder, NameMention::kNone, led->office, led->owner,
            Modality::kAsserted);
      if (!led->owner.body.valid()) MakeHome(holder, led->candidates);
    } else if (tenure.body.valid()) {
      Owner owner;
      owner.body = tenure.body;
      owner.first = N(holder).first;
      owner.last = N(holder).last;
      Claim(holder, NameMention::kNone, LeaderOf(owner), owner,
            Modality::kAsserted);
    } else {
      return;
    }
    found_.back().evidence = tenure.evidence;
    Note(tenure);
  }

  // "The museum's director, Ana Reis", "Mayor Ana Reis": of the body that the
  // story is about.
  bool AtStoryTitle(std::uint32_t title) {
    if (N(title).time == TitleTime::kFuture) return false;
    const auto body = BodyOfStory(title);
    if (!body) return false;
    const TenureMention* tenure = TenureAt(N(title));
    std::uint32_t person = HolderIn(title, body->words);
    if (person == NameMention::kNone && tenure != nullptr)
      person = HolderOf(*tenure, title);
    if (person == NameMention::kNone) return false;
    ClaimOf(*body, person, title);
    if (tenure != nullptr && tenure->person == N(person).canonical)
      Note(*tenure);
    return true;
  }

  void MakeHome(std::uint32_t person, std::vector<StringId> candidates) {
    found_.back().country = N(person).canonical;
    found_.back().home = true;
    found_.back().candidates = std::move(candidates);
  }
  void ClaimOf(const StoryBody& body, std::uint32_t person,
               std::uint32_t title) {
    Owner owner = body.words;
    const StringId role =
        Specific(finder_.interner().Intern(body.row->office), owner);
    if (body.home) owner.body = owner.body_alias = StringId();
    Claim(person, title, role, owner, Modality::kAsserted);
    if (body.home) MakeHome(person, body.candidates);
  }

  // "Vela United, coached by Ana Reis".
  void AtAgent(std::uint32_t person) {
    auto body = BodyBefore(person);
    if (!body) body = BodyBehind(person);
    if (!body) return AtLed(person, LedByAgent(person));
    const std::uint32_t next = N(person).last;
    const bool list = next < end_ &&
                      (Has(next, Bit::kConjunction) || View(next) == ",") &&
                      MayBePerson(NameAt(next + 1));
    if (list) return;
    ClaimOf(*body, person, NameMention::kNone);
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
    if (const TenureMention* tenure = TenureAt(name);
        tenure != nullptr && tenure->person == N(person).canonical)
      Note(*tenure);
  }
  // "Transport minister".
  bool IsDomestic(const TitleRow& row) {
    bool found = false;
    ForEachWord(row.name, ' ', [&](std::string_view word) {
      found |= (ClassesOf(word) & domestic_) != 0;
    });
    return found;
  }
  // Of a place, whoever's it is.
  bool IsPlaced(const TitleRow& row) {
    return row.level == TitleLevel::kPlace &&
           (ClassesOf(row.name.substr(row.name.rfind(' ') + 1)) & placed_) != 0;
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
      case TitleLevel::kNone:  // of an office of a story
        return owner.body.valid();
    }
    return false;
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
  void AtLeader(std::uint32_t person) { AtLed(person, LedBy(person)); }

  void AtLed(std::uint32_t person, const Led& led) {
    if (led.owner.body.valid())
      Claim(person, NameMention::kNone, led.office, led.owner,
            Modality::kAsserted);
  }

  std::span<const OfficeRow> leading_;  // who leads a country
  ClassSet domestic_, placed_;
  std::vector<OfficeMention> found_;
};
}  // namespace

std::vector<OfficeMention> FindOffices(const TokenizedText& text,
                                       const NameTable& names,
                                       std::span<const TenureMention> tenures,
                                       NameFinder& finder, WordTable& words,
                                       const Language& language) {
  return OfficeFinder(text, names, tenures, finder, words, language).Run();
}

}  // namespace gainsay::internal

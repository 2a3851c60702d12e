#include "claim/story_office.h"

#include <algorithm>
#include <string>

#include "lang/syntax_index.h"
#include "text/fold.h"
#include "text/tag.h"

namespace gainsay::internal {
namespace {

using Bit = NameWord;

constexpr std::size_t kMostCandidates = 8;

bool ListHas(std::string_view list, std::string_view word) {
  bool found = false;
  ForEachWord(list, ' ', [&](std::string_view w) { found |= w == word; });
  return found;
}

std::string_view LastWord(std::string_view words) {
  return words.substr(words.rfind(' ') + 1);
}

template <class T>
void AddOnce(const T& item, std::vector<T>& items) {
  if (items.size() <= kMostCandidates &&
      std::ranges::find(items, item) == items.end())
    items.push_back(item);
}

// The first of the nouns of bodies that a word stands among: "ship" of "ferry".
// What stands behind a stroke is of names only: "united".
std::string_view GroupOf(const StoryOfficeRow& row, std::string_view word,
                         bool name) {
  std::string_view found;
  ForEachWord(row.bodies, '|', [&](std::string_view group) {
    if (!ListHas(name ? group : group.substr(0, group.find('/')), word)) return;
    group.remove_prefix(std::min(group.find_first_not_of(' '), group.size()));
    found = group.substr(0, group.find(' '));
  });
  return found;
}

}  // namespace

StoryOfficeFinder::StoryOfficeFinder(const TokenizedText& text,
                                     const NameTable& names, NameFinder& finder,
                                     WordTable& words,
                                     std::span<const StoryOfficeRow> rows)
    : OwnerFinder(text, names, finder, words),
      new_(words.index().ClassBit("new_holder")),
      single_(words.index().ClassBit("single_head")),
      rows_(rows),
      other_(words.index().ClassBit("other_holder")),
      another_(words.index().ClassBit("another_body")),
      general_(words.index().ClassBit("general_body")),
      directed_(words.index().ClassBit("directed")),
      company_(words.index().ClassBit("company")),
      now_(words.index().ClassBit("now_age")),
      by_(words.index().ClassBit("by_whom")),
      abroad_(words.index().ClassBit("between_countries")),
      place_(words.index().ClassBit("place")),
      headed_(words.index().ClassBit("own_head")) {}

std::span<const StoryOfficeRow> StoryOfficeFinder::RowsOf(
    const TitleRow& title) const {
  const auto first =
      std::ranges::lower_bound(rows_, title.name, {}, &StoryOfficeRow::title);
  const auto last =
      std::ranges::upper_bound(rows_, title.name, {}, &StoryOfficeRow::title);
  return {first, last};
}

bool StoryOfficeFinder::Is(std::uint32_t token, ClassSet classes) {
  const WordInfo& info = words_.Of(text_.tokens[token].folded);
  return ((info.classes | info.noun_classes) & classes) != 0;
}

bool StoryOfficeFinder::Lists(std::string_view list, std::uint32_t token,
                              bool starred) {
  if (list.empty() || text_.tokens[token].shape != TokenShape::kWord)
    return false;
  const WordInfo& info = words_.Of(text_.tokens[token].folded);
  const Interner& strings = finder_.interner();
  return ListHas(list, strings.View(text_.tokens[token].folded)) ||
         (info.noun.valid() && ListHas(list, strings.View(info.noun))) ||
         (info.verb.valid() && ListHas(list, strings.View(info.verb))) ||
         (starred && info.verb.valid() &&
          ListHas(list, std::string(strings.View(info.verb)) + "*"));
}

// The kind of body that a common noun tells, or empty.
std::string_view StoryOfficeFinder::NounAt(const StoryOfficeRow& row,
                                           std::uint32_t token) {
  const WordInfo& info = words_.Of(text_.tokens[token].folded);
  return info.noun.valid()
             ? GroupOf(row, finder_.interner().View(info.noun), false)
             : std::string_view();
}

// The kind of body that a name tells, or empty.
std::string_view StoryOfficeFinder::KindOf(const StoryOfficeRow& row,
                                           std::uint32_t name) {
  for (std::uint32_t t = N(name).first; t < N(name).last; ++t) {
    const std::string_view group =
        GroupOf(row, finder_.interner().View(text_.tokens[t].folded), true);
    if (!group.empty()) return group;
  }
  // "The ferry Aldis".
  const std::uint32_t before = N(name).first;
  return before > 0 && names_.At(before - 1) == nullptr &&
                 !words_.Of(text_.tokens[before - 1].folded).plural
             ? NounAt(row, before - 1)
             : std::string_view();
}

bool StoryOfficeFinder::HasOne(const StoryOfficeRow& row, const Owner& owner) {
  std::string body;
  AppendFolded(finder_.interner().View(owner.body), body);
  bool found = false;
  ForEachWord(body, ' ', [&](std::string_view word) {
    found |= ListHas(row.bodies, word);
  });
  return found || (!row.setting.empty() && SortOf(row).setting) ||
         std::ranges::any_of(SortOf(row).named, [&](const auto& named) {
           return named.first == owner.body && !named.second.empty();
         });
}

ClassSet StoryOfficeFinder::ClassesOf(std::string_view word) {
  const WordInfo& info = words_.Of(words_.interner().Intern(word));
  return info.classes | info.noun_classes;
}

// "The Marine Accident Bureau".
bool StoryOfficeFinder::IsDirected(const Owner& owner) {
  std::string body;
  AppendFolded(finder_.interner().View(owner.body), body);
  bool found = false;
  ForEachWord(body, ' ', [&](std::string_view word) {
    found |= (ClassesOf(word) & directed_) != 0;
  });
  return found;
}

// The row by which a body with a name has one holder of a title, or null.
const StoryOfficeRow* StoryOfficeFinder::RowOf(
    std::span<const StoryOfficeRow> rows, const Owner& owner) {
  for (const StoryOfficeRow& row : rows) {
    if (HasOne(row, owner)) return &row;
  }
  const bool directed = !rows.empty() &&
                        (ClassesOf(rows.front().title) & single_) != 0 &&
                        IsDirected(owner);
  return directed ? &rows.front() : nullptr;
}

// Nouns of such bodies, and signs that there are several of them. `bodies`: the
// words of the row that the text has.
void StoryOfficeFinder::NoteNouns(const StoryOfficeRow& row,
                                  std::span<const StringId> bodies,
                                  Sort& sort) {
  // "Coach" of "head coach".
  const std::string_view last = row.title.substr(row.title.rfind(' ') + 1);
  const bool titled = TextHas(last);
  if (bodies.empty() && !titled) return;
  std::vector<std::pair<std::string_view, StringId>> special;
  for (std::uint32_t t = 0; t < text_.tokens.size(); ++t) {
    if (text_.tokens[t].shape != TokenShape::kWord) continue;
    const WordInfo& info = words_.Of(text_.tokens[t].folded);
    const Tag tag = TagOf(text_.tokens[t]);
    const bool plural = info.plural && (tag == Tag::kNoun || tag == Tag::kName);
    const std::string_view kind =
        std::ranges::find(bodies, info.noun) != bodies.end()
            ? NounAt(row, t)
            : std::string_view();
    sort.several |= (plural && (!kind.empty() || (titled && Lists(last, t)))) ||
                    (!kind.empty() && t > 0 && Is(t - 1, another_));
    if (info.plural || kind.empty() || names_.At(t) != nullptr) continue;
    AddOnce(kind, sort.nouns);
    // "The ferry", "the tug": two ships.
    if (!Is(t, general_)) AddOnce(std::pair(kind, info.noun), special);
  }
  std::ranges::sort(special);
  for (std::size_t i = 0; i + 1 < special.size(); ++i)
    sort.several |= special[i].first == special[i + 1].first;
}

const StoryOfficeFinder::Sort& StoryOfficeFinder::SortOf(
    const StoryOfficeRow& row) {
  const auto [it, added] = sorts_.try_emplace(&row);
  Sort& sort = it->second;
  if (!added) return sort;
  if (of_text_.empty()) NoteWords();
  sort.several = has_other_ || TextHas(row.several);
  sort.setting = TextHas(row.setting);
  const std::vector<StringId> bodies = OfText(row.bodies);
  NoteNouns(row, bodies, sort);
  NoteNames(row, bodies, sort);
  const bool of_place =
      row.told && std::ranges::any_of(finder_.lexicon().tables().titles,
                                      [&](const TitleRow& t) {
                                        return t.name == row.title &&
                                               t.level == TitleLevel::kPlace;
                                      });
  sort.places = of_place && sort.named.empty();
  if (sort.places) NotePlaces(sort);
  return sort;
}

bool StoryOfficeFinder::OfCompany(const StoryOfficeRow& row) {
  const std::string_view first = row.bodies.substr(0, row.bodies.find(' '));
  return (words_.Of(finder_.interner().Intern(first)).classes & company_) != 0;
}

// Names of such bodies; of companies all organisations.
void StoryOfficeFinder::NoteNames(const StoryOfficeRow& row,
                                  std::span<const StringId> bodies,
                                  Sort& sort) {
  const bool any = OfCompany(row), known = !bodies.empty();
  if (!any && !known) return;
  for (std::uint32_t i = 0; i < names_.names.size(); ++i) {
    const NameMention& name = N(i);
    const std::string_view kind = known ? KindOf(row, i) : std::string_view();
    const bool body =
        (any && name.kind == NameKind::kOrganisation) ||
        ((IsBody(name) || name.kind == NameKind::kPlace) && !kind.empty());
    if (body && !IsAgency(name) && !IsDateline(name))
      AddOnce(std::pair(name.canonical, kind), sort.named);
  }
  // "Rovers" beside "Halm Rovers".
  const auto named = sort.named;
  std::erase_if(sort.named, [&](const auto& name) {
    const std::string_view text = finder_.interner().View(name.first);
    return std::ranges::any_of(named, [&](const auto& other) {
      const std::string_view longer = finder_.interner().View(other.first);
      return longer.size() > text.size() && longer.ends_with(text) &&
             longer[longer.size() - text.size() - 1] == ' ';
    });
  });
}

// Towns, and names that may be some. "Kelm and Orlo" are two.
void StoryOfficeFinder::NotePlaces(Sort& sort) {
  const auto town = [&](std::uint32_t i) {
    if (i >= names_.names.size()) return false;
    const NameMention& name = N(i);
    return (name.kind == NameKind::kPlace &&
            name.place != PlaceKind::kCountry &&
            name.place != PlaceKind::kContinent) ||
           ((name.kind == NameKind::kOther || IsDateline(name)) &&
            name.last == name.first + 1);
  };
  std::map<StringId, std::uint32_t> mentions;
  for (std::uint32_t i = 0; i < names_.names.size(); ++i) {
    const NameMention& name = N(i);
    if (!town(i)) continue;
    const bool joined = town(i + 1) && N(i + 1).first == name.last + 1 &&
                        (finder_.Info(text_.tokens[name.last].folded).bits &
                         Bit::kConjunction) != 0;
    sort.several |= joined && N(i + 1).canonical != name.canonical;
    if (!IsDateline(name) || name.span.begin != 0) ++mentions[name.canonical];
  }
  // Of those that are named most.
  std::uint32_t most = 0;
  for (const auto& [name, count] : mentions) most = std::max(most, count);
  for (const auto& [name, count] : mentions) {
    if (count == most) AddOnce(std::pair(name, std::string_view()), sort.named);
  }
}

// "The museum's", "museum", "its", or nothing that tells one of several apart.
bool StoryOfficeFinder::WordsBefore(const StoryOfficeRow& row,
                                    std::uint32_t title, Owner& owner) {
  std::uint32_t t = N(title).first;
  owner.first = owner.last = t;
  // "Under coach Ana Reis".
  if (t == begin_ || TagOf(text_.tokens[t]) == Tag::kPreposition) return true;
  if (Is(t, new_)) return false;
  if (IsDay(t - 1)) return true;
  const bool possessive = Has(t - 1, Bit::kPossessive) || IsApostrophe(t - 1);
  if (possessive && t - 1 == begin_) return false;
  const std::uint32_t noun = possessive ? t - 2 : t - 1;
  const Tag tag = TagOf(text_.tokens[noun]);
  // "Museum director Ana Reis" opens a sentence.
  const std::uint32_t called = NameAt(noun);
  const bool opens = called != NameMention::kNone && noun == begin_ &&
                     N(called).kind == NameKind::kOther &&
                     N(called).last == noun + 1 && !NounAt(row, noun).empty();
  if (called != NameMention::kNone && !opens) return false;
  if (possessive || tag == Tag::kNoun || tag == Tag::kName) {
    const WordInfo& info = words_.Of(text_.tokens[noun].folded);
    // "The town's police chief".
    const bool place = possessive && Is(noun, place_) &&
                       N(title).title->level == TitleLevel::kPlace;
    if (info.plural || (!place && NounAt(row, noun).empty())) return false;
    if (!place) owner.body = info.noun;
    owner.first = t = noun;
    if (t == begin_) return true;
  }
  if (NameAt(t - 1) != NameMention::kNone) {
    // "The Kelm museum director": a museum there, or of that name.
    const NameMention& name = N(NameAt(t - 1));
    if (!owner.body.valid() || !IsBody(name) || name.last != t) return false;
    return true;
  }
  if (Has(t - 1, Bit::kIndefinite)) return false;
  const WordInfo& before = words_.Of(text_.tokens[t - 1].folded);
  if ((before.features & kPossessive) != 0)
    return (before.features & (kPerson | kRelative)) == 0;
  switch (TagOf(text_.tokens[t - 1])) {
    case Tag::kNoun:
    case Tag::kName:
    case Tag::kAdjective:
    case Tag::kNumber:
    case Tag::kParticiple:
    case Tag::kGerund:
    case Tag::kPronoun:
      return false;
    case Tag::kDeterminer:
      return Has(t - 1, Bit::kArticle);
    default:
      return true;
  }
}

bool StoryOfficeFinder::WordsAround(const StoryOfficeRow& row,
                                    std::uint32_t title, Owner& owner) {
  return WordsBefore(row, title, owner) && WordsBehind(row, title, owner);
}

// Which of the text's bodies the title is of; false where that is open.
bool StoryOfficeFinder::Chosen(const StoryOfficeRow& row, StoryBody& body) {
  const Sort& sort = SortOf(row);
  if (sort.several) return false;
  if (sort.places) {
    for (const auto& [name, kind] : sort.named) body.candidates.push_back(name);
    return true;
  }
  const Interner& strings = finder_.interner();
  const std::string_view kind =
      body.words.body.valid()
          ? GroupOf(row, LastWord(strings.View(body.words.body)), false)
          : std::string_view();
  // "Leader Ana Reis" may lead anything.
  if (row.beside && kind.empty()) return false;
  // "The joint water commission": no other.
  if (strings.View(body.words.body).find(' ') != std::string_view::npos) {
    body.candidates = {body.words.body};
    return true;
  }
  std::vector<std::string_view> kinds;
  for (const auto& [name, of_kind] : sort.named) {
    if (!kind.empty() && of_kind != kind) continue;
    body.candidates.push_back(name);
    if (!of_kind.empty()) kinds.push_back(of_kind);
  }
  if (body.candidates.size() > 1) return false;
  // Of companies that tell no kind there are others without one.
  if (kind.empty() && kinds.empty() && OfCompany(row)) return false;
  if (kinds.empty() && !kind.empty()) kinds.push_back(kind);
  if (kinds.empty() && body.candidates.empty() && !row.told) {
    if (sort.nouns.size() != 1) return false;
    kinds = sort.nouns;
  }
  // "The rector": of a university or a college, whatever the noun.
  if (!row.told) {
    for (const std::string_view k : kinds)
      body.candidates.push_back(finder_.interner().Intern(k));
  }
  return true;
}

const StoryOfficeRow* StoryOfficeFinder::RowByNouns(
    std::span<const StoryOfficeRow> rows) {
  for (const StoryOfficeRow& row : rows) {
    if (!SortOf(row).nouns.empty()) return &row;
  }
  return rows.empty() ? nullptr : &rows.front();
}

std::optional<StoryBody> StoryOfficeFinder::BodyOfStory(std::uint32_t title) {
  for (const StoryOfficeRow& row : RowsOf(*N(title).title)) {
    StoryBody body;
    body.row = &row;
    body.home = true;
    if (WordsAround(row, title, body.words) && Chosen(row, body)) return body;
  }
  return std::nullopt;
}

}  // namespace gainsay::internal

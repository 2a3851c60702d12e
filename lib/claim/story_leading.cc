// Who holds an office of a story, and what verbs of leading tell. See
// story_office.h.
#include <algorithm>
#include <string>

#include "claim/story_office.h"
#include "text/tag.h"

namespace gainsay::internal {
namespace {

using Bit = NameWord;

}  // namespace

// Right behind the title, in apposition on one side, or behind "is".
std::uint32_t StoryOfficeFinder::HolderIn(std::uint32_t title,
                                          const Owner& owner) {
  const NameMention& name = N(title);
  const std::uint32_t after = std::max(owner.last, name.last),
                      next = NameAt(after);
  if (IsPerson(next)) {
    // "Captain Ana Reis" may be one of an army.
    const bool rank = name.title->kind == TitleKind::kRank &&
                      (text_.tokens[name.first].flags & kCapitalised) != 0;
    return after > name.last || rank ? NameMention::kNone : next;
  }
  const auto is = [&](std::uint32_t token) {
    const std::uint32_t features =
        words_.Of(text_.tokens[token].folded).features;
    return (features & kBe) != 0 && (features & kPastForm) == 0;
  };
  std::uint32_t behind = NameMention::kNone;
  if (after + 1 < end_ && is(after)) {
    const std::uint32_t person = PersonBehind(after + 1);
    return MayBePerson(person) ? person : NameMention::kNone;
  }
  if (const std::uint32_t person = PersonBehind(after + 1);
      after + 1 < end_ && View(after) == "," && MayBePerson(person)) {
    const std::uint32_t last = N(person).last;
    if (last < end_ && (View(last) == "," || View(last) == "."))
      behind = person;
  }
  const std::uint32_t before = HolderBefore(std::min(owner.first, name.first));
  if (before == NameMention::kNone) return behind;
  // "The curator, Ana Reis, the director, Karel Bos, and": whose it is is
  // open.
  return behind == NameMention::kNone ? before : NameMention::kNone;
}

// "On Friday Mayor Ana Reis": capitalised, but no name.
bool StoryOfficeFinder::IsDay(std::uint32_t token) const {
  return token > begin_ && NameAt(token) == NameMention::kNone &&
         (text_.tokens[token].flags & kCapitalised) != 0;
}

bool StoryOfficeFinder::IsQualified(std::uint32_t title, const Owner& owner,
                                    bool single) {
  const std::uint32_t t = N(title).first;
  if (t == begin_ || (t > owner.first && t - 1 < owner.last) ||
      t - 1 == owner.first || NameAt(t - 1) != NameMention::kNone)
    return false;
  if (Has(t - 1, Bit::kIndefinite)) return true;
  if (IsDay(t - 1)) return false;
  const Tag tag = TagOf(text_.tokens[t - 1]);
  return tag == Tag::kNoun || tag == Tag::kGerund || tag == Tag::kNumber ||
         (tag == Tag::kAdjective && !single);
}

// "Colonel Ana Reis".
std::uint32_t StoryOfficeFinder::PersonBehind(std::uint32_t token) const {
  const std::uint32_t name = NameAt(token);
  const bool rank = name != NameMention::kNone && N(name).title != nullptr &&
                    (N(name).title->kind == TitleKind::kRank ||
                     N(name).title->kind == TitleKind::kHonorific);
  return rank ? NameAt(N(name).last) : name;
}

// "Ana Reis, 52, the director", "Ana Reis is the director".
std::uint32_t StoryOfficeFinder::HolderBefore(std::uint32_t t) {
  if (t > begin_ && Has(t - 1, Bit::kIndefinite)) return NameMention::kNone;
  if (t > begin_ &&
      (Has(t - 1, Bit::kArticle) ||
       (words_.Of(text_.tokens[t - 1].folded).features & kPossessive) != 0))
    --t;
  if (t < begin_ + 2) return NameMention::kNone;
  const std::uint32_t be = words_.Of(text_.tokens[t - 1].folded).features;
  if ((be & kBe) != 0 && (be & kPastForm) == 0) {
    if (!Has(t - 2, Bit::kWho)) return PersonAt(t - 2);
    t -= 2;
    if (t < begin_ + 2) return NameMention::kNone;
  }
  if (View(t - 1) != ",") return NameMention::kNone;
  t -= 2;
  if (text_.tokens[t].shape == TokenShape::kNumber && t > begin_ + 1 &&
      View(t - 1) == ",")
    t -= 2;
  return PersonAt(t);
}

std::uint32_t StoryOfficeFinder::PersonAt(std::uint32_t token) const {
  const std::uint32_t name = NameAt(token);
  return IsPerson(name) ? name : NameMention::kNone;
}

// The name, a comma, "which is", the verb, "by", the person: all but the first
// and the last three may be left out.
std::optional<StoryBody> StoryOfficeFinder::BodyBefore(std::uint32_t person) {
  std::uint32_t t = N(person).first;
  const std::uint32_t next = N(person).last;
  // "Headed by the director Ana Reis".
  if (t > begin_ + 3 && !Is(t - 1, by_) &&
      words_.Of(text_.tokens[t - 1].folded).noun_file == kPersonFile)
    t -= Has(t - 2, Bit::kArticle) ? 2 : 1;
  // "Led by Ana Reis in the region", "by Ana Reis's goals".
  if (t < begin_ + 3 || !Is(t - 1, by_) || Has(next, Bit::kPossessive) ||
      (next < end_ && TagOf(text_.tokens[next]) == Tag::kPreposition))
    return std::nullopt;
  const std::uint32_t verb = t - 2;
  t = verb;
  if (Is(t - 1, now_)) --t;
  const std::uint32_t be = words_.Of(text_.tokens[t - 1].folded).features;
  if (t > begin_ && (be & kBe) != 0 && (be & kPastForm) == 0) --t;
  if (t > begin_ && TagOf(text_.tokens[t - 1]) == Tag::kSubordinator) --t;
  if (t > begin_ && View(t - 1) == ",") --t;
  if (t == begin_) return std::nullopt;
  const std::uint32_t name = NameAt(t - 1);
  if (name != NameMention::kNone && IsPartOf(N(name).first))
    return std::nullopt;
  if (name != NameMention::kNone)
    return N(name).last == t && IsBody(N(name)) ? Led(verb, name)
                                                : std::nullopt;
  // "It is chaired by Ana Reis", "the inquiry, chaired by Ana Reis".
  const WordInfo& info = words_.Of(text_.tokens[t - 1].folded);
  const bool it = info.first == Tag::kPronoun &&
                  (info.features & kThing) != 0 && t - 1 == begin_;
  if (it) return LedBefore(verb);
  const std::uint32_t meant =
      OnlyBodyCalled(finder_.interner().View(text_.tokens[t - 1].folded));
  if (meant == NameMention::kNone) return BodyOfNounBefore(verb, t);
  auto body = Led(verb, meant);
  if (body) body->words.first = t - 1;
  return body;
}

// "The main jury, headed by Ana Reis": the noun ends before a token.
std::optional<StoryBody> StoryOfficeFinder::BodyOfNounBefore(
    std::uint32_t verb, std::uint32_t end) {
  constexpr std::uint32_t kMostWords = 4;
  for (std::uint32_t t = end; t > begin_ && end < t + kMostWords; --t) {
    if (!Has(t - 1, Bit::kArticle)) continue;
    auto body = IsPartOf(t) ? std::nullopt : BodyOfStoryAt(verb, t);
    if (!body || body->words.last != end) return std::nullopt;
    body->words.first = t - 1;
    return body;
  }
  return std::nullopt;
}

// "Vela coach Ana Reis": of the one such body whose name begins so.
bool StoryOfficeFinder::Lengthen(std::span<const StoryOfficeRow> rows,
                                 Owner& owner) {
  const std::string part =
      std::string(finder_.interner().View(owner.body)) + " ";
  for (const StoryOfficeRow& row : rows) {
    StringId whole;
    bool several = false;
    for (const auto& [name, kind] : SortOf(row).named) {
      if (kind.empty() || !finder_.interner().View(name).starts_with(part))
        continue;
      several |= whole.valid();
      whole = name;
    }
    if (!whole.valid() || several) continue;
    owner.body = whole;
    return true;
  }
  return false;
}

const StoryOfficeRow* StoryOfficeFinder::RowOfLong(
    std::span<const StoryOfficeRow> rows, Owner& owner) {
  const StoryOfficeRow* row = RowOf(rows, owner);
  return row == nullptr && owner.body.valid() && Lengthen(rows, owner)
             ? RowOf(rows, owner)
             : row;
}

// "A delegation of the Labour Party": what is told of may be either.
bool StoryOfficeFinder::IsPartOf(std::uint32_t token) {
  if (token > begin_ + 1 && Has(token - 1, Bit::kPossessive) &&
      NameAt(token - 2) != NameMention::kNone)
    token = N(NameAt(token - 2)).first;  // "of Japan's"
  if (token > begin_ && Has(token - 1, Bit::kArticle)) --token;
  if (token < begin_ + 2 || TagOf(text_.tokens[token - 1]) != Tag::kPreposition)
    return false;
  const Tag tag = TagOf(text_.tokens[token - 2]);
  return tag == Tag::kNoun || tag == Tag::kName;
}

// "It is chaired by": the one body of the sentence before that may be.
std::optional<StoryBody> StoryOfficeFinder::LedBefore(std::uint32_t verb) {
  const auto segment = std::ranges::partition_point(
      text_.segments, [&](const Segment& s) { return s.last <= begin_; });
  if (segment == text_.segments.begin()) return std::nullopt;
  std::optional<StoryBody> found;
  for (std::uint32_t i = 0; i < names_.names.size(); ++i) {
    if (N(i).first < (segment - 1)->first || N(i).last > (segment - 1)->last)
      continue;
    auto body = Led(verb, i);
    if (!body) continue;
    if (found && found->words.body != body->words.body) return std::nullopt;
    found = std::move(body);
  }
  if (found) found->words.first = begin_;
  return found;
}

// "Ana Reis, who coaches Vela United".
std::optional<StoryBody> StoryOfficeFinder::BodyBehind(std::uint32_t person) {
  std::uint32_t t = N(person).last;
  // "Ana Reis commands the task force".
  const bool plain = t + 2 < end_ && TagOf(text_.tokens[t]) == Tag::kVerb &&
                     Has(t + 1, Bit::kArticle);
  if (!plain && (t + 3 >= end_ || View(t) != "," || !Has(t + 1, Bit::kWho)))
    return std::nullopt;
  const std::uint32_t verb = plain ? t : t + 2;
  const WordInfo& info = words_.Of(text_.tokens[verb].folded);
  t = Has(verb + 1, Bit::kArticle) ? verb + 2 : verb + 1;
  const std::uint32_t name = NameAt(t);
  if (!info.third) return std::nullopt;
  if (name == NameMention::kNone) return BodyOfStoryAt(verb, t);
  // "The party's body", "the museum team".
  const std::uint32_t next = N(name).last;
  if (next < end_ && (Has(next, Bit::kPossessive) || IsApostrophe(next) ||
                      TagOf(text_.tokens[next]) == Tag::kNoun))
    return std::nullopt;
  return Led(verb, name);
}

// The body of a name and the office that a verb of leading it tells.
std::optional<StoryBody> StoryOfficeFinder::Led(std::uint32_t verb,
                                                std::uint32_t name) {
  if (!IsBody(N(name))) return std::nullopt;
  for (const StoryOfficeRow& row : rows_) {
    if (!Lists(row.verbs, verb) || KindOf(row, name).empty()) continue;
    StoryBody body;
    body.row = &row;
    body.words.body = N(name).canonical;
    body.words.body_alias = Alias(N(name));
    body.words.country = N(name).country;
    body.words.first = std::min(verb, N(name).first);
    body.words.last = std::max(verb + 1, N(name).last);
    return body;
  }
  return std::nullopt;
}

// The noun of a body and what narrows it: "joint water commission". Its last
// word is the row's; nothing else follows.
bool StoryOfficeFinder::NounsAt(const StoryOfficeRow& row, std::uint32_t token,
                                Owner& owner) {
  constexpr std::uint32_t kMostWords = 4;
  const auto may = [&](std::uint32_t t) {
    const Tag tag = TagOf(text_.tokens[t]);
    return NameAt(t) == NameMention::kNone &&
           (tag == Tag::kNoun || tag == Tag::kAdjective);
  };
  std::uint32_t last = token;
  while (last < end_ && last < token + kMostWords && may(last)) ++last;
  if (last == token || NounAt(row, last - 1).empty() ||
      // "Head of the party's international department".
      (last < end_ && (Has(last, Bit::kPossessive) || IsApostrophe(last))) ||
      (last < end_ && NameAt(last) != NameMention::kNone) ||
      (last < end_ && may(last)))
    return false;
  const WordInfo& info = words_.Of(text_.tokens[last - 1].folded);
  if (info.plural || Is(token, another_) || Is(token, new_)) return false;
  // "Chief of the fire brigade": each town has one.
  if (row.beside && last == token + 2) return false;
  std::string words;
  for (std::uint32_t t = token; t + 1 < last; ++t) {
    words += finder_.interner().View(text_.tokens[t].folded);
    words += ' ';
  }
  words += finder_.interner().View(info.noun);
  owner.body = finder_.interner().Intern(words);
  owner.last = last;
  return true;
}

// "Director of the museum", "chair of the joint water commission".
bool StoryOfficeFinder::WordsBehind(const StoryOfficeRow& row,
                                    std::uint32_t title, Owner& owner) {
  const std::uint32_t of = N(title).last;
  if (!Has(of, Bit::kOf)) return true;
  return !owner.body.valid() && of + 2 < end_ && Has(of + 1, Bit::kArticle) &&
         !Has(of + 1, Bit::kIndefinite) && NounsAt(row, of + 2, owner);
}

// "Who has chaired the joint water commission", "has led the party": of a
// general verb only with what narrows it, or of what has one head; "has led the
// delegation" may be of either one.
std::optional<StoryBody> StoryOfficeFinder::BodyOfStoryAt(std::uint32_t verb,
                                                          std::uint32_t token) {
  if (!Has(token - 1, Bit::kArticle) || Has(token - 1, Bit::kIndefinite))
    return std::nullopt;
  for (const StoryOfficeRow& row : rows_) {
    StoryBody body;
    body.row = &row;
    body.home = true;
    body.words.first = verb;
    if (!Lists(row.verbs, verb, true) || !NounsAt(row, token, body.words))
      continue;
    const bool narrow = finder_.interner().View(body.words.body).find(' ') !=
                        std::string_view::npos;
    if ((narrow || !row.beside || Is(body.words.last - 1, headed_)) &&
        Chosen(row, body))
      return body;
  }
  return std::nullopt;
}

bool StoryOfficeFinder::IsOfOneCountry() {
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

void StoryOfficeFinder::NoteWords() {
  for (const Token& token : text_.tokens) {
    if (token.shape != TokenShape::kWord) continue;
    const WordInfo& info = words_.Of(token.folded);
    of_text_.push_back(token.folded);
    if (info.noun.valid()) of_text_.push_back(info.noun);
    if (info.verb.valid()) of_text_.push_back(info.verb);
    has_other_ |= ((info.classes | info.noun_classes) & other_) != 0;
  }
  std::ranges::sort(of_text_);
  of_text_.erase(std::unique(of_text_.begin(), of_text_.end()), of_text_.end());
}

std::vector<StringId> StoryOfficeFinder::OfText(std::string_view list) {
  std::vector<StringId> found;
  ForEachWord(list, ' ', [&](std::string_view word) {
    const StringId id = finder_.interner().Intern(word);
    if (std::ranges::binary_search(of_text_, id)) found.push_back(id);
  });
  return found;
}

}  // namespace gainsay::internal

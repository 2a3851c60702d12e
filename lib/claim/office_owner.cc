#include "claim/office_owner.h"

#include <algorithm>

#include "text/tag.h"

namespace gainsay::internal {
namespace {

using Bit = NameWord;

}  // namespace

// "... of the Communist Party's International Liaison Department", "... of
// Norway".
Owner OwnerFinder::OwnerAfter(std::uint32_t token) {
  if (!Has(token, Bit::kOf)) return {};
  std::uint32_t t = token + 1;
  if (Has(t, Bit::kArticle)) ++t;
  // "Head of the country's Atomic Energy Organization".
  if (t + 2 < end_ && NameAt(t) == NameMention::kNone &&
      TagOf(text_.tokens[t]) == Tag::kNoun && Has(t + 1, Bit::kPossessive) &&
      NameAt(t + 2) != NameMention::kNone && IsBody(N(NameAt(t + 2))))
    t += 2;
  Owner owner = OwnerWhole(t);
  if (owner.Any()) owner.first = token;
  return owner;
}

// "Head of the UN mission", "of the Chinese People's ...": not all of the name;
// "A, chairman of the Commission of the Union B": whose title it is, is open.
bool OwnerFinder::GoesOn(std::uint32_t token) const {
  if (token >= end_ || text_.tokens[token].shape != TokenShape::kWord)
    return false;
  const std::uint32_t n = NameAt(token);
  if (n != NameMention::kNone)
    return N(n).kind == NameKind::kPerson || N(n).kind == NameKind::kOther;
  const Tag tag = TagOf(text_.tokens[token]);
  // "Chief of the Dravonian general staff".
  const bool noun_next = token + 1 < end_ &&
                         text_.tokens[token + 1].shape == TokenShape::kWord &&
                         TagOf(text_.tokens[token + 1]) == Tag::kNoun;
  return tag == Tag::kNoun || tag == Tag::kName ||
         (tag == Tag::kAdjective && noun_next);
}

// The owner that starts at a token: a chain of possessives ends in the
// nearest body; "of the Y" behind it is its parent.
Owner OwnerFinder::OwnerAt(std::uint32_t token) {
  Owner owner;
  std::uint32_t t = token;
  for (std::uint32_t steps = 0; steps < 2 * kOfficeReach && t < end_; ++steps) {
    const std::uint32_t n = NameAt(t);
    if (n == NameMention::kNone) {
      // "ruling", "largest": lower-case words between a possessor and its
      // body.
      const bool between = owner.Any() &&
                           text_.tokens[t].shape == TokenShape::kWord &&
                           !Has(t, Bit::kOf | Bit::kConjunction) &&
                           TagOf(text_.tokens[t]) != Tag::kPreposition &&
                           t < owner.last + kOfficeReach && open_;
      if (!between) break;
      ++t;
      continue;
    }
    if (!Take(N(n), owner)) break;
    t = N(n).last;
    open_ = Has(t, Bit::kPossessive) || N(n).kind == NameKind::kNationality;
    if (Has(t, Bit::kPossessive)) ++t;
    if (!open_) break;
  }
  open_ = false;
  if (Has(owner.last, Bit::kPossessive)) Describe(owner);
  AddParent(owner);
  return owner;
}

bool OwnerFinder::Take(const NameMention& name, Owner& owner) const {
  if (owner.first == 0 && owner.last == 0) owner.first = name.first;
  if (name.kind == NameKind::kPlace || name.kind == NameKind::kNationality) {
    owner.country =
        name.kind == NameKind::kPlace && name.place != PlaceKind::kCountry
            ? name.canonical
            : name.country;
    if (!owner.country.valid()) return false;
  } else if (IsBody(name)) {
    if (owner.body.valid()) owner.parent = owner.body;
    owner.body = name.canonical;
    owner.body_alias = Alias(name);
    if (name.country.valid()) owner.country = name.country;
  } else {
    return false;
  }
  owner.last = name.last;
  return true;
}

void OwnerFinder::AddParent(Owner& owner) {
  if (!owner.body.valid() || !Has(owner.last, Bit::kOf)) return;
  std::uint32_t t = owner.last + 1;
  if (Has(t, Bit::kArticle)) ++t;
  const std::uint32_t n = NameAt(t);
  if (n == NameMention::kNone) return;
  if (IsBody(N(n))) {
    owner.parent = N(n).canonical;
    if (N(n).country.valid()) owner.country = N(n).country;
  } else if (N(n).kind == NameKind::kPlace &&
             N(n).place == PlaceKind::kCountry) {
    owner.country = N(n).country;
  } else {
    return;
  }
  owner.last = N(n).last;
}

// "LDP Secretary-General", "Japan's prime minister", "Chinese Premier".
Owner OwnerFinder::OwnerBefore(std::uint32_t title) {
  std::uint32_t t = N(title).first;
  // "A secretariat in Tirrano under Secretary-General Pia Lind".
  if (t == begin_ || TagOf(text_.tokens[t]) == Tag::kPreposition) return {};
  bool possessive = false;
  for (std::uint32_t steps = 0; steps < 2 && t > begin_; ++steps) {
    if (Has(t - 1, Bit::kPossessive) || IsApostrophe(t - 1)) {
      possessive = true;
      --t;
      break;
    }
    if (NameAt(t - 1) != NameMention::kNone ||
        text_.tokens[t - 1].shape != TokenShape::kWord)
      break;
    if (Has(t - 1, Bit::kFunctionWord) && !possessive) break;
    --t;
  }
  if (t == begin_) return {};
  const std::uint32_t n = NameAt(t - 1);
  if (n == NameMention::kNone || N(n).last != t) return {};
  const bool adjacent = t == N(title).first;
  const bool owns =
      possessive || adjacent || N(n).kind == NameKind::kNationality;
  const bool before_person =
      adjacent && !IsCommon(N(n)) &&
      (MayBePerson(NameAt(N(title).last)) || IsApposed(N(n).first));
  if (!owns || (N(n).kind == NameKind::kOther && !possessive && !before_person))
    return {};
  Owner owner;
  if (!Take(N(n), owner)) return {};
  owner.first = N(n).first;
  return owner;
}

// "Ana Reis, the Volta chief executive": right behind a person's comma.
bool OwnerFinder::IsApposed(std::uint32_t token) {
  return token > begin_ + 2 && Has(token - 1, Bit::kArticle) &&
         View(token - 2) == "," && IsPerson(NameAt(token - 3));
}

// "Deputy", "Federal": what a title may begin with, not a name.
bool OwnerFinder::IsCommon(const NameMention& name) const {
  for (std::uint32_t t = name.first; t < name.last; ++t) {
    if (!words_.Of(text_.tokens[t].folded).known) return false;
  }
  return true;
}

std::uint32_t OwnerFinder::OnlyBodyIn(std::uint32_t first,
                                      std::uint32_t last) const {
  std::uint32_t found = NameMention::kNone;
  for (std::uint32_t i = 0; i < names_.names.size(); ++i) {
    if (N(i).first < first || N(i).last > last || !IsBody(N(i)) ||
        IsDateline(N(i)) || IsAgency(N(i)))
      continue;
    if (found != NameMention::kNone && N(found).canonical != N(i).canonical)
      return NameMention::kNone;
    found = i;
  }
  return found;
}

std::uint32_t OwnerFinder::OnlyBodyBefore() const {
  const auto segment = std::ranges::partition_point(
      text_.segments, [&](const Segment& s) { return s.last <= begin_; });
  if (segment == text_.segments.begin()) return NameMention::kNone;
  return OnlyBodyIn((segment - 1)->first, (segment - 1)->last);
}

Owner OwnerFinder::OwnerOfPronoun(std::uint32_t title) {
  const std::uint32_t t = N(title).first;
  if (t == begin_) return {};
  const std::uint32_t features = words_.Of(text_.tokens[t - 1].folded).features;
  if ((features & kPossessive) == 0 || (features & kPerson) != 0) return {};
  std::uint32_t body = OnlyBodyIn(begin_, t);
  if (body == NameMention::kNone && (features & kRelative) == 0)
    body = OnlyBodyBefore();
  Owner owner;
  if (body == NameMention::kNone || !Take(N(body), owner) ||
      !WithNounsThere(owner))
    return {};
  owner.first = owner.last = t;
  return owner;
}

// "Chief executive Anna Bell said", "the airline's managing director": of the
// one body that the document names, if it does so more than once. "The
// festival's artistic director": of the one name with that word.
Owner OwnerFinder::OfDocument(std::uint32_t title) {
  constexpr std::uint32_t kLeast = 2;  // mentions
  const NameMention& name = N(title);
  if (name.title->level != TitleLevel::kBody ||
      (name.first > begin_ && NameAt(name.first - 1) != NameMention::kNone))
    return {};
  std::uint32_t found = CalledBy(title);
  // "Head of the fire brigade": of something else that it names.
  const bool of =
      name.last < end_ &&
      (finder_.Info(text_.tokens[name.last].folded).bits & Bit::kOf) != 0;
  const bool of_the = of && name.last + 2 < end_ &&
                      (finder_.Info(text_.tokens[name.last + 1].folded).bits &
                       Bit::kArticle) != 0;
  // "Head of the party's foreign department".
  const std::uint32_t behind = name.last + 3;
  if (of_the && behind < end_ &&
      (Has(behind, Bit::kPossessive) || IsApostrophe(behind)))
    return {};
  // "The museum's head of security".
  if (of && (found == NameMention::kNone || !of_the)) return {};
  if (found == NameMention::kNone) {
    for (std::uint32_t i = 0; i < names_.names.size(); ++i) {
      if (N(i).kind != NameKind::kOrganisation || IsDateline(N(i)) ||
          N(i).entity == NameMention::kNone)
        continue;
      if (found != NameMention::kNone && N(found).entity != N(i).entity)
        return {};
      found = i;
    }
    if (found == NameMention::kNone ||
        names_.entities[N(found).entity].mentions < kLeast)
      return {};
  }
  Owner owner = OwnerNamed(found, name.first, name.first);
  if (of_the) owner.last = name.last + 3;  // "of the festival"
  for (std::uint32_t t = name.first; t > begin_ && t + 2 > name.first; --t) {
    if (text_.tokens[t - 1].folded == text_.tokens[N(found).last - 1].folded)
      owner.first = t - 1;  // "the festival's"
  }
  return owner;
}

Owner OwnerFinder::OwnerCalled(std::uint32_t token) const {
  if (token >= end_ || text_.tokens[token].shape != TokenShape::kWord)
    return {};
  const std::uint32_t found =
      OnlyBodyCalled(finder_.interner().View(text_.tokens[token].folded));
  if (found == NameMention::kNone) return {};
  return OwnerNamed(found, token, token + 1);
}

// A body that is named elsewhere, of words at [first, last).
Owner OwnerFinder::OwnerNamed(std::uint32_t name, std::uint32_t first,
                              std::uint32_t last) const {
  Owner owner;
  owner.body = N(name).canonical;
  owner.body_alias = Alias(N(name));
  owner.country = N(name).country;
  owner.first = first;
  owner.last = last;
  return owner;
}

// The one name with the word before a title, or behind "of the".
std::uint32_t OwnerFinder::CalledBy(std::uint32_t title) const {
  const NameMention& name = N(title);
  std::uint32_t t = name.first;
  const bool possessive =
      t > begin_ &&
      (IsApostrophe(t - 1) ||
       (finder_.Info(text_.tokens[t - 1].folded).bits & Bit::kPossessive) != 0);
  if (possessive) --t;
  std::string_view word;
  if (t > begin_ && text_.tokens[t - 1].shape == TokenShape::kWord)
    word = finder_.interner().View(text_.tokens[t - 1].folded);
  if (name.last + 2 < end_ &&
      (finder_.Info(text_.tokens[name.last].folded).bits & Bit::kOf) != 0 &&
      (finder_.Info(text_.tokens[name.last + 1].folded).bits & Bit::kArticle) !=
          0)
    word = finder_.interner().View(text_.tokens[name.last + 2].folded);
  return OnlyBodyCalled(word);
}

std::uint32_t OwnerFinder::OnlyBodyCalled(std::string_view word) const {
  constexpr std::size_t kShortest = 4;  // letters
  if (word.size() < kShortest) return NameMention::kNone;
  std::uint32_t found = NameMention::kNone;
  for (std::uint32_t i = 0; i < names_.names.size(); ++i) {
    const NameMention& other = N(i);
    if (!IsBody(other) || other.entity == NameMention::kNone ||
        other.last < other.first + 2)
      continue;
    const std::uint32_t last = other.last - 1;
    if (finder_.interner().View(text_.tokens[last].folded) != word) continue;
    if (found != NameMention::kNone && N(found).entity != other.entity)
      return NameMention::kNone;
    found = i;
  }
  return found;
}

}  // namespace gainsay::internal

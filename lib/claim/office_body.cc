// Bodies that nouns tell: "the Kelm fire brigade", "the party's body for ties
// abroad". See office_owner.h.
#include <algorithm>

#include "claim/office_owner.h"
#include "lang/syntax_index.h"
#include "text/tag.h"

namespace gainsay::internal {
namespace {

using Bit = NameWord;

}  // namespace

Owner OwnerFinder::OwnerWhole(std::uint32_t token) {
  Owner owner = OwnerAt(token);
  if (owner.Any() && GoesOn(owner.last) && !WithNouns(owner)) return {};
  return owner;
}

// "The Kelm fire brigade": a body that a name and common nouns are called by.
bool OwnerFinder::WithNouns(Owner& owner) {
  constexpr std::uint32_t kMostNouns = 3;
  const SyntaxIndex& index = words_.index();
  const ClassSet body = index.ClassBit("body") | index.ClassBit("directed") |
                        index.ClassBit("led");
  const std::uint32_t n = NameAt(owner.last - 1);
  std::uint32_t last = owner.last;
  const auto noun = [&](std::uint32_t token) {
    const std::uint32_t name = NameAt(token);  // "guard", who may be a person
    return TagOf(text_.tokens[token]) == Tag::kNoun &&
           (name == NameMention::kNone ||
            (N(name).kind == NameKind::kTitle &&
             N(name).title->kind == TitleKind::kOccupation));
  };
  while (last < end_ && last < owner.last + kMostNouns && noun(last)) ++last;
  // "The Norwegian army's northern brigade": of something else.
  const bool owns =
      last < end_ && (Has(last, Bit::kPossessive) || IsApostrophe(last));
  if (n == NameMention::kNone || last == owner.last || GoesOn(last) || owns)
    return false;
  const WordInfo& info = words_.Of(text_.tokens[last - 1].folded);
  const ClassSet of = info.classes | info.noun_classes;
  // "The Japanese delegation": one of many; a country has one border guard.
  const bool national = N(n).kind == NameKind::kNationality;
  if ((of & (national ? index.ClassBit("one_of_country") : body)) == 0)
    return false;
  // "The UN mission in Dahrun"; "the Kelm border guard in the north": a part.
  owner.last = last;
  owner.body = owner.body.valid() ? owner.body : owner.country;
  if (const StringId place = PlaceBehind(owner); place.valid()) {
    last = N(NameAt(last + 1)).last;
  } else if (last < end_ && (words_.Of(text_.tokens[last].folded).features &
                             (kPlaceWord | kOfWord)) != 0) {
    return false;
  }
  const std::uint32_t begin = text_.tokens[N(n).first].begin;
  owner.parent = StringId();
  owner.body_alias = StringId();
  owner.body = finder_.interner().Intern(
      text_.text.substr(begin, text_.tokens[last - 1].end - begin));
  owner.last = last;
  return true;
}

// The same of an owner that may stand in another segment: "The Kelm fire
// brigade came. Its head". False if its name is of something else.
bool OwnerFinder::WithNounsThere(Owner& owner) {
  const std::uint32_t begin = begin_, end = end_;
  const auto segment = std::ranges::partition_point(
      text_.segments, [&](const Segment& s) { return s.last < owner.last; });
  if (segment == text_.segments.end()) return false;
  begin_ = segment->first;
  end_ = segment->last;
  const bool whole = !GoesOn(owner.last) || WithNouns(owner);
  begin_ = begin;
  end_ = end;
  return whole;
}

// "the CSB's harbour liaison department": a body without a name of its own;
// "the Relief Office's mission in Kelm".
void OwnerFinder::Describe(Owner& owner) {
  if (!owner.body.valid()) return;
  const auto preposition = [&](std::uint32_t token) {
    return TagOf(text_.tokens[token]) == Tag::kPreposition;
  };
  const std::uint32_t first = owner.last + 1;
  std::uint32_t last = first;
  while (last < end_ && text_.tokens[last].shape != TokenShape::kPunct &&
         text_.tokens[last].shape != TokenShape::kNumber &&
         last < first + 2 * kOfficeReach &&
         NameAt(last) == NameMention::kNone &&
         (words_.Of(text_.tokens[last].folded).features & kTemporal) == 0) {
    ++last;
  }
  if (last == first) return;
  if (preposition(last - 1)) {
    const std::uint32_t n = NameAt(last);
    last = n == NameMention::kNone || IsPerson(n) ? last - 1 : N(n).last;
  }
  if (last == first) return;
  owner.parent = owner.body;
  owner.body_alias = StringId();
  const std::uint32_t begin = text_.tokens[first].begin;
  owner.body = finder_.interner().Intern(
      text_.text.substr(begin, text_.tokens[last - 1].end - begin));
  owner.last = last;
}

// "The chief prosecutor in Oslo", "humanitarian coordinator for Dahrun".
Owner OwnerFinder::OwnerIn(std::uint32_t title) {
  const std::uint32_t in = N(title).last, n = NameAt(in + 1);
  if (N(title).title->level != TitleLevel::kPlace || in + 1 >= end_) return {};
  const WordInfo& preposition = words_.Of(text_.tokens[in].folded);
  const ClassSet whose = words_.index().ClassBit("office_for");
  if (((preposition.features & kPlaceWord) == 0 &&
       (preposition.classes & whose) == 0) ||
      n == NameMention::kNone || IsPerson(n))
    return {};
  return OwnerAt(in + 1);
}

StringId OwnerFinder::PlaceBehind(const Owner& owner) {
  if (!owner.body.valid() || owner.last + 1 >= end_) return {};
  const std::uint32_t n = NameAt(owner.last + 1);
  const std::uint32_t features =
      words_.Of(text_.tokens[owner.last].folded).features;
  const bool place =
      n != NameMention::kNone &&
      (N(n).kind == NameKind::kPlace || N(n).kind == NameKind::kOther);
  return place && (features & kPlaceWord) != 0 && (features & kOfWord) == 0
             ? N(n).canonical
             : StringId();
}

// "Prime Minister Anna Lind of Sweden", "chief executive Ann Bell of Volta
// Air"; a country's minister "of the Labour Party" is not the party's.
Owner OwnerFinder::BehindPerson(std::uint32_t title) {
  const std::uint32_t person = NameAt(N(title).last);
  if (!IsPerson(person)) return {};
  const Owner owner = OwnerAfter(N(person).last);
  const TitleLevel level = N(title).title->level;
  const bool of_body = level == TitleLevel::kBody;
  // "Mayor Ana Reis of Kelm": of a place that no book has.
  return owner.body.valid() == of_body || level == TitleLevel::kPlace ? owner
                                                                      : Owner();
}

}  // namespace gainsay::internal

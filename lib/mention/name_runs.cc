// Runs of capitalised words: where they end, and what they name. See
// name_scan.h.
#include <algorithm>

#include "mention/name_scan.h"
#include "text/tag.h"

namespace gainsay::internal {
namespace {

using PhraseKind = NameLexicon::PhraseKind;
using Bit = NameWord;

constexpr std::uint32_t kMaxRun = 12;  // tokens of one name
constexpr std::uint32_t kMaxPersonWords = 5;

bool Has(std::uint16_t bits, std::uint16_t bit) { return (bits & bit) != 0; }

}  // namespace

bool NameScanner::MayBeName(std::uint32_t token) {
  if (!IsCapitalised(token)) return false;
  const std::uint16_t bits = Bits(token);
  if (Has(bits, Bit::kFunctionWord | Bit::kArticle | Bit::kConjunction)) {
    return !CapitalIsForced(token) &&
           (text_.tokens[token].flags & kAllCaps) != 0 && !title_case_;
  }
  if (!CapitalIsForced(token)) return true;
  const std::uint32_t string = text_.tokens[token].folded.index;
  if (Has(bits, Bit::kGivenName) || (text_.tokens[token].flags & kAllCaps) != 0)
    return true;
  if (string < seen_name_.size() && seen_name_[string] != 0) return true;
  const bool lower = string < seen_lower_.size() && seen_lower_[string] != 0;
  // "Calder & Roe".
  const std::uint32_t next = IsMark(token + 1, "&") ? token + 2 : token + 1;
  const bool before_name = next < end_ && IsCapitalised(next) &&
                           !Has(Bits(next), Bit::kFunctionWord);
  return !lower && before_name;
}

// "The People's Union Party", "the Workers' Party": the end of the name; the
// token itself if none begins there.
std::uint32_t NameScanner::OwnedRunEnd(std::uint32_t token) {
  const auto& owning = finder_.lexicon().tables().owning_people;
  if (token + 2 >= end_ || !IsCapitalised(token) ||
      !(Has(Bits(token + 1), Bit::kPossessive) || IsMark(token + 1, "'") ||
        IsMark(token + 1, "\u2019")) ||
      std::ranges::find(owning,
                        finder_.interner().View(text_.tokens[token].folded)) ==
          owning.end())
    return token;
  std::uint32_t end = RunEnd(token + 2);
  if (end == token + 2 && IsCapitalised(end)) ++end;
  return end > token + 2 && (LooksLikeBody(token + 2, end) ||
                             Has(Bits(end - 1), Bit::kOrganisationWord))
             ? end
             : token;
}

// The number of one of a series, written to its name.
bool NameScanner::IsSerial(std::uint32_t token) const {
  constexpr std::uint32_t kDigits = 3;  // four are a year
  return token < end_ && NoSpaceBefore(token) && NoSpaceBefore(token - 1) &&
         text_.tokens[token].shape == TokenShape::kNumber &&
         text_.tokens[token].end - text_.tokens[token].begin <= kDigits &&
         (token + 1 == end_ || !IsHyphen(token + 1));
}

std::uint32_t NameScanner::RunEnd(std::uint32_t token) {
  if (const std::uint32_t end = OwnedRunEnd(token); end != token) return end;
  if (!MayBeName(token)) return token;
  std::uint32_t t = token + 1;
  while (t < end_ && t - token < kMaxRun) {
    if (IsMark(t, ".") && NoSpaceBefore(t) &&
        text_.View(text_.tokens[t - 1]).size() == 1 && t + 1 < end_ &&
        IsCapitalised(t + 1)) {
      ++t;  // an initial
      continue;
    }
    const bool hyphen = IsHyphen(t) && !IsWord(t);
    if (hyphen && NamesPeople(t - 1) && NamesPeople(t + 1))
      break;  // "Japan-China" is two names
    if (hyphen && IsSerial(t + 1)) {
      t += 2;  // "Orrin-2"
      continue;
    }
    std::uint32_t next = hyphen ? t + 1 : t;
    if (!hyphen && (IsWord(next) || IsMark(next, "&")) && !IsCapitalised(next))
      next = PassLinker(token, next);
    if (next >= end_ || !IsCapitalised(next)) break;
    // "National People's Congress".
    if (const std::uint32_t end = OwnedRunEnd(next); end != next) {
      t = end;
      continue;
    }
    const std::uint16_t bits = Bits(next);
    if (Has(bits, Bit::kFunctionWord) &&
        (text_.tokens[next].flags & kAllCaps) == 0)
      break;
    if (StopsRun(token, next)) break;
    t = next + 1;
  }
  return t;
}

bool NameScanner::NamesPeople(std::uint32_t token) {
  return MatchPhrase(token, PhraseKind::kPlace).phrase != nullptr ||
         MatchPhrase(token, PhraseKind::kDemonym).phrase != nullptr;
}

// A title inside a run begins something new ("LDP Secretary-General ..."),
// except as the surname behind a given name ("Stephen King").
bool NameScanner::StopsRun(std::uint32_t first, std::uint32_t token) {
  const PhraseMatch match = MatchPhrase(token, PhraseKind::kTitle);
  if (match.phrase == nullptr) return false;
  if (token == first + 1 && match.end == token + 1 &&
      Has(Bits(first), Bit::kGivenName))
    return false;
  if (match.end == token + 1 &&
      Has(Bits(token), Bit::kOrganisationWord | Bit::kGeographicWord))
    return false;
  const bool occupation =
      finder_.lexicon().tables().titles[match.phrase->row].kind ==
      TitleKind::kOccupation;
  if (occupation)
    return match.end < end_ && Has(Bits(match.end), Bit::kGivenName);
  const bool body_follows = match.end < end_ && IsCapitalised(match.end) &&
                            Has(Bits(match.end), Bit::kOrganisationWord);
  return !body_follows;
}

// From a lower-case word inside a run to the capitalised word it leads to, or
// to the word itself: "Bank of England", "Ministry of Trade and Industry",
// "Ursula von der".
std::uint32_t NameScanner::PassLinker(std::uint32_t first,
                                      std::uint32_t token) {
  const std::uint16_t bits = Bits(token);
  std::uint32_t next = token + 1;
  if (Has(bits, Bit::kParticle)) {
    while (next < end_ && Has(Bits(next), Bit::kParticle) &&
           !IsCapitalised(next))
      ++next;
    return next < end_ && IsCapitalised(next) ? next : token;
  }
  const bool body_first = Has(Bits(first), Bit::kOrganisationWord);
  const bool body_last = Has(Bits(token - 1), Bit::kOrganisationWord);
  if (Has(bits, Bit::kConjunction) && text_.View(text_.tokens[token]) != "&" &&
      (!body_first || body_last))
    return token;
  if (Has(bits, Bit::kLinker) && !body_first && !body_last) return token;
  if (!Has(bits, Bit::kLinker | Bit::kConjunction)) return token;
  if (Has(bits, Bit::kLinker) && next < end_ &&
      Has(Bits(next), Bit::kArticle) && !IsCapitalised(next))
    ++next;
  if (next >= end_ || !IsCapitalised(next) || StopsRun(first, next))
    return token;
  if (body_last && next > token + 1) {
    // "Department of the Communist Party": a body of another body.
    for (std::uint32_t t = next;
         t < end_ && t < next + kMaxRun && IsCapitalised(t); ++t) {
      if (Has(Bits(t), Bit::kOrganisationWord)) return token;
    }
  }
  // "Party of China" is a name, "the committee on Monday" is not.
  return Has(Bits(next), Bit::kFunctionWord) ? token : next;
}

bool NameScanner::LooksLikeBody(std::uint32_t first, std::uint32_t last) {
  if (last - first < 2) return false;
  if (Has(Bits(last - 1), Bit::kOrganisationWord)) return true;
  for (std::uint32_t t = first + 1; t + 1 < last; ++t) {
    if (IsMark(t, "&")) return true;
  }
  const auto is_body = [&](std::uint32_t t) {
    return Has(Bits(t), Bit::kOrganisationWord);
  };
  for (std::uint32_t t = first; t + 1 < last; ++t) {
    if (is_body(t) && Has(Bits(t + 1), Bit::kLinker)) return true;
  }
  return false;
}

bool NameScanner::LooksLikePerson(std::uint32_t first, std::uint32_t last) {
  const std::uint32_t words = last - first;
  if (words > kMaxPersonWords) return false;
  const bool titled = !names_.empty() && names_.back().last == first &&
                      names_.back().title != nullptr;
  if (titled)
    return names_.back().title->kind != TitleKind::kOffice ||
           !names_.back().title->generic || words > 1;
  if (words >= 2 && Has(Bits(first), Bit::kGivenName)) return true;
  if (words < 2 || words > 4) return false;
  if (IsMark(last, ",") && last + 2 < end_) {
    const Token& age = text_.tokens[last + 1];
    if (age.shape == TokenShape::kNumber && age.end - age.begin <= 2 &&
        (IsMark(last + 2, ",") || IsMark(last + 2, ".")))
      return true;
    if (Has(Bits(last + 1), Bit::kWho)) return true;
    return TitleFollows(last + 1);
  }
  return last < end_ && Has(Bits(last), Bit::kWho);
}

// "X Y, China's Foreign Minister", "X Y, the former head of ...".
bool NameScanner::TitleFollows(std::uint32_t token) {
  for (std::uint32_t t = token; t < end_ && t < token + 5 &&
                                (IsWord(t) || Has(Bits(t), Bit::kPossessive));
       ++t) {
    // "The Ruling-Party Dialogue, which fell victim to".
    const Tag tag = TagOf(text_.tokens[t]);
    if (tag == Tag::kVerb || tag == Tag::kAuxiliary ||
        tag == Tag::kSubordinator)
      return false;
    const PhraseMatch match = MatchPhrase(t, PhraseKind::kTitle);
    if (match.phrase == nullptr) continue;
    const TitleKind kind =
        finder_.lexicon().tables().titles[match.phrase->row].kind;
    return kind == TitleKind::kOffice || kind == TitleKind::kOccupation;
  }
  return false;
}

void NameScanner::ClassifyRun(std::uint32_t first, std::uint32_t last) {
  if (Has(Bits(first), Bit::kArticle) && last - first > 1) ++first;
  if (const PhraseMatch place = MatchPhrase(first, PhraseKind::kPlace);
      place.end == last)
    return EmitPlace(first, place);
  const PhraseMatch demonym = MatchPhrase(first, PhraseKind::kDemonym);
  if (demonym.phrase != nullptr && demonym.end == last)
    return EmitNationality(first, demonym);
  if (LooksLikeBody(first, last))
    return void(Emit(first, last, NameKind::kOrganisation));
  if (last - first > 1 && (Has(Bits(last - 1), Bit::kGeographicWord) ||
                           Has(Bits(first), Bit::kGeographicWord))) {
    return void(Emit(first, last, NameKind::kPlace));
  }
  if (demonym.phrase != nullptr && demonym.end < last) {
    EmitNationality(first, demonym);
    return ClassifyRun(demonym.end, last);
  }
  if (LooksLikePerson(first, last))
    return void(Emit(first, last, NameKind::kPerson));
  const Token& token = text_.tokens[first];
  const std::uint32_t size = token.end - token.begin;
  if (last == first + 1 && (token.flags & kAllCaps) != 0 &&
      token.shape == TokenShape::kWord && size <= 6) {
    return void(Emit(first, last, NameKind::kOrganisation));
  }
  Emit(first, last, NameKind::kOther);
}

}  // namespace gainsay::internal

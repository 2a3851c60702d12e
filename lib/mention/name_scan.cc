#include "mention/name_scan.h"

#include <algorithm>

#include "text/tag.h"

namespace gainsay::internal {
namespace {

using PhraseKind = NameLexicon::PhraseKind;
using Bit = NameWord;

bool Has(std::uint16_t bits, std::uint16_t bit) { return (bits & bit) != 0; }

}  // namespace

NameScanner::NameScanner(NameFinder& finder, const TokenizedText& text,
                         std::vector<NameMention>& names)
    : finder_(finder), text_(text), names_(names) {
  seen_lower_.resize(finder.interner().size());
  seen_name_.resize(finder.interner().size());
}

bool NameScanner::IsWord(std::uint32_t token) const {
  const TokenShape shape = text_.tokens[token].shape;
  return shape == TokenShape::kWord || shape == TokenShape::kAlnum;
}

bool NameScanner::IsCapitalised(std::uint32_t token) const {
  return IsWord(token) &&
         (text_.tokens[token].flags & (kCapitalised | kAllCaps)) != 0;
}

bool NameScanner::IsMark(std::uint32_t token, std::string_view mark) const {
  return token < end_ && text_.View(text_.tokens[token]) == mark;
}

bool NameScanner::IsHyphen(std::uint32_t token) const {
  return token + 1 < end_ &&
         (text_.tokens[token + 1].flags & kHyphenBefore) != 0;
}

bool NameScanner::NoSpaceBefore(std::uint32_t token) const {
  return (text_.tokens[token].flags & kSpaceBefore) == 0;
}

bool NameScanner::CapitalIsForced(std::uint32_t token) const {
  if (token == begin_) return true;
  const Token& before = text_.tokens[token - 1];
  return before.shape == TokenShape::kPunct && !IsMark(token - 1, ",") &&
         !IsMark(token - 1, ".") && !IsMark(token - 1, "(") &&
         !IsMark(token - 1, "-");
}

void NameScanner::Scan() {
  for (const Segment& segment : text_.segments) {
    begin_ = segment.first;
    end_ = segment.last;
    const bool title_case = IsTitleCase(segment);
    for (std::uint32_t t = begin_; t < end_; ++t) {
      if (!IsWord(t)) continue;
      const std::uint32_t string = text_.tokens[t].folded.index;
      if (string >= seen_lower_.size()) continue;
      if (!IsCapitalised(t)) seen_lower_[string] = 1;
      if (IsCapitalised(t) && !title_case && !CapitalIsForced(t))
        seen_name_[string] = 1;
    }
  }
  for (const Segment& segment : text_.segments) ScanSegment(segment);
}

// "Talks Resume After Long Pause": all capitals but for small words.
bool NameScanner::IsTitleCase(const Segment& segment) {
  std::uint32_t upper = 0, lower = 0;
  for (std::uint32_t t = segment.first + 1; t < segment.last; ++t) {
    const Token& token = text_.tokens[t];
    if (token.shape != TokenShape::kWord ||
        Has(Bits(t), Bit::kSmallWord | Bit::kPossessive))
      continue;
    (token.flags & (kCapitalised | kAllCaps)) != 0 ? ++upper : ++lower;
  }
  return upper >= 3 && lower * 10 <= upper;
}

void NameScanner::ScanSegment(const Segment& segment) {
  begin_ = segment.first;
  end_ = segment.last;
  title_case_ = IsTitleCase(segment);
  for (std::uint32_t t = begin_; t < end_;) {
    const std::uint32_t next = IsWord(t) ? ScanAt(t) : t + 1;
    t = std::max(next, t + 1);
  }
}

// Matches a phrase's words from a token on; hyphens between words and full
// stops behind short words are passed over. The token after it, or 0.
std::uint32_t NameScanner::MatchWords(const NameLexicon::Phrase& phrase,
                                      std::uint32_t token) const {
  std::uint32_t t = token;
  for (std::size_t w = 0; w < phrase.words.size(); ++w) {
    if (w > 0) {
      if (IsMark(t, ".") && NoSpaceBefore(t) && phrase.words[w - 1].size() <= 4)
        ++t;
      if (t < end_ && IsHyphen(t) && !IsWord(t)) ++t;
    }
    if (t >= end_ ||
        finder_.Info(text_.tokens[t].folded).word != phrase.words[w])
      return 0;
    ++t;
  }
  return t;
}

NameScanner::PhraseMatch NameScanner::MatchPhrase(std::uint32_t token,
                                                  PhraseKind kind) {
  for (const NameLexicon::Phrase& phrase :
       finder_.Info(text_.tokens[token].folded).phrases) {
    if (phrase.kind != kind) continue;
    const std::uint32_t end = MatchWords(phrase, token);
    if (end == 0) continue;
    if (kind == PhraseKind::kPlace &&
        !Licensed(finder_.lexicon().tables().places[phrase.row], token, end))
      continue;
    return {&phrase, end};
  }
  return {};
}

bool NameScanner::Licensed(const PlaceRow& row, std::uint32_t first,
                           std::uint32_t last) {
  const Token& token = text_.tokens[first];
  if (row.abbreviation) {
    if ((token.flags & kAllCaps) != 0 ||
        text_.View(token).find('.') != std::string_view::npos)
      return true;
    return (token.flags & kCapitalised) != 0 && IsMark(last, ".") &&
           first > begin_ && IsMark(first - 1, ",");
  }
  if (IsCapitalised(first)) return true;
  if (row.kind != PlaceKind::kCountry) return false;
  const bool possessive = last < end_ && Has(Bits(last), Bit::kPossessive);
  return !Has(Bits(first), Bit::kLowerCaseWord) || possessive;
}

NameMention& NameScanner::Emit(std::uint32_t first, std::uint32_t last,
                               NameKind kind) {
  NameMention name;
  name.first = first;
  name.last = last;
  name.span = {text_.tokens[first].begin, text_.tokens[last - 1].end};
  name.kind = kind;
  names_.push_back(name);
  return names_.back();
}

std::uint32_t NameScanner::ScanAt(std::uint32_t token) {
  const std::uint32_t run = RunEnd(token);
  // "Justice Department", "General Motors": a body before its parts.
  if (run > token + 1 && !title_case_ && LooksLikeBody(token, run))
    return ClassifyRun(token, run), run;
  const PhraseMatch place = MatchPhrase(token, PhraseKind::kPlace);
  const bool long_place = place.end > token + 1 &&
                          run <= place.end;  // "St. Petersburg" before "St."
  if (const std::uint32_t end = long_place ? 0 : ScanTitle(token); end != 0)
    return end;
  if (run > token + 1 && !title_case_) return ClassifyRun(token, run), run;
  if (place.phrase != nullptr) return EmitPlace(token, place), place.end;
  if (const PhraseMatch demonym = MatchPhrase(token, PhraseKind::kDemonym);
      demonym.phrase != nullptr) {
    if (IsCapitalised(token) || !Has(Bits(token), Bit::kLowerCaseWord))
      return EmitNationality(token, demonym), demonym.end;
  }
  if (title_case_) return ScanHeadline(token);
  if (run == token) return token + 1;
  ClassifyRun(token, run);
  return run;
}

void NameScanner::EmitPlace(std::uint32_t token, const PhraseMatch& match) {
  const PlaceRow& row = finder_.lexicon().tables().places[match.phrase->row];
  NameMention& name = Emit(token, match.end, NameKind::kPlace);
  name.place = row.kind;
  name.canonical = finder_.interner().Intern(row.name);
  if (!row.country.empty())
    name.country = finder_.interner().Intern(row.country);
}

void NameScanner::EmitNationality(std::uint32_t token,
                                  const PhraseMatch& match) {
  const DemonymRow& row =
      finder_.lexicon().tables().demonyms[match.phrase->row];
  NameMention& name = Emit(token, match.end, NameKind::kNationality);
  name.canonical = name.country = finder_.interner().Intern(row.country);
}

// In a headline every word has its capital: only "Given Surname" and acronyms
// count.
std::uint32_t NameScanner::ScanHeadline(std::uint32_t token) {
  std::uint32_t last = token + 1;
  const bool given = IsCapitalised(token) && Has(Bits(token), Bit::kGivenName);
  if (given) {
    if (last + 1 < end_ && IsCapitalised(last) && IsMark(last + 1, "."))
      last += 2;  // an initial
    if (last < end_ && IsCapitalised(last) && Bits(last) == 0 &&
        text_.tokens[last].shape == TokenShape::kWord) {
      return Emit(token, last + 1, NameKind::kPerson), last + 1;
    }
  }
  return token + 1;
}

std::uint32_t NameScanner::ScanTitle(std::uint32_t token) {
  std::uint32_t start = token;
  TitleTime time = TitleTime::kCurrent;
  // "The club sacked coach Ana Reis" tells no sacked coach.
  const bool does = token > begin_ && TagOf(text_.tokens[token]) == Tag::kVerb;
  if (const PhraseMatch modifier =
          MatchPhrase(token, PhraseKind::kTitleModifier);
      modifier.phrase != nullptr && !does) {
    std::uint32_t after = modifier.end;
    if (after < end_ && IsHyphen(after) && !IsWord(after))
      ++after;  // "ex-president", "co-founder"
    if (after < end_ &&
        MatchPhrase(after, PhraseKind::kTitle).phrase != nullptr) {
      time =
          finder_.lexicon().tables().title_modifiers[modifier.phrase->row].time;
      start = after;
    }
  }
  PhraseMatch match = MatchPhrase(
      token, PhraseKind::kTitle);  // "vice president" is a row of its own
  if (match.phrase != nullptr && start != token && match.end > start)
    time = TitleTime::kCurrent;
  if (match.phrase == nullptr || start != token) {
    if (start == token) return 0;
    if (match.phrase == nullptr || match.end <= start)
      match = MatchPhrase(start, PhraseKind::kTitle);
  }
  const TitleRow& row = finder_.lexicon().tables().titles[match.phrase->row];
  const bool social =
      row.kind == TitleKind::kHonorific || row.kind == TitleKind::kRank;
  // "The ship's captain, Ana Reis".
  const bool small =
      row.kind == TitleKind::kRank && row.exclusive && !IsCapitalised(token);
  if (social && !small && !IsCapitalised(token)) return 0;
  // "The Lady Arden", "the Prince Albert": what bears a person's name; but "the
  // Reverend Ana Reis".
  if (row.kind == TitleKind::kHonorific && !row.generic && token > begin_ &&
      Has(Bits(token - 1), Bit::kArticle))
    return 0;
  // "The Queen Maelis left port".
  const auto& ships = finder_.lexicon().tables().ship_titles;
  if (std::ranges::find(ships, row.name) != ships.end() && token > begin_ &&
      IsCapitalised(token) && Has(Bits(token - 1), Bit::kArticle) &&
      match.end < end_ && IsCapitalised(match.end))
    return 0;
  std::uint32_t end = match.end;
  // "The ferry MS Aldis" is no Ms Aldis.
  const auto caps = [&](std::uint32_t t) {
    return t < end_ && (text_.tokens[t].flags & kAllCaps) != 0;
  };
  if (row.kind == TitleKind::kHonorific && !row.generic && token > begin_ &&
      caps(token) && !IsMark(end, ".") && !caps(end))
    return 0;
  if (IsMark(end, ".") && NoSpaceBefore(end) && social) ++end;
  if (social && !small && (end >= end_ || !IsCapitalised(end))) return 0;
  if (IsHyphen(end) && !IsWord(end)) {  // "President-elect"
    const PhraseMatch suffix = MatchPhrase(end + 1, PhraseKind::kTitleModifier);
    if (suffix.phrase != nullptr) {
      time =
          finder_.lexicon().tables().title_modifiers[suffix.phrase->row].time;
      end = suffix.end;
    }
  }
  NameMention& name =
      Emit(token, end,
           social && row.kind == TitleKind::kHonorific ? NameKind::kHonorific
                                                       : NameKind::kTitle);
  name.title = &row;
  name.time = time;
  name.canonical = finder_.interner().Intern(row.name);
  return end;
}

}  // namespace gainsay::internal

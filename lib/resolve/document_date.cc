#include "resolve/document_date.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "base/utf8.h"
#include "text/segment.h"
#include "text/tag.h"

namespace gainsay::internal {
namespace {

constexpr std::size_t kDatelineSegments = 8;
constexpr std::size_t kDatelineWords = 8;  // of the segment, beside the date
constexpr Day kHorizon = 31;  // a plan without a year lies this near

bool IsFullDay(const Mention& m) {
  return m.type == MentionType::kDate && m.grain == Grain::kDay &&
         !m.unanchored && m.anchor == Mention::Anchor::kNone &&
         m.hull.lo > kMinusInfinity && m.hull.hi < kPlusInfinity;
}

// Words that tell something. The name of a paper does not, though "Review" may
// be a verb: a few words, each with a capital.
bool Tells(const TokenizedText& text, const Segment& segment,
           const Mention& date) {
  constexpr int kLongestName = 4;
  int words = 0;
  bool capitals = true, verb = false;
  for (std::uint32_t t = segment.first; t < segment.last; ++t) {
    const Token& token = text.tokens[t];
    if (t >= date.first_token && t < date.last_token) continue;
    if (token.shape == TokenShape::kPunct || token.shape == TokenShape::kSymbol)
      continue;
    ++words;
    capitals &= (token.flags & (kCapitalised | kAllCaps)) != 0;
    verb |= TagOf(token) == Tag::kVerb || TagOf(token) == Tag::kParticiple;
  }
  return verb && (words > kLongestName || !capitals);
}

// A sentence, whatever its words: it ends as sentences do.
bool IsSentence(const TokenizedText& text, const Segment& segment) {
  if (segment.first == segment.last) return false;
  const std::string_view end = text.View(text.tokens[segment.last - 1]);
  return IsTerminator(DecodeUtf8(end, 0).value);
}

bool IsMark(const TokenizedText& text, std::uint32_t token) {
  return text.tokens[token].shape == TokenShape::kPunct;
}

// "LISBON, May 24, 2024 (Lusa) - The bridge ...", "ASTANA, 24 May 2024. A team
// ...": a place in capitals, other names perhaps, and after a mark the day; a
// mark that is no comma parts them from what is told.
bool OpensStory(const TokenizedText& text, const Segment& segment,
                const Mention& date) {
  constexpr int kMostWords = 5;
  if (date.first_token < segment.first + 2 ||
      !IsMark(text, date.first_token - 1))
    return false;
  int words = 0;
  for (std::uint32_t t = segment.first; t < date.first_token; ++t) {
    const Token& token = text.tokens[t];
    if (IsMark(text, t)) continue;
    const bool capitals =
        (token.flags & kAllCaps) != 0 && token.end - token.begin > 1;
    if (!capitals && (words == 0 || (token.flags & kCapitalised) == 0))
      return false;
    ++words;
  }
  if (words == 0 || words > kMostWords) return false;
  if (date.last_token >= segment.last) return true;
  return IsMark(text, date.last_token) &&
         text.View(text.tokens[date.last_token]) != ",";
}

// A line of its own under a headline, before a blank one: "Published 6 May 2024
// - Vale Radio". Else the segment as it stands.
Segment LineOf(const TokenizedText& text, Segment segment,
               const Mention& date) {
  const auto breaks = [&](std::uint32_t before) {
    return text.text
               .substr(text.tokens[before - 1].end,
                       text.tokens[before].begin - text.tokens[before - 1].end)
               .find('\n') != std::string_view::npos;
  };
  std::uint32_t first = date.first_token;
  while (first > segment.first && !breaks(first)) --first;
  for (std::uint32_t t = date.last_token; t < segment.last; ++t) {
    if (breaks(t)) return segment;
  }
  segment.first = first;
  return segment;
}

int Digits(std::string_view text) {
  int n = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    n = n * 10 + (c - '0');
  }
  return n;
}

}  // namespace

DateOrder OrderOf(std::string_view figures) {
  constexpr int kMonths = 12;
  std::array<int, 3> part{};
  std::size_t n = 0;
  while (n < part.size()) {
    const std::size_t end =
        std::min(figures.find_first_of("/.-"), figures.size());
    const std::string_view digits = figures.substr(0, end);
    if (digits.empty() || digits.size() > 4 || Digits(digits) < 0)
      return DateOrder::kOpen;
    part[n++] = Digits(digits);
    if (end == figures.size()) break;
    figures.remove_prefix(end + 1);
  }
  if (n != part.size()) return DateOrder::kOpen;
  if (part[0] > kMonths && part[0] <= 31 && part[1] <= kMonths)
    return DateOrder::kDayFirst;
  return part[1] > kMonths && part[0] <= kMonths ? DateOrder::kMonthFirst
                                                 : DateOrder::kOpen;
}

void DatelineOrder::Note(DateOrder order, DayInterval day_first,
                         DayInterval month_first) {
  seen_day_first_ |= order == DateOrder::kDayFirst;
  seen_month_first_ |= order == DateOrder::kMonthFirst;
  if (order != DateOrder::kOpen) return;
  ++open_;
  const auto widen = [](DayInterval& all, DayInterval one) {
    all = {std::min(all.lo, one.lo), std::max(all.hi, one.hi)};
  };
  widen(day_first_, day_first);
  widen(month_first_, month_first);
}

std::optional<bool> DatelineOrder::DayFirst() const {
  constexpr Day kNear = 14, kFar = 28;
  if (seen_day_first_ != seen_month_first_) return seen_day_first_;
  if (seen_day_first_ || open_ < 2) return std::nullopt;
  const Day day = day_first_.hi - day_first_.lo,
            month = month_first_.hi - month_first_.lo;
  if (day <= kNear && month > kFar) return true;
  if (month <= kNear && day > kFar) return false;
  return std::nullopt;
}

std::optional<FoundDate> Dateline(const TokenizedText& text,
                                  const MentionTable& mentions) {
  const std::size_t count = std::min(text.segments.size(), kDatelineSegments);
  for (std::size_t s = 0; s < count; ++s) {
    const Segment& segment = text.segments[s];
    const Mention *only = nullptr, *first = nullptr;
    int dates = 0;
    for (const Mention& m : mentions.mentions) {
      if (m.first_token >= segment.last) break;
      if (m.first_token < segment.first || !IsFullDay(m)) continue;
      if (dates == 0) first = &m;
      only = &m;
      ++dates;
    }
    if (first != nullptr && first->readings <= 1 &&
        segment.kind != Segment::Kind::kCell &&
        OpensStory(text, segment, *first))
      return FoundDate{first->hull, true, first->span};
    if (dates != 1 || IsSentence(text, segment)) continue;
    const Segment line = s == 0 ? LineOf(text, segment, *only) : segment;
    if (Tells(text, line, *only)) continue;
    const std::size_t words =
        line.last - line.first - (only->last_token - only->first_token);
    const bool edge = only->last_token + 1 >= line.last ||
                      only->first_token <= line.first + 1;
    if (words <= kDatelineWords && edge &&
        segment.kind != Segment::Kind::kCell) {
      FoundDate found{only->hull, true, only->span};
      for (std::uint32_t r = 1; r < only->readings; ++r) {
        const DayInterval other =
            mentions.readings[only->first_reading + r].hull;
        found.days = {std::min(found.days.lo, other.lo),
                      std::max(found.days.hi, other.hi)};
        found.ambiguous = true;
      }
      return found;
    }
  }
  return std::nullopt;
}

std::optional<PlannedDay> YearlessDay(const MentionTable& mentions,
                                      std::uint32_t mention) {
  const Mention& m = mentions.mentions[mention];
  const std::string_view value = mentions.Value(m);
  if (m.type != MentionType::kDate || value.size() != 10 ||
      !value.starts_with("XXXX-"))
    return std::nullopt;
  const int month = Digits(value.substr(5, 2)),
            day = Digits(value.substr(8, 2));
  if (month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  return PlannedDay{mention, month, day};
}

std::optional<FoundDate> BetweenFactAndPlan(
    const MentionTable& mentions, std::span<const std::uint32_t> past,
    std::span<const PlannedDay> planned) {
  const Mention* last = nullptr;
  for (const std::uint32_t i : past) {
    const Mention& m = mentions.mentions[i];
    if (IsFullDay(m) && (last == nullptr || m.hull.lo > last->hull.lo))
      last = &m;
  }
  if (last == nullptr) return std::nullopt;
  const std::chrono::sys_days from{std::chrono::days{last->hull.lo}};
  for (const PlannedDay& plan : planned) {
    const int year = static_cast<int>(std::chrono::year_month_day(from).year());
    for (const int y : {year, year + 1}) {
      const std::chrono::year_month_day ymd{
          std::chrono::year(y),
          std::chrono::month(static_cast<unsigned>(plan.month)),
          std::chrono::day(static_cast<unsigned>(plan.day))};
      if (!ymd.ok()) continue;
      const Day day = static_cast<Day>(
          std::chrono::sys_days(ymd).time_since_epoch().count());
      if (day < last->hull.lo || day > last->hull.hi + kHorizon) continue;
      return FoundDate{
          {last->hull.lo, day}, false, mentions.mentions[plan.mention].span};
    }
  }
  return std::nullopt;
}

}  // namespace gainsay::internal

#include "resolve/document_date.h"

#include <algorithm>
#include <chrono>

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

bool HasVerb(const TokenizedText& text, const Segment& segment) {
  const std::span<const Token> tokens = text.Tokens(segment);
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
    return TagOf(token) == Tag::kVerb || TagOf(token) == Tag::kParticiple;
  });
}

// A sentence, whatever its words: it ends with a full stop.
bool IsSentence(const TokenizedText& text, const Segment& segment) {
  if (segment.first == segment.last) return false;
  const std::string_view end = text.View(text.tokens[segment.last - 1]);
  return end == "." || end == "!" || end == "?";
}

int Digits(std::string_view text) {
  int n = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    n = n * 10 + (c - '0');
  }
  return n;
}

// The number of one or two digits that ends before a position, or -1.
int SmallNumberBefore(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && end - begin < 3 && text[begin - 1] >= '0' &&
         text[begin - 1] <= '9')
    --begin;
  if (begin == end || end - begin > 2) return -1;
  return Digits(text.substr(begin, end - begin));
}

}  // namespace

int DayFirstEvidence(std::string_view text) {
  constexpr int kMonths = 12, kDays = 31;
  bool day = false, month = false;
  for (std::size_t i = text.find('/'); i != std::string_view::npos;
       i = text.find('/', i + 1)) {
    const std::size_t second = text.find('/', i + 1);
    if (second == std::string_view::npos) break;
    if (second - i > 3 || second + 5 > text.size() ||
        Digits(text.substr(second + 1, 4)) < 1000)
      continue;
    const int a = SmallNumberBefore(text, i),
              b = SmallNumberBefore(text, second);
    day |= a > kMonths && a <= kDays && b >= 1 && b <= kMonths;
    month |= b > kMonths && b <= kDays && a >= 1 && a <= kMonths;
  }
  return day == month ? 0 : day ? 1 : -1;
}

std::optional<FoundDate> Dateline(const TokenizedText& text,
                                  const MentionTable& mentions) {
  const std::size_t count = std::min(text.segments.size(), kDatelineSegments);
  for (std::size_t s = 0; s < count; ++s) {
    const Segment& segment = text.segments[s];
    const Mention* only = nullptr;
    int dates = 0;
    for (const Mention& m : mentions.mentions) {
      if (m.first_token >= segment.last) break;
      if (m.first_token < segment.first || !IsFullDay(m)) continue;
      only = &m;
      ++dates;
    }
    if (dates != 1 || HasVerb(text, segment) || IsSentence(text, segment))
      continue;
    const std::size_t words =
        segment.last - segment.first - (only->last_token - only->first_token);
    const bool edge = only->last_token + 1 >= segment.last ||
                      only->first_token <= segment.first + 1;
    if (words <= kDatelineWords && edge &&
        segment.kind != Segment::Kind::kCell) {
      return FoundDate{only->hull, true, only->span};
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

#include "resolve/document_date.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <map>

#include "base/utf8.h"
#include "calendar/civil.h"
#include "text/segment.h"
#include "text/tag.h"

namespace gainsay::internal {
namespace {

constexpr std::size_t kDatelineSegments = 8;
constexpr std::uint32_t kLongestLine = 30;  // tokens of a line that dates
constexpr Day kHorizon = 31;  // a plan without a year lies this near

// With or without the time of day.
bool IsFullDay(const Mention& m) {
  const bool day = m.type == MentionType::kDate
                       ? m.grain == Grain::kDay
                       : m.type == MentionType::kTime && m.hull.lo == m.hull.hi;
  return day && !m.unanchored && m.anchor == Mention::Anchor::kNone &&
         m.hull.lo > kMinusInfinity && m.hull.hi < kPlusInfinity;
}

bool IsMark(const TokenizedText& text, std::uint32_t token) {
  return text.tokens[token].shape == TokenShape::kPunct ||
         text.tokens[token].shape == TokenShape::kSymbol;
}

bool IsFunctionWord(Tag tag) {
  return tag == Tag::kPreposition || tag == Tag::kDeterminer ||
         tag == Tag::kConjunction || tag == Tag::kPronoun;
}

// What stands between two marks of a line.
struct LinePart {
  int words = 0, small = 0;  // beside mentions, and those without a capital
  bool verb = false, dated = false, function_before_date = false;
};

// A line that says who published and when: "Published 6 May 2024 | Kora Mail",
// "Kora Radio, live page, 3 May 2024, 17:40", "THE KORA MAIL, Friday 3 May
// 2024. By Ann Bell". Beside the day stand names and words of its kind; what
// other parts say has no verb. A sentence is none, unless it ends with the day
// and has nothing but names.
class DatingLine {
 public:
  DatingLine(const TokenizedText& text, WordCache& known)
      : text_(text), known_(known) {}

  bool Is(const Segment& segment, const Mention& date) {
    if (segment.kind == Segment::Kind::kCell ||
        segment.last - segment.first > kLongestLine)
      return false;
    const bool sentence = EndsAsSentence(segment);
    if (sentence && date.last_token + 1 != segment.last) return false;
    LinePart part;
    for (std::uint32_t t = segment.first; t < segment.last; ++t) {
      if (t == date.first_token) {
        part.dated = true;
        part.function_before_date =
            t > segment.first && IsFunctionWord(TagOf(text_.tokens[t - 1]));
        t = date.last_token - 1;
      } else if (IsMark(text_, t)) {
        if (!Fits(part, sentence, segment.first == 0)) return false;
        part = {};
      } else {
        Count(t, part);
      }
    }
    return Fits(part, sentence, segment.first == 0);
  }

 private:
  bool EndsAsSentence(const Segment& segment) const {
    const std::string_view end = text_.View(text_.tokens[segment.last - 1]);
    return IsTerminator(DecodeUtf8(end, 0).value);
  }

  // The name of a paper may hold what elsewhere is a verb, "Review": a few
  // words, each with a capital.
  static bool Fits(const LinePart& part, bool sentence, bool first) {
    constexpr int kLongestName = 4, kLongestPart = 7;
    if (part.words > kLongestPart || (sentence && part.small > 0)) return false;
    // "The Mail on Sunday, 26 May 2024", which is no headline.
    if (part.dated && (part.small > 0 || (part.function_before_date && first)))
      return part.words == 0;
    return !part.verb || (part.small == 0 && part.words <= kLongestName);
  }

  void Count(std::uint32_t t, LinePart& part) {
    const Token& token = text_.tokens[t];
    const Tag tag = TagOf(token);
    if (HasClass(known_, token.folded, WordClass::kOfDateline) ||
        token.shape == TokenShape::kNumber || IsFunctionWord(tag))
      return;
    ++part.words;
    part.small += (token.flags & (kCapitalised | kAllCaps)) == 0 ? 1 : 0;
    // "Match report" has none.
    part.verb |=
        (tag == Tag::kVerb || tag == Tag::kParticiple) &&
        (t + 1 == text_.tokens.size() ||
         !HasClass(known_, text_.tokens[t + 1].folded, WordClass::kOfDateline));
  }

  const TokenizedText& text_;
  WordCache& known_;
};

// Whether a dash or a colon stands behind a date, or behind brackets after it.
bool PartsStory(const TokenizedText& text, const Segment& segment,
                const Mention& date) {
  constexpr std::uint32_t kMostInside = 4;
  std::uint32_t t = date.last_token;
  if (text.View(text.tokens[t]) == "(") {
    const std::uint32_t end = std::min(segment.last, t + kMostInside + 2);
    while (t < end && text.View(text.tokens[t]) != ")") ++t;
    if (++t >= segment.last) return false;
  }
  const std::string_view mark = text.View(text.tokens[t]);
  return mark == ":" || mark.starts_with('-') || mark == "–" || mark == "—";
}

// "LISBON, May 24, 2024 (Lusa) - The bridge ...", "ASTANA, 24 May 2024. A team
// ...", "May 24, 2024 (Lusa) - The bridge ...": a place, other names perhaps,
// and the day; a mark that is no comma parts them from what is told. Without a
// word in capitals only what was cut off as a dateline.
bool OpensStory(const TokenizedText& text, const Segment& segment,
                const Mention& date) {
  constexpr int kMostWords = 5;
  int words = 0;
  bool capitals = false, agency = false;
  for (std::uint32_t t = segment.first; t < date.first_token; ++t) {
    const Token& token = text.tokens[t];
    if (IsMark(text, t)) {
      if (text.View(token) == "(" || text.View(token) == ")")
        agency = text.View(token) == "(";
      continue;
    }
    if (words == 0)
      capitals = (token.flags & kAllCaps) != 0 && token.end - token.begin > 1;
    if (!agency && (token.flags & (kCapitalised | kAllCaps)) == 0) return false;
    ++words;
  }
  if (words > kMostWords || agency) return false;
  if (words > 0 && !IsMark(text, date.first_token - 1)) return false;
  const bool cut = segment.kind == Segment::Kind::kDateline;
  if (date.last_token >= segment.last) return cut || capitals;
  if (!IsMark(text, date.last_token)) return false;
  const std::string_view mark = text.View(text.tokens[date.last_token]);
  // "Kelm (rpd), 2 September 2024 - The museum", "Kelm, 2 September 2024
  // (rpd):".
  if (!cut && !capitals) return words > 0 && PartsStory(text, segment, date);
  return mark != ",";
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

void DatelineYears::Note(DayInterval days) {
  constexpr Day kNarrow = 7;
  if (days.lo > kMinusInfinity && days.hi < days.lo + kNarrow)
    days_.push_back(days.lo);
}

std::optional<DayInterval> DatelineYears::DayOf(int month, int day) const {
  constexpr Day kNear = 45;
  std::map<Day, int> near;  // candidates, by how many documents are near
  for (const Day known : days_) {
    const std::int32_t year = CivilOf(known).year;
    for (const int step : {-1, 0, 1}) {
      if (day > static_cast<int>(
                    LastDayOf(year + step, static_cast<unsigned>(month))))
        continue;
      const Day at =
          ::gainsay::internal::DayOf(year + step, static_cast<unsigned>(month),
                                     static_cast<unsigned>(day));
      if (std::abs(at - known) <= kNear) ++near[at];
    }
  }
  const auto most = std::ranges::max_element(
      near, {}, [](const auto& candidate) { return candidate.second; });
  if (most == near.end() ||
      std::ranges::count(near, most->second, [](const auto& candidate) {
        return candidate.second;
      }) > 1)
    return std::nullopt;
  return DayInterval{most->first, most->first};
}

namespace {

// The first mention of a kind that stands as a dateline does.
template <typename IsDate>
const Mention* FindDateline(const TokenizedText& text,
                            const MentionTable& mentions, WordCache& known,
                            IsDate is_date) {
  const std::size_t count = std::min(text.segments.size(), kDatelineSegments);
  DatingLine line(text, known);
  for (std::size_t s = 0; s < count; ++s) {
    const Segment& segment = text.segments[s];
    const Mention* first = nullptr;
    int dates = 0;
    for (const Mention& m : mentions.mentions) {
      if (m.first_token >= segment.last) break;
      if (m.first_token < segment.first || !is_date(m)) continue;
      if (dates++ == 0) first = &m;
    }
    if (first == nullptr) continue;
    const bool opens = first->readings <= 1 &&
                       segment.kind != Segment::Kind::kCell &&
                       OpensStory(text, segment, *first);
    if (opens || (dates == 1 && line.Is(segment, *first))) return first;
  }
  return nullptr;
}

}  // namespace

std::optional<FoundDate> Dateline(const TokenizedText& text,
                                  const MentionTable& mentions,
                                  WordCache& known) {
  const Mention* date = FindDateline(text, mentions, known, IsFullDay);
  if (date == nullptr) return std::nullopt;
  FoundDate found{date->hull, true, date->span};
  for (std::uint32_t r = 1; r < date->readings; ++r) {
    const DayInterval other = mentions.readings[date->first_reading + r].hull;
    found.days = {std::min(found.days.lo, other.lo),
                  std::max(found.days.hi, other.hi)};
    found.ambiguous = true;
  }
  return found;
}

std::optional<DayOfYear> YearlessDateline(const TokenizedText& text,
                                          const MentionTable& mentions,
                                          WordCache& known) {
  const auto index = [&](const Mention& m) {
    return static_cast<std::uint32_t>(&m - mentions.mentions.data());
  };
  const Mention* date =
      FindDateline(text, mentions, known, [&](const Mention& m) {
        return DayOfYearIn(mentions, index(m)).has_value();
      });
  return date == nullptr ? std::nullopt : DayOfYearIn(mentions, index(*date));
}

std::optional<DayOfYear> DayOfYearIn(const MentionTable& mentions,
                                     std::uint32_t mention) {
  const Mention& m = mentions.mentions[mention];
  const std::string_view value = mentions.Value(m);
  constexpr std::size_t kDate = 10;  // "XXXX-05-29", a time of day behind it
  const bool dated = m.type == MentionType::kDate
                         ? value.size() == kDate
                         : m.type == MentionType::kTime;
  if (!dated || value.size() < kDate || !value.starts_with("XXXX-"))
    return std::nullopt;
  const int month = Digits(value.substr(5, 2)),
            day = Digits(value.substr(8, 2));
  if (month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  return DayOfYear{mention, month, day};
}

void FillYears(const DatelineYears& years, MentionTable& mentions) {
  for (std::uint32_t i = 0; i < mentions.mentions.size(); ++i) {
    Mention& mention = mentions.mentions[i];
    const std::optional<DayOfYear> day = DayOfYearIn(mentions, i);
    if (!day || mention.type != MentionType::kDate) continue;
    const auto days = years.DayOf(day->month, day->day);
    if (!days) continue;
    mention.core = mention.hull = *days;
    mention.grain = Grain::kDay;
    mention.unanchored = false;
  }
}

std::optional<FoundDate> BetweenFactAndPlan(
    const MentionTable& mentions, std::span<const std::uint32_t> past,
    std::span<const DayOfYear> planned) {
  const Mention* last = nullptr;
  for (const std::uint32_t i : past) {
    const Mention& m = mentions.mentions[i];
    if (IsFullDay(m) && (last == nullptr || m.hull.lo > last->hull.lo))
      last = &m;
  }
  if (last == nullptr) return std::nullopt;
  const std::chrono::sys_days from{std::chrono::days{last->hull.lo}};
  for (const DayOfYear& plan : planned) {
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

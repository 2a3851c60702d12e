#include "claim/clock_value.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "calendar/clock.h"
#include "resolve/attach.h"
#include "text/tag.h"

namespace gainsay::internal {
namespace {

constexpr std::uint32_t kLongestHedge = 3;  // words
constexpr std::string_view kNoon = "NO", kMidnight = "MI";

struct Minute {
  double of_day = 0;
  bool half_known = false;
};

std::optional<Minute> MinuteOf(const Sense& sense) {
  if (sense.kind != Sense::Kind::kPoint) return std::nullopt;
  if (sense.hour < 0) {
    if (sense.part_of_day == kNoon) return Minute{kMinutesOfHalf, true};
    if (sense.part_of_day == kMidnight) return Minute{0, true};
    return std::nullopt;
  }
  const double minute = std::max<int>(sense.minute, 0);
  constexpr int kHours = 12;
  const bool known = sense.half_told || sense.hour == 0 || sense.hour > kHours;
  const int hour = known ? sense.hour : sense.hour % kHours;
  return Minute{hour * 60.0 + minute, known};
}

class ClockValueReader {
 public:
  ClockValueReader(const SentenceView& sentence, const Atom& atom,
                   const MentionTable& mentions, const ValueWords& words,
                   bool hedged)
      : s_(sentence),
        atom_(atom),
        mentions_(mentions),
        mention_(mentions.mentions[atom.id]),
        words_(words),
        hedges_(hedged),
        zone_word_(sentence.words.index().ClassBit("zone_word")),
        clock_at_(sentence.words.index().ClassBit("clock_at")) {}

  std::optional<ClockInText> Read();

 private:
  void Hedge();
  void Half(Minute& minute) const;
  StringId Zone(const Sense& sense) const;
  void LeadingZero(Minute& minute) const;
  ValueRow Row(const Minute& minute, const Sense& sense) const;
  std::optional<ClockInText> Range(const Sense& sense);
  std::optional<ClockInText> DayPart(const Sense& sense);
  std::optional<ClockInText> BareHour();
  double MinutesBefore() const;
  std::optional<double> DottedMinutes() const;
  bool IsNumber(std::uint32_t token, double* number) const;
  std::string_view Word(std::uint32_t token) const {
    return s_.words.interner().View(s_.text.tokens[token].folded);
  }

  const SentenceView& s_;
  const Atom& atom_;
  const MentionTable& mentions_;
  const Mention& mention_;
  const ValueWords& words_;
  bool hedges_;
  ClassSet zone_word_, clock_at_;
  ClockInText out_;
  ToldClock told_;
};

// The longest row of the words before it: "shortly before", "at around".
void ClockValueReader::Hedge() {
  const std::uint32_t begin = s_.parse.groups.groups.front().first;
  out_.first = atom_.first;
  if (!hedges_) return;
  for (std::uint32_t n = kLongestHedge; n > 0; --n) {
    if (atom_.first < begin + n) continue;
    std::string before;
    for (std::uint32_t i = atom_.first - n; i < atom_.first; ++i) {
      if (!before.empty()) before += ' ';
      before += Word(i);
    }
    const ClockHedgeRow* row = words_.ClockHedge(before);
    if (row == nullptr) continue;
    told_.modifier = row->modifier;
    told_.close = row->close;
    out_.first = atom_.first - n;
    out_.hedged = true;
    return;
  }
}

// "02:17" is of the day's first half: nobody writes the zero of a dial.
void ClockValueReader::LeadingZero(Minute& minute) const {
  const Token& first = s_.text.tokens[atom_.first];
  const std::string_view text = s_.text.View(first);
  if (text.size() >= 2 && text[0] == '0') minute.half_known = true;
}

// "Ten past four in the afternoon", "4.15 on Sunday morning".
void ClockValueReader::Half(Minute& minute) const {
  constexpr std::uint32_t kReach = 3;  // words
  if (minute.half_known) return;
  const DayPartRow* part = nullptr;
  for (std::uint32_t i = atom_.last;
       part == nullptr && i < s_.text.tokens.size() && i < atom_.last + kReach;
       ++i) {
    if (TagOf(s_.text.tokens[i]) == Tag::kPunct) return;
    part = words_.DayPart(Word(i));
  }
  if (part == nullptr) return;
  const auto within = [&](double at) {
    return (at >= part->begin && at <= part->end) ||
           (at + kMinutesOfDay >= part->begin &&
            at + kMinutesOfDay <= part->end);
  };
  const bool first = within(minute.of_day),
             second = within(minute.of_day + kMinutesOfHalf);
  if (first == second) return;
  if (second) minute.of_day += kMinutesOfHalf;
  minute.half_known = true;
}

// "GMT"; of "9:42 a.m. Pacific time", "14:42 Moscow time" what the capitals
// say.
StringId ClockValueReader::Zone(const Sense& sense) const {
  constexpr std::uint32_t kMostWords = 3;
  Interner& strings = s_.words.interner();
  const auto& tokens = s_.text.tokens;
  std::uint32_t i = atom_.last;
  while (sense.zone.empty() && i < tokens.size() &&
         i < atom_.last + kMostWords && (tokens[i].flags & kCapitalised) != 0)
    ++i;
  const bool named = i > atom_.last && i < tokens.size() &&
                     (s_.Info(i).classes & zone_word_) != 0;
  if (!named) return strings.Intern(sense.zone);
  return strings.Intern(s_.text.text.substr(
      tokens[atom_.last].begin, tokens[i - 1].end - tokens[atom_.last].begin));
}

ValueRow ClockValueReader::Row(const Minute& minute, const Sense& sense) const {
  Interner& strings = s_.words.interner();
  ToldClock told = told_;
  told.minute = minute.of_day;
  const ClockCuts cuts = DenoteClock(told);
  ValueRow row;
  row.kind = ValueKind::kTime;
  row.modifier = told.modifier;
  row.grain = Grain::kUnknown;
  row.surface = strings.Intern(
      s_.text.text.substr(mention_.span.begin, mention_.span.size()));
  row.text = Zone(sense);
  row.qualifier = strings.Intern(minute.half_known ? kFullClock : kHalfClock);
  row.number = row.number_max = minute.of_day;
  row.qcore = cuts.core;
  row.qhull = cuts.hull;
  return row;
}

// "From 6 pm to 8 pm": begin and end; "between 6 pm and 8 pm": some time
// between.
std::optional<ClockInText> ClockValueReader::Range(const Sense& sense) {
  if (sense.base == Sense::kNoSense || sense.other == Sense::kNoSense)
    return std::nullopt;
  const Sense &first = mentions_.senses[sense.base],
              &last = mentions_.senses[sense.other];
  const std::optional<Minute> begin = MinuteOf(first), end = MinuteOf(last);
  if (!begin || !end || !begin->half_known || !end->half_known)
    return std::nullopt;
  out_.dated = TellsDay(first) || TellsDay(last);
  out_.first = atom_.first;
  const bool between =
      (s_.Info(atom_.first).features & kAmongWord) != 0;  // the word itself
  out_.row = Row(*begin, first.zone.empty() ? last : first);
  if (!between) {
    out_.end = Row(*end, last);
    return out_;
  }
  out_.hedged = true;
  const ClockCuts cuts = DenoteClockRange(begin->of_day, end->of_day);
  out_.row.number_max = end->of_day;
  out_.row.qcore = cuts.core;
  out_.row.qhull = cuts.hull;
  return out_;
}

// "On Saturday evening": some time of it, or an hour about it.
std::optional<ClockInText> ClockValueReader::DayPart(const Sense& sense) {
  constexpr double kHour = 60;
  Hedge();
  if (sense.part_of_day.empty() || out_.hedged) return std::nullopt;
  const DayPartRow* part = nullptr;
  for (std::uint32_t i = atom_.first; i < atom_.last && part == nullptr; ++i)
    part = words_.DayPart(Word(i));
  if (part == nullptr) return std::nullopt;
  const auto begin = static_cast<double>(part->begin),
             end = static_cast<double>(part->end);
  out_.dated = TellsDay(sense);
  out_.row = Row({begin, true}, sense);
  out_.row.number_max = end;
  out_.row.qcore = {begin, end, false, false};
  out_.row.qhull = {begin - kHour, end + kHour, false, false};
  return out_;
}

bool ClockValueReader::IsNumber(std::uint32_t token, double* number) const {
  for (const Atom& atom : s_.atoms) {
    if (atom.first != token || atom.last != token + 1 ||
        atom.kind != Atom::Kind::kNumber)
      continue;
    *number = mentions_.mentions[atom.id].number;
    return true;
  }
  return false;
}

// "Ten to two", "twenty past two": -10, 20; 0 of other words.
double ClockValueReader::MinutesBefore() const {
  const std::uint32_t begin = s_.parse.groups.groups.front().first;
  double minutes = 0;
  if (atom_.first < begin + 2 || !IsNumber(atom_.first - 2, &minutes) ||
      minutes <= 0 || minutes >= kMinutesOfDay / 24 / 2 ||
      std::fmod(minutes, 5) != 0)
    return 0;
  const ClockHedgeRow* row = words_.ClockHedge(Word(atom_.first - 1));
  if (row != nullptr && row->modifier == Modifier::kAfter) return minutes;
  const bool to = (s_.Info(atom_.first - 1).features & kInfinitive) != 0;
  return to ? -minutes : 0;
}

// "At 4.15": the minutes behind a point, always two digits.
std::optional<double> ClockValueReader::DottedMinutes() const {
  const std::string_view text = s_.text.View(s_.text.tokens[atom_.first]);
  const std::size_t point = text.find('.');
  if (point == std::string_view::npos || point + 3 != text.size() ||
      (s_.Info(atom_.first == 0 ? 0 : atom_.first - 1).classes & clock_at_) ==
          0)
    return std::nullopt;
  constexpr double kHundred = 100, kHour = 60;
  const double minutes =
      std::round((mention_.number - std::floor(mention_.number)) * kHundred);
  return minutes < kHour ? std::optional(minutes) : std::nullopt;
}

std::optional<ClockInText> ClockValueReader::BareHour() {
  constexpr double kHours = 12;
  const std::uint32_t group = GroupOfAtom(s_.parse, atom_);
  const std::optional<double> dotted = DottedMinutes();
  const double hour = dotted ? std::floor(mention_.number) : mention_.number;
  // "At around four".
  const std::uint32_t begin = group == kNowhere ? 0 : s_.G(group).first;
  const bool about = mention_.modifier == Modifier::kAbout && begin > 0 &&
                     (s_.Info(begin - 1).classes & clock_at_) != 0;
  if (group == kNowhere || atom_.last > atom_.first + (about ? 2 : 1) ||
      hour < 1 || hour > (dotted ? 2 * kHours - 1 : kHours) ||
      hour != std::floor(hour) || mention_.number_max != mention_.number ||
      (mention_.modifier != Modifier::kBare && !about) ||
      s_.G(group).kind != GroupKind::kValue || s_.G(group).last != atom_.last)
    return std::nullopt;
  const double shift = MinutesBefore();
  if (shift == 0) Hedge();
  if (about) {
    told_.modifier = Modifier::kAbout;
    out_.hedged = true;
  }
  out_.hedged |= shift != 0;
  out_.first = shift == 0 ? out_.first : atom_.first - 2;
  out_.bare = true;
  const double at = hour * 60 + shift + dotted.value_or(0);
  Minute minute{
      hour > kHours ? at : std::fmod(at + kMinutesOfHalf, kMinutesOfHalf),
      hour > kHours};
  Half(minute);
  out_.row = Row(minute, Sense());
  return out_;
}

std::optional<ClockInText> ClockValueReader::Read() {
  if (mention_.type == MentionType::kNumber && !s_.parse.groups.groups.empty())
    return BareHour();
  if (mention_.type != MentionType::kTime ||
      mention_.sense == Sense::kNoSense || s_.parse.groups.groups.empty())
    return std::nullopt;
  const Sense& sense = mentions_.senses[mention_.sense];
  if (sense.kind == Sense::Kind::kRange) return Range(sense);
  std::optional<Minute> minute = MinuteOf(sense);
  if (!minute) return DayPart(sense);
  LeadingZero(*minute);
  Half(*minute);
  Hedge();
  out_.dated = TellsDay(sense);
  out_.row = Row(*minute, sense);
  return out_;
}

}  // namespace

bool TellsDay(const Sense& sense) {
  return sense.weekday != 0 || sense.day != 0 || sense.shifted || sense.same ||
         !sense.holiday.empty();
}

std::optional<ClockInText> ReadClock(const SentenceView& sentence,
                                     const Atom& atom,
                                     const MentionTable& mentions,
                                     const ValueWords& words, bool hedged) {
  return ClockValueReader(sentence, atom, mentions, words, hedged).Read();
}

}  // namespace gainsay::internal

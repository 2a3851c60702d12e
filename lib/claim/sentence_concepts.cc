// Values that readers by concepts have read; those that make more than one
// claim: clock times, both ends of a range. See sentence.h.
#include "claim/counts.h"
#include "claim/sentence.h"
#include "claim/spans.h"

namespace gainsay::internal {
namespace {

constexpr std::string_view kStateLength = "state_length",
                           kStateBegin = "state_begin";

}  // namespace

// By concepts, where no row fits. "A minute of silence" is no lapse, but a
// runway may be closed for four hours.
std::optional<FrameReading> SentenceReader::Lapse(
    std::uint32_t atom, const ValuePaths& paths) const {
  const Mention& mention = d_.mentions.mentions[s_.atoms[atom].id];
  const bool hours = mention.type == MentionType::kDuration &&
                     mention.count.unit == TimeUnit::kHour;
  return LapseReader(s_, d_.discourse, d_.classes, d_.lapse)
      .Read(s_.atoms[atom], paths, hours);
}

std::optional<FrameReading> SentenceReader::CountTold(
    std::uint32_t atom) const {
  return CountReader(s_, d_.mentions, d_.discourse, d_.classes, d_.as_of)
      .Read(s_.atoms[atom]);
}

std::optional<FrameReading> SentenceReader::LengthTold(
    std::uint32_t atom) const {
  std::optional<FrameReading> out =
      EventLengthReader(s_, d_.discourse, d_.classes, d_.concepts.event_length)
          .Read(s_.atoms[atom]);
  // From Monday to Friday it is four days, and five with the first.
  const Count& count = d_.mentions.mentions[s_.atoms[atom].id].count;
  if (out && out->frame->predicate == kStateLength &&
      count.unit == TimeUnit::kDay && count.n > 1 && count.n == count.n_max &&
      count.modifier == Modifier::kBare && !count.round)
    out->count = Count{.n = count.n - 1, .n_max = count.n};
  return out;
}

std::optional<FrameReading> SentenceReader::EndTold(std::uint32_t atom) const {
  return EventLengthReader(s_, d_.discourse, d_.classes,
                           d_.concepts.event_length)
      .End(s_.atoms[atom]);
}

void SentenceReader::SameEvent(Match& match,
                               std::string_view& predicate) const {
  for (const SameEventRow& row : s_.words.index().tables().same_events) {
    if ((predicate != row.predicate && predicate != match.frame->series) ||
        !d_.discourse.IsResumed(match.subject.entity))
      continue;
    const ByteSpan span = match.subject.entity.span;
    match.subject.entity = *d_.discourse.resumed();
    match.subject.entity.span = span;
    predicate = row.becomes;
  }
}

// "Her uncle began the festival in 1994": not this year's.
bool SentenceReader::BeganLongAgo(const Mention& mention, const Match& match,
                                  std::string_view predicate) const {
  constexpr Day kLong = 550;
  return predicate == kStateBegin && d_.as_of.lo > kMinusInfinity &&
         (match.subject.entity.classes & d_.classes.recurring) != 0 &&
         mention.hull.hi < d_.as_of.lo - kLong;
}

// A strike of workers, which by its noun might be an attack.
bool SentenceReader::ReadStrike(std::uint32_t atom, const ValuePaths& paths) {
  const auto of_strike = [&](std::optional<FrameReading> reading) {
    return reading &&
           (reading->subject.entity.classes &
            d_.concepts.event_length.labour) != 0 &&
           Emit(atom, std::move(reading));
  };
  return of_strike(LengthTold(atom)) || of_strike(DayTold(atom, paths));
}

std::optional<FrameReading> SentenceReader::DayTold(
    std::uint32_t atom, const ValuePaths& paths) const {
  return ClockReader(s_, d_.mentions, d_.discourse, d_.classes, d_.clock,
                     d_.as_of)
      .ReadDay(s_.atoms[atom], paths);
}

bool SentenceReader::Emit(std::uint32_t atom,
                          std::optional<FrameReading> reading) {
  if (!reading) return false;
  Match match{*std::move(reading)};
  Emit(d_.mentions.mentions[s_.atoms[atom].id], atom, match);
  return true;
}

// "The storm stopped it in the following year": a day in words that lies ahead
// of the document, told as past, is one that was reckoned from another.
bool SentenceReader::IsPastOfFuture(const Clause* clause,
                                    const Mention& mention,
                                    const ValueRow& value) const {
  constexpr std::uint16_t kAhead = kFuture | kPlannedVerb | kUnsure;
  return clause != nullptr && clause->verb != kNowhere &&
         s_.text.text.substr(mention.span.begin, mention.span.size())
                 .find_first_of("0123456789") == std::string_view::npos &&
         (s_.G(clause->verb).verb & (kPast | kAhead)) == kPast &&
         d_.as_of.hi < kPlusInfinity && value.core.lo > d_.as_of.hi + 1;
}

// True if the clock times that an atom tells are all that it tells: it names no
// day.
bool SentenceReader::ReadClocks(std::uint32_t atom, const ValuePaths& paths) {
  ClockReader reader(s_, d_.mentions, d_.discourse, d_.classes, d_.clock,
                     d_.as_of);
  const auto [readings, dated] = reader.Read(s_.atoms[atom], paths);
  if (readings.empty()) return false;
  for (const FrameReading& reading : readings) Emit(atom, reading);
  // Counted once, whatever else it tells.
  d_.coverage.in_claims -= readings.size() - (dated ? 0 : 1);
  return !dated;
}

// "From 1941 to 1944": when it began, and when it ended.
bool SentenceReader::ReadEnd(std::uint32_t atom, const ValuePaths& paths) {
  const RangeEnd end = RangeEndOf(s_, atom, d_.clock.range_to);
  if (end == RangeEnd::kNone) return false;
  const SpanReader reader(s_, d_.discourse, d_.classes, d_.clock.lasting);
  if (end == RangeEnd::kBegin) return Emit(atom, reader.Read(end, paths));
  return Emit(atom, reader.Read(end, PathsOf(s_.text, s_.atoms, s_.parse,
                                             atom - 1, s_.words)));
}

// "A magnitude 6 quake can cause damage": of no quake that there was.
bool SentenceReader::IsGeneric(const Match& match, const Clause* clause) const {
  return match.subject.group != kNowhere && clause != nullptr &&
         clause->verb != kNowhere &&
         (s_.G(match.subject.group).features & kIndefinite) != 0 &&
         (clause->conditional ||
          (s_.G(clause->verb).verb & (kUnsure | kPlannedVerb | kFuture)) != 0);
}

// The dateline; "the autumn before the flood", "the day after the vote": which,
// another date says.
bool SentenceReader::TellsNoDay(std::uint32_t atom) const {
  const Atom& date = s_.atoms[atom];
  const ByteSpan span = d_.mentions.mentions[date.id].span;
  if (d_.dateline.begin <= span.begin && span.end <= d_.dateline.end)
    return true;
  if (date.kind != Atom::Kind::kDate || date.last + 1 >= s_.text.tokens.size())
    return false;
  // "A year later than planned" says by how much, not when.
  if ((s_.Info(date.last).features & kThanWord) != 0) return true;
  const std::string_view said = s_.text.text.substr(
      s_.text.tokens[date.first].begin,
      s_.text.tokens[date.last - 1].end - s_.text.tokens[date.first].begin);
  return (s_.Info(date.first).features & kDefinite) != 0 &&
         std::ranges::none_of(said,
                              [](char c) {
                                return (c >= '0' && c <= '9') ||
                                       (c >= 'A' && c <= 'Z');
                              }) &&
         (s_.Info(date.last).classes & d_.lapse.around) != 0 &&
         (s_.Info(date.last + 1).features & (kDefinite | kPossessive)) != 0;
}

// "Firm opens shop in Lima October 13, 2005": after a headline in the present
// stands when it was written.
bool SentenceReader::IsDateline(const Mention& mention, const Match& match,
                                const Clause* clause) const {
  constexpr std::uint16_t kTold = kPast | kPerfect | kPassive | kPlannedVerb |
                                  kFuture | kUnsure | kDeniedVerb | kToVerb |
                                  kGerundVerb | kBareParticiple;
  return match.path.steps[0].relation == "time" && clause != nullptr &&
         clause->verb != kNowhere &&
         (s_.G(clause->verb).verb & (kTold | kFinite)) == kFinite &&
         mention.grain == Grain::kDay && d_.as_of.hi < kPlusInfinity &&
         mention.hull.hi <= d_.as_of.hi;
}

}  // namespace gainsay::internal

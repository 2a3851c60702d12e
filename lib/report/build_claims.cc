#include <algorithm>
#include <cmath>

#include "base/code_points.h"
#include "base/hash.h"
#include "base/number.h"
#include "calendar/format_days.h"
#include "claim/told_clock.h"
#include "report/build_parts.h"
#include "report/words.h"

namespace gainsay::internal {
namespace {

std::string DurationText(const Count& count) {
  static constexpr const char* kUnits[] = {"H", "D", "W", "M", "Y"};
  const std::string unit = kUnits[static_cast<std::size_t>(count.unit)];
  const std::string time = count.unit == TimeUnit::kHour ? "PT" : "P";
  std::string text = time + ExactNumber(count.n) + unit;
  if (count.n_max > count.n)
    text += "/" + time + ExactNumber(count.n_max) + unit;
  return text;
}

std::string Hedged(const ValueRow& value, std::string text) {
  if (value.modifier == Modifier::kBare) return text;
  return std::string(Name(value.modifier)) + " " + text;
}

std::string QuantityText(const ValueRow& value, const Interner& strings) {
  std::string text = ExactNumber(value.number);
  if (value.number_max > value.number)
    text += " to " + ExactNumber(value.number_max);
  const std::string_view unit = strings.View(value.text);
  if (!unit.empty()) text += " " + std::string(unit);
  return text;
}

std::string MinutesText(double minutes, bool of_day) {
  const auto total = static_cast<std::int64_t>(minutes);
  const std::int64_t day =
      of_day ? 0 : (total >= 0 ? total : total - 1439) / 1440;
  const std::int64_t rest = total - day * 1440;
  const auto two = [](std::int64_t n) {
    return std::string(n < 10 ? "0" : "") + std::to_string(n);
  };
  std::string text = of_day ? "" : FormatDay(static_cast<Day>(day)) + "T";
  return text + two(rest / 60) + ":" + two(rest % 60);
}

// "shortly before 21:00", "03:53 GMT", "02:30 or 14:30".
std::string ClockText(const ValueRow& value, const Interner& strings) {
  std::string text = MinutesText(value.number, true);
  if (!IsToldClock(value, strings)) return text;
  if (value.number_max != value.number)
    return text + " to " + MinutesText(value.number_max, true);
  if (strings.View(value.qualifier) == kHalfClock)
    text += " or " + MinutesText(value.number + kMinutesOfHalf, true);
  const std::string_view zone = strings.View(value.text);
  if (!zone.empty() && zone != kLocalClock) text.append(" ").append(zone);
  // An hour wide at most: "shortly before".
  constexpr double kShortly = 60;
  const bool shortly = (value.modifier == Modifier::kBefore ||
                        value.modifier == Modifier::kAfter) &&
                       value.qhull.hi - value.qhull.lo < kShortly;
  return (shortly ? "shortly " : "") + Hedged(value, std::move(text));
}

// A window of days within EDTF: what is no day, month or year is "one of".
std::string WindowText(DayInterval days) {
  std::string text = FormatDays(days);
  if (RunOf(days) != DayRun::kOther) return text;
  text.replace(text.find('/'), 1, "..");
  return "[" + text + "]";
}

// "2016-03-01/2020-05", "../2020"; empty if neither end is told.
std::string ValidText(const TimeScope& valid) {
  if (!valid.begin_known && !valid.end_known) return {};
  return (valid.begin_known ? WindowText(valid.begin) : "..") + "/" +
         (valid.end_known ? WindowText(valid.end) : "..");
}

// The lines that a span stands on.
void CutLines(ReportClaim& claim, std::string_view text) {
  std::size_t begin =
      text.rfind('\n', claim.span.begin == 0 ? 0 : claim.span.begin - 1);
  begin =
      claim.span.begin == 0 || begin == std::string_view::npos ? 0 : begin + 1;
  std::size_t end =
      text.find('\n', claim.span.end == 0 ? 0 : claim.span.end - 1);
  if (end == std::string_view::npos) end = text.size();
  if (claim.span.begin - begin > kMostLineBytes) {
    begin = claim.span.begin - kMostLineBytes;
    claim.line_cut = true;
  }
  end =
      std::min(end, static_cast<std::size_t>(claim.span.end) + kMostLineBytes);
  while (begin < claim.span.begin && ContinuesCodePoint(text[begin])) ++begin;
  end = std::max<std::size_t>(FloorCodePoint(text, end), claim.span.end);
  claim.line_begin = static_cast<std::uint32_t>(begin);
  claim.line_text = std::string(text.substr(begin, end - begin));
}

// A structured claim's quote is its record: of a file that is not kept, read
// again.
void QuoteRecord(ReportClaim& out, ClaimIndex index, const ReportInput& in) {
  const Claim& claim = in.graph.table[index];
  const DocumentRecord& record = in.documents[claim.document.index];
  out.record_file = record.document->id;
  out.record_line = claim.line;
  out.span = claim.evidence;
  const std::string& text = record.document->text;
  if (index.index < in.records.size() &&
      in.records[index.index].size() == claim.evidence.size()) {
    out.quote = in.records[index.index];
  } else if (text.empty()) {
    out.quote = in.files.Read(record.document->id, claim.evidence);
  } else if (claim.evidence.begin <= claim.evidence.end &&
             claim.evidence.end <= text.size()) {
    out.quote = text.substr(claim.evidence.begin, claim.evidence.size());
  }
  out.line_begin = out.span.begin;
}

void Quote(ReportClaim& out, const Claim& claim, const DocumentRecord& record,
           TextPlaces& places) {
  const std::string_view text = record.document->text;
  if (claim.evidence.end > text.size() ||
      claim.evidence.begin >= claim.evidence.end)
    return;
  out.span = claim.evidence;
  out.value_span = claim.value_span.empty() ? claim.evidence : claim.value_span;
  out.quote = std::string(text.substr(out.span.begin, out.span.size()));
  out.line = places.Line(record.document->text, out.span.begin);
  out.char_span = {places.CodePoint(record.document->text, out.span.begin),
                   places.CodePoint(record.document->text, out.span.end)};
  CutLines(out, text);
}

}  // namespace

std::string ValueText(const ValueRow& value, const Interner& strings) {
  switch (value.kind) {
    case ValueKind::kDate:
      if (value.hull.lo <= kMinusInfinity && value.hull.hi >= kPlusInfinity)
        return std::string(strings.View(value.surface));
      return Hedged(value, FormatDays(value.core));
    case ValueKind::kDuration:
      return Hedged(value, DurationText(value.count));
    case ValueKind::kQuantity: {
      std::string text = Hedged(value, QuantityText(value, strings));
      // What numbers of a text make: "46 (87-41)".
      std::string said(strings.View(value.surface));
      const std::string_view marks[] = {" + ", " - "};
      if (std::ranges::any_of(marks, [&](std::string_view mark) {
            return said.find(mark) != std::string::npos;
          })) {
        std::erase(said, ' ');
        text += " (" + said + ")";
      }
      return text;
    }
    case ValueKind::kDateTime:
      return MinutesText(value.number, false);
    case ValueKind::kTime:
      return ClockText(value, strings);
    case ValueKind::kBool:
      return value.number != 0 ? "true" : "false";
    case ValueKind::kNone:
      return "happened";
    case ValueKind::kOffice:
    case ValueKind::kEntity:
    case ValueKind::kPlace:
    case ValueKind::kNames:
    case ValueKind::kText: {
      std::string text(strings.View(value.text));
      const std::string_view qualifier = strings.View(value.qualifier);
      if (value.kind == ValueKind::kOffice && !qualifier.empty())
        text += " (" + std::string(qualifier) + ")";
      return text;
    }
    case ValueKind::kBad:
      return "unreadable: " + std::string(strings.View(value.surface));
  }
  return {};
}

ReportClaim BuildClaim(ClaimIndex index, const ReportInput& in) {
  ReportClaim out;
  BuildClaim(index, in, out);
  return out;
}

void BuildClaim(ClaimIndex index, const ReportInput& in, ReportClaim& out) {
  const Claim& claim = in.graph.table[index];
  const Interner& strings = in.graph.strings;
  out.source = strings.View(claim.source);
  out.rule = strings.View(claim.rule);
  out.speaker = strings.View(claim.speaker);
  out.modality = claim.negated ? "denied" : Name(claim.modality);
  out.subject =
      in.graph.subjects[in.graph.subjects.of_referent[claim.subject.index]]
          .label;
  out.predicate = in.graph.schema[claim.predicate].name;
  const ValueRow& value = in.graph.table[claim.value];
  out.value = ValueText(value, strings);
  out.words = ClaimWords(claim, value, strings);
  if (out.words == out.value) out.words.clear();
  out.valid = ValidText(claim.valid);
  if (claim.as_of.lo > kMinusInfinity && claim.as_of.hi < kPlusInfinity)
    out.as_of =
        claim.as_of.lo == claim.as_of.hi
            ? FormatDay(claim.as_of.lo)
            : FormatDay(claim.as_of.lo) + "/" + FormatDay(claim.as_of.hi);
  out.line = claim.line;
  if (claim.document.valid() && claim.document.index < in.documents.size()) {
    const DocumentRecord& record = in.documents[claim.document.index];
    out.document = record.document->id;
    out.url = record.document->url;
    if (record.document->published)
      out.published = record.document->published->ToString();
    if (record.records) {
      // Of an office the canonical text says more: its country.
      if (value.kind != ValueKind::kOffice)
        out.raw = strings.View(value.surface);
      if (out.raw == out.value) out.raw.clear();
      QuoteRecord(out, index, in);
    } else {
      Quote(out, claim, record, in.places);
    }
  }
  if (out.quote.empty()) out.quote = strings.View(value.surface);
  out.id = strings.View(claim.id);
  if (out.id.empty()) {
    out.id = "c" + Hex64(Hasher()
                             .Add(out.document)
                             .Add(out.source)
                             .Add(out.predicate)
                             .Add(out.value)
                             .Add(claim.evidence.begin)
                             .Add(claim.evidence.end)
                             .value());
  }
}

}  // namespace gainsay::internal

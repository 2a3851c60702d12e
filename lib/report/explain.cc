#include "report/explain.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <utility>

#include "base/code_points.h"
#include "base/number.h"
#include "gainsay/date.h"
#include "report/words.h"

namespace gainsay::internal {
namespace {

constexpr std::string_view kOrigin = "origin";
constexpr std::size_t kGivenBytes =
    32;  // of what gives a bound; longer is in its text
constexpr std::size_t kQuoteBytes = 90;  // of a quote within a sentence

std::string Inequality(const DerivationStep& step, const std::string& unit) {
  const bool upper = step.forward;
  const std::optional<double>& end = upper ? step.hi : step.lo;
  std::string text =
      step.from == kOrigin ? step.to : step.to + " - " + step.from;
  text += upper ? (step.open ? " < " : " <= ") : (step.open ? " > " : " >= ");
  if (!end) return text + (upper ? "inf" : "-inf");
  if (step.from == kOrigin && unit == "days") return text + DayWords(*end);
  return text + WithUnit(*end, unit);
}

// What a hop adds: a date where it leaves or enters the origin of days.
std::string Amount(const DerivationStep& step, const std::string& unit,
                   bool first) {
  const std::optional<double>& end = step.forward ? step.hi : step.lo;
  if (!end) return "inf";
  const bool enters = (step.forward ? step.to : step.from) == kOrigin;
  const bool leaves = (step.forward ? step.from : step.to) == kOrigin;
  const double added = step.forward ? *end : -*end;
  if (unit == "days" && leaves) return (first ? "" : "+ ") + DayWords(added);
  if (unit == "days" && enters) return "- " + DayWords(-added);
  const std::string_view sign = added < 0 ? "- " : first ? "" : "+ ";
  return std::string(sign) + WithUnit(std::abs(added), unit);
}

std::string StepSource(const Finding& finding, const DerivationStep& step) {
  if (step.by_kind != "claim") {
    // What a document's date gives is said in the words of the step.
    const bool brief = step.by_kind != "given" && !step.by.empty() &&
                       step.by != step.by_kind && step.by.size() <= kGivenBytes;
    return brief ? step.by_kind + ": " + step.by : step.by_kind;
  }
  for (const ReportClaim& claim : finding.claims)
    if (claim.id == step.by) return Place(claim);
  return step.by;
}

// The words of a claim that a sentence can quote: its evidence, cut at a word.
std::string Quoted(const ReportClaim& claim) {
  std::string text(IsRecord(claim) ? Says(claim) : claim.quote);
  std::ranges::replace_if(
      text, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  if (text.size() > kQuoteBytes) {
    std::size_t cut = text.rfind(' ', kQuoteBytes);
    if (cut == std::string::npos || cut == 0) {
      cut = FloorCodePoint(text, kQuoteBytes);
    }
    text.resize(cut);
    text += " …";
  }
  return "\u201c" + text + "\u201d";
}

// Sources of a side, each once, in order of the claims.
std::string SourcesOf(const Finding& finding, std::uint32_t side) {
  std::vector<std::string> sources;
  for (const ReportClaim& claim : finding.claims)
    if (claim.side == side &&
        std::ranges::find(sources, claim.source) == sources.end())
      sources.push_back(claim.source);
  if (sources.size() > 3) {
    const std::string rest = std::to_string(sources.size() - 2) + " more";
    sources.resize(2);
    sources.push_back(rest);
  }
  return Listed(sources, "and");
}

std::string Spaced(std::string predicate) {
  std::ranges::replace(predicate, '_', ' ');
  return predicate;
}

std::string Subject(const Finding& finding) {
  return finding.subject.empty() ? "" : finding.subject + ": ";
}

std::string SidesSummary(const Finding& finding, std::string_view verb) {
  std::vector<std::string> parts;
  for (std::uint32_t i = 0; i < finding.sides.size() && i < 4; ++i)
    parts.push_back(std::string(Says(finding.sides[i])) + " (" +
                    SourcesOf(finding, i) + ")");
  if (finding.sides.size() > 4)
    parts.push_back(std::to_string(finding.sides.size() - 4) + " other values");
  return Subject(finding) + Spaced(finding.predicate) + std::string(verb) +
         Listed(parts, "or");
}

std::string TemporalSummary(const Finding& finding) {
  std::vector<std::string> parts;
  for (const ReportClaim& claim : finding.claims)
    if (claim.in_derivation)
      parts.push_back(Quoted(claim) + " (" + claim.source + ")");
  std::string text = Subject(finding) + Listed(parts, "and");
  text += parts.size() > 2    ? " cannot all hold"
          : parts.size() == 2 ? " cannot both hold"
                              : " cannot hold";
  if (finding.violation_days)
    text +=
        ": " + WithUnit(std::abs(*finding.violation_days), "days") + " short";
  return text;
}

}  // namespace

std::string WithUnit(double x, const std::string& unit) {
  std::string text = ShortNumber(x);
  if (!unit.empty() && unit != "side")
    text += " " + (unit == "days" && std::abs(x) == 1 ? "day" : unit);
  return text;
}

std::string DayWords(double day) {
  if (!(std::abs(day) < 1.1e7) || day != std::trunc(day))
    return ShortNumber(day);
  return FormatDay(static_cast<Day>(day));
}

std::string Place(const ReportClaim& claim) {
  if (claim.line != 0) return claim.source + ":" + std::to_string(claim.line);
  if (claim.record_line != 0)
    return claim.source + ":" + std::to_string(claim.record_line);
  return claim.source;
}

std::string_view CutWords(std::string_view cut) {
  if (cut == "hull") return "in the widest reading";
  if (cut == "completed") return "counting completed years, months, weeks";
  if (cut == "rounded") return "counting rounded years, months, weeks";
  if (cut == "calendar") return "counting calendar years, months";
  if (cut == "core") return "as most careful readers understand it";
  return cut;
}

std::vector<const DerivationStep*> Rotated(const Derivation& derivation) {
  const std::vector<DerivationStep>& steps = derivation.steps;
  const auto first = std::ranges::find_if(steps, [](const DerivationStep& s) {
    return (s.forward ? s.from : s.to) == kOrigin;
  });
  const auto shift = static_cast<std::size_t>(
      first == steps.end() ? 0 : first - steps.begin());
  std::vector<const DerivationStep*> rotated;
  for (std::size_t i = 0; i < steps.size(); ++i)
    rotated.push_back(&steps[(i + shift) % steps.size()]);
  return rotated;
}

std::vector<SumRow> SumRows(const Finding& finding,
                            const Derivation& derivation) {
  std::vector<SumRow> rows;
  for (const DerivationStep* step : Rotated(derivation)) {
    SumRow row;
    row.amount = Amount(*step, derivation.unit, rows.empty());
    row.inequality = Inequality(*step, derivation.unit);
    row.text = step->text.empty() ? row.inequality : step->text;
    row.by = StepSource(finding, *step);
    if (step->by_kind == "claim") row.claim = step->by;
    rows.push_back(std::move(row));
  }
  return rows;
}

SumRow Total(const Derivation& derivation) {
  SumRow row;
  row.amount = "= " + WithUnit(derivation.sum, derivation.unit);
  row.text = derivation.unit == "days" ? "no dates fit" : "no value fits";
  if (const std::vector<const DerivationStep*> steps = Rotated(derivation);
      derivation.unit == "days" && steps.size() > 2 && steps.front()->forward &&
      steps.front()->from == kOrigin && !steps.back()->forward &&
      steps.back()->from == kOrigin && steps.back()->lo)
    row.text += ": " + DayWords(derivation.sum + *steps.back()->lo) +
                " is before " + DayWords(*steps.back()->lo);
  if (derivation.sum == 0) row.text += ": an end is not itself allowed";
  return row;
}

bool IsRecord(const ReportClaim& claim) {
  const bool whole = claim.value_span.empty() || claim.value_span == claim.span;
  return claim.quote.empty() || (!claim.record_file.empty() && whole);
}

std::string_view RecordValue(const ReportClaim& claim) {
  return claim.raw.empty() ? claim.value : claim.raw;
}

std::string RecordTime(const ReportClaim& claim) {
  std::string text;
  const std::size_t slash = claim.valid.find('/');
  if (slash == std::string::npos) return text;
  const std::string begin = claim.valid.substr(0, slash),
                    end = claim.valid.substr(slash + 1);
  if (begin != "..") text += "from " + begin;
  if (begin != ".." && end != "..") text += " ";
  if (end != "..") text += "until " + end;
  return text;
}

std::string RecordWords(const ReportClaim& claim) {
  const std::string time = RecordTime(claim);
  return claim.subject + " | " + claim.predicate + " | " +
         std::string(RecordValue(claim)) + (time.empty() ? "" : " | " + time);
}

std::string_view Says(const ReportClaim& claim) {
  return claim.words.empty() ? claim.value : claim.words;
}

std::string_view Says(const ReportSide& side) {
  return side.words.empty() ? side.value : side.words;
}

void SetAttribution(Finding& finding) {
  std::map<std::string, std::size_t> sides_of;
  std::size_t proving = 0, quoted = 0;
  for (const ReportSide& side : finding.sides) {
    const bool proves = std::ranges::any_of(side.claims, [&](std::uint32_t i) {
      return i < finding.claims.size() && finding.claims[i].in_derivation;
    });
    if (!proves) continue;
    ++proving;
    if (!side.authorities.empty()) ++quoted;
    for (const std::string& authority : side.authorities) ++sides_of[authority];
  }
  if (proving < 2 || quoted < proving) return;
  for (const auto& [authority, sides] : sides_of)
    if (sides == proving) finding.authorities.push_back(authority);
  if (!finding.authorities.empty()) {
    finding.attribution = Attribution::kMisreport;
    return;
  }
  finding.attribution = Attribution::kAuthoritiesDisagree;
  for (const auto& [authority, sides] : sides_of)
    finding.authorities.push_back(authority);
}

std::string SummaryOf(const Finding& finding) {
  switch (finding.kind) {
    case FindingKind::kTemporal:
      return TemporalSummary(finding);
    case FindingKind::kValue:
      return SidesSummary(finding, " is ");
    case FindingKind::kTenure:
      return SidesSummary(finding, " has one holder at a time, yet it is ");
    case FindingKind::kPolarity:
      return SidesSummary(finding, ": ");
    case FindingKind::kSchema:
      return SidesSummary(finding, " breaks a rule of the schema: ");
  }
  std::abort();
}

namespace {

std::string TemporalHint(const Finding& finding) {
  if (finding.severity == Severity::kProbable)
    return "They agree only if they count differently: ask each from which "
           "event, and in completed, rounded or calendar years, it counts.";
  if (finding.statements > 2)
    return "At least one of these " + std::to_string(finding.statements) +
           " is wrong, or they speak of different events.";
  return "One of these two is wrong, or they speak of different events.";
}

// Figures change with the day they are counted on; dates and names do not.
std::string ValueHint(const Finding& finding) {
  const bool figure =
      std::ranges::any_of(finding.derivations, [](const Derivation& walk) {
        return walk.unit != "days" && walk.unit != "side";
      });
  return figure ? "Check whether both speak of the same thing, measured on the "
                  "same day."
                : "One of the values is wrong, or two of one name are taken "
                  "for one.";
}

}  // namespace

std::string HintOf(const Finding& finding) {
  if (finding.attribution == Attribution::kMisreport &&
      !finding.authorities.empty())
    return "The same authority is quoted for both: look up what " +
           finding.authorities.front() + " said.";
  if (finding.attribution == Attribution::kAuthoritiesDisagree &&
      finding.authorities.size() > 1)
    return "The sources quote authorities that disagree: " +
           Listed(finding.authorities, "and") + ".";
  switch (finding.kind) {
    case FindingKind::kTemporal:
      return TemporalHint(finding);
    case FindingKind::kValue:
      return ValueHint(finding);
    case FindingKind::kTenure:
      if (finding.statements > 2)
        return "One of them did not hold it then, or two offices are taken for "
               "one.";
      return "Look up the day: one source may count from an election, another "
             "from the oath.";
    case FindingKind::kPolarity:
      return "Look for a later report: a plan may have become a fact, or a "
             "denial a correction.";
    case FindingKind::kSchema:
      return finding.statements > 1
                 ? "One of the values is wrong, or two of one name are taken "
                   "for one."
                 : "The value is wrong, or the schema's rule is too strict.";
  }
  std::abort();
}

void FillWords(Finding& finding) {
  if (finding.summary.empty()) finding.summary = SummaryOf(finding);
  if (finding.hint.empty()) finding.hint = HintOf(finding);
}

std::string Explain(const Finding& finding) {
  std::string text =
      finding.summary.empty() ? SummaryOf(finding) : finding.summary;
  for (const Derivation& derivation : finding.derivations) {
    if (derivation.unit == "side")
      continue;  // numbered sides: the summary has said it
    text += "\n" + std::string(CutWords(derivation.cut));
    if (!derivation.assuming.empty()) text += ", if " + derivation.assuming;
    text += ":";
    for (const SumRow& row : SumRows(finding, derivation)) {
      text += "\n  " + row.amount + "  " + row.text;
      if (!row.by.empty()) text += "  [" + row.by + "]";
    }
    const SumRow total = Total(derivation);
    text += "\n  " + total.amount + "  " + total.text;
  }
  return text;
}

}  // namespace gainsay::internal

#include "report/explain.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <map>
#include <utility>

#include "gainsay/date.h"

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
    const bool brief = !step.by.empty() && step.by.size() <= kGivenBytes;
    return brief ? step.by_kind + ": " + step.by : step.by_kind;
  }
  for (const ReportClaim& claim : finding.claims)
    if (claim.id == step.by) return Place(claim);
  return step.by;
}

// The words of a claim that a sentence can quote: its evidence, cut at a word.
std::string Quoted(const ReportClaim& claim) {
  std::string text = IsRecord(claim) ? claim.value : claim.quote;
  std::ranges::replace_if(
      text, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  if (text.size() > kQuoteBytes) {
    std::size_t cut = text.rfind(' ', kQuoteBytes);
    if (cut == std::string::npos || cut == 0) {
      cut = kQuoteBytes;
      while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80)
        --cut;
    }
    text.resize(cut);
    text += " …";
  }
  return "\u201c" + text + "\u201d";
}

std::string Joined(const std::vector<std::string>& items,
                   std::string_view last) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0)
      text += i + 1 == items.size() ? " " + std::string(last) + " " : ", ";
    text += items[i];
  }
  return text;
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
  return Joined(sources, "and");
}

std::string PredicateWords(std::string predicate) {
  std::ranges::replace(predicate, '_', ' ');
  return predicate;
}

std::string Subject(const Finding& finding) {
  return finding.subject.empty() ? "" : finding.subject + ": ";
}

std::string SidesSummary(const Finding& finding, std::string_view verb) {
  std::vector<std::string> parts;
  for (std::uint32_t i = 0; i < finding.sides.size() && i < 4; ++i)
    parts.push_back(finding.sides[i].value + " (" + SourcesOf(finding, i) +
                    ")");
  if (finding.sides.size() > 4)
    parts.push_back(std::to_string(finding.sides.size() - 4) + " other values");
  return Subject(finding) + PredicateWords(finding.predicate) +
         std::string(verb) + Joined(parts, "or");
}

std::string TemporalSummary(const Finding& finding) {
  std::vector<std::string> parts;
  for (const ReportClaim& claim : finding.claims)
    if (claim.in_derivation)
      parts.push_back(Quoted(claim) + " (" + claim.source + ")");
  std::string text = Subject(finding) + Joined(parts, "and");
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
  std::string text = Number(x);
  if (!unit.empty() && unit != "side")
    text += " " + (unit == "days" && std::abs(x) == 1 ? "day" : unit);
  return text;
}

std::string DayWords(double day) {
  if (!(std::abs(day) < 1.1e7) || day != std::trunc(day)) return Number(day);
  return FormatDay(static_cast<Day>(day));
}

std::string Number(double x) {
  if (std::isinf(x)) return x > 0 ? "inf" : "-inf";
  if (std::isnan(x)) return "nan";
  std::array<char, 32> buffer;
  if (x == std::trunc(x) && std::abs(x) < 1e15)
    return std::to_string(static_cast<long long>(x));
  const auto [end, error] =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), x,
                    std::chars_format::general, 12);
  return error == std::errc() ? std::string(buffer.data(), end)
                              : std::string("?");
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
  if (derivation.sum == 0) row.text += ": an end is not itself allowed";
  return row;
}

bool IsRecord(const ReportClaim& claim) {
  const bool whole = claim.value_span.empty() || claim.value_span == claim.span;
  return claim.quote.empty() || (!claim.record_file.empty() && whole);
}

std::string RecordWords(const ReportClaim& claim) {
  return claim.subject + " | " + claim.predicate + " | " + claim.value;
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

std::string HintOf(const Finding& finding) {
  if (finding.attribution == Attribution::kMisreport &&
      !finding.authorities.empty())
    return "The same authority is quoted for both: look up what " +
           finding.authorities.front() + " said.";
  if (finding.attribution == Attribution::kAuthoritiesDisagree &&
      finding.authorities.size() > 1)
    return "The sources quote authorities that disagree: " +
           Joined(finding.authorities, "and") + ".";
  switch (finding.kind) {
    case FindingKind::kTemporal:
      if (finding.severity == Severity::kProbable)
        return "They agree only if they count differently: ask each from which "
               "event, and in completed, rounded or "
               "calendar years, it counts.";
      return finding.statements > 2
                 ? "At least one of these " +
                       std::to_string(finding.statements) +
                       " is wrong, or they speak of different events."
                 : "One of these two is wrong, or they speak of different "
                   "events.";
    case FindingKind::kValue:
      return "Check whether both speak of the same thing, measured on the same "
             "day.";
    case FindingKind::kTenure:
      return "Look up the day on which one left and the other began.";
    case FindingKind::kPolarity:
      return "Look for a later report: a plan may have become a fact, or a "
             "denial a correction.";
    case FindingKind::kSchema:
      return "Check the values against the rule that the schema states for "
             "this predicate.";
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

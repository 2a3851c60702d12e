#include "report/json.h"

#include <algorithm>
#include <ostream>
#include <string>

#include "gainsay/write.h"

namespace gainsay::internal {
namespace {

constexpr std::string_view kAttributionNames[] = {"none", "misreport",
                                                  "authorities-disagree"};

void AppendSpan(JsonWriter& json, std::string_view key, ByteSpan span) {
  json.Key(key).OpenFlat('[').Number(span.begin).Number(span.end).Close(']');
}

void AppendStrings(JsonWriter& json, std::string_view key,
                   const std::vector<std::string>& texts) {
  json.Key(key).OpenFlat('[');
  for (const std::string& text : texts) json.String(text);
  json.Close(']');
}

void AppendRecord(JsonWriter& json, const ReportClaim& claim) {
  if (claim.record_file.empty()) return;
  json.Key("record")
      .OpenFlat('{')
      .Field("file", claim.record_file)
      .Field("line", claim.record_line)
      .Close('}');
}

void AppendClaim(JsonWriter& json, const ReportClaim& claim, bool with_side) {
  json.Open('{').Field("id", claim.id).Field("source", claim.source);
  json.Nonempty("doc", claim.document)
      .Nonempty("url", claim.url)
      .Nonempty("published", claim.published);
  if (!claim.span.empty()) AppendSpan(json, "span", claim.span);
  if (!claim.value_span.empty())
    AppendSpan(json, "value_span", claim.value_span);
  if (claim.char_span) AppendSpan(json, "char_span", *claim.char_span);
  if (claim.line != 0) json.Field("line", claim.line);
  AppendRecord(json, claim);
  json.Field("quote", claim.quote).Field("value", claim.value);
  json.Nonempty("words", claim.words)
      .Nonempty("raw", claim.raw)
      .Nonempty("valid", claim.valid);
  json.Field("subject", claim.subject).Field("predicate", claim.predicate);
  json.Nonempty("modality", claim.modality)
      .Nonempty("speaker", claim.speaker)
      .Nonempty("as_of", claim.as_of);
  json.Nonempty("rule", claim.rule);
  if (const std::string_view context = Context(claim); !context.empty())
    json.Field("context", context).Field("context_begin", claim.line_begin);
  if (claim.line_cut) json.Field("context_cut", true);
  if (with_side)
    json.Field("side", claim.side).Field("in_derivation", claim.in_derivation);
  json.Close('}');
}

void AppendSides(JsonWriter& json, const Finding& finding) {
  json.Key("sides").Open('[');
  for (const ReportSide& side : finding.sides) {
    json.Open('{').Field("value", side.value).Nonempty("words", side.words);
    json.Key("claims").OpenFlat('[');
    for (const std::uint32_t i : side.claims)
      if (i < finding.claims.size()) json.String(finding.claims[i].id);
    json.Close(']').Field("voices", side.voices);
    if (!side.authorities.empty())
      AppendStrings(json, "authorities", side.authorities);
    json.Close('}');
  }
  json.Close(']');
}

void AppendEnd(JsonWriter& json, std::string_view key,
               const std::optional<double>& end) {
  if (end) json.Field(key, *end);
}

void AppendStep(JsonWriter& json, const Derivation& derivation,
                const DerivationStep& step, std::uint64_t walk) {
  json.OpenFlat('{')
      .Field("walk", walk)
      .Field("from", step.from)
      .Field("to", step.to);
  AppendEnd(json, "lo", step.lo);
  AppendEnd(json, "hi", step.hi);
  json.Field("forward", step.forward);
  if (step.open) json.Field("open", true);
  json.Field("cut", step.cut.empty() ? derivation.cut : step.cut);
  json.Key("by")
      .Open('{')
      .Field(step.by_kind.empty() ? "given" : std::string_view(step.by_kind),
             step.by)
      .Close('}');
  json.Nonempty("text", step.text).Close('}');
}

// "derivation": the steps of all walks in order; "walks": what is said of each
// as a whole.
void AppendDerivations(JsonWriter& json,
                       const std::vector<Derivation>& derivations) {
  json.Key("derivation").Open('[');
  for (std::uint64_t walk = 0; walk < derivations.size(); ++walk)
    for (const DerivationStep& step : derivations[walk].steps)
      AppendStep(json, derivations[walk], step, walk);
  json.Close(']').Key("walks").Open('[');
  for (const Derivation& derivation : derivations) {
    json.OpenFlat('{')
        .Field("cut", derivation.cut)
        .Field("unit", derivation.unit);
    json.Nonempty("assuming", derivation.assuming)
        .Field("sum", derivation.sum)
        .Close('}');
  }
  json.Close(']');
}

void AppendRepair(JsonWriter& json, const Finding& finding) {
  if (finding.correction_sets.empty()) return;
  json.Key("correction_sets").Open('[');
  for (const std::vector<std::string>& set : finding.correction_sets) {
    json.OpenFlat('[');
    for (const std::string& id : set) json.String(id);
    json.Close(']');
  }
  json.Close(']');
}

std::uint64_t Count(const ReportModel& model, Severity severity) {
  return static_cast<std::uint64_t>(
      std::ranges::count_if(model.findings, [severity](const Finding& finding) {
        return finding.severity == severity && finding.suppressed_by.empty() &&
               finding.baseline_state != "gone";
      }));
}

}  // namespace

void AppendFinding(JsonWriter& json, const Finding& finding) {
  json.Open('{')
      .Field("id", finding.id)
      .Field("evidence_id", finding.evidence_id);
  json.Field("kind", Name(finding.kind));
  json.Field("attribution",
             kAttributionNames[static_cast<std::size_t>(finding.attribution)]);
  json.Field("severity", Name(finding.severity))
      .Field("subject", finding.subject);
  json.Field("predicate", finding.predicate)
      .Field("summary", finding.summary)
      .Nonempty("hint", finding.hint);
  json.Key("claims").Open('[');
  for (const ReportClaim& claim : finding.claims)
    AppendClaim(json, claim, true);
  json.Close(']');
  AppendSides(json, finding);
  AppendDerivations(json, finding.derivations);
  if (finding.violation_days)
    json.Field("violation_days", *finding.violation_days);
  json.Field("relative_violation", finding.relative_violation);
  json.Field("voices", finding.voices).Field("statements", finding.statements);
  if (!finding.authorities.empty())
    AppendStrings(json, "authorities", finding.authorities);
  json.Field("count", finding.count).Nonempty("pattern", finding.pattern);
  if (!finding.instances.empty())
    AppendStrings(json, "instances", finding.instances);
  AppendRepair(json, finding);
  json.Nonempty("baseline_state", finding.baseline_state)
      .Nonempty("suppressed_by", finding.suppressed_by);
  json.Close('}');
}

void AppendNearMiss(JsonWriter& json, const NearMiss& miss) {
  json.Open('{')
      .Field("id", miss.id)
      .Field("subject", miss.subject)
      .Field("predicate", miss.predicate);
  json.Field("reason", miss.reason)
      .Field("text", miss.text)
      .Key("claims")
      .Open('[');
  for (const ReportClaim& claim : miss.claims) AppendClaim(json, claim, false);
  json.Close(']');
  AppendDerivations(json, miss.derivations);
  json.Close('}');
}

void AppendCoverage(JsonWriter& json, const Coverage& coverage) {
  const auto counts = [&json](std::string_view key,
                              const std::map<std::string, std::uint64_t>& map) {
    json.Key(key).Open('{');
    for (const auto& [name, number] : map) json.Field(name, number);
    json.Close('}');
  };
  json.Open('{');
  counts("counts", coverage.counts);
  counts("near_misses", coverage.near_misses);
  json.Key("undecided").Open('[');
  for (const std::string& line : coverage.undecided) json.String(line);
  json.Close(']').Key("errors").Open('[');
  for (const InputError& error : coverage.errors) {
    json.OpenFlat('{').Field("file", error.file).Field("line", error.line);
    json.Nonempty("field", error.field).Field("what", error.what).Close('}');
  }
  json.Close(']').Close('}');
}

void AppendSummary(JsonWriter& json, const ReportModel& model) {
  json.Open('{').Field("definite", Count(model, Severity::kDefinite));
  json.Field("probable", Count(model, Severity::kProbable))
      .Field("tension", Count(model, Severity::kTension));
  json.Field("near_misses",
             static_cast<std::uint64_t>(model.near_misses.size()));
  json.Field("suppressed", static_cast<std::uint64_t>(std::ranges::count_if(
                               model.findings, [](const Finding& f) {
                                 return !f.suppressed_by.empty();
                               })));
  json.Field("left_out", model.cut_findings)
      .Nonempty("incomplete_reason", model.incomplete_reason);
  json.Close('}');
}

}  // namespace gainsay::internal

namespace gainsay::inline v0 {

void WriteJson(const Report& report, std::ostream& out) {
  const internal::ReportModel& model = report.model();
  std::string buffer;
  internal::JsonWriter json(buffer, true);
  const auto drain = [&] {
    out.write(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    buffer.clear();
  };
  json.Open('{').Key("findings").Open('[');
  for (const internal::Finding& finding : model.findings)
    internal::AppendFinding(json, finding), drain();
  json.Close(']').Key("near_misses").Open('[');
  for (const internal::NearMiss& miss : model.near_misses)
    internal::AppendNearMiss(json, miss), drain();
  json.Close(']').Key("coverage");
  internal::AppendCoverage(json, model.coverage);
  json.Field("complete", model.complete).Key("summary");
  internal::AppendSummary(json, model);
  json.Close('}');
  buffer += '\n';
  drain();
}

}  // namespace gainsay::inline v0

// SARIF 2.1.0 (OASIS, errata 01): one result a finding, the other sources as
// related locations, each walk as a code flow.
#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

#include "base/code_points.h"
#include "base/number.h"
#include "gainsay/write.h"
#include "io/json_write.h"
#include "report/escape.h"
#include "report/explain.h"
#include "report/model.h"

namespace gainsay::internal {
namespace {

constexpr std::string_view kSchema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
    "sarif-schema-2.1.0.json";

struct RuleRow {
  FindingKind kind;
  const char* title;
  const char* help;
};

constexpr RuleRow kRules[] = {
    {FindingKind::kTemporal, "Dates and lengths of time that cannot all hold",
     "The dates and lengths of time that the sources give for one thing leave "
     "no possible days. The code flow is a "
     "closed walk over points in time whose sum is negative."},
    {FindingKind::kValue, "Two values of one thing",
     "The sources give values of one subject and predicate, in one scope, that "
     "do not overlap."},
    {FindingKind::kTenure, "Two holders at a time",
     "An office with one holder at a time has two in one period."},
    {FindingKind::kPolarity, "It happened, and it did not",
     "One source says that something happened, another that it did not."},
    {FindingKind::kSchema, "A rule of the schema is broken",
     "The values that the sources give break a constraint of the predicate's "
     "schema."},
};

const char* Level(Severity severity) {
  return severity == Severity::kDefinite   ? "error"
         : severity == Severity::kProbable ? "warning"
                                           : "note";
}

class SarifWriter {
 public:
  explicit SarifWriter(const ReportModel& model)
      : model_(model),
        json_(out, true),
        any_suppressed_(std::ranges::any_of(
            model.findings,
            [](const Finding& f) { return !f.suppressed_by.empty(); })) {}

  std::string out;
  void Head();
  void Result(const Finding& finding);
  void Tail();

 private:
  void Message(std::string_view text) {
    json_.Key("message").OpenFlat('{').Field("text", text).Close('}');
  }
  void Region(const ReportClaim& claim);
  void Columns(const ReportClaim& claim);
  void Place(const ReportClaim& claim);
  void Location(const ReportClaim& claim, std::uint32_t id,
                std::string_view text);
  void Related(const Finding& finding, std::size_t first);
  void Flows(const Finding& finding);
  void Flow(const Finding& finding, const Derivation& walk);
  void Marks(const Finding& finding);
  void Properties(const Finding& finding);
  void Invocation();

  const ReportModel& model_;
  JsonWriter json_;
  bool any_suppressed_;  // then each result says whether it is
};

void SarifWriter::Head() {
  json_.Open('{')
      .Field("$schema", kSchema)
      .Field("version", "2.1.0")
      .Key("runs")
      .Open('[')
      .Open('{');
  json_.Key("tool")
      .Open('{')
      .Key("driver")
      .Open('{')
      .Field("name", "gainsay")
      .Field("version", "0.1.0");
  json_.Key("rules").Open('[');
  for (const RuleRow& rule : kRules) {
    json_.Open('{').Field("id", Name(rule.kind));
    json_.Key("shortDescription")
        .OpenFlat('{')
        .Field("text", rule.title)
        .Close('}');
    json_.Key("help")
        .OpenFlat('{')
        .Field("text", rule.help)
        .Close('}')
        .Close('}');
  }
  json_.Close(']').Close('}').Close('}').Field("columnKind",
                                               "unicodeCodePoints");
  Invocation();
  json_.Key("results").Open('[');
}

void SarifWriter::Invocation() {
  json_.Key("invocations")
      .Open('[')
      .Open('{')
      .Field("executionSuccessful", model_.complete);
  json_.Key("toolExecutionNotifications").Open('[');
  if (!model_.complete) {
    json_.Open('{').Field("level", "error");
    Message("The search was not complete. " +
            EscapeSarif(model_.incomplete_reason));
    json_.Close('}');
  }
  for (const InputError& error : model_.coverage.errors) {
    json_.Open('{').Field("level", "error");
    Message(EscapeSarif(error.file + ":" + std::to_string(error.line) + ": " +
                        error.field + ": " + error.what));
    json_.Close('}');
  }
  json_.Close(']').Close('}').Close(']');
}

// Line and columns, counted in code points from the context that the claim
// carries.
void SarifWriter::Columns(const ReportClaim& claim) {
  json_.Field("startLine", claim.line);
  const std::string_view context = Context(claim);
  if (claim.line_cut || context.empty() || claim.span.begin < claim.line_begin)
    return;
  const std::size_t offset = claim.span.begin - claim.line_begin;
  if (offset > context.size()) return;
  json_.Field("startColumn", 1 + CountCodePoints(context.substr(0, offset)));
  const std::size_t last = claim.quote.rfind('\n');
  json_.Field("endLine",
              claim.line + static_cast<std::uint64_t>(
                               std::ranges::count(claim.quote, '\n')));
  const std::uint64_t before = last == std::string::npos
                                   ? CountCodePoints(context.substr(0, offset))
                                   : 0;
  const std::string_view tail =
      last == std::string::npos
          ? std::string_view(claim.quote)
          : std::string_view(claim.quote).substr(last + 1);
  json_.Field("endColumn", 1 + before + CountCodePoints(tail));
}

void SarifWriter::Region(const ReportClaim& claim) {
  json_.Key("region").Open('{');
  if (claim.line != 0) {
    Columns(claim);
  } else if (claim.record_line != 0) {
    json_.Field("startLine", claim.record_line);
  }
  if (!claim.span.empty()) {
    json_.Field("byteOffset", claim.span.begin)
        .Field("byteLength", claim.span.size());
    if (claim.char_span)
      json_.Field("charOffset", claim.char_span->begin)
          .Field("charLength", claim.char_span->size());
  }
  json_.Key("snippet")
      .OpenFlat('{')
      .Field("text", claim.quote)
      .Close('}')
      .Close('}');
}

void SarifWriter::Place(const ReportClaim& claim) {
  std::string uri = claim.document.empty() ? claim.record_file : claim.document;
  if (uri.empty()) uri = claim.source;
  json_.Key("physicalLocation").Open('{');
  json_.Key("artifactLocation")
      .OpenFlat('{')
      .Field("uri", PercentEncode(uri))
      .Close('}');
  Region(claim);
  json_.Close('}');
}

void SarifWriter::Location(const ReportClaim& claim, std::uint32_t id,
                           std::string_view text) {
  json_.Open('{').Field("id", id);
  Place(claim);
  Message(text);
  json_.Close('}');
}

void SarifWriter::Related(const Finding& finding, std::size_t first) {
  json_.Key("relatedLocations").Open('[');
  for (std::size_t i = 0; i < finding.claims.size(); ++i) {
    if (i == first) continue;
    const ReportClaim& claim = finding.claims[i];
    const char* verb = claim.in_derivation ? " says " : " repeats ";
    Location(claim, static_cast<std::uint32_t>(i + 1),
             EscapeSarif(claim.source + verb + std::string(Says(claim))));
  }
  json_.Close(']');
}

void SarifWriter::Flow(const Finding& finding, const Derivation& walk) {
  json_.Open('{');
  Message(std::string(CutWords(walk.cut)) +
          (walk.assuming.empty() ? "" : EscapeSarif(", if " + walk.assuming)) +
          ": the sum is " + ShortNumber(walk.sum) +
          EscapeSarif(walk.unit.empty() ? "" : " " + walk.unit));
  json_.Key("threadFlows").Open('[').Open('{').Key("locations").Open('[');
  const std::vector<SumRow> rows = SumRows(finding, walk);
  for (const SumRow& row : rows) {
    json_.Open('{').Key("location").Open('{');
    const auto claim =
        std::ranges::find(finding.claims, row.claim, &ReportClaim::id);
    if (!row.claim.empty() && claim != finding.claims.end()) Place(*claim);
    Message(EscapeSarif(row.amount + ": " + row.text));
    json_.Close('}').Close('}');
  }
  json_.Close(']').Close('}').Close(']').Close('}');
}

void SarifWriter::Flows(const Finding& finding) {
  if (finding.derivations.empty()) return;
  json_.Key("codeFlows").Open('[');
  for (const Derivation& walk : finding.derivations)
    if (!walk.steps.empty()) Flow(finding, walk);
  json_.Close(']');
}

void SarifWriter::Marks(const Finding& finding) {
  json_.Key("partialFingerprints")
      .Open('{')
      .Field("gainsayFinding/v1", finding.id);
  json_.Field("gainsayEvidence/v1", finding.evidence_id).Close('}');
  if (!finding.baseline_state.empty())
    json_.Field("baselineState",
                finding.baseline_state == "gone"
                    ? "absent"
                    : std::string_view(finding.baseline_state));
  if (!any_suppressed_) return;
  json_.Key("suppressions").Open('[');
  if (!finding.suppressed_by.empty())
    json_.Open('{')
        .Field("kind", "external")
        .Field("justification", finding.suppressed_by)
        .Close('}');
  json_.Close(']');
}

void SarifWriter::Properties(const Finding& finding) {
  json_.Key("properties")
      .Open('{')
      .Field("severity", Name(finding.severity))
      .Field("subject", finding.subject);
  json_.Field("predicate", finding.predicate)
      .Field("voices", finding.voices)
      .Key("sides")
      .OpenFlat('[');
  for (const ReportSide& side : finding.sides) json_.String(side.value);
  json_.Close(']').Close('}');
}

void SarifWriter::Result(const Finding& finding) {
  const auto main =
      std::ranges::find_if(finding.claims, &ReportClaim::in_derivation);
  const auto first = static_cast<std::size_t>(main - finding.claims.begin());
  json_.Open('{')
      .Field("ruleId", Name(finding.kind))
      .Field("ruleIndex", static_cast<std::uint64_t>(finding.kind));
  json_.Field("level", Level(finding.severity));
  std::string text = EscapeSarif(finding.summary.empty() ? SummaryOf(finding)
                                                         : finding.summary) +
                     ".";
  for (std::size_t i = 0; i < finding.claims.size(); ++i)
    if (i != first && finding.claims[i].in_derivation)
      text += " [" + EscapeSarif(internal::Place(finding.claims[i])) + "](" +
              std::to_string(i + 1) + ")";
  Message(text);
  json_.Key("locations").Open('[');
  if (main != finding.claims.end())
    Location(*main, static_cast<std::uint32_t>(first + 1),
             EscapeSarif(main->source + " says " + std::string(Says(*main))));
  json_.Close(']');
  Related(finding, first);
  Flows(finding);
  Marks(finding);
  Properties(finding);
  json_.Close('}');
}

void SarifWriter::Tail() {
  json_.Close(']').Close('}').Close(']').Close('}');
  out += '\n';
}

}  // namespace
}  // namespace gainsay::internal

namespace gainsay::inline v0 {

void WriteSarif(const Report& report, std::ostream& out) {
  internal::SarifWriter writer(report.model());
  const auto drain = [&] {
    out.write(writer.out.data(),
              static_cast<std::streamsize>(writer.out.size()));
    writer.out.clear();
  };
  writer.Head();
  for (const internal::Finding& finding : report.model().findings) {
    writer.Result(finding);
    drain();
  }
  writer.Tail();
  drain();
}

}  // namespace gainsay::inline v0

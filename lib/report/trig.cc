// TriG (W3C): a named graph a finding, PROV-O for who says it, Web Annotation
// selectors for where it stands.
#include <ostream>
#include <string>

#include "base/code_points.h"
#include "base/number.h"
#include "gainsay/write.h"
#include "report/escape.h"
#include "report/explain.h"
#include "report/model.h"

namespace gainsay::internal {
namespace {

constexpr std::size_t kContext = 32;  // bytes of prefix and suffix, at least

std::string Literal(std::string_view text) {
  return "\"" + EscapeTurtle(text) + "\"";
}

std::string Urn(std::string_view kind, std::string_view id) {
  return "<urn:gainsay:" + std::string(kind) + ":" + PercentEncode(id) + ">";
}

std::string DocumentIri(const ReportClaim& claim) {
  if (const std::string iri = WebIri(claim.url); !iri.empty())
    return "<" + iri + ">";
  if (!claim.document.empty()) return Urn("document", claim.document);
  if (!claim.record_file.empty()) return Urn("document", claim.record_file);
  return Urn("source", claim.source);
}

// The words before and after the quote on its line.
std::string Around(const ReportClaim& claim) {
  const std::string_view line = Context(claim);
  if (claim.span.begin < claim.line_begin ||
      claim.span.end - claim.line_begin > line.size())
    return {};
  const std::size_t begin = claim.span.begin - claim.line_begin,
                    end = claim.span.end - claim.line_begin;
  std::size_t from = begin > kContext ? begin - kContext : 0,
              to = std::min(line.size(), end + kContext);
  while (from > 0 && ContinuesCodePoint(line[from])) --from;
  while (to < line.size() && ContinuesCodePoint(line[to])) ++to;
  return " ; oa:prefix " + Literal(line.substr(from, begin - from)) +
         " ; oa:suffix " + Literal(line.substr(end, to - end));
}

class TrigWriter {
 public:
  std::string out;

  void Head(const ReportModel& model) {
    out +=
        "@prefix g: <urn:gainsay:vocabulary#> .\n@prefix oa: "
        "<http://www.w3.org/ns/oa#> .\n"
        "@prefix prov: <http://www.w3.org/ns/prov#> .\n@prefix rdfs: "
        "<http://www.w3.org/2000/01/rdf-schema#> .\n"
        "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n\n"
        "<urn:gainsay:run> a prov:Activity ; prov:wasAssociatedWith "
        "<urn:gainsay:agent> ;\n"
        "  g:complete ";
    out += model.complete ? "true" : "false";
    out +=
        " .\n<urn:gainsay:agent> a prov:SoftwareAgent ; rdfs:label \"gainsay "
        "0.1.0\" .\n";
  }

  void Add(const Finding& finding) {
    const std::string node = Urn("finding", finding.id);
    out += "\n" + node + " {\n  " + node +
           " a g:Finding, prov:Entity ;\n    g:kind " +
           Literal(Name(finding.kind));
    out += " ; g:severity " + Literal(Name(finding.severity)) +
           " ;\n    g:subject " + Literal(finding.subject);
    out +=
        " ; g:predicate " + Literal(finding.predicate) + " ;\n    rdfs:label ";
    out +=
        Literal(finding.summary.empty() ? SummaryOf(finding) : finding.summary);
    out += " ;\n    prov:wasGeneratedBy <urn:gainsay:run>";
    for (const ReportClaim& claim : finding.claims)
      out += " ;\n    prov:wasDerivedFrom " + Urn("claim", claim.id);
    out += " .\n";
    for (const ReportClaim& claim : finding.claims) Claim(claim);
    for (const Derivation& walk : finding.derivations) Walk(node, walk);
    out += "}\n";
  }

 private:
  void Claim(const ReportClaim& claim) {
    const std::string document = DocumentIri(claim),
                      source = Urn("source", claim.source);
    out += "  " + Urn("claim", claim.id) +
           " a oa:Annotation, prov:Entity ;\n    oa:bodyValue " +
           Literal(claim.value);
    out += " ; g:side " + std::to_string(claim.side) +
           " ;\n    prov:wasQuotedFrom " + document;
    out += " ; prov:wasAttributedTo " + source;
    if (!claim.speaker.empty())
      out += " ;\n    g:speaker " + Literal(claim.speaker);
    if (!claim.as_of.empty()) out += " ; g:asOf " + Literal(claim.as_of);
    out += " ;\n    oa:hasTarget [ oa:hasSource " + document;
    out += " ;\n      oa:hasSelector [ a oa:TextQuoteSelector ; oa:exact " +
           Literal(claim.quote) + Around(claim) + " ]";
    if (claim.char_span)
      out +=
          " ;\n      oa:hasSelector [ a oa:TextPositionSelector ; oa:start " +
          Whole(claim.char_span->begin) + " ; oa:end " +
          Whole(claim.char_span->end) + " ]";
    if (!claim.span.empty())
      out += " ;\n      g:byteStart " + std::to_string(claim.span.begin) +
             " ; g:byteEnd " + std::to_string(claim.span.end);
    out += " ] .\n  " + source + " a prov:Agent ; rdfs:label " +
           Literal(claim.source) + " .\n";
  }

  void Walk(const std::string& node, const Derivation& walk) {
    out += "  " + node + " g:walk [ g:cut " + Literal(walk.cut) + " ; g:unit " +
           Literal(walk.unit) + " ; g:sum " + Decimal(walk.sum) +
           " ;\n    g:steps (";
    for (const DerivationStep& step : walk.steps) {
      out += "\n      [ g:from " + Literal(step.from) + " ; g:to " +
             Literal(step.to);
      if (step.lo) out += " ; g:least " + Decimal(*step.lo);
      if (step.hi) out += " ; g:most " + Decimal(*step.hi);
      out += std::string(" ; g:forward ") + (step.forward ? "true" : "false");
      out += step.by_kind == "claim"
                 ? " ; prov:wasDerivedFrom " + Urn("claim", step.by)
                 : " ; g:given " + Literal(step.by);
      out += " ; rdfs:label " + Literal(step.text) + " ]";
    }
    out += " ) ] .\n";
  }

  static std::string Whole(std::uint32_t x) {
    return "\"" + std::to_string(x) + "\"^^xsd:nonNegativeInteger";
  }
  static std::string Decimal(double x) {
    return "\"" + ShortNumber(x) + "\"^^xsd:double";
  }
};

}  // namespace
}  // namespace gainsay::internal

namespace gainsay::inline v0 {

void WriteTrig(const Report& report, std::ostream& out) {
  internal::TrigWriter writer;
  const auto drain = [&] {
    out.write(writer.out.data(),
              static_cast<std::streamsize>(writer.out.size()));
    writer.out.clear();
  };
  writer.Head(report.model());
  for (const internal::Finding& finding : report.model().findings) {
    writer.Add(finding);
    drain();
  }
  drain();
}

}  // namespace gainsay::inline v0

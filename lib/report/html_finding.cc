#include "report/html_finding.h"

#include <algorithm>
#include <set>

#include "base/code_points.h"
#include "base/number.h"
#include "report/escape.h"
#include "report/explain.h"
#include "report/html_figure.h"

namespace gainsay::internal {
namespace {

constexpr std::size_t kContextBytes =
    160;  // of a line before and after the evidence
constexpr std::size_t kMostRepeats = 25;

std::string Attribute(std::string_view name, std::string_view value) {
  return " " + std::string(name) + "=\"" + EscapeHtml(value) + "\"";
}

void AppendWhere(std::string& out, const ReportClaim& claim,
                 const SourceTable& sources) {
  const auto at = sources.index.find(claim.source);
  out += "<p class=\"where\">";
  if (at != sources.index.end()) {
    out += "<a href=\"#s-" + std::to_string(at->second) + "\"><strong>" +
           EscapeHtml(claim.source) + "</strong></a>";
  } else {
    out += "<strong>" + EscapeHtml(claim.source) + "</strong>";
  }
  std::string document =
      claim.document.empty() ? claim.record_file : claim.document;
  const std::uint32_t line = claim.line != 0 ? claim.line : claim.record_line;
  // Where the document's name is the source, its line is enough.
  if (document == claim.source && line != 0) {
    document = "line " + std::to_string(line);
  } else if (line != 0) {
    document += ":" + std::to_string(line);
  }
  const std::string iri = WebIri(claim.url);
  if (!iri.empty()) {
    out += " \u00b7 <a rel=\"noopener noreferrer\" href=\"" + EscapeHtml(iri) +
           "\">" + EscapeHtml(document) + "</a>";
  } else if (!document.empty()) {
    out += " \u00b7 " + EscapeHtml(document);
  }
  if (!claim.published.empty()) out += " \u00b7 " + EscapeHtml(claim.published);
  if (!claim.speaker.empty())
    out += " \u00b7 quoting " + EscapeHtml(claim.speaker);
  out += "</p>";
}

void AppendClaim(std::string& out, const ReportClaim& claim,
                 const SourceTable& sources) {
  out += "<li class=\"s" + std::to_string(claim.side % 4) + "\">";
  AppendWhere(out, claim, sources);
  out += "<blockquote>";
  AppendQuote(out, claim);
  out += "</blockquote><p class=\"says\">says <strong>" +
         EscapeHtml(Says(claim)) + "</strong>";
  if (!claim.as_of.empty()) out += " as of " + EscapeHtml(claim.as_of);
  out += "</p></li>\n";
}

void AppendRepeats(std::string& out, const Finding& finding,
                   const SourceTable& sources) {
  const auto repeats = static_cast<std::size_t>(std::ranges::count_if(
      finding.claims,
      [](const ReportClaim& claim) { return !claim.in_derivation; }));
  if (repeats == 0) return;
  out += "<details><summary>" + std::to_string(repeats) +
         (repeats == 1 ? " claim repeats" : " claims repeat") +
         " a side</summary><ul class=\"quotes\">\n";
  std::size_t shown = 0;
  for (const ReportClaim& claim : finding.claims)
    if (!claim.in_derivation && shown++ < kMostRepeats)
      AppendClaim(out, claim, sources);
  out += "</ul>";
  if (repeats > kMostRepeats)
    out += "<p>" + std::to_string(repeats - kMostRepeats) +
           " more are in the JSON report.</p>";
  out += "</details>\n";
}

void AppendSum(std::string& out, const Finding& finding,
               const Derivation& walk) {
  if (walk.unit == "side") return;
  out += "<table class=\"sum\"><caption>Sum, " + EscapeHtml(CutWords(walk.cut));
  if (!walk.assuming.empty()) out += ", if " + EscapeHtml(walk.assuming);
  out += "</caption><tbody>\n";
  for (const SumRow& row : SumRows(finding, walk)) {
    out += "<tr><td class=\"n\">" + EscapeHtml(row.amount) + "</td><td>" +
           EscapeHtml(row.text);
    if (!row.by.empty())
      out += " <span class=\"meta\">[" + EscapeHtml(row.by) + "]</span>";
    out += "</td></tr>\n";
  }
  const SumRow total = Total(walk);
  out += "<tr class=\"total\"><td class=\"n\">" + EscapeHtml(total.amount) +
         "</td><td>" + EscapeHtml(total.text) + "</td></tr></tbody></table>\n";
}

void AppendSides(std::string& out, const Finding& finding) {
  if (finding.sides.empty()) return;
  out += "<p class=\"meta\">";
  for (std::size_t i = 0; i < finding.sides.size(); ++i) {
    const ReportSide& side = finding.sides[i];
    out += std::string(i == 0 ? "" : " \u00b7 ") + "<strong>" +
           EscapeHtml(Says(side)) + "</strong> " + std::to_string(side.voices) +
           (side.voices == 1 ? " voice" : " voices");
    for (std::size_t k = 0; k < side.authorities.size(); ++k)
      out += (k == 0 ? ", quoting " : ", ") + EscapeHtml(side.authorities[k]);
  }
  out += "</p>\n";
}

void AppendOpening(std::string& out, const Finding& finding,
                   const SourceTable& sources) {
  const std::string severity(Name(finding.severity)),
      anchor = Anchor("f-", finding.id);
  std::set<std::size_t> cited;
  for (const ReportClaim& claim : finding.claims)
    cited.insert(sources.index.at(claim.source));
  std::string indices;
  for (const std::size_t i : cited)
    indices += (indices.empty() ? "" : " ") + std::to_string(i);
  std::string state = finding.baseline_state;
  if (!finding.suppressed_by.empty()) state = "suppressed";
  out += "<article class=\"finding " + severity +
         (state == "gone" || state == "suppressed" ? " " + state : "") +
         "\" tabindex=\"-1\" id=\"" + anchor + "\" data-severity=\"" +
         severity + "\" data-kind=\"" + std::string(Name(finding.kind)) + "\"" +
         Attribute("data-subject", finding.subject) +
         Attribute("data-predicate", finding.predicate) +
         Attribute("data-state", state) + " data-sources=\"" + indices +
         "\" data-voices=\"" + std::to_string(finding.voices) +
         "\" data-violation=\"" + ShortNumber(finding.relative_violation) +
         "\">\n<h3><span class=\"badge\">" + severity + "</span> " +
         EscapeHtml(finding.summary.empty() ? SummaryOf(finding)
                                            : finding.summary) +
         "</h3>\n<p class=\"meta\">" + std::string(Name(finding.kind)) +
         " \u00b7 " + EscapeHtml(finding.subject) + " \u00b7 " +
         EscapeHtml(finding.predicate) + " \u00b7 <a class=\"id\" href=\"#" +
         anchor + "\">" + EscapeHtml(finding.id) + "</a>";
  if (!finding.baseline_state.empty())
    out += " \u00b7 " + EscapeHtml(finding.baseline_state);
  if (!finding.suppressed_by.empty())
    out += " \u00b7 suppressed: " + EscapeHtml(finding.suppressed_by);
  if (finding.count > 1)
    out += " \u00b7 " + std::to_string(finding.count) +
           " instances: " + EscapeHtml(finding.pattern);
  out += "</p>\n";
}

}  // namespace

std::string Anchor(std::string_view prefix, std::string_view id) {
  std::string anchor(prefix);
  for (const char c : id)
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
        (c >= '0' && c <= '9'))
      anchor += c;
  return anchor;
}

void AppendQuote(std::string& out, const ReportClaim& claim) {
  const std::string_view line = Context(claim);
  const bool placed = claim.span.begin >= claim.line_begin &&
                      claim.span.end - claim.line_begin <= line.size() &&
                      !claim.span.empty() && claim.span.end >= claim.line_begin;
  if (!placed || IsRecord(claim)) {
    out += "<mark>";
    if (!IsRecord(claim)) {
      out += EscapeHtml(claim.quote);
    } else {
      const std::string time = RecordTime(claim);
      out += EscapeHtml(claim.subject + " | " + claim.predicate + " | ") +
             "<b>" + EscapeHtml(RecordValue(claim)) + "</b>" +
             EscapeHtml(time.empty() ? "" : " | " + time);
    }
    out += "</mark>";
    return;
  }
  const std::size_t begin = claim.span.begin - claim.line_begin,
                    end = claim.span.end - claim.line_begin;
  std::size_t from = begin > kContextBytes ? begin - kContextBytes : 0,
              to = std::min(line.size(), end + kContextBytes);
  // Cut at words; a text without blanks is cut at characters.
  if (const std::size_t blank = line.find(' ', from); from > 0 && blank < begin)
    from = blank + 1;
  if (const std::size_t blank = line.rfind(' ', to);
      to < line.size() && blank != line.npos && blank >= end)
    to = blank;
  while (from > 0 && ContinuesCodePoint(line[from])) --from;
  while (to < line.size() && ContinuesCodePoint(line[to])) ++to;
  std::size_t value = claim.value_span.begin - claim.line_begin,
              stop = claim.value_span.end - claim.line_begin;
  if (claim.value_span.begin < claim.span.begin || stop > end || value >= stop)
    value = begin, stop = begin;
  const auto part = [&](std::size_t a, std::size_t b) {
    return EscapeHtml(line.substr(a, b - a));
  };
  out += (from > 0 ? "\u2026" : "") + part(from, begin) + "<mark>" +
         part(begin, value);
  if (stop > value) out += "<b>" + part(value, stop) + "</b>";
  out += part(stop, end) + "</mark>" + part(end, to) +
         (to < line.size() ? "\u2026" : "");
}

void AppendFindingHtml(std::string& out, const Finding& finding,
                       const SourceTable& sources, bool open) {
  AppendOpening(out, finding, sources);
  out += "<ul class=\"quotes\">\n";
  for (const ReportClaim& claim : finding.claims)
    if (claim.in_derivation) AppendClaim(out, claim, sources);
  out += "</ul>\n";
  AppendSides(out, finding);
  AppendRepeats(out, finding, sources);
  out += (open ? "<details open>" : "<details>");
  out +=
      "<summary>Why they cannot all hold</summary><div "
      "class=\"why\">\n<div>";
  if (!finding.derivations.empty())
    AppendAxis(out, finding, finding.derivations[0]);
  for (const Derivation& walk : finding.derivations)
    AppendSum(out, finding, walk);
  out += "</div>\n";
  AppendRing(out, finding);
  out += "</div></details>\n<p class=\"hint\"><strong>Hint:</strong> " +
         EscapeHtml(finding.hint.empty() ? HintOf(finding) : finding.hint) +
         "</p>\n</article>\n";
}

}  // namespace gainsay::internal

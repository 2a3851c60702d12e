// A report as one HTML file: no network, readable without its script,
// filterable with it.
#include <algorithm>
#include <map>
#include <ostream>
#include <string>
#include <vector>

#include "gainsay/write.h"
#include "report/escape.h"
#include "report/explain.h"
#include "report/html_assets.h"
#include "report/html_finding.h"

namespace gainsay::internal {
namespace {

class HtmlWriter {
 public:
  explicit HtmlWriter(const ReportModel& model)
      : model_(model), sources_(MakeSourceTable(model)) {}

  std::string out;
  void Head();
  void Tiles();
  void Filters();
  void Add(const Finding& finding) {
    AppendFindingHtml(out, finding, sources_,
                      &finding == &model_.findings.front());
  }
  void NearMisses();
  void Coverage();
  void Tail();

 private:
  void Tile(std::string_view name, std::uint64_t number,
            std::string_view css = {});
  std::uint64_t Count(Severity severity) const;
  void Reason(const std::string& reason,
              const std::vector<const NearMiss*>& misses);

  const ReportModel& model_;
  SourceTable sources_;
};

void HtmlWriter::Head() {
  out +=
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, "
      "initial-scale=1\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
      "'none'; style-src 'unsafe-inline'; "
      "script-src 'sha256-";
  out += kHtmlScriptHash;
  out +=
      "'; base-uri 'none'; form-action 'none'\">\n<meta name=\"referrer\" "
      "content=\"no-referrer\">\n"
      "<title>Contradictions between sources</title>\n<style>";
  out += kHtmlStyle;
  out +=
      "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#list\">Skip to the "
      "findings</a>\n"
      "<header><h1>Contradictions between sources</h1>\n<p "
      "class=\"meta\">Checked by gainsay 0.1.0. Each finding is a "
      "smallest set of claims that cannot all be true, with the words of each "
      "source.</p>\n";
}

std::uint64_t HtmlWriter::Count(Severity severity) const {
  return static_cast<std::uint64_t>(std::ranges::count_if(
      model_.findings, [severity](const Finding& finding) {
        return finding.severity == severity && finding.suppressed_by.empty() &&
               finding.baseline_state != "gone";
      }));
}

void HtmlWriter::Tile(std::string_view name, std::uint64_t number,
                      std::string_view css) {
  out += "<li class=\"" + std::string(css) + "\"><b>" + std::to_string(number) +
         "</b>" + std::string(name) + "</li>\n";
}

void HtmlWriter::Tiles() {
  out += "<ul class=\"tiles\" aria-label=\"Summary\">\n";
  Tile("definite", Count(Severity::kDefinite), "definite");
  Tile("probable", Count(Severity::kProbable), "probable");
  Tile("tension", Count(Severity::kTension), "tension");
  Tile("sources that disagree", sources_.rows.size());
  if (model_.has_near_misses) Tile("near misses", model_.near_misses.size());
  for (const char* what : {"documents", "claims"})
    if (const auto it = model_.coverage.counts.find(what);
        it != model_.coverage.counts.end())
      Tile(what, it->second);
  out += "</ul>\n";
  if (model_.cut_findings > 0)
    out += "<p class=\"warning\">" + std::to_string(model_.cut_findings) +
           " findings were left out by the limit.</p>\n";
  if (!model_.complete)
    out += "<p class=\"warning\">The search was not complete. " +
           EscapeHtml(model_.incomplete_reason) + "</p>\n";
  out += "</header>\n";
}

void HtmlWriter::Filters() {
  out +=
      "<div class=\"columns\">\n<search><details id=\"panel\" "
      "hidden><summary>Filter and "
      "sort</summary><form id=\"filters\">\n"
      "<p><label for=\"search\">Words (press /)</label><input id=\"search\" "
      "type=\"search\" autocomplete=\"off\"></p>\n"
      "<p><label for=\"sort\">Sort by</label><select id=\"sort\"><option "
      "value=\"report\">severity</option>"
      "<option value=\"voices\">voices</option><option "
      "value=\"violation\">violation</option>"
      "<option value=\"subject\">subject</option></select></p>\n"
      "<p><button type=\"button\" "
      "id=\"clear\">Clear</button></p>\n</form></details></search>\n"
      "<main id=\"list\" tabindex=\"-1\"><h2>Findings</h2>\n<p id=\"status\" "
      "role=\"status\" class=\"meta\">";
  out += std::to_string(model_.findings.size()) +
         " findings</p>\n<div id=\"findings\">\n";
}

void HtmlWriter::Reason(const std::string& reason,
                        const std::vector<const NearMiss*>& misses) {
  out += "<details><summary>" + EscapeHtml(reason) + " (" +
         std::to_string(misses.size()) + ")</summary>\n<ul>\n";
  for (const NearMiss* miss : misses) {
    out += "<li id=\"" + Anchor("n-", miss->id) + "\"><strong>" +
           EscapeHtml(miss->subject) + "</strong>: " + EscapeHtml(miss->text);
    out += "<ul>";
    for (const ReportClaim& claim : miss->claims) {
      out += "<li>" + EscapeHtml(Place(claim)) + " says <strong>" +
             EscapeHtml(Says(claim)) + "</strong>: ";
      AppendQuote(out, claim);
      out += "</li>";
    }
    out += "</ul></li>\n";
  }
  out += "</ul></details>\n";
}

void HtmlWriter::NearMisses() {
  out +=
      "</div>\n<p><button type=\"button\" id=\"more\" hidden>Show "
      "more</button></p>\n</main>\n</div>\n";
  if (!model_.has_near_misses) return;
  out +=
      "<section aria-labelledby=\"near\"><h2 id=\"near\">Near misses</h2>\n<p "
      "class=\"meta\">Claims that meet and are no "
      "contradiction, by the reason.</p>\n";
  std::map<std::string, std::vector<const NearMiss*>> reasons;
  for (const NearMiss& miss : model_.near_misses)
    reasons[miss.reason].push_back(&miss);
  for (const auto& [reason, misses] : reasons) Reason(reason, misses);
  out += "</section>\n";
}

void HtmlWriter::Coverage() {
  if (!sources_.rows.empty()) AppendSourcesHtml(out, sources_);
  const internal::Coverage& coverage = model_.coverage;
  if (coverage.counts.empty() && coverage.errors.empty() &&
      coverage.undecided.empty())
    return;
  out +=
      "<section aria-labelledby=\"coverage\"><h2 "
      "id=\"coverage\">Coverage</h2>\n<table><caption>What was read and "
      "compared.</caption><tbody>\n";
  for (const auto& [what, number] : coverage.counts)
    out += "<tr><th scope=\"row\">" + EscapeHtml(what) +
           "</th><td class=\"n\">" + std::to_string(number) + "</td></tr>\n";
  for (const auto& [reason, number] : coverage.near_misses)
    out += "<tr><th scope=\"row\">near miss: " + EscapeHtml(reason) +
           "</th><td class=\"n\">" + std::to_string(number) + "</td></tr>\n";
  out += "</tbody></table>\n";
  if (!coverage.undecided.empty()) {
    out += "<details><summary>Undecided (" +
           std::to_string(coverage.undecided.size()) + ")</summary><ul>\n";
    for (const std::string& line : coverage.undecided)
      out += "<li>" + EscapeHtml(line) + "</li>\n";
    out += "</ul></details>\n";
  }
  if (!coverage.errors.empty()) {
    out += "<details open><summary>Bad records (" +
           std::to_string(coverage.errors.size()) + ")</summary><ul>\n";
    for (const InputError& error : coverage.errors)
      out += "<li>" +
             EscapeHtml(error.file + ":" + std::to_string(error.line) + ": " +
                        error.field + ": " + error.what) +
             "</li>\n";
    out += "</ul></details>\n";
  }
  out += "</section>\n";
}

void HtmlWriter::Tail() {
  out +=
      "<svg width=\"0\" height=\"0\" aria-hidden=\"true\" "
      "class=\"defs\"><defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"6\" "
      "refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\"><path "
      "d=\"M0 0 L8 4 L0 8 z\"/></marker></defs></svg>\n"
      "<script>";
  out += kHtmlScript;
  out += "</script>\n</body>\n</html>\n";
}

}  // namespace
}  // namespace gainsay::internal

namespace gainsay::inline v0 {

void WriteHtml(const Report& report, std::ostream& out) {
  internal::HtmlWriter writer(report.model());
  const auto drain = [&] {
    out.write(writer.out.data(),
              static_cast<std::streamsize>(writer.out.size()));
    writer.out.clear();
  };
  writer.Head();
  writer.Tiles();
  writer.Filters();
  for (const internal::Finding& finding : report.model().findings) {
    writer.Add(finding);
    drain();
  }
  writer.NearMisses();
  writer.Coverage();
  writer.Tail();
  drain();
}

}  // namespace gainsay::inline v0

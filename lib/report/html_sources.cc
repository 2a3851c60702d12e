#include <algorithm>
#include <set>
#include <utility>

#include "report/escape.h"
#include "report/html_finding.h"

namespace gainsay::internal {
namespace {

constexpr std::size_t kMostSources =
    20;  // of one finding that are set against each other
constexpr std::size_t kMostAgainst = 8;  // shown in a row

void Count(const Finding& finding, std::map<std::string, SourceRow>& rows) {
  std::vector<std::set<std::string>> sides(
      std::max<std::size_t>(finding.sides.size(), 1));
  std::set<std::string> all;
  for (const ReportClaim& claim : finding.claims) {
    SourceRow& row = rows[claim.source];
    ++row.claims;
    if (all.insert(claim.source).second) ++row.findings;
    std::set<std::string>& side =
        sides[std::min<std::size_t>(claim.side, sides.size() - 1)];
    if (side.size() < kMostSources) side.insert(claim.source);
  }
  std::set<std::pair<std::string, std::string>> pairs;
  for (std::size_t i = 0;
       i < sides.size() && pairs.size() < kMostSources * kMostSources; ++i) {
    if (sides[i].size() == 1) ++rows[*sides[i].begin()].alone;
    for (std::size_t k = 0; k < sides.size() && k < kMostSources; ++k)
      if (i != k)
        for (const std::string& a : sides[i])
          for (const std::string& b : sides[k])
            if (a != b) pairs.emplace(a, b);
  }
  for (const auto& [a, b] : pairs) ++rows[a].against[b];
}

void AppendRow(std::string& out, const SourceTable& sources, std::size_t i) {
  const SourceRow& row = sources.rows[i];
  out += "<tr id=\"s-" + std::to_string(i) +
         "\"><th scope=\"row\" data-source=\"\">" + EscapeHtml(row.name) +
         "</th>";
  for (const std::uint64_t n : {row.claims, row.findings, row.alone})
    out += "<td class=\"n\">" + std::to_string(n) + "</td>";
  std::vector<std::pair<std::string, std::uint64_t>> against(
      row.against.begin(), row.against.end());
  std::ranges::stable_sort(against, [](const auto& a, const auto& b) {
    return a.second > b.second;
  });
  out += "<td>";
  for (std::size_t k = 0; k < against.size() && k < kMostAgainst; ++k) {
    const auto at = sources.index.find(against[k].first);
    out += std::string(k > 0 ? ", " : "") + "<a href=\"#s-" +
           std::to_string(at->second) + "\">" + EscapeHtml(against[k].first) +
           "</a> " + std::to_string(against[k].second);
  }
  if (against.size() > kMostAgainst)
    out += ", and " + std::to_string(against.size() - kMostAgainst) + " more";
  out += "</td></tr>\n";
}

}  // namespace

SourceTable MakeSourceTable(const ReportModel& model) {
  std::map<std::string, SourceRow> rows;
  for (const Finding& finding : model.findings) Count(finding, rows);
  SourceTable table;
  for (auto& [name, row] : rows) {
    row.name = name;
    table.rows.push_back(std::move(row));
  }
  std::ranges::stable_sort(table.rows,
                           [](const SourceRow& a, const SourceRow& b) {
                             return a.findings > b.findings;
                           });
  for (std::size_t i = 0; i < table.rows.size(); ++i)
    table.index[table.rows[i].name] = i;
  return table;
}

void AppendSourcesHtml(std::string& out, const SourceTable& sources) {
  out +=
      "<section aria-labelledby=\"sources\"><h2 "
      "id=\"sources\">Sources</h2>\n<div class=\"scroll\" tabindex=\"0\" "
      "role=\"group\" aria-label=\"Table of sources\"><table>"
      "<caption>How often each source stands against others in these "
      "findings.</caption>"
      "<thead><tr><th scope=\"col\">Source</th><th scope=\"col\">Claims "
      "cited</th><th scope=\"col\">Findings</th>"
      "<th scope=\"col\">Alone on a side</th><th scope=\"col\">Disagrees "
      "with</th></tr></thead><tbody>\n";
  for (std::size_t i = 0; i < sources.rows.size(); ++i)
    AppendRow(out, sources, i);
  out += "</tbody></table></div></section>\n";
}

}  // namespace gainsay::internal

// Findings for a terminal, in the shape of a compiler's diagnostics.
#include "report/text.h"

#include <algorithm>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "gainsay/write.h"
#include "report/explain.h"
#include "report/groups.h"
#include "report/snippet.h"
#include "report/table.h"
#include "report/text.h"
#include "text/width.h"

namespace gainsay::internal {
namespace {

class TextWriter {
 public:
  TextWriter(const ReportModel& model, const TextStyle& style)
      : model_(model),
        style_(style),
        palette_(MakePalette(style.colour)),
        width_(std::max(style.width, 40U)) {}

  std::string out;
  void Write(const Finding& finding) {
    AppendFindingText(out, finding, style_);
  }
  void Heading(const std::string& name);
  void References(const std::vector<const Finding*>& findings);
  void NearMisses();
  void Summary();
  void CoverageTables();

 private:
  void Wrapped(std::string_view text, std::size_t first, std::size_t indent) {
    AppendWrapped(out, text, first, indent, width_);
  }
  std::uint64_t Count(Severity severity) const;

  const ReportModel& model_;
  const TextStyle& style_;
  Palette palette_;
  std::size_t width_;
};

void TextWriter::Heading(const std::string& name) {
  if (name.empty()) return;
  out += palette_.bold;
  out += "## " + HarmlessCut(name, width_ - 3);
  out += palette_.off;
  out += "\n\n";
}

void TextWriter::References(const std::vector<const Finding*>& findings) {
  for (const Finding* finding : findings) {
    out += std::string(Name(finding->severity)) + "[" + Harmless(finding->id) +
           "]: ";
    const std::string where =
        finding->claims.empty() ? "" : finding->claims.front().source;
    Wrapped(
        "in full under " + where + ": " +
            (finding->summary.empty() ? SummaryOf(*finding) : finding->summary),
        finding->id.size() + 12, 2);
  }
  if (!findings.empty()) out += '\n';
}

void TextWriter::NearMisses() {
  if (!style_.near_misses || !model_.has_near_misses) return;
  out += palette_.bold;
  out += "Near misses: " + std::to_string(model_.near_misses.size());
  out += palette_.off;
  out += '\n';
  Table table(
      {"reason", "subject", "what meets", "why it is no contradiction"});
  for (const NearMiss& miss : model_.near_misses) {
    std::string meets;
    for (const ReportClaim& claim : miss.claims)
      meets += (meets.empty() ? "" : " / ") + std::string(Says(claim)) + " (" +
               Place(claim) + ")";
    table.Add({miss.reason, miss.subject, meets, miss.text});
  }
  table.Write(out, width_, palette_.dim, palette_.off);
  out += '\n';
}

void TextWriter::CoverageTables() {
  if (!style_.coverage || !model_.has_coverage) return;
  out += palette_.bold;
  out += "Coverage";
  out += palette_.off;
  out += '\n';
  Table counts({"what", "number"});
  for (const auto& [what, number] : model_.coverage.counts)
    counts.Add({what, std::to_string(number)});
  for (const auto& [reason, number] : model_.coverage.near_misses)
    counts.Add({"near miss: " + reason, std::to_string(number)});
  counts.Write(out, width_, palette_.dim, palette_.off);
  for (const std::string& line : model_.coverage.undecided) {
    out += "  undecided: ";
    Wrapped(line, 13, 4);
  }
  out += '\n';
}

std::uint64_t TextWriter::Count(Severity severity) const {
  return static_cast<std::uint64_t>(std::ranges::count_if(
      model_.findings, [severity](const Finding& finding) {
        return finding.severity == severity && finding.suppressed_by.empty() &&
               finding.baseline_state != "gone";
      }));
}

void TextWriter::Summary() {
  const std::uint64_t definite = Count(Severity::kDefinite),
                      probable = Count(Severity::kProbable);
  const std::uint64_t tension = Count(Severity::kTension);
  std::string text =
      std::to_string(definite + probable) +
      (definite + probable == 1 ? " contradiction" : " contradictions");
  if (definite + probable > 0)
    text += " (" + std::to_string(definite) + " definite, " +
            std::to_string(probable) + " probable)";
  if (tension > 0) {
    text += ", " + std::to_string(tension) +
            (tension == 1 ? " tension" : " tensions");
    if (style_.least != Severity::kTension) text += " not shown";
  }
  const auto suppressed = std::ranges::count_if(
      model_.findings,
      [](const Finding& f) { return !f.suppressed_by.empty(); });
  if (suppressed > 0) text += ", " + std::to_string(suppressed) + " suppressed";
  if (model_.cut_findings > 0)
    text +=
        ", " + std::to_string(model_.cut_findings) + " left out by the limit";
  out += text + "\n";
  if (const std::size_t bad = model_.coverage.errors.size(); bad > 0)
    out += std::to_string(bad) +
           (bad == 1 ? " bad record was" : " bad records were") + " left out\n";
  if (!model_.complete) {
    out += palette_.definite;
    out += "The search was not complete";
    out += palette_.off;
    Wrapped(model_.incomplete_reason.empty() ? "."
                                             : ": " + model_.incomplete_reason,
            27, 2);
  }
}

}  // namespace

}  // namespace gainsay::internal

namespace gainsay::inline v0 {

void WriteText(const Report& report, std::ostream& out,
               const TextStyle& style) {
  const internal::ReportModel& model = report.model();
  internal::TextWriter writer(model, style);
  const auto drain = [&] {
    out.write(writer.out.data(),
              static_cast<std::streamsize>(writer.out.size()));
    writer.out.clear();
  };
  for (const internal::TextGroup& group : internal::Groups(model, style)) {
    writer.Heading(group.name);
    for (const internal::Finding* finding : group.findings) {
      writer.Write(*finding);
      drain();
    }
    writer.References(group.elsewhere);
  }
  writer.NearMisses();
  writer.CoverageTables();
  writer.Summary();
  drain();
}

}  // namespace gainsay::inline v0

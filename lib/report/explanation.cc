// One finding in full: what gainsay explain prints.
#include <algorithm>
#include <ostream>
#include <string>

#include "base/number.h"
#include "gainsay/write.h"
#include "report/explain.h"
#include "report/snippet.h"
#include "report/table.h"
#include "report/text.h"
#include "text/width.h"

namespace gainsay::internal {
namespace {

class Explanation {
 public:
  explicit Explanation(const TextStyle& style)
      : width_(std::max(style.width, 40U)),
        palette_(MakePalette(style.colour)) {}

  std::string out;
  void Claims(const std::vector<ReportClaim>& claims);
  void Steps(const Derivation& derivation, const Finding& finding);
  void Repair(const Finding& finding);
  void Title(std::string_view text);

 private:
  std::size_t width_;
  Palette palette_;
};

void Explanation::Title(std::string_view text) {
  out += palette_.bold;
  out += Harmless(text);
  out += palette_.off;
  out += '\n';
}

void Explanation::Claims(const std::vector<ReportClaim>& claims) {
  for (const ReportClaim& claim : claims) {
    Title("Claim " + claim.id);
    Table table({"", ""});
    const auto add = [&table](const char* name, const std::string& text) {
      if (!text.empty()) table.Add({name, text});
    };
    add("source", claim.source);
    add("document", claim.document);
    add("published", claim.published);
    add("url", claim.url);
    if (!claim.record_file.empty())
      add("record",
          claim.record_file + ":" + std::to_string(claim.record_line));
    if (!claim.span.empty())
      add("bytes", "[" + std::to_string(claim.span.begin) + ", " +
                       std::to_string(claim.span.end) + "), line " +
                       std::to_string(claim.line));
    add("quote", claim.quote);
    add("says", claim.subject + " | " + claim.predicate + " | " + claim.value);
    add("modality", claim.modality);
    add("speaker", claim.speaker);
    add("as of", claim.as_of);
    add("read by", claim.rule);
    table.Write(out, width_, palette_.dim, palette_.off);
    out += '\n';
  }
}

std::string Range(const DerivationStep& step) {
  return "[" + (step.lo ? ShortNumber(*step.lo) : "-inf") + ", " +
         (step.hi ? ShortNumber(*step.hi) : "inf") + "]";
}

void Explanation::Steps(const Derivation& derivation, const Finding& finding) {
  Title("Walk " + std::string(CutWords(derivation.cut)) +
        (derivation.assuming.empty() ? "" : ", if " + derivation.assuming) +
        ", in " + (derivation.unit.empty() ? "numbers" : derivation.unit));
  Table table({"from", "to", "least, most", "adds", "sum", "by", "because"});
  double sum = 0;
  for (const DerivationStep& step : derivation.steps) {
    const std::optional<double>& end = step.forward ? step.hi : step.lo;
    const double added = !end ? 0 : step.forward ? *end : -*end;
    sum += added;
    std::string by = step.by;
    for (const ReportClaim& claim : finding.claims)
      if (step.by_kind == "claim" && claim.id == step.by) by = Place(claim);
    table.Add({step.forward ? step.from : step.to,
               step.forward ? step.to : step.from, Range(step),
               ShortNumber(added), ShortNumber(sum),
               by.empty() ? step.by_kind : step.by_kind + " " + by, step.text});
  }
  table.Write(out, width_, palette_.dim, palette_.off);
  out += derivation.sum < 0 ? "  A closed walk with a negative sum: no values "
                              "of these points satisfy all steps.\n\n"
                            : "  A closed walk with the sum 0 that uses an end "
                              "which is not itself allowed.\n\n";
}

void Explanation::Repair(const Finding& finding) {
  if (finding.correction_sets.empty()) return;
  Title("Leaving out the claims of any one line makes the rest consistent");
  for (const std::vector<std::string>& set : finding.correction_sets) {
    std::string line;
    for (const std::string& id : set) {
      const auto claim =
          std::ranges::find(finding.claims, id, &ReportClaim::id);
      line += (line.empty() ? "" : ", ") + id +
              (claim == finding.claims.end()
                   ? ""
                   : " (" + Place(*claim) + ", " + claim->value + ")");
    }
    out += "  " + HarmlessCut(line, width_ - 2) + "\n";
  }
}

// The only row whose id begins with `id`, by index; an exact id wins.
template <typename Row>
std::vector<std::size_t> Matching(const std::vector<Row>& rows,
                                  std::string_view id) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].id == id) return {i};
    if (rows[i].id.starts_with(id)) found.push_back(i);
  }
  return found;
}

}  // namespace
}  // namespace gainsay::internal

namespace gainsay::inline v0 {

Result<void> WriteExplanation(const Report& report, std::string_view id,
                              std::ostream& out, const TextStyle& style) {
  const internal::ReportModel& model = report.model();
  const auto findings = internal::Matching(model.findings, id);
  const auto misses = internal::Matching(model.near_misses, id);
  if (id.empty() || findings.size() + misses.size() == 0)
    return Error{ErrorCode::kNotFound,
                 "no finding has the id " + std::string(id),
                 {},
                 0,
                 {}};
  if (findings.size() + misses.size() > 1)
    return Error{ErrorCode::kInvalidArgument,
                 "several findings begin with " + std::string(id),
                 {},
                 0,
                 {}};
  internal::Explanation text(style);
  internal::Finding finding;
  if (findings.size() == 1) {
    finding = model.findings[findings[0]];
    internal::AppendFindingText(text.out, finding, style);
  } else {
    const internal::NearMiss& miss = model.near_misses[misses[0]];
    finding.claims = miss.claims;
    finding.derivations = miss.derivations;
    text.Title("near miss[" + miss.id + "]: " + miss.subject + ", " +
               miss.reason);
    text.out += "  " + internal::Harmless(miss.text) + "\n\n";
  }
  text.Claims(finding.claims);
  for (const internal::Derivation& derivation : finding.derivations)
    text.Steps(derivation, finding);
  text.Repair(finding);
  out.write(text.out.data(), static_cast<std::streamsize>(text.out.size()));
  return {};
}

}  // namespace gainsay::inline v0

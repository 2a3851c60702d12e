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
#include "text/width.h"

namespace gainsay::internal {
namespace {

constexpr std::size_t kMaxRepeats = 5;
constexpr std::size_t kMaxInstances = 3;

class TextWriter {
 public:
  TextWriter(const ReportModel& model, const TextStyle& style)
      : model_(model),
        style_(style),
        palette_(MakePalette(style.colour)),
        width_(std::max(style.width, 40U)) {}

  std::string out;
  void Write(const Finding& finding);
  void Heading(const std::string& name);
  void References(const std::vector<const Finding*>& findings);
  void NearMisses();
  void Summary();
  void CoverageTables();

 private:
  void Head(const Finding& finding);
  static std::string Label(const Finding& finding, const ReportClaim& claim);
  void Snippets(const Finding& finding, std::size_t gutter);
  void Repeats(const Finding& finding, std::size_t gutter);
  void Sides(const Finding& finding, std::size_t gutter);
  void Instances(const Finding& finding, std::size_t gutter);
  void Sum(const Finding& finding, const Derivation& derivation,
           std::size_t gutter);
  void Note(std::size_t gutter, std::string_view label, std::string_view text);
  void Blank(std::size_t gutter);
  void Wrapped(std::string_view text, std::size_t first, std::size_t indent);
  std::uint64_t Count(Severity severity) const;

  const ReportModel& model_;
  const TextStyle& style_;
  Palette palette_;
  std::size_t width_;
};

// Appends text in lines of at most width_ columns; the first begins at column
// `first`, the others are indented.
void TextWriter::Wrapped(std::string_view text, std::size_t first,
                         std::size_t indent) {
  std::size_t column = first;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const std::string word = Harmless(text.substr(begin, end - begin));
    const std::size_t columns = DisplayWidth(word);
    if (begin > 0) {
      const bool fits = column + 1 + columns <= width_;
      while (!fits && out.back() == ' ') out.pop_back();
      out += fits ? " " : "\n" + std::string(indent, ' ');
      column = fits ? column + 1 : indent;
    }
    out += word;
    column += columns;
    begin = end + 1;
  }
  out += '\n';
}

void TextWriter::Blank(std::size_t gutter) {
  out += palette_.gutter;
  out.append(gutter, ' ');
  out += " |";
  out += palette_.off;
  out += '\n';
}

void TextWriter::Note(std::size_t gutter, std::string_view label,
                      std::string_view text) {
  out += palette_.gutter;
  out.append(gutter, ' ');
  out += " = ";
  out += palette_.off;
  out += palette_.bold;
  out += label;
  out += ": ";
  out += palette_.off;
  Wrapped(text, gutter + 5 + label.size(), gutter + 5);
}

void TextWriter::Head(const Finding& finding) {
  const std::string tag =
      std::string(Name(finding.severity)) + "[" + Harmless(finding.id) + "]";
  out += palette_.Of(finding.severity);
  out += tag;
  out += palette_.off;
  out += palette_.bold;
  out += ": ";
  Wrapped(finding.summary.empty() ? SummaryOf(finding) : finding.summary,
          tag.size() + 2, 2);
  out += palette_.off;
}

// What the claim says; of a record that the line says as well, its side.
std::string TextWriter::Label(const Finding& finding,
                              const ReportClaim& claim) {
  std::string label(Says(claim));
  if (claim.side < finding.sides.size() &&
      (finding.kind == FindingKind::kTenure ||
       finding.kind == FindingKind::kSchema))
    label = Says(finding.sides[claim.side]);
  const bool as_shown = claim.raw.empty() && label == Says(claim);
  if (IsRecord(claim) && as_shown) label.clear();
  if (!claim.speaker.empty())
    label += (label.empty() ? "(" : "  (") + claim.speaker + ")";
  return label;
}

void TextWriter::Snippets(const Finding& finding, std::size_t gutter) {
  std::string place;
  for (const ReportClaim& claim : finding.claims) {
    if (!claim.in_derivation) continue;
    std::string here =
        claim.document.empty() ? claim.record_file : claim.document;
    if (here.empty()) here = claim.source;
    if (here != place) {
      out += palette_.gutter;
      out.append(gutter, ' ');
      out += place.empty() ? "--> " : "::: ";
      out += palette_.off;
      std::string head = Harmless(here);
      if (const std::uint32_t line =
              claim.line != 0 ? claim.line : claim.record_line;
          line != 0)
        head += ":" + std::to_string(line);
      std::string about =
          here.ends_with(claim.source) ? "" : Harmless(claim.source);
      if (!claim.published.empty())
        about += (about.empty() ? "" : ", ") + Harmless(claim.published);
      out += head + (about.empty() ? "" : "  (" + about + ")") + "\n";
      Blank(gutter);
      place = std::move(here);
    }
    const std::string label = Label(finding, claim);
    AppendSnippet(out, claim, label, gutter, width_,
                  palette_.Of(finding.severity), palette_);
    Blank(gutter);
  }
}

void TextWriter::Repeats(const Finding& finding, std::size_t gutter) {
  std::size_t shown = 0, hidden = 0;
  for (const ReportClaim& claim : finding.claims) {
    if (claim.in_derivation) continue;
    if (shown == kMaxRepeats) {
      ++hidden;
      continue;
    }
    ++shown;
    std::string text = Place(claim) + " says " + std::string(Says(claim));
    if (!IsRecord(claim))
      text += ": \u201c" + HarmlessCut(claim.quote, width_) + "\u201d";
    Note(gutter, "also", text);
  }
  if (hidden > 0)
    Note(gutter, "also",
         std::to_string(hidden) + " more claims that repeat a side");
}

void TextWriter::Sides(const Finding& finding, std::size_t gutter) {
  for (const ReportSide& side : finding.sides) {
    std::vector<std::string> sources;
    for (const std::uint32_t i : side.claims)
      if (i < finding.claims.size() &&
          std::ranges::find(sources, finding.claims[i].source) == sources.end())
        sources.push_back(finding.claims[i].source);
    std::string text = std::string(Says(side)) + " \u2014 " +
                       std::to_string(side.voices) +
                       (side.voices == 1 ? " voice" : " voices");
    for (std::size_t i = 0; i < sources.size() && i < kMaxRepeats; ++i)
      text += (i == 0 ? ": " : ", ") + sources[i];
    if (sources.size() > kMaxRepeats)
      text += ", " + std::to_string(sources.size() - kMaxRepeats) + " more";
    if (!side.authorities.empty()) text += "; quoting ";
    for (std::size_t i = 0; i < side.authorities.size(); ++i)
      text += (i == 0 ? "" : ", ") + side.authorities[i];
    Note(gutter, "side", text);
  }
}

// One cause, many instances: the pattern, and the first of them.
void TextWriter::Instances(const Finding& finding, std::size_t gutter) {
  if (finding.count < 2) return;
  Note(gutter, "pattern", finding.pattern);
  for (std::size_t i = 0; i < finding.instances.size() && i < kMaxInstances;
       ++i)
    Note(gutter, "instance", finding.instances[i]);
  if (finding.instances.size() > kMaxInstances)
    Note(gutter, "instance",
         std::to_string(finding.instances.size() - kMaxInstances) +
             " more are in the JSON report");
}

void TextWriter::Sum(const Finding& finding, const Derivation& derivation,
                     std::size_t gutter) {
  if (derivation.unit == "side") return;
  std::string head(CutWords(derivation.cut));
  if (!derivation.assuming.empty()) head += ", if " + derivation.assuming;
  Note(gutter, "sum", head);
  std::vector<SumRow> rows = SumRows(finding, derivation);
  rows.push_back(Total(derivation));
  std::size_t amount = 0;
  for (const SumRow& row : rows) amount = std::max(amount, row.amount.size());
  const std::size_t indent = gutter + 5 + amount + 2;
  for (const SumRow& row : rows) {
    out.append(indent - 2 - row.amount.size(), ' ');
    out += row.amount + "  ";
    Wrapped(row.text + (row.by.empty() ? "" : "  [" + row.by + "]"), indent,
            indent);
  }
}

void TextWriter::Write(const Finding& finding) {
  std::uint32_t line = 0;
  for (const ReportClaim& claim : finding.claims)
    if (claim.in_derivation)
      line = std::max({line, claim.line, claim.record_line});
  const std::size_t gutter =
      std::max<std::size_t>(2, std::to_string(line).size());
  Head(finding);
  Snippets(finding, gutter);
  Sides(finding, gutter);
  Repeats(finding, gutter);
  for (const Derivation& derivation : finding.derivations)
    Sum(finding, derivation, gutter);
  Instances(finding, gutter);
  if (!finding.baseline_state.empty())
    Note(gutter, "baseline", finding.baseline_state);
  if (!finding.suppressed_by.empty())
    Note(gutter, "suppressed", finding.suppressed_by);
  Note(gutter, "hint", finding.hint.empty() ? HintOf(finding) : finding.hint);
  out += '\n';
}

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
    Wrapped("above, " + (finding->summary.empty() ? SummaryOf(*finding)
                                                  : finding->summary),
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

void AppendFindingText(std::string& out, const Finding& finding,
                       const ReportModel& model, const TextStyle& style) {
  TextWriter writer(model, style);
  writer.Write(finding);
  out += writer.out;
}

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

// One finding for a terminal, in the shape of a compiler's diagnostic.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "report/explain.h"
#include "report/snippet.h"
#include "report/text.h"
#include "text/width.h"

namespace gainsay::internal {
namespace {

constexpr std::size_t kMaxRepeats = 5;
constexpr std::size_t kMaxInstances = 3;

class FindingText {
 public:
  FindingText(std::string& to, const TextStyle& style)
      : out(to),
        palette_(MakePalette(style.colour)),
        width_(std::max(style.width, 40U)) {}

  void Write(const Finding& finding);

 private:
  void Head(const Finding& finding);
  static std::string Label(const Finding& finding, const ReportClaim& claim);
  void Where(const ReportClaim& claim, const std::string& place,
             std::size_t gutter, bool first);
  void Snippets(const Finding& finding, std::size_t gutter);
  void Repeats(const Finding& finding, std::size_t gutter);
  void Sides(const Finding& finding, std::size_t gutter);
  void Instances(const Finding& finding, std::size_t gutter);
  void Sum(const Finding& finding, const Derivation& derivation,
           std::size_t gutter);
  void Note(std::size_t gutter, std::string_view label, std::string_view text);
  void Blank(std::size_t gutter);
  std::size_t BlankSize(std::size_t gutter) const {
    return palette_.gutter.size() + gutter + 2 + palette_.off.size() + 1;
  }
  void Wrapped(std::string_view text, std::size_t first, std::size_t indent,
               std::string_view tail = {}) {
    AppendWrapped(out, text, first, indent, width_, tail);
  }

  std::string& out;
  Palette palette_;
  std::size_t width_;
};

void FindingText::Blank(std::size_t gutter) {
  out += palette_.gutter;
  out.append(gutter, ' ');
  out += " |";
  out += palette_.off;
  out += '\n';
}

void FindingText::Note(std::size_t gutter, std::string_view label,
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

void FindingText::Head(const Finding& finding) {
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
std::string FindingText::Label(const Finding& finding,
                               const ReportClaim& claim) {
  std::string label(Says(claim));
  if (claim.side < finding.sides.size() &&
      (finding.kind == FindingKind::kTenure ||
       finding.kind == FindingKind::kSchema))
    label = Says(finding.sides[claim.side]);
  const bool as_shown =
      label == Says(claim) && (claim.raw.empty() || label == claim.raw);
  if (IsRecord(claim) && as_shown) label.clear();
  if (!claim.speaker.empty())
    label += (label.empty() ? "(" : "  (") + claim.speaker + ")";
  return label;
}

// "--> wire.txt:3  (Wire, 2024-05-21)"
void FindingText::Where(const ReportClaim& claim, const std::string& place,
                        std::size_t gutter, bool first) {
  out += palette_.gutter;
  out.append(gutter, ' ');
  out += first ? "--> " : "::: ";
  out += palette_.off;
  out += Harmless(place);
  if (const std::uint32_t line =
          claim.line != 0 ? claim.line : claim.record_line;
      line != 0)
    out += ":" + std::to_string(line);
  std::string about =
      place.ends_with(claim.source) ? "" : Harmless(claim.source);
  if (!claim.published.empty())
    about += (about.empty() ? "" : ", ") + Harmless(claim.published);
  out += (about.empty() ? "" : "  (" + about + ")") + "\n";
  Blank(gutter);
}

void FindingText::Snippets(const Finding& finding, std::size_t gutter) {
  const ReportClaim* before = nullptr;
  std::string before_place;
  for (const ReportClaim& claim : finding.claims) {
    if (!claim.in_derivation) continue;
    std::string place =
        claim.document.empty() ? claim.record_file : claim.document;
    if (place.empty()) place = claim.source;
    const bool there = before != nullptr && before_place == place &&
                       before->source == claim.source;
    if (!there) Where(claim, place, gutter, before == nullptr);
    // Two claims of one line stand under one print of it.
    const bool same_line = there && claim.line != 0 &&
                           before->line == claim.line &&
                           before->line_text == claim.line_text;
    if (same_line) out.resize(out.size() - BlankSize(gutter));
    AppendSnippet(out, claim, Label(finding, claim), gutter, width_, same_line,
                  palette_.Of(finding.severity), palette_);
    Blank(gutter);
    before = &claim;
    before_place = std::move(place);
  }
}

void FindingText::Repeats(const Finding& finding, std::size_t gutter) {
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

void FindingText::Sides(const Finding& finding, std::size_t gutter) {
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

// Ids of claims that are hashes tell a reader nothing:
// "c89abcdef01234567: Olav Berg mayor | ...".
std::string WithoutHashes(std::string_view instance) {
  constexpr std::string_view kBetween = " | ";
  constexpr std::size_t kHash = 17;  // "c" and 16 digits
  std::string out;
  while (!instance.empty()) {
    const std::size_t end = std::min(instance.find(kBetween), instance.size());
    std::string_view part = instance.substr(0, end);
    const bool hash = part.size() > kHash + 2 && part[0] == 'c' &&
                      part.substr(kHash, 2) == ": " &&
                      part.find_first_not_of("0123456789abcdef", 1) == kHash;
    if (hash) part.remove_prefix(kHash + 2);
    if (!out.empty()) out += kBetween;
    out += part;
    instance.remove_prefix(std::min(end + kBetween.size(), instance.size()));
  }
  return out;
}

// One cause, many instances: the pattern, and the first of them.
void FindingText::Instances(const Finding& finding, std::size_t gutter) {
  if (finding.count < 2) return;
  if (finding.summary.find(finding.pattern) == std::string::npos)
    Note(gutter, "pattern", finding.pattern);
  for (std::size_t i = 0; i < finding.instances.size() && i < kMaxInstances;
       ++i)
    Note(gutter, "instance", WithoutHashes(finding.instances[i]));
  if (finding.instances.size() > kMaxInstances)
    Note(gutter, "instance",
         std::to_string(finding.instances.size() - kMaxInstances) +
             " more are in the JSON report");
}

void FindingText::Sum(const Finding& finding, const Derivation& derivation,
                      std::size_t gutter) {
  if (derivation.unit == "side") return;
  std::string head(CutWords(derivation.cut));
  if (!derivation.assuming.empty()) head += ", if " + derivation.assuming;
  Note(gutter, "sum", head);
  std::vector<SumRow> rows = SumRows(finding, derivation);
  rows.push_back(Total(derivation));
  std::size_t amount = 0;
  for (SumRow& row : rows) {  // with a unit that a source may have named
    row.amount = HarmlessCut(row.amount, width_ / 2);
    amount = std::max(amount, DisplayWidth(row.amount));
  }
  const std::size_t indent = gutter + 5 + amount + 2;
  for (const SumRow& row : rows) {
    out.append(indent - 2 - DisplayWidth(row.amount), ' ');
    out += row.amount + "  ";
    Wrapped(row.text, indent, indent, row.by.empty() ? "" : "[" + row.by + "]");
  }
}

void FindingText::Write(const Finding& finding) {
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

}  // namespace

void AppendWrapped(std::string& out, std::string_view text, std::size_t first,
                   std::size_t indent, std::size_t width,
                   std::string_view tail) {
  // Nothing to wrap, nothing to spell out.
  if (tail.empty() && first + text.size() <= width && IsPrintableAscii(text)) {
    out.append(text).push_back('\n');
    return;
  }
  std::size_t column = first;
  const auto add = [&](std::string_view word, std::size_t blanks) {
    const std::string shown = Harmless(word);
    const std::size_t columns = DisplayWidth(shown);
    if (column + blanks + columns > width && blanks > 0) {
      while (out.back() == ' ') out.pop_back();
      out += "\n" + std::string(indent, ' ');
      column = indent;
      blanks = 0;
    }
    out.append(blanks, ' ');
    out += shown;
    column += blanks + columns;
  };
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    add(text.substr(begin, end - begin), begin > 0 ? 1 : 0);
    begin = end + 1;
  }
  if (!tail.empty()) add(tail, 2);
  out += '\n';
}

void AppendFindingText(std::string& out, const Finding& finding,
                       const TextStyle& style) {
  FindingText(out, style).Write(finding);
}

}  // namespace gainsay::internal

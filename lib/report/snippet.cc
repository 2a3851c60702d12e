#include "report/snippet.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "report/explain.h"
#include "text/width.h"

namespace gainsay::internal {
namespace {

constexpr std::size_t kMaxLines = 4;
constexpr std::size_t kMinWindow = 24;

// A printed piece of the line with its mark: '^', '~' or ' '.
struct Cell {
  std::string shown;
  unsigned columns = 1;
  char mark = ' ';
};

struct Window {
  std::size_t begin = 0, end = 0;  // cells
};

bool Inside(std::size_t byte, ByteSpan span) {
  return span.begin <= byte && byte < span.end;
}

// The line's cells; trailing blanks of a CRLF line are left out.
std::vector<Cell> Cells(std::string_view line, std::size_t line_begin,
                        const ReportClaim& claim) {
  while (!line.empty() && (line.back() == '\r' || line.back() == ' '))
    line.remove_suffix(1);
  std::vector<Cell> cells;
  for (Glyphs glyphs(line); !glyphs.done();) {
    const std::size_t byte = line_begin + glyphs.at();
    Glyph glyph = glyphs.Next();
    const char mark = Inside(byte, claim.value_span) ? '^'
                      : Inside(byte, claim.span)     ? '~'
                                                     : ' ';
    if (glyph.columns == 0 && !cells.empty()) {
      cells.back().shown += glyph.shown;
    } else {
      cells.push_back({std::move(glyph.shown), glyph.columns, mark});
    }
  }
  return cells;
}

std::size_t Columns(const std::vector<Cell>& cells, std::size_t begin,
                    std::size_t end) {
  std::size_t columns = 0;
  for (std::size_t i = begin; i < end; ++i) columns += cells[i].columns;
  return columns;
}

// Widens [begin, end) by whole cells on both sides while it fits.
Window Widen(const std::vector<Cell>& cells, std::size_t begin, std::size_t end,
             std::size_t columns) {
  std::size_t used = Columns(cells, begin, end);
  bool grown = true;
  while (grown) {
    grown = false;
    if (end < cells.size() && used + cells[end].columns <= columns)
      used += cells[end++].columns, grown = true;
    if (begin > 0 && used + cells[begin - 1].columns <= columns)
      used += cells[--begin].columns, grown = true;
  }
  return {begin, end};
}

// What of the line is shown: all of it, else the marks with what fits around
// them.
Window Choose(const std::vector<Cell>& cells, std::size_t columns) {
  if (Columns(cells, 0, cells.size()) <= columns) return {0, cells.size()};
  const std::size_t room = columns - 2;  // two ellipses
  for (const std::string_view marks :
       {std::string_view("^~"), std::string_view("^")}) {
    const auto marked = [marks](const Cell& cell) {
      return marks.find(cell.mark) != std::string_view::npos;
    };
    const auto first = std::ranges::find_if(cells, marked);
    if (first == cells.end()) continue;
    const auto begin = static_cast<std::size_t>(first - cells.begin());
    std::size_t end = cells.size();
    while (!marked(cells[end - 1])) --end;
    if (Columns(cells, begin, end) <= room)
      return Widen(cells, begin, end, room);
  }
  const auto first = std::ranges::find_if(
      cells, [](const Cell& cell) { return cell.mark != ' '; });
  const auto begin = first == cells.end()
                         ? 0
                         : static_cast<std::size_t>(first - cells.begin());
  return Widen(cells, begin, begin, room);
}

void AppendGutter(std::string& out, std::string_view number, std::size_t gutter,
                  const Palette& palette) {
  out += palette.gutter;
  out.append(gutter > number.size() ? gutter - number.size() : 0, ' ');
  out += number;
  out += " |";
  out += palette.off;
}

// The marks, and the label behind them or, where it does not fit, below them.
void AppendMarks(std::string& out, const std::vector<Cell>& cells,
                 Window window, std::string_view label, std::size_t columns,
                 std::string_view colour, const Palette& palette,
                 std::size_t gutter) {
  std::string marks(window.begin > 0 ? 1 : 0, ' ');
  for (std::size_t i = window.begin; i < window.end; ++i)
    marks.append(cells[i].columns, cells[i].mark);
  marks.resize(marks.find_last_not_of(' ') + 1);
  if (marks.empty()) return;
  const std::size_t begin = marks.find_first_not_of(' ');
  const std::string shown = HarmlessCut(label, columns - 1);
  const std::size_t width = DisplayWidth(shown);
  const bool behind = marks.size() + 1 + width <= columns;
  AppendGutter(out, "", gutter, palette);
  out.append(1 + begin, ' ');
  out += colour;
  out.append(marks, begin);
  if (behind && width > 0) out += " " + shown;
  out += palette.off;
  out += '\n';
  if (behind) return;
  AppendGutter(out, "", gutter, palette);
  const std::size_t value = std::max(
      begin, marks.find('^') == std::string::npos ? begin : marks.find('^'));
  out.append(1 + std::min(value, columns - width), ' ');
  out += colour;
  out += shown;
  out += palette.off;
  out += '\n';
}

void AppendLine(std::string& out, const std::vector<Cell>& cells,
                std::string_view number, std::string_view label,
                std::size_t gutter, std::size_t columns, bool marks_only,
                std::string_view colour, const Palette& palette) {
  const Window window = Choose(cells, columns);
  const bool whole = window.begin == 0 && window.end == cells.size();
  if (marks_only && whole) {
    AppendMarks(out, cells, window, label, columns, colour, palette, gutter);
    return;
  }
  AppendGutter(out, number, gutter, palette);
  out += ' ';
  if (window.begin > 0) out += "…";
  for (std::size_t i = window.begin; i < window.end; ++i) out += cells[i].shown;
  if (window.end < cells.size()) out += "…";
  out += '\n';
  AppendMarks(out, cells, window, label, columns, colour, palette, gutter);
}

// A claim without a text around it: its quote, or what it says.
ReportClaim AsLine(const ReportClaim& claim) {
  ReportClaim shown = claim;
  if (claim.record_line != 0) shown.line = claim.record_line;
  if (!IsRecord(claim)) {
    shown.line_text = claim.quote;
    shown.line_begin = claim.span.begin;
    shown.span = {claim.span.begin, static_cast<std::uint32_t>(
                                        claim.span.begin + claim.quote.size())};
    if (claim.value_span.empty()) shown.value_span = shown.span;
    return shown;
  }
  shown.line_text = RecordWords(claim);
  std::ranges::replace_if(
      shown.line_text,
      [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  shown.line_begin = 0;
  // Value and time are the evidence; of a tenure it is the time that counts.
  const auto end = static_cast<std::uint32_t>(shown.line_text.size());
  const std::size_t time = RecordTime(claim).size();
  const std::size_t both =
      RecordValue(claim).size() + (time == 0 ? 0 : 3 + time);
  shown.span = {end - static_cast<std::uint32_t>(both), end};
  shown.value_span = shown.span;
  if (time > 0) shown.value_span.begin = end - static_cast<std::uint32_t>(time);
  shown.record_file.clear();
  shown.quote = shown.line_text;  // not empty, whatever the value
  return shown;
}

}  // namespace

std::string_view Palette::Of(Severity severity) const {
  switch (severity) {
    case Severity::kDefinite:
      return definite;
    case Severity::kProbable:
      return probable;
    case Severity::kTension:
      return tension;
  }
  std::abort();
}

Palette MakePalette(bool colour) {
  if (!colour) return {};
  return {"\x1b[1;31m", "\x1b[1;33m", "\x1b[1;36m", "\x1b[1m",
          "\x1b[2m",    "\x1b[1;34m", "\x1b[0m"};
}

void AppendSnippet(std::string& out, const ReportClaim& claim,
                   std::string_view label, std::size_t gutter,
                   std::size_t width, bool marks_only,
                   std::string_view mark_colour, const Palette& palette) {
  if (claim.line_text.empty() || IsRecord(claim)) {
    const ReportClaim shown = AsLine(claim);
    if (!shown.line_text.empty())
      AppendSnippet(out, shown, label, gutter, width, false, mark_colour,
                    palette);
    return;
  }
  const std::size_t columns =
      width > gutter + 3 + kMinWindow ? width - gutter - 3 : kMinWindow;
  const std::string_view text = claim.line_text;
  std::size_t begin = 0, number = claim.line;
  for (std::size_t lines = 0; begin < text.size() && lines < kMaxLines;
       ++lines, ++number) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::vector<Cell> cells =
        Cells(text.substr(begin, end - begin), claim.line_begin + begin, claim);
    const std::size_t stop = claim.line_begin + end;
    const bool last_marks = claim.value_span.empty()
                                ? claim.span.end <= stop
                                : claim.value_span.end <= stop;
    AppendLine(out, cells, number == 0 ? "" : std::to_string(number),
               last_marks ? label : "", gutter, columns, marks_only,
               mark_colour, palette);
    if (claim.span.end <= stop && last_marks) return;
    begin = end + 1;
  }
}

}  // namespace gainsay::internal

#include "report/table.h"

#include <algorithm>
#include <numeric>

#include "base/code_points.h"
#include "text/width.h"

namespace gainsay::internal {
namespace {

constexpr std::size_t kGap = 2, kIndent = 2, kNarrowest = 8;
constexpr std::size_t kCellBytes = 400;  // of one cell; the JSON has it all

std::vector<std::size_t> Widths(
    const std::vector<std::vector<std::string>>& rows, std::size_t width) {
  std::vector<std::size_t> widths(rows.front().size());
  for (const std::vector<std::string>& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i)
      widths[i] = std::max(widths[i], DisplayWidth(row[i]));
  const std::size_t gaps = kIndent + kGap * (widths.size() - 1);
  const auto total = [&] {
    return gaps + std::accumulate(widths.begin(), widths.end(), std::size_t{0});
  };
  for (std::size_t sum = total(); sum > width; sum = total()) {
    const auto widest = std::ranges::max_element(widths);
    if (*widest <= kNarrowest) break;
    // Down to the second widest, or to what fits, at once.
    std::size_t second = kNarrowest;
    for (auto it = widths.begin(); it != widths.end(); ++it)
      if (it != widest) second = std::max(second, *it);
    const std::size_t excess = sum - width;
    const std::size_t step =
        *widest > second ? std::min(excess, *widest - second) : 1;
    *widest -= std::min(step, *widest - kNarrowest);
  }
  return widths;
}

// A cell's text in lines of at most `columns`, broken at blanks, else anywhere.
std::vector<std::string> Lines(std::string_view text, std::size_t columns) {
  std::vector<std::string> lines(1);
  std::size_t used = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    const std::size_t size = DisplayWidth(word);
    if (used > 0 && used + 1 + size > columns) {
      lines.emplace_back();
      used = 0;
    }
    if (used > 0) lines.back() += ' ', ++used;
    for (Glyphs glyphs(word); !glyphs.done();) {
      const Glyph glyph = glyphs.Next();
      if (used > 0 && used + glyph.columns > columns) {
        lines.emplace_back();
        used = 0;
      }
      lines.back() += glyph.shown;
      used += glyph.columns;
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string_view Capped(std::string_view text) {
  if (text.size() <= kCellBytes) return text;
  return text.substr(0, FloorCodePoint(text, kCellBytes));
}

}  // namespace

void Table::Write(std::string& out, std::size_t width, std::string_view dim,
                  std::string_view off) const {
  if (rows_.size() == 1) return;
  const std::vector<std::size_t> widths = Widths(rows_, width);
  for (const std::vector<std::string>& row : rows_) {
    const bool head = &row == &rows_.front();
    if (head && std::ranges::all_of(row, &std::string::empty)) continue;
    std::vector<std::vector<std::string>> cells;
    std::size_t height = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
      cells.push_back(Lines(Capped(row[i]), widths[i]));
      height = std::max(height, cells.back().size());
    }
    for (std::size_t k = 0; k < height; ++k) {
      std::string line(kIndent, ' ');
      for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string text =
            k < cells[i].size() ? cells[i][k] : std::string();
        line += text;
        line.append(widths[i] + kGap - std::min(widths[i], DisplayWidth(text)),
                    ' ');
      }
      line.resize(line.find_last_not_of(' ') == std::string::npos
                      ? 0
                      : line.find_last_not_of(' ') + 1);
      if (head) out += dim;
      out += line;
      if (head) out += off;
      out += '\n';
    }
  }
}

}  // namespace gainsay::internal

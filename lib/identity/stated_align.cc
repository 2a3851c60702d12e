#include "identity/stated_align.h"

#include <algorithm>

namespace gainsay::internal {
namespace {

bool Alignable(std::size_t a, std::size_t b) {
  return a > 0 && b > 0 && a <= kLongestAligned && b <= kLongestAligned;
}

}  // namespace

double Alignment::Ratio(std::size_t a, std::size_t b) const {
  return a + b == 0 ? 0 : 2.0 * common / static_cast<double>(a + b);
}

double CommonRatio(Words a, Words b) {
  if (!Alignable(a.size(), b.size())) return 0;
  std::vector<std::uint16_t> row(b.size() + 1);
  for (const std::string_view x : a) {
    std::uint16_t diagonal = 0;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::uint16_t up = row[j];
      row[j] = x == b[j - 1] ? static_cast<std::uint16_t>(diagonal + 1)
                             : std::max(row[j], row[j - 1]);
      diagonal = up;
    }
  }
  return 2.0 * row.back() / static_cast<double>(a.size() + b.size());
}

Alignment Align(std::span<const std::uint32_t> a,
                std::span<const std::uint32_t> b) {
  Alignment out;
  if (!Alignable(a.size(), b.size())) return out;
  const std::size_t width = b.size() + 1;
  std::vector<std::uint16_t> table((a.size() + 1) * width);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::uint16_t* up = &table[(i - 1) * width + j];
      std::uint16_t& here = table[i * width + j];
      here = a[i - 1] == b[j - 1] ? static_cast<std::uint16_t>(up[-1] + 1)
                                  : std::max(*up, (&here)[-1]);
    }
  }
  out.common = table.back();
  if (out.common == 0) return out;
  out.of_b.assign(b.size(), kUnaligned);
  std::size_t i = a.size(), j = b.size();
  while (i > 0 && j > 0) {
    const std::uint16_t here = table[i * width + j];
    if (a[i - 1] == b[j - 1]) {
      out.of_b[--j] = static_cast<std::uint32_t>(--i);
    } else if (table[i * width + j - 1] == here) {
      --j;
    } else {
      --i;
    }
  }
  return out;
}

}  // namespace gainsay::internal

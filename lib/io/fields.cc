#include "io/fields.h"

#include <algorithm>
#include <bit>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace gainsay::internal {
namespace {

constexpr std::size_t kStep = 64;
static_assert(Block::kPadding >= kStep,
              "a step may read past the end of a block");

struct Masks {
  std::uint64_t comma = 0, newline = 0, quote = 0;
};

#if defined(__SSE2__)
using Step =
    __m128i[4];  // std::array would drop the alignment that __m128i asks for

std::uint64_t Equal(const Step& bytes, char c) {
  const __m128i wanted = _mm_set1_epi8(c);
  std::uint64_t mask = 0;
  for (int i = 0; i < 4; ++i) {
    const auto part = static_cast<std::uint32_t>(
        _mm_movemask_epi8(_mm_cmpeq_epi8(bytes[i], wanted)));
    mask |= static_cast<std::uint64_t>(part) << (16 * i);
  }
  return mask;
}

Masks Classify(const char* at) {
  Step bytes;
  for (int i = 0; i < 4; ++i) {
    bytes[i] = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at + 16 * i));
  }
  return {Equal(bytes, ','), Equal(bytes, '\n'), Equal(bytes, '"')};
}
#else
Masks Classify(const char* at) {
  Masks masks;
  for (std::size_t i = 0; i < kStep; ++i) {
    const std::uint64_t bit = std::uint64_t{1} << i;
    if (at[i] == ',') masks.comma |= bit;
    if (at[i] == '\n') masks.newline |= bit;
    if (at[i] == '"') masks.quote |= bit;
  }
  return masks;
}
#endif

// Bit i: whether an odd number of the bits up to i is set.
std::uint64_t PrefixXor(std::uint64_t bits) {
  for (int shift = 1; shift < 64; shift *= 2) bits ^= bits << shift;
  return bits;
}

}  // namespace

void FieldTable::Mark(const Block& block) {
  std::uint64_t inside = 0;  // all ones: the step begins inside quotes
  std::size_t count = 0;
  quoted_lines_ = 0;
  for (std::size_t at = 0; at < block.size; at += kStep) {
    if (ends_.size() < count + kStep) {
      ends_.resize(std::max(ends_.size() * 2, count + kStep));
    }
    Masks masks = Classify(data_ + at);
    if (block.size - at < kStep) {
      const std::uint64_t valid = (std::uint64_t{1} << (block.size - at)) - 1;
      masks = {masks.comma & valid, masks.newline & valid, masks.quote & valid};
    }
    std::uint64_t marks = masks.comma | masks.newline;
    if (quotes_) {
      const std::uint64_t quoted = PrefixXor(masks.quote) ^ inside;
      inside = std::uint64_t{0} - (quoted >> 63);
      marks &= ~quoted;
      quoted_lines_ +=
          static_cast<std::uint64_t>(std::popcount(masks.newline & quoted));
    }
    std::uint32_t* out = &ends_[count];
    for (; marks != 0; marks &= marks - 1) {
      *out++ = static_cast<std::uint32_t>(at) +
               static_cast<std::uint32_t>(std::countr_zero(marks));
    }
    count = static_cast<std::size_t>(out - ends_.data());
  }
  // A block ends with a newline; inside an open quote it would be lost.
  if (inside != 0) {
    if (ends_.size() == count) ends_.push_back(0);
    ends_[count++] = static_cast<std::uint32_t>(block.size - 1);
    --quoted_lines_;
  }
  marks_ = count;
}

// Puts `columns_` separators a row in place; rows of another number go to bad_.
void FieldTable::Arrange() {
  row_begin_.clear();
  lines_ = quoted_lines_;
  bad_.clear();
  std::size_t kept = 0;
  std::uint32_t begin = 0;
  for (std::size_t i = 0; i < marks_;) {
    // The common case first: the newline stands where it should, and nowhere
    // before.
    std::size_t last = i;
    while (data_[ends_[last]] != '\n') ++last;
    const auto fields = static_cast<std::uint32_t>(last - i + 1);
    const std::uint32_t end = ends_[last];
    const bool blank =
        fields == 1 &&
        (end == begin || (end == begin + 1 && data_[begin] == '\r'));
    if (fields == columns_ && !(blank && columns_ != 1)) {
      row_begin_.push_back(begin);
      if (kept != i) std::copy_n(&ends_[i], fields, &ends_[kept]);
      kept += fields;
    } else if (!blank) {
      bad_.push_back({begin, fields});
    }
    begin = end + 1;
    i = last + 1;
    ++lines_;
  }
  rows_ = static_cast<std::uint32_t>(row_begin_.size());
}

void FieldTable::Scan(const Block& block, std::uint32_t columns) {
  data_ = block.data();
  size_ = static_cast<std::uint32_t>(block.size);
  columns_ = columns;
  quotes_ = block.quotes;
  unquoted_.clear();
  Mark(block);
  Arrange();
}

std::string_view FieldTable::Unquote(std::string_view quoted) {
  const bool closed = quoted.size() > 1 && quoted.back() == '"';
  const std::string_view inner =
      quoted.substr(1, quoted.size() - (closed ? 2 : 1));
  if (inner.find('"') == std::string_view::npos) return inner;
  std::string& text = unquoted_.emplace_back();
  text.reserve(inner.size() + Block::kPadding);
  for (std::size_t i = 0; i < inner.size(); ++i) {
    text.push_back(inner[i]);
    if (inner[i] == '"' && i + 1 < inner.size() && inner[i + 1] == '"') ++i;
  }
  return text;
}

}  // namespace gainsay::internal

#include "voices/shingles.h"

#include <algorithm>
#include <array>

#include "base/hash.h"

namespace gainsay::internal {
namespace {

constexpr std::uint32_t kMaxSentence = 4096;  // bytes on either side of a span

bool IsWordByte(unsigned char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
         (c >= 'A' && c <= 'Z') || c >= 0x80;
}

// Calls `take` with the hash of each folded word. Typographic marks are no
// letters: the three-byte punctuation of U+2000 to U+206F parts words as ASCII
// marks do.
template <typename Take>
void EachWord(std::string_view text, Take take) {
  std::uint64_t word = 0;
  bool any = false;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const auto c = static_cast<unsigned char>(i < text.size() ? text[i] : ' ');
    const bool mark = c == 0xE2 && i + 2 < text.size() &&
                      (static_cast<unsigned char>(text[i + 1]) == 0x80 ||
                       static_cast<unsigned char>(text[i + 1]) == 0x81);
    if (!mark && IsWordByte(c)) {
      const unsigned char folded = c >= 'A' && c <= 'Z' ? c + 32 : c;
      word = Mix64(word ^ folded) + folded;
      any = true;
      continue;
    }
    if (mark) i += 2;
    if (any) take(word);
    word = 0;
    any = false;
  }
}

bool EndsSentence(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '\n' || c == '!' || c == '?') return true;
  if (c != '.') return false;
  return at + 1 >= text.size() || text[at + 1] == ' ' || text[at + 1] == '\n' ||
         text[at + 1] == '"';
}

}  // namespace

std::vector<std::uint64_t> ShinglesOf(std::string_view text) {
  std::vector<std::uint64_t> out;
  std::array<std::uint64_t, kShingleWords> ring{};
  std::uint32_t words = 0;
  EachWord(text, [&](std::uint64_t word) {
    ring[words++ % kShingleWords] = word;
    if (words < kShingleWords) return;
    Hasher hasher;
    for (std::uint32_t k = 0; k < kShingleWords; ++k)
      hasher.Add(ring[(words + k) % kShingleWords]);
    out.push_back(hasher.value());
  });
  std::ranges::sort(out);
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::uint64_t SentenceHash(std::string_view text, ByteSpan span) {
  if (span.end > text.size() || span.empty()) return 0;
  std::size_t begin = span.begin, end = span.end;
  while (begin > 0 && span.begin - begin < kMaxSentence &&
         !EndsSentence(text, begin - 1))
    --begin;
  while (end < text.size() && end - span.end < kMaxSentence &&
         !EndsSentence(text, end))
    ++end;
  Hasher hasher;
  std::uint32_t words = 0;
  EachWord(text.substr(begin, end - begin), [&](std::uint64_t word) {
    hasher.Add(word);
    ++words;
  });
  return words < kShingleWords ? 0 : hasher.value();
}

std::uint32_t CountCommon(const std::vector<std::uint64_t>& a,
                          const std::vector<std::uint64_t>& b) {
  std::uint32_t common = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) {
      ++common, ++i, ++j;
    } else {
      a[i] < b[j] ? ++i : ++j;
    }
  }
  return common;
}

}  // namespace gainsay::internal

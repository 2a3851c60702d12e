#include "text/canonical.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>

#include <algorithm>

#include "base/utf8.h"
#include "text/fold.h"

namespace gainsay::internal {
namespace {

bool IsAscii(std::string_view text) {
  return std::ranges::all_of(
      text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool IsBlank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool IsAsciiAlnum(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

// Letters whose stroke or shape Unicode does not decompose.
struct BaseLetter {
  char32_t letter;
  std::string_view base;
};

constexpr BaseLetter kBaseLetters[] = {
    {0x00DF, "ss"}, {0x00E6, "ae"}, {0x00F0, "d"}, {0x00F8, "o"},
    {0x00FE, "th"}, {0x0111, "d"},  {0x0127, "h"}, {0x0131, "i"},
    {0x0142, "l"},  {0x0153, "oe"}, {0x0167, "t"}, {0x0259, "a"},
};

void AppendBase(char32_t letter, std::string& out) {
  const auto row =
      std::ranges::lower_bound(kBaseLetters, letter, {}, &BaseLetter::letter);
  if (row != std::end(kBaseLetters) && row->letter == letter) {
    out += row->base;
  } else {
    AppendUtf8(letter, out);
  }
}

std::string Decomposed(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const nfkd =
      icu::Normalizer2::getNFKDInstance(status);
  std::string out;
  if (U_FAILURE(status)) return std::string(text);
  icu::StringByteSink<std::string> sink(&out);
  nfkd->normalizeUTF8(
      0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), sink,
      nullptr, status);
  return out;
}

std::string AsciiLetters(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (char c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    if (IsAsciiAlnum(c)) {
      out.push_back(c);
    } else if (!out.empty() && out.back() != ' ') {
      out.push_back(' ');
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace

void CanonicalText(std::string_view text, std::string& out) {
  out.clear();
  std::string folded;
  const bool ascii = IsAscii(text);
  if (!ascii) AppendFolded(text, folded);
  for (char c : ascii ? text : std::string_view(folded)) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    if (!IsBlank(c)) {
      out.push_back(c);
    } else if (!out.empty() && out.back() != ' ') {
      out.push_back(' ');
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
}

std::string CanonicalText(std::string_view text) {
  std::string out;
  CanonicalText(text, out);
  return out;
}

std::string PlainLetters(std::string_view text) {
  if (IsAscii(text)) return AsciiLetters(text);
  std::string folded;
  AppendFolded(text, folded);
  const std::string plain = Decomposed(folded);
  std::string out;
  for (std::size_t at = 0; at < plain.size();) {
    const CodePoint point = DecodeUtf8(plain, at);
    at += point.size;
    const auto c = static_cast<UChar32>(point.value);
    const auto type = u_charType(c);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK) continue;
    if (u_isalnum(c) || type == U_COMBINING_SPACING_MARK) {
      AppendBase(point.value, out);
    } else if (!out.empty() && out.back() != ' ') {
      out.push_back(' ');
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

bool BeginsWithWords(std::string_view text, std::string_view words) {
  return !words.empty() && text.size() > words.size() &&
         text.starts_with(words) && text[words.size()] == ' ';
}

bool EndsWithWords(std::string_view text, std::string_view words) {
  return !words.empty() && text.size() > words.size() &&
         text.ends_with(words) && text[text.size() - words.size() - 1] == ' ';
}

}  // namespace gainsay::internal

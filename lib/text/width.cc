#include "text/width.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>

namespace gainsay::internal {
namespace {

constexpr char32_t kZeroWidthJoiner = 0x200D, kZeroWidthNonJoiner = 0x200C;

std::string Spelt(char kind, std::uint32_t x) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string digits;
  do digits.insert(digits.begin(), kDigits[x & 15]);
  while ((x >>= 4) != 0);
  return std::string("\\") + kind + "{" + digits + "}";
}

// Controls, format characters (bidi, invisible), private, unassigned, line
// separators: what a terminal may obey or a reader cannot see.
bool IsHarmful(char32_t c) {
  if (c == kZeroWidthJoiner || c == kZeroWidthNonJoiner) return false;
  switch (u_charType(static_cast<UChar32>(c))) {
    case U_CONTROL_CHAR:
    case U_FORMAT_CHAR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
    case U_PRIVATE_USE_CHAR:
    case U_SURROGATE:
    case U_UNASSIGNED:
      return true;
    default:
      return u_hasBinaryProperty(static_cast<UChar32>(c),
                                 UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0 &&
             u_charType(static_cast<UChar32>(c)) != U_NON_SPACING_MARK;
  }
}

unsigned Columns(char32_t c) {
  if (c >= 0x20 && c < 0x7F) return 1;
  const auto code = static_cast<UChar32>(c);
  const int8_t type = u_charType(code);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK ||
      c == kZeroWidthJoiner || c == kZeroWidthNonJoiner)
    return 0;
  // Medial vowels and final consonants of a conjoining Hangul syllable.
  if (c >= 0x1160 && c <= 0x11FF) return 0;
  const int32_t wide = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
  return wide == U_EA_WIDE || wide == U_EA_FULLWIDTH ? 2 : 1;
}

bool IsRegional(char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }

}  // namespace

Glyph Glyphs::Next() {
  Glyph glyph;
  const char* bytes = text_.data() + at_;
  const auto left = static_cast<int64_t>(text_.size() - at_);
  const int32_t length = left > 4 ? 4 : static_cast<int32_t>(left);
  int32_t i = 0;
  UChar32 code = 0;
  U8_NEXT(bytes, i, length, code);
  glyph.bytes = static_cast<std::size_t>(i);
  at_ += glyph.bytes;
  if (code < 0) {
    for (std::size_t k = 0; k < glyph.bytes; ++k)
      glyph.shown += Spelt('x', static_cast<unsigned char>(bytes[k]));
    glyph.harmful = true;
  } else if (code == '\n' || code == '\t') {
    glyph.shown = " ";
  } else if (IsHarmful(static_cast<char32_t>(code))) {
    glyph.shown = Spelt('u', static_cast<std::uint32_t>(code));
    glyph.harmful = true;
  } else {
    glyph.shown.assign(bytes, glyph.bytes);
    const auto c = static_cast<char32_t>(code);
    glyph.columns = Columns(c);
    if (previous_ == kZeroWidthJoiner && glyph.columns == 2) glyph.columns = 0;
    const bool second_regional = IsRegional(c) && IsRegional(previous_);
    if (IsRegional(c)) glyph.columns = second_regional ? 0 : 2;
    previous_ = second_regional ? 0 : c;
    return glyph;
  }
  previous_ = 0;
  glyph.columns = static_cast<unsigned>(glyph.shown.size());
  return glyph;
}

std::size_t DisplayWidth(std::string_view text) {
  if (IsPrintableAscii(text)) return text.size();
  std::size_t columns = 0;
  for (Glyphs glyphs(text); !glyphs.done();) columns += glyphs.Next().columns;
  return columns;
}

std::string Harmless(std::string_view text) {
  if (IsPrintableAscii(text)) return std::string(text);
  std::string shown;
  for (Glyphs glyphs(text); !glyphs.done();) shown += glyphs.Next().shown;
  return shown;
}

std::string HarmlessCut(std::string_view text, std::size_t columns) {
  if (text.size() <= columns && IsPrintableAscii(text))
    return std::string(text);
  std::string shown, fitting;
  std::size_t used = 0;
  for (Glyphs glyphs(text); !glyphs.done();) {
    const Glyph glyph = glyphs.Next();
    if (used + glyph.columns > columns)
      return columns == 0 ? std::string() : fitting + "…";
    used += glyph.columns;
    shown += glyph.shown;
    if (used + 1 <= columns) fitting = shown;
  }
  return shown;
}

}  // namespace gainsay::internal

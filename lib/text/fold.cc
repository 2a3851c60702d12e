#include "text/fold.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

#include "base/utf8.h"

namespace gainsay::internal {
namespace {

// The ASCII mark that a typographic one stands for, else 0.
char AsciiMark(char32_t c) {
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x02BC:
      return '\'';
    case 0x2010:
    case 0x2011:
    case 0x2212:
      return '-';
    default:
      return 0;
  }
}

void AppendNormalized(std::string_view text, std::string& out) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* folder =
      icu::Normalizer2::getNFKCCasefoldInstance(status);
  if (U_FAILURE(status)) {
    out.append(text);
    return;
  }
  icu::StringByteSink<std::string> sink(&out);
  folder->normalizeUTF8(
      0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), sink,
      nullptr, status);
}

}  // namespace

void AppendFolded(std::string_view surface, std::string& out) {
  bool ascii = true;
  const std::size_t begin = out.size();
  for (const char c : surface) {
    ascii = ascii && static_cast<unsigned char>(c) < 0x80;
    out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A'))
                                       : c);
  }
  if (ascii) return;
  out.resize(begin);
  std::string marked;
  for (std::size_t at = 0; at < surface.size();) {
    CodePoint point = DecodeUtf8(surface, at);
    if (point.value == 0xBA) point.value = 0xB0;  // "37ºC": meant as degrees
    if (const char mark = AsciiMark(point.value)) {
      marked.push_back(mark);
    } else {
      AppendUtf8(point.value, marked);
    }
    at += point.size;
  }
  AppendNormalized(marked, out);
}

}  // namespace gainsay::internal

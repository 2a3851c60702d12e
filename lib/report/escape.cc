#include "report/escape.h"

#include "text/width.h"

namespace gainsay::internal {
namespace {

constexpr char kHex[] = "0123456789ABCDEF";

void AppendPercent(std::string& out, char c) {
  const auto byte = static_cast<unsigned char>(c);
  out += '%';
  out += kHex[byte >> 4];
  out += kHex[byte & 15];
}

// A glyph as it is, or "\u{202e}" as "\u202E": at least four digits, eight
// beyond the BMP. Readers of RDF refuse U+FFFE and U+FFFF.
void AppendTurtle(std::string& out, const Glyph& glyph) {
  if (!glyph.harmful) {
    out += glyph.shown;
  } else if (glyph.shown[1] == 'x') {
    out += "\uFFFD";
  } else {
    const std::string digits = glyph.shown.substr(3, glyph.shown.size() - 4);
    if (digits == "fffe" || digits == "ffff") {
      out += "\uFFFD";
      return;
    }
    const std::size_t size = digits.size() > 4 ? 8 : 4;
    out += size == 8 ? "\\U" : "\\u";
    out.append(size - digits.size(), '0');
    for (const char c : digits)
      out += c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c;
  }
}

}  // namespace

std::string EscapeHtml(std::string_view text) {
  std::string out;
  for (Glyphs glyphs(text); !glyphs.done();) {
    const char raw = text[glyphs.at()];
    const Glyph glyph = glyphs.Next();
    switch (raw) {
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '&':
        out += "&amp;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      case '`':
        out += "&#96;";
        break;
      case '\n':
      case '\t':
        out += raw;
        break;
      default:
        out += glyph.shown;
    }
  }
  return out;
}

std::string EscapeDot(std::string_view text) {
  std::string out;
  for (Glyphs glyphs(text); !glyphs.done();) {
    const char raw = text[glyphs.at()];
    const Glyph glyph = glyphs.Next();
    if (raw == '\n') {
      out += "\\n";
      continue;
    }
    for (const char c : glyph.shown) {
      if (c == '"' || c == '\\') out += '\\';
      out += c;
    }
  }
  return out;
}

std::string XmlText(std::string_view text) {
  std::string out;
  for (Glyphs glyphs(text); !glyphs.done();) {
    const char raw = text[glyphs.at()];
    const Glyph glyph = glyphs.Next();
    if (raw == '\n' || raw == '\t')
      out += raw;
    else
      out += glyph.shown;
  }
  return out;
}

std::string EscapeTurtle(std::string_view text) {
  std::string out;
  for (Glyphs glyphs(text); !glyphs.done();) {
    const char raw = text[glyphs.at()];
    const Glyph glyph = glyphs.Next();
    switch (raw) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      case '\0':
        out += "\uFFFD";
        break;
      default:
        AppendTurtle(out, glyph);
    }
  }
  return out;
}

std::string EscapeSarif(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string PercentEncode(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
        (c >= '0' && c <= '9') ||
        std::string_view("-._~/").find(c) != std::string_view::npos;
    if (plain) {
      out += c;
    } else {
      AppendPercent(out, c);
    }
  }
  return out;
}

std::string WebIri(std::string_view url) {
  if (!url.starts_with("http://") && !url.starts_with("https://")) return {};
  std::string out;
  for (const char c : url) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte >= 0x7F ||
        std::string_view("<>\"{}|\\^`'").find(c) != std::string_view::npos) {
      AppendPercent(out, c);
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace gainsay::internal

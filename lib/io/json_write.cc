#include "io/json_write.h"

#include <array>
#include <charconv>
#include <cmath>

namespace gainsay::internal {
namespace {

// Length of the well-formed UTF-8 sequence at `i`, its code point in `code`; 0
// if ill-formed.
std::size_t DecodeUtf8(std::string_view text, std::size_t i, char32_t& code) {
  const auto at = [&](std::size_t k) {
    return static_cast<unsigned char>(text[k]);
  };
  const unsigned char lead = at(i);
  if (lead < 0x80) return code = lead, 1;
  const std::size_t size = lead >= 0xF0   ? 4
                           : lead >= 0xE0 ? 3
                           : lead >= 0xC2 ? 2
                                          : 0;
  if (size == 0 || lead > 0xF4 || i + size > text.size()) return 0;
  code = lead & (0x7F >> size);
  for (std::size_t k = 1; k < size; ++k) {
    if ((at(i + k) & 0xC0) != 0x80) return 0;
    code = code << 6 | (at(i + k) & 0x3F);
  }
  const bool overlong =
      (size == 3 && code < 0x800) || (size == 4 && code < 0x10000);
  if (overlong || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
    return 0;
  return size;
}

bool IsEscaped(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x61C || c == 0x200E ||
         c == 0x200F || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

void AppendEscape(std::string& out, char32_t c) {
  switch (c) {
    case '\n':
      out += "\\n";
      return;
    case '\t':
      out += "\\t";
      return;
    case '\r':
      out += "\\r";
      return;
    default:
      break;
  }
  static constexpr char kDigits[] = "0123456789abcdef";
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) out += kDigits[c >> shift & 15];
}

}  // namespace

void AppendJsonString(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t i = 0; i < text.size();) {
    char32_t code = 0;
    const std::size_t size = DecodeUtf8(text, i, code);
    if (size == 0) {
      out += "\uFFFD";
      ++i;
      continue;
    }
    if (code == '"' || code == '\\') {
      out += '\\';
      out += static_cast<char>(code);
    } else if (IsEscaped(code)) {
      AppendEscape(out, code);
    } else {
      out.append(text, i, size);
    }
    i += size;
  }
  out += '"';
}

void AppendJsonNumber(std::string& out, double x) {
  if (!std::isfinite(x)) {
    out += "null";
    return;
  }
  std::array<char, 40> buffer;
  const bool whole = x == std::trunc(x) && std::abs(x) < 9.0e15;
  const auto end = whole ? std::to_chars(buffer.begin(), buffer.end(),
                                         static_cast<long long>(x))
                               .ptr
                         : std::to_chars(buffer.begin(), buffer.end(), x).ptr;
  out.append(buffer.data(), end);
}

void JsonWriter::Line() {
  if (!pretty_ || flat_ != 0) return;
  out_ += '\n';
  out_.append(2 * static_cast<std::size_t>(depth_), ' ');
}

void JsonWriter::Before() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (depth_ == 0) return;
  if (!first_) out_ += pretty_ && flat_ != 0 ? ", " : ",";
  first_ = false;
  Line();
}

JsonWriter& JsonWriter::Open(char bracket) {
  Before();
  out_ += bracket;
  ++depth_;
  first_ = true;
  return *this;
}

JsonWriter& JsonWriter::OpenFlat(char bracket) {
  Open(bracket);
  if (flat_ == 0) flat_ = depth_;
  return *this;
}

JsonWriter& JsonWriter::Close(char bracket) {
  const bool was_flat = flat_ != 0;
  if (flat_ == depth_) flat_ = 0;
  --depth_;
  if (!first_ && !was_flat) Line();
  out_ += bracket;
  first_ = false;
  return *this;
}

JsonWriter& JsonWriter::Key(std::string_view key) {
  Before();
  AppendJsonString(out_, key);
  out_ += pretty_ ? ": " : ":";
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::String(std::string_view text) {
  Before();
  AppendJsonString(out_, text);
  return *this;
}

JsonWriter& JsonWriter::Number(double x) {
  Before();
  AppendJsonNumber(out_, x);
  return *this;
}

JsonWriter& JsonWriter::Number(std::uint64_t x) {
  Before();
  out_ += std::to_string(x);
  return *this;
}

JsonWriter& JsonWriter::Bool(bool x) {
  Before();
  out_ += x ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::Nonempty(std::string_view key, std::string_view text) {
  return text.empty() ? *this : Field(key, text);
}

}  // namespace gainsay::internal

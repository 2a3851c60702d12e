// How many columns of a terminal a text takes, and how its characters are shown
// harmlessly.
#ifndef GAINSAY_LIB_TEXT_WIDTH_H_
#define GAINSAY_LIB_TEXT_WIDTH_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace gainsay::internal {

// One step through UTF-8 for display.
struct Glyph {
  std::size_t bytes = 1;  // of the text, at least 1
  unsigned columns = 1;   // 0: combining; 2: East Asian wide (UAX #11), emoji
  bool harmful = false;  // a control, a bidi control, an invisible or no UTF-8:
                         // shown as "\u{202e}", "\x{ff}"
  std::string shown;     // what to print; `columns` wide
};

// Walks a text glyph by glyph. A joined emoji takes the columns of its first
// part.
class Glyphs {
 public:
  explicit Glyphs(std::string_view text) : text_(text) {}
  bool done() const { return at_ >= text_.size(); }
  std::size_t at() const { return at_; }
  Glyph Next();

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  char32_t previous_ = 0;
};

// Harmless as it is, a column a byte: most of what is printed.
inline bool IsPrintableAscii(std::string_view text) {
  bool printable = true;
  for (const char c : text) printable &= c >= 0x20 && c < 0x7F;
  return printable;
}

// Columns that Harmless(text) takes.
std::size_t DisplayWidth(std::string_view text);

// The text with newlines and tabs as blanks and all that could move the cursor,
// reorder or hide its neighbours spelt out. Never longer than 10 times the
// text.
std::string Harmless(std::string_view text);

// Harmless(text), cut to at most `columns` with an ellipsis.
std::string HarmlessCut(std::string_view text, std::size_t columns);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_TEXT_WIDTH_H_

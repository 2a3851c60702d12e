#include "text/scan.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "text/fold.h"
#include "text/number_shape.h"

namespace gainsay::internal {
namespace {

using Kind = CharKind;

constexpr std::array<Kind, 128> AsciiKinds() {
  std::array<Kind, 128> kinds{};
  for (std::size_t c = 0; c < 128; ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    kinds[c] = c <= ' ' || c == 127   ? Kind::kSpace
               : letter               ? Kind::kLetter
               : c >= '0' && c <= '9' ? Kind::kDigit
                                      : Kind::kPunct;
  }
  kinds['\n'] = kinds['\r'] = kinds['\v'] = kinds['\f'] = Kind::kNewline;
  for (const char c :
       {'$', '%', '+', '<', '=', '>', '^', '~', '|', '&', '@', '#'}) {
    kinds[static_cast<std::size_t>(c)] = Kind::kSymbol;
  }
  return kinds;
}
constexpr std::array<Kind, 128> kAsciiKinds = AsciiKinds();

bool IsIdeographLike(char32_t c) {
  return (c >= 0x3040 && c <= 0x30FF) ||
         (c >= 0x2E80 &&
          u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_IDEOGRAPHIC));
}

Kind UnicodeKind(char32_t c) {
  if (c == 0x2028 || c == 0x2029 || c == 0x85) return Kind::kNewline;
  const std::uint32_t mask = U_GET_GC_MASK(static_cast<UChar32>(c));
  if (mask & (U_GC_L_MASK | U_GC_M_MASK))
    return IsIdeographLike(c) ? Kind::kIdeograph : Kind::kLetter;
  if (mask & U_GC_ND_MASK) return Kind::kDigit;
  if (mask & (U_GC_Z_MASK | U_GC_C_MASK)) return Kind::kSpace;
  return mask & U_GC_P_MASK ? Kind::kPunct : Kind::kSymbol;
}

bool IsApostrophe(char32_t c) { return c == '\'' || c == 0x2019; }

}  // namespace

bool IsHyphen(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011; }

bool HasRowAt(const Lexicon& lexicon, Lexicon::Node node, WordClass c) {
  const auto rows = lexicon.Rows(node);
  const auto is_of = [c](const WordRow* row) { return row->word_class == c; };
  return std::any_of(rows.begin(), rows.end(), is_of);
}

Char Scanner::At(std::size_t at) const {
  if (at >= text_.size()) return {};
  const unsigned char byte = static_cast<unsigned char>(text_[at]);
  if (byte < 128) return {byte, 1, kAsciiKinds[byte]};
  const CodePoint point = DecodeUtf8(text_, at);
  if (point.value == kReplacement)
    return {point.value, point.size, Kind::kSymbol};
  return {point.value, point.size, UnicodeKind(point.value)};
}

std::size_t Scanner::Digits(std::size_t at) const {
  for (Char c = At(at); c.kind == Kind::kDigit; c = At(at)) at += c.size;
  return at;
}

std::size_t Scanner::AlnumRun(std::size_t at) const {
  for (Char c = At(at); c.kind == Kind::kDigit || c.kind == Kind::kLetter;
       c = At(at))
    at += c.size;
  return at;
}

// Digits with separators: "1,347,000.5", "1.000.000", "6.1", "2025".
std::size_t Scanner::Number(std::size_t begin, TokenShape& shape) {
  shape = TokenShape::kNumber;
  std::size_t end = Digits(begin);
  const bool short_head = end - begin <= 3;
  const auto group = [this](std::size_t at) {
    return Digits(at + 1) == at + 4;
  };
  std::size_t groups = 0;
  while (short_head && end < text_.size() && text_[end] == ',' && group(end))
    end += 4, ++groups;
  // "10, 000", cut apart: no other number begins with a nought.
  while (short_head && At(end).value == ',' && At(end + 1).value == ' ' &&
         At(end + 2).value == '0' && Digits(end + 2) == end + 5)
    end += 5, ++groups;
  const bool in_dotted = begin >= 2 && text_[begin - 1] == '.' &&
                         KindAt(begin - 2) == Kind::kDigit;
  if (!in_dotted && end < text_.size() && text_[end] == '.' &&
      KindAt(end + 1) == Kind::kDigit) {
    std::size_t fraction = Digits(end + 1);
    const auto more = [this](std::size_t at) {
      return at < text_.size() && text_[at] == '.' &&
             KindAt(at + 1) == Kind::kDigit;
    };
    if (!more(fraction)) {
      end = fraction;
    } else if (short_head && groups == 0) {
      std::size_t dotted = end;
      while (more(dotted) && group(dotted)) dotted += 4;
      if (dotted > fraction && !more(dotted)) end = dotted;
    }
  }
  end = EndOfNumber(text_, begin, end);
  if (KindAt(end) != Kind::kLetter || IsIsoTime(end)) return end;
  std::size_t letters = end;
  for (Char c = At(letters); c.kind == Kind::kLetter; c = At(letters))
    letters += c.size;
  const std::size_t run = AlnumRun(letters);
  if (run != letters && run - end <= 4 && HasRow(end, run, WordClass::kMeasure))
    return end;  // "24m2"
  const bool glued =
      letters - end <= 4 && HasRow(end, letters, WordClass::kGluedSuffix);
  if (run == letters && !glued) return end;
  shape = TokenShape::kAlnum;
  return run;
}

// Whether text at [begin, end) is one word that has a row of a class.
bool Scanner::HasRow(std::size_t begin, std::size_t end, WordClass c) {
  folded_.clear();
  AppendFolded(text_.substr(begin, end - begin), folded_);
  const Lexicon& lexicon = words_->lexicon();
  return HasRowAt(lexicon, lexicon.Start(lexicon.Find(folded_)), c);
}

// Whether a full stop before a digit begins a decimal: ".77", "$.50".
bool Scanner::StartsDecimal(std::size_t begin) const {
  if (begin == 0) return true;
  const Kind before = KindAt(begin - 1);
  return before != Kind::kDigit && before != Kind::kLetter &&
         text_[begin - 1] != '.' && text_[begin - 1] != ')';
}

// The end of "'s" or a short form of a verb ("'re") at `at`, in text that was
// cut apart also "' s"; else `at`.
std::size_t Scanner::Clitic(std::size_t at) {
  const Char mark = At(at);
  if (!IsApostrophe(mark.value)) return at;
  const bool apart = at > 0 && KindAt(at - 1) == Kind::kSpace;
  std::size_t begin = at + mark.size;
  if (apart && At(begin).value == ' ') ++begin;
  std::size_t end = begin;
  constexpr std::size_t kLongest = 2;
  while (end - begin < kLongest && KindAt(end) == Kind::kLetter)
    end += At(end).size;
  const Char after = At(end);
  if (end == begin || after.kind == Kind::kLetter ||
      after.kind == Kind::kDigit || IsApostrophe(after.value) ||
      (apart && after.kind != Kind::kSpace))
    return at;
  if (end == begin + 1 && (text_[begin] | 0x20) == 's') return end;
  const bool form = begin == at + mark.size && end > begin &&
                    HasRow(at, end, WordClass::kFunctionWord);
  return form ? end : at;
}

// "couldn ' t", cut apart: the end of the "t" if the word ends at `end`.
std::size_t Scanner::CutNegation(std::size_t end) const {
  if ((text_[end - 1] | 0x20) != 'n' || At(end).value != ' ') return end;
  const Char mark = At(end + 1);
  const std::size_t space = end + 1 + mark.size;
  const bool cut = IsApostrophe(mark.value) && At(space).value == ' ' &&
                   At(space + 1).value == 't' &&
                   KindAt(space + 2) == Kind::kSpace;
  return cut ? space + 2 : end;
}

// "U.S.", "p.m.", "D.C": at least two single letters with full stops between;
// else `begin`.
std::size_t Scanner::Acronym(std::size_t begin) const {
  std::size_t end = begin;
  int letters = 0;
  for (std::size_t at = begin;;) {
    const Char letter = At(at);
    const std::size_t stop = at + letter.size;
    if (letter.kind != Kind::kLetter || KindAt(stop) == Kind::kLetter) break;
    ++letters;
    end = stop;
    if (At(stop).value != '.') break;
    end = at = stop + 1;
  }
  return letters >= 2 ? end : begin;
}

// The end of a URL or "name@host" at `begin`; else `begin`.
std::size_t Scanner::Address(std::size_t begin) const {
  const std::string_view rest = text_.substr(begin);
  const bool url = rest.starts_with("http://") ||
                   rest.starts_with("https://") || rest.starts_with("www.") ||
                   rest.starts_with("ftp://");
  if (!url) return begin;
  std::size_t end = begin;
  for (Char c = At(end); c.kind != Kind::kEnd && c.kind != Kind::kSpace &&
                         c.kind != Kind::kNewline;
       c = At(end)) {
    if (c.value == '<' || c.value == '>' || c.value == '"' || c.value == '|')
      break;
    end += c.size;
  }
  while (end > begin && std::string_view(".,;:!?)]'").find(text_[end - 1]) !=
                            std::string_view::npos)
    --end;
  return end;
}

std::size_t Scanner::Word(std::size_t begin, TokenShape& shape,
                          std::uint8_t& flags) {
  shape = TokenShape::kWord;
  std::size_t end = begin;
  std::size_t letters = 0;
  bool upper = true;
  for (Char c = At(end);; c = At(end)) {
    if (c.kind == Kind::kLetter) {
      const bool capital = c.value < 128
                               ? c.value <= 'Z'
                               : u_isUUppercase(static_cast<UChar32>(c.value));
      if (letters == 0 && capital) flags |= kCapitalised;
      upper = upper && capital;
      ++letters;
    } else if (c.kind == Kind::kDigit) {
      if (letters == 1 && begin > 0 && KindAt(begin - 1) == Kind::kDigit &&
          IsIsoTime(begin))
        break;
      if (shape == TokenShape::kWord && end - begin >= 2 && end - begin <= 4 &&
          HasRow(begin, end, WordClass::kCurrency))
        break;  // "USD115": digits after a currency are a number
      shape = TokenShape::kAlnum;
    } else if (IsApostrophe(c.value) && end != begin) {
      if (KindAt(end + c.size) != Kind::kLetter || Clitic(end) != end) break;
    } else {
      break;
    }
    end += c.size;
  }
  if (letters >= 2 && upper) flags |= kAllCaps;
  if (shape == TokenShape::kWord && end > begin) {
    if (const std::size_t cut = CutNegation(end); cut != end) return cut;
  }
  // "km²", "m³"; after longer words the sign is a footnote's.
  const Char power = At(end);
  const bool square = power.value == 0xB2 || power.value == 0xB3;
  return square && letters <= 3 && shape == TokenShape::kWord ? end + power.size
                                                              : end;
}

// "T12:30" after the digits of a date.
bool Scanner::IsIsoTime(std::size_t at) const {
  return text_[at] == 'T' && Digits(at + 1) == at + 3 &&
         At(at + 3).value == ':' && KindAt(at + 4) == Kind::kDigit;
}

// One mark, or a run of the same ruling mark ("--", "...", "``").
std::size_t Scanner::Mark(std::size_t begin, const Char& first,
                          TokenShape& shape) const {
  shape = first.kind == Kind::kPunct ? TokenShape::kPunct : TokenShape::kSymbol;
  std::size_t end = begin + first.size;
  if (first.value >= 128 || std::string_view("-.=_*#~`'").find(text_[begin]) ==
                                std::string_view::npos)
    return end;
  if (first.value == '-') {
    for (const std::string_view code :
         {"-LRB-", "-RRB-", "-LSB-", "-RSB-", "-LCB-", "-RCB-"}) {
      if (text_.substr(begin, code.size()) == code) return begin + code.size();
    }
  }
  while (end < text_.size() && text_[end] == text_[begin]) ++end;
  return end;
}

std::size_t Scanner::Token(std::size_t begin, const Char& first,
                           TokenShape& shape, std::uint8_t& flags) {
  if (first.kind == Kind::kDigit) return Number(begin, shape);
  if (first.kind == Kind::kLetter) {
    if (first.value == 'h' || first.value == 'w' || first.value == 'f') {
      if (const std::size_t end = Address(begin); end != begin)
        return shape = TokenShape::kAlnum, end;
    }
    if (const std::size_t end = Acronym(begin); end != begin) {
      shape = TokenShape::kWord;
      if (u_isUUppercase(static_cast<UChar32>(first.value)))
        flags |= kCapitalised | kAllCaps;
      return end;
    }
    const std::size_t end = Word(begin, shape, flags);
    if (At(end).value != '@' || AlnumRun(end + 1) == end + 1) return end;
    std::size_t address = end + 1;
    for (std::size_t run = AlnumRun(address); run != address;
         run = AlnumRun(address)) {
      address = run;
      if (const char32_t c = At(run).value; c == '.' || c == '-' || c == '_')
        address = run + 1;
    }
    if (text_[address - 1] == '.') --address;
    shape = TokenShape::kAlnum;
    return address;
  }
  if (first.kind == Kind::kIdeograph)
    return shape = TokenShape::kWord, begin + first.size;
  if (IsApostrophe(first.value) && begin > 0) {
    if (const std::size_t end = Clitic(begin); end != begin)
      return shape = TokenShape::kWord, end;
  }
  if (first.value == '.' && KindAt(begin + 1) == Kind::kDigit &&
      StartsDecimal(begin)) {
    return shape = TokenShape::kNumber, Digits(begin + 1);
  }
  return Mark(begin, first, shape);
}

}  // namespace gainsay::internal

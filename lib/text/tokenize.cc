#include "text/tokenize.h"

#include <cassert>

#include "text/fold.h"
#include "text/scan.h"
#include "text/segment.h"

namespace gainsay::internal {
namespace {

// The folded form of a token, in `out`.
void Fold(std::string_view surface, TokenShape shape, std::string& out) {
  out.clear();
  if (shape != TokenShape::kPunct && shape != TokenShape::kSymbol) {
    // What was cut apart is folded as one word: "' s".
    const std::size_t space = surface.find(' ');
    if (space == std::string_view::npos) return AppendFolded(surface, out);
    std::string whole(surface);
    std::erase(whole, ' ');
    return AppendFolded(whole, out);
  }
  if (surface.size() == 5 && surface[0] == '-') {
    const bool left = surface[1] == 'L';
    out.push_back(surface[2] == 'R'   ? (left ? '(' : ')')
                  : surface[2] == 'S' ? (left ? '[' : ']')
                                      : (left ? '{' : '}'));
  } else if (surface == "''" || surface == "``") {
    out.push_back('"');
  } else if (surface.size() > 2 &&
             static_cast<unsigned char>(surface[0]) < 128) {
    out.append(surface.substr(0, 2));  // a run of one mark, however long
  } else {
    AppendFolded(surface, out);
  }
}

}  // namespace

bool HasClass(WordCache& words, StringId folded, WordClass word_class) {
  const Lexicon& lexicon = words.lexicon();
  return HasRowAt(lexicon, lexicon.Start(words.Of(folded)), word_class);
}

void Cutter::Tokenize(std::string_view text, TokenizedText& out) {
  Scanner scanner(text, words_);
  bool space = true, line_start = true, hyphen = false;
  for (std::size_t at = 0; at < text.size();) {
    const Char first = scanner.At(at);
    if (first.kind == CharKind::kSpace || first.kind == CharKind::kNewline) {
      space = true;
      line_start = line_start || first.kind == CharKind::kNewline;
      at += first.size;
      continue;
    }
    Token token;
    token.begin = static_cast<std::uint32_t>(at);
    const std::size_t end = scanner.Token(at, first, token.shape, token.flags);
    assert(end > at);
    token.end = static_cast<std::uint32_t>(end);
    if (space) token.flags |= kSpaceBefore;
    if (line_start) token.flags |= kLineStart;
    if (hyphen && !space) token.flags |= kHyphenBefore;
    Fold(text.substr(at, end - at), token.shape, buffer_);
    token.folded = interner_->Intern(buffer_);
    out.tokens.push_back(token);
    hyphen = !space && IsHyphen(first.value) && end - at == first.size;
    space = line_start = false;
    at = end;
  }
}

void Cutter::Cut(std::string_view text, TokenizedText& out) {
  out.text = text;
  out.tokens.clear();
  out.segments.clear();
  Tokenize(text, out);
  Segmenter(words_, out).Run();
}

}  // namespace gainsay::internal

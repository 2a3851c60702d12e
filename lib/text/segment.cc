#include "text/segment.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/tokenize.h"

namespace gainsay::internal {

bool IsTerminator(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 ||
         c == 0xFF01 || c == 0xFF1F;
}

namespace {

constexpr std::uint32_t kMostWrapped =
    160;  // bytes of a line; longer ones are whole paragraphs
constexpr std::uint32_t kMostHeading = 24;   // tokens of a heading
constexpr std::uint32_t kMostLabel = 5;      // tokens of a label before a colon
constexpr std::uint32_t kMostDateline = 14;  // tokens of a dateline
constexpr std::uint32_t kMostHeadLines = 4;  // headline, author, paper, day

bool IsCloser(char32_t c) {
  return c == ')' || c == ']' || c == '}' || c == 0x201D || c == 0x2019 ||
         c == '\'' || c == 0xBB;
}

}  // namespace

// The mark of a punctuation or symbol token, 0 of any other.
char32_t Segmenter::Mark(Index at) const {
  const Token& token = text_->tokens[at];
  if (token.shape != TokenShape::kPunct && token.shape != TokenShape::kSymbol)
    return 0;
  if (token.end - token.begin == 5 && text_->text[token.begin] == '-') {
    return text_->text[token.begin + 1] == 'L' ? '(' : ')';
  }
  return DecodeUtf8(text_->text, token.begin).value;
}

void Segmenter::Emit(Index first, Index last, Segment::Kind kind) {
  if (first >= last) return;
  text_->tokens[first].flags |= kSegmentStart;
  text_->segments.push_back({first, last, paragraph_, kind});
}

Segmenter::Index Segmenter::LineEnd(Index first, Index limit) const {
  Index at = first + 1;
  while (at < limit && !(text_->tokens[at].flags & kLineStart)) ++at;
  return at;
}

void Segmenter::Run() {
  const auto& tokens = text_->tokens;
  const Index size = static_cast<Index>(tokens.size());
  for (Index first = 0; first < size;) {
    Index last = LineEnd(first, size);
    for (; last < size; last = LineEnd(last, size)) {
      const std::string_view gap = text_->text.substr(
          tokens[last - 1].end, tokens[last].begin - tokens[last - 1].end);
      if (std::count(gap.begin(), gap.end(), '\n') >= 2) break;
    }
    Paragraph(first, last);
    ++paragraph_;
    first = last;
  }
}

bool Segmenter::IsRow(Index first, Index last) const {
  return Mark(first) == '|' && last - first > 1;
}

// Headings, list items and table rows begin a block of their own.
bool Segmenter::StartsBlock(Index first, Index last) const {
  bool heading = false;
  return IsRow(first, last) || SkipMarker(first, last, &heading) != first;
}

// Past "#", "-", "*", a bullet or "1." at the start of a line.
Segmenter::Index Segmenter::SkipMarker(Index first, Index last,
                                       bool* heading) const {
  if (last - first < 2) return first;
  const auto& tokens = text_->tokens;
  const char32_t mark = Mark(first);
  const bool spaced = tokens[first + 1].flags & kSpaceBefore;
  // A text of one number is no list: "- 1 4/5".
  constexpr Index kMostOfNumber = 5;
  if (mark == '-' && first == 0 && last == tokens.size() &&
      last <= kMostOfNumber && tokens[1].shape == TokenShape::kNumber)
    return first;
  if (mark == '#' && spaced) return *heading = true, first + 1;
  if ((mark == '-' || mark == '*' || mark == 0x2022) && spaced &&
      tokens[first].end - tokens[first].begin <= 3) {
    return first + 1;
  }
  const bool number = tokens[first].shape == TokenShape::kNumber &&
                      tokens[first].end - tokens[first].begin <= 2;
  if (number && last - first > 2 &&
      (Mark(first + 1) == '.' || Mark(first + 1) == ')') &&
      !(tokens[first + 1].flags & kSpaceBefore) &&
      (tokens[first + 2].flags & kSpaceBefore)) {
    return first + 2;
  }
  return first;
}

void Segmenter::Paragraph(Index first, Index last) {
  const auto& tokens = text_->tokens;
  std::uint32_t longest = 0, lines = 0;
  bool ends = false;  // a line ends as a sentence does
  for (Index line = first; line < last;) {
    const Index end = LineEnd(line, last);
    longest = std::max(longest, tokens[end - 1].end - tokens[line].begin);
    ends |= !IsHeading(line, end);
    ++lines;
    line = end;
  }
  // A headline, who wrote it, when: lines of their own, not one that is
  // wrapped.
  const bool head = !ends && lines <= kMostHeadLines;
  for (Index block = first; block < last;) {
    Index end = LineEnd(block, last), line = block;
    bool one_line = true, alone = IsRow(block, end) || Mark(block) == '#';
    while (end < last && !alone && !head && longest <= kMostWrapped) {
      const Index next_end = LineEnd(end, last);
      Index word = end + 1;
      while (word < next_end && !(tokens[word].flags & kSpaceBefore)) ++word;
      const std::uint32_t needed = tokens[end - 1].end - tokens[line].begin +
                                   1 + tokens[word - 1].end - tokens[end].begin;
      if (needed <= longest || StartsBlock(end, next_end)) break;
      line = end;
      end = next_end;
      one_line = false;
    }
    if (IsRow(block, end)) {
      TableRow(block, end);
    } else {
      Block(block, end, one_line);
    }
    block = end;
  }
}

void Segmenter::TableRow(Index first, Index last) {
  const auto rules = [this](Index a, Index b) {
    for (; a < b; ++a) {
      if (const char32_t c = Mark(a); c != '-' && c != ':' && c != '|')
        return false;
    }
    return true;
  };
  if (rules(first, last)) return;
  Index cell = first;
  for (Index at = first; at < last; ++at) {
    if (Mark(at) != '|') continue;
    Emit(cell, at, Segment::Kind::kCell);
    cell = at + 1;
  }
  Emit(cell, last, Segment::Kind::kCell);
}

bool Segmenter::IsHeading(Index first, Index last) const {
  if (last - first > kMostHeading) return false;
  Index at = last - 1;
  while (at > first && (IsCloser(Mark(at)) || Mark(at) == '"')) --at;
  const char32_t mark = Mark(at);
  if (mark == ':') return true;
  return !IsTerminator(mark) && mark != ',' && mark != ';' &&
         text_->text[text_->tokens[at].end - 1] != '.';
}

// Past the colon of "Press Release: The ..."; `first` if there is no label.
Segmenter::Index Segmenter::Label(Index first, Index last) const {
  const auto& tokens = text_->tokens;
  for (Index at = first; at < last && at - first <= kMostLabel; ++at) {
    if (Mark(at) == ':') {
      const bool label =
          at > first && at + 1 < last && (tokens[at + 1].flags & kSpaceBefore);
      return label && tokens[at + 1].shape == TokenShape::kWord &&
                     (tokens[at + 1].flags & kCapitalised)
                 ? at + 1
                 : first;
    }
    const bool name = tokens[at].shape == TokenShape::kWord &&
                      (tokens[at].flags & kCapitalised);
    if (!name && Mark(at) != '-') return first;
  }
  return first;
}

// Past the dash of "TOKYO, May 29 (Agency) --", "May 29, 2024 (Agency) --";
// `first` if there is no dateline. What begins with no word in capitals has
// nothing but names, figures and marks around the name of a month.
Segmenter::Index Segmenter::Dateline(Index first, Index last) const {
  const auto& tokens = text_->tokens;
  const bool capitals = (tokens[first].flags & kAllCaps) != 0;
  bool month = false;
  int open = 0;
  for (Index at = first; at < last && at - first <= kMostDateline; ++at) {
    const char32_t mark = Mark(at);
    if (at > first + 1 && IsTerminator(mark) && Mark(at - 1) != 0) return first;
    month |= HasClass(*words_, tokens[at].folded, WordClass::kMonth);
    if (!capitals && tokens[at].shape == TokenShape::kWord &&
        (tokens[at].flags & kCapitalised) == 0)
      return first;
    const bool dash =
        mark == 0x2013 || mark == 0x2014 || mark == '_' || mark == '-';
    open += mark == '(' ? 1 : mark == ')' ? -1 : 0;
    if (at == first || !dash || !(tokens[at].flags & kSpaceBefore)) continue;
    if (at + 1 == last) return first;
    // No life span: "Anna Lund (8 September 1838 - 2 March 1881) was".
    const bool told =
        month && open == 0 && tokens[at + 1].shape != TokenShape::kNumber;
    return capitals || told ? at + 1 : first;
  }
  return first;
}

void Segmenter::Block(Index first, Index last, bool one_line) {
  bool heading = false;
  first = SkipMarker(first, last, &heading);
  if (heading) {
    while (first < last && Mark(first) == '#') ++first;
    return Emit(first, last, Segment::Kind::kHeading);
  }
  if (const Index body = Dateline(first, last); body != first) {
    Emit(first, body, Segment::Kind::kDateline);
    return Sentences(body, last);
  }
  if (one_line && IsHeading(first, last))
    return Emit(first, last, Segment::Kind::kHeading);
  const Index body = Label(first, last);
  Emit(first, body, Segment::Kind::kHeading);
  Sentences(body, last);
}

// Past the quotes and brackets that close with the sentence.
Segmenter::Index Segmenter::Closers(Index at, Index last) const {
  while (at < last) {
    const Token& token = text_->tokens[at];
    const char32_t mark = Mark(at);
    const bool spaced = token.flags & kSpaceBefore;
    const bool quotes =
        mark == '"' || (mark == '\'' && token.end - token.begin == 2);
    if (!(quotes && (!spaced || mark == '\'')) &&
        !(IsCloser(mark) && !(mark == '\'' && spaced)))
      break;
    ++at;
  }
  return at;
}

// Whether the full stop at `stop` (a mark, or the last byte of an acronym) ends
// a sentence, given the token after its closers.
bool Segmenter::StopEnds(Index stop, Index next, Index first) const {
  const auto& tokens = text_->tokens;
  const Token& after = tokens[next];
  const bool acronym = Mark(stop) == 0;
  if (after.shape == TokenShape::kWord && !(after.flags & kCapitalised)) {
    const bool cased =
        static_cast<unsigned char>(text_->text[after.begin]) < 0x80;
    if (cased) return false;
  }
  if (!acronym && stop == first) return false;
  const Token& before = tokens[acronym ? stop : stop - 1];
  const StringId word = before.folded;
  const bool starter =
      HasClass(*words_, after.folded, WordClass::kSentenceStarter);
  if (acronym) {
    // "At 6 p.m. Police said"; but "6 p.m. Saturday", "6 p.m. ET".
    const auto goes_on = [&](WordClass c) {
      return HasClass(*words_, after.folded, c);
    };
    const bool ends =
        HasClass(*words_, word, WordClass::kClockAbbreviation) &&
        after.shape == TokenShape::kWord && !(after.flags & kAllCaps) &&
        !goes_on(WordClass::kAfterClock) && !goes_on(WordClass::kWeekday) &&
        !goes_on(WordClass::kMonth) && !goes_on(WordClass::kTimeZone);
    return (starter || ends) && (after.flags & kSpaceBefore);
  }
  if (before.end != tokens[stop].begin && next == stop + 1)
    return true;  // tokenised text
  const bool initial =
      before.shape == TokenShape::kWord && before.end - before.begin == 1;
  if (initial && (before.flags & kCapitalised))
    return starter && after.end - after.begin > 1;
  // "6. April", "19. Jahrhundert": an ordinal, where the language writes it so.
  const bool ordinal =
      before.shape == TokenShape::kNumber && before.end - before.begin <= 2;
  if (ordinal && (HasClass(*words_, after.folded, WordClass::kMonth) ||
                  HasClass(*words_, after.folded, WordClass::kTimeUnit)))
    return false;
  if (before.shape != TokenShape::kWord) return true;
  if (HasClass(*words_, word, WordClass::kTitleAbbreviation)) return false;
  if (HasClass(*words_, word, WordClass::kNumberAbbreviation))
    return after.shape != TokenShape::kNumber;
  if (HasClass(*words_, word, WordClass::kAbbreviation)) {
    return starter ||
           (Mark(next) != 0 && Mark(next) != '-' && Mark(next) != ',');
  }
  return true;
}

bool Segmenter::EndsSentence(Index at, Index first, Index last) const {
  const auto& tokens = text_->tokens;
  const char32_t mark = Mark(at);
  const bool stop_in_word = mark == 0 &&
                            tokens[at].shape == TokenShape::kWord &&
                            text_->text[tokens[at].end - 1] == '.';
  if (!stop_in_word && !IsTerminator(mark)) return false;
  const Index next = Closers(at + 1, last);
  if (next >= last) return true;
  if (IsTerminator(Mark(next)) || Mark(next) == ',' || Mark(next) == ';')
    return false;
  const Token& after = tokens[next];
  const bool spaced = after.flags & kSpaceBefore;
  const bool capital =
      after.shape == TokenShape::kWord && (after.flags & kCapitalised);
  if (!spaced && next == at + 1) {
    if (mark >= 128) return true;
    // "(CPC).During": only before a word of several letters, after more than an
    // initial.
    const bool word =
        capital && after.end - after.begin > 1 && !(after.flags & kAllCaps);
    if (!word ||
        (at > first && tokens[at - 1].end - tokens[at - 1].begin == 1 &&
         Mark(at - 1) == 0))
      return false;
  }
  if (mark == '!' || mark == '?' || mark == 0x2026) {
    return capital || after.shape != TokenShape::kWord;
  }
  if (mark >= 128) return true;
  return StopEnds(at, next, first);
}

void Segmenter::Sentences(Index first, Index last) {
  Index begin = first;
  for (Index at = first; at < last; ++at) {
    if (!EndsSentence(at, begin, last)) continue;
    const Index end = Closers(at + 1, last);
    Emit(begin, end, Segment::Kind::kSentence);
    begin = end;
    at = end - 1;
  }
  Emit(begin, last, Segment::Kind::kSentence);
}

}  // namespace gainsay::internal

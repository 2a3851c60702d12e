#include "identity/stated_wording.h"

#include <algorithm>
#include <cmath>

#include "identity/stated_align.h"
#include "identity/stated_clash.h"
#include "identity/stated_context.h"

namespace gainsay::internal {
namespace {

constexpr std::size_t kLeastWords = 3;  // of content, of a sentence
constexpr double kLeastShared = 0.5;    // of them
constexpr std::uint32_t kLongestName = 5, kLongestGap = 4;  // words
constexpr std::uint32_t kLeastAligned = 3, kLeastBeside = 2;
constexpr double kWordingFrame = 0.5, kAlignedShare = 0.8;
constexpr double kHolderShare = 0.5;  // of the sentence, in the other text
constexpr std::size_t kShortest = 3;  // letters of a name in full

// Words [first, last) of a sentence.
struct Run {
  std::uint32_t first = 0, last = 0;
  bool empty() const { return first >= last; }
};

bool IsContent(std::uint8_t kind) { return kind == 0 || kind == kNameWord; }

// Words of both; sorted lists.
std::size_t SharedWords(const WordList& x, const WordList& y) {
  std::size_t n = 0;
  for (auto a = x.begin(), b = y.begin(); a != x.end() && b != y.end();) {
    if (*a == *b) {
      ++n, ++a, ++b;
    } else if (*a < *b) {
      ++a;
    } else {
      ++b;
    }
  }
  return n;
}

ByteSpan SpanOf(const StatedSentence& s, Run run) {
  if (run.empty()) return {};
  return {s.spans[run.first].begin, s.spans[run.last - 1].end};
}

class WordingReader {
 public:
  WordingReader(const StatedText& a, const StatedText& b,
                const ValueWords& words, std::vector<WordingConflict>& out)
      : a_(a), b_(b), words_(words), out_(out) {}

  void Read(std::uint32_t i, std::uint32_t j) {
    const StatedSentence &x = a_.sentences[i], &y = b_.sentences[j];
    x_ = &x;
    y_ = &y;
    const Alignment alignment = Align(x.lemma_ids, y.lemma_ids);
    if (alignment.common == 0) return;
    of_b_ = alignment.of_b;
    frame_ = alignment.Ratio(x.lemmas.size(), y.lemmas.size());
    if (!ValuesAgree(i, j)) return;
    const auto size = static_cast<std::uint32_t>(of_b_.size());
    // The words left out between two that stand for each other, on either side.
    std::uint32_t at = 0;  // of b
    while (at < size && of_b_[at] == kUnaligned) ++at;
    if (at > 0 && at < size) Before(at);
    while (at < size) {
      std::uint32_t next = at + 1;
      while (next < size && of_b_[next] == kUnaligned) ++next;
      if (next == size) {
        After(at);
      } else {
        Between({of_b_[at] + 1, of_b_[next]}, {at + 1, next});
      }
      at = next;
    }
  }

 private:
  // No value of b's sentence differs from those of its kind in a's: "did not
  // have 59 dead" does not gainsay "had 10 dead".
  bool ValuesAgree(std::uint32_t i, std::uint32_t j) const {
    for (const StatedValue& y : b_.values) {
      if (y.sentence != j) continue;
      bool differs = false, agrees = false;
      for (const StatedValue& x : a_.values) {
        if (x.kind != y.kind || x.dimension != y.dimension) continue;
        agrees |= x.core.Meets(y.core);
        differs |= x.sentence == i;
      }
      if (differs && !agrees) return false;
    }
    return true;
  }

  static bool Is(const StatedSentence& s, std::uint32_t i, std::uint8_t kind) {
    return (s.kinds[i] & kind) != 0;
  }
  // The names at the beginning, or the end, of a run.
  static Run NamesFrom(const StatedSentence& s, Run run) {
    Run names{run.first, run.first};
    while (names.last < run.last && Is(s, names.last, kNameWord)) ++names.last;
    return names;
  }
  static Run NamesTo(const StatedSentence& s, Run run) {
    Run names{run.last, run.last};
    while (names.first > run.first && Is(s, names.first - 1, kNameWord))
      --names.first;
    return names;
  }

  void Before(std::uint32_t at) {
    Names(NamesTo(*x_, {0, of_b_[at]}), NamesTo(*y_, {0, at}));
  }
  void After(std::uint32_t at) {
    const auto a = static_cast<std::uint32_t>(x_->lemmas.size()),
               b = static_cast<std::uint32_t>(y_->lemmas.size());
    Names(NamesFrom(*x_, {of_b_[at] + 1, a}), NamesFrom(*y_, {at + 1, b}));
  }
  void Between(Run a, Run b) {
    if (a.empty() && b.empty()) return;
    const Run a_from = NamesFrom(*x_, a), b_from = NamesFrom(*y_, b);
    if (!a_from.empty() && !b_from.empty()) {
      Names(a_from, b_from);
    } else {
      Names(NamesTo(*x_, a), NamesTo(*y_, b));
    }
    if (a.last - a.first <= kLongestGap && b.last - b.first <= kLongestGap) {
      Antonyms(a, b);
      Negation(a, b);
    }
  }

  // No word of either stands in the other text, nor do they abbreviate each
  // other.
  void Names(Run a, Run b) {
    if (a.empty() || b.empty() || a.last - a.first > kLongestName ||
        b.last - b.first > kLongestName)
      return;
    const auto known = [](const StatedSentence& s, Run run,
                          const StatedText& in) {
      for (std::uint32_t i = run.first; i < run.last; ++i) {
        const std::string_view word = s.tokens[i];
        if (CommonWords({&word, 1}, in.content) > 0) return true;
      }
      return false;
    };
    if (known(*x_, a, b_) || known(*y_, b, a_) || Abbreviates(*x_, a) ||
        Abbreviates(*y_, b) || AnySpeltAlike(a, b) || Listed(*x_, a) ||
        Listed(*y_, b))
      return;
    Add(WordingConflict::Kind::kName, a, b);
  }

  // "GOP", "Mt": may be short for whatever stands in its place.
  static bool Abbreviates(const StatedSentence& s, Run run) {
    for (std::uint32_t i = run.first; i < run.last; ++i) {
      const bool dotted = i + 1 < s.tokens.size() && s.tokens[i + 1] == ".";
      if (s.tokens[i].size() <= kShortest || dotted) return true;
    }
    return false;
  }
  // "Moammar al Kaddafy", "Muammar Qaddafi"; "Afghan", "Afghanistan".
  bool AnySpeltAlike(Run a, Run b) const {
    for (std::uint32_t i = a.first; i < a.last; ++i) {
      for (std::uint32_t j = b.first; j < b.last; ++j) {
        if (SpeltAlike(x_->tokens[i], y_->tokens[j])) return true;
      }
    }
    return false;
  }
  // One of several: "starring Chaplin and Purviance" names both.
  static bool Listed(const StatedSentence& s, Run run) {
    const auto joins = [&](std::uint32_t i) {
      return i < s.tokens.size() &&
             (s.tokens[i] == "," || (s.kinds[i] & kJoinWord) != 0);
    };
    return joins(run.last) || (run.first > 0 && joins(run.first - 1));
  }

  static std::uint32_t OnlyContent(const StatedSentence& s, Run run) {
    std::uint32_t found = kUnaligned;
    for (std::uint32_t i = run.first; i < run.last; ++i) {
      if (!IsContent(s.kinds[i])) continue;
      if (found != kUnaligned) return kUnaligned;
      found = i;
    }
    return found;
  }
  void Antonyms(Run a, Run b) {
    const std::uint32_t i = OnlyContent(*x_, a), j = OnlyContent(*y_, b);
    if (i == kUnaligned || j == kUnaligned ||
        !words_.AreAntonyms(x_->lemmas[i], y_->lemmas[j]))
      return;
    Add(WordingConflict::Kind::kAntonym, {i, i + 1}, {j, j + 1});
  }

  static std::uint32_t Nots(const StatedSentence& s, Run run) {
    return static_cast<std::uint32_t>(
        std::count_if(s.kinds.begin() + run.first, s.kinds.begin() + run.last,
                      [](std::uint8_t kind) { return kind == kNotWord; }));
  }
  static std::uint32_t Size(const StatedSentence& s) {
    return static_cast<std::uint32_t>(s.tokens.size());
  }
  // The words of a from the first to the last that stands in b.
  Run Window() const {
    Run window{Size(*x_), 0};
    for (const std::uint32_t i : of_b_) {
      if (i == kUnaligned) continue;
      window.first = std::min(window.first, i);
      window.last = std::max(window.last, i + 1);
    }
    return window;
  }

  void Negation(Run a, Run b) {
    const auto content = [](const StatedSentence& s, Run run) {
      return std::any_of(s.kinds.begin() + run.first,
                         s.kinds.begin() + run.last, IsContent);
    };
    if (Nots(*x_, a) == Nots(*y_, b) || content(*x_, a) || content(*y_, b) ||
        Nots(*x_, Window()) == Nots(*y_, {0, Size(*y_)}))
      return;  // "not found any sign", "found no sign"
    Add(WordingConflict::Kind::kNegation, a, b);
  }

  void Add(WordingConflict::Kind kind, Run a, Run b) {
    WordingConflict c;
    c.kind = kind;
    c.a = SpanOf(*x_, a);
    c.b = SpanOf(*y_, b);
    c.frame = frame_;
    for (std::uint32_t j = 0; j < of_b_.size(); ++j) {
      if (!IsContent(y_->kinds[j]) || (j >= b.first && j < b.last)) continue;
      ++c.content;
      const std::string_view word = y_->tokens[j];
      if (of_b_[j] != kUnaligned) {
        ++c.aligned;
      } else if (CommonWords({&word, 1}, x_->content) > 0) {
        ++c.moved;
      }
    }
    c.beside = Beside(a, b);
    out_.push_back(c);
  }

  // Words in one order right before and behind.
  std::uint32_t Beside(Run a, Run b) const {
    std::uint32_t n = 0;
    for (std::uint32_t k = 1; k <= a.first && k <= b.first; ++k) {
      if (of_b_[b.first - k] != a.first - k) break;
      ++n;
    }
    for (std::uint32_t k = 0; b.last + k < of_b_.size(); ++k) {
      if (of_b_[b.last + k] != a.last + k) break;
      ++n;
    }
    return n;
  }

  const StatedText &a_, &b_;
  const ValueWords& words_;
  std::vector<WordingConflict>& out_;
  const StatedSentence *x_ = nullptr, *y_ = nullptr;
  std::vector<std::uint32_t> of_b_;
  double frame_ = 0;
};

}  // namespace

std::vector<WordingConflict> ConflictsOfWording(const StatedText& a,
                                                const StatedText& b,
                                                const ValueWords& words) {
  std::vector<WordingConflict> out;
  WordingReader reader(a, b, words, out);
  for (std::uint32_t j = 0; j < b.sentences.size(); ++j) {
    const WordList& content = b.sentences[j].content;
    if (content.size() < kLeastWords) continue;
    std::size_t most = 0;
    std::uint32_t best = 0;
    for (std::uint32_t i = 0; i < a.sentences.size(); ++i) {
      const std::size_t common = SharedWords(content, a.sentences[i].content);
      if (common <= most) continue;
      most = common;
      best = i;
    }
    if (most > 0 && static_cast<double>(most) >=
                        kLeastShared * static_cast<double>(content.size()))
      reader.Read(best, j);
  }
  ConflictsOfHolders(a, b, out);
  ConflictsOfMoves(a, b, out);
  ConflictsOfClauses(a, b, words, out);
  return out;
}

bool Gainsays(const WordingConflict& c) {
  if (c.kind == WordingConflict::Kind::kHolder ||
      c.kind == WordingConflict::Kind::kMove ||
      c.kind == WordingConflict::Kind::kOpposite)
    return c.aligned >= kHolderShare * static_cast<double>(c.content);
  return c.aligned >= kLeastAligned && c.beside >= kLeastBeside &&
         c.frame >= kWordingFrame &&
         c.aligned >= kAlignedShare * static_cast<double>(c.content);
}

std::string EvidenceOf(const WordingConflict& c) {
  static constexpr std::string_view kNames[] = {
      "another name in its place",
      "the opposite in its place",
      "negated",
      "another holder of the office",
      "left and reached on one day",
      "the opposite told of one value"};
  std::string text(kNames[static_cast<std::size_t>(c.kind)]);
  text += "; " + std::to_string(c.aligned) + " of " +
          std::to_string(c.content) + " words in one order";
  return text;
}

}  // namespace gainsay::internal

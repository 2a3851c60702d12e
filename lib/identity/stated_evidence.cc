// Evidence between values of two texts, and the guards. See stated_match.h.
#include <algorithm>
#include <cmath>
#include <map>

#include "identity/stated_match.h"

namespace gainsay::internal {
namespace {

constexpr std::size_t kMostValues =
    64;  // of a text; beyond, the rest is left out
constexpr std::size_t kFrameTokens =
    160;  // of a sentence that is compared as a frame
constexpr double kSameFrame = 0.8, kLikeFrame = 0.65;
constexpr double kUnitSlack = 0.03;  // of a value converted from another unit
constexpr double kFarApart = 3, kClose = 1.1;  // ratios of two values
constexpr std::size_t kAround = 6;             // words on either side
constexpr std::size_t kMostNames = 3;

using Words = std::span<const std::string_view>;

std::size_t CommonWords(Words of, Words in) {
  return static_cast<std::size_t>(
      std::ranges::count_if(of, [&](std::string_view x) {
        return std::ranges::any_of(
            in, [&](std::string_view y) { return SameStem(x, y); });
      }));
}

Words Near(const WordList& words, std::size_t n) {
  return std::span(words).subspan(0, std::min(n, words.size()));
}

// Twice the longest common subsequence over both lengths.
double FrameRatio(Words a, Words b) {
  if (a.empty() || b.empty() || a.size() > kFrameTokens ||
      b.size() > kFrameTokens)
    return 0;
  std::vector<std::uint16_t> row(b.size() + 1);
  for (const std::string_view x : a) {
    std::uint16_t diagonal = 0;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::uint16_t up = row[j];
      row[j] = x == b[j - 1] ? static_cast<std::uint16_t>(diagonal + 1)
                             : std::max(row[j], row[j - 1]);
      diagonal = up;
    }
  }
  return 2.0 * row.back() / static_cast<double>(a.size() + b.size());
}

std::int32_t SharedNames(const WordList& of, const WordList& in, bool shared) {
  const auto n = std::ranges::count_if(of, [&](std::string_view name) {
    return std::ranges::binary_search(in, name) == shared;
  });
  return static_cast<std::int32_t>(
      std::min<std::size_t>(kMostNames, static_cast<std::size_t>(n)));
}

Words Nearest(const WordList& words) { return Near(words, kAround); }

// What two sentences share, the same for all their values.
struct SentencePair {
  double frame = 0, overlap = 0;
  std::int32_t shared_names = 0, missing_names = 0;
  std::int32_t equal = 0, other = 0;  // values
  bool best = false;
};

class StatedMatcher {
 public:
  StatedMatcher(const StatedText& a, const StatedText& b) : a_(a), b_(b) {}

  std::vector<StatedMeeting> Run() {
    std::vector<StatedMeeting> meetings;
    for (std::uint32_t j = 0; j < Most(b_); ++j) {
      for (std::uint32_t i = 0; i < Most(a_); ++i) {
        if (Comparable(a_.values[i], b_.values[j]))
          meetings.push_back(Meet(i, j));
      }
    }
    return meetings;
  }

 private:
  static std::uint32_t Most(const StatedText& text) {
    return static_cast<std::uint32_t>(
        std::min(kMostValues, text.values.size()));
  }
  static bool Comparable(const StatedValue& x, const StatedValue& y) {
    return x.kind == y.kind && x.aged == y.aged &&
           (x.kind == StatedValue::Kind::kDuration ||
            x.dimension == y.dimension);
  }

  const SentencePair& Sentences(std::uint32_t i, std::uint32_t j) {
    const auto [it, added] = sentences_.try_emplace({i, j});
    if (!added) return it->second;
    SentencePair& pair = it->second;
    const StatedSentence &x = a_.sentences[i], &y = b_.sentences[j];
    const std::size_t common = CommonWords(y.content, x.content);
    pair.best = common >= MostCommon(j);
    const std::size_t shorter = std::min(x.content.size(), y.content.size());
    if (shorter > 0) {
      pair.overlap = std::min(
          1.0, static_cast<double>(common) / static_cast<double>(shorter));
    }
    pair.frame = FrameRatio(x.tokens, y.tokens);
    pair.shared_names = SharedNames(y.names, x.content, true);
    pair.missing_names = SharedNames(x.names, b_.content, false);
    CountValues(i, j, pair);
    return pair;
  }

  // The most words that a sentence of a shares with a sentence of b.
  std::size_t MostCommon(std::uint32_t sentence) {
    const auto [it, added] = most_common_.try_emplace(sentence);
    if (!added) return it->second;
    for (const StatedSentence& x : a_.sentences)
      it->second = std::max(
          it->second, CommonWords(b_.sentences[sentence].content, x.content));
    return it->second;
  }

  // Values of both sentences that are equal, and those of b's that have none
  // such in a's.
  void CountValues(std::uint32_t i, std::uint32_t j, SentencePair& pair) const {
    for (const StatedValue& y : b_.values) {
      if (y.sentence != j) continue;
      bool equal = false, comparable = false;
      for (const StatedValue& x : a_.values) {
        if (x.sentence != i || !Comparable(x, y)) continue;
        comparable = true;
        equal |= x.hull == y.hull;
      }
      pair.equal += equal ? 1 : 0;
      pair.other += comparable && !equal ? 1 : 0;
    }
  }

  static void Add(StatedMeeting& m, StatedEvidence evidence, double times = 1) {
    m.counts[static_cast<std::size_t>(evidence)] = static_cast<float>(times);
  }

  StatedMeeting Meet(std::uint32_t i, std::uint32_t j) {
    const StatedValue &x = a_.values[i], &y = b_.values[j];
    const SentencePair& sentences = Sentences(x.sentence, y.sentence);
    StatedMeeting m;
    m.a = i;
    m.b = j;
    MeetValues(x, y, m);
    AddSentences(sentences, m);
    AddContext(x, y, sentences.frame, m);
    AddClauses(x, y, m);
    AddKinds(x, y, m);
    AddGuards(x, y, sentences, m);
    for (std::size_t e = 0; e < kStatedEvidences; ++e)
      m.score += StatedTenths(m.counts, e);
    return m;
  }

  static void AddSentences(const SentencePair& pair, StatedMeeting& m) {
    Add(m, StatedEvidence::kOverlap, pair.overlap);
    Add(m, StatedEvidence::kSharedName, pair.shared_names);
    Add(m, StatedEvidence::kMissingName, pair.missing_names);
    Add(m, StatedEvidence::kSameFrame, pair.frame >= kSameFrame ? 1 : 0);
    Add(m, StatedEvidence::kLikeFrame,
        pair.frame >= kLikeFrame && pair.frame < kSameFrame ? 1 : 0);
    Add(m, StatedEvidence::kBestSentence, pair.best ? 1 : 0);
    const std::int32_t itself = m.hulls_meet ? 1 : 0;
    Add(m, StatedEvidence::kEqualBeside, std::clamp(pair.equal - itself, 0, 2));
    Add(m, StatedEvidence::kOtherBeside,
        std::clamp(pair.other - 1 + itself, 0, 2));
  }

  static void AddContext(const StatedValue& x, const StatedValue& y,
                         double frame, StatedMeeting& m) {
    const std::int32_t noun = Nouns(x, y);
    Add(m, StatedEvidence::kSameNoun, noun == 2 ? 1 : 0);
    Add(m, StatedEvidence::kSharedNoun, noun == 1 ? 1 : 0);
    Add(m, StatedEvidence::kOtherNoun, noun < 0 ? 1 : 0);
    Add(m, StatedEvidence::kReplacedNoun,
        noun < 0 && (x.aged || frame >= kLikeFrame) ? 1 : 0);
    const auto same_first = [](const WordList& p, const WordList& q) {
      return !p.empty() && !q.empty() && p[0] == q[0] ? 1 : 0;
    };
    Add(m, StatedEvidence::kSameNextWord, same_first(x.right, y.right));
    Add(m, StatedEvidence::kSameWordBefore, same_first(x.left, y.left));
    Add(m, StatedEvidence::kAround,
        (FrameRatio(Nearest(x.left), Nearest(y.left)) +
         FrameRatio(Nearest(x.right), Nearest(y.right))) /
            2);
    const bool names = !x.names_right.empty() && !y.names_right.empty();
    Add(m, StatedEvidence::kOtherNames,
        names && CommonWords(x.names_right, y.names_right) == 0 ? 1 : 0);
  }

  void AddClauses(const StatedValue& x, const StatedValue& y,
                  StatedMeeting& m) const {
    if (x.clause == kNoClause || y.clause == kNoClause) return;
    const StatedClause &p = a_.clauses[x.clause], &q = b_.clauses[y.clause];
    if (!p.verb.empty() && !q.verb.empty()) {
      Add(m, StatedEvidence::kSameVerb, SameStem(p.verb, q.verb) ? 1 : 0);
    }
    if (!p.subject.empty() && !q.subject.empty()) {
      const bool same = CommonWords(q.subject, p.subject) > 0;
      Add(m, StatedEvidence::kOtherSubject,
          !same && !p.names.empty() && !q.names.empty() ? 1 : 0);
    }
    Add(m, StatedEvidence::kOpenClause, p.open != q.open ? 1 : 0);
  }

  static void AddKinds(const StatedValue& x, const StatedValue& y,
                       StatedMeeting& m) {
    using Kind = StatedValue::Kind;
    const bool date = x.kind == Kind::kDate, number = x.kind == Kind::kNumber;
    Add(m, StatedEvidence::kDate, date ? 1 : 0);
    Add(m, StatedEvidence::kDuration, x.kind == Kind::kDuration ? 1 : 0);
    Add(m, StatedEvidence::kOrdinal, x.kind == Kind::kOrdinal ? 1 : 0);
    Add(m, StatedEvidence::kMeasure, number && !x.dimension.empty() ? 1 : 0);
    const double most = std::max(x.number, y.number),
                 least = std::min(x.number, y.number);
    if (number && x.size == y.size && least > 0) {
      Add(m, StatedEvidence::kFarApart, most > kFarApart * least ? 1 : 0);
      Add(m, StatedEvidence::kClose, most < kClose * least ? 1 : 0);
    }
    Add(m, StatedEvidence::kHedged, x.hedged || y.hedged ? 1 : 0);
  }

  // 2: the same thing is counted, 1: a shared word, 0: one does not say, -1:
  // another.
  static std::int32_t Nouns(const StatedValue& x, const StatedValue& y) {
    if (x.nouns.empty() || y.nouns.empty()) {
      // "cases reached 642" counts cases, as "642 cases" does.
      const StatedValue &named = x.nouns.empty() ? y : x,
                        &bare = x.nouns.empty() ? x : y;
      return CommonWords(named.nouns, Near(bare.left_content, 3)) > 0 ? 1 : 0;
    }
    if (SameStem(x.nouns.back(), y.nouns.back()) ||
        SameStem(x.nouns.front(), y.nouns.front()))
      return 2;
    return CommonWords(x.nouns, y.nouns) > 0 ? 1 : -1;
  }

  static void MeetValues(const StatedValue& x, const StatedValue& y,
                         StatedMeeting& m) {
    QuantityInterval xh = x.hull, yh = y.hull, xc = x.core, yc = y.core;
    if (x.kind == StatedValue::Kind::kDuration && x.dimension == y.dimension) {
      xh = x.count_hull, yh = y.count_hull, xc = x.count_core,
      yc = y.count_core;
    }
    if (x.size !=
        y.size) {  // a converted value carries the rounding of its source
      xh = Widened(xh);
      yh = Widened(yh);
      xc = Widened(xc);
      yc = Widened(yc);
    }
    m.hulls_meet = xh.Meets(yh);
    m.cores_meet = xc.Meets(yc);
  }
  static QuantityInterval Widened(QuantityInterval q) {
    q.lo -= std::abs(q.lo) * kUnitSlack;
    q.hi += std::abs(q.hi) * kUnitSlack;
    q.lo_open = q.hi_open = false;
    return q;
  }

  void AddGuards(const StatedValue& x, const StatedValue& y,
                 const SentencePair& sentences, StatedMeeting& m) const {
    const StatedSentence &sx = a_.sentences[x.sentence],
                         &sy = b_.sentences[y.sentence];
    Add(m, StatedEvidence::kStatedToo, States(b_, x) ? 1 : 0);
    Add(m, StatedEvidence::kGuardStated,
        sentences.frame < kSameFrame && States(a_, y) ? 1 : 0);
    Add(m, StatedEvidence::kGuardNegated, sx.negated != sy.negated ? 1 : 0);
    Add(m, StatedEvidence::kGuardRate, x.rate != y.rate ? 1 : 0);
    const bool dated = sx.dated && sy.dated;
    const bool progress = x.kind == StatedValue::Kind::kDate
                              ? OtherCount(x.sentence, y.sentence)
                              : !sx.dates.Meets(sy.dates);
    Add(m, StatedEvidence::kGuardProgress, dated && progress ? 1 : 0);
  }

  // A text states the very value, of whatever.
  static bool States(const StatedText& text, const StatedValue& value) {
    return std::ranges::any_of(text.values, [&](const StatedValue& v) {
      return Comparable(v, value) && v.hull == value.hull &&
             v.core == value.core;
    });
  }

  // Some count of one thing differs too: two dates of two counts.
  bool OtherCount(std::uint32_t sentence_a, std::uint32_t sentence_b) const {
    for (const StatedValue& x : a_.values) {
      if (x.sentence != sentence_a || x.kind == StatedValue::Kind::kDate)
        continue;
      for (const StatedValue& y : b_.values) {
        if (y.sentence != sentence_b || !Comparable(x, y)) continue;
        if (Nouns(x, y) == 2 && !x.hull.Meets(y.hull)) return true;
      }
    }
    return false;
  }

  const StatedText &a_, &b_;
  std::map<std::uint32_t, std::size_t> most_common_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, SentencePair> sentences_;
};

}  // namespace

std::int32_t StatedTenths(const StatedCounts& counts, std::size_t evidence) {
  return static_cast<std::int32_t>(
      std::lround(kStatedWeights[evidence].weight * counts[evidence]));
}

std::vector<StatedMeeting> MeetStated(const StatedText& a,
                                      const StatedText& b) {
  return StatedMatcher(a, b).Run();
}

std::string EvidenceOf(const StatedMeeting& meeting) {
  std::string text;
  for (std::size_t e = 0; e < kStatedEvidences; ++e) {
    const std::int32_t tenths = StatedTenths(meeting.counts, e);
    if (tenths == 0) continue;
    if (!text.empty()) text += "; ";
    text.append(kStatedWeights[e].name).append(tenths < 0 ? " -" : " +");
    text += std::to_string(std::abs(tenths) / 10) + "." +
            std::to_string(std::abs(tenths) % 10);
  }
  return text;
}

}  // namespace gainsay::internal

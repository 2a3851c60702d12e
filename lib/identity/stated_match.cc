#include "identity/stated_match.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

namespace gainsay::internal {
namespace {

constexpr std::size_t kMostValues =
    64;  // of a text; beyond, the rest is left out
constexpr std::size_t kFrameTokens =
    160;  // of a sentence that is compared as a frame
constexpr double kSameFrame = 0.8, kLikeFrame = 0.65;
constexpr double kUnitSlack = 0.03;  // of a value converted from another unit

std::size_t CommonWords(std::span<const std::string_view> of,
                        std::span<const std::string_view> in) {
  return static_cast<std::size_t>(
      std::ranges::count_if(of, [&](std::string_view x) {
        return std::ranges::any_of(
            in, [&](std::string_view y) { return SameStem(x, y); });
      }));
}

std::span<const std::string_view> Near(const WordList& words, std::size_t n) {
  return std::span(words).subspan(0, std::min(n, words.size()));
}

// Twice the longest common subsequence over both lengths.
double FrameRatio(const WordList& a, const WordList& b) {
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

// What two sentences share, the same for all their values.
struct SentencePair {
  double overlap = 0, covered = 0, text_covered = 0, frame = 0;
  std::int32_t new_names = 0;
};

struct Meeting {
  std::uint32_t a = 0, b = 0;
  std::int32_t score = 0;
  bool hulls_meet = false, cores_meet = false;
  std::string_view veto;
  std::string evidence;
};

class StatedMatcher {
 public:
  StatedMatcher(const StatedText& a, const StatedText& b) : a_(a), b_(b) {}

  StatedComparison Run() {
    std::vector<Meeting> meetings;
    for (std::uint32_t j = 0; j < std::min(kMostValues, b_.values.size());
         ++j) {
      for (std::uint32_t i = 0; i < std::min(kMostValues, a_.values.size());
           ++i) {
        if (Comparable(a_.values[i], b_.values[j]))
          meetings.push_back(Meet(i, j));
      }
    }
    return Decide(meetings);
  }

 private:
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
    const auto share = [](std::size_t n, std::size_t of) {
      return of == 0 ? 0 : static_cast<double>(n) / static_cast<double>(of);
    };
    const std::size_t common = CommonWords(y.content, x.content);
    pair.overlap = share(common, std::min(x.content.size(), y.content.size()));
    pair.overlap = std::min(1.0, pair.overlap);
    pair.covered = share(common, y.content.size());
    pair.text_covered = TextCovered(j);
    pair.frame = FrameRatio(x.tokens, y.tokens);
    for (const std::string_view name : y.names) {
      if (!std::ranges::binary_search(a_.content, name)) ++pair.new_names;
    }
    pair.new_names = std::min(pair.new_names, 3);
    return pair;
  }

  // The share of a sentence's words that the other text has.
  double TextCovered(std::uint32_t sentence) {
    const auto [it, added] = text_covered_.try_emplace(sentence);
    const WordList& words = b_.sentences[sentence].content;
    if (added && !words.empty()) {
      it->second = static_cast<double>(CommonWords(words, a_.content)) /
                   static_cast<double>(words.size());
    }
    return it->second;
  }

  void Add(Meeting& m, StatedEvidence evidence, double times = 1) const {
    const StatedWeight& row =
        kStatedWeights[static_cast<std::size_t>(evidence)];
    const auto tenths =
        static_cast<std::int32_t>(std::lround(row.weight * times));
    if (tenths == 0) return;
    m.score += tenths;
    if (!m.evidence.empty()) m.evidence += "; ";
    m.evidence.append(row.name).append(tenths < 0 ? " -" : " +");
    m.evidence += std::to_string(std::abs(tenths) / 10) + "." +
                  std::to_string(std::abs(tenths) % 10);
  }

  Meeting Meet(std::uint32_t i, std::uint32_t j) {
    const StatedValue &x = a_.values[i], &y = b_.values[j];
    const SentencePair& sentences = Sentences(x.sentence, y.sentence);
    Meeting m;
    m.a = i;
    m.b = j;
    MeetValues(x, y, m);
    m.veto = Veto(x, y, sentences.frame);
    const std::int32_t noun = Nouns(x, y);
    if (noun == 2) Add(m, StatedEvidence::kSameNoun);
    if (noun == 1) Add(m, StatedEvidence::kSharedNoun);
    if (noun < 0) Add(m, StatedEvidence::kOtherNoun);
    if (!x.right.empty() && !y.right.empty() && x.right[0] == y.right[0])
      Add(m, StatedEvidence::kSameNextWord);
    if (!x.left.empty() && !y.left.empty() && x.left[0] == y.left[0])
      Add(m, StatedEvidence::kSameWordBefore);
    AddContext(x, y, m);
    Add(m, StatedEvidence::kSentenceOverlap, sentences.overlap);
    Add(m, StatedEvidence::kCovered, sentences.covered);
    Add(m, StatedEvidence::kTextCovered, sentences.text_covered);
    Add(m, StatedEvidence::kNewName, sentences.new_names);
    const bool names = !x.names_right.empty() && !y.names_right.empty();
    if (names && CommonWords(x.names_right, y.names_right) == 0)
      Add(m, StatedEvidence::kOtherNames);
    if (sentences.frame >= kSameFrame) {
      Add(m, StatedEvidence::kSameFrame);
    } else if (sentences.frame >= kLikeFrame) {
      Add(m, StatedEvidence::kLikeFrame);
    }
    if (x.kind == StatedValue::Kind::kDate) Add(m, StatedEvidence::kDate);
    const bool bare =
        x.kind == StatedValue::Kind::kNumber && x.dimension.empty();
    if (bare && noun <= 0 && sentences.frame < kSameFrame)
      Add(m, StatedEvidence::kBareCount);
    const bool small =
        x.kind != StatedValue::Kind::kDate && std::max(x.number, y.number) <= 3;
    if (small && sentences.frame < kLikeFrame)
      Add(m, StatedEvidence::kSmallNumber);
    return m;
  }

  void AddContext(const StatedValue& x, const StatedValue& y,
                  Meeting& m) const {
    const std::size_t near_left = std::min<std::size_t>(
        2, CommonWords(Near(y.left_content, 3), Near(x.left_content, 4)));
    const std::size_t near_right = std::min<std::size_t>(
        2, CommonWords(Near(y.right_content, 3), Near(x.right_content, 4)));
    Add(m, StatedEvidence::kNearWord,
        static_cast<double>(near_left + near_right));
    WordList cx = x.left_content, cy = y.left_content;
    cx.insert(cx.end(), x.right_content.begin(), x.right_content.end());
    cy.insert(cy.end(), y.right_content.begin(), y.right_content.end());
    Add(m, StatedEvidence::kContextWord,
        static_cast<double>(std::min<std::size_t>(4, CommonWords(cy, cx))));
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
                         Meeting& m) {
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

  // A word of the closed list of reasons, or empty.
  std::string_view Veto(const StatedValue& x, const StatedValue& y,
                        double frame) const {
    const StatedSentence &sx = a_.sentences[x.sentence],
                         &sy = b_.sentences[y.sentence];
    if (sx.negated != sy.negated) return "modality";
    if (x.rate != y.rate) return "scope";
    if (frame < kSameFrame && StatesToo(y)) return "same-value";
    if (!sx.dated || !sy.dated) return {};
    if (x.kind != StatedValue::Kind::kDate)
      return sx.dates.Meets(sy.dates) ? "" : "progress";
    return OtherCount(x.sentence, y.sentence) ? "progress" : "";
  }

  // The other text states the very value, of whatever.
  bool StatesToo(const StatedValue& y) const {
    return std::ranges::any_of(a_.values, [&](const StatedValue& x) {
      return Comparable(x, y) && x.hull == y.hull && x.core == y.core;
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

  // A pair counts only if each is the best for the other; among those that do
  // not agree the highest score decides.
  StatedComparison Decide(const std::vector<Meeting>& meetings) const {
    std::map<std::uint32_t, std::int32_t> best_a, best_b;
    const auto rank = [](const Meeting& m) {
      const std::int32_t agree =
          m.hulls_meet
              ? kStatedWeights[static_cast<std::size_t>(StatedEvidence::kAgree)]
                    .weight
              : 0;
      return m.score + agree;
    };
    for (const Meeting& m : meetings) {
      auto& a = best_a.try_emplace(m.a, rank(m)).first->second;
      auto& b = best_b.try_emplace(m.b, rank(m)).first->second;
      a = std::max(a, rank(m));
      b = std::max(b, rank(m));
    }
    StatedComparison best;
    for (const Meeting& m : meetings) {
      if (best_a.at(m.a) != rank(m) || best_b.at(m.b) != rank(m)) continue;
      const StatedComparison candidate = Judge(m);
      if (std::pair(candidate.outcome, candidate.score) >
          std::pair(best.outcome, best.score))
        best = candidate;
    }
    return best;
  }

  static StatedComparison Judge(const Meeting& m) {
    using Outcome = StatedComparison::Outcome;
    StatedComparison out;
    out.a = m.a;
    out.b = m.b;
    out.score = m.score;
    out.evidence = m.evidence;
    if (m.score < kStatedUndecided) return out;
    if (m.hulls_meet && m.cores_meet) {
      out.outcome = Outcome::kAgree;
      out.reason = "same-value";
    } else if (m.score < kStatedThreshold) {
      out.outcome = Outcome::kUndecided;
      out.reason = "undecided";
    } else if (!m.veto.empty()) {
      out.outcome = Outcome::kKeptApart;
      out.reason = m.veto;
    } else {
      out.outcome = m.hulls_meet ? Outcome::kTension : Outcome::kContradiction;
      out.reason = m.hulls_meet ? "tolerance" : "";
    }
    return out;
  }

  const StatedText &a_, &b_;
  std::map<std::uint32_t, double> text_covered_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, SentencePair> sentences_;
};

}  // namespace

StatedComparison CompareStated(const StatedText& a, const StatedText& b) {
  return StatedMatcher(a, b).Run();
}

}  // namespace gainsay::internal

// Evidence between values of two texts, and the guards. See stated_match.h.
#include <algorithm>
#include <cmath>
#include <map>

#include "claim/stated_time.h"
#include "identity/stated_align.h"
#include "identity/stated_context.h"
#include "identity/stated_match.h"

namespace gainsay::internal {
namespace {

constexpr std::size_t kMostValues =
    64;                              // of a text; beyond, the rest is left out
constexpr double kUnitSlack = 0.03;  // of a value converted from another unit
constexpr std::size_t kMostNames = 3;
constexpr double kYear = 365.2425, kElapsedSlack = 31;  // days
constexpr double kSameSum = 1e-9;
constexpr double kMuchCloser = 4;   // of Fit
constexpr double kMostRare = 3;     // doublings
constexpr double kSlotFrame = 0.5;  // where places in a sentence tell

std::int32_t SharedNames(const WordList& of, const WordList& in, bool shared) {
  const auto n = std::ranges::count_if(of, [&](std::string_view name) {
    return std::ranges::binary_search(in, name) == shared;
  });
  return static_cast<std::int32_t>(
      std::min<std::size_t>(kMostNames, static_cast<std::size_t>(n)));
}

// What two sentences share, the same for all their values.
struct SentencePair {
  double frame = 0, overlap = 0;
  std::int32_t shared_names = 0, missing_names = 0;
  std::int32_t equal = 0, other = 0;  // values
  double lacking = 0;
  double name_share = 0;
  bool no_names = false;
  bool best = false;
  Alignment words;
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
    AddClosers(meetings);
    for (StatedMeeting& m : meetings) {
      for (std::size_t e = 0; e < kStatedEvidences; ++e)
        m.score += StatedTenths(m.counts, e);
    }
    return meetings;
  }

 private:
  static std::uint32_t Most(const StatedText& text) {
    return static_cast<std::uint32_t>(
        std::min(kMostValues, text.values.size()));
  }
  static bool Comparable(const StatedValue& x, const StatedValue& y) {
    using Kind = StatedValue::Kind;
    if (x.kind != y.kind &&
        (x.kind == Kind::kCalendar || y.kind == Kind::kCalendar))
      return !x.place_in_year.empty() && !y.place_in_year.empty();
    return x.kind == y.kind && x.aged == y.aged && x.paired == y.paired &&
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
    pair.words = Align(x.token_ids, y.token_ids);
    pair.frame = pair.words.Ratio(x.tokens.size(), y.tokens.size());
    pair.shared_names = SharedNames(y.names, x.content, true);
    pair.missing_names = SharedNames(x.names, b_.content, false);
    CountValues(i, j, pair);
    if (!y.content.empty()) {
      pair.lacking =
          1 - static_cast<double>(CommonWords(y.content, a_.content)) /
                  static_cast<double>(y.content.size());
    }
    const std::size_t fewer = std::min(x.names.size(), y.names.size());
    pair.no_names = fewer == 0;
    if (fewer > 0)
      pair.name_share = std::min(
          1.0, static_cast<double>(std::max(CommonWords(y.names, x.content),
                                            CommonWords(x.names, y.content))) /
                   static_cast<double>(fewer));
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
        equal |= x.kind == y.kind ? x.hull == y.hull
                                  : x.place_in_year == y.place_in_year;
      }
      pair.equal += equal ? 1 : 0;
      pair.other += comparable && !equal ? 1 : 0;
    }
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
    AddSlots(x, y, sentences, m);
    AddClauses(a_, x, b_, y, m);
    AddFrames(x, y, m);
    AddKinds(x, y, m);
    AddGuards(x, y, sentences, m);
    AddRareness(y, m);
    return m;
  }

  // Where few of a's values might have been meant, they are likelier to be.
  void AddRareness(const StatedValue& y, StatedMeeting& m) const {
    const auto comparable = std::ranges::count_if(
        a_.values, [&](const StatedValue& x) { return Comparable(x, y); });
    Add(m, StatedEvidence::kRareKind,
        std::min(kMostRare, std::log2(static_cast<double>(a_.values.size()) /
                                      static_cast<double>(comparable))));
  }

  static void AddSentences(const SentencePair& pair, StatedMeeting& m) {
    Add(m, StatedEvidence::kOverlap, pair.overlap);
    Add(m, StatedEvidence::kSharedName, pair.shared_names);
    Add(m, StatedEvidence::kMissingName, pair.missing_names);
    Add(m, StatedEvidence::kSameFrame, pair.frame >= kSameFrame ? 1 : 0);
    Add(m, StatedEvidence::kLikeFrame,
        pair.frame >= kLikeFrame && pair.frame < kSameFrame ? 1 : 0);
    Add(m, StatedEvidence::kBestSentence, pair.best ? 1 : 0);
    Add(m, StatedEvidence::kLacking, pair.lacking);
    Add(m, StatedEvidence::kNameShare, pair.name_share);
    Add(m, StatedEvidence::kNoNames, pair.no_names ? 1 : 0);
    const std::int32_t itself = m.hulls_meet ? 1 : 0;
    Add(m, StatedEvidence::kEqualBeside, std::clamp(pair.equal - itself, 0, 2));
    Add(m, StatedEvidence::kOtherBeside,
        std::clamp(pair.other - 1 + itself, 0, 2));
  }

  // Whether the values stand for each other where their sentences are alike.
  static void AddSlots(const StatedValue& x, const StatedValue& y,
                       const SentencePair& pair, StatedMeeting& m) {
    if (pair.frame < kSlotFrame || x.slot == kNoSlot || y.slot == kNoSlot ||
        pair.words.of_b.empty())
      return;
    const std::vector<std::uint32_t>& of_b = pair.words.of_b;
    const bool same = of_b[y.slot] == x.slot;
    const bool other = of_b[y.slot] != kUnaligned ||
                       std::ranges::find(of_b, x.slot) != of_b.end();
    Add(m, StatedEvidence::kSameSlot, same ? 1 : 0);
    Add(m, StatedEvidence::kOtherSlot, !same && other ? 1 : 0);
  }

  // Both texts hold both values: whoever wrote "0.5 %" did not round 0.505.
  bool ToldApart(const StatedValue& x, const StatedValue& y) const {
    return x.kind == StatedValue::Kind::kNumber && !Equal(x, y) &&
           States(a_, y) && States(b_, x);
  }

  void MeetValues(const StatedValue& x, const StatedValue& y,
                  StatedMeeting& m) const {
    QuantityInterval xh = x.hull, yh = y.hull, xc = x.core, yc = y.core;
    if (x.kind == StatedValue::Kind::kDuration && x.dimension == y.dimension) {
      xh = x.count_hull, yh = y.count_hull, xc = x.count_core,
      yc = y.count_core;
    }
    if (x.kind != y.kind) {  // "14 March" and "14 March 1903"
      xh = xc = x.place_in_year;
      yh = yc = y.place_in_year;
    }
    if (x.kind == StatedValue::Kind::kClock) {
      m.hulls_meet = m.wide_meet = ClocksMeet(xh, yh);
      m.cores_meet = ClocksMeet(xc, yc);
      return;
    }
    if (x.size !=
        y.size) {  // a converted value carries the rounding of its source
      xh = Widened(xh);
      yh = Widened(yh);
      xc = Widened(xc);
      yc = Widened(yc);
    }
    m.wide_meet = xh.Meets(yh);
    m.cores_meet = xc.Meets(yc);
    // A number without a hedge is rounded to its last digit, and no further.
    if (x.kind == StatedValue::Kind::kNumber) {
      if (!x.hedged) xh = xc;
      if (!y.hedged) yh = yc;
    }
    m.hulls_meet = xh.Meets(yh) && !Exceeds(yh, xh, xc) && !ToldApart(x, y);
  }
  // "More than 500" of what the other text has as "over 420".
  static bool Exceeds(const QuantityInterval& y, const QuantityInterval& x,
                      const QuantityInterval& x_core) {
    return std::isinf(x.hi) && std::isinf(y.hi) && x_core.hi <= y.lo;
  }
  static QuantityInterval Widened(QuantityInterval q) {
    q.lo -= std::abs(q.lo) * kUnitSlack;
    q.hi += std::abs(q.hi) * kUnitSlack;
    q.lo_open = q.hi_open = false;
    return q;
  }

  void AddGuards(const StatedValue& x, const StatedValue& y,
                 const SentencePair& sentences, StatedMeeting& m) const {
    Add(m, StatedEvidence::kStatedToo, States(b_, x) ? 1 : 0);
    Add(m, StatedEvidence::kGuardStated,
        sentences.frame < kSameFrame && States(a_, y) ? 1 : 0);
    Add(m, StatedEvidence::kGuardNegated, x.negated != y.negated ? 1 : 0);
    Add(m, StatedEvidence::kGuardRate, x.rate != y.rate ? 1 : 0);
    Add(m, StatedEvidence::kGuardProgress, Progress(x, y) ? 1 : 0);
    Add(m, StatedEvidence::kGuardDerived,
        sentences.frame < kSameFrame && Derived(x, y) ? 1 : 0);
  }

  // Where the very value of b stands in a too: how much less that fits b's
  // than the meeting does. "Rose 12.8 %, while imports gained 10.5 %".
  void AddClosers(std::vector<StatedMeeting>& meetings) const {
    std::map<std::uint32_t, double> fit_of_equal;  // by b's value
    for (const StatedMeeting& m : meetings) {
      if (!Equal(a_.values[m.a], b_.values[m.b])) continue;
      double& fit = fit_of_equal.try_emplace(m.b, Fit(m)).first->second;
      fit = std::max(fit, Fit(m));
    }
    for (StatedMeeting& m : meetings) {
      const auto equal = fit_of_equal.find(m.b);
      if (m.hulls_meet || equal == fit_of_equal.end()) continue;
      const double closer = (Fit(m) - equal->second) / kMuchCloser;
      Add(m, StatedEvidence::kStatedCloser, std::clamp(closer, 0.0, 1.0));
    }
  }
  // How well the words around two values fit, in no unit: whichever fits
  // better, by much.
  static double Fit(const StatedMeeting& m) {
    using E = StatedEvidence;
    const auto n = [&](E e) {
      return static_cast<double>(m.counts[static_cast<std::size_t>(e)]);
    };
    return 2 * n(E::kSameNoun) + n(E::kSharedNoun) - n(E::kOtherNoun) +
           2 * n(E::kSameSlot) - 2 * n(E::kOtherSlot) +
           2 * n(E::kSameAttribute) - 2 * n(E::kOtherAttribute) +
           n(E::kSameVerb) + n(E::kBestSentence) + 3 * n(E::kAround) +
           2 * n(E::kOverlap);
  }

  static bool Equal(const StatedValue& x, const StatedValue& y) {
    if (!Comparable(x, y)) return false;
    return x.kind == y.kind ? x.hull == y.hull && x.core == y.core
                            : x.place_in_year == y.place_in_year;
  }
  // A text states the very value, of whatever.
  static bool States(const StatedText& text, const StatedValue& value) {
    return std::ranges::any_of(
        text.values, [&](const StatedValue& v) { return Equal(v, value); });
  }

  // y is what two values of x's sentence make: "1994, 12 years after", "five
  // demonstrators and two guards were killed".
  bool Derived(const StatedValue& x, const StatedValue& y) const {
    return std::ranges::any_of(a_.values, [&](const StatedValue& v) {
      return v.sentence == x.sentence && &v != &x &&
             (Elapsed(x, v, y) || Sum(x, v, y));
    });
  }
  static bool Elapsed(const StatedValue& x, const StatedValue& v,
                      const StatedValue& y) {
    using Kind = StatedValue::Kind;
    if (x.kind != Kind::kDate || y.kind != Kind::kDate ||
        v.kind != Kind::kDuration || v.dimension != "year")
      return false;
    const auto meets = [&](double days) {
      QuantityInterval q = x.hull;
      q.lo += days - kElapsedSlack;
      q.hi += days + kElapsedSlack;
      return q.Meets(y.hull);
    };
    return meets(v.number * kYear) || meets(-v.number * kYear);
  }
  static bool Sum(const StatedValue& x, const StatedValue& v,
                  const StatedValue& y) {
    using Kind = StatedValue::Kind;
    if (x.kind != Kind::kNumber || y.kind != Kind::kNumber ||
        v.kind != Kind::kNumber || v.dimension != y.dimension)
      return false;
    const double p = x.number * x.size, q = v.number * v.size,
                 said = y.number * y.size;
    const auto is_said = [&](double total) {
      return total > 0 && std::abs(total - said) <= kSameSum * said;
    };
    return is_said(p + q) || is_said(std::abs(p - q));
  }

  // Counts of two dates.
  bool Progress(const StatedValue& x, const StatedValue& y) const {
    const StatedSentence &sx = a_.sentences[x.sentence],
                         &sy = b_.sentences[y.sentence];
    const bool years = sx.dated && sy.dated,
               days = !sx.in_year.empty() && !sy.in_year.empty();
    if (!years && !days) return false;
    if (IsDate(x)) return OtherCount(x.sentence, y.sentence);
    return years ? !sx.dates.Meets(sy.dates) : !sx.in_year.Meets(sy.in_year);
  }
  // Some count of one thing differs too: two dates of two counts.
  bool OtherCount(std::uint32_t sentence_a, std::uint32_t sentence_b) const {
    for (const StatedValue& x : a_.values) {
      if (x.sentence != sentence_a || IsDate(x)) continue;
      for (const StatedValue& y : b_.values) {
        if (y.sentence != sentence_b || !Comparable(x, y)) continue;
        if (CommonNouns(x, y) == 2 && !x.hull.Meets(y.hull)) return true;
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
  if (counts[evidence] == 0) return 0;
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

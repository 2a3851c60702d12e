#include "identity/stated_context.h"

#include <algorithm>

namespace gainsay::internal {
namespace {

constexpr double kFarApart = 3, kClose = 1.1;    // ratios of two values
constexpr double kMonth = 31, kYears = 3 * 366;  // days between dates
constexpr std::size_t kAround = 6;               // words on either side

Words Near(const WordList& words, std::size_t n) {
  return std::span(words).subspan(0, std::min(n, words.size()));
}
Words Nearest(const WordList& words) { return Near(words, kAround); }

constexpr std::size_t kNearest = 4;  // words of content on either side
WordList NearContent(const StatedValue& v) {
  WordList out;
  for (const WordList* side : {&v.left_content, &v.right_content}) {
    for (const std::string_view w : Near(*side, kNearest)) out.push_back(w);
  }
  return out;
}
double NearWords(const StatedValue& x, const StatedValue& y) {
  const WordList p = NearContent(x), q = NearContent(y);
  const std::size_t shorter = std::min(p.size(), q.size());
  if (shorter == 0) return 0;
  return std::min(1.0, static_cast<double>(CommonWords(q, p)) /
                           static_cast<double>(shorter));
}

bool ShareWord(const WordList& sorted_x, const WordList& sorted_y) {
  return std::ranges::any_of(sorted_x, [&](std::string_view w) {
    return std::ranges::binary_search(sorted_y, w);
  });
}

}  // namespace

std::size_t CommonWords(Words of, Words in) {
  return static_cast<std::size_t>(
      std::ranges::count_if(of, [&](std::string_view x) {
        return std::ranges::any_of(
            in, [&](std::string_view y) { return SameStem(x, y); });
      }));
}

std::int32_t CommonNouns(const StatedValue& x, const StatedValue& y) {
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

void AddContext(const StatedValue& x, const StatedValue& y, double frame,
                StatedMeeting& m) {
  const std::int32_t noun = CommonNouns(x, y);
  Add(m, StatedEvidence::kSameNoun, noun == 2 ? 1 : 0);
  Add(m, StatedEvidence::kSharedNoun, noun == 1 ? 1 : 0);
  Add(m, StatedEvidence::kOtherNoun, noun < 0 ? 1 : 0);
  Add(m, StatedEvidence::kReplacedNoun,
      noun < 0 && (x.aged || frame >= kLikeFrame) ? 1 : 0);
  const auto same_first = [](const WordList& p, const WordList& q) {
    return !p.empty() && !q.empty() && p[0] == q[0] ? 1 : 0;
  };
  Add(m, StatedEvidence::kSameWordBefore, same_first(x.left, y.left));
  Add(m, StatedEvidence::kAround,
      (CommonRatio(Nearest(x.left), Nearest(y.left)) +
       CommonRatio(Nearest(x.right), Nearest(y.right))) /
          2);
  Add(m, StatedEvidence::kNearWords, NearWords(x, y));
  const bool names = !x.names_right.empty() && !y.names_right.empty();
  Add(m, StatedEvidence::kOtherNames,
      names && CommonWords(x.names_right, y.names_right) == 0 ? 1 : 0);
}

void AddClauses(const StatedText& a, const StatedValue& x, const StatedText& b,
                const StatedValue& y, StatedMeeting& m) {
  if (x.clause == kNoClause || y.clause == kNoClause) return;
  const StatedClause &p = a.clauses[x.clause], &q = b.clauses[y.clause];
  if (!p.verb.empty() && !q.verb.empty()) {
    const bool same = SameStem(p.verb, q.verb);
    Add(m, StatedEvidence::kSameVerb, same ? 1 : 0);
    Add(m, StatedEvidence::kDateVerb, same && IsDate(x) ? 1 : 0);
  }
  if (!p.subject.empty() && !q.subject.empty()) {
    const bool same = CommonWords(q.subject, p.subject) > 0;
    Add(m, StatedEvidence::kOtherSubject,
        !same && !p.names.empty() && !q.names.empty() ? 1 : 0);
  }
  Add(m, StatedEvidence::kGuardReports,
      IsDate(x) && p.reports && q.reports ? 1 : 0);
  // "Was arrested four times", "three times since October"
  const bool fewer_since =
      x.number < y.number ? p.since && !q.since : q.since && !p.since;
  Add(m, StatedEvidence::kGuardSince,
      x.kind == StatedValue::Kind::kNumber && fewer_since ? 1 : 0);
  Add(m, StatedEvidence::kOpenClause, p.open != q.open ? 1 : 0);
  if (!q.words.empty()) {
    const StatedSentence& sentence = a.sentences[x.sentence];
    Add(m, StatedEvidence::kClause,
        static_cast<double>(CommonWords(q.words, sentence.content)) /
            static_cast<double>(q.words.size()));
  }
}

void AddFrames(const StatedValue& x, const StatedValue& y, StatedMeeting& m) {
  if (!x.predicates.empty() && !y.predicates.empty()) {
    const bool same = ShareWord(x.predicates, y.predicates);
    Add(m, same ? StatedEvidence::kSameAttribute
                : StatedEvidence::kOtherAttribute);
    Add(m, StatedEvidence::kDateAttribute, same && IsDate(x) ? 1 : 0);
  }
}

void AddKinds(const StatedValue& x, const StatedValue& y, StatedMeeting& m) {
  using Kind = StatedValue::Kind;
  const bool date = x.kind == Kind::kDate, number = x.kind == Kind::kNumber;
  const bool calendar = x.kind == Kind::kCalendar || y.kind == Kind::kCalendar;
  Add(m, StatedEvidence::kDate, date && !calendar ? 1 : 0);
  Add(m, StatedEvidence::kDuration, x.kind == Kind::kDuration ? 1 : 0);
  Add(m, StatedEvidence::kMeasure, number && !x.dimension.empty() ? 1 : 0);
  const double xn = x.number * x.size, yn = y.number * y.size,
               most = std::max(xn, yn), least = std::min(xn, yn);
  if (number && least > 0) {
    Add(m, StatedEvidence::kFarApart, most > kFarApart * least ? 1 : 0);
    Add(m, StatedEvidence::kClose, most < kClose * least ? 1 : 0);
  }
  if (date && !calendar) {
    const double apart =
        std::max(x.core.lo, y.core.lo) - std::min(x.core.hi, y.core.hi);
    Add(m, StatedEvidence::kHedgedDate, x.hedged || y.hedged ? 1 : 0);
    Add(m, StatedEvidence::kBoundAtValue,
        x.hedged != y.hedged &&
                (x.hedged ? x.hull.lo == y.hull.hi || x.hull.hi == y.hull.lo
                          : y.hull.lo == x.hull.hi || y.hull.hi == x.hull.lo)
            ? 1
            : 0);
    Add(m, StatedEvidence::kFewDays, apart <= kMonth ? 1 : 0);
    Add(m, StatedEvidence::kFewYears,
        apart > kMonth && apart <= kYears ? 1 : 0);
  }
  if (x.kind == Kind::kDuration)
    Add(m, StatedEvidence::kSameUnit, x.dimension == y.dimension ? 1 : 0);
  Add(m, StatedEvidence::kHedged, x.hedged || y.hedged ? 1 : 0);
}

}  // namespace gainsay::internal

#include "identity/person_evidence.h"

#include <algorithm>

namespace gainsay::internal {
namespace {

constexpr Day kTogether = 31;  // days between dates that are one by two counts
constexpr Day kFollows = 31;   // between two cabinets of one premier
constexpr Day kYear = 366;

// The least days between two windows; 0 if they meet.
Day Apart(DayInterval a, DayInterval b) {
  return std::max({0, a.lo - b.hi, b.lo - a.hi});
}

class Score {
 public:
  void Add(std::string_view text, std::int32_t weight) {
    out_.total += weight;
    if (!out_.text.empty()) out_.text += ", ";
    out_.text += text;
    out_.text += weight < 0 ? " " : " +";
    out_.text += std::to_string(weight);
  }
  PersonScore& out() { return out_; }

 private:
  PersonScore out_;
};

// Long words are spelt alike by chance less often.
bool LongNames(const PersonNode& a, const PersonNode& b) {
  constexpr std::size_t kLong = 8;
  const auto has = [](const PersonNode& node) {
    return std::ranges::any_of(node.names, [](const PersonName* name) {
      return std::ranges::any_of(
          name->words, [](const std::string& w) { return w.size() >= kLong; });
    });
  };
  return has(a) && has(b);
}

void AddNames(const PersonNode& a, const PersonNode& b, Score& score) {
  PersonMatch best = PersonMatch::kDifferent;
  bool full = false, conflict = false;
  for (const PersonName* x : a.names) {
    for (const PersonName* y : b.names) {
      const PersonMatch match = MatchPersons(*x, *y);
      conflict |= match == PersonMatch::kConflict;
      if (match > best) best = match, full = !x->single();
    }
  }
  score.out().names = best;
  switch (best) {
    case PersonMatch::kDifferent:
      break;
    case PersonMatch::kConflict:
      score.Add("one family name, other given names", -8);
      break;
    case PersonMatch::kNear:
      score.Add("names spelt alike", LongNames(a, b) ? 4 : 3);
      break;
    case PersonMatch::kFamily:
      score.Add(conflict ? "one name of several" : "family name alone",
                conflict ? 2 : 4);
      break;
    case PersonMatch::kCompatible:
      score.Add("names agree but for initials", 5);
      break;
    case PersonMatch::kEqual:
      score.Add(full ? "equal full names" : "equal names", full ? 6 : 4);
      break;
  }
}

void AddTenures(const PersonNode& a, const PersonNode& b, Score& score) {
  bool met = false, begins = false, ends = false, covers = false,
       follows = false, touches = false;
  for (const PersonTenure& x : a.tenures) {
    for (const PersonTenure& y : b.tenures) {
      if (x.country != y.country || x.country.index == 0) continue;
      met = true;
      begins |= x.begin_known && y.begin_known &&
                Apart(x.begin, y.begin) <= kTogether;
      ends |= x.end_known && y.end_known && Apart(x.end, y.end) <= kTogether;
      const Day lo = std::max(x.begin.lo, y.begin.lo),
                hi = std::min(x.end.hi, y.end.hi);
      const auto length = [](const PersonTenure& t) {
        return std::max(1, t.end.hi - t.begin.lo);
      };
      covers |= hi > lo && (hi - lo) >= std::min(length(x), length(y)) / 2;
      touches |=
          Apart({x.begin.lo, x.end.hi}, {y.begin.lo, y.end.hi}) <= kTogether;
      follows |= x.source == y.source && (Apart(x.end, y.begin) <= kFollows ||
                                          Apart(y.end, x.begin) <= kFollows);
    }
  }
  if (begins) score.Add("tenures begin together", 3);
  if (ends) score.Add("tenures end together", 3);
  if (covers) score.Add("tenures run together", 2);
  if (follows && !covers)
    score.Add("one tenure follows the other in one source", 4);
  const bool any = begins || ends || covers || follows;
  if (touches && !any) score.Add("tenures touch", 2);
  if (met && !touches && !any) score.Add("tenures apart", -4);
  score.out().tenure = begins || ends;
}

void AddLives(const std::vector<DayInterval>& a,
              const std::vector<DayInterval>& b, std::string_view what,
              Score& score) {
  if (a.empty() || b.empty()) return;
  Day apart = kPlusInfinity;
  for (const DayInterval x : a) {
    for (const DayInterval y : b) apart = std::min(apart, Apart(x, y));
  }
  if (apart == 0) score.Add("same " + std::string(what), 2);
  if (apart > 0 && apart <= kYear)
    score.Add("nearly the same " + std::string(what), 1);
  if (apart > kYear) score.Add("other " + std::string(what), -1);
}

}  // namespace

bool OtherIds(const PersonNode& a, const PersonNode& b) {
  return std::ranges::any_of(a.ids, [&](const auto& id) {
    const auto it = b.ids.find(id.first);
    return it != b.ids.end() && it->second != id.second;
  });
}

PersonScore ScorePersons(const PersonNode& a, const PersonNode& b) {
  Score score;
  AddNames(a, b, score);
  AddTenures(a, b, score);
  AddLives(a.born, b.born, "birth", score);
  AddLives(a.died, b.died, "death", score);
  return std::move(score.out());
}

}  // namespace gainsay::internal

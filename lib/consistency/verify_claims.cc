#include "consistency/verify_claims.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <limits>
#include <set>
#include <string>
#include <utility>

#include "calendar/clock.h"
#include "calendar/cuts.h"
#include "consistency/share_check.h"
#include "graph/parts.h"

namespace gainsay::internal {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kRounding = 1e-9;  // of sums, relative

struct Window {
  double lo = -kInfinity, hi = kInfinity;
};

Window Of(DayInterval days) {
  return {days.lo <= kMinusInfinity ? -kInfinity : days.lo,
          days.hi >= kPlusInfinity ? kInfinity : days.hi};
}

// Of a time of day told in a text also half a day and a day earlier and later:
// a dial comes round.
std::vector<Window> TimeWindows(const ValueRow& value) {
  std::vector<Window> out = {{value.qhull.lo, value.qhull.hi},
                             {value.qcore.lo, value.qcore.hi}};
  if (!value.qualifier.valid()) return out;
  for (int turns = -4; turns <= 4; ++turns) {
    const double moved = turns * kMinutesOfHalf;
    out.push_back({value.qhull.lo + moved, value.qhull.hi + moved});
    out.push_back({value.qcore.lo + moved, value.qcore.hi + moved});
  }
  return out;
}

// All that the value of a claim allows, in the widest and in the plain reading.
std::vector<Window> ValueWindows(const ValueRow& value) {
  switch (value.kind) {
    case ValueKind::kDate:
      return {Of(value.hull), Of(value.core)};
    case ValueKind::kDuration:
      return {Of(CountDays(value.count, Cut::kHull)),
              Of(CountDays(value.count, Cut::kCore))};
    case ValueKind::kBool:
      return {{value.number, value.number}};
    case ValueKind::kDateTime: {
      // Also as a time of day, beside one.
      constexpr double kDay = 24 * 60;
      const double day = std::floor(value.number / kDay) * kDay;
      return {{value.qhull.lo, value.qhull.hi},
              {value.qhull.lo - day, value.qhull.hi - day}};
    }
    case ValueKind::kTime:
      return TimeWindows(value);
    default:
      return {{value.qhull.lo, value.qhull.hi},
              {value.qcore.lo, value.qcore.hi}};
  }
}

bool IsSaid(const Statement& s) {
  return !s.negated && (s.modality == Modality::kAsserted || s.presupposed);
}

bool SameWords(const ValueRow& a, const ValueRow& b) {
  return a.kind == b.kind && a.text == b.text && a.qualifier == b.qualifier &&
         a.number == b.number && a.number_max == b.number_max &&
         a.hull == b.hull;
}

bool OpenEnded(const ValueRow& value) {
  return value.qhull.lo_open || value.qhull.hi_open || value.qcore.lo_open ||
         value.qcore.hi_open;
}

}  // namespace

bool ClaimOracle::Contradicts(const Conflict& conflict) const {
  if (conflict.statements.empty()) return false;
  for (const Walk& walk : conflict.walks)
    if (!WalkHolds(walk)) return false;
  switch (conflict.kind) {
    case FindingKind::kValue:
      return Values(conflict);
    case FindingKind::kTenure:
      return Tenures(conflict);
    case FindingKind::kPolarity:
      return Polarity(conflict);
    case FindingKind::kSchema:
      return Rule(conflict);
    default:
      return true;  // temporal: TemporalOracle
  }
}

// Closes below zero, by bounds that its claims make. Zero will do where an end
// is left open ("more than 5" against "5").
bool ClaimOracle::WalkHolds(const Walk& walk) const {
  double sum = 0, size = 1;
  bool open = false;
  for (const WalkStep& step : walk.steps) {
    const double bound = step.forward ? step.hi : -step.lo;
    if (!std::isfinite(bound)) return false;
    sum += bound;
    size += std::abs(bound);
    if (!step.statement.valid()) continue;
    if (!StepHolds(step)) return false;
    open |= OpenEnded(context_.value(at(step.statement)));
  }
  if (std::abs(sum - walk.sum) > kRounding * size) return false;
  return sum < 0 || (sum == 0 && open);
}

// A bound may not say more than a window of its claim: of its value where the
// axis is the value's, else of its days.
bool ClaimOracle::StepHolds(const WalkStep& step) const {
  const Statement& s = at(step.statement);
  const ValueRow& value = context_.value(s);
  std::vector<Window> windows;
  if (step.to == "truth") {
    windows = {IsSaid(s) ? Window{1, 1} : Window{0, 0}};
  } else if (step.to == "value") {
    windows = ValueWindows(value);
    windows.front().hi += context_.predicate(s).day_slack;
  } else {
    if (value.kind == ValueKind::kDate) windows.push_back(Of(value.hull));
    if (value.kind == ValueKind::kDuration && s.as_of.lo > kMinusInfinity &&
        s.as_of.hi < kPlusInfinity)
      windows.push_back(
          Of({ShiftByCount(s.as_of.lo, value.count, Cut::kHull, -1).lo,
              ShiftByCount(s.as_of.hi, value.count, Cut::kHull, -1).hi}));
    if (s.valid.begin_known) windows.push_back(Of(s.valid.begin));
    if (s.valid.end_known) windows.push_back(Of(s.valid.end));
    windows.push_back(Of(s.as_of));
  }
  return std::ranges::any_of(windows, [&](const Window& w) {
    return step.forward ? w.hi <= step.hi : w.lo >= step.lo;
  });
}

bool ClaimOracle::Values(const Conflict& conflict) const {
  if (IsSum(conflict)) return Sums(conflict);
  if (conflict.statements.size() != 2) return false;
  const Statement &a = at(conflict.statements[0]),
                  &b = at(conflict.statements[1]);
  const Predicate& predicate = context_.predicate(a);
  if (a.subject != b.subject || a.predicate != b.predicate ||
      a.scope != b.scope || !IsSaid(a) || !IsSaid(b) || !predicate.single ||
      !predicate.compared)
    return false;
  const ValueRow &x = context_.value(a), &y = context_.value(b);
  if (conflict.walks.empty())
    return !SameWords(x, y) && !context_.relations.Holds(x, y) &&
           !context_.relations.Holds(y, x) &&
           !(predicate.parts_agree && (HasWordsOf(x, y) || HasWordsOf(y, x)));
  // Apart by more than the tolerance, whichever walk was shown.
  const Walk& walk = conflict.walks.front();
  double lower = 0, upper = 0, slack = 0;
  for (const WalkStep& step : walk.steps) {
    if (!step.statement.valid()) {
      slack += step.hi;
    } else if (step.forward) {
      lower = step.hi;
    } else {
      upper = step.lo;
    }
  }
  if (x.kind != ValueKind::kQuantity && x.kind != ValueKind::kBool)
    return upper > lower;
  const double allowed =
      std::max(predicate.absolute_tolerance,
               predicate.relative_tolerance *
                   std::max(std::abs(lower), std::abs(upper)));
  return upper - lower > allowed * (1 - kRounding) - kRounding * slack ||
         OpenEnded(x) || OpenEnded(y);
}

// Begins with a part; the total is last and has no scope.
bool ClaimOracle::IsSum(const Conflict& conflict) const {
  return conflict.statements.size() > 1 &&
         IsPart(at(conflict.statements.front()), context_.graph.strings) &&
         !IsPart(at(conflict.statements.back()), context_.graph.strings);
}

// Parts of one list and the total, all of one thing, with nothing told twice;
// that they do not add up is what the walk shows.
bool ClaimOracle::Sums(const Conflict& conflict) const {
  const Statement& total = at(conflict.statements.back());
  if (!IsOfAll(total, context_.graph.strings)) return false;
  std::set<StringId> scopes;
  for (const StatementIndex i : conflict.statements) {
    const Statement& s = at(i);
    if (s.subject != total.subject || s.predicate != total.predicate ||
        !IsSaid(s) || !scopes.insert(s.scope).second)
      return false;
    if (i != conflict.statements.back() && !IsPart(s, context_.graph.strings))
      return false;
  }
  return !conflict.walks.empty();
}

// Each word of `part` stands in `whole`: a run of letters, or one of digits.
bool ClaimOracle::HasWordsOf(const ValueRow& part,
                             const ValueRow& whole) const {
  const auto words = [this](const ValueRow& value) {
    std::multiset<std::string> out;
    std::string word;
    const auto end = [&] {
      while (word.size() > 1 && word[0] == '0') word.erase(0, 1);
      if (!word.empty()) out.insert(std::exchange(word, {}));
    };
    for (const char c : context_.graph.strings.View(value.text)) {
      const bool digit = std::isdigit(static_cast<unsigned char>(c)) != 0;
      const bool letter = static_cast<unsigned char>(c) >= 0x80 ||
                          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      const bool digits = !word.empty() && word[0] >= '0' && word[0] <= '9';
      if ((!digit && !letter) || digit != digits) end();
      if (digit || letter) word += c;
    }
    end();
    return out;
  };
  const auto a = words(part), b = words(whole);
  return !a.empty() && std::includes(b.begin(), b.end(), a.begin(), a.end());
}

// Two holdings of one office, with what else bounds them: neither followed the
// other, by a walk each.
bool ClaimOracle::TextTenures(const Conflict& conflict) const {
  std::vector<const Statement*> holdings;
  for (const StatementIndex i : conflict.statements) {
    if (!IsSaid(at(i))) return false;
    if (context_.value(at(i)).kind == ValueKind::kEntity)
      holdings.push_back(&at(i));
  }
  return holdings.size() == 2 && conflict.statements.size() > 2 &&
         conflict.walks.size() == 2 &&
         holdings[0]->subject == holdings[1]->subject &&
         holdings[0]->predicate == holdings[1]->predicate &&
         !SameWords(context_.value(*holdings[0]), context_.value(*holdings[1]));
}

bool ClaimOracle::Tenures(const Conflict& conflict) const {
  if (conflict.statements.size() > 2) return TextTenures(conflict);
  if (conflict.statements.size() != 2 || conflict.walks.empty()) return false;
  const Statement &a = at(conflict.statements[0]),
                  &b = at(conflict.statements[1]);
  const bool offices = context_.value(a).kind == ValueKind::kOffice ||
                       context_.value(b).kind == ValueKind::kOffice;
  return conflict.statements[0] != conflict.statements[1] && offices &&
         IsSaid(a) && IsSaid(b);
}

bool ClaimOracle::Polarity(const Conflict& conflict) const {
  if (conflict.statements.size() != 2) return false;
  const Statement &a = at(conflict.statements[0]),
                  &b = at(conflict.statements[1]);
  return a.subject == b.subject && a.predicate == b.predicate &&
         a.scope == b.scope && IsSaid(a) != IsSaid(b) &&
         (a.negated || b.negated || a.modality == Modality::kDenied ||
          b.modality == Modality::kDenied);
}

// A share, its whole and an amount, by a ShareRule.
bool ClaimOracle::IsShare(const Conflict& conflict) const {
  if (conflict.statements.size() != 3) return false;
  const PredicateIndex part = at(conflict.statements[0]).predicate,
                       whole = at(conflict.statements[1]).predicate;
  return part == at(conflict.statements[2]).predicate &&
         std::ranges::any_of(context_.graph.schema.shares(),
                             [&](const ShareRule& rule) {
                               return rule.part == part && rule.whole == whole;
                             });
}

// The product of the first two lies apart from the third; all are facts, or the
// share and the amount one plan.
bool ClaimOracle::Shares(const Conflict& conflict) const {
  const Statement &share = at(conflict.statements[0]),
                  &whole = at(conflict.statements[1]),
                  &amount = at(conflict.statements[2]);
  if (share.subject != whole.subject || share.subject != amount.subject ||
      share.negated || amount.negated || !IsSaid(whole) ||
      share.modality != amount.modality ||
      !(IsSaid(share) || SamePlan(share, amount)))
    return false;
  constexpr double kPercent = 100;
  const QuantityInterval &p = context_.value(share).qhull,
                         &n = context_.value(whole).qhull,
                         &told = context_.value(amount).qhull;
  return told.lo > p.hi * n.hi / kPercent || told.hi < p.lo * n.lo / kPercent;
}

bool ClaimOracle::Rule(const Conflict& conflict) const {
  if (IsShare(conflict)) return Shares(conflict);
  for (const StatementIndex s : conflict.statements)
    if (!IsSaid(at(s))) return false;
  if (!conflict.walks.empty()) return true;  // the walk holds
  if (conflict.statements.size() == 1)
    return Alone(at(conflict.statements.front()));
  return Excluded(conflict) || Depends(conflict) || Inverse(conflict);
}

// A value that the predicate's lists do not allow.
bool ClaimOracle::Alone(const Statement& s) const {
  const Predicate& p = context_.predicate(s);
  const std::string_view text =
      context_.graph.strings.View(context_.value(s).text);
  const auto lists = [&](const auto& list) {
    return std::ranges::any_of(list, [&](const auto& v) { return v == text; });
  };
  return (!p.one_of.empty() && !lists(p.one_of)) || lists(p.none_of);
}

bool ClaimOracle::Excluded(const Conflict& conflict) const {
  if (conflict.statements.size() != 2) return false;
  const Statement &a = at(conflict.statements[0]),
                  &b = at(conflict.statements[1]);
  const auto says = [&](const Statement& s, PredicateIndex predicate,
                        std::string_view value) {
    return s.predicate == predicate &&
           (value.empty() ||
            context_.graph.strings.View(context_.value(s).text) == value);
  };
  return a.subject == b.subject &&
         std::ranges::any_of(
             context_.graph.schema.exclusions(), [&](const ExclusionRule& r) {
               return says(a, r.a, r.a_value) && says(b, r.b, r.b_value);
             });
}

// Two subjects (or one) whose values of `same` agree and of `then` differ.
bool ClaimOracle::Depends(const Conflict& conflict) const {
  if (conflict.statements.size() < 3) return false;
  const Statement &a = at(conflict.statements[0]),
                  &b = at(conflict.statements[1]);
  if (a.predicate != b.predicate ||
      SameWords(context_.value(a), context_.value(b)))
    return false;
  const auto of = [&](PredicateIndex predicate, SubjectIndex subject) {
    const auto it = std::find_if(
        conflict.statements.begin() + 2, conflict.statements.end(),
        [&](StatementIndex s) {
          return at(s).predicate == predicate && at(s).subject == subject;
        });
    return it == conflict.statements.end() ? nullptr : &context_.value(at(*it));
  };
  return std::ranges::any_of(
      context_.graph.schema.dependencies(), [&](const DependencyRule& rule) {
        return rule.then == a.predicate &&
               std::ranges::all_of(rule.same, [&](PredicateIndex p) {
                 const ValueRow *x = of(p, a.subject), *y = of(p, b.subject);
                 return x != nullptr && y != nullptr && SameWords(*x, *y);
               });
      });
}

bool ClaimOracle::Inverse(const Conflict& conflict) const {
  if (conflict.statements.size() != 2) return false;
  const Statement &a = at(conflict.statements[0]),
                  &b = at(conflict.statements[1]);
  return a.subject != b.subject &&
         std::ranges::any_of(
             context_.graph.schema.inverses(), [&](const InverseRule& r) {
               return (a.predicate == r.a && b.predicate == r.b) ||
                      (a.predicate == r.b && b.predicate == r.a);
             });
}

std::uint64_t Withhold(const CheckContext& context,
                       std::vector<Conflict>& conflicts) {
  const ClaimOracle oracle(context);
  return std::erase_if(conflicts, [&](const Conflict& conflict) {
    return !oracle.Contradicts(conflict);
  });
}

}  // namespace gainsay::internal

// A slow, plain second opinion on Network: every subset of statements, Floyd
// and Warshall over days and calendar nodes. Shares no code with the engine but
// the days that a count denotes.
#ifndef GAINSAY_TESTS_CONSISTENCY_NETWORK_ORACLE_H_
#define GAINSAY_TESTS_CONSISTENCY_NETWORK_ORACLE_H_

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <random>
#include <set>
#include <vector>

#include "calendar/cuts.h"
#include "gainsay/network.h"

namespace gainsay::oracle {

struct Case {
  std::vector<BoundForm> forms = std::vector<BoundForm>(1);
  std::vector<Bound> bounds;
  std::uint32_t points = 1, statements = 0;
};

using Set = std::vector<std::uint32_t>;

class Oracle {
 public:
  explicit Oracle(const Case& c) : case_(c) {}

  // Is the set, with all givens, inconsistent under a cut?
  bool Inconsistent(const Set& set, Cut cut) {
    const auto [it, fresh] =
        memo_[static_cast<std::size_t>(cut)].try_emplace(set);
    if (fresh) it->second = Compute(set, cut);
    return it->second;
  }
  bool Minimal(const Set& set, Cut cut) {
    if (!Inconsistent(set, cut)) return false;
    for (std::size_t k = 0; k < set.size(); ++k) {
      Set rest = set;
      rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(k));
      if (Inconsistent(rest, cut)) return false;
    }
    return true;
  }

  // All graded conflicts of at most `most` statements.
  std::set<std::pair<Severity, Set>> Conflicts(std::size_t most) {
    std::set<std::pair<Severity, Set>> result;
    Set set;
    Visit(0, most, set, result);
    return result;
  }

 private:
  static constexpr std::int64_t kFar = std::int64_t{1} << 50;

  void Visit(std::uint32_t next, std::size_t most, Set& set,
             std::set<std::pair<Severity, Set>>& out) {
    if (!set.empty()) Grade(set, out);
    if (set.size() == most) return;
    for (std::uint32_t s = next; s < case_.statements; ++s) {
      set.push_back(s);
      Visit(s + 1, most, set, out);
      set.pop_back();
    }
  }

  void Grade(const Set& set, std::set<std::pair<Severity, Set>>& out) {
    if (Minimal(set, Cut::kHull)) {
      out.emplace(Severity::kDefinite, set);
    } else if (Inconsistent(set, Cut::kHull)) {
      return;
    } else if ((Minimal(set, Cut::kCompleted) || Minimal(set, Cut::kRounded)) &&
               Inconsistent(set, Cut::kCompleted) &&
               Inconsistent(set, Cut::kRounded) &&
               (!Calendar(set) || Inconsistent(set, Cut::kCalendar))) {
      out.emplace(Severity::kProbable, set);
    } else if (Minimal(set, Cut::kCore)) {
      out.emplace(Severity::kTension, set);
    }
  }

  bool Calendar(const Set& set) const {
    return std::any_of(
        case_.bounds.begin(), case_.bounds.end(), [&](const Bound& b) {
          const auto& count = case_.forms[b.form].count;
          return In(b, set) && b.statement != kGiven && count &&
                 !case_.forms[b.form].vague && internal::IsBareCount(*count) &&
                 count->unit != TimeUnit::kWeek;
        });
  }
  static bool In(const Bound& b, const Set& set) {
    return b.statement == kGiven ||
           std::binary_search(set.begin(), set.end(), b.statement);
  }
  DayInterval Days(const Bound& b, Cut cut) const {
    const BoundForm& form = case_.forms[b.form];
    if (b.form == 0) return b.days;
    if (form.vague && cut != Cut::kCore) return {};
    return form.days[static_cast<std::size_t>(cut)];
  }

  bool UnitClash(const Set& set, Cut cut) const {
    for (const Bound& a : case_.bounds) {
      for (const Bound& b : case_.bounds) {
        const BoundForm &f = case_.forms[a.form], &g = case_.forms[b.form];
        if (a.from != b.from || a.to != b.to || a.from == 0 || a.to == 0)
          continue;
        if (a.statement == b.statement || a.statement == kGiven ||
            b.statement == kGiven)
          continue;
        if (!In(a, set) || !In(b, set) || !f.count || !g.count ||
            f.count->unit != g.count->unit)
          continue;
        if (f.count->unit != TimeUnit::kYear &&
            f.count->unit != TimeUnit::kMonth)
          continue;
        if ((f.vague || g.vague) && cut != Cut::kCore) continue;
        const bool bare =
            internal::IsBareCount(*f.count) && internal::IsBareCount(*g.count);
        const Cut use = cut == Cut::kCalendar && !bare ? Cut::kHull : cut;
        if (internal::UnitDays(*f.count, use).hi <
            internal::UnitDays(*g.count, use).lo)
          return true;
      }
    }
    return false;
  }

  bool Compute(const Set& set, Cut cut) const {
    if (UnitClash(set, cut)) return true;
    // Nodes: days, then years, then months; the origin is its own year and
    // month.
    const std::size_t n = case_.points, all = cut == Cut::kCalendar ? 3 * n : n;
    std::vector<std::vector<std::int64_t>> d(
        all, std::vector<std::int64_t>(all, kFar));
    const auto bind = [&](std::size_t from, std::size_t to, std::int64_t lo,
                          std::int64_t hi) {
      if (hi < kPlusInfinity) d[from][to] = std::min(d[from][to], hi);
      if (lo > kMinusInfinity) d[to][from] = std::min(d[to][from], -lo);
    };
    for (std::size_t p = 0; p < all; ++p) d[p][p] = 0;
    if (cut == Cut::kCalendar) {
      for (std::size_t p = 0; p < n; ++p) {
        bind(n + p, p, 0, p == 0 ? 0 : 365);
        bind(2 * n + p, p, 0, p == 0 ? 0 : 30);
      }
    }
    for (const Bound& b : case_.bounds) {
      if (!In(b, set)) continue;
      const DayInterval days = Days(b, cut);
      bind(b.from, b.to, days.lo, days.hi);
      if (cut == Cut::kCalendar) BindCalendar(b, days, bind);
    }
    for (std::size_t k = 0; k < all; ++k) {
      for (std::size_t i = 0; i < all; ++i) {
        for (std::size_t j = 0; j < all; ++j)
          d[i][j] = std::min(d[i][j], d[i][k] + d[k][j]);
      }
    }
    for (std::size_t p = 0; p < all; ++p) {
      if (d[p][p] < 0) return true;
    }
    return false;
  }

  template <typename Bind>
  void BindCalendar(const Bound& b, DayInterval days, Bind bind) const {
    const std::size_t n = case_.points;
    const auto& count = case_.forms[b.form].count;
    for (const bool years : {true, false}) {
      const std::size_t base = years ? n : 2 * n;
      const auto start = [&](Day day) {
        return years ? internal::YearOf(day).lo : internal::MonthOf(day).lo;
      };
      std::int64_t lo = kMinusInfinity, hi = kPlusInfinity;
      if (b.from == 0) {
        if (days.lo != kMinusInfinity) lo = start(days.lo);
        if (days.hi != kPlusInfinity) hi = start(days.hi);
      } else if (b.to == 0) {
        if (days.hi != kPlusInfinity) hi = -start(-days.hi);
        if (days.lo != kMinusInfinity) lo = -start(-days.lo);
      } else if (count && internal::IsBareCount(*count) &&
                 count->unit == (years ? TimeUnit::kYear : TimeUnit::kMonth)) {
        Count exact = *count;
        exact.modifier = Modifier::kAtLeast;
        lo = internal::CountDays(exact, Cut::kHull).lo;
        exact.modifier = Modifier::kAtMost;
        hi = internal::CountDays(exact, Cut::kHull).hi;
      } else {
        if (days.lo != kMinusInfinity && days.lo >= 0) lo = 0;
        if (days.hi != kPlusInfinity && days.hi <= 0) hi = 0;
      }
      bind(base + b.from, base + b.to, lo, hi);
    }
  }

  const Case& case_;
  std::array<std::map<Set, bool>, kCutCount> memo_;
};

// A small network: dates, counts with and without hedges, orders, a few givens.
inline Case RandomCase(std::uint64_t seed, bool plain) {
  std::mt19937_64 random(seed);
  const auto pick = [&](int lo, int hi) {
    return lo +
           static_cast<int>(random() % static_cast<std::uint64_t>(hi - lo + 1));
  };
  Case c;
  c.points = static_cast<std::uint32_t>(pick(2, 5));
  c.statements = static_cast<std::uint32_t>(pick(2, 8));
  const auto count = [&] {
    constexpr TimeUnit kUnits[] = {TimeUnit::kWeek, TimeUnit::kMonth,
                                   TimeUnit::kYear, TimeUnit::kYear};
    constexpr Modifier kHedges[] = {Modifier::kAbout, Modifier::kMoreThan,
                                    Modifier::kNearly, Modifier::kAtLeast,
                                    Modifier::kVague};
    Count result;
    result.unit = kUnits[pick(0, 3)];
    result.n = result.n_max =
        result.unit == TimeUnit::kYear ? pick(1, 4) : pick(1, 30);
    if (pick(0, 3) == 0) result.modifier = kHedges[pick(0, 4)];
    return result;
  };
  const auto add = [&](std::uint32_t statement) {
    Bound b;
    b.statement = statement;
    b.from =
        static_cast<std::uint32_t>(pick(0, static_cast<int>(c.points) - 1));
    do
      b.to =
          static_cast<std::uint32_t>(pick(0, static_cast<int>(c.points) - 1));
    while (b.to == b.from);
    const int kind = pick(0, 9);
    if (b.from == 0 || b.to == 0) {
      const Day lo = 18000 + pick(0, 1500), width = kind < 4   ? 0
                                                    : kind < 7 ? 30
                                                               : 365;
      b.days = {lo, lo + width};
      if (kind == 9) b.days.hi = kPlusInfinity;
      if (!plain && kind == 8) {
        BoundForm form;
        form.days.fill(b.days);
        form.days[static_cast<std::size_t>(Cut::kCore)] = {lo + width / 4,
                                                           lo + width / 2};
        b.form = static_cast<std::uint32_t>(c.forms.size());
        c.forms.push_back(form);
      }
      if (b.to == 0) {
        const auto mirror = [](DayInterval d) {
          return DayInterval{d.hi == kPlusInfinity ? kMinusInfinity : -d.hi,
                             -d.lo};
        };
        b.days = mirror(b.days);
        if (b.form != 0)
          for (DayInterval& d : c.forms[b.form].days) d = mirror(d);
      }
    } else if (!plain && kind < 6) {
      b.form = static_cast<std::uint32_t>(c.forms.size());
      c.forms.push_back(BoundForm::Of(count()));
      b.days = c.forms.back().days[0];
    } else if (kind < 8) {
      const Day lo = pick(-100, 900);
      b.days = {lo, lo + pick(0, 200)};
    } else {
      b.days = {pick(0, 1), kPlusInfinity};
    }
    c.bounds.push_back(b);
  };
  for (std::uint32_t s = 0; s < c.statements; ++s) add(s);
  if (!plain && pick(0, 3) == 0) add(kGiven);
  if (!plain && pick(0, 3) == 0) add(kGiven);
  for (int k = plain ? 0 : pick(-2, 2); k > 0; --k)
    add(static_cast<std::uint32_t>(
        pick(0, static_cast<int>(c.statements) - 1)));
  return c;
}

inline Network NetworkOf(const Case& c) {
  Network network;
  for (std::size_t f = 1; f < c.forms.size(); ++f) network.AddForm(c.forms[f]);
  network.Add(c.bounds).value();
  return network;
}

}  // namespace gainsay::oracle

#endif  // GAINSAY_TESTS_CONSISTENCY_NETWORK_ORACLE_H_

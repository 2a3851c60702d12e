#include "consistency/network/walker.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <numeric>

namespace gainsay::internal::stp {
namespace {

constexpr Distance kFar = std::numeric_limits<Distance>::max() / 4;
constexpr std::uint32_t kGivensInARow =
    4;  // of a path: longer chains of givens are not walked
constexpr std::uint32_t kMostHops = 16;

}  // namespace

Walker::Walker(const Problem& problem, const SearchLimits& limits,
               const std::vector<bool>& allowed, std::vector<Distance> latest,
               Judge* judge)
    : problem_(problem),
      limits_(limits),
      latest_(std::move(latest)),
      judge_(judge) {
  limit_ = 64 * std::size_t{limits.per_statement} + 1024;
  debt_.resize(problem.points);
  for (std::uint32_t s = 0; s < problem.statements; ++s)
    by_hops_ |= problem.first[s + 1] - problem.first[s] > 1;
  const std::uint32_t most =
      by_hops_ ? 2 * limits.max_statements : limits.max_statements;
  hops_ = std::min(most, kMostHops) - 1;
  free_ = by_hops_ ? 0 : problem.givens;
  const std::uint32_t points = problem.points;
  first_.assign(points + 1, 0);
  for (const LocalBound& bound : problem.bounds) {
    if (bound.from != 0) ++first_[bound.from];
    if (bound.to != 0) ++first_[bound.to];
  }
  std::uint32_t sum = 0;
  for (std::uint32_t& f : first_) sum += f, f = sum - f;
  incident_.resize(sum);
  std::vector<std::uint32_t> at(first_.begin(), first_.end() - 1);
  for (std::uint32_t i = 0; i < problem.bounds.size(); ++i) {
    const LocalBound& b = problem.bounds[i];
    const Day forth = allowed[i] && b.has_hi() ? b.hi : kNoEnd,
              back = allowed[i] && b.has_lo() ? -b.lo : kNoEnd;
    if (b.from != 0) incident_[at[b.from]++] = {b.to, forth, back, i, true};
    if (b.to != 0) incident_[at[b.to]++] = {b.from, back, forth, i, false};
  }
  in_ball_.resize(points);
  is_reached_.resize(points);
  is_next_.resize(points);
  on_path_.resize(points);
  back_.assign(std::size_t{hops_ + 1} * points, kFar);
}

// Lets a bound take part. The edges of a point are in order of bounds.
void Walker::Open(std::uint32_t bound) {
  const LocalBound& b = problem_.bounds[bound];
  const Day forth = b.has_hi() ? b.hi : kNoEnd,
            back = b.has_lo() ? -b.lo : kNoEnd;
  const auto open = [&](std::uint32_t point, Day out, Day in) {
    if (point == 0) return;
    const auto edge = std::lower_bound(
        incident_.begin() + first_[point],
        incident_.begin() + first_[point + 1], bound,
        [](const Incident& e, std::uint32_t i) { return e.bound < i; });
    edge->out = out, edge->in = in;
  };
  open(b.from, forth, back);
  open(b.to, back, forth);
}

void Walker::Allow(std::uint32_t statement) {
  const auto note = [this](std::uint32_t from, std::uint32_t to, Day weight) {
    const Distance debt = latest_[from] + weight - latest_[to];
    if (debt >= debt_[from]) return;
    if (debt_[from] == 0) debtors_.push_back(from);
    debt_[from] = debt;
  };
  for (std::uint32_t i = problem_.first[statement];
       i < problem_.first[statement + 1]; ++i) {
    const LocalBound& b = problem_.bounds[i];
    Open(i);
    if (b.has_hi()) note(b.from, b.to, b.hi);
    if (b.has_lo()) note(b.to, b.from, -b.lo);
  }
}

// The worst that a path can owe to the potential; `in_ball`: one within the
// forward ball.
Distance Walker::Debts(bool in_ball) {
  worst_.clear();
  for (const std::uint32_t p : debtors_) {
    if (!in_ball || in_ball_[p]) worst_.push_back(debt_[p]);
  }
  if (worst_.size() > hops_) {
    std::nth_element(worst_.begin(), worst_.begin() + hops_, worst_.end());
    worst_.resize(hops_);
  }
  return std::accumulate(worst_.begin(), worst_.end(), Distance{0});
}

void Walker::Find(std::uint32_t statement, std::vector<LocalConflict>& found) {
  was_full_ = false;
  if (by_hops_) Allow(statement);  // its other bounds may be on the path
  for (std::uint32_t i = problem_.first[statement];
       i < problem_.first[statement + 1]; ++i) {
    const LocalBound& b = problem_.bounds[i];
    if (b.has_hi())
      FindThrough({b.from, b.to, b.hi, statement, {i, true}}, found);
    if (b.has_lo())
      FindThrough({b.to, b.from, -b.lo, statement, {i, false}}, found);
  }
  if (!by_hops_) Allow(statement);
}

// A path x ~> u of some weight is that much plus latest(x) - latest(u) above
// the potential, and v ~> x at least nothing, but for what was allowed later.
void Walker::FindThrough(const Root& root, std::vector<LocalConflict>& found) {
  root_ = &root;
  found_ = &found;
  count_ = {};
  full_ = {};
  const Distance free = latest_[root.to] - root.weight;
  if (latest_[root.from] >= free - Debts(/*in_ball=*/false)) return;
  ReachForward(root.to);
  ceiling_ = free - Debts(/*in_ball=*/!in_ball_[0]);
  ReachBack(root.from);
  on_path_[root.to] = true;
  for (std::uint32_t hops = 0; hops <= hops_; ++hops) {
    if (back(hops, root.to) + root.weight >= 0) continue;
    path_.assign(1, root.hop);
    Descend(root.to, 0, hops);
    if (limits_.stop.stop_requested()) stopped_ = true;
    if (NoteFull() || over_budget() || stopped_) break;
  }
  on_path_[root.to] = false;
  for (std::vector<LocalConflict>& best : best_) {
    std::move(best.begin(), best.end(), std::back_inserter(found));
    best.clear();
  }
  Clear();
}

// What is definite counts first: when there is enough of it the search ends.
bool Walker::NoteFull() {
  for (std::size_t grade = 0; grade < kGrades; ++grade) {
    full_[grade] = full_[grade] || count_[grade] > limits_.per_statement;
    was_full_ = was_full_ || full_[grade];
  }
  return full_[0] ||
         (judge_ != nullptr && !judge_->definite() && full_[1] && full_[2]);
}

// Points within reach of v, the origin not expanded.
void Walker::ReachForward(std::uint32_t from) {
  ball_.assign(1, from);
  in_ball_[from] = true;
  const std::uint32_t chain =
      problem_.givens == 0 || by_hops_ ? 0 : kGivensInARow;
  const std::uint32_t most = hops_ + chain * (hops_ + 1);
  std::size_t begin = 0;
  for (std::uint32_t hop = 0; hop < most && begin < ball_.size(); ++hop) {
    const std::size_t end = ball_.size();
    for (; begin < end; ++begin) {
      const std::uint32_t p = ball_[begin];
      if (p == 0) continue;
      for (std::uint32_t i = first_[p]; i < first_[p + 1]; ++i) {
        const Incident& edge = incident_[i];
        if (edge.out == kNoEnd || in_ball_[edge.to]) continue;
        in_ball_[edge.to] = true;
        ball_.push_back(edge.to);
      }
    }
  }
}

void Walker::Relax(std::uint32_t point, std::uint32_t hops, Distance value) {
  if (value >= back(hops, point) || value + latest_[point] >= ceiling_) return;
  back(hops, point) = value;
  if (!is_reached_[point]) {
    is_reached_[point] = true;
    reached_.push_back(point);
  }
  if (!is_next_[point]) {
    is_next_[point] = true;
    next_.push_back(point);
  }
}

// Relaxes the edges into a point; from the origin only those of the forward
// ball.
void Walker::ExpandBack(std::uint32_t point, std::uint32_t hops, bool free) {
  const Distance value = back(free ? hops : hops - 1, point);
  if (point != 0) {
    for (std::uint32_t i = first_[point]; i < first_[point + 1]; ++i) {
      const Incident& edge = incident_[i];
      if (edge.in == kNoEnd || Free(edge) != free) continue;
      Relax(edge.to, hops, value + edge.in);
    }
    return;
  }
  for (const std::uint32_t p : ball_) {
    if (p == 0) continue;
    for (std::uint32_t i = first_[p]; i < first_[p + 1]; ++i) {
      const Incident& edge = incident_[i];
      if (edge.to != 0 || edge.out == kNoEnd || Free(edge) != free) continue;
      Relax(p, hops, value + edge.out);
    }
  }
}

void Walker::ReachBack(std::uint32_t to) {
  Relax(to, 0, 0);
  for (std::uint32_t hops = 0; hops <= hops_; ++hops) {
    if (hops > 0) {
      for (const std::uint32_t p : reached_) back(hops, p) = back(hops - 1, p);
      for (const std::uint32_t p : changed_) ExpandBack(p, hops, false);
    }
    changed_.clear();
    for (std::uint32_t round = 0; !next_.empty(); ++round) {
      const std::vector<std::uint32_t> points = std::move(next_);
      next_.clear();
      for (const std::uint32_t p : points) is_next_[p] = false;
      changed_.insert(changed_.end(), points.begin(), points.end());
      if (problem_.givens == 0 || by_hops_ || round >= kGivensInARow) break;
      for (const std::uint32_t p : points) ExpandBack(p, hops, true);
    }
    for (const std::uint32_t p : next_) is_next_[p] = false;
    next_.clear();
    if (problem_.givens == 0 || by_hops_) continue;  // one round
    std::sort(changed_.begin(), changed_.end());
    changed_.erase(std::unique(changed_.begin(), changed_.end()),
                   changed_.end());
  }
  for (const std::uint32_t p : reached_) {
    if (p == 0) continue;
    for (std::uint32_t i = first_[p]; i < first_[p + 1]; ++i) {
      const Incident& edge = incident_[i];
      if (edge.to != 0 || edge.in == kNoEnd) continue;
      dated_.push_back({p, edge.in, {edge.bound, !edge.forward}, Free(edge)});
    }
  }
}

void Walker::Clear() {
  for (const std::uint32_t p : ball_) in_ball_[p] = false;
  for (const std::uint32_t p : reached_) {
    is_reached_[p] = false;
    for (std::uint32_t h = 0; h <= hops_; ++h) back(h, p) = kFar;
  }
  ball_.clear();
  reached_.clear();
  changed_.clear();
  dated_.clear();
}

// Extends the path at a point by exactly `left` more hops to the root's `from`.
void Walker::Descend(std::uint32_t point, Distance weight, std::uint32_t left) {
  if (point == root_->from) {
    if (left == 0) Emit();
    return;
  }
  if (++steps_ >= limits_.steps || count_[0] >= limit_ || stopped_) return;
  if (steps_ % 4096 == 0 && limits_.stop.stop_requested()) stopped_ = true;
  if (point == 0) {
    for (const Dated& edge : dated_) {
      Step(edge.point, edge.weight, edge.hop, weight, left, edge.free);
      beaten_ = false;  // these are in no order
    }
    return;
  }
  for (std::uint32_t i = first_[point]; i < first_[point + 1]; ++i) {
    const Incident& edge = incident_[i];
    if (edge.out == kNoEnd) continue;
    Step(edge.to, edge.out, {edge.bound, edge.forward}, weight, left,
         Free(edge));
    if (beaten_ && judge_ == nullptr) break;
  }
  beaten_ = false;
}

void Walker::Step(std::uint32_t to, Day weight, LocalHop hop, Distance sum,
                  std::uint32_t left, bool free) {
  if (on_path_[to] || (!free && left == 0) ||
      (free && givens_in_a_row_ >= kGivensInARow))
    return;
  const std::uint32_t rest = free ? left : left - 1;
  const Distance total = sum + weight;
  if (total + back(rest, to) + root_->weight >= 0) return;
  const std::uint32_t row = givens_in_a_row_;
  givens_in_a_row_ = free ? row + 1 : 0;
  on_path_[to] = true;
  path_.push_back(hop);
  Descend(to, total, rest);
  path_.pop_back();
  on_path_[to] = false;
  givens_in_a_row_ = row;
}

void Walker::Emit() {
  std::vector<std::uint32_t>& set = candidate_.statements;
  set.clear();
  for (const LocalHop hop : path_) {
    const std::uint32_t s = problem_.bounds[hop.bound].statement;
    if (s != kNone) set.push_back(s);
  }
  std::sort(set.begin(), set.end());
  set.erase(std::unique(set.begin(), set.end()), set.end());
  if (set.size() > limits_.max_statements) return;
  if (!problem_.plain && !IsMinimal(set)) return;
  candidate_.cycle = path_;
  if (judge_ != nullptr) candidate_.grade = judge_->Grade(candidate_);
  const std::uint8_t grade = candidate_.grade;
  if (grade == kGrades || full_[grade] || count_[grade] >= limit_) return;
  if (grade == 0 && beaten_) return;
  ++count_[grade];
  if (problem_.plain)
    Keep();
  else
    found_->push_back(candidate_);
}

// The deletion filter of Chinneck and Dravnieks (1991), as a test.
bool Walker::IsMinimal(const std::vector<std::uint32_t>& set) {
  std::vector<std::uint32_t> rest;
  for (std::size_t k = 0; k < set.size(); ++k) {
    rest = set;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(k));
    steps_ += problem_.givens + rest.size();
    if (IsInconsistent(problem_, rest)) return false;
  }
  return true;
}

// Of thousands of conflicts through one statement few are kept.
void Walker::Keep() {
  std::vector<LocalConflict>& best = best_[candidate_.grade];
  if (best.size() > limits_.per_statement) {
    if (!BySize(candidate_, best.front())) {
      beaten_ = candidate_.grade == 0;
      return;
    }
    std::pop_heap(best.begin(), best.end(), BySize);
    best.back() = candidate_;  // in the memory of the one that goes
  } else {
    best.push_back(candidate_);
  }
  std::push_heap(best.begin(), best.end(), BySize);
}

}  // namespace gainsay::internal::stp

#include "consistency/network/live.h"

#include <algorithm>

namespace gainsay::internal::stp {

Live::Live(const Store& store) : store_(store) {
  head_.assign(store.points(), kNone);
  graph_.Resize(store.points());
  next_.reserve(2 * store.rows().capacity());
  for (std::uint32_t b = 0; b < store.size(); ++b) {
    Link(b);
    if (!store.dead(b)) Accept(b);
  }
}

void Live::Link(std::uint32_t bound) {
  const Row& row = store_.row(bound);
  head_.resize(store_.points(), kNone);
  next_.resize(2 * std::size_t{bound} + 2, kNone);
  // The origin's list would be all dates; it is never walked.
  if (row.from != 0)
    next_[2 * bound] = std::exchange(head_[row.from], 2 * bound);
  if (row.to != 0)
    next_[2 * bound + 1] = std::exchange(head_[row.to], 2 * bound + 1);
}

bool Live::Accept(std::uint32_t bound) {
  graph_.Resize(store_.points());
  const Row& row = store_.row(bound);
  const DayInterval days = store_.Days(bound, Cut::kHull);
  if (graph_.Insert(row.from, row.to, days.lo, days.hi)) return true;
  refused_.insert(std::upper_bound(refused_.begin(), refused_.end(), bound),
                  bound);
  return false;
}

bool Live::Insert(std::uint32_t bound) {
  const Row& row = store_.row(bound);
  if (row.from < head_.size()) __builtin_prefetch(&head_[row.from]);
  if (row.to < head_.size()) __builtin_prefetch(&head_[row.to]);
  const bool accepted = Accept(bound);
  Link(bound);
  return accepted;
}

bool Live::IsRefused(std::uint32_t bound) const {
  return std::binary_search(refused_.begin(), refused_.end(), bound);
}

template <typename Visit>
void Live::ForBounds(std::uint32_t point, Visit visit) const {
  for (std::uint32_t i = head_[point]; i != kNone; i = next_[i]) {
    if (!store_.dead(i / 2)) visit(i / 2);
  }
}

void Live::Remove(std::uint32_t bound) {
  if (IsRefused(bound)) {
    refused_.erase(std::lower_bound(refused_.begin(), refused_.end(), bound));
    return;
  }
  const Row& row = store_.row(bound);
  DayInterval tightest;
  ForBounds(row.from == 0 ? row.to : row.from, [&](std::uint32_t b) {
    const Row& other = store_.row(b);
    const bool same = other.from == row.from && other.to == row.to;
    if ((!same && (other.from != row.to || other.to != row.from)) ||
        IsRefused(b))
      return;
    const DayInterval days = store_.Days(b, Cut::kHull);
    tightest.lo =
        std::max(tightest.lo, same                       ? days.lo
                              : days.hi == kPlusInfinity ? kMinusInfinity
                                                         : -days.hi);
    tightest.hi =
        std::min(tightest.hi, same                        ? days.hi
                              : days.lo == kMinusInfinity ? kPlusInfinity
                                                          : -days.lo);
  });
  graph_.Reset(row.from, row.to, tightest.lo, tightest.hi);
  // Without the bound its ends may lie in two components.
  const std::vector<std::uint32_t> points = PointsOf({row.from, row.to});
  graph_.Settle(points);
  // What was refused in this component may hold now.
  std::vector<std::uint32_t> again;
  for (const std::uint32_t b : refused_) {
    const Row& other = store_.row(b);
    if (std::binary_search(points.begin(), points.end(),
                           other.from == 0 ? other.to : other.from) ||
        std::binary_search(points.begin(), points.end(),
                           other.to == 0 ? other.from : other.to)) {
      again.push_back(b);
    }
  }
  for (const std::uint32_t b : again) {
    refused_.erase(std::lower_bound(refused_.begin(), refused_.end(), b));
    Accept(b);
  }
}

// Points of the component of a point by its bounds, refused ones included,
// ascending.
std::vector<std::uint32_t> Live::PointsOf(
    std::initializer_list<std::uint32_t> of) const {
  std::vector<std::uint32_t> points;
  std::vector<std::uint32_t> queue;
  std::vector<bool> seen(head_.size());
  for (const std::uint32_t p : of) {
    if (p == 0 || seen[p]) continue;
    seen[p] = true;
    points.push_back(p);
    queue.push_back(p);
  }
  while (!queue.empty()) {
    const std::uint32_t p = queue.back();
    queue.pop_back();
    ForBounds(p, [&](std::uint32_t b) {
      for (const std::uint32_t q : {store_.row(b).from, store_.row(b).to}) {
        if (q == 0 || seen[q]) continue;
        seen[q] = true;
        points.push_back(q);
        queue.push_back(q);
      }
    });
  }
  std::sort(points.begin(), points.end());
  return points;
}

std::vector<std::uint32_t> Live::ComponentOf(std::uint32_t point) const {
  std::vector<std::uint32_t> bounds;
  if (point == 0 || point >= head_.size()) return bounds;
  for (const std::uint32_t p : PointsOf({point})) {
    ForBounds(p, [&](std::uint32_t b) { bounds.push_back(b); });
  }
  std::sort(bounds.begin(), bounds.end());
  bounds.erase(std::unique(bounds.begin(), bounds.end()), bounds.end());
  return bounds;
}

std::uint32_t Live::BoundOf(const Edge& edge, std::uint32_t refused) const {
  std::uint32_t found = kNone;
  ForBounds(edge.from == 0 ? edge.to : edge.from, [&](std::uint32_t b) {
    if (b != refused && IsRefused(b)) return;
    const Row& row = store_.row(b);
    const DayInterval days = store_.Days(b, Cut::kHull);
    const bool forward =
        row.from == edge.from && row.to == edge.to && days.hi == edge.weight;
    const bool back =
        row.from == edge.to && row.to == edge.from && -days.lo == edge.weight;
    if ((forward || back) && b < found) found = b;
  });
  return found;
}

std::size_t Live::bytes() const {
  return graph_.bytes() +
         (head_.capacity() + next_.capacity() + refused_.capacity()) *
             sizeof(std::uint32_t);
}

}  // namespace gainsay::internal::stp

#include "consistency/network/live.h"

#include <algorithm>

namespace gainsay::internal::stp {

Live::Live(const Store& store) : store_(store) {
  graph_.Resize(store.points());
  graph_.Reserve(store.size());
  next_.reserve(store.rows().capacity());
  for (std::uint32_t b = 0; b < store.size(); ++b) {
    if (!store.dead(b)) Accept(b);
    Link(b);
  }
}

void Live::Link(std::uint32_t bound) {
  const Row& row = store_.row(bound);
  next_.push_back(store_.dead(bound) ? Graph::kNoMark
                                     : graph_.Mark(row.from, row.to, bound));
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
  const bool accepted = Accept(bound);
  Link(bound);
  return accepted;
}

bool Live::IsRefused(std::uint32_t bound) const {
  return std::binary_search(refused_.begin(), refused_.end(), bound);
}

// Takes a dead bound out of the list of its pair.
void Live::Unlink(std::uint32_t bound) {
  const Row& row = store_.row(bound);
  std::uint32_t b = graph_.mark(row.from, row.to);
  if (b == bound) {
    graph_.Mark(row.from, row.to, next_[bound]);
    return;
  }
  while (next_[b] != bound) b = next_[b];
  next_[b] = next_[bound];
}

std::vector<std::uint32_t> Live::Remove(std::uint32_t bound) {
  const Row& row = store_.row(bound);
  // Without the bound its ends may lie in two components.
  std::vector<std::uint32_t> points = PointsOf({row.from, row.to});
  Unlink(bound);
  if (IsRefused(bound)) {
    refused_.erase(std::lower_bound(refused_.begin(), refused_.end(), bound));
    return points;
  }
  DayInterval tightest;
  ForPair(graph_.mark(row.from, row.to), [&](std::uint32_t b) {
    if (IsRefused(b)) return;
    DayInterval days = store_.Days(b, Cut::kHull);
    if (store_.row(b).from != row.from) {
      days = {days.hi == kPlusInfinity ? kMinusInfinity : -days.hi,
              days.lo == kMinusInfinity ? kPlusInfinity : -days.lo};
    }
    tightest.lo = std::max(tightest.lo, days.lo);
    tightest.hi = std::min(tightest.hi, days.hi);
  });
  graph_.Loosen(row.from, row.to, tightest.lo, tightest.hi);
  graph_.Settle(points);
  // What was refused in this component may hold now.
  std::vector<std::uint32_t> again;
  for (const std::uint32_t b : refused_) {
    const Row& other = store_.row(b);
    if (std::binary_search(points.begin(), points.end(),
                           other.from == 0 ? other.to : other.from))
      again.push_back(b);
  }
  for (const std::uint32_t b : again) {
    refused_.erase(std::lower_bound(refused_.begin(), refused_.end(), b));
    Accept(b);
  }
  return points;
}

std::vector<std::uint32_t> Live::PointsOf(
    std::initializer_list<std::uint32_t> of) const {
  std::vector<std::uint32_t> points, queue;
  std::vector<bool> seen(graph_.points());
  const auto reach = [&](std::uint32_t p) {
    if (p == 0 || p >= seen.size() || seen[p]) return;
    seen[p] = true;
    points.push_back(p);
    queue.push_back(p);
  };
  for (const std::uint32_t p : of) reach(p);
  while (!queue.empty()) {
    const std::uint32_t p = queue.back();
    queue.pop_back();
    graph_.ForArcs(p, [&](std::uint32_t q, std::uint32_t last) {
      if (last != Graph::kNoMark) reach(q);
    });
  }
  std::sort(points.begin(), points.end());
  return points;
}

std::vector<std::uint32_t> Live::ComponentOf(std::uint32_t point) const {
  std::vector<std::uint32_t> bounds;
  for (const std::uint32_t p : PointsOf({point}))
    ForBounds(p, [&](std::uint32_t b) { bounds.push_back(b); });
  std::sort(bounds.begin(), bounds.end());
  return bounds;
}

std::uint32_t Live::BoundOf(const Edge& edge, std::uint32_t refused) const {
  std::uint32_t found = kNone;
  ForPair(graph_.mark(edge.from, edge.to), [&](std::uint32_t b) {
    if (b != refused && IsRefused(b)) return;
    const Row& row = store_.row(b);
    const DayInterval days = store_.Days(b, Cut::kHull);
    const bool forward = row.from == edge.from && days.hi == edge.weight;
    const bool back = row.from == edge.to && -days.lo == edge.weight;
    if ((forward || back) && b < found) found = b;
  });
  return found;
}

std::size_t Live::bytes() const {
  return graph_.bytes() +
         (next_.capacity() + refused_.capacity()) * sizeof(std::uint32_t);
}

}  // namespace gainsay::internal::stp

#include "consistency/network/graph.h"

#include <algorithm>
#include <bit>
#include <functional>

namespace gainsay::internal::stp {

void Graph::Resize(std::uint32_t points) {
  const std::size_t old = nodes_.size();
  if (points <= old) return;
  nodes_.resize(points);
  nodes_[0].latest = 0;
}

Graph::Arc* Graph::Find(std::uint32_t at, std::uint32_t to) {
  Node& node = nodes_[at];
  for (std::uint32_t i = 0; i < node.size; ++i) {
    if (arcs_[node.first + i].to == to) return &arcs_[node.first + i];
  }
  return nullptr;
}

Day Graph::weight(std::uint32_t from, std::uint32_t to) const {
  const bool swap =
      from == 0 || (to != 0 && nodes_[to].size < nodes_[from].size);
  const std::uint32_t at = swap ? to : from, other = swap ? from : to;
  const Node& node = nodes_[at];
  for (std::uint32_t i = 0; i < node.size; ++i) {
    const Arc& arc = arcs_[node.first + i];
    if (arc.to == other) return swap ? arc.in : arc.out;
  }
  return kNoEnd;
}

// Appends to the arcs of a point; a full block moves to the end with twice the
// room.
void Graph::Put(std::uint32_t at, std::uint32_t to, Day out, Day in) {
  Node& node = nodes_[at];
  const bool full =
      node.size == 0 || (node.size >= 2 && std::has_single_bit(node.size));
  if (full) {
    const auto first = static_cast<std::uint32_t>(arcs_.size());
    arcs_.resize(first + std::max(2U, 2 * node.size));
    std::copy_n(arcs_.begin() + node.first, node.size, arcs_.begin() + first);
    node.first = first;
  }
  arcs_[node.first + node.size++] = {to, out, in};
}

// The origin keeps no arcs: each point has its own to the origin.
void Graph::SetWeight(std::uint32_t from, std::uint32_t to, Day weight) {
  if (from != 0) {
    if (Arc* arc = Find(from, to))
      arc->out = weight;
    else
      Put(from, to, weight, kNoEnd);
  }
  if (to != 0) {
    if (Arc* arc = Find(to, from))
      arc->in = weight;
    else
      Put(to, from, kNoEnd, weight);
  }
}

void Graph::Reset(std::uint32_t from, std::uint32_t to, Day lo, Day hi) {
  SetWeight(from, to, hi);
  SetWeight(to, from, lo == kMinusInfinity ? kNoEnd : -lo);
}

bool Graph::Insert(std::uint32_t from, std::uint32_t to, Day lo, Day hi) {
  undo_.clear();
  // Both points and then both lists of arcs are fetched at once, not one by
  // one.
  const Node &a = nodes_[from], &b = nodes_[to];
  __builtin_prefetch(&a);
  __builtin_prefetch(&b);
  if (from != 0) __builtin_prefetch(arcs_.data() + a.first);
  if (to != 0) __builtin_prefetch(arcs_.data() + b.first);
  const Day old = weight(from, to);
  if (hi < old && hi != kPlusInfinity && !Tighten(from, to, hi)) return false;
  if (lo != kMinusInfinity && -lo < weight(to, from) &&
      !Tighten(to, from, -lo)) {
    Rollback(0);
    if (hi < old) SetWeight(from, to, old);
    return false;
  }
  return true;
}

void Graph::Rollback(std::size_t mark) {
  for (; undo_.size() > mark; undo_.pop_back())
    nodes_[undo_.back().point].latest = undo_.back().latest;
}

bool Graph::Tighten(std::uint32_t from, std::uint32_t to, Day weight) {
  const std::size_t mark = undo_.size();
  const std::uint32_t closed = Propagate(from, to, weight);
  if (closed == kNobody) {
    SetWeight(from, to, weight);
    return true;
  }
  Rollback(mark);
  Explain({from, to, weight}, closed);
  return false;
}

// Notes a lower day for a point; false if the point is settled below it
// already.
bool Graph::Lower(std::uint32_t point, Distance value, std::uint32_t by) {
  Node& node = nodes_[point];
  if (value >= node.latest) return false;
  if (node.epoch == epoch_ && value >= node.value) return false;
  node.value = value, node.by = by, node.epoch = epoch_;
  heap_.emplace_back(value - node.latest, point);
  std::push_heap(heap_.begin(), heap_.end(), std::greater<>());
  return true;
}

// Dijkstra over how far each point falls: each is settled once (Cotton and
// Maler). The point that must not fall and would, else nobody.
std::uint32_t Graph::Propagate(std::uint32_t from, std::uint32_t to,
                               Day weight) {
  const Distance value = nodes_[from].latest + weight;
  if (value >= nodes_[to].latest) return kNobody;
  ++epoch_;
  heap_.clear();
  Lower(to, value, from);
  if (to == 0) return 0;
  while (!heap_.empty()) {
    std::pop_heap(heap_.begin(), heap_.end(), std::greater<>());
    const std::uint32_t point = heap_.back().second;
    heap_.pop_back();
    Node& node = nodes_[point];
    if (node.value >= node.latest) continue;  // settled
    undo_.push_back({point, node.latest});
    node.latest = node.value;
    for (std::uint32_t i = 0; i < node.size; ++i) {
      const Arc& arc = arcs_[node.first + i];
      if (arc.out == kNoEnd || !Lower(arc.to, node.latest + arc.out, point))
        continue;
      if (arc.to == from || arc.to == 0) return arc.to;
    }
  }
  return kNobody;
}

// The cycle of a refused edge: from its end to the point that closed it, and on
// from the origin by tight edges if that was the origin.
void Graph::Explain(const Edge& edge, std::uint32_t closed) {
  std::vector<Edge> walk;
  for (std::uint32_t p = closed; p != edge.to; p = nodes_[p].by) {
    walk.push_back({nodes_[p].by, p, weight(nodes_[p].by, p)});
  }
  walk.push_back(edge);
  std::reverse(walk.begin(), walk.end());
  if (closed != edge.from) TightPath(edge.from, walk);
  cycle_ = SimpleCycle(walk);
}

// Appends a path of tight edges from the origin to a point.
void Graph::TightPath(std::uint32_t point, std::vector<Edge>& walk) {
  ++epoch_;
  std::vector<std::uint32_t> queue = {point};
  nodes_[point].epoch = epoch_;
  for (std::size_t i = 0; i < queue.size() && nodes_[0].epoch != epoch_; ++i) {
    const Node& node = nodes_[queue[i]];
    for (std::uint32_t k = 0; k < node.size; ++k) {
      const Arc& arc = arcs_[node.first + k];
      if (arc.in == kNoEnd || nodes_[arc.to].epoch == epoch_) continue;
      if (nodes_[arc.to].latest + arc.in != node.latest) continue;
      nodes_[arc.to].by = queue[i];
      nodes_[arc.to].epoch = epoch_;
      queue.push_back(arc.to);
    }
  }
  for (std::uint32_t p = 0; p != point; p = nodes_[p].by)
    walk.push_back({p, nodes_[p].by, weight(p, nodes_[p].by)});
}

// A simple negative cycle out of a closed walk whose sum is negative.
std::vector<Edge> Graph::SimpleCycle(const std::vector<Edge>& walk) {
  std::vector<Edge> path;
  for (const Edge& edge : walk) {
    path.push_back(edge);
    std::size_t begin = path.size();
    Distance sum = 0;
    while (begin > 0) {
      sum += path[--begin].weight;
      if (path[begin].from != edge.to) continue;
      if (sum < 0)
        return {path.begin() + static_cast<std::ptrdiff_t>(begin), path.end()};
      path.resize(begin);
      break;
    }
  }
  return walk;  // not reached: the sum of the walk is negative
}

void Graph::Settle(std::span<const std::uint32_t> points) {
  std::vector<std::uint32_t> queue;
  for (const std::uint32_t p : points) {
    Node& node = nodes_[p];
    node.latest = kFree;
    for (std::uint32_t i = 0; i < node.size; ++i) {
      const Arc& arc = arcs_[node.first + i];
      if (arc.to == 0 && arc.in != kNoEnd) node.latest = arc.in;
    }
    queue.push_back(p);
  }
  std::vector<std::uint32_t> next;
  while (!queue.empty()) {
    ++epoch_;
    for (const std::uint32_t p : queue) {
      const Node& node = nodes_[p];
      for (std::uint32_t i = 0; i < node.size; ++i) {
        const Arc& arc = arcs_[node.first + i];
        if (arc.to == 0 || arc.out == kNoEnd ||
            node.latest + arc.out >= nodes_[arc.to].latest)
          continue;
        nodes_[arc.to].latest = node.latest + arc.out;
        if (nodes_[arc.to].epoch != epoch_) next.push_back(arc.to);
        nodes_[arc.to].epoch = epoch_;
      }
    }
    queue.swap(next);
    next.clear();
  }
}

std::size_t Graph::bytes() const {
  return nodes_.capacity() * sizeof(Node) + arcs_.capacity() * sizeof(Arc) +
         heap_.capacity() * sizeof(heap_[0]) + undo_.capacity() * sizeof(Undo);
}

}  // namespace gainsay::internal::stp

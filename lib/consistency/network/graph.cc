#include "consistency/network/graph.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <unordered_map>

namespace gainsay::internal::stp {

void Graph::Resize(std::uint32_t points) {
  const std::size_t old = nodes_.size();
  if (points <= old) return;
  nodes_.resize(points);
  nodes_[0].latest = 0;
}

// The origin keeps no arcs: each point has its own to the origin. Of two points
// the one with fewer arcs is searched.
std::uint32_t Graph::SideOf(std::uint32_t a, std::uint32_t b) const {
  if (a == 0 || b == 0) return a + b;
  return nodes_[b].size < nodes_[a].size ? b : a;
}

std::uint32_t Graph::Find(std::uint32_t at, std::uint32_t to) const {
  const Node& node = nodes_[at];
  for (std::uint32_t i = node.first; i < node.first + node.size; ++i) {
    if (arcs_[i].to == to) return i;
  }
  return kNobody;
}

// Appends to the arcs of a point; a full block moves to one with twice the
// room.
std::uint32_t Graph::Put(std::uint32_t at, std::uint32_t to) {
  Node& node = nodes_[at];
  const bool full =
      node.size == 0 || (node.size >= 2 && std::has_single_bit(node.size));
  if (full) {
    const std::uint32_t room = std::max(2U, 2 * node.size);
    std::vector<std::uint32_t>& spare = spare_[std::countr_zero(room)];
    auto first = static_cast<std::uint32_t>(arcs_.size());
    if (spare.empty()) {
      arcs_.resize(first + room);
    } else {
      first = spare.back();
      spare.pop_back();
    }
    std::copy_n(arcs_.begin() + node.first, node.size, arcs_.begin() + first);
    if (node.size != 0)
      spare_[std::countr_zero(node.size)].push_back(node.first);
    node.first = first;
  }
  arcs_[node.first + node.size] = {to, 0, kNoEnd, kNoEnd, kNoMark};
  return node.first + node.size++;
}

std::uint32_t Graph::FindOrPut(std::uint32_t at, std::uint32_t to) {
  const std::uint32_t found = Find(at, to);
  if (found != kNobody) return found;
  if (to == 0) return Put(at, to);
  const std::uint32_t there = Put(to, at);
  const std::uint32_t here = Put(at, to);
  arcs_[here].mirror = there - nodes_[to].first;
  arcs_[there].mirror = here - nodes_[at].first;
  return here;
}

void Graph::SetOut(std::uint32_t arc, Day out) {
  arcs_[arc].out = out;
  if (arcs_[arc].to != 0) Mirror(arcs_[arc]).in = out;
}

void Graph::SetIn(std::uint32_t arc, Day in) {
  arcs_[arc].in = in;
  if (arcs_[arc].to != 0) Mirror(arcs_[arc]).out = in;
}

Day Graph::weight(std::uint32_t from, std::uint32_t to) const {
  const std::uint32_t at = SideOf(from, to);
  const std::uint32_t arc = Find(at, from + to - at);
  if (arc == kNobody) return kNoEnd;
  return at == from ? arcs_[arc].out : arcs_[arc].in;
}

std::uint32_t Graph::mark(std::uint32_t from, std::uint32_t to) const {
  const std::uint32_t at = SideOf(from, to), other = from + to - at;
  const std::uint32_t arc = Find(at, other);
  if (arc == kNobody) return kNoMark;
  return Keeps(at, other) ? arcs_[arc].mark : Mirror(arcs_[arc]).mark;
}

std::uint32_t Graph::Mark(std::uint32_t from, std::uint32_t to,
                          std::uint32_t mark) {
  const std::uint32_t at = SideOf(from, to), other = from + to - at;
  Arc& arc = arcs_[FindOrPut(at, other)];
  return std::exchange(Keeps(at, other) ? arc.mark : Mirror(arc).mark, mark);
}

void Graph::Loosen(std::uint32_t from, std::uint32_t to, Day lo, Day hi) {
  const std::uint32_t at = SideOf(from, to), arc = Find(at, from + to - at);
  if (arc == kNobody) return;
  const Day back = lo == kMinusInfinity ? kNoEnd : -lo;
  SetOut(arc, at == from ? hi : back);
  SetIn(arc, at == from ? back : hi);
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
  const std::uint32_t at = SideOf(from, to), other = from + to - at;
  // Seen from `at`.
  const Day back = lo == kMinusInfinity ? kNoEnd : -lo;
  const Day out = at == from ? hi : back, in = at == from ? back : hi;
  std::uint32_t arc = Find(at, other);
  const Day old_out = arc == kNobody ? kNoEnd : arcs_[arc].out;
  const Day old_in = arc == kNobody ? kNoEnd : arcs_[arc].in;
  if (out >= old_out && in >= old_in) return true;
  if (out < old_out) {
    if (!Tighten(at, other, out)) return false;
    if (arc == kNobody) arc = FindOrPut(at, other);
    SetOut(arc, out);
  }
  if (in < old_in) {
    if (!Tighten(other, at, in)) {
      Rollback(0);
      if (arc != kNobody) SetOut(arc, old_out);
      return false;
    }
    if (arc == kNobody) arc = FindOrPut(at, other);
    SetIn(arc, in);
  }
  return true;
}

void Graph::Rollback(std::size_t mark) {
  for (; undo_.size() > mark; undo_.pop_back())
    nodes_[undo_.back().point].latest = undo_.back().latest;
}

bool Graph::Tighten(std::uint32_t from, std::uint32_t to, Day weight) {
  if (nodes_[from].latest + weight >= nodes_[to].latest) return true;
  if (IsFree(nodes_[from].latest)) return PropagateFree(from, to, weight);
  const std::size_t mark = undo_.size();
  const std::uint32_t closed = Propagate(from, to, weight);
  if (closed == kNobody) return true;
  Rollback(mark);
  Explain({from, to, weight}, closed);
  return false;
}

// Notes a lower day for a point; false if it has or will have it already.
bool Graph::Lower(Heap& heap, std::uint32_t point, Distance value,
                  std::uint32_t by) {
  Node& node = nodes_[point];
  if (value >= node.latest) return false;
  if (node.epoch == epoch_ && value >= node.value) return false;
  node.value = value, node.by = by, node.epoch = epoch_;
  heap.emplace_back(value - node.latest, point);
  std::push_heap(heap.begin(), heap.end(), std::greater<>());
  return true;
}

// Dijkstra over how far each point falls: each is settled once (Cotton and
// Maler). The point that must not fall and would, else nobody.
std::uint32_t Graph::Propagate(std::uint32_t from, std::uint32_t to,
                               Day weight) {
  ++epoch_;
  Heap& heap = down_.heap;
  heap.clear();
  Lower(heap, to, nodes_[from].latest + weight, from);
  if (to == 0) return 0;
  while (!heap.empty()) {
    std::pop_heap(heap.begin(), heap.end(), std::greater<>());
    const std::uint32_t point = heap.back().second;
    heap.pop_back();
    Node& node = nodes_[point];
    if (node.value >= node.latest) continue;  // settled
    undo_.push_back({point, node.latest});
    node.latest = node.value;
    for (std::uint32_t i = 0; i < node.size; ++i) {
      const Arc& arc = arcs_[node.first + i];
      if (arc.out == kNoEnd ||
          !Lower(heap, arc.to, node.latest + arc.out, point))
        continue;
      if (arc.to == from || arc.to == 0) return arc.to;
    }
  }
  return kNobody;
}

// Lowers what follows or raises what precedes, whichever ends first. What
// follows a free point and would fall is free, as is what precedes it.
bool Graph::PropagateFree(std::uint32_t from, std::uint32_t to, Day weight) {
  ++epoch_;
  if (raises_.size() < nodes_.size()) raises_.resize(nodes_.capacity());
  down_.Clear();
  up_.Clear();
  Lower(down_.heap, to, nodes_[from].latest + weight, from);
  NoteRaise(from, nodes_[to].latest - weight, to);
  while (!down_.heap.empty() && !up_.heap.empty()) {
    // By what is done when the next point is settled: it may have many arcs.
    const bool down = down_.work + nodes_[down_.heap.front().second].size <=
                      up_.work + nodes_[up_.heap.front().second].size;
    if (down ? StepDown(from) : StepUp(to)) continue;
    if (down)
      Explain({from, to, weight}, from);
    else
      ExplainRaise({from, to, weight});
    return false;
  }
  for (const auto& [point, value] :
       (down_.heap.empty() ? down_ : up_).settled) {
    undo_.push_back({point, nodes_[point].latest});
    nodes_[point].latest = value;
  }
  return true;
}

// Settles one more point that falls; false if the goal would fall.
bool Graph::StepDown(std::uint32_t goal) {
  Heap& heap = down_.heap;
  std::pop_heap(heap.begin(), heap.end(), std::greater<>());
  const auto [change, point] = heap.back();
  heap.pop_back();
  const Node& node = nodes_[point];
  const std::uint64_t work = down_.work;
  if (node.value != node.latest + change) return true;  // fell further since
  down_.settled.emplace_back(point, node.value);
  for (std::uint32_t i = 0; i < node.size; ++i) {
    const Arc& arc = arcs_[node.first + i];
    if (arc.out == kNoEnd) continue;
    if (Lower(heap, arc.to, node.value + arc.out, point) && arc.to == goal)
      return false;
  }
  down_.work = work + 1 + node.size;
  return true;
}

void Graph::NoteRaise(std::uint32_t point, Distance value, std::uint32_t by) {
  Raise& raise = raises_[point];
  raise = {value, by, epoch_};
  up_.heap.emplace_back(nodes_[point].latest - value, point);
  std::push_heap(up_.heap.begin(), up_.heap.end(), std::greater<>());
}

// Settles one more point that rises; false if the goal would rise.
bool Graph::StepUp(std::uint32_t goal) {
  Heap& heap = up_.heap;
  std::pop_heap(heap.begin(), heap.end(), std::greater<>());
  const auto [change, point] = heap.back();
  heap.pop_back();
  const Node& node = nodes_[point];
  const Distance value = raises_[point].value;
  const std::uint64_t work = up_.work;
  if (value != node.latest - change) return true;  // rose further since
  up_.settled.emplace_back(point, value);
  for (std::uint32_t i = 0; i < node.size; ++i) {
    const Arc& arc = arcs_[node.first + i];
    if (arc.in == kNoEnd || value - arc.in <= nodes_[arc.to].latest) continue;
    const Raise& raise = raises_[arc.to];
    if (raise.epoch == epoch_ && value - arc.in <= raise.value) continue;
    NoteRaise(arc.to, value - arc.in, point);
    if (arc.to == goal) return false;
  }
  up_.work = work + 1 + node.size;
  return true;
}

// The cycle of a refused edge: from its end to the point that closed it, and on
// from the origin by tight edges if that was the origin.
void Graph::Explain(const Edge& edge, std::uint32_t closed) {
  if (cycles_ == Cycles::kNotAsked) return;
  std::vector<Edge> walk;
  for (std::uint32_t p = closed; p != edge.to; p = nodes_[p].by) {
    walk.push_back({nodes_[p].by, p, weight(nodes_[p].by, p)});
  }
  walk.push_back(edge);
  std::reverse(walk.begin(), walk.end());
  if (closed != edge.from) TightPath(edge.from, walk);
  cycle_ = SimpleCycle(walk);
}

// The same where raising closed it: on from the edge's end to its beginning.
void Graph::ExplainRaise(const Edge& edge) {
  if (cycles_ == Cycles::kNotAsked) return;
  std::vector<Edge> walk = {edge};
  for (std::uint32_t p = edge.to; p != edge.from; p = raises_[p].by)
    walk.push_back({p, raises_[p].by, weight(p, raises_[p].by)});
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

// A simple negative cycle out of a closed walk whose sum is negative: rounds
// that are not negative are left out.
std::vector<Edge> Graph::SimpleCycle(const std::vector<Edge>& walk) {
  std::vector<Edge> path;
  std::vector<Distance> sums = {0};                       // of path[0, i)
  std::unordered_map<std::uint32_t, std::size_t> begins;  // point -> its edge
  for (const Edge& edge : walk) {
    begins[edge.from] = path.size();
    path.push_back(edge);
    sums.push_back(sums.back() + edge.weight);
    const auto round = begins.find(edge.to);
    if (round == begins.end()) continue;
    const auto begin = static_cast<std::ptrdiff_t>(round->second);
    if (sums.back() < sums[round->second])
      return {path.begin() + begin, path.end()};
    for (std::size_t i = round->second; i < path.size(); ++i)
      begins.erase(path[i].from);
    path.resize(static_cast<std::size_t>(begin));
    sums.resize(path.size() + 1);
  }
  return walk;  // not reached: the sum of the walk is negative
}

// Dijkstra on the potentials so far, which hold for looser bounds too: first
// from the origin, then free points among themselves.
void Graph::Settle(std::span<const std::uint32_t> points) {
  ++epoch_;
  Heap heap;
  constexpr std::uint32_t kOpen = 0, kDone = 1;  // Node::by
  const auto reach = [&](std::uint32_t point, Distance value) {
    Node& node = nodes_[point];
    const bool fresh = node.epoch != epoch_;
    if (!fresh && (node.by == kDone || value >= node.value)) return;
    node.epoch = epoch_, node.by = kOpen, node.value = value;
    heap.emplace_back(value - node.latest, point);
    std::push_heap(heap.begin(), heap.end(), std::greater<>());
  };
  const auto run = [&] {
    while (!heap.empty()) {
      std::pop_heap(heap.begin(), heap.end(), std::greater<>());
      const auto [change, point] = heap.back();
      heap.pop_back();
      Node& node = nodes_[point];
      if (node.by == kDone || node.value != node.latest + change) continue;
      node.by = kDone;
      for (std::uint32_t i = 0; i < node.size; ++i) {
        const Arc& arc = arcs_[node.first + i];
        if (arc.to != 0 && arc.out != kNoEnd)
          reach(arc.to, node.value + arc.out);
      }
    }
  };
  for (const std::uint32_t p : points) {
    const Node& node = nodes_[p];
    for (std::uint32_t i = 0; i < node.size; ++i) {
      const Arc& arc = arcs_[node.first + i];
      if (arc.to == 0 && arc.in != kNoEnd) reach(p, arc.in);
    }
  }
  run();
  for (const std::uint32_t p : points) {
    if (nodes_[p].epoch != epoch_) reach(p, kFree);
  }
  run();
  for (const std::uint32_t p : points) nodes_[p].latest = nodes_[p].value;
}

std::size_t Graph::bytes() const {
  std::size_t bytes =
      nodes_.capacity() * sizeof(Node) + arcs_.capacity() * sizeof(Arc) +
      raises_.capacity() * sizeof(Raise) + undo_.capacity() * sizeof(Undo);
  for (const auto& spare : spare_)
    bytes += spare.capacity() * sizeof(std::uint32_t);
  return bytes;
}

}  // namespace gainsay::internal::stp

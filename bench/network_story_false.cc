// False claims and what exposes them.
#include <algorithm>

#include "network_story.h"

namespace gainsay::bench {
namespace {

bool Bounded(int end) { return end > -kUnbounded && end < kUnbounded; }

}  // namespace

// Slips of the pen in some claims; what exposes each is then looked up.
void Story::Falsify(int component, std::size_t begin) {
  std::vector<int> bad;
  for (std::size_t i = begin; i < claims_.size(); ++i) {
    if (stream_.Below(10000) >=
        static_cast<std::uint32_t>(options_.error_percent * 100))
      continue;
    if (Corrupt(claims_[i])) bad.push_back(static_cast<int>(i));
  }
  const Arcs arcs = ArcsOf(component, begin);
  for (const int claim : bad) {
    std::vector<int> conflict = LeastConflict(arcs, claim, 10);
    if (conflict.empty())
      hidden_.push_back(claim);
    else
      planted_.push_back(
          {component, static_cast<int>(conflict.size()), claim, conflict});
  }
}

Story::Arcs Story::ArcsOf(int component, std::size_t begin) const {
  Arcs arcs;
  const auto [first, last] = points_of_[static_cast<std::size_t>(component)];
  arcs.first = first;
  arcs.out.resize(static_cast<std::size_t>(last - first + 1));
  for (std::size_t i = begin; i < claims_.size(); ++i) {
    const StoryClaim& c = claims_[i];
    const std::size_t a = arcs.Node(c.from), b = arcs.Node(c.to);
    if (c.hi < kUnbounded)
      arcs.out[a].push_back({static_cast<int>(b), c.hi, static_cast<int>(i)});
    if (c.lo > -kUnbounded)
      arcs.out[b].push_back({static_cast<int>(a), -c.lo, static_cast<int>(i)});
  }
  return arcs;
}

// The claims of a negative cycle of fewest claims through one of them; empty if
// none of at most `most` exists.
std::vector<int> Story::LeastConflict(const Arcs& arcs, int claim,
                                      int most) const {
  std::vector<int> best;
  int length = 0;
  for (const bool back : {false, true}) {
    std::vector<int> found;
    if (!LeastThrough(arcs, claim, back, length == 0 ? most - 1 : length - 2,
                      found))
      continue;
    length = found.back();  // hops, appended
    found.pop_back();
    best = std::move(found);
  }
  return static_cast<int>(best.size()) == length ? best : std::vector<int>();
}

// Distances in at most h hops from one end to the other, layer by layer.
bool Story::LeastThrough(const Arcs& arcs, int claim, bool back, int most,
                         std::vector<int>& best) const {
  struct Cell {
    int distance = kUnbounded, from = -1, claim = -1;
  };
  const StoryClaim& c = claims_[static_cast<std::size_t>(claim)];
  const std::size_t u = arcs.Node(back ? c.to : c.from),
                    v = arcs.Node(back ? c.from : c.to);
  const int weight = back ? -c.lo : c.hi;
  if (weight >= kUnbounded) return false;
  std::vector<std::vector<Cell>> layers(1, std::vector<Cell>(arcs.out.size()));
  layers[0][v].distance = 0;
  std::vector<std::size_t> frontier = {v};
  for (int h = 1; h <= most && !frontier.empty(); ++h) {
    std::vector<Cell> layer = layers.back();
    for (Cell& cell : layer) cell.from = -1;
    std::vector<std::size_t> next;
    for (const std::size_t x : frontier) {
      for (const Arc& arc : arcs.out[x]) {
        Cell& cell = layer[static_cast<std::size_t>(arc.to)];
        const int distance = layers.back()[x].distance + arc.weight;
        if (arc.claim == claim || distance >= cell.distance) continue;
        if (cell.from < 0) next.push_back(static_cast<std::size_t>(arc.to));
        cell = {distance, static_cast<int>(x), arc.claim};
      }
    }
    layers.push_back(std::move(layer));
    if (layers.back()[u].distance + weight < 0) {
      best.assign(1, claim);
      std::size_t x = u;
      for (std::size_t k = layers.size() - 1; k > 0; --k) {
        const Cell& cell = layers[k][x];
        if (cell.from < 0) continue;  // as short with fewer hops
        best.push_back(cell.claim);
        x = static_cast<std::size_t>(cell.from);
      }
      std::sort(best.begin(), best.end());
      best.erase(std::unique(best.begin(), best.end()), best.end());
      best.push_back(h + 1);
      return true;
    }
    frontier.swap(next);
  }
  return false;
}

void Story::Plant(int component, std::size_t begin) {
  constexpr int kArities[] = {2, 2, 2, 2, 2, 3, 3, 3, 3, 4,
                              4, 4, 4, 5, 5, 5, 5, 6, 6, 6};
  const Arcs arcs = ArcsOf(component, begin);
  for (int arity = kArities[stream_.Below(20)]; arity >= 2; --arity) {
    for (int attempt = 0; attempt < 200; ++attempt) {
      const std::optional<StoryClaim> claim = Contradict(arcs, arity);
      if (!claim) continue;
      const auto id = static_cast<int>(claims_.size());
      claims_.push_back(*claim);
      std::vector<int> conflict = LeastConflict(arcs, id, arity);
      if (static_cast<int>(conflict.size()) == arity) {
        planted_.push_back({component, arity, id, std::move(conflict)});
        return;
      }
      claims_.pop_back();
    }
  }
}

// A claim between the ends of a random simple path that the path's bounds
// exclude.
std::optional<StoryClaim> Story::Contradict(const Arcs& arcs, int arity) {
  std::vector<std::size_t> path = {
      stream_.Below(static_cast<std::uint32_t>(arcs.out.size()))};
  long most = 0, least = 0;
  bool has_most = true, has_least = true;
  while (static_cast<int>(path.size()) < arity) {
    const std::vector<Arc>& out = arcs.out[path.back()];
    if (out.empty()) return std::nullopt;
    const Arc& arc = out[stream_.Below(static_cast<std::uint32_t>(out.size()))];
    const auto to = static_cast<std::size_t>(arc.to);
    if (std::find(path.begin(), path.end(), to) != path.end())
      return std::nullopt;
    const StoryClaim& c = claims_[static_cast<std::size_t>(arc.claim)];
    const bool forward =
        arcs.Node(c.to) == to && arcs.Node(c.from) == path.back();
    const int hi = forward ? c.hi : -c.lo, lo = forward ? c.lo : -c.hi;
    has_most &= hi < kUnbounded;
    has_least &= lo > -kUnbounded;
    if (Bounded(hi)) most += hi;
    if (Bounded(lo)) least += lo;
    path.push_back(to);
    if (!has_most && !has_least) return std::nullopt;
  }
  const int excess =
      stream_.Chance(50) ? stream_.Range(1, 60) : stream_.Range(200, 800);
  const int width = stream_.Chance(50) ? 0 : stream_.Range(1, 30);
  StoryClaim claim{arcs.Point(path.front()),
                   arcs.Point(path.back()),
                   0,
                   0,
                   Source(),
                   'd',
                   {}};
  if (has_most && (!has_least || stream_.Chance(50))) {
    claim.lo = static_cast<int>(most) + excess, claim.hi = claim.lo + width;
  } else {
    claim.hi = static_cast<int>(least) - excess, claim.lo = claim.hi - width;
  }
  const auto turn = [&claim] {
    std::swap(claim.from, claim.to);
    claim.lo = -std::exchange(claim.hi, -claim.lo);
  };
  if (claim.to == 0) turn();
  if (claim.from != 0 && claim.lo < 0 && claim.hi <= 0) turn();
  if (claim.from == 0) claim.kind = claim.lo == claim.hi ? 'D' : 'M';
  return claim;
}

// A newsroom slip: year, month, day or decade, a unit or two off, the order
// reversed.
bool Story::Corrupt(StoryClaim& claim) {
  const StoryClaim before = claim;
  const auto hidden = [this](const StoryClaim& c) {
    return c.from == 0 ? Day(c.to) : Day(c.to) - Day(c.from);
  };
  const int days = hidden(claim);
  if (claim.from == 0) {
    const int kind = stream_.Range(0, 99), sign = stream_.Chance(50) ? 1 : -1;
    int shift = 3652;
    if (kind < 40)
      shift = 365;
    else if (kind < 65)
      shift = stream_.Range(28, 31);
    else if (kind < 90)
      shift = stream_.Range(1, 9);
    claim.lo += sign * shift, claim.hi += sign * shift;
  } else if (claim.kind == 'o') {
    std::swap(claim.from, claim.to);
  } else {
    const int unit = days < 14 ? 1 : days < 60 ? 7 : days < 700 ? 31 : 366;
    const int sign = stream_.Chance(50) ? 1 : -1;
    const int shift = sign * unit * (stream_.Chance(70) ? 1 : 2);
    claim.lo += shift;
    if (claim.hi < kUnbounded) claim.hi += shift;
  }
  claim.count.reset();
  const int now = hidden(claim);
  if (claim.lo > now || now > claim.hi) return true;
  claim = before;
  return false;
}

}  // namespace gainsay::bench

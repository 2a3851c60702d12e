// Boost.Graph on a network file: bellman_ford_shortest_paths for each
// component.
//
//   peer_network_boost STEM.stp
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/bellman_ford_shortest_paths.hpp>
#include <vector>

#include "peer_network.h"

namespace {

using namespace gainsay::bench;

struct Arc {
  int weight;
};
using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS,
                                    boost::no_property, Arc>;

bool IsConsistent(const NetworkFile& file, const PeerComponents& parts,
                  std::size_t c) {
  const std::size_t points = parts.sizes[c];
  Graph graph(points);
  for (std::uint32_t k = parts.start[c]; k < parts.start[c + 1]; ++k) {
    const gainsay::Bound& b = file.bounds[parts.order[k]];
    const std::uint32_t from = parts.local[b.from], to = parts.local[b.to];
    if (b.days.hi != gainsay::kPlusInfinity)
      boost::add_edge(from, to, Arc{b.days.hi}, graph);
    if (b.days.lo != gainsay::kMinusInfinity)
      boost::add_edge(to, from, Arc{-b.days.lo}, graph);
  }
  std::vector<int> distance(points, 0);
  std::vector<std::size_t> previous(points);
  for (std::size_t p = 0; p < points; ++p) previous[p] = p;
  return boost::bellman_ford_shortest_paths(
      graph, points,
      boost::weight_map(boost::get(&Arc::weight, graph))
          .distance_map(distance.data())
          .predecessor_map(previous.data()));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const NetworkFile file = NetworkReader::Read(argv[1]);
  if (!file.ok) return 2;
  const double begin = CpuSeconds();
  const PeerComponents parts(file);
  PeerResult result;
  for (std::size_t c = 0; c < parts.sizes.size(); ++c)
    result.inconsistent += !IsConsistent(file, parts, c);
  PrintPeer("boost", argv[1], "check", file.bounds.size(), result,
            CpuSeconds() - begin);
}

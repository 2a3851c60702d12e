// Opt-in, header-only: graphs of gainsay as Boost.Graph knows them (1.81 or
// later).
//
// DistanceGraph: the points of a Network and, for each live bound lo <= t(to) -
// t(from)
// <= hi, an edge from -> to of weight hi and an edge to -> from of weight -lo
// where they are finite. A negative cycle is a contradiction. ClaimGraph: the
// claims and findings of a Report; an edge joins a finding and a claim that it
// cites. Its connected components are the disputes of a corpus.
//
// Both own what they show, are read-only, and model VertexListGraph,
// EdgeListGraph and IncidenceGraph; tests/consistency/boost_graph_test.cc runs
// the concept checks. Property maps: get(boost::vertex_index, g),
// get(boost::edge_weight, g).
#ifndef GAINSAY_BOOST_GRAPH_H_
#define GAINSAY_BOOST_GRAPH_H_

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/transform_iterator.hpp>
#include <boost/property_map/property_map.hpp>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "gainsay/network.h"
#include "gainsay/report.h"

namespace gainsay::inline v0 {

// Edges by source vertex, in arrays. What the two graphs share.
template <typename Directed>
class ArrayGraph {
 public:
  using Vertex = std::size_t;
  struct Edge {
    Vertex from = 0, to = 0;
    std::size_t index =
        0;  // of the edge; both directions of an undirected one share it
    friend bool operator==(const Edge& a, const Edge& b) {
      return a.index == b.index && a.from == b.from;
    }
    friend bool operator!=(const Edge& a, const Edge& b) { return !(a == b); }
    friend bool operator<(const Edge& a, const Edge& b) {
      return std::pair(a.index, a.from) < std::pair(b.index, b.from);
    }
  };

  struct traversal_category : boost::vertex_list_graph_tag,
                              boost::edge_list_graph_tag,
                              boost::incidence_graph_tag {};
  using directed_category = Directed;
  using edge_parallel_category = boost::allow_parallel_edge_tag;
  using vertex_descriptor = Vertex;
  using edge_descriptor = Edge;
  using vertex_iterator = boost::counting_iterator<Vertex>;
  using edge_iterator = typename std::vector<Edge>::const_iterator;
  using out_edge_iterator = typename std::vector<Edge>::const_iterator;
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;
  static Vertex null_vertex() { return static_cast<Vertex>(-1); }

  std::size_t size() const { return first_.empty() ? 0 : first_.size() - 1; }
  const std::vector<Edge>& edges() const { return edges_; }
  edge_iterator out_begin(Vertex v) const {
    return out_.begin() + static_cast<std::ptrdiff_t>(first_[v]);
  }
  edge_iterator out_end(Vertex v) const {
    return out_.begin() + static_cast<std::ptrdiff_t>(first_[v + 1]);
  }

 protected:
  // From the edges in order of index.
  void Build(std::size_t vertices, std::vector<Edge> edges) {
    constexpr bool kBoth =
        !std::is_convertible_v<Directed, boost::directed_tag>;
    edges_ = std::move(edges);
    first_.assign(vertices + 1, 0);
    for (const Edge& e : edges_) {
      ++first_[e.from + 1];
      if (kBoth) ++first_[e.to + 1];
    }
    for (std::size_t v = 0; v < vertices; ++v) first_[v + 1] += first_[v];
    out_.resize(first_[vertices]);
    std::vector<std::size_t> at(first_.begin(), first_.end() - 1);
    for (const Edge& e : edges_) {
      out_[at[e.from]++] = e;
      if (kBoth) out_[at[e.to]++] = {e.to, e.from, e.index};
    }
  }

 private:
  std::vector<Edge> edges_, out_;
  std::vector<std::size_t> first_;
};

class DistanceGraph : public ArrayGraph<boost::directed_tag> {
 public:
  explicit DistanceGraph(const Network& network) {
    std::vector<Edge> edges;
    for (std::uint32_t i = 0; i < network.bounds(); ++i) {
      if (!network.live(i)) continue;
      const Bound b = network.bound(i);
      if (b.days.hi != kPlusInfinity) Put(edges, b.from, b.to, b.days.hi, i);
      if (b.days.lo != kMinusInfinity) Put(edges, b.to, b.from, -b.days.lo, i);
    }
    Build(network.points(), std::move(edges));
  }
  Day weight(const Edge& edge) const { return weight_[edge.index]; }
  std::uint32_t bound(const Edge& edge) const {
    return bound_[edge.index];
  }  // by order of Network::Add

 private:
  void Put(std::vector<Edge>& edges, Vertex from, Vertex to, Day weight,
           std::uint32_t bound) {
    edges.push_back({from, to, edges.size()});
    weight_.push_back(weight);
    bound_.push_back(bound);
  }
  std::vector<Day> weight_;
  std::vector<std::uint32_t> bound_;
};

class ClaimGraph : public ArrayGraph<boost::undirected_tag> {
 public:
  explicit ClaimGraph(const Report& report) {
    std::map<std::string, Vertex, std::less<>> claims;
    std::vector<Edge> edges;
    for (const FindingView finding : report.findings()) {
      const Vertex vertex = Name(std::string(finding.id()), true);
      for (const ClaimView claim : finding.claims()) {
        auto it = claims.find(claim.id());
        if (it == claims.end()) {
          std::string id(claim.id());
          it = claims.emplace(id, Name(id, false)).first;
        }
        edges.push_back({vertex, it->second, edges.size()});
      }
    }
    const std::size_t vertices = names_.size();
    Build(vertices, std::move(edges));
  }
  // The id of the finding or claim.
  const std::string& name(Vertex vertex) const { return names_[vertex]; }
  bool is_finding(Vertex vertex) const { return findings_[vertex]; }

 private:
  Vertex Name(std::string name, bool finding) {
    names_.push_back(std::move(name));
    findings_.push_back(finding);
    return names_.size() - 1;
  }
  std::vector<std::string> names_;
  std::vector<bool> findings_;
};

// The free functions of the concepts, found by their argument.
template <typename D>
std::pair<typename ArrayGraph<D>::vertex_iterator,
          typename ArrayGraph<D>::vertex_iterator>
vertices(const ArrayGraph<D>& g) {
  using Iterator = typename ArrayGraph<D>::vertex_iterator;
  return {Iterator(0), Iterator(g.size())};
}
template <typename D>
std::size_t num_vertices(const ArrayGraph<D>& g) {
  return g.size();
}
template <typename D>
auto edges(const ArrayGraph<D>& g) {
  return std::pair(g.edges().begin(), g.edges().end());
}
template <typename D>
std::size_t num_edges(const ArrayGraph<D>& g) {
  return g.edges().size();
}
template <typename D>
auto out_edges(std::size_t v, const ArrayGraph<D>& g) {
  return std::pair(g.out_begin(v), g.out_end(v));
}
template <typename D>
std::size_t out_degree(std::size_t v, const ArrayGraph<D>& g) {
  return static_cast<std::size_t>(g.out_end(v) - g.out_begin(v));
}
template <typename D>
std::size_t source(const typename ArrayGraph<D>::Edge& e,
                   const ArrayGraph<D>&) {
  return e.from;
}
template <typename D>
std::size_t target(const typename ArrayGraph<D>::Edge& e,
                   const ArrayGraph<D>&) {
  return e.to;
}
template <typename D>
boost::typed_identity_property_map<std::size_t> get(boost::vertex_index_t,
                                                    const ArrayGraph<D>&) {
  return {};
}

// edge_weight of a DistanceGraph, in days; wide enough for sums over long
// paths.
class DistanceWeightMap {
 public:
  using key_type = DistanceGraph::Edge;
  using value_type = std::int64_t;
  using reference = std::int64_t;
  using category = boost::readable_property_map_tag;
  explicit DistanceWeightMap(const DistanceGraph& graph) : graph_(&graph) {}
  friend std::int64_t get(const DistanceWeightMap& map,
                          const DistanceGraph::Edge& edge) {
    return map.graph_->weight(edge);
  }

 private:
  const DistanceGraph* graph_;
};
inline DistanceWeightMap get(boost::edge_weight_t, const DistanceGraph& g) {
  return DistanceWeightMap(g);
}
inline std::int64_t get(boost::edge_weight_t, const DistanceGraph& g,
                        const DistanceGraph::Edge& edge) {
  return g.weight(edge);
}

}  // namespace gainsay::inline v0

namespace boost {

template <typename D>
struct property_map<gainsay::ArrayGraph<D>, vertex_index_t> {
  using type = typed_identity_property_map<std::size_t>;
  using const_type = type;
};
template <>
struct property_map<gainsay::ClaimGraph, vertex_index_t>
    : property_map<gainsay::ArrayGraph<undirected_tag>, vertex_index_t> {};
template <>
struct property_map<gainsay::DistanceGraph, vertex_index_t>
    : property_map<gainsay::ArrayGraph<directed_tag>, vertex_index_t> {};
template <>
struct property_map<gainsay::DistanceGraph, edge_weight_t> {
  using type = gainsay::DistanceWeightMap;
  using const_type = type;
};

}  // namespace boost

#endif  // GAINSAY_BOOST_GRAPH_H_

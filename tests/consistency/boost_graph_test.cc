#include "gainsay/boost_graph.h"

#include <gtest/gtest.h>

#include <boost/concept/assert.hpp>
#include <boost/graph/bellman_ford_shortest_paths.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <vector>

#include "gainsay/boost_date_time.h"
#include "network_oracle.h"

namespace gainsay {
namespace {

BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<DistanceGraph>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<DistanceGraph>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<DistanceGraph>));
BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<ClaimGraph>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<ClaimGraph>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<ClaimGraph>));
BOOST_CONCEPT_ASSERT(
    (boost::ReadablePropertyGraphConcept<DistanceGraph, DistanceGraph::Edge,
                                         boost::edge_weight_t>));

bool BoostFindsASchedule(const Network& network) {
  const DistanceGraph graph(network);
  std::vector<std::int64_t> distance(num_vertices(graph), 0);
  return boost::bellman_ford_shortest_paths(
      graph, num_vertices(graph),
      boost::weight_map(get(boost::edge_weight, graph))
          .distance_map(distance.data()));
}

TEST(BoostGraphTest, BellmanFordAgreesWithTheEngine) {
  int inconsistent = 0;
  for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
    const Network network =
        oracle::NetworkOf(oracle::RandomCase(seed, /*plain=*/true));
    const bool consistent = network.Check().inconsistent == 0;
    EXPECT_EQ(BoostFindsASchedule(network), consistent) << seed;
    inconsistent += !consistent;
  }
  EXPECT_GT(inconsistent, 200);
}

TEST(BoostGraphTest, ListsEdgesByVertex) {
  Network network;
  network.Add({.from = 0, .to = 1, .days = {3, kPlusInfinity}, .statement = 0})
      .value();
  network.Add({.from = 1, .to = 2, .days = {5, 7}, .statement = 1}).value();
  const DistanceGraph graph(network);
  EXPECT_EQ(num_vertices(graph), 3U);
  EXPECT_EQ(num_edges(graph), 3U);
  EXPECT_EQ(out_degree(1, graph), 2U);
  EXPECT_EQ(out_degree(0, graph), 0U);
  for (auto [edge, end] = out_edges(2, graph); edge != end; ++edge) {
    EXPECT_EQ(target(*edge, graph), 1U);
    EXPECT_EQ(graph.weight(*edge), -5);
    EXPECT_EQ(graph.bound(*edge), 1U);
  }
}

TEST(BoostGraphTest, AnEmptyReportIsAnEmptyGraph) {
  const ClaimGraph graph{Report()};
  EXPECT_EQ(num_vertices(graph), 0U);
  std::vector<int> component(1);
  EXPECT_EQ(boost::connected_components(
                graph, boost::make_iterator_property_map(
                           component.begin(), get(boost::vertex_index, graph))),
            0);
}

TEST(BoostDateTimeTest, DaysAndIntervalsComeBack) {
  for (const Day day : {0, -1, 19876, -208188, 2932896})
    EXPECT_EQ(FromBoost(ToBoost(day)), day);
  EXPECT_TRUE(ToBoost(kMinusInfinity).is_neg_infinity());
  EXPECT_TRUE(ToBoost(kPlusInfinity).is_pos_infinity());
  EXPECT_EQ(FromBoost(ToBoost(kPlusInfinity)), kPlusInfinity);
  EXPECT_EQ(ToBoost(Day{19876}), boost::gregorian::date(2024, 6, 2));
  const DayInterval june = {19875, 19904};
  EXPECT_EQ(FromBoost(ToBoost(june)), june);
  EXPECT_EQ(ToBoost(june).length().days(), 30);
  const DayInterval since = {19875, kPlusInfinity};
  EXPECT_EQ(FromBoost(ToBoost(since)), since);
}

}  // namespace
}  // namespace gainsay

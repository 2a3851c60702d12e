// Boost.Graph on a report's claims and on a temporal network.
//
// Checks two accounts of a siege, groups what is in dispute by
// connected_components, makes a temporal network of the finding's claims, and
// shows their contradiction with bellman_ford_shortest_paths. Writes the claim
// graph as DOT to standard output; what it finds goes to standard error.
// Returns 0 only if all is as it must be.
#include "gainsay/boost_graph.h"

#include <boost/graph/bellman_ford_shortest_paths.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/graphviz.hpp>
#include <cstdlib>
#include <iostream>
#include <limits>
#include <vector>

#include "gainsay/gainsay.h"
#include "gainsay/network.h"

namespace {

int CountDisputes(const gainsay::ClaimGraph& graph) {
  std::vector<int> component(num_vertices(graph));
  return boost::connected_components(
      graph, boost::make_iterator_property_map(
                 component.begin(), get(boost::vertex_index, graph)));
}

// True if the network has no negative cycle.
bool HasSchedule(const gainsay::Network& network) {
  const gainsay::DistanceGraph graph(network);
  std::vector<std::int64_t> distance(
      num_vertices(graph), 0);  // as from a source tied to every point
  return boost::bellman_ford_shortest_paths(
      graph, num_vertices(graph),
      boost::weight_map(get(boost::edge_weight, graph))
          .distance_map(distance.data()));
}

void WriteDot(const gainsay::ClaimGraph& graph, std::ostream& out) {
  boost::write_graphviz(
      out, graph,
      [&](std::ostream& to, std::size_t v) {
        to << "[label=\"" << graph.name(v) << "\""
           << (graph.is_finding(v) ? ", shape=box" : "") << "]";
      },
      boost::default_writer(), boost::default_writer(),
      get(boost::vertex_index, graph));
}

// The claims of a finding about one stretch of time as bounds: point 1 is its
// beginning, 2 its end; statement i is claim i.
gainsay::Network NetworkOf(const gainsay::FindingView& finding) {
  gainsay::Network network;
  std::uint32_t statement = 0;
  for (const gainsay::ClaimView claim : finding.claims()) {
    gainsay::Bound bound{.statement = statement++};
    if (const auto date = gainsay::Date::Parse(claim.value())) {
      bound.to = claim.predicate().ends_with("_begin") ? 1 : 2;
      bound.days = date->hull();
    } else {  // "P53D"
      gainsay::Count days{.unit = gainsay::TimeUnit::kDay};
      days.n = days.n_max = std::atoi(claim.value().data() + 1);
      bound.from = 1, bound.to = 2;
      bound.form = network.AddForm(gainsay::BoundForm::Of(days));
    }
    network.Add(bound).value();
  }
  return network;
}

}  // namespace

int main() {
  gainsay::Corpus corpus;
  corpus
      .Add({.source = "chronicle",
            .text = "The siege began on 6 April 1453 and lasted 53 days."})
      .value();
  corpus.Add({.source = "letter", .text = "The siege ended on 20 May 1453."})
      .value();
  const gainsay::Report report = gainsay::Checker().Check(corpus).value();
  const gainsay::ClaimGraph claims(report);
  WriteDot(claims, std::cout);
  std::cerr << "findings: " << report.findings().size()
            << ", disputes: " << CountDisputes(claims) << '\n';

  if (report.findings().size() != 1) return 1;
  gainsay::Network network = NetworkOf(report.findings()[0]);
  const bool before = HasSchedule(network);
  const gainsay::Correction correction = network.Repair();
  for (const std::uint32_t statement : correction.statements)
    network.Retract(statement).value();
  const bool after = HasSchedule(network);
  std::cerr << "a schedule before: " << before << ", without "
            << correction.statements.size() << " statement: " << after << '\n';
  return !before && after ? 0 : 1;
}

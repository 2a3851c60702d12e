// GraphML (graphdrawing.org) by Boost.Graph, for networkx, Gephi, igraph.
#include <boost/graph/graphml.hpp>
#include <ostream>
#include <string>

#include "gainsay/write.h"
#include "report/escape.h"
#include "report/rows.h"

namespace gainsay::inline v0 {

void WriteGraphml(const Report& report, std::ostream& out) {
  using namespace internal;
  ReportGraph graph = MakeReportGraph(report.model());
  for (auto [v, end] = boost::vertices(graph); v != end; ++v)
    for (std::string* text :
         {&graph[*v].id, &graph[*v].label, &graph[*v].detail})
      *text = XmlText(*text);
  for (auto [e, end] = boost::edges(graph); e != end; ++e)
    graph[*e].label = XmlText(graph[*e].label);
  boost::dynamic_properties properties;
  properties.property("kind", boost::get(&NodeRow::kind, graph));
  properties.property("name", boost::get(&NodeRow::id, graph));
  properties.property("label", boost::get(&NodeRow::label, graph));
  properties.property("detail", boost::get(&NodeRow::detail, graph));
  properties.property("severity", boost::get(&NodeRow::severity, graph));
  properties.property("relation", boost::get(&EdgeRow::kind, graph));
  properties.property("text", boost::get(&EdgeRow::label, graph));
  properties.property("walk", boost::get(&EdgeRow::walk, graph));
  properties.property("side", boost::get(&EdgeRow::side, graph));
  properties.property("least", boost::get(&EdgeRow::lo, graph));
  properties.property("most", boost::get(&EdgeRow::hi, graph));
  properties.property("complete",
                      boost::make_constant_property<ReportGraph*>(
                          std::string(report.complete() ? "true" : "false")));
  boost::write_graphml(out, graph, properties, true);
}

}  // namespace gainsay::inline v0

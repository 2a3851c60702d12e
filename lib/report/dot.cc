// DOT by Boost.Graph: dot -Tsvg report.dot draws who disagrees with whom, and
// why.
#include <boost/graph/graphviz.hpp>
#include <ostream>
#include <string>

#include "base/code_points.h"
#include "gainsay/write.h"
#include "report/escape.h"
#include "report/rows.h"
#include "text/width.h"

namespace gainsay::internal {
namespace {

constexpr std::size_t kLabelColumns = 60, kTooltipColumns = 400;
// Graphviz reads no string longer than 16384 bytes; spelt out a byte takes up
// to seven.
constexpr std::size_t kMostBytes = 2000;

std::string Quoted(std::string_view text) {
  return "\"" + EscapeDot(text) + "\"";
}

std::string Cut(std::string_view text, std::size_t columns = kLabelColumns) {
  return HarmlessCut(text.substr(0, FloorCodePoint(text, kMostBytes)), columns);
}

const char* NodeStyle(const NodeRow& node) {
  if (node.kind == "source") return "shape=folder";
  if (node.kind == "point") return "shape=ellipse, style=dashed";
  if (node.kind == "claim") return "shape=note";
  if (node.severity == "definite")
    return "shape=box, style=filled, fillcolor=\"#f8d7da\", color=\"#a4262c\"";
  if (node.severity == "probable")
    return "shape=box, style=filled, fillcolor=\"#fff3cd\", color=\"#8a6100\"";
  return "shape=box, style=filled, fillcolor=\"#d9ecf2\", color=\"#1f6f8b\"";
}

std::string NodeLabel(const NodeRow& node) {
  if (node.kind == "finding")
    return node.severity + " " + Cut(node.id) + "\n" + Cut(node.label);
  if (node.kind == "claim" && node.detail != node.label)
    return Cut(node.label) + "\n\u201c" + Cut(node.detail) + "\u201d";
  return Cut(node.label);
}

std::string EdgeLabel(const EdgeRow& edge) {
  if (edge.kind == "says") return {};
  if (edge.kind == "cites") return Cut(edge.label);
  return "[" + edge.lo + ", " + edge.hi + "]" +
         (edge.label.empty() ? "" : "\n" + Cut(edge.label));
}

const char* EdgeStyle(const EdgeRow& edge) {
  if (edge.kind == "says") return "style=dotted, arrowhead=none";
  if (edge.kind == "cites") return "color=\"#555555\"";
  return "color=\"#a4262c\"";
}

}  // namespace
}  // namespace gainsay::internal

namespace gainsay::inline v0 {

void WriteDot(const Report& report, std::ostream& out) {
  using namespace internal;
  const ReportGraph graph = MakeReportGraph(report.model());
  const auto vertex = [&graph](std::ostream& to, auto v) {
    const NodeRow& node = graph[v];
    to << " [label=" << Quoted(NodeLabel(node))
       << ", tooltip=" << Quoted(Cut(node.detail, kTooltipColumns)) << ", "
       << NodeStyle(node) << ']';
  };
  const auto edge = [&graph](std::ostream& to, auto e) {
    to << " [label=" << Quoted(EdgeLabel(graph[e])) << ", "
       << EdgeStyle(graph[e]) << ']';
  };
  const auto head = [&report](std::ostream& to) {
    to << "rankdir=LR; node [fontname=\"sans-serif\", fontsize=10]; edge "
          "[fontname=\"sans-serif\", fontsize=9];\n";
    if (!report.complete()) to << "label=\"The search was not complete.\";\n";
  };
  boost::write_graphviz(out, graph, vertex, edge, head);
}

}  // namespace gainsay::inline v0

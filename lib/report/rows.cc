#include "report/rows.h"

#include <map>
#include <utility>

#include "base/number.h"
#include "report/explain.h"

namespace gainsay::internal {
namespace {

using Vertex = boost::graph_traits<ReportGraph>::vertex_descriptor;

class GraphMaker {
 public:
  ReportGraph graph;

  void Add(const Finding& finding) {
    const Vertex node = boost::add_vertex(
        NodeRow{"finding", finding.id, finding.subject, finding.summary,
                std::string(Name(finding.severity))},
        graph);
    for (const ReportClaim& claim : finding.claims) {
      EdgeRow cites{"cites", {}, -1, static_cast<int>(claim.side), {}, {}};
      cites.label = claim.side < finding.sides.size()
                        ? std::string(Says(finding.sides[claim.side]))
                        : std::string(Says(claim));
      boost::add_edge(node, Claim(claim), std::move(cites), graph);
    }
    int walk = 0;
    for (const Derivation& derivation : finding.derivations)
      AddWalk(finding, derivation, walk++);
  }

 private:
  Vertex Claim(const ReportClaim& claim) {
    const auto [it, fresh] = claims_.try_emplace(claim.id, Vertex{});
    if (!fresh) return it->second;
    it->second = boost::add_vertex(
        NodeRow{"claim",
                claim.id,
                std::string(Says(claim)),
                IsRecord(claim) ? RecordWords(claim) : claim.quote,
                {}},
        graph);
    const auto [source, unseen] = sources_.try_emplace(claim.source, Vertex{});
    if (unseen)
      source->second = boost::add_vertex(
          NodeRow{"source", claim.source, claim.source, {}, {}}, graph);
    boost::add_edge(source->second, it->second,
                    EdgeRow{"says", {}, -1, -1, {}, {}}, graph);
    return it->second;
  }

  void AddWalk(const Finding& finding, const Derivation& derivation, int walk) {
    const auto point = [&](const std::string& name) {
      const auto [it, fresh] =
          points_.try_emplace({finding.id, name}, Vertex{});
      if (fresh)
        it->second = boost::add_vertex(
            NodeRow{"point", name, name, finding.id, {}}, graph);
      return it->second;
    };
    for (const DerivationStep& step : derivation.steps) {
      EdgeRow edge{"step", step.text, walk, -1, "-inf", "inf"};
      if (step.lo) edge.lo = ShortNumber(*step.lo);
      if (step.hi) edge.hi = ShortNumber(*step.hi);
      const Vertex from = point(step.forward ? step.from : step.to),
                   to = point(step.forward ? step.to : step.from);
      boost::add_edge(from, to, std::move(edge), graph);
    }
  }

  std::map<std::string, Vertex> claims_, sources_;
  std::map<std::pair<std::string, std::string>, Vertex> points_;
};

}  // namespace

ReportGraph MakeReportGraph(const ReportModel& model) {
  GraphMaker maker;
  for (const Finding& finding : model.findings) maker.Add(finding);
  return std::move(maker.graph);
}

}  // namespace gainsay::internal

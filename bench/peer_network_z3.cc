// Z3 (QF_IDL with unsatisfiable cores) on a network file, a solver for each
// component. Mode "check" asks once; "all" takes a core, drops its least
// credible claim, and asks again until the rest is consistent: fewer conflicts
// than there are, and not minimal.
//
//   peer_network_z3 STEM.stp check|all [SECONDS]
#include <z3++.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "peer_network.h"

namespace {

using namespace gainsay::bench;

class Peer {
 public:
  Peer(const NetworkFile& file, const PeerComponents& parts)
      : file_(file), parts_(parts) {}

  // One component; all: until it is consistent.
  void Solve(std::size_t c, bool all, double until, PeerResult& result) {
    z3::solver solver(context_, "QF_IDL");
    z3::params params(context_);
    params.set("unsat_core", true);
    solver.set(params);
    State(c, solver);
    std::vector<bool> live(labels_.size(), true);
    bool first = true;
    for (;;) {
      z3::expr_vector assumptions(context_);
      for (std::size_t k = 0; k < labels_.size(); ++k) {
        if (live[k]) assumptions.push_back(labels_[k]);
      }
      if (solver.check(assumptions) != z3::unsat) break;
      result.inconsistent += first;
      first = false;
      const z3::expr_vector core = solver.unsat_core();
      ++result.found;
      live[Least(c, core)] = false;
      if (!all || CpuSeconds() > until) break;
    }
  }

 private:
  void State(std::size_t c, z3::solver& solver) {
    while (points_.size() < parts_.sizes[c]) {
      points_.push_back(
          context_.int_const(("x" + std::to_string(points_.size())).c_str()));
    }
    labels_.clear();
    for (std::uint32_t k = parts_.start[c]; k < parts_.start[c + 1]; ++k) {
      const gainsay::Bound& b = file_.bounds[parts_.order[k]];
      labels_.push_back(
          context_.bool_const(("c" + std::to_string(labels_.size())).c_str()));
      const z3::expr days =
          points_[parts_.local[b.to]] - points_[parts_.local[b.from]];
      const bool hi = b.days.hi != gainsay::kPlusInfinity,
                 lo = b.days.lo != gainsay::kMinusInfinity;
      if (hi && lo)
        solver.add(z3::implies(labels_.back(),
                               days <= b.days.hi && days >= b.days.lo));
      else if (hi)
        solver.add(z3::implies(labels_.back(), days <= b.days.hi));
      else if (lo)
        solver.add(z3::implies(labels_.back(), days >= b.days.lo));
    }
  }

  // The position of the claim of a core whose source weighs least.
  std::size_t Least(std::size_t c, const z3::expr_vector& core) const {
    std::size_t least = 0;
    double weight = 0;
    for (unsigned i = 0; i < core.size(); ++i) {
      const auto k = static_cast<std::size_t>(
          std::atoi(core[i].decl().name().str().c_str() + 1));
      const double w =
          file_.weight[file_.source[parts_.order[parts_.start[c] + k]]];
      if (i == 0 || w < weight) least = k, weight = w;
    }
    return least;
  }

  const NetworkFile& file_;
  const PeerComponents& parts_;
  z3::context context_;
  std::vector<z3::expr> points_, labels_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  const NetworkFile file = NetworkReader::Read(argv[1]);
  if (!file.ok) return 2;
  const bool all = std::string(argv[2]) == "all";
  const double begin = CpuSeconds(),
               until = begin + (argc > 3 ? std::atof(argv[3]) : 300);
  const PeerComponents parts(file);
  Peer peer(file, parts);
  PeerResult result;
  for (std::size_t c = 0; c < parts.sizes.size() && CpuSeconds() < until; ++c)
    peer.Solve(c, all, until, result);
  PrintPeer(CpuSeconds() < until ? "z3" : "z3 (out of time)", argv[1], argv[2],
            file.bounds.size(), result, CpuSeconds() - begin);
}

#include "report/axis.h"

#include <algorithm>
#include <utility>

namespace gainsay::internal {
namespace {

void NameOrigin(std::string& point) {
  if (point == "0" || point == "false") point = "origin";
}

// Two values of one point that differ within a tolerance are two points: a step
// from a point to itself leads to the second, and the steps after it begin
// there.
void PartLoops(Derivation& walk) {
  for (std::size_t i = 0; i < walk.steps.size(); ++i) {
    DerivationStep& loop = walk.steps[i];
    if (loop.from != loop.to) continue;
    const std::string other = loop.from + " of the other";
    (loop.forward ? loop.to : loop.from) = other;
    if (i + 1 == walk.steps.size()) return;
    DerivationStep& next = walk.steps[i + 1];
    (next.forward ? next.from : next.to) = other;
  }
}

// The first claim of the derivation on a side; null if there is none.
const ReportClaim* ClaimOf(const Finding& finding, std::uint32_t side) {
  const auto claim =
      std::ranges::find_if(finding.claims, [side](const ReportClaim& c) {
        return c.in_derivation && c.side == side;
      });
  return claim == finding.claims.end() ? nullptr : &*claim;
}

DerivationStep NumberedStep(const ReportClaim& claim, bool forward) {
  DerivationStep step;
  step.from = "origin";
  step.to = claim.predicate.empty() ? "value" : claim.predicate;
  step.lo = step.hi = claim.side;
  step.cut = "hull";
  step.by_kind = "claim";
  step.by = claim.id;
  step.text = claim.value;
  step.forward = forward;
  return step;
}

void NumberSides(Finding& finding) {
  std::vector<const ReportClaim*> said;
  for (std::uint32_t side = 0; side < finding.sides.size() && said.size() < 2;
       ++side)
    if (const ReportClaim* claim = ClaimOf(finding, side))
      said.push_back(claim);
  if (said.size() < 2) return;
  Derivation walk;
  walk.cut = finding.severity == Severity::kTension ? "core" : "hull";
  walk.unit = "side";
  walk.steps = {NumberedStep(*said[0], true), NumberedStep(*said[1], false)};
  for (DerivationStep& step : walk.steps) step.cut = walk.cut;
  walk.steps[1].to = walk.steps[0].to;
  walk.sum =
      static_cast<double>(said[0]->side) - static_cast<double>(said[1]->side);
  finding.derivations.push_back(std::move(walk));
}

}  // namespace

void CompleteDerivations(Finding& finding) {
  if (finding.derivations.empty()) return NumberSides(finding);
  for (Derivation& walk : finding.derivations) {
    if (finding.kind == FindingKind::kTenure || finding.violation_days)
      walk.unit = "days";
    if (finding.kind == FindingKind::kPolarity) walk.unit = "side";
    for (DerivationStep& step : walk.steps) {
      NameOrigin(step.from);
      NameOrigin(step.to);
    }
    PartLoops(walk);
  }
}

}  // namespace gainsay::internal

#include "consistency/temporal_check.h"

#include <algorithm>
#include <limits>
#include <span>

#include "consistency/temporal_merge.h"
#include "consistency/temporal_near_miss.h"
#include "consistency/verify.h"
#include "gainsay/network.h"

namespace gainsay::internal {
namespace {

double Finite(Day day) {
  if (day <= kMinusInfinity) return -std::numeric_limits<double>::infinity();
  if (day >= kPlusInfinity) return std::numeric_limits<double>::infinity();
  return day;
}

const char* AxisName(Axis axis) {
  switch (axis) {
    case Axis::kDay:
      return "";
    case Axis::kYear:
      return "year";
    case Axis::kMonth:
      return "month";
  }
  return "";
}

bool SaysTheSameTwice(const Conflict& conflict,
                      std::span<const std::uint64_t> signatures) {
  for (std::size_t i = 0; i < conflict.statements.size(); ++i) {
    for (std::size_t j = i + 1; j < conflict.statements.size(); ++j) {
      if (signatures[conflict.statements[i].index] ==
          signatures[conflict.statements[j].index])
        return true;
    }
  }
  return false;
}

class TemporalChecker {
 public:
  TemporalChecker(const StatementTable& statements, const PointGraph& graph,
                  const GraphInput& in)
      : statements_(statements),
        graph_(graph),
        in_(in),
        oracle_(statements, graph) {}

  TemporalResult Run(const TemporalOptions& options) {
    FillNetwork();
    NetworkOptions network_options;
    network_options.max_statements = options.max_statements;
    network_options.threads = options.threads;
    network_options.budget = options.budget;
    network_options.stop = options.stop;
    const NetworkReport report = network_.Conflicts(network_options);
    result_.truncated = report.truncated;
    result_.complete = report.over_budget == 0 && !report.stopped;
    for (const NetworkConflict& conflict : report.conflicts) Take(conflict);
    const std::vector<std::uint64_t> signatures =
        FamilySignatures(statements_, in_);
    // Equal values are one side: what says the same contradicts nothing.
    std::erase_if(result_.conflicts, [&](const Conflict& conflict) {
      return SaysTheSameTwice(conflict, signatures);
    });
    result_.conflicts =
        MergeFamilies(std::move(result_.conflicts), statements_, signatures);
    if (options.near_misses) {
      result_.near_misses =
          TemporalNearMisses(statements_, graph_, in_, signatures,
                             result_.conflicts, options.near_miss_cap);
    }
    return std::move(result_);
  }

 private:
  void FillNetwork() {
    network_.Reserve(graph_.points.size(), graph_.bounds.size());
    for (std::uint32_t i = 0; i < graph_.bounds.size(); ++i) {
      const PointBound& bound = graph_.bounds[i];
      BoundForm form;
      form.days = bound.cuts.days;
      if (bound.cuts.conventions) form.count = bound.cuts.count;
      form.vague = bound.vague;
      const bool plain = !form.vague && !form.count &&
                         std::ranges::all_of(form.days, [&](DayInterval d) {
                           return d == form.days[0];
                         });
      Bound b;
      b.from = bound.from.index;
      b.to = bound.to.index;
      b.days = bound.cuts.days[0];
      b.statement = bound.statement.valid() ? bound.statement.index : kGiven;
      b.form = plain ? 0 : network_.AddForm(form);
      if (network_.Add(b)) {
        added_.push_back(i);
      } else {
        ++result_.out_of_range;
      }
    }
    for (std::uint32_t i = 0; i < statements_.statements.size(); ++i)
      network_.Describe(i, {statements_.statements[i].weight,
                            statements_.statements[i].hash});
  }

  void Take(const NetworkConflict& found) {
    Conflict conflict;
    conflict.kind = FindingKind::kTemporal;
    conflict.severity = found.severity;
    for (const std::uint32_t s : found.statements)
      conflict.statements.push_back(StatementIndex(s));
    // One statement against givens alone says nothing of two sources.
    if (conflict.statements.size() < 2) return;
    if (!oracle_.IsMinimal(conflict.statements, conflict.severity)) {
      ++result_.withheld;
      return;
    }
    conflict.subject = statements_[conflict.statements[0]].subject;
    conflict.predicate = statements_[conflict.statements[0]].predicate;
    double least = std::numeric_limits<double>::infinity();
    for (const NetworkWalk& walk : found.walks) {
      conflict.walks.push_back(Convert(walk));
      least = std::min(least, static_cast<double>(-walk.sum));
    }
    if (!found.walks.empty()) {
      conflict.violation_days = least;
      conflict.relative_violation = least / std::max(1.0, Width(conflict));
    }
    result_.conflicts.push_back(std::move(conflict));
  }

  Walk Convert(const NetworkWalk& walk) const {
    Walk out;
    out.cut = walk.cut;
    out.sum = static_cast<double>(walk.sum);
    for (const NetworkHop& hop : walk.hops) {
      WalkStep step;
      step.from_point = PointIndex(hop.from);
      step.to_point = PointIndex(hop.to);
      step.from = AxisName(hop.from_axis);
      step.to = AxisName(hop.to_axis);
      step.lo = Finite(hop.days.lo);
      step.hi = Finite(hop.days.hi);
      step.forward = hop.forward;
      if (hop.bound == kNoBound) {
        step.by_kind = "calendar";
        step.by = "a day and the year or month that it lies in";
      } else {
        const PointBound& bound = graph_.bounds[added_[hop.bound]];
        step.statement = bound.statement;
        step.by_kind = bound.statement.valid() ? "claim" : "schema";
        step.by = bound.text;
        if (!bound.statement.valid()) step.text = bound.text;
      }
      out.steps.push_back(std::move(step));
    }
    return out;
  }

  // What tolerance the statements of a conflict have in all: days between their
  // ends.
  static double Width(const Conflict& conflict) {
    double width = 0;
    if (conflict.walks.empty()) return width;
    for (const WalkStep& step : conflict.walks.front().steps)
      if (step.statement.valid() && step.hi - step.lo < kPlusInfinity)
        width += step.hi - step.lo;
    return width;
  }

  const StatementTable& statements_;
  const PointGraph& graph_;
  const GraphInput& in_;
  TemporalOracle oracle_;
  Network network_;
  std::vector<std::uint32_t>
      added_;  // bound of the network -> bound of the graph
  TemporalResult result_;
};

}  // namespace

TemporalResult CheckTemporal(const StatementTable& statements,
                             const PointGraph& graph, const GraphInput& input,
                             const TemporalOptions& options) {
  return TemporalChecker(statements, graph, input).Run(options);
}

}  // namespace gainsay::internal

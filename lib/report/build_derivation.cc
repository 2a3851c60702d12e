#include <algorithm>
#include <charconv>
#include <cmath>

#include "report/build_parts.h"

namespace gainsay::internal {
namespace {

std::string Number(double x) {
  char buffer[64];
  const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, x);
  return error == std::errc() ? std::string(buffer, end) : std::string();
}

std::string DocumentLabel(DocumentIndex index, const ReportInput& in) {
  if (!index.valid() || index.index >= in.documents.size())
    return "the document";
  return in.documents[index.index].document->id;
}

// One hop in words: which of its two ends is used depends on the direction.
std::string HopText(const WalkStep& step, const std::string& from,
                    const std::string& to) {
  const double used = step.forward ? step.hi : step.lo;
  if (step.from_point.index == 0)
    return to + (step.forward ? " is on or before " : " is on or after ") +
           FormatDay(static_cast<Day>(used));
  if (used == 0)
    return to + (step.forward ? " is not after " : " is not before ") + from;
  return to + " is " + (step.forward ? "at most " : "at least ") +
         Number(used) + " days after " + from;
}

class DerivationBuilder {
 public:
  DerivationBuilder(
      const ReportInput& in,
      const std::vector<std::pair<StatementIndex, std::string>>& claim_of)
      : in_(in), claim_of_(claim_of) {}

  Derivation Build(const Walk& walk) {
    Derivation out;
    out.cut = Name(walk.cut);
    out.unit = UnitOf(walk);
    out.sum = walk.sum;
    for (const WalkStep& step : walk.steps) AddStep(step, out);
    return out;
  }

 private:
  DerivationStep Plain(const WalkStep& step, const Derivation& out) const {
    DerivationStep s;
    s.from = End(step.from_point, step.from);
    s.to = End(step.to_point, step.to);
    if (std::isfinite(step.lo)) s.lo = step.lo;
    if (std::isfinite(step.hi)) s.hi = step.hi;
    s.cut = out.cut;
    s.forward = step.forward;
    s.by_kind = step.statement.valid() ? "claim" : step.by_kind;
    s.by = step.statement.valid() ? ClaimOf(step.statement) : step.by;
    s.text = step.text;
    if (s.text.empty() && step.from_point.valid())
      s.text = HopText(step, s.from, s.to);
    return s;
  }

  // Of the axis that the walk goes along: of time points days, else of the
  // values.
  std::string UnitOf(const Walk& walk) const {
    if (!walk.unit.empty()) return walk.unit;
    for (const WalkStep& step : walk.steps) {
      if (step.from_point.valid()) return "days";
    }
    for (const WalkStep& step : walk.steps) {
      if (!step.statement.valid()) continue;
      const ValueRow& value =
          in_.graph.table[in_.statements[step.statement].value];
      return UnitOf(value);
    }
    return "days";
  }

  std::string UnitOf(const ValueRow& value) const {
    switch (value.kind) {
      case ValueKind::kQuantity:
        return std::string(in_.graph.strings.View(value.text));
      case ValueKind::kDateTime:
      case ValueKind::kTime:
        return "minutes";
      case ValueKind::kPlace:
      case ValueKind::kEntity:
      case ValueKind::kNames:
      case ValueKind::kText:
      case ValueKind::kBool:
      case ValueKind::kNone:
      case ValueKind::kBad:
        return "side";
      case ValueKind::kDate:
      case ValueKind::kDuration:
      case ValueKind::kOffice:  // its axis is that of the tenures
        return "days";
    }
    return "days";
  }

  // A time point, or in the calendar cut its year or month; on a value axis the
  // axis' own word.
  std::string End(PointIndex point, const std::string& axis) const {
    if (!point.valid()) return axis;
    const std::string label = PointLabel(in_.points.points[point.index], in_);
    return axis.empty() ? label : axis + " of " + label;
  }

  std::string ClaimOf(StatementIndex statement) const {
    for (const auto& [index, id] : claim_of_)
      if (index == statement) return id;
    return {};
  }

  void AddStep(const WalkStep& step, Derivation& out) const {
    const std::optional<Day> date =
        step.statement.valid() && step.from_point.valid()
            ? in_.points.measured_to[step.statement.index]
            : std::nullopt;
    if (!date) {
      out.steps.push_back(Plain(step, out));
      return;
    }
    // A window that was measured from a given date: the date, then the count.
    const Statement& statement = in_.statements[step.statement];
    const Claim& claim =
        in_.graph.table[in_.statements.claims[statement.first_claim]];
    const std::string document =
        "publication of " + DocumentLabel(claim.document, in_);
    DerivationStep given;
    given.from = "origin";
    given.to = document;
    given.lo = given.hi = *date;
    given.cut = out.cut;
    given.by_kind = "given";
    given.by = document;
    given.text =
        DocumentLabel(claim.document, in_) + " is dated " + FormatDay(*date);
    given.forward = step.forward;
    DerivationStep count = Plain(step, out);
    count.from = document;
    if (count.lo) *count.lo -= *date;
    if (count.hi) *count.hi -= *date;
    const ValueRow& value = in_.graph.table[statement.value];
    const double used = step.forward ? step.hi : step.lo;
    count.text = ValueText(value, in_.graph.strings) + " before " +
                 FormatDay(*date) + ": " + count.to +
                 (step.forward ? " is on or before " : " is on or after ") +
                 FormatDay(static_cast<Day>(used));
    if (step.forward) {
      out.steps.push_back(std::move(given));
      out.steps.push_back(std::move(count));
    } else {
      out.steps.push_back(std::move(count));
      out.steps.push_back(std::move(given));
    }
  }

  const ReportInput& in_;
  const std::vector<std::pair<StatementIndex, std::string>>& claim_of_;
};

}  // namespace

std::string PointLabel(const TimePoint& point, const ReportInput& in) {
  if (point.role == kOriginRole) return "origin";
  if (point.role == kDocumentRole)
    return "publication of " + DocumentLabel(point.document, in);
  std::string label(in.graph.schema.role(point.role));
  if (point.subject.valid())
    label += "(" + in.graph.subjects[point.subject].label + ")";
  if (point.planned) label = "planned " + label;
  return label;
}

std::vector<Derivation> BuildDerivations(
    const std::vector<Walk>& walks, const ReportInput& input,
    const std::vector<std::pair<StatementIndex, std::string>>& claim_of) {
  DerivationBuilder builder(input, claim_of);
  std::vector<Derivation> out;
  for (const Walk& walk : walks) out.push_back(builder.Build(walk));
  return out;
}

}  // namespace gainsay::internal

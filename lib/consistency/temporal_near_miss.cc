#include "consistency/temporal_near_miss.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace gainsay::internal {
namespace {

using SignaturePair = std::pair<std::uint64_t, std::uint64_t>;

SignaturePair Ordered(std::uint64_t a, std::uint64_t b) {
  return {std::min(a, b), std::max(a, b)};
}

DayInterval Days(const PointBound& bound, Cut cut) {
  return bound.cuts.days[static_cast<std::size_t>(cut)];
}

class NearMissFinder {
 public:
  NearMissFinder(const StatementTable& statements, const PointGraph& graph,
                 const GraphInput& in,
                 std::span<const std::uint64_t> signatures)
      : statements_(statements),
        graph_(graph),
        in_(in),
        signatures_(signatures) {
    for (std::uint32_t i = 0; i < signatures.size(); ++i)
      if (signatures[i] != 0)
        by_signature_[signatures[i]].push_back(StatementIndex(i));
  }

  void Exclude(std::span<const Conflict> conflicts) {
    for (const Conflict& conflict : conflicts)
      for (const StatementIndex a : conflict.statements)
        for (const StatementIndex b : conflict.statements)
          done_.insert(Ordered(signatures_[a.index], signatures_[b.index]));
  }

  std::vector<NearMissRow> Find(std::size_t cap) {
    std::map<std::pair<std::uint32_t, std::uint32_t>,
             std::vector<std::uint32_t>>
        by_ends;
    for (std::uint32_t b = 0; b < graph_.bounds.size(); ++b)
      if (graph_.bounds[b].statement.valid())
        by_ends[{graph_.bounds[b].from.index, graph_.bounds[b].to.index}]
            .push_back(b);
    for (const auto& [ends, bounds] : by_ends) Pairs(bounds, cap);
    return std::move(rows_);
  }

 private:
  // The tightest few bounds of a hub are enough: near misses are samples,
  // findings are not.
  static constexpr std::size_t kMostOfAPair = 64;
  static constexpr std::size_t kMostOfASide = 8;

  void Pairs(const std::vector<std::uint32_t>& bounds, std::size_t cap) {
    const std::size_t n = std::min(bounds.size(), kMostOfAPair);
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t j = i + 1; j < n && rows_.size() < cap; ++j)
        Consider(graph_.bounds[bounds[i]], graph_.bounds[bounds[j]]);
  }

  void Consider(const PointBound& a, const PointBound& b) {
    const std::uint64_t sa = signatures_[a.statement.index],
                        sb = signatures_[b.statement.index];
    if (sa == sb || !done_.insert(Ordered(sa, sb)).second) return;
    if (!Days(a, Cut::kHull).Meets(Days(b, Cut::kHull))) return;
    NearMissRow row;
    const Statement& s = statements_[a.statement];
    row.subject = s.subject;
    row.predicate = s.predicate;
    AddSide(a.statement, row);
    AddSide(b.statement, row);
    row.reason = Reason(a, b);
    row.text = Text(a, b, row.reason);
    rows_.push_back(std::move(row));
  }

  // A statement, and those that say the same of the same family.
  void AddSide(StatementIndex lead, NearMissRow& row) const {
    row.statements.push_back(lead);
    const auto side = by_signature_.find(signatures_[lead.index]);
    if (side == by_signature_.end()) return;
    std::size_t more = 0;
    for (const StatementIndex s : side->second)
      if (s != lead && ++more < kMostOfASide) row.statements.push_back(s);
  }

  std::string Reason(const PointBound& a, const PointBound& b) const {
    const DayInterval x = Days(a, Cut::kHull), y = Days(b, Cut::kHull);
    const bool dates = ValueOf(a).kind == ValueKind::kDate &&
                       ValueOf(b).kind == ValueKind::kDate;
    if (x == y) return "same-value";
    if (dates && (x.Contains(y) || y.Contains(x)))
      return ValueOf(a).grain == ValueOf(b).grain ? "refinement"
                                                  : "granularity";
    return "tolerance";
  }

  std::string Text(const PointBound& a, const PointBound& b,
                   const std::string& reason) const {
    if (a.from.index != 0) {
      return "both lengths allow " + Range(Common(a, b)) + " days";
    }
    return (reason == "same-value" ? "both allow "
                                   : "both allow a day within ") +
           Dates(Common(a, b));
  }

  static DayInterval Common(const PointBound& a, const PointBound& b) {
    const DayInterval x = Days(a, Cut::kHull), y = Days(b, Cut::kHull);
    return {std::max(x.lo, y.lo), std::min(x.hi, y.hi)};
  }
  static std::string Range(DayInterval days) {
    const std::string hi =
        days.hi >= kPlusInfinity ? "or more" : "to " + std::to_string(days.hi);
    return std::to_string(days.lo) + " " + hi;
  }
  static std::string Dates(DayInterval days) {
    return FormatDay(days.lo) + " to " + FormatDay(days.hi);
  }

  const ValueRow& ValueOf(const PointBound& bound) const {
    return in_.table[statements_[bound.statement].value];
  }

  const StatementTable& statements_;
  const PointGraph& graph_;
  const GraphInput& in_;
  std::span<const std::uint64_t> signatures_;
  std::map<std::uint64_t, std::vector<StatementIndex>> by_signature_;
  std::set<SignaturePair> done_;
  std::vector<NearMissRow> rows_;
};

}  // namespace

std::vector<NearMissRow> TemporalNearMisses(
    const StatementTable& statements, const PointGraph& graph,
    const GraphInput& input, std::span<const std::uint64_t> signatures,
    std::span<const Conflict> conflicts, std::size_t cap) {
  NearMissFinder finder(statements, graph, input, signatures);
  finder.Exclude(conflicts);
  return finder.Find(cap);
}

}  // namespace gainsay::internal

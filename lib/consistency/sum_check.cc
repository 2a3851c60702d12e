#include "consistency/sum_check.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

#include "base/number.h"
#include "graph/parts.h"

namespace gainsay::internal {
namespace {

// The parts of one list: those of one document that share their evidence.
struct PartList {
  std::vector<StatementIndex> parts;
  QuantityInterval sum = {0, 0, false, false};
  double number = 0;
};

using ListKey = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>;

class SumCheck {
 public:
  SumCheck(std::span<const Statement> group, const CheckContext& context,
           std::vector<Conflict>& out)
      : context_(context), out_(out) {
    for (const Statement& s : group) {
      if (!TakesPart(s, context) || context.value(s).vague ||
          context.value(s).kind != ValueKind::kQuantity ||
          !(IsOwnUnit(s, context) ||
            context.graph.strings.View(context.value(s).text).empty()))
        continue;
      if (IsOfAll(s, context.graph.strings)) {
        totals_.push_back(context.index(s));
      } else if (IsPart(s, context.graph.strings)) {
        AddPart(s);
      }
    }
  }

  void Run() {
    for (auto it = lists_.begin(); it != lists_.end(); ++it) {
      const PartList& list = it->second;
      const auto document = std::get<0>(it->first);
      if (TellsTotal(document)) continue;
      for (const StatementIndex total : totals_) Compare(list, total);
    }
  }

 private:
  const Statement& at(StatementIndex i) const { return context_.statements[i]; }

  void AddPart(const Statement& s) {
    const ValueRow& value = context_.value(s);
    for (std::uint32_t c = 0; c < s.claims; ++c) {
      const Claim& claim =
          context_.graph.table[context_.statements.claims[s.first_claim + c]];
      PartList& list = lists_[{claim.document.index, claim.evidence.begin,
                               claim.evidence.end}];
      list.parts.push_back(context_.index(s));
      list.sum.lo += value.qhull.lo;
      list.sum.hi += value.qhull.hi;
      list.number += value.number;
    }
  }

  // Its own document tells the total: then the list is that total, or does not
  // name all parts of it.
  bool TellsTotal(std::uint32_t document) const {
    return std::ranges::any_of(totals_, [&](StatementIndex i) {
      const Statement& s = at(i);
      for (std::uint32_t c = 0; c < s.claims; ++c) {
        const ClaimIndex claim = context_.statements.claims[s.first_claim + c];
        if (context_.graph.table[claim].document.index == document) return true;
      }
      return false;
    });
  }

  void Compare(const PartList& list, StatementIndex total) {
    const Statement& part = at(list.parts.front());
    const Statement& whole = at(total);
    const Predicate& predicate = context_.predicate(whole);
    const QuantityInterval of_whole = context_.value(whole).qhull;
    const bool exceeds = list.sum.lo > of_whole.hi;
    if (!exceeds && list.sum.hi >= of_whole.lo) return;
    // One part alone says only that the whole is no less.
    if (!exceeds && list.parts.size() < 2) return;
    const bool grown = predicate.monotone && (exceeds ? IsBefore(whole, part)
                                                      : IsBefore(part, whole));
    const bool moved = predicate.changes && part.as_of != whole.as_of;
    if (grown || moved || !MayContradict(part, whole, context_)) return;
    Emit(list, total, exceeds);
  }

  void Emit(const PartList& list, StatementIndex total, bool exceeds) {
    const Statement& whole = at(total);
    Conflict conflict;
    conflict.kind = FindingKind::kValue;
    conflict.subject = whole.subject;
    conflict.predicate = whole.predicate;
    conflict.statements = list.parts;
    conflict.statements.push_back(total);
    conflict.severity =
        MayHaveChanged(at(list.parts.front()), whole, context_.predicate(whole))
            ? Severity::kTension
        : exceeds ? Severity::kDefinite
                  : Severity::kProbable;
    conflict.sides = {list.parts, {total}};
    std::string terms;
    for (const StatementIndex part : list.parts) {
      terms += (terms.empty() ? "" : " + ") +
               ShortNumber(context_.value(at(part)).number);
    }
    const std::string stated(
        context_.graph.strings.View(context_.value(whole).surface));
    conflict.side_values = {terms + " = " + ShortNumber(list.number), stated};
    conflict.walks.push_back(WalkOf(list, total, exceeds));
    const double size = std::max(list.number, 1.0);
    conflict.relative_violation = -conflict.walks.back().sum / size;
    out_.push_back(std::move(conflict));
  }

  // From 0 over the parts, one after the other, and back by the total.
  Walk WalkOf(const PartList& list, StatementIndex total, bool exceeds) const {
    Walk walk;
    const auto add = [&](StatementIndex statement, std::string from,
                         bool forward) {
      const QuantityInterval& q = context_.value(at(statement)).qhull;
      WalkStep step;
      step.from = std::move(from);
      step.to = "value";
      step.lo = q.lo;
      step.hi = q.hi;
      step.forward = forward;
      step.statement = statement;
      walk.sum += forward ? step.hi : -step.lo;
      walk.steps.push_back(std::move(step));
    };
    if (exceeds) add(total, "0", true);
    for (const StatementIndex part : list.parts)
      add(part, part == list.parts.front() ? "0" : "sum", !exceeds);
    if (!exceeds) add(total, "0", false);
    return walk;
  }

  const CheckContext& context_;
  std::vector<Conflict>& out_;
  std::vector<StatementIndex> totals_;
  std::map<ListKey, PartList> lists_;
};

}  // namespace

void CheckSums(std::span<const Statement> group, const CheckContext& context,
               std::vector<Conflict>& out) {
  if (group.size() < 3) return;
  const Predicate& predicate = context.predicate(group.front());
  if (!predicate.compared || predicate.kind != ValueKind::kQuantity) return;
  SumCheck(group, context, out).Run();
}

}  // namespace gainsay::internal

#include "consistency/share_check.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <string>

#include "base/number.h"

namespace gainsay::internal {
namespace {

constexpr double kPercent = 100;
constexpr std::string_view kShareUnit = "percent";
constexpr Day kWeek = 7;

class ShareCheck {
 public:
  ShareCheck(const ShareRule& rule, const CheckContext& context,
             std::vector<Conflict>& out)
      : context_(context), out_(out) {
    for (const Statement& s : context.statements.statements) {
      if ((s.predicate != rule.part && s.predicate != rule.whole) ||
          !IsNumber(s))
        continue;
      Told& told = by_subject_[s.subject];
      const std::string_view unit =
          context.graph.strings.View(context.value(s).text);
      if (s.predicate == rule.part && unit == kShareUnit) {
        told.shares.push_back(&s);
      } else if (unit.empty() || IsOwnUnit(s, context)) {
        (s.predicate == rule.part ? told.amounts : told.wholes).push_back(&s);
      }
    }
  }

  void Run() {
    for (const auto& [subject, told] : by_subject_) {
      for (const Statement* share : told.shares) {
        for (const Statement* amount : told.amounts)
          Compare(*share, *amount, told.wholes);
      }
    }
  }

 private:
  struct Told {
    std::vector<const Statement*> shares, amounts, wholes;
  };

  // A plan is as good as a fact, if both tell it: "will cut 420 jobs".
  bool IsNumber(const Statement& s) const {
    return !s.negated && context_.value(s).kind == ValueKind::kQuantity &&
           !context_.value(s).vague &&
           context_.graph.strings.View(s.scope).empty() &&
           (s.presupposed || s.modality == Modality::kAsserted ||
            s.modality == Modality::kPlanned);
  }

  std::set<std::uint32_t> DocumentsOf(const Statement& s) const {
    std::set<std::uint32_t> out;
    for (std::uint32_t c = 0; c < s.claims; ++c) {
      const ClaimIndex claim = context_.statements.claims[s.first_claim + c];
      out.insert(context_.graph.table[claim].document.index);
    }
    return out;
  }

  static bool Meet(const std::set<std::uint32_t>& a,
                   const std::set<std::uint32_t>& b) {
    return std::ranges::any_of(
        a, [&](std::uint32_t document) { return b.contains(document); });
  }

  void Compare(const Statement& share, const Statement& amount,
               const std::vector<const Statement*>& wholes) {
    const auto of_share = DocumentsOf(share), of_amount = DocumentsOf(amount);
    const bool plans = share.modality == Modality::kPlanned ||
                       amount.modality == Modality::kPlanned;
    if (Meet(of_share, of_amount) || (plans && !SamePlan(share, amount)) ||
        !MayContradict(share, amount, context_))
      return;
    for (const Statement* whole : wholes) {
      const auto of_whole = DocumentsOf(*whole);
      if (!Meet(of_whole, of_share) && !Meet(of_whole, of_amount)) continue;
      const QuantityInterval told = context_.value(amount).qhull;
      const QuantityInterval derived =
          AmountOf(context_.value(share), context_.value(*whole));
      const bool more = told.lo > derived.hi;
      if (!more && told.hi >= derived.lo) continue;
      Emit(share, amount, *whole, derived, more);
      return;
    }
  }

  void Emit(const Statement& share, const Statement& amount,
            const Statement& whole, const QuantityInterval& derived,
            bool more) {
    const auto words = [&](const Statement& s) {
      return std::string(
          context_.graph.strings.View(context_.value(s).surface));
    };
    const double product =
        context_.value(share).number / kPercent * context_.value(whole).number;
    const std::string sum =
        words(share) + " of " + words(whole) + " is " + ShortNumber(product);
    Conflict conflict;
    conflict.kind = FindingKind::kSchema;
    conflict.subject = amount.subject;
    conflict.predicate = amount.predicate;
    conflict.statements = {context_.index(share), context_.index(whole),
                           context_.index(amount)};
    conflict.sides = {{context_.index(share), context_.index(whole)},
                      {context_.index(amount)}};
    conflict.side_values = {sum, words(amount)};
    Walk walk;
    WalkStep step;
    step.from = "0";
    step.to = "value";
    step.statement = context_.index(amount);
    step.lo = context_.value(amount).qhull.lo;
    step.hi = context_.value(amount).qhull.hi;
    step.forward = !more;
    walk.steps.push_back(step);
    step.statement = StatementIndex();
    step.by_kind = step.by = "schema";
    step.text = sum;
    step.lo = derived.lo;
    step.hi = derived.hi;
    step.forward = more;
    walk.steps.insert(more ? walk.steps.begin() : walk.steps.end(), step);
    walk.sum = more ? derived.hi - context_.value(amount).qhull.lo
                    : context_.value(amount).qhull.hi - derived.lo;
    conflict.relative_violation = -walk.sum / std::max(product, 1.0);
    conflict.walks.push_back(std::move(walk));
    out_.push_back(std::move(conflict));
  }

  const CheckContext& context_;
  std::vector<Conflict>& out_;
  std::map<SubjectIndex, Told> by_subject_;
};

}  // namespace

bool SamePlan(const Statement& a, const Statement& b) {
  return a.modality == Modality::kPlanned && b.modality == Modality::kPlanned &&
         a.as_of.lo > kMinusInfinity && b.as_of.lo > kMinusInfinity &&
         a.as_of.hi < kPlusInfinity && b.as_of.hi < kPlusInfinity &&
         a.as_of.hi <= b.as_of.lo + kWeek && b.as_of.hi <= a.as_of.lo + kWeek;
}

QuantityInterval AmountOf(const ValueRow& share, const ValueRow& whole) {
  return {share.qhull.lo / kPercent * whole.qhull.lo,
          share.qhull.hi / kPercent * whole.qhull.hi,
          share.qhull.lo_open || whole.qhull.lo_open,
          share.qhull.hi_open || whole.qhull.hi_open};
}

void CheckShares(const CheckContext& context, std::vector<Conflict>& out) {
  for (const ShareRule& rule : context.graph.schema.shares())
    ShareCheck(rule, context, out).Run();
}

}  // namespace gainsay::internal

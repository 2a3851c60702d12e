#include <algorithm>
#include <map>
#include <tuple>

#include "calendar/cuts.h"
#include "graph/build.h"

namespace gainsay::internal {
namespace {

BoundCuts AllCuts(DayInterval hull, DayInterval core) {
  BoundCuts cuts;
  cuts.days.fill(hull);
  cuts.days[static_cast<std::size_t>(Cut::kCore)] = core;
  return cuts;
}

// "first in n years": the upper bound is an implicature only (denotations, row
// 28).
void DropUpperBounds(BoundCuts& cuts, const Count& count) {
  for (const Cut cut : kAllCuts) {
    DayInterval& days = cuts.days[static_cast<std::size_t>(cut)];
    if (cut != Cut::kCore) {
      days.hi = kPlusInfinity;
    } else {
      Count more = count;
      more.n = more.n_max = count.n + 1;
      days.hi = std::max(days.hi, CountDays(more, Cut::kCore).hi);
    }
  }
  cuts.conventions = false;
}

// Where a statement of a count is measured to a given date: the window of its
// other end.
BoundCuts WindowBefore(DayInterval date, const Count& count, bool lower_only) {
  BoundCuts cuts;
  for (const Cut cut : kAllCuts) {
    const DayInterval first = ShiftByCount(date.lo, count, cut, -1);
    const DayInterval last = ShiftByCount(date.hi, count, cut, -1);
    DayInterval& days = cuts.days[static_cast<std::size_t>(cut)];
    days = {std::min(first.lo, last.lo), std::max(first.hi, last.hi)};
    if (lower_only && cut != Cut::kCore) days.lo = kMinusInfinity;
  }
  cuts.count = count;
  return cuts;
}

// The orders of a schema and all that follow from two or more of them: a <= b
// and b <= c give a <= c. Roles are few, so the cubic closure is cheap.
std::vector<OrderRule> ClosedOrders(const Schema& schema) {
  std::vector<OrderRule> rules = schema.orders();
  const auto known = [&rules](RoleId a, RoleId b) {
    return std::ranges::any_of(rules, [&](const OrderRule& r) {
      return r.earlier == a && r.later == b;
    });
  };
  constexpr std::size_t kMost = 256;
  for (std::size_t i = 0; i < rules.size() && rules.size() < kMost; ++i) {
    for (std::size_t j = 0; j < rules.size() && rules.size() < kMost; ++j) {
      const OrderRule first = rules[i], second = rules[j];
      if (first.later != second.earlier || known(first.earlier, second.later))
        continue;
      const bool open = first.hi == kPlusInfinity || second.hi == kPlusInfinity;
      rules.push_back({first.earlier, second.later, first.lo + second.lo,
                       open ? kPlusInfinity : first.hi + second.hi,
                       first.text + "; " + second.text});
    }
  }
  return rules;
}

bool Binds(const Statement& s, const Predicate& predicate) {
  if (predicate.from == kNoRole || predicate.to == kNoRole || s.negated)
    return false;
  return s.presupposed || s.modality == Modality::kAsserted ||
         s.modality == Modality::kPlanned;
}

class PointBuilder {
 public:
  PointBuilder(const StatementTable& statements, const GraphInput& in)
      : statements_(statements), in_(in) {
    out_.points.push_back({});
    out_.measured_to.resize(statements.statements.size());
  }

  PointGraph Build() {
    for (std::uint32_t i = 0; i < statements_.statements.size(); ++i)
      AddStatement(StatementIndex(i));
    AddOrders();
    return std::move(out_);
  }

 private:
  // Subject, role, document, whether planned, scope: what holds of one office
  // binds no point of another.
  using Key =
      std::tuple<std::uint32_t, RoleId, std::uint32_t, bool, std::uint32_t>;

  PointIndex Point(const Statement& s, RoleId role, DocumentIndex document,
                   bool planned) {
    if (role == kOriginRole) return PointIndex(0);
    SubjectIndex subject = s.subject;
    StringId scope = s.scope;
    if (role == kDocumentRole) subject = {}, scope = {}, planned = false;
    if (role != kDocumentRole && !planned) document = {};
    const auto [it, added] = ids_.try_emplace(
        Key(subject.index, role, document.index, planned, scope.index),
        static_cast<std::uint32_t>(out_.points.size()));
    if (added) out_.points.push_back({subject, role, document, planned});
    return PointIndex(it->second);
  }

  const Claim& LeadClaim(const Statement& s) const {
    return in_.table[statements_.claims[s.first_claim]];
  }

  void AddStatement(StatementIndex index) {
    const Statement& s = statements_[index];
    const Predicate& predicate = in_.schema[s.predicate];
    const ValueRow& value = in_.table[s.value];
    if (!Binds(s, predicate)) return;
    const bool planned = s.modality == Modality::kPlanned && !s.presupposed;
    const DocumentIndex document = LeadClaim(s).document;
    if (value.kind == ValueKind::kDate) {
      AddBound({PointIndex(0),
                Point(s, predicate.to, document, planned),
                CutsOfValue(value, predicate),
                index,
                value.vague,
                {}});
    } else if (value.kind == ValueKind::kDuration) {
      AddDuration(index, s, predicate, value, document, planned);
    }
  }

  void AddDuration(StatementIndex index, const Statement& s,
                   const Predicate& predicate, const ValueRow& value,
                   DocumentIndex document, bool planned) {
    const PointIndex from = Point(s, predicate.from, document, planned);
    if (predicate.to != kDocumentRole) {
      AddBound({from,
                Point(s, predicate.to, document, planned),
                CutsOfValue(value, predicate),
                index,
                value.vague,
                {}});
      AddOver(index, s, predicate, document, planned);
      return;
    }
    const DayInterval as_of = s.as_of;
    if (as_of.lo > kMinusInfinity && as_of.hi < kPlusInfinity) {
      out_.measured_to[index.index] = as_of.hi;
      AddBound({PointIndex(0),
                from,
                WindowBefore(as_of, value.count, predicate.lower_bound_only),
                index,
                value.vague,
                {}});
    } else {
      AddBound({from,
                Point(s, kDocumentRole, document, false),
                CutsOfValue(value, predicate),
                index,
                value.vague,
                {}});
    }
  }

  // "Had led the bank for four years": by then that was over.
  void AddOver(StatementIndex index, const Statement& s,
               const Predicate& predicate, DocumentIndex document,
               bool planned) {
    const bool told = s.modality == Modality::kAsserted && !s.negated;
    if (planned || !told || !Ends(predicate) || s.as_of.hi >= kPlusInfinity)
      return;
    const DayInterval before{kMinusInfinity, s.as_of.hi + 1};
    AddBound({PointIndex(0),
              Point(s, predicate.to, document, planned),
              AllCuts(before, before),
              index,
              false,
              {}});
  }
  // Of what is told when it has ended: a tenure, a lapse.
  bool Ends(const Predicate& predicate) const {
    const std::string_view to = in_.schema.role(predicate.to);
    return to == "left_office" || to == "return";
  }

  void AddBound(PointBound bound) { out_.bounds.push_back(std::move(bound)); }

  // The schema's orders, for each subject that has both points. Orders are
  // closed transitively first: a subject may lack the point in the middle.
  void AddOrders() {
    for (const OrderRule& rule : ClosedOrders(in_.schema)) {
      for (const auto& [key, point] : ids_) {
        const auto& [subject, role, document, planned, scope] = key;
        if (role != rule.earlier || planned) continue;
        const auto later =
            ids_.find(Key(subject, rule.later, document, false, scope));
        if (later == ids_.end()) continue;
        AddBound({PointIndex(point),
                  PointIndex(later->second),
                  AllCuts({rule.lo, rule.hi}, {rule.lo, rule.hi}),
                  {},
                  false,
                  rule.text});
      }
    }
  }

  const StatementTable& statements_;
  const GraphInput& in_;
  PointGraph out_;
  std::map<Key, std::uint32_t> ids_;
};

}  // namespace

BoundCuts CutsOfValue(const ValueRow& value, const Predicate& predicate) {
  if (value.kind == ValueKind::kDate) {
    const Day slack = predicate.day_slack;
    DayInterval hull = value.hull;
    if (hull.lo > kMinusInfinity) hull.lo -= slack;
    if (hull.hi < kPlusInfinity) hull.hi += slack;
    return AllCuts(hull, value.core);
  }
  BoundCuts cuts;
  for (const Cut cut : kAllCuts)
    cuts.days[static_cast<std::size_t>(cut)] = CountDays(value.count, cut);
  cuts.conventions = IsBareCount(value.count);
  cuts.count = value.count;
  if (predicate.lower_bound_only) DropUpperBounds(cuts, value.count);
  return cuts;
}

PointGraph BuildPoints(const StatementTable& statements,
                       const GraphInput& input) {
  return PointBuilder(statements, input).Build();
}

}  // namespace gainsay::internal
